"""Approve a mail that was written elsewhere: what it is for is read from its text."""

from __future__ import annotations

from datetime import datetime

from sincerely.app.drafts.draft_grounds import one_process
from sincerely.app.drafts.kept import Clock
from sincerely.app.models.tone_model import load_tone
from sincerely.app.outgoing.approving import Answer, Wish, approve_text
from sincerely.app.outgoing.message import outgoing_file, outgoing_of
from sincerely.app.processes.exits import NothingThere
from sincerely.app.today.policies import load_policy
from sincerely.app.today.working_calendars import working_calendar
from sincerely.core.outbound import Text, Written
from sincerely.core.process import Process
from sincerely.core.requests import open_pledges, to_send
from sincerely.gate.case import Case, Desk
from sincerely.gate.message import Mailbox
from sincerely.gate.purpose import Purpose
from sincerely.reading.letters.mime import parse
from sincerely.store.base import Store

_KINDS = {
    Purpose.NUDGE: "check-in",
    Purpose.ANSWER: "answer",
    Purpose.ASK_WHY: "ask-why",
    Purpose.WITHDRAWAL: "withdrawal",
    Purpose.ACCEPTANCE: "acceptance",
    Purpose.RESCHEDULE: "reschedule",
    Purpose.DEADLINE: "tell-others",
    Purpose.IN_TOUCH: "stay-in-touch",
}


def approve_mail(store: Store, data: bytes, name: str, wish: Wish, clock: Clock) -> Answer:
    """Approve the mail of an .eml file for one process.

    Args:
        store: the candidate's store.
        data: the file.
        name: the process's, or the beginning of it.
        wish: what the person says.
        clock: gives the instant, on a zone's clock.

    Raises:
        Unreadable: the file holds no mail.
        NothingThere: there is no such process, or nobody to send it to.
        NothingToOverrule: a check is named that has found nothing.
        CannotStep: it was sent, or is being sent.
    """
    text, sender = read_mail(data)
    if not text.to:
        raise NothingThere("nobody is named whom it goes to; add a To: line")
    process = one_process(store, name)
    now = clock(process.header.tz)
    kind, who = what_for(text, sender, process, now)
    written = Written(process=process.header.id, code="", purpose=kind, who=who, text=text, made_at=now)
    named = Wish(None, wish.reasons, wish.sender or sender, wish.profile)
    return approve_text(store, written, named, clock, lambda: written)


def read_mail(data: bytes) -> tuple[Text, str]:
    """Return what a file's mail says, and who it is from.

    Raises:
        Unreadable: it holds no mail.
    """
    message, letter = outgoing_file(data, public=False), parse(data)
    text = Text(
        to=tuple(map(_written, message.to)),
        cc=tuple(map(_written, message.cc)),
        subject=message.subject,
        body=message.text.rstrip(),
        in_reply_to=_bracketed(letter.in_reply_to),
        references=tuple(map(_bracketed, letter.references)),
        attach=message.attachments,
    )
    return text, _written(message.sender)


def _written(box: Mailbox) -> str:
    name = f'"{box.name}"' if set(box.name) & set("()<>@,:;.[]") else box.name
    return f"{name} <{box.address}>".strip() if box.name else box.address


def _bracketed(message_id: str) -> str:
    return message_id if not message_id or message_id.startswith("<") else f"<{message_id}>"


def what_for(text: Text, sender: str, process: Process, now: datetime) -> tuple[str, str]:
    """Return which kind of mail a text is, and the item that it hands in."""
    calendar = working_calendar(process.header.country, process.header.zone)
    case = Case(outgoing_of(text, sender), process, now, Desk(load_policy(), load_tone(), calendar))
    if case.purpose is Purpose.THANKS:
        return ("thank-you" if case.thanks_for_interview else "other"), ""
    if case.purpose is Purpose.HAND_IN:
        wanted = (*to_send(process), *open_pledges(process))
        return ("hand-in", wanted[0]) if len(wanted) == 1 else ("answer", "")
    return _KINDS.get(case.purpose, "other"), ""
