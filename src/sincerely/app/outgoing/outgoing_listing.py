"""What is approved, held, sent, withdrawn or in doubt, for people and as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sincerely.app.drafts.kept import Clock, live, process_of, standing_of, stands, went_out, why_over
from sincerely.app.mail_in.returning import Return, by_message
from sincerely.app.outgoing.sent_by_whom import goes_by_itself
from sincerely.app.today.wording import moment
from sincerely.core.header import Header
from sincerely.core.outbound import Dispatch, State, Written
from sincerely.core.standing import Holds, Standing
from sincerely.store.base import Store

_STATES = {
    State.DRAFT: "not approved",
    State.APPROVED: "approved",
    State.CLAIMED: "being sent",
    State.SENT: "sent",
    State.UNKNOWN: "unknown",
    State.WITHDRAWN: "withdrawn",
    State.VOID: "void",
}


_ALWAYS = frozenset({"to", "subject", "body", "sentences"})


@dataclass(frozen=True)
class Line:
    """One message and what it is worth now.

    Attributes:
        message: the message.
        header: what its process is about.
        standing: what its approval is worth.
        taken_back: it was recorded as sent, and the person took that back.
        why: why it is held or over, in words.
        back: that it came back, or is delayed.
        goes: from when on it goes out by itself; None where the person sends it.
    """

    message: Dispatch
    header: Header
    standing: Standing
    taken_back: bool
    why: str
    back: Return | None = None
    goes: datetime | None = None

    @property
    def state(self) -> str:
        """One word or two for where it stands now."""
        if self.back is not None and self.back.failed:
            return "came back"
        if self.taken_back:
            return "taken back"
        if self.standing.over:
            return "asked again"
        return "held" if self.standing.holds is Holds.EARLY else _STATES[self.message.state]

    @property
    def words(self) -> str:
        """Where it stands, with the day that matters (their time)."""
        message, zone = self.message, self.header.tz
        if self.state == "held" and message.not_before is not None:
            return f"held until {moment(message.not_before, zone)}" + (
                ", then it goes out by itself" if self.goes else ""
            )
        if self.state == "approved" and self.goes is not None:
            return f"approved, goes out by itself from {moment(self.goes, zone)} on"
        if self.state == "approved" and message.lapses is not None:
            return f"approved, to be sent before {moment(message.lapses, zone)}"
        if self.back is not None:
            sent = "" if self.back.failed else f"sent {moment(message.changed_at, zone)}; "
            return f"{sent}{self.back.words}"
        if self.state == "sent":
            return f"sent {moment(message.changed_at, zone)}"
        return self.state


def lines(store: Store, clock: Clock) -> list[Line]:
    """Return every message, the newest first. Reads only: what is over is ended when somebody acts on it."""
    back = by_message(store)
    return [line_of(store, message, clock, back) for message in store.outgoings()]


def line_of(store: Store, message: Dispatch, clock: Clock, back: Mapping[str, Return] | None = None) -> Line:
    """Return one message and what it is worth at the clock's instant, which may be a wall time in its zone.

    Args:
        store: the candidate's store.
        message: the message.
        clock: tells the time.
        back: what came back, where that was asked already.
    """
    back = by_message(store) if back is None else back
    process = process_of(store, message.process)
    found = standing_of(store, message, clock(process.header.tz))
    taken_back = message.state is State.SENT and not stands(store, message)
    why = why_over(found, message, process) if found.over else message.why
    returned = back.get(message.message_id) if message.state is State.SENT else None
    return Line(message, process.header, found, taken_back, why, returned, goes_by_itself(store, message))


def as_json(line: Line) -> dict[str, Any]:
    """Return a message as the command prints it; times on the employer's clock."""
    message = line.message

    def say(instant: datetime | None) -> str | None:
        return None if instant is None else instant.astimezone(line.header.tz).isoformat()

    return {
        "id": message.name,
        "draft": None if message.draft is None else f"d{message.draft}",
        "version": message.version,
        "process": line.header.id,
        "purpose": message.purpose,
        "to": list(message.text.to),
        "cc": list(message.text.cc),
        "subject": message.text.subject,
        "state": str(message.state),
        "now": line.state,
        "why": line.why,
        "approved_at": say(message.approved_at),
        "not_before": say(message.not_before),
        "by_itself": say(line.goes),
        "digest": message.digest,
        "returned": line.back and [vars(one) for one in line.back.recipients],
        "message_id": message.message_id,
        "overruled": [{"code": each.code, "reason": each.reason, "at": say(each.at)} for each in message.overruled],
        "changed_at": say(message.changed_at),
    }


@dataclass(frozen=True)
class DraftLine:
    """One draft's latest version, and what became of it."""

    written: Written
    header: Header
    state: str


def draft_lines(store: Store, clock: Clock, process: str = "") -> list[DraftLine]:
    """Return every draft, the newest first; those of one process where its name, or the beginning, is given."""
    kept = [each for each in store.drafts() if each.process.startswith(process)]
    return [DraftLine(each, process_of(store, each.process).header, _state(store, each, clock)) for each in kept]


def _state(store: Store, written: Written, clock: Clock) -> str:
    sent = went_out(store, written)
    message = sent or live(store, written)
    return "draft" if message is None else f"{line_of(store, message, clock).words} ({message.name})"


def draft_json(written: Written) -> dict[str, Any]:
    """Return a version of a draft as the command prints it."""
    text = written.text
    shown: Mapping[str, Any] = {
        "id": written.name,
        "version": written.version,
        "made_by": written.made_by,
        "made_at": written.made_at.isoformat(),
        "process": written.process,
        "code": written.code,
        "what": written.purpose,
        "who": written.who,
        "to": ", ".join(text.to),
        "cc": ", ".join(text.cc),
        "subject": text.subject,
        "body": text.body,
        "sentences": list(written.sentences),
        "language": written.language,
        "digest": text.digest,
        "in_reply_to": text.in_reply_to,
        "references": list(text.references),
        "attach": list(text.attach),
    }
    return {key: value for key, value in shown.items() if value or key in _ALWAYS}
