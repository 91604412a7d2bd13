"""What is said of an offer, where two mails name two dates."""

from __future__ import annotations

from datetime import datetime

import pytest
from tests.support import HEAD, POLICY, load, process_of, report_of

from sincerely.app.today.reporting import as_json, lines

FRIDAY = '2026-03-09 10:00 offered by=2026-03-13 quote="Let me know by Friday"\n'
CONTRACT = '2026-03-10 10:00 offered by=2026-03-25 quote="The contract is valid until the 25th"\n'
SAME_MAIL = '2026-03-09 10:00 offered by=2026-03-25 quote="Sign by the 25th"\n'
LAST = "They want an answer by Wednesday 25 March."


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
            f"{LAST} Before that they had named Friday 13 March.",
        ),
        (FRIDAY + CONTRACT, "2026-03-13T17:00", f"{LAST} Before that they had named Friday 13 March."),
        (
            FRIDAY + CONTRACT.replace("by=2026-03-25", "by=2026-03-12"),
            "2026-03-10T12:00",
            "They want an answer by Thursday 12 March.",
        ),
        (FRIDAY + "2026-03-16 10:00 offered by=2026-03-25\n", "2026-03-16T12:00", LAST),
        (
            FRIDAY + SAME_MAIL,
            "2026-03-10T12:00",
            "They named Friday 13 March and Wednesday 25 March: keep to the first.",
        ),
        (FRIDAY + SAME_MAIL, "2026-03-13T17:00", LAST),
        (
            '2026-03-09 10:00 offered by="2026-03-12 12:00"\n',
            "2026-03-10T12:00",
            "They want an answer by Thursday 12 March, 12:00.",
        ),
        (FRIDAY + "2026-03-10 10:00 offered\n", "2026-03-10T12:00", "They want an answer by Friday 13 March."),
        (
            FRIDAY + "2026-03-09 12:00 wrote dana@acme.example purpose=reply\n" + CONTRACT,
            "2026-03-10T12:00",
            f"{LAST} Before that they had named Friday 13 March.",
        ),
        (
            FRIDAY + "2026-03-09 12:00 wrote dana@acme.example purpose=reply\n" + "2026-03-10 10:00 offered\n",
            "2026-03-10T12:00",
            "They want an answer by Friday 13 March.",
        ),
        ("2026-03-09 10:00 offered\n", "2026-03-10T12:00", "They named no date: ask for one."),
    ],
    ids=[
        "one",
        "two",
        "the first has passed",
        "an earlier one",
        "after the first",
        "in one mail",
        "in one mail, the first has passed",
        "an hour",
        "spoken of again",
        "answered",
        "thanked",
        "none",
    ],
)
def test_what_is_said_of_the_dates(lines: str, at: str, message: str) -> None:
    assert said(lines, at).partition(". ")[2] == message


def test_where_the_answer_is_wanted_before_thanks_would_be_due_only_that_is_said() -> None:
    message = said("2026-03-09 10:00 offered by=2026-03-09\n", "2026-03-09T12:00")
    assert message == "They want an answer to the offer by Monday 9 March, 17:00."


def test_the_newer_mails_later_date_counts() -> None:
    process = process_of(load(HEAD + FRIDAY + CONTRACT)[0])
    found = report_of(process, datetime.fromisoformat("2026-03-16T12:00-04:00")).findings
    [(late, stage)] = [
        (f.late, f.stage(datetime.fromisoformat("2026-03-16T12:00-04:00"))) for f in found if f.code == "OFF001"
    ]
    assert (late, stage) == (datetime.fromisoformat("2026-03-25T17:00-04:00"), "due")


def test_what_would_be_said_to_be_wrong_is_the_date_that_counts_now() -> None:
    process = process_of(load(HEAD + FRIDAY + SAME_MAIL)[0])
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
    assert message.endswith("It stands until Wednesday 25 March; before that they had named Friday 13 March.")
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
    ("story", "late", "ends"),
    [
        ("2026-03-09 10:00 offered\n", "2026-03-11T17:00", "for the offer. You said that you would answer by Wednesday 11 March."),
        (FRIDAY, "2026-03-11T17:00", "by Friday 13 March. You said that you would answer by Wednesday 11 March."),
        (
            FRIDAY.replace("by=2026-03-13", "by=2026-03-10"), "2026-03-10T17:00",
            "by Tuesday 10 March. You said that you would answer by Wednesday 11 March.",
        ),
    ],
    ids=["they named none", "an earlier day than theirs", "a later day than theirs"],
)  # fmt: skip
def test_who_says_by_when_they_will_answer_owes_it_by_then(story: str, late: str, ends: str) -> None:
    wrote = "2026-03-09 17:00 wrote dana@acme.example purpose=other by=2026-03-11\n"
    process = process_of(load(HEAD + story + wrote)[0])
    for at in ("2026-03-09T18:00-04:00", "2026-03-12T09:00-04:00"):
        [found] = [f for f in report_of(process, datetime.fromisoformat(at)).findings if f.code == "OFF001"]
        assert (found.late, found.message.endswith(ends)) == (datetime.fromisoformat(f"{late}-04:00"), True)
    answered = process_of(load(HEAD + story + wrote + "2026-03-10 09:00 wrote dana@acme.example purpose=reply\n")[0])
    assert not report_of(answered, datetime.fromisoformat("2026-03-10T10:00-04:00")).findings


def test_their_next_offer_is_owed_by_its_own_day() -> None:
    wrote = "2026-03-09 17:00 wrote dana@acme.example purpose=other by=2026-03-11\n"
    assert said(FRIDAY + wrote + CONTRACT, "2026-03-10T12:00").endswith(
        f"{LAST} Before that they had named Friday 13 March."
    )


@pytest.mark.parametrize(
    ("purpose", "says"),
    [("other", "You have thanked for the offer. They want an answer by"), ("check-in", "Thank for the offer by")],
)
def test_who_has_put_the_answer_off_is_not_told_to_thank(purpose: str, says: str) -> None:
    wrote = f"2026-03-09 17:00 wrote dana@acme.example purpose={purpose}\n"
    assert said(FRIDAY + wrote, "2026-03-10T09:00").startswith(says)
