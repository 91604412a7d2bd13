"""What of a CV answers a posting: lines put together, chosen by content, said as they are."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sincerely.app.drafts.drafting import Plain, Unwritten
from sincerely.app.outgoing.reviewing import Beside, review_beside
from sincerely.app.processes.papers import Lines, lines_of
from sincerely.app.today.policies import load_policy
from sincerely.gate.message import Mailbox, Outgoing
from sincerely.store.base import Paper
from sincerely.writing.facts.fitting import fitting
from sincerely.writing.facts.grounds import Draft, Ground
from sincerely.writing.facts.passages import pairs, passages, wanted
from sincerely.writing.facts.situation import Style
from sincerely.writing.provenance import invented

from .drafting import HELD, draft, made, process

CV = """Robin Ashdown
Leeds, robin@mail.example
Senior analyst, Bridgewater Council, 2021–2026
• Led the move of forty dashboards from Tableau to Looker, and halved the time that monthly
  reporting takes
• Built the demand forecast for social housing in Python and SQL, used by four departments
• Trained twelve colleagues in dbt and in writing tests for data
Analyst, Finch & Co, 2018–2021
Python, SQL, dbt, Looker; German (fluent)
"""
POSTING = """Energy Data Analyst
Acme Corp is hiring for its forecasting team.
What you will do
- Move our reporting from spreadsheets to dashboards in Looker
What you bring
- Strong SQL and Python, and experience with forecasting
- Experience with dbt or a similar tool
We offer 28 days of leave, and dashboards in Looker.
"""


def lines(kind: str, text: str) -> tuple[Ground, ...]:
    return lines_of(
        Paper(id=f"{kind}-1", kind=kind, lines=text.splitlines(), added_at=datetime(2026, 1, 1, tzinfo=UTC))
    )


def knowing(cv: str = CV, posting: str = POSTING) -> Plain:
    return Plain(style=Style(name="Robin Ashdown"), cv=lines("cv", cv), posting=lines("posting", posting))


def sources(found: Draft, words: str) -> list[str]:
    """What the sentence with these words stands on, CV and posting only."""
    [sentence] = [s for s in found.sentences if words in s.text]
    return [g.source for g in sentence.stands_on if g.kind in {"cv", "posting"}]


def test_what_the_page_broke_is_put_together_and_nothing_else() -> None:
    found = [(p.text, [g.source for g in p.grounds]) for p in passages(lines("cv", CV))]
    assert found[3] == (
        "Led the move of forty dashboards from Tableau to Looker, and halved the time that monthly reporting takes",
        ["cv-1:4", "cv-1:5"],
    )
    assert [text for text, _ in found[5:7]] == [
        "Trained twelve colleagues in dbt and in writing tests for data",
        "Analyst, Finch & Co, 2018–2021",
    ]


def test_a_word_that_was_broken_is_never_said() -> None:
    cv = "• Led the move of forty dashboards from Tableau to Looker, and halved the time of migra-\n  tions"
    [passage] = passages(lines("cv", cv))
    assert not passage.whole
    assert fitting(lines("cv", cv), lines("posting", POSTING)) == ()


@pytest.mark.parametrize(
    ("second", "joined"),
    [
        ("Looker", True),
        ("Skills", False),
        ("LANGUAGES", False),
        ("Sprachen", False),
        ("Analyst, Finch & Co, 2018–2021", False),
        ("and Looker", True),
    ],
)
def test_a_line_goes_on_or_another_begins(second: str, joined: bool) -> None:  # noqa: FBT001  (what is expected)
    first = "• Led the move of forty dashboards for everybody in the council away from Tableau"
    assert len(passages(lines("cv", f"{first}\n{second}"))) == (1 if joined else 2)


def test_what_stops_in_the_middle_is_no_sentence() -> None:
    cut = lines("cv", "• Built the demand forecast in Python and SQL, and reported on the")
    assert fitting(cut, lines("posting", POSTING)) == ()


def test_what_a_posting_asks_for_is_told_from_what_it_says_besides() -> None:
    assert [p.text for p in wanted(passages(lines("posting", POSTING)))] == [
        "Strong SQL and Python, and experience with forecasting",
        "Experience with dbt or a similar tool",
        "Move our reporting from spreadsheets to dashboards in Looker",
    ]


def test_a_thank_you_says_what_of_the_cv_answers_the_posting() -> None:
    note = '2026-03-04 15:20 debriefed dana@acme.example liked="the migration story"'
    found = draft(HELD + note, "THX001", "dana@acme.example", background=knowing())
    assert "the migration story" in found.body
    assert "asks for strong SQL and Python, and experience with forecasting" in found.body
    assert "I built the demand forecast for social housing in Python and SQL" in found.body
    assert sources(found, "demand forecast") == ["posting-1:6", "cv-1:6"]


def test_what_the_person_noted_of_the_fit_goes_before_the_cv() -> None:
    note = '2026-03-04 15:20 debriefed dana@acme.example fit="ran the demand forecast in Python for the council"'
    found = draft(HELD + note, "THX001", "dana@acme.example", background=knowing())
    assert "I ran the demand forecast in Python for the council" in found.body
    assert "asks for" not in found.body
    assert sources(found, "demand forecast") == ["cv-1:6"]


def test_no_two_of_a_panel_read_the_same_of_the_cv_and_a_fourth_nothing() -> None:
    panel = HELD.replace("lee@acme.example", "lee@acme.example, mo@acme.example, pia@acme.example")
    found = made(panel, "THX001", background=knowing())
    written = [each for each in found if isinstance(each, Draft)]
    said = [s.stands_on for each in written for s in each.sentences if any(g.kind == "cv" for g in s.stands_on)]
    assert len(written) == len(said) == len(set(said)) == 3
    assert isinstance(found[3], Unwritten)


def test_a_cv_in_another_language_is_no_part_of_the_mail() -> None:
    [found, _] = made(HELD, "THX001", background=knowing(), language="de")
    assert isinstance(found, Unwritten)


def test_a_german_cv_is_quoted_as_it_is() -> None:
    cv = "Berufserfahrung\n• Aufbau der Bedarfsprognose für Sozialwohnungen in Python und SQL"
    posting = "Ihr Profil\n- Sichere Kenntnisse in SQL und Python"
    [found, _] = made(HELD, "THX001", background=knowing(cv, posting), language="de")
    assert isinstance(found, Draft)
    assert "Aufbau der Bedarfsprognose für Sozialwohnungen in Python und SQL" in found.body
    assert "„Sichere Kenntnisse in SQL und Python“" in found.body


@pytest.mark.parametrize(
    "line",
    [
        "Data Analyst in Python and SQL, Acme Corp, 2019–2023",
        "Registered nurse with SQL and Python",
        "Certified Scrum Master, SQL, Python",
        "• United Nations Volunteer, Python and SQL",
        "Python, SQL, forecasting",
        "Advanced Python and SQL, forecasting models",
        "Responsible for SQL and Python forecasting",
    ],
)
def test_titles_lists_and_headings_are_no_sentence(line: str) -> None:
    assert fitting(lines("cv", line), lines("posting", POSTING)) == ()


def test_a_briefing_has_the_postings_lines_to_stress_and_the_cvs() -> None:
    story = HELD + "2026-03-05 15:00 agreed kim@uni.example\n2026-03-05 16:00 requested references\n"
    found = draft(story, "briefing", "kim@uni.example", background=knowing())
    asks = found.body.partition("What the job asks for, in the posting's words:")[2].partition("\n\n")[0]
    shows = found.body.partition("What my CV says about it:")[2].partition("\n\n")[0]
    assert asks.strip().splitlines()[0] == "- Strong SQL and Python, and experience with forecasting"
    assert "28 days" not in asks
    assert "- Built the demand forecast for social housing in Python and SQL, used by four departments" in shows
    assert sources(found, "What my CV says")[0] == "cv-1:6"


def test_without_notes_and_posting_a_briefing_says_how_to_give_one() -> None:
    story = HELD + "2026-03-05 15:00 agreed kim@uni.example\n2026-03-05 16:00 requested references\n"
    [found] = made(story, "briefing", "kim@uni.example")
    assert isinstance(found, Unwritten)
    assert "sincerely grounds add-posting FILE --process acme" in found.missing[0].how


# The gate


BOTH = Lines(lines("cv", CV), lines("posting", POSTING))


def judged(body: str, story: str = HELD, lines_: Lines | None = None) -> set[str]:
    mail = Outgoing(
        text=body, own=((0, len(body)),), sender=Mailbox("Robin Ashdown", "robin@mail.example"),
        to=(Mailbox("Dana Ito", "dana@acme.example"),), subject="Thank you",
    )  # fmt: skip
    at = datetime(2026, 3, 5, 15, tzinfo=UTC)
    found = review_beside(
        mail, process(story), at, Beside((), BOTH if lines_ is None else lines_), policy=load_policy()
    )
    return {finding.code for finding in found.verdict.findings}


HELLO = "Dear Dana,\n\nThank you for the interview about the Data analyst role. "


def test_a_claim_that_the_cv_backs_passes() -> None:
    claim = HELLO + "I have trained twelve colleagues in dbt, and I speak fluent German.\n\nBest,\nRobin"
    assert "OUT009" not in judged(claim)
    assert "OUT009" in judged(claim, lines_=Lines())


def test_what_only_the_posting_says_backs_no_claim_of_ones_own() -> None:
    posting = Lines((), lines("posting", "- 8 years of experience with Rust"))
    claim = HELLO + "I have 8 years of experience with Rust.\n\nBest,\nRobin"
    assert "OUT009" in judged(claim, lines_=posting)
    note = '2026-03-04 15:20 debriefed dana@acme.example liked="the tests"\n'
    told = HELLO + "As you mentioned Rust, I read on.\n\nBest,\nRobin"
    assert "OUT009" not in judged(told, HELD + note, posting)
    assert "OUT009" in judged(told, HELD + note, Lines())


def test_with_a_cv_a_claim_is_looked_up_though_nothing_was_noted() -> None:
    claim = HELLO + "I have led sailing tours around Iceland.\n\nBest,\nRobin"
    assert "OUT009" in judged(claim)
    assert "OUT009" not in judged(claim, lines_=Lines())


@pytest.mark.parametrize("who", ["dana@acme.example", "lee@acme.example"])
def test_what_is_drafted_from_the_cv_passes_the_gate(who: str) -> None:
    found = draft(HELD, "THX001", who, background=knowing())
    assert judged(found.body) <= {"OUT008", "OUT005"}
    assert not invented(
        found.body, [g.text for s in found.sentences for g in s.stands_on] + ["Robin Ashdown"], [date(2026, 3, 4)]
    )


# Whatever stands in them


WORDS = st.sampled_from(
    "led built Python SQL dbt the of forecast Looker, – • 2019 and\n \n\n reporting Acme Größe".split(" ")
)
TEXTS = st.lists(WORDS, max_size=60).map(" ".join)


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(cv=TEXTS, posting=TEXTS)
def test_every_passage_stands_on_its_lines_and_every_pair_shares_something(cv: str, posting: str) -> None:
    given_ = lines("cv", cv)
    found = passages(given_)
    assert [g for p in found for g in p.grounds] == [g for g in given_ if any(g in p.grounds for p in found)]
    for passage in found:
        shown = " ".join(g.text for g in passage.grounds)
        assert set("".join(passage.text.split())) <= set(shown)
    matched = pairs(found, passages(lines("posting", posting)))
    assert len({p.need for p in matched}) == len({p.deed for p in matched}) == len(matched)
    assert [p.score for p in matched] == sorted((p.score for p in matched), reverse=True)
    [first, *_] = made(HELD, "THX001", background=knowing(cv, posting))
    if isinstance(first, Draft):
        assert all(s.stands_on for s in first.sentences)
