"""Whether a name in a mail is the candidate's own, or the writer's."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from sincerely.core.people import employer_key
from sincerely.reading.letters.letter import Address, Letter
from sincerely.reading.letters.people import is_name, is_persons, untitled
from sincerely.reading.linking.house_names import is_called_like_a_house
from sincerely.reading.statements.scene import Scene

_DESK = re.compile(
    r"\b(?:sekretariat|vorzimmer|büro|office of|assistant to|pa to|on behalf of|secrétariat|bureau de)\b", re.IGNORECASE
)


def is_writers(name: str, writer: Address, *, titled: bool) -> bool:
    """Whether a name is that of whoever wrote; a desk is not whom its house is named after: "Herr Roth" of "Optik Roth".

    Args:
        name: as it stands in the text; its end may be the writer's, where the sentence before it has no stop.
        writer: the mail's sender.
        titled: whether a title stands before the name.
    """
    words = {word for word in re.findall(r"\w+", name.lower()) if len(word) > 1}
    own = _writers_words(writer.name)
    person = is_one_persons(writer)
    if words <= own:
        return not titled or person or not own - words - _TITLES
    return person and len(own) > 1 and own < words


_TITLES = frozenset(
    "dr prof professor mr mrs ms miss mx herr herrn frau mme madame monsieur mdm sir familie ehepaar family".split()
)
_DESKS = frozenset(
    """zentrale empfang büro buero sekretariat vorzimmer verwaltung rezeption office reception secrétariat accueil poststelle
    geschäftsstelle referat amt pôle hr rh""".split()
)


def is_one_persons(box: Address) -> bool:
    """Whether a mailbox is somebody's own, and no desk's that has its name of it: "Zentrale Roth <zentrale@…>"."""
    return is_persons(box) and _DESKS.isdisjoint(re.findall(r"\w+", box.name.lower()))


def _writers_words(shown: str) -> set[str]:
    """Return the words of the writer's name; a house or a secretary's desk is not whom it is named after, "Praxis Dr. Roth"."""
    shown = _AT_HOUSE.sub("", shown)
    chief = _CHIEF.search(shown)
    if chief is not None and (_DESK.search(shown) or is_called_like_a_house(shown)):
        shown = shown[: chief.start()]
    return {word for word in re.findall(r"\w+", shown.lower()) if len(word) > 1}


# "Jean at Hollis Opticians" is no Hollis.
_AT_HOUSE = re.compile(r"(?<=\w)\s+(?:(?:via|at|from|bei|chez|@|[-–—|])\s.*)$")
_CHIEF = re.compile(r"(?<=\s)(?:Dr|Prof|Professor|Herrn?|Frau|Mme|Maître|Me|Mr|Mrs|Ms)\.?\s")


def short_name(letter: Letter, me: frozenset[str]) -> tuple[str, ...]:
    """Return the two parts of an address that spells the candidate's name short, "bruno.s", where no header shows it."""
    if any(name for name, address in (*letter.to, *letter.cc) if address.lower() in me):
        return ()
    parts = next((re.split(r"[._-]", address.partition("@")[0].lower()) for address in sorted(me)), [])
    return tuple(parts) if len(parts) == len({"first", "last"}) and min(map(len, parts)) == 1 else ()


def with_word_before(text: str, name: str) -> str:
    """Return a name with the word before it: of "Robin Ashdown" perhaps only the family name was seen."""
    before = text[: max(0, text.find(name))].split()
    return f"{before[-1]} {name}" if before else name


def is_spelt(name: str, short: Sequence[str]) -> bool:
    """Whether a name is the candidate's, as far as an address tells: "Bruno Santos" is bruno.s."""
    words = name.lower().split()
    return (
        len(words) > 1
        and len(short) > 1
        and ((words[0] == short[0] and words[-1][0] == short[1]) or (words[-1] == short[1] and words[0][0] == short[0]))
    )


def are_of(words: Collection[str], mine: Collection[str]) -> bool:
    """Whether a name is made of somebody's words, and not of initials alone: "S. Lang" is Sophie Lang."""
    initials = {word[0] for word in mine}
    whole = {word for word in words if len(word) > 1}
    return bool(whole) and whole <= set(mine) and all(word in initials for word in words if len(word) == 1)


def own_words(letter: Letter, me: frozenset[str]) -> frozenset[str]:
    """Return the words of the candidate's name, and those that the addresses spell: relays write to a bare one."""
    shown = " ".join(name for name, address in (*letter.to, *letter.cc) if address.lower() in me)
    shown = " ".join((shown, *(address.partition("@")[0].replace("_", " ") for address in me)))
    return frozenset(word.replace("ß", "ss") for word in re.findall(r"\w+", shown.lower()))


def signs_for_itself(scene: Scene) -> bool:
    """Whether a desk's mailbox is one person's, who is shown there and signs: "Ilona Steiner <info@…>".

    Where nothing else is seen to be the employer, that is who is shown, and a person none the less.
    """
    box = scene.letter.from_
    name = untitled(box.name)
    words = set(name.lower().split())
    if box.address.lower() != scene.sender or len(words) < len({"first", "last"}) or not is_name(name):
        return False
    signs = {line.strip(" ,.-–") for line in f"{scene.reply}\n{scene.signature}".splitlines()}
    firm = set(employer_key(scene.company).split())
    return name in signs and (words.isdisjoint(firm) or words == firm)
