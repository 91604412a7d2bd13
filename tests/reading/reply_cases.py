"""Reads the cases under replies/: a mail, and what its parts should be to the letter.

A file begins with a line that says what it shows. Then come `%% mail` (or `%% mail crlf`, `%% html`), `%% reply`,
`%% signature` and `%% quoted`; each line of the last is `Name <address> | ISO date | first words`, `-` for none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from sincerely.reading.letters import mime_body, reply, reply_parts

FOLDER = Path(__file__).with_name("replies")
_SECTION = re.compile(r"(?m)^%% (mail crlf|mail|html|reply|signature|quoted)\n")


@dataclass(frozen=True)
class Case:
    name: str
    form: str
    mail: str
    reply: str
    signature: str
    quoted: tuple[str, ...]

    def parts(self) -> reply_parts.Parts:
        return reply.split_html(self.mail) if self.form == "html" else reply.split(self.mail)


def read(path: Path) -> Case:
    """Read one case."""
    pieces = _SECTION.split(path.read_text(encoding="utf-8"))
    sections = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    form = next(name for name in ("mail", "mail crlf", "html") if name in sections)
    mail = sections[form]
    return Case(
        name=path.stem,
        form=form,
        mail=mail.replace("\n", "\r\n") if form == "mail crlf" else mime_body.plain_text(mail),
        reply=sections["reply"].rstrip("\n"),
        signature=sections["signature"].rstrip("\n"),
        quoted=tuple(sections["quoted"].splitlines()),
    )


def cases() -> list[Case]:
    """Return all cases."""
    return [read(path) for path in sorted(FOLDER.glob("*.txt"))]


def shown(quote: reply_parts.Quote, expected: str) -> str:
    """Return a quote in the notation of a case, its text as long as the expected one."""
    words = expected.split(" | ", 2)[2]
    return f"{_who(quote)} | {_when(quote)} | {quote.text[: len(words)]}"


def _when(quote: reply_parts.Quote) -> str:
    if quote.date is None:
        return "-"
    return quote.date.isoformat(timespec="seconds" if quote.date.second else "minutes")


def _who(quote: reply_parts.Quote) -> str:
    if quote.sender is None:
        return "-"
    name, address = quote.sender
    return f"{name} <{address}>".strip() if address else name
