"""Which things to hand in a sentence names, and how it speaks of each: asked for, at hand already, beside another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple


class Named(NamedTuple):
    """An item that a sentence names.

    Attributes:
        item: one of `labels.ITEMS`.
        begin: its first word.
        stop: after its last.
    """

    item: str
    begin: int
    stop: int


# These end like a thing to hand in, and are none: "Erzeugnisse" are goods, and a "Besucherausweis" is what one is given.
_OTHER_THINGS = frozenset(
    """erzeugnis erzeugnisse anschein augenschein sonnenschein mondschein kerzenschein lichtschein fackelschein feuerschein
    vorschein heiligenschein widerschein gutschein gutscheine geldschein geldscheine fahrschein fahrscheine
    parkschein parkscheine lieferschein lieferscheine kassenschein tippschein lottoschein garantieschein leihschein laufschein
    besucherausweis besucherausweise gästeausweis gastausweis parkausweis parkausweise hausausweis mitarbeiterausweis
    mitarbeiterausweise firmenausweis werksausweis tagesausweis""".split()
)


def named(words: Sequence[str], items: Mapping[str, str]) -> list[Named]:
    """Return the items that a sentence names, in its order; of words that lie in others the longer: "direct deposit form".

    What a list has by its whole word is that, whatever it ends like: a "Führerschein" is no certificate of a skill.

    Args:
        words: of the sentence, plain.
        items: for each item its words, divided by bars; "*nachweis" is what ends so, as "Impfnachweis".
    """
    found: list[Named] = []
    ending: list[Named] = []
    words = [_uninflected(word) for word in words]
    text = f" {' '.join(words)} "
    bare = f" {' '.join(map(_unarticled, words))} "
    known = _phrases(tuple(items.items()))
    for phrase, item in known.beginning(text.split(), bare.split()):
        found += (Named(item, begin, begin + phrase.count(" ") + 1) for begin in _places(phrase, text, bare))
    for end, item in known.ends:
        ending += [
            Named(item, at, at + 1) for at, word in enumerate(words) if word.endswith(end) and word not in _OTHER_THINGS
        ]
    longest = sorted([*found, *ending], key=lambda one: (one.begin - one.stop, one not in found, one.begin))
    kept: list[Named] = []
    for one in longest:
        if all(one.stop <= other.begin or other.stop <= one.begin for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.begin)


class _Phrases:
    """The words for items, by the word with which they begin: a sentence has few of these.

    Attributes:
        ends: what words for an item may end like, with the item.
    """

    def __init__(self, items: Iterable[tuple[str, str]]) -> None:
        self.ends: list[tuple[str, str]] = []
        self._by_first: dict[str, list[tuple[int, str, str]]] = {}
        every = ((phrase, item) for item, said in items for phrase in said.split("|"))
        for place, (phrase, item) in enumerate(every):
            if phrase.startswith("*"):
                self.ends.append((phrase[1:], item))
            else:
                self._by_first.setdefault(phrase.split(" ", 1)[0], []).append((place, phrase, item))

    def beginning(self, *words: Sequence[str]) -> list[tuple[str, str]]:
        """Return those that may stand among words, with their items, in the order of the list."""
        first = {word for some in words for word in some}
        may_be = sorted(row for word in first for row in self._by_first.get(word, ()))
        return [(phrase, item) for _, phrase, item in may_be]


@lru_cache(maxsize=8)
def _phrases(items: tuple[tuple[str, str], ...]) -> _Phrases:
    return _Phrases(items)


def _places(phrase: str, text: str, bare: str) -> list[int]:
    """Return at which words a phrase begins in a text, or in the same text without articles: "l'attestation"."""
    found = []
    for said in {text, bare}:
        at = said.find(f" {phrase} ")
        while at >= 0:
            found.append(said.count(" ", 0, at))
            at = said.find(f" {phrase} ", at + 1)
    return sorted(set(found))


def _unarticled(word: str) -> str:
    """Return a French word without the article that it is written with."""
    return word.removeprefix("l'")


# "Eine Kopie Ihres Führerscheins", "mit Ihren Zeugnissen"; "ausweisen" and "nachweisen" are something that one does.
_INFLECTED = re.compile(
    r"(\w{0,40}(?:schein|pass|ausweis|zeugnis|nachweis|lauf|bogen|formular|zertifikat|diplom))(?:s?es|s|(?<=zeugnis)sen)"
)
_ENDINGS = ("s", "sen")


def _uninflected(word: str) -> str:
    """Return a German word for a paper as a list of them has it."""
    match = _INFLECTED.fullmatch(word) if word.endswith(_ENDINGS) else None
    return match[1] if match else word


# Whoever read it, keeps it or is thankful for it has it.
_HAD = frozenset(
    """read reviewed reviewing seen saw liked loved enjoyed received receiving got keep keeping kept retain retaining thanks thank
    thankful appreciated looked studied gelesen erhalten bekommen vorliegen danke dank lu reçu conservons garder merci""".split()
)
_WENT = frozenset("been gone went going looked looking read".split())
_WANTED = frozenset(
    """send bring attach upload provide need needs submit complete fill sign return share forward give include lack lacks missing
    require requires prepare email mail supply enclose post drop see know tell add update outstanding please
    schicken senden brauche brauchen benötigen benötige bitte mitbringen nachreichen einreichen fehlen fehlt
    envoyer fournir joindre transmettre apporter remettre parvenir adresser retourner renvoyer communiquer indiquer déposer manque manquent""".split()
)
_PLACES = frozenset("on in from per im auf aus sur dans".split())
_OWNERS = frozenset(
    "your the his her their dein deinem deiner deinen ihrem ihrer ihren dem der votre vos ton ta le la".split()
)
# "Conditional on your references", "fill in the form", "hand in your portfolio": no place where something is to be found.
_WAITS = frozenset(
    "waiting wait waits hinge hinges depend depends depending up conditional fill filling send sending hand turn mail pass".split()
)
_DENIED = frozenset("not nicht never pas yet noch".split())
# "Once we have received your references": they are not there yet.
_FIRST = frozenset("once when if until unless after sobald wenn falls bis lorsque quand".split())
_OTHERS = frozenset("but aber mais however".split())
_DONE = frozenset("completed erledigt".split())
_HELPS = frozenset("have has had is are was were been haben hat ist sind wurde wurden ont a est sont été".split())
_DONE_WITH = _HELPS - {"a"}  # "a completed form" is yet to come
_BORDERS = frozenset(", ; : ? ! ( ) –".split())
_NEAR = 4


def is_had(words: Sequence[str], one: Named) -> bool:
    """Whether whoever writes has an item already: "the number on your resume", "we read your cover letter"."""
    if one.begin > 1 and words[one.begin - 1] in _OWNERS and words[one.begin - 2] in _PLACES:
        return one.begin < 3 or words[one.begin - 3] not in _WAITS
    for at in range(one.begin - 1, -1, -1):
        if words[at] in _OTHERS or (words[at] in _WANTED and not _is_thanked(words, at)):
            break
        near = words[max(0, at - _NEAR) : at]
        if (
            words[at] in _HAD
            or (words[at] == "through" and words[at - 1] in _WENT)
            or (words[at] in _DONE and not _DONE_WITH.isdisjoint(near[-2:]))
        ):
            return _is_true(words[at], near)
    return _is_there(words, one)


_THANKS = frozenset("thank thanks thankful".split())


def _is_thanked(words: Sequence[str], at: int) -> bool:
    """Whether something has been done, for which somebody says thanks: "thank you for letting me know your notice period"."""
    begin = max(0, at - _NEAR)
    doing = next((index for index in range(at - 1, begin, -1) if words[index - 1] == "for"), None)
    return (
        doing is not None
        and words[doing].endswith("ing")
        and not _THANKS.isdisjoint(words[max(0, doing - _NEAR) : doing])
        and _BORDERS.isdisjoint(words[doing:at])
    )


_COMES = frozenset("received receiving got erhalten bekommen reçu".split())


def _is_true(word: str, near: Sequence[str]) -> bool:
    """Whether what a word says of an item has happened, by the words in front of it."""
    if word in _COMES:
        return _DENIED.isdisjoint(near) and _FIRST.isdisjoint(near)
    return word not in _DONE or _DENIED.isdisjoint(near)


_THERE = frozenset("completed received erledigt erhalten reçu reçue reçus".split())


def _is_there(words: Sequence[str], one: Named) -> bool:
    """Whether the clause of an item ends with its having come: "your transcript has been received"."""
    end = next((at for at in range(one.stop, len(words)) if words[at] in _BORDERS), len(words))
    at = next((at for at in range(one.stop, end) if words[at] in _THERE), end)
    between = words[one.stop : at]
    done = at < end and not _HELPS.isdisjoint(between) and "be" not in between
    return done and _DENIED.isdisjoint(between) and _WANTED.isdisjoint(words[max(0, one.begin - _NEAR) : one.begin])


# Between two things that are asked for in one breath stand a joint and what belongs to either, and nobody who does something.
_JOINTS = frozenset(", and und et sowie ainsi plus along well".split())
_BREAKS = frozenset("; : . ? ! ( ) we i you she he they wir ich nous je if wenn falls si but aber mais".split()) | _HAD
_APART = 14


def is_joined(words: Sequence[str], one: Named, other: Named) -> bool:
    """Whether a sentence names two items in one breath: "a copy of your diploma and two references"."""
    first, second = sorted((one, other), key=lambda each: each.begin)
    between = words[first.stop : second.begin]
    return len(between) <= _APART and not _JOINTS.isdisjoint(between) and _BREAKS.isdisjoint(between)
