"""An interview that is the first thing understood: believed where a letter about a job was answered before it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.app.mail_in.test_passed_over import Mail, asked, receive, verbs

from sincerely.app.wiring import opened
from sincerely.store.base import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "home") as found:
        yield found


@pytest.fixture
def box(tmp_path: Path) -> Path:
    (tmp_path / "box").mkdir()
    return tmp_path / "box"


CONSULTANT = "Aoife Marr <aoife.marr@larchrow.example>"
FIRST = (
    "a",
    "",
    CONSULTANT,
    (
        "Payroll Clerk - city centre\nHi Mira,\n\nGood talking to you earlier. As I said I've a Payroll Clerk role with a client of mine, "
        "Dunne Carroll Accountants on the quays. Are you happy for me to send your CV across?\n\nAoife Marr\nSenior Consultant\n"
        "Larchrow Recruitment"
    ),
)
SEND_IT = ("b", "a", f"to {CONSULTANT}", "Re: Payroll Clerk - city centre\nHi Aoife, yes please do.\nMira")
REFUSED = (
    "b",
    "a",
    f"to {CONSULTANT}",
    "Re: Payroll Clerk - city centre\nHi Aoife, thanks, but I'm not interested.\nMira",
)
FIXES = (
    "e",
    "b",
    CONSULTANT,
    (
        "Re: Payroll Clerk - city centre\nMorning Mira,\n\nGreat news, Dunne Carroll would like to meet you. It's on Teams, Thursday "
        "16th at 11, with Orla Dunne (partner) and Tom Hayes, the office manager. Does that suit?\n\nAoife"
    ),
)
SUITS = ("f", "e", f"to {CONSULTANT}", "Re: Payroll Clerk - city centre\nThat's grand, suits me. Thanks\nMira")


@pytest.mark.parametrize("steps", [(4,), (2, 2), (1, 1, 1, 1)])
def test_an_interview_that_a_talk_of_a_job_leads_to_stands(store: Store, box: Path, steps: tuple[int, ...]) -> None:
    mails = [FIRST, SEND_IT, FIXES, SUITS]
    for number in steps:
        receive(store, box, *mails[:number])
        del mails[:number]
    assert "scheduled" in verbs(store)
    assert asked(store) == []


@pytest.mark.parametrize("mails", [(FIXES, SUITS), (FIRST, FIXES), (FIRST, REFUSED, FIXES)])
def test_without_a_talk_of_a_job_it_is_asked(store: Store, box: Path, mails: tuple[Mail, ...]) -> None:
    receive(store, box, *mails)
    assert "scheduled" not in verbs(store)
    assert [one.event.verb for one in asked(store)][:1] == ["scheduled"]


def test_a_landlord_who_is_answered_fixes_no_interview(store: Store, box: Path) -> None:
    keith = "Keith Barr <keith@barrlets.example>"
    receive(
        store, box,
        ("a", "", keith, "Two bed flat, Mill Row\nHi Mira, the flat at Mill Row is free. Are you happy for me to keep it for you?\nKeith"),
        ("b", "a", f"to {keith}", "Re: Two bed flat, Mill Row\nHi Keith, yes please do.\nMira"),
        ("e", "b", keith, "Re: Two bed flat, Mill Row\nMorning Mira, the owner would like to meet you, Thursday 16th at 11. Does that suit?"),
        ("f", "e", f"to {keith}", "Re: Two bed flat, Mill Row\nThat's grand, suits me.\nMira"),
    )  # fmt: skip
    assert "scheduled" not in verbs(store)
