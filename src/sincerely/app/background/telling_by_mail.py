"""A reminder as a mail to oneself."""

from __future__ import annotations

from datetime import datetime

from sincerely.app.background.reminding import Say
from sincerely.outbox.base import Fate, Outbox, Parcel
from sincerely.outbox.desktop import NoNotice
from sincerely.outbox.self_mail import compose
from sincerely.planning.reminder_words import Words


def by_mail(me: str, outbox: Outbox) -> Say:
    """Return what says a reminder by a mail from and to one's own address.

    What may have arrived counts as said: it is not said twice.
    """

    def say(words: Words, at: datetime, name: str) -> None:
        data = compose(me, words.title, words.body, at, f"<{name}@sincerely.invalid>")
        result = outbox.send(Parcel(data, me, (me,)), lambda: True)
        if result.fate not in {Fate.TAKEN, Fate.UNKNOWN}:
            raise NoNotice(f"{me}: the reminder is not sent. {result.told}")

    return say
