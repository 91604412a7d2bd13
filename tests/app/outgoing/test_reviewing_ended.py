"""A question for news, where of several processes with one person some have ended; and a draft that is approved late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from pathlib import Path

import pytest

from sincerely.app.drafts.kept import Clock
from sincerely.app.outgoing.approving import Wish, approve_draft
from sincerely.app.outgoing.message import outgoing_mail
from sincerely.app.outgoing.reviewing import review_found, review_stored
from sincerely.app.processes.transfer import take
from sincerely.app.today.policies import load_policy
from sincerely.app.wiring import opened
from sincerely.core.outbound import State, Text, Written
from sincerely.gate.verdict import Decision
from sincerely.store.base import Store

STORY = """
process acme-analyst employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-02 15:00 interviewed dana@acme.example
2026-03-09 09:00 rejected dana@acme.example
process acme-engineer employer="Acme Corp" role="Engineer" zone=America/New_York country=US
2026-03-10 15:00 interviewed dana@acme.example
process globex-clerk employer="Globex" role="Clerk" zone=America/New_York country=US
2026-03-02 15:00 interviewed lee@globex.example
2026-03-09 09:00 rejected lee@globex.example
process globex-typist employer="Globex" role="Typist" zone=America/New_York country=US
2026-02-20 15:00 interviewed lee@globex.example
"""
MAIL = """From: robin@mail.example
To: {to}
Subject: Hello

Hello,

May I ask where things stand, and by when I might expect to hear?

Robin
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("ended")
    (folder / "story.timeline").write_text(STORY, "utf-8")
    with opened(folder) as found:
        take(found, folder / "story.timeline", datetime.fromisoformat("2026-03-20T12:00-04:00"))
        yield found


def _noon(zone: tzinfo) -> datetime:
    return datetime(2026, 3, 20, 12, tzinfo=zone)


@pytest.mark.parametrize(
    ("to", "decision", "process"),
    [
        ("dana@acme.example", Decision.SEND, "acme-engineer"),  # they met again after the no
        ("lee@globex.example", Decision.STOP, "globex-clerk"),  # the no was their last word
    ],
)
def test_of_several_processes(store: Store, to: str, decision: Decision, process: str) -> None:
    found = review_found(outgoing_mail(MAIL.format(to=to).encode()), store, _noon, policy=load_policy("default"))
    assert found is not None
    assert found.process is not None
    assert (found.verdict.decision, found.process.header.id) == (decision, process)


def test_the_one_that_is_named_counts(store: Store) -> None:
    mail = outgoing_mail(MAIL.format(to="dana@acme.example").encode())
    policy = load_policy("default")
    assert review_stored(mail, store, "acme-analyst", _noon, policy=policy).verdict.decision is Decision.STOP
    assert review_stored(mail, store, "acme-engineer", _noon, policy=policy).verdict.decision is Decision.SEND


WRITTEN = Written(
    process="acme-analyst",
    code="WAIT003",
    purpose="check-in",
    who="dana@acme.example",
    text=Text(
        to=("dana@acme.example",),
        subject="Data analyst",
        body="Dear Dana,\n\nMay I ask where things stand, and by when I might expect to hear?\n\nBest,\nRobin",
    ),
    made_at=datetime.fromisoformat("2026-03-09T08:00-04:00"),
)


def _clock(day: int, hour: int) -> Clock:
    return lambda zone: datetime(2026, 3, day, hour, tzinfo=zone)


def test_approving_judges_by_what_holds_now(tmp_path: Path) -> None:
    """The draft is of the time before the no; an approval from then is over, and is given no more."""
    before, _, after = STORY.partition("2026-03-09 09:00 rejected dana@acme.example\n")
    (tmp_path / "before.timeline").write_text(before, "utf-8")
    (tmp_path / "no.timeline").write_text(STORY.removesuffix(after), "utf-8")
    with opened(tmp_path) as store:
        take(store, tmp_path / "before.timeline", WRITTEN.made_at)
        store.add_version(WRITTEN)
        assert approve_draft(store, "d1", Wish(), _clock(9, 10)).approved
        take(store, tmp_path / "no.timeline", datetime.fromisoformat("2026-03-09T11:00-04:00"))
        again = approve_draft(store, "d1", Wish(), _clock(9, 12))
        assert not again.approved
        assert [finding.code for finding in again.in_the_way] == ["OUT001"]
        assert "They said no on Monday 9 March" in again.in_the_way[0].message
        assert "once, from Tuesday 10 March" in again.in_the_way[0].proposal
        assert not any(message.state is State.APPROVED for message in store.outgoings())
        meant = approve_draft(store, "d1", Wish(reasons={"OUT001": "Dana asked me to"}), _clock(9, 12))
        assert meant.approved


def test_the_employer_of_a_process_that_ended_is_wrong_in_what_is_wished(tmp_path: Path) -> None:
    story = STORY + "2026-03-02 09:00 rejected lee@globex.example\n"
    (tmp_path / "story.timeline").write_text(story, "utf-8")
    said = (("I'd love to join you at Globex.", True), ("I was turned down at Globex last week.", False))
    with opened(tmp_path) as found:
        take(found, tmp_path / "story.timeline", datetime.fromisoformat("2026-03-20T12:00-04:00"))
        found.sweep(_much_later(UTC))
        for line, wrong in said:
            mail = outgoing_mail(f"From: r@mail.example\nTo: dana@acme.example\nSubject: Hello\n\n{line}\n".encode())
            judged = review_stored(mail, found, "acme-engineer", _much_later, policy=load_policy("default"))
            assert ("OUT005" in {finding.code for finding in judged.verdict.findings}) is wrong


def _much_later(zone: tzinfo) -> datetime:
    return datetime(2026, 7, 20, 12, tzinfo=zone)
