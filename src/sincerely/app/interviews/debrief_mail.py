"""The debrief as a mail to oneself: for the phone, where a page on the laptop can't be reached."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sincerely.app.interviews.debrief_form import Form, form
from sincerely.app.today.wording import moment
from sincerely.core.account import Account
from sincerely.core.process import Process
from sincerely.outbox.base import Outbox, Parcel, Result
from sincerely.outbox.self_mail import compose
from sincerely.store.base import Store

MAILS = "debrief_mails"
# So many are remembered: an answer that comes later than fifty interviews is none.
_KEPT = 50
_BEGIN = (
    "Five minutes, while it is fresh. Answer this mail: write below each question, or above all of them with their",
    "numbers. Leave out what you don't know. Whatever you write is noted when your mail is read.",
)
_END = "That is all. Nobody but you gets this mail."


@dataclass(frozen=True)
class DebriefMail:
    """A mail that asks.

    Attributes:
        to: the person's own address, from and to which it goes.
        data: its bytes.
        subject: what it is called.
    """

    to: str
    data: bytes
    subject: str


@dataclass(frozen=True)
class Asked:
    """One question of the form.

    Attributes:
        key: what it asks, such as ``topic``.
        who: about whom; empty for the whole interview.
        words: the question; it ends with its only question mark.
    """

    key: str
    words: str
    who: str = ""


def make(store: Store, process: Process, me: str, names: Mapping[str, str], now: datetime) -> DebriefMail:
    """Return a mail that asks what is not known yet of the last interview; its answer will be known as such.

    Args:
        store: the candidate's store.
        process: the process.
        me: the person's own address.
        names: how people are called, by address.
        now: when.

    Raises:
        NothingThere: there has been no interview.
    """
    told = form(store, process, now, names)
    asked = list(_questions(told))
    token = secrets.token_hex(4)
    header = process.header
    subject = f"How was it? {header.employer or header.id} [d-{token}]"
    when = moment(told.interview.start, header.tz)
    head = f"{header.role or 'Your interview'} at {header.employer or header.id}, {when}"
    lines = [head, "", *_BEGIN, ""]
    for number, question in enumerate(asked, 1):
        lines += [f"({number}) {question.words}", "", ""]
    body = "\n".join((*lines, _END, ""))
    name = f"<debrief-{secrets.token_hex(12)}@sincerely.invalid>"
    kept = {
        "token": token,
        "message_id": name,
        "process": header.id,
        "interview": told.interview.end.isoformat(),
        "me": me.lower(),
        "people": [[person.who, person.name] for person in told.people if person.who],
        "questions": [[question.key, question.who, question.words] for question in asked],
        "lines": [head, *_BEGIN, _END],
    }
    with store.transaction():
        store.set_setting(MAILS, [*known(store), kept][-_KEPT:])
    return DebriefMail(me, compose(me, subject, body, now, name, kind="debrief"), subject)


def known(store: Store) -> list[dict[str, Any]]:
    """Return the mails that asked, oldest first."""
    return list(store.setting(MAILS) or ())


def _questions(told: Form) -> Iterator[Asked]:
    """Yield what is not known yet."""
    invited = [person.name for person in told.people if person.who]
    if invited:
        yield Asked("there", f"{'Was' if len(invited) == 1 else 'Were'} {', '.join(invited)} there, and who else?")
    else:
        yield Asked("there", "Whom did you meet?")
    for person in told.people:
        if not person.asked:
            continue
        name, who = person.name, person.who
        yield Asked("topic", f"What did {name} talk about?" if who else "What did they talk about?", who)
        yield Asked("liked", f"What did you like about what {name} said?" if who else "What did you like?", who)
        yield Asked("fit", f"What does {name} need that you have done?" if who else "Where do you fit?", who)
        yield Asked("send", f"What did you say that you would send {name}?" if who else "What will you send?", who)
    if told.decides is None:
        yield Asked("decide", "By when did they say that they would decide?")
    if told.wish is None:
        yield Asked("contact", "Whom should you write to, and may you call?")
    yield Asked("note", "Anything for yourself, that never gets into a mail?")


def account_to_self(store: Store) -> Account | None:
    """Return the connected mailbox that a mail to oneself can go out with; None where there is none."""
    return next((account for account in store.accounts() if account.may_send), None)


def send_to_self(mail: DebriefMail, outbox: Outbox) -> Result:
    """Hand the mail over; it goes to nobody but the person."""
    return outbox.send(Parcel(mail.data, mail.to, (mail.to,)), lambda: True)
