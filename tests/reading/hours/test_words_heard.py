"""That the employer wrote, and whether it waits for an answer: what is told beside doubtful news, of programs and of strangers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Heard, Rejected
from sincerely.reading import received
from sincerely.reading.meetings import interview_news
from sincerely.reading.reader import Reading, read
from sincerely.reading.statements.scene import Found
from sincerely.reading.statements.telling import Teller

AT = datetime(2026, 3, 3, 15, tzinfo=UTC)
DANA = "dana@acme.example"


@dataclass(frozen=True)
class Said(Teller):
    """A teller of a mail that says what it is told to say."""

    seen: Mapping[str, float] = field(default_factory=dict)
    kind: str = "other"

    @property
    def insight(self) -> Any:
        return SimpleNamespace(kind=self.kind, kinds={self.kind: 0.7}, where=lambda _what: -1)

    def likely(self, what: str) -> float:
        return self.seen.get(what, 0.0)


def said(kind: str = "other", sender: str = DANA, employers: frozenset[str] = frozenset(), **seen: float) -> Said:
    scene: Any = SimpleNamespace(
        at=AT, said=(), sender=sender, who=lambda: (sender,) if sender else (), human=bool(sender), machine=not sender,
        employers=employers, hiring=0.95,
    )  # fmt: skip
    return Said(scene, seen, kind)


def words(teller: Said, *told: Found) -> list[tuple[tuple[str, ...], bool, bool]]:
    news = [one.found for one in received._rest(teller, told)]
    return [(one.event.who, one.event.asks, one.certain) for one in news if isinstance(one.event, Heard)]


def question(likely: float, *, certain: bool = False) -> Found:
    return Found(Rejected(at=AT, who=(DANA,), confidence=likely), certain=certain)


def test_a_question_leaves_it_told_that_somebody_wrote_and_waits() -> None:
    teller = said(heard=0.9, asks=0.9)
    assert words(teller, question(0.6)) == [((DANA,), True, True)]
    assert words(teller, question(0.95)) == []
    assert words(teller, question(0.6, certain=True)) == []
    assert words(said(heard=0.9, sender="sam@gmail.com"), question(0.6)) == []


def test_what_a_program_writes_of_an_application_is_a_word_of_the_employers() -> None:
    assert words(said(heard=0.7, sender="")) == [((), False, True)]
    assert words(said(heard=0.7, sender=""), question(0.5)) == []


def test_a_stranger_hardly_wrote_where_that_is_no_likelier_than_not() -> None:
    assert words(said(heard=0.45)) == []
    assert words(said(heard=0.1, employers=frozenset({DANA}))) == [((DANA,), False, True)]


def test_who_proposes_something_unasked_is_owed_no_answer() -> None:
    assert words(said("outreach", heard=0.9, asks=0.9)) == []
    assert words(said("outreach", heard=0.9, employers=frozenset({DANA}))) == [((DANA,), False, True)]


def test_what_may_invite_is_asked_of_strangers() -> None:
    assert words(said("interview_invite", heard=0.7, asks=0.7)) == [((DANA,), True, False)]
    known = frozenset({DANA})
    assert words(said("interview_invite", heard=0.7, asks=0.7, employers=known)) == [((DANA,), True, True)]


@pytest.mark.parametrize(("kind", "certain"), [("request", True), ("interview_invite", False), ("outreach", False)])
def test_an_answer_is_expected_whether_it_invites_or_not(kind: str, *, certain: bool) -> None:
    [news] = interview_news.interview(said_of_interviews(kind))
    assert isinstance(news.found.event, Heard)
    assert (news.found.event.asks, news.found.certain) == (True, certain)


def said_of_interviews(kind: str) -> Said:
    teller = said(kind, heard=0.9, asks=0.8, invited=0.6)
    teller.scene.invitations = ()  # type: ignore[misc]
    teller.scene.meeting = None  # type: ignore[misc]
    return teller


MAIL = "From: {sender}\nTo: Robin Ashdown <robin@mail.example>\nSubject: {subject}\nDate: Tue, 03 Mar 2026 10:00:00 +0000\n\n{text}"


def reading(text: str, sender: str = f"Dana Lee <{DANA}>", subject: str = "Data Analyst at Acme") -> Reading:
    data = MAIL.format(sender=sender, subject=subject, text=text).encode()
    return read(data, me=frozenset({"robin@mail.example"}), at=None, models=load_models())


def test_an_applications_status_is_heard() -> None:
    text = "Dear Robin,\n\nThe status of your application for Data Analyst is now: under review by the hiring team. You need not do anything.\n\nAcme Careers"
    [found] = reading(text, "Acme Careers <no-reply@acme.example>").events
    assert (found.event.verb, found.event.who) == ("heard", ())
    jobs = "Hi Robin,\n\nHere are 12 new jobs that match your search. Log in to apply.\n\nJobPilot"
    assert reading(jobs, "JobPilot <no-reply@jobpilot.example>", "12 new jobs").events == ()


def test_a_confirmation_that_is_asked_for_is_owed() -> None:
    text = "Sehr geehrter Herr Ashdown,\n\nwir laden Sie zum Gespräch am Donnerstag, 12. März, um 14 Uhr ein. Um kurze Rückmeldung wird ersucht.\n\nDana Lee"
    assert [(f.event.verb, getattr(f.event, "asks", None)) for f in reading(text, subject="Interview").events] == [
        ("scheduled", None),
        ("heard", True),
    ]
