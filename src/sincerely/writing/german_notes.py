"""The person's German notes, turned into the part of a sentence that they can be.

German notes are quoted after a colon wherever case or word order would have to be guessed.
"""

from __future__ import annotations

import re

from .clipping import tidy

_PARTICIPLE = re.compile(
    r"(?:ge\w{2,}(?:t|en)|\w{2,}iert|(?:ver|be|ent|er|zer|über|unter)\w{2,}(?:t|en)|\w+ge\w{2,}(?:t|en))$"
)
_SEIN = frozenset("gewesen geworden gegangen gekommen gereist gewechselt aufgestiegen geblieben".split())
_WH = frozenset("wie dass warum was wo wann weshalb".split())
_HAVE = frozenset(
    "habe hatte bin war kann leite leitete baue baute spreche kenne arbeite arbeitete führe führte".split()
)
_DETERMINERS = frozenset(
    "der die das den dem des ein eine einen einem einer mein meine meinen ihr ihre euer eure dein deine jemand jemanden zwei drei vier fünf".split()
)
_SEND = re.compile(r"^(?:(?:ihr|ihm|ihnen|euch|dir|noch|wollte|werde|ich)\s+)+", re.IGNORECASE)
_SENT = re.compile(r"\s+(?:schicken|senden|zuschicken|nachreichen|schicke|sende|mailen)$", re.IGNORECASE)
_PLURAL_VERB = re.compile(r"\b(?:wie|dass|was|warum)\s+sie\b(?=.*\w{2,}(?:en|ern|eln)$)")


def object_of(note: str, *, formal: bool) -> tuple[str, str]:
    """Return a note as an ``object`` after a colon, a ``clause`` after a comma, or a ``sentence``."""
    text = tidy(note)
    first = _word(text)
    if first == "ich":
        return "sentence", text
    if first in _WH:
        return "clause", _you(text[:1].lower() + text[1:], formal=formal)
    return "object", _begin(text)


def deed_of(note: str) -> tuple[str, str]:
    """Return what somebody did: as a ``verb`` phrase that follows "ich", an ``object``, or a ``sentence``."""
    text = _begin(tidy(note))
    words = text.split()
    first = _word(text)
    if first == "ich" and len(words) > 1:
        return "verb", text.partition(" ")[2]
    if first in _HAVE and len(words) > 1:
        return "verb", text
    last = words[-1] if words else ""
    if len(words) > 1 and last[:1].islower() and _PARTICIPLE.search(last):
        return "verb", f"{'bin' if last in _SEIN else 'habe'} {text}"
    return "object", text


def sent_item(note: str) -> str:
    """Return what was to be sent: "ihr den Link schicken" is "den Link"."""
    return _begin(_SENT.sub("", _SEND.sub("", tidy(note))))


def _you(text: str, *, formal: bool) -> str:
    """Write "wie sie arbeiten" as "wie Sie arbeiten" where the verb fits both."""
    return _PLURAL_VERB.sub(lambda m: m[0][:-3] + "Sie", text) if formal else text


def _begin(text: str) -> str:
    first = _word(text)
    known = first in _DETERMINERS or first in _HAVE or first in _WH or first == "ich"
    return text[:1].lower() + text[1:] if known else text


def _word(text: str) -> str:
    return text.split(" ", 1)[0].casefold().strip(".,;:!?()") if text else ""
