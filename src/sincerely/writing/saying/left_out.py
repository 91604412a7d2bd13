"""What of a debrief stands nowhere in the mail that was made of it, so that the person is told of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sincerely.writing.facts.situation import Situation

from .noted import note_parts

# A word's beginning is enough: "connaît" is "connaissez" to the reader.
_WORD = re.compile(r"[^\W\d_]{4,}|\b[A-Z]{2,}\b|\d{2,}")
_BEGINNING = 4
_PIECES = re.compile(r",? (?:but|aber|mais) |[,;] (?!(?:et|and|und|or|qui|who|which|was|dass|wie|weil)\b)")
# Words by which nobody would miss a thing.
_EMPTY = frozenset(
    """that this they them their with from very really also just quite some when what were have been there about vraiment très
    avec pour dans sont leur elle nous vous mais aussi bien sehr auch noch eine einen einer haben sich nicht dass wird sind
    parlé discuté talked discussed gesprochen super hyper trop total echt liked loved enjoyed aimé apprécié mochte gefallen""".split()
)


def left_out(situation: Situation, language: str, body: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the pieces of the notes of which no telling word stands in a mail.

    Args:
        situation: whose notes were used.
        language: of the mail.
        body: its text.
        known: what is said to be left out already.
    """
    said = {word.casefold()[:_BEGINNING] for word in _WORD.findall(body)}
    found = [
        piece
        for piece in _pieces(situation, language)
        if (telling := {w.casefold() for w in _WORD.findall(piece)} - _EMPTY)
        and not any(word[:_BEGINNING] in said for word in telling)
        and not any(piece in one or one in piece for one in known)
    ]
    return tuple(dict.fromkeys(found))


def _pieces(situation: Situation, language: str) -> Iterator[str]:
    for note in situation.notes:
        for field in situation.fields:
            for part in note_parts(getattr(note, field), field, language):
                yield from (piece.strip(" .") for piece in _PIECES.split(part))
