"""A mail as its writer meant it, before a program makes bytes of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from .templates import Person, Template


@dataclass(frozen=True)
class Letter:
    """One mail with its dates settled.

    Attributes:
        template: the file that it comes from.
        sender: who wrote it.
        to: to whom.
        cc: and to whom in copy.
        subject: the subject.
        written: when, on the writer's own clock.
        message_id: with its angle brackets.
        plain: the text, quotes included, long lines not yet broken.
        html: the same as HTML without a page around it; empty where the program writes none.
        answers: the mail that this one answers.
    """

    template: Template
    sender: Person
    to: tuple[Person, ...]
    cc: tuple[Person, ...]
    subject: str
    written: datetime
    message_id: str
    plain: str = ""
    html: str = ""
    answers: Letter | None = None

    @property
    def thread(self) -> tuple[str, ...]:
        """The Message-IDs of the mails before this one, oldest first."""
        return () if self.answers is None else (*self.answers.thread, self.answers.message_id)


def token(seed: str, pattern: str) -> str:
    """Make an identifier that looks random and is the same every time.

    In the pattern ``#`` becomes a digit, ``%`` and ``^`` a hexadecimal digit (lower and upper case), ``~`` a letter
    or digit; everything else stays.
    """
    digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    number = int.from_bytes(hashlib.shake_256(seed.encode()).digest(64), "big")
    out = []
    for sign in pattern:
        base = {"#": 10, "%": 16, "^": 16, "~": 62}.get(sign)
        if base is None:
            out.append(sign)
            continue
        number, index = divmod(number, base)
        out.append(digits[index].upper() if sign == "^" else digits[index])
    return "".join(out)
