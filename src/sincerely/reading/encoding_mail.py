"""A mail for the encoder: who writes, subject, statements with their times, signature, what is quoted."""

from __future__ import annotations

from collections.abc import Sequence

from .letters.letter import Letter
from .linking import relays
from .scoring.encoding import ANSWERED, HEADER, QUOTED, REPLY, SIGN, SIGNATURE, SUBJECT, TITLE, WRITER, Encoded, Row
from .scoring.wordpiece import Pieces
from .statements.statement import Statement

# A reply of fewer characters fits the room that is meant for it: a piece has one at least, and mostly four.
_LONG = 300


def encode(
    letter: Letter, said: Sequence[Statement], signature: str, quoted: str, pieces: Pieces, *, own: bool
) -> Encoded:
    """Return a mail in numbers.

    Args:
        letter: its headers.
        said: the statements of its reply.
        signature: the writer's.
        quoted: what it answers.
        pieces: the vocabulary.
        own: whether the candidate wrote it.
    """
    row = Row(pieces)
    row.flags(_flags(letter, own=own))
    who = letter.to[0] if own and letter.to else letter.from_
    more = " ".join(f"{name} {address}" for name, address in letter.reply_to if not own)
    row.text(WRITER, f"{who.name} {who.address} {more}", HEADER)
    row.sentence(TITLE, letter.subject, SUBJECT)
    if sum(map(len, (statement.text for statement in said))) > _LONG:
        row.lend(SIGNATURE, REPLY, signature)
        row.lend(QUOTED, REPLY, quoted)
    for index, statement in enumerate(said):
        if row.left(REPLY) <= 0:
            break
        row.sentence(index, statement.text, REPLY, statement.times)
    row.text(SIGN, signature, SIGNATURE)
    row.text(ANSWERED, quoted, QUOTED)
    return Encoded(row.pieces, row.forms, row.sentences, row.mentions, row.words, row.texts)


def _flags(letter: Letter, *, own: bool) -> list[bool]:
    headers = letter.headers
    return [
        own,
        bool(letter.in_reply_to or letter.references),
        relays.is_relay(letter.from_.address),
        "list-id" in headers or "list-unsubscribe" in headers or headers.get("auto-submitted", "no").lower() != "no",
        any(part.method == "REQUEST" for part in letter.calendars),
        any(part.method == "CANCEL" for part in letter.calendars),
        bool(letter.attachments),
    ]
