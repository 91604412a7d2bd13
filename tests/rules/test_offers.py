"""What is said of an offer, where two mails name two dates."""

from __future__ import annotations

from datetime import datetime

import pytest
from tests.support import HEAD, POLICY, load, process_of, report_of

from sincerely.app.today.reporting import as_json, lines

FRIDAY = '2026-03-09 10:00 offered by=2026-03-13 quote="Let me know by Friday"\n'
CONTRACT = '2026-03-10 10:00 offered by=2026-03-25 quote="The contract is valid until the 25th"\n'


def said(story: str, at: str) -> str:
    """Return what OFF001 says on a day in New York."""
    process = process_of(load(HEAD + story)[0])
    found = report_of(process, datetime.fromisoformat(f"{at}-04:00")).findings
    [message] = [finding.message for finding in found if finding.code == "OFF001"]
    return message


@pytest.mark.parametrize(
    ("lines", "at", "message"),
    [
        (FRIDAY, "2026-03-10T12:00", "They want an answer by Friday 13 March."),
        (
            FRIDAY + CONTRACT,
            "2026-03-10T12:00",
            "They named Friday 13 March, and later Wednesday 25 March: keep to the first unless they moved it.",
        ),
        (FRIDAY + CONTRACT, "2026-03-13T17:00", "They want an answer by Wednesday 25 March."),
        (
            '2026-03-09 10:00 offered by="2026-03-12 12:00"\n',
            "2026-03-10T12:00",
            "They want an answer by Thursday 12 March, 12:00.",
        ),
        (FRIDAY + "2026-03-10 10:00 offered\n", "2026-03-10T12:00", "They want an answer by Friday 13 March."),
        (
            FRIDAY + "2026-03-09 12:00 wrote dana@acme.example purpose=reply\n" + CONTRACT,
            "2026-03-10T12:00",
            "They want an answer by Wednesday 25 March. Before you wrote they had named Friday 13 March.",
        ),
        (
            FRIDAY + "2026-03-09 12:00 wrote dana@acme.example purpose=reply\n" + "2026-03-10 10:00 offered\n",
            "2026-03-10T12:00",
            "They want an answer by Friday 13 March.",
        ),
        ("2026-03-09 10:00 offered\n", "2026-03-10T12:00", "They named no date: ask for one."),
    ],
    ids=["one", "two", "the first has passed", "an hour", "spoken of again", "answered", "thanked", "none"],
)
def test_what_is_said_of_the_dates(lines: str, at: str, message: str) -> None:
    assert said(lines, at).partition(". ")[2] == message


def test_where_the_answer_is_wanted_before_thanks_would_be_due_only_that_is_said() -> None:
    message = said("2026-03-09 10:00 offered by=2026-03-09\n", "2026-03-09T12:00")
    assert message == "They want an answer to the offer by Monday 9 March, 17:00."


def test_what_would_be_said_to_be_wrong_is_the_date_that_counts_now() -> None:
    process = process_of(load(HEAD + FRIDAY + CONTRACT)[0])
    friday, contract = process.told
    for at, last in (("2026-03-10T12:00", friday), ("2026-03-13T17:00", contract)):
        [finding] = [
            f for f in report_of(process, datetime.fromisoformat(f"{at}-04:00")).findings if f.code == "OFF001"
        ]
        assert finding.evidence[-1] == last


@pytest.mark.parametrize("by", ["0001-01-01 00:00", "9999-12-31 23:59", "0001-01-01", "9999-12-31"])
def test_at_the_calendars_ends_it_still_says_something(by: str) -> None:
    head = HEAD.replace("America/New_York", "UTC")
    [process] = [process_of(one) for one in load(f'{head}2026-03-09 10:00 offered by="{by}"\n')]
    assert report_of(process, datetime.fromisoformat("2026-03-10T12:00+00:00")).findings


ELSEWHERE = 'process acme employer="Acme" zone=America/New_York country=US\n' + FRIDAY + CONTRACT
PENDING = 'process globex employer="Globex" zone=America/New_York country=US\n2026-03-04 15:00 interviewed lee@globex.example\n'


def told_elsewhere(story: str, at: str) -> list[str]:
    """Return what OFF002 says on a day in New York."""
    found = load(story)
    held = report_of(process_of(found[1], found), datetime.fromisoformat(f"{at}-04:00")).findings
    return [finding.message for finding in held if finding.code == "OFF002"]


def test_the_others_hear_of_both_dates() -> None:
    [message] = told_elsewhere(ELSEWHERE + PENDING, "2026-03-10T12:00")
    assert message.endswith("It stands until Friday 13 March; a later mail says Wednesday 25 March.")
    shorter = ELSEWHERE.replace("by=2026-03-25", "by=2026-03-12")
    [message] = told_elsewhere(shorter + PENDING, "2026-03-10T12:00")
    assert "stands until Thursday 12 March," in message


def test_the_others_are_told_of_an_offer_once() -> None:
    told = "2026-03-09 15:00 wrote lee@globex.example purpose=other\n"
    assert told_elsewhere(ELSEWHERE + PENDING + told, "2026-03-11T12:00") == []
    ended = "2026-03-09 16:00 withdrew\n"
    again = ELSEWHERE.replace(CONTRACT, ended + CONTRACT)
    assert len(told_elsewhere(again + PENDING + told, "2026-03-11T12:00")) == 1


def test_a_report_opens_with_the_offer_whichever_date_counts() -> None:
    process = process_of(load(HEAD + FRIDAY + CONTRACT)[0])
    seen = [datetime.fromisoformat(f"2026-03-{day}T12:00-04:00") for day in (11, 16)]
    rows = [as_json(line, naive=True) for now in seen for line in lines([process], now, POLICY)]
    assert [row["opens"] for row in rows if row["code"] == "OFF001"] == ["2026-03-10T10:00:00"] * 2


@pytest.mark.parametrize(
    ("purpose", "says"),
    [("other", "You have thanked for the offer. They want an answer by"), ("check-in", "Thank for the offer by")],
)
def test_who_has_put_the_answer_off_is_not_told_to_thank(purpose: str, says: str) -> None:
    wrote = f"2026-03-09 17:00 wrote dana@acme.example purpose={purpose}\n"
    assert said(FRIDAY + wrote, "2026-03-10T09:00").startswith(says)
