"""What is still asked of a process, and what goes away by itself."""

from __future__ import annotations

import pytest
from tests.support import HEAD, load, process_of

from sincerely.core.asking import still_open


def asked(lines: str) -> list[str]:
    [timeline] = load(HEAD + lines)
    return [event.verb for event in still_open(process_of(timeline))]


SLOT = '2026-03-02 09:00 scheduled d@a.example start="2026-03-06 12:00" confidence=0.4\n'
OFFER = "2026-03-12 09:00 offered d@a.example confidence=0.49\n"
HELD = "2026-03-09 09:00 offered d@a.example by=2026-03-20\n"
MET = '2026-03-01 09:00 scheduled d@a.example start="2026-03-03 10:00"\n'


@pytest.mark.parametrize(
    "lines",
    [
        f"{HELD}{OFFER}",
        f"{HELD}2026-03-11 09:00 accepted\n{OFFER}",
        f"2026-03-11 09:00 withdrew\n{OFFER}",
        f"{OFFER}2026-03-13 09:00 accepted\n",
        f"{SLOT}2026-03-04 09:00 withdrew\n",
        f"{SLOT}2026-03-08 09:00 accepted\n",
        f"{MET}{SLOT}2026-03-08 09:00 rejected\n",
        # It was fixed as it seemed, and moved or called off since.
        f'{SLOT}2026-03-03 09:00 scheduled d@a.example start="2026-03-06 12:00"\n2026-03-04 09:00 moved d@a.example start="2026-03-09 12:00"\n',
        f'{SLOT}2026-03-03 09:00 scheduled d@a.example start="2026-03-06 12:00"\n2026-03-04 09:00 cancelled d@a.example\n',
        # Another mail fixed when it is on that day.
        f'{SLOT}2026-03-03 09:00 scheduled e@a.example start="2026-03-06 13:00"\n',
    ],
)
def test_what_was_settled_since_is_asked_no_more(lines: str) -> None:
    assert asked(lines) == []


@pytest.mark.parametrize(
    "lines",
    [
        SLOT,
        OFFER,
        # Another day, until when it stands.
        f"{HELD}2026-03-12 09:00 offered d@a.example by=2026-03-24 confidence=0.49\n",
        f"2026-03-11 09:00 rejected\n{OFFER}",
        # Whether they met decides what may be asked after a no.
        f"{SLOT}2026-03-08 09:00 rejected\n",
        # Nothing was heard for long: that ends no question.
        f"{SLOT}2026-05-08 09:00 closed reason=silent\n",
        # Said after the end: it may begin again.
        f"2026-03-01 09:00 withdrew\n{SLOT}",
        f"{MET}{SLOT}",
        f'2026-03-01 09:00 scheduled e@a.example start="2026-03-06 13:00"\n{SLOT}',
        f'{SLOT}2026-03-03 09:00 scheduled e@a.example start="2026-03-07 13:00"\n',
    ],
)
def test_what_may_still_be_so_is_asked(lines: str) -> None:
    assert len(asked(lines)) == 1
