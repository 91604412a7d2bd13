"""Remind the person: what is planned is claimed first and then said, so that nothing is said twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sincerely.app.background.reminder_settings import By, ReminderSettings
from sincerely.app.today.reporting import report_process
from sincerely.core.policy import Policy
from sincerely.planning.reminder_words import Words, words_of_notice
from sincerely.planning.reminding import Kind, Notice, Plan, Remindable, Shown, Wishes, reminders
from sincerely.store.base import Store

Say = Callable[[Words, datetime, str], None]
"""Says a notice; told when it is, and the notice's name. Raises where it was not said."""

_LATELY = timedelta(days=3)


@dataclass(frozen=True)
class Reminded:
    """What was said, or would be, and when the next look is worth its while."""

    kind: Kind | None
    words: Words | None
    next_at: datetime | None


def remind(store: Store, policy: Policy, settings: ReminderSettings, now: datetime, say: Say | None = None) -> Reminded:
    """Say what is due to be said now, once.

    Args:
        store: the person's.
        policy: the profile.
        settings: what the person chose.
        now: the instant.
        say: says it; without it nothing is said and nothing remembered.

    Raises:
        Whatever ``say`` raises: then it counts as not said.
    """
    whole = settings.by is By.MAIL
    with store.transaction():
        found = _found(store, policy, now)
        plan = _plan(store, found, settings.wishes, now)
        if plan.notice is None:
            return Reminded(None, None, plan.next_at)
        claimed = _claims(plan.notice, now)
        if say is not None:
            store.claim_reminders(claimed)
    words = words_of_notice(plan.notice, settings.wishes.zone, whole=whole)
    if say is None:
        return Reminded(plan.notice.kind, words, plan.next_at)
    try:
        say(words, now, claimed[0].key)
    except BaseException:
        store.release_reminders(claimed)
        raise
    with store.transaction():
        return Reminded(plan.notice.kind, words, _plan(store, found, settings.wishes, now).next_at)


def _found(store: Store, policy: Policy, now: datetime) -> list[Remindable]:
    found = []
    for process in store.lively(now):
        report = report_process(process, now, policy)
        found += [Remindable(process.header, finding) for finding in (*report.findings, *report.ahead)]
    return found


def _plan(store: Store, found: list[Remindable], wishes: Wishes, now: datetime) -> Plan:
    shown = store.reminded([one.key for one in found], now - _LATELY)
    return reminders(found, shown, wishes, now)


def _claims(notice: Notice, now: datetime) -> list[Shown]:
    return [Shown(one.what.key, one.stage, now, notice.kind) for one in notice.told]
