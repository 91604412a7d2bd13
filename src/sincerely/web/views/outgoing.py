"""What is on its way out: approved, held, in doubt, sent; and one letter with what can be done with it now."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr
from typing import Any
from urllib.parse import quote

from sincerely.app.outgoing.outgoing_listing import Line
from sincerely.app.today.wording import moment
from sincerely.core.outbound import Dispatch, State, Text

from .drafts import from_words, kind

_COUNTED = re.compile(r"[do]\d+: ")
# Mail programs cut longer links off.
_LONGEST_LINK = 1900
_GROUPS = (
    ("doubt", "In doubt", ("unknown",)),
    ("again", "Asks for you again", ("asked again",)),
    ("going", "Going out", ("approved", "being sent")),
    ("held", "Held", ("held",)),
    ("sent", "Sent", ("sent", "taken back")),
    ("over", "Not sent", ("withdrawn", "void", "not approved")),
)
_TONES = {"unknown": "is-late", "asked again": "is-due", "approved": "is-soon", "held": "is-soon", "sent": "is-good"}


@dataclass(frozen=True)
class Letter:
    """A message as the pages show it.

    Attributes:
        state: one word or two.
        words: the same with the day that matters.
        left: seconds until it goes out from here; None where it does not, or not soon.
        queued: it is sent from here when its time has come.
        until, before: from when and until when it may go out, where that matters now.
        mailto: a link that opens the person's own program; empty where it would be too long.
    """

    name: str
    draft: str
    kind: str
    process: str
    employer: str
    to: str
    cc: str
    sender: str
    subject: str
    body: str
    attach: tuple[str, ...]
    state: str
    words: str
    tone: str
    why: str
    left: int | None
    queued: bool
    until: str
    before: str
    mailto: str
    digest: str
    overruled: tuple[tuple[str, str], ...]


def letter(line: Line, now: datetime, *, queued: bool) -> Letter:
    """Return a message as the pages show it."""
    message, text, zone = line.message, line.message.text, line.header.tz
    left = _left(message, now) if queued and line.state in {"approved", "held"} else None
    soon = left is not None and left <= 3600
    return Letter(
        name=message.name,
        draft="" if message.draft is None else f"d{message.draft}",
        kind=kind(message.purpose),
        process=line.header.id,
        employer=line.header.employer or line.header.id,
        to=", ".join(text.to),
        cc=", ".join(text.cc),
        sender=from_words(message.sender),
        subject=text.subject or "(no subject)",
        body=text.body,
        attach=text.attach,
        state="approved" if soon else line.state,
        words="approved" if soon else line.words,
        tone=_TONES.get(line.state, ""),
        why="" if soon else line.why,
        left=left if soon else None,
        queued=queued,
        until=moment(message.not_before, zone) if message.not_before is not None else "",
        before=moment(message.lapses, zone)
        if line.state == "approved" and message.lapses is not None and not soon
        else "",
        mailto=mailto(text),
        digest=message.digest,
        overruled=tuple((each.code, each.reason) for each in message.overruled),
    )


def _left(message: Dispatch, now: datetime) -> int | None:
    if message.state is not State.APPROVED or message.not_before is None:
        return None
    return max(0, round((message.not_before - now).total_seconds()))


def mailto(text: Text) -> str:
    """Return a link that opens a mail program with this text (RFC 6068); empty where it would be too long."""
    people = ",".join(quote(parseaddr(each)[1], safe="@") for each in text.to)
    lines = "\r\n".join(text.body.splitlines())
    parts = [("cc", ",".join(parseaddr(each)[1] for each in text.cc)), ("subject", text.subject), ("body", lines)]
    link = f"mailto:{people}?" + "&".join(f"{name}={quote(value, safe='@')}" for name, value in parts if value)
    return link if len(link) <= _LONGEST_LINK else ""


def why_not(error: Exception) -> str:
    """Return why something can't be done, without the name that only the command line needs."""
    text = _COUNTED.sub("", str(error), count=1)
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def outgoing_page(letters: Sequence[Letter]) -> dict[str, Any]:
    """Return what is on its way out, what asks for the person first."""
    groups = [
        {"name": name, "title": title, "letters": [each for each in letters if each.state in states]}
        for name, title, states in _GROUPS
    ]
    return {"groups": [group for group in groups if group["letters"]]}
