"""Reminding over a store: claimed, said, remembered; and what the person chose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.support import POLICY

from sincerely.app.background import reminder_settings
from sincerely.app.background.reminder_settings import BadWish, By, ReminderSettings
from sincerely.app.background.reminding import remind
from sincerely.app.processes.transfer import take
from sincerely.app.wiring import opened, sayer
from sincerely.core.account import Account, Server
from sincerely.outbox.desktop import NoNotice
from sincerely.planning.reminder_words import Words
from sincerely.planning.reminding import Kind, Wishes
from sincerely.store.base import Store

BERLIN = ZoneInfo("Europe/Berlin")
MORNING = datetime(2026, 3, 5, 8, 30, tzinfo=BERLIN)
CHOSEN = ReminderSettings(By.DESKTOP, Wishes(zone=BERLIN))
STORY = """process acme-analyst employer="Acme" role="Data analyst" zone=America/New_York country=US
2026-03-02 09:00 scheduled dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 15:00 promised by=2026-03-13 quote="by the end of next week"
2026-03-04 16:00 requested writing-sample by=2026-03-09 quote="Please send it by Monday."
"""


class Sayer:
    def __init__(self) -> None:
        self.said: list[Words] = []
        self.broken = False

    def __call__(self, words: Words, at: datetime, name: str) -> None:
        if self.broken:
            raise NoNotice("nobody is at this desktop")
        self.said.append(words)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "story.timeline").write_text(STORY, "utf-8")
    with opened(tmp_path / "home") as store:
        take(store, tmp_path / "story.timeline", MORNING.astimezone(UTC))
        yield store


def test_said_once_and_the_next_look_is_known(store: Store) -> None:
    say = Sayer()
    first = remind(store, POLICY, CHOSEN, MORNING, say)
    assert first.kind is Kind.DIGEST
    assert first.next_at is not None
    assert first.next_at > MORNING
    second = remind(store, POLICY, CHOSEN, MORNING + timedelta(minutes=1), say)
    assert (second.kind, second.next_at) == (None, first.next_at)
    [words] = say.said
    assert words.title.startswith("Sincerely: ")
    assert "Acme: hand in: writing sample (due Mon 9 Mar, 22:00)" in words.body
    assert "dana@acme.example" not in words.body


def test_a_dry_run_says_and_remembers_nothing(store: Store) -> None:
    assert remind(store, POLICY, CHOSEN, MORNING).words == remind(store, POLICY, CHOSEN, MORNING).words is not None
    assert store.reminded([], MORNING - timedelta(days=9)) == []


def test_what_was_not_said_is_said_later(store: Store) -> None:
    say = Sayer()
    say.broken = True
    with pytest.raises(NoNotice):
        remind(store, POLICY, CHOSEN, MORNING, say)
    say.broken = False
    assert remind(store, POLICY, CHOSEN, MORNING, say).kind is Kind.DIGEST


def test_without_a_mailbox_that_sends_there_is_no_mail_to_oneself() -> None:
    read_only = Account(address="robin@mail.example", smtp=Server("mail.example", 465), read_only=True)
    with pytest.raises(NoNotice, match="account add"):
        sayer(By.MAIL, [read_only, Account(address="alice@mail.example")])


def test_what_was_chosen_comes_back(store: Store) -> None:
    assert reminder_settings.load(store, BERLIN) == ReminderSettings(By.OFF, Wishes(zone=BERLIN))
    chosen = reminder_settings.change(
        ReminderSettings(By.OFF, Wishes(zone=BERLIN)),
        by="desktop",
        digest="off",
        quiet="20:00-09:30",
        most=1,
        urgent=False,
    )
    reminder_settings.save(store, chosen)
    assert reminder_settings.load(store, BERLIN) == chosen
    assert chosen.wishes.digest is None


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"digest": "soon"}, "expected a time of day"),
        ({"quiet": "21:00"}, "expected hours such as"),
        ({"quiet": "21:00-25:00"}, "expected a time of day"),
        ({"most": -1}, "expected 0 to 20"),
        ({"digest": "22:00"}, "lies in the quiet hours"),
    ],
)
def test_what_cannot_be_kept_is_said(given: dict[str, object], says: str) -> None:
    with pytest.raises(BadWish, match=says):
        reminder_settings.change(CHOSEN, **given)
