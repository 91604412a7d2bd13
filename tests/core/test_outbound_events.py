"""What each kind of mail did, once it was sent: the finding that it was written for is settled by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.support import load, process_of

from sincerely.core.events import Event, Submitted, Thanked, Wrote
from sincerely.core.outbound import Dispatch, Overruled, Text
from sincerely.core.outbound_events import events_of
from sincerely.core.timeline import format_event

AT = datetime(2026, 3, 5, 15, 30, tzinfo=UTC)
HEAD = 'process acme employer="Acme Corp" zone=America/New_York country=US'
STORY = f"""{HEAD}
2026-03-04 15:00 interviewed dana@acme.example
2026-03-04 15:10 agreed      kim@uni.example
2026-03-04 15:20 agreed      jo@uni.example
2026-03-04 16:00 requested   references
"""
[TIMELINE] = load(STORY)
PROCESS = process_of(TIMELINE)
TEXT = Text(to=("Dana Ito <Dana@Acme.Example>",), cc=("lee@acme.example",), body="Kim is kim@uni.example.")
MESSAGE = Dispatch(
    process="acme", text=TEXT, digest=TEXT.digest, message_id="<a@x.example>", who="dana@acme.example", changed_at=AT
)


def told(events: tuple[Event, ...]) -> list[str]:
    assert all(event.source == "<a@x.example>" and event.at == AT for event in events)
    shown = (format_event(replace(event, source=""), PROCESS.header.tz) for event in events)
    return [" ".join(line.split()).removeprefix("2026-03-05 10:30 ") for line in shown]


@pytest.mark.parametrize(
    ("purpose", "who", "lines"),
    [
        ("thank-you", "dana@acme.example", ["thanked dana@acme.example"]),
        ("thank-you", "lee@acme.example", ["thanked lee@acme.example, dana@acme.example"]),
        ("check-in", "dana@acme.example", ["wrote dana@acme.example purpose=check-in channel=email"]),
        ("answer", "", ["wrote dana@acme.example purpose=reply channel=email"]),
        ("offer-thanks", "", ["wrote dana@acme.example purpose=reply channel=email"]),
        ("tell-others", "", ["wrote dana@acme.example purpose=other channel=email"]),
        ("stay-in-touch", "", ["wrote dana@acme.example purpose=other channel=email"]),
        ("accept-silence", "", ["wrote dana@acme.example purpose=other channel=email"]),
        ("reschedule", "", ["wrote dana@acme.example purpose=reschedule channel=email"]),
        ("hand-in", "writing-sample", ["submitted writing-sample"]),
        ("hand-in", "references", ["submitted references", "named kim@uni.example"]),
        ("reference-request", "", ["asked dana@acme.example"]),
        ("reference-reminder", "", ["reminded dana@acme.example"]),
        ("heads-up", "", ["told dana@acme.example"]),
        ("briefing", "", ["briefed dana@acme.example"]),
        ("reference-outcome", "", ["thanked-reference dana@acme.example"]),
        ("withdrawal", "", ["withdrew"]),
        ("acceptance", "", ["accepted"]),
        ("ask-why", "", ["asked-why dana@acme.example"]),
    ],
)
def test_what_a_mail_did(purpose: str, who: str, lines: list[str]) -> None:
    assert told(events_of(replace(MESSAGE, purpose=purpose, who=who), PROCESS, AT)) == lines


def test_whatever_asks_for_news_counts_as_a_check_in() -> None:
    found = events_of(replace(MESSAGE, purpose="thank-you"), PROCESS, AT, nudges=True)
    assert [type(event) for event in found] == [Thanked, Wrote]
    assert isinstance(found[1], Wrote)
    assert found[1].purpose == "check-in"
    assert len(events_of(replace(MESSAGE, purpose="check-in"), PROCESS, AT, nudges=True)) == 1


def test_an_agencys_consultant_is_not_who_was_thanked() -> None:
    head = HEAD.replace("country=US", "country=US via=agency consultant=dana@acme.example")
    [timeline] = load(STORY.replace(HEAD, head))
    [thanked] = events_of(replace(MESSAGE, purpose="thank-you", who="lee@acme.example"), process_of(timeline), AT)
    assert thanked.who == ("lee@acme.example",)


def test_what_had_spoken_against_it_is_kept() -> None:
    """That is how nobody is told to stay in touch where they parted badly."""
    overruled = (Overruled("OUT011", "it has to be said", TEXT.digest, AT),)
    [wrote] = events_of(replace(MESSAGE, purpose="answer", overruled=overruled, advised=("OUT004",)), PROCESS, AT)
    assert isinstance(wrote, Wrote)
    assert wrote.overruled == "OUT004,OUT011"
    [handed] = events_of(replace(MESSAGE, purpose="hand-in", who="cv", advised=("OUT007",)), PROCESS, AT)
    assert isinstance(handed, Submitted)
