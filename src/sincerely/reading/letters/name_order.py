"""Names that a mailbox shows with the family name first: "Hinterleitner Katharina" is Katharina Hinterleitner.

So offices in Austria, Bavaria, Hungary and France show their people, without a comma. A name alone does not tell; how
the mail speaks of whoever bears it does.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sincerely.core.people import name_words

from . import reply
from .letter import Address, Letter
from .people import is_name, is_persons

_LOOK = 4000
_WORD = r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_])){1,40}"
_TWO = re.compile(rf"(?P<first>{_WORD}) (?P<last>{_WORD})")
_SALUTED = (
    r"\b(?:Frau|Herrn?|Mrs?|Ms|Mx|Mme|Madame|Monsieur|Mlle|M)\.? (?:(?:Mag|Dr|Prof|Ing|DI|Dipl\.-Ing)\b\.? ){0,2}"
)

# What ends a salutation.
_TITLES = "frau herr herrn mr mrs ms mx mme madame monsieur mlle m mag dr prof ing di dipl.-ing".split()


def in_order(letter: Letter) -> Letter:
    """Return a mail whose people are shown by their given names first, as far as it tells which these are."""
    boxes = (letter.from_, *letter.reply_to, *letter.to, *letter.cc)
    low = letter.text[:_LOOK].replace("\n", " ").lower()
    if not any(_may_be_turned(box, low) for box in boxes):
        return letter
    # What is quoted shows mailboxes as they are.
    parts = reply.of(letter)
    text = f"{parts.reply}\n{parts.signature}"[:_LOOK]

    def turned(box: Address) -> Address:
        return _in_order(box, text)

    return replace(
        letter,
        from_=turned(letter.from_),
        reply_to=tuple(map(turned, letter.reply_to)),
        to=tuple(map(turned, letter.to)),
        cc=tuple(map(turned, letter.cc)),
    )


def _may_be_turned(box: Address, text: str) -> bool:
    """Whether a look at a mail's letters, in lower case, leaves it open: most mail goes no further."""
    match = _TWO.fullmatch(box.name)
    if match is None:
        return False
    first, last = match["first"].lower(), match["last"].lower()
    turned = (f"{last} {first}", f"{last[0]}. {first}", f"{last[0]}.{first}")
    if any(words in text for words in turned):
        return True
    return first in text and any(f"{title} {first}" in text or f"{title}. {first}" in text for title in _TITLES)


def _in_order(box: Address, text: str) -> Address:
    match = _TWO.fullmatch(box.name)
    if match is None or not is_name(box.name) or not is_persons(box):
        return box
    first, last = match["first"], match["last"]
    if not _is_turned(first, last, box, text):
        return box
    return Address(f"{last} {first.capitalize() if first.isupper() and not last.isupper() else first}", box.address)


def _is_turned(first: str, last: str, box: Address, text: str) -> bool:
    """Whether what a name begins with is the family's: it is written so, saluted so, or stands behind the other's initial.

    A mail that has the name as the mailbox shows it tells nothing, but for a "Frau Roth" of "Roth Ida".

    Args:
        first: the first of the two words, as they are shown.
        last: the second.
        box: the mailbox.
        text: what its writer says.
    """
    if _has(rf"{_SALUTED}{re.escape(first)}\b", text) and not _has(rf"{_SALUTED}{re.escape(last)}\b", text):
        # "Frau Ida" is said in some houses: the address has the last word.
        words = name_words(box.address)
        return not words or words[0] not in {*name_words(first), first[0].lower()}
    if _has(rf"\b{re.escape(first)}\s{re.escape(last)}\b", text):
        return False
    if _has(rf"\b{re.escape(last)}\s{re.escape(first)}\b", text):
        return True
    return _has(rf"(?<!\w){re.escape(last[0])}\. ?{re.escape(first)}\b", text)


def _has(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None
