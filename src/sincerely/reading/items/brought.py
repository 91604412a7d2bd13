"""What is to be brought along: it is handed over there, and no mail carries it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from sincerely.reading.statements.scene import Scene

from .lists import above
from .named import Named, named

_BREAKS = frozenset("; : . i we wir ich nous je send sends sending mail email upload schicken senden envoyer".split())
_BRINGS = frozenset("bring mitbringen bringen apportez apporter munir".split())
_NEVER = frozenset("not never nicht pas".split())
_PEOPLE = frozenset("i we he she they wir ich nous je".split())
_READER = frozenset("you please bitte vous sie".split())
_FAR = 5


def _is_readers(before: Sequence[str]) -> bool:
    """Whether it is the reader's to do what follows: "we ask you to bring", and neither "I will bring" nor "you need not"."""
    doer = next((word for word in reversed(before) if word in _PEOPLE or word in _READER), None)
    return _NEVER.isdisjoint(before) and doer not in _PEOPLE


def is_brought(words: Sequence[str], item: str, items: Mapping[str, str]) -> bool:
    """Whether a sentence asks the reader to bring an item along, which it names or speaks of as "it"."""
    own = next((one for one in named(words, items) if one.item == item), None)
    for at, (word, following) in enumerate(pairwise((*words, "."))):
        if word not in _BRINGS or following == "up" or not _is_readers(words[max(0, at - _FAR) : at]):
            continue
        if own is None:
            if _BREAKS.isdisjoint(words):
                return True
        elif _BREAKS.isdisjoint(words[min(at, own.stop) : max(at, own.begin)]):
            return True
    return False


# All ways to say so; by the few above also days are told.
_ALONG = _BRINGS | frozenset(
    "brings mitzubringen mitbringt bringst mitnehmen mitzuführen mitführen munirez muni munie munissez apporterez".split()
)
# Who does one of these with a thing brings it nowhere.
_SENDS = frozenset(
    """send sending sent email emailing mail upload submit post forward attach fax complete fill return reply need
    schicken schicke schickt senden sende mailen mail hochladen einreichen zusenden zuschicken übermitteln nachreichen
    ausfüllen benötigen brauchen envoyer envoyez transmettre transmettez joindre joignez retourner déposer compléter""".split()
)
# What is filled in goes where it is brought.
_FILLS = frozenset("complete fill ausfüllen compléter".split())
_OR = frozenset("or oder ou alternatively alternativ alternativement otherwise else".split())
_HERE = 9
# "Have your passport with you", "halten Sie Ihren Ausweis bereit": of what is at hand nothing is sent.
_AT_HAND = re.compile(
    r"\bhave\b[^;:?!]{1,90}\b(?:with you|to hand|at hand)\b|\bhalten sie\b[^;:?!]{1,90}\bbereit\b"
    r"|\bhaben sie\b[^;:?!]{1,90}\bdabei\b|\b(?:zum|beim|im) \w*(?:gespräch|termin)\b[^;:?!]{1,90}\b(?:vor|vorzulegen|vorlegen)(?: |$)|\b(?:present|show|produce)\b[^;:?!]{1,90}"
    r"\b(?:on (?:your )?arrival|at (?:the )?(?:interview|reception|front desk|gate)|on (?:the|your first) day|when you arrive)\b"
)


def is_sent(words: Sequence[str]) -> bool:
    """Whether a statement has something sent, filled in or uploaded."""
    return any(_is_sending(words, at) for at in range(len(words)))


def is_brought_along(scene: Scene, index: int, item: str) -> bool:
    """Whether an item that a mail asks for is to be brought, and not sent.

    "Bring or send it beforehand" leaves the choice: who sends it is done with it the sooner.

    Args:
        scene: the mail.
        index: the statement that asks for it.
        item: one of `labels.ITEMS`.
    """
    if not 0 <= index < len(scene.said):
        return False
    words = scene.said[index].words
    heads = above(scene, index)
    head = scene.said[heads].words if heads is not None else ()
    following = scene.said[index + 1].words if index + 1 < len(scene.said) else ()
    if _leaves_a_choice(words) or _leaves_a_choice(head) or _offers_another_way(following):
        return False
    own = next((one for one in named(words, scene.items) if one.item == item), None)
    if own is not None and _says_bring(words, own):
        return True
    if own is None and ";" not in words and _is_asked(words):
        return True
    return _SENDS.isdisjoint(words) and _is_asked(head)


def _is_asked(words: Sequence[str]) -> bool:
    """Whether a statement asks to bring things, and to do nothing else with any."""
    return _SENDS.isdisjoint(words) and any(_is_doing(words, at) for at in range(len(words)))


def _bare(word: str) -> str:
    """Return a word without what French puts before its verbs: "d'apporter", "l'envoyer"."""
    return word.rpartition("'")[2]


def _is_doing(words: Sequence[str], at: int) -> bool:
    return (
        _bare(words[at]) in _ALONG
        and (at + 1 >= len(words) or words[at + 1] != "up")
        and _is_readers(words[max(0, at - _FAR) : at])
    )


def _says_bring(words: Sequence[str], own: Named) -> bool:
    """Whether a sentence asks to bring what it names: behind the verb, or before it where nothing else is done with it."""
    for at in range(len(words)):
        if not _is_doing(words, at):
            continue
        if at < own.begin and (_BREAKS | _SENDS).isdisjoint(_behind_colon(words[at + 1 : own.begin])):
            return True
        if at < own.begin and _is_checked(words, own) and _SENDS.isdisjoint(words[at + 1 : own.begin]):
            return True
        done = _SENDS - _FILLS if _speaks_of_it(words, at) else _SENDS
        if own.stop <= at and done.isdisjoint(words[:at]) and _BREAKS.isdisjoint(words[own.stop : at]):
            return True
    return _SENDS.isdisjoint(words) and _NEVER.isdisjoint(words) and _AT_HAND.search(" ".join(words)) is not None


def _is_checked(words: Sequence[str], own: Named) -> bool:
    """Whether words name a check, for which what is brought is looked at: "so that we can do the right-to-work check"."""
    return list(words[own.stop : own.stop + 1]) in (["check"], ["checks"])


def _speaks_of_it(words: Sequence[str], at: int) -> bool:
    """Whether what is brought is what was named before: "fill in the form and bring it"."""
    return words[at].startswith("l'") or list(words[at + 1 : at + 2]) in (["it"], ["them"])


def _behind_colon(words: Sequence[str]) -> Sequence[str]:
    """Return words without the colon of "Please bring with you:"."""
    at = next((at for at, word in enumerate(words[:3]) if word == ":"), -1)
    return words[at + 1 :]


def _leaves_a_choice(words: Sequence[str]) -> bool:
    """Whether bringing and sending stand with an "or" before the second of them: that is what it joins."""
    last, either = "", -_HERE
    for at, word in enumerate(words):
        if word in _OR:
            either = at
        does = "bring" if _bare(word) in _ALONG else "send" if _is_sending(words, at) else ""
        if does and last and does != last and at - either < _HERE:
            return True
        if does:
            last, either = does, -_HERE
    return False


def _is_sending(words: Sequence[str], at: int) -> bool:
    return _bare(words[at]) in _SENDS or (words[at] == "scan" and words[at + 1 : at + 2] in (("it",), ("them",)))


def _offers_another_way(words: Sequence[str]) -> bool:
    """Whether a statement goes on with another way to hand the same in: "Alternatively, send us a copy"."""
    return bool(words) and words[0] in _OR and not _SENDS.isdisjoint(words)
