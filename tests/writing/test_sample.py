"""The sample's interviews, debriefed: no two thank-yous share a sentence apart from the greeting."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest

from sincerely.app.drafts.draft_targets import KINDS
from sincerely.app.drafts.drafting import Unwritten, Wish, drafts
from sincerely.core.events import Debriefed
from sincerely.core.facts import interviewers
from sincerely.core.fold import fold
from sincerely.core.process import Process
from sincerely.writing.facts.grounds import Draft
from sincerely.writing.provenance import invented
from tests.sample.openings import table
from tests.sample.timelines import events_by_process, header

from .drafting import PLAIN

NOW = datetime(2026, 3, 11, 10, tzinfo=UTC)
# One remark for each person in turn: the sample holds no debriefs, because nobody has been asked yet.
REMARKS = (
    (
        "how the readmissions dashboard is reviewed with nurses",
        "owned a nightly pipeline for two years",
        "data contracts",
    ),
    ("her point that a metric nobody acts on should go", "two years of survey weighting", "late-arriving claims"),
    ("that every analyst spends a day in the warehouse", "built the stock forecast that buyers use", "returns"),
    ("the calm with which outages are handled", "speak German and English at work", "the move to one ledger"),
    ("the weekly open hour for questions", "I taught SQL to thirty colleagues", "how targets are set"),
    ("small teams with their own budgets", "running reader panels", "the archive"),
)


def debriefed() -> list[Process]:
    processes, remark = [], 0
    for name, events in events_by_process(NOW).items():
        about = header(name, table("story.toml")[name])
        process = fold(about, events)
        for interview in process.interviews:
            for who in interviewers(process, interview):
                liked, fit, topic = REMARKS[remark % len(REMARKS)]
                suffix = f" ({remark})"
                at = interview.end + timedelta(minutes=20)
                events.append(
                    Debriefed(at=at, who=(who,), liked=liked + suffix, fit=fit + suffix, topic=topic + suffix)
                )
                remark += 1
        processes.append(fold(about, events))
    return processes


def test_no_two_of_the_samples_thank_yous_share_a_sentence() -> None:
    found = [
        each
        for process in debriefed()
        for interview in process.interviews[-1:]
        for who in interviewers(process, interview)
        for each in drafts(process, "thank-you", PLAIN, Wish(who))
        if isinstance(each, Draft)
    ]
    assert len(found) >= 12
    assert all(60 <= each.words <= 150 for each in found)
    for one, other in combinations(found, 2):
        shared = {s.text for s in one.sentences} & {s.text for s in other.sentences}
        assert not {text for text in shared if text not in {one.sentences[0].text, other.sentences[0].text}}, shared


@pytest.mark.slow
def test_every_draft_of_the_sample_stands_on_something_and_invents_nothing() -> None:
    written = 0
    for process in debriefed():
        for what in KINDS:
            for each in drafts(process, what, PLAIN):
                if isinstance(each, Unwritten):
                    assert each.missing
                    continue
                written += 1
                assert all(sentence.stands_on for sentence in each.sentences)
                grounds = [ground.text for sentence in each.sentences for ground in sentence.stands_on]
                days = [event.at.astimezone(process.header.tz).date() for event in process.events]
                days += [d for e in process.events if (d := getattr(e, "by", None)) is not None]
                days += [i.end.astimezone(process.header.tz).date() for i in process.interviews]
                days += [d for o in process.outside if (d := getattr(o.event, "by", None)) is not None]
                assert not invented(each.body, [*grounds, "Robin Ashdown"], days, each.language), each.body
    assert written > 60
