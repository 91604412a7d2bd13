"""What is drafted passes the gate that stands before sending: nobody is held back for the program's own words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.outgoing.reviewing import Beside, review_beside
from sincerely.app.processes.papers import Lines
from sincerely.app.today.policies import load_policy
from sincerely.core.process import Process
from sincerely.gate.message import Mailbox, Outgoing
from sincerely.writing.facts.grounds import Draft

from .drafting import HELD, draft, made, process

# As many as there are ways to say one thing: each gets another.
PANEL = [f"{name}@acme.example" for name in ("dana", "lee", "mo", "pia", "kim")]
MET = (
    f'2026-03-02 09:00 scheduled {", ".join(PANEL)} start="2026-03-04 14:00" end="2026-03-04 15:00"\n'
    f"2026-03-04 15:00 interviewed {', '.join(PANEL)}\n"
)
POLICY = load_policy()


def judged(story: str, who: str, language: str) -> set[str]:
    of = process(story)
    [found] = made(of, "THX001", who, language=language)
    assert isinstance(found, Draft), found
    return passing(of, found, datetime(2026, 3, 5, 15, tzinfo=UTC))


def passing(of: Process, found: Draft, at: datetime) -> set[str]:
    """Return which checks of the gate a draft does not pass."""
    mail = Outgoing(
        text=found.body, own=((0, len(found.body)),), sender=Mailbox("Robin Ashdown", "robin@mail.example"),
        to=(Mailbox("", found.to),), subject=found.subject,
    )  # fmt: skip
    verdict = review_beside(mail, of, at, Beside((), Lines()), policy=POLICY).verdict
    return {finding.code for finding in verdict.findings}


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("en", 'topic="my time at the bakery"'),
        ("en", 'topic="travel 20%"'),
        ("en", 'topic="the team will double"'),
        ("en", 'topic="start date"'),
        ("en", 'liked="moving to a new CRM"'),
        ("en", 'liked="the calm"'),
        ("en", 'liked="they liked the migration"'),
        ("en", 'fit="bakery"'),
        ("en", 'fit="good with people"'),
        ("en", 'fit="python"'),
        ("en", 'fit="ran the till"'),
        ("en", 'fit="team lead at a bakery"'),
        ("en", 'fit="CRM ↔ bakery"'),
        ("en", 'fit="CRM ↔ python"'),
        ("en", 'fit="CRM ↔ can do nights"'),
        ("de", 'topic="meine Zeit in der Bäckerei"'),
        ("de", 'topic="das Team ist klein"'),
        ("de", 'topic="dass das Team wächst"'),
        ("de", 'liked="die Ruhe"'),
        ("de", 'liked="wie sie das erklärt"'),
        ("de", 'fit="Bäckerei"'),
        ("de", 'fit="geduldig"'),
        ("de", 'fit="Teamleiter in einer Bäckerei"'),
        ("de", 'fit="CRM ↔ kann gut erklären"'),
        ("fr", 'topic="mon expérience en boulangerie"'),
        ("fr", 'topic="planning"'),
        ("fr", 'topic="que l\'équipe va doubler"'),
        ("fr", 'topic="le budget"'),
        ("fr", 'liked="la franchise"'),
        ("fr", 'liked="comment elle explique"'),
        ("fr", 'liked="ambiance calme"'),
        ("fr", 'fit="boulangerie"'),
        ("fr", 'fit="patient"'),
        ("fr", 'fit="tenu la caisse"'),
        ("fr", 'fit="deux ans de SQL"'),
        ("fr", 'fit="expérience en soins"'),
        ("fr", 'fit="chef d\'équipe dans une boulangerie"'),
        ("fr", 'fit="CRM ↔ boulangerie"'),
        ("fr", 'fit="CRM ↔ peux travailler la nuit"'),
        ("fr", 'fit="quelqu\'un de patient ↔ formé douze collègues"'),
    ],
)
def test_a_thank_you_of_one_terse_note_passes_however_it_is_said(language: str, note: str) -> None:
    # Without a note of the fit, the gate says so, and rightly.
    may = set() if note.startswith("fit") else {"OUT015"}
    for who in PANEL:
        assert judged(f"{MET}2026-03-04 15:20 debriefed {who} {note}\n", who, language) <= may, who


@pytest.mark.parametrize("who", PANEL[:2])
def test_a_short_one_says_more_between_greeting_and_name(who: str) -> None:
    found = draft(f'{HELD}2026-03-04 15:20 debriefed {who} liked="the calm"\n', "THX001", who)
    assert sum(len(s.text.split()) for s in found.sentences if s.part != "greeting") >= 60


OTHER = 'process other employer="Globex" role="Analyst" zone=Europe/London country=GB\n2026-03-20 09:00 offered by=2026-03-27\n'


@pytest.mark.parametrize("language", ["en", "de", "fr"])
@pytest.mark.parametrize(
    ("code", "more", "at"),
    [
        ("WAIT003", "", "2026-03-16 11:00"),
        ("WAIT003", "2026-03-04 15:00 promised by=2026-03-13\n", "2026-03-18 11:00"),
        ("WAIT003", "2026-03-17 09:30 wrote dana@acme.example purpose=check-in\n", "2026-03-26 11:00"),
        ("WAIT005", "2026-03-17 09:30 wrote dana@acme.example purpose=check-in\n", "2026-05-26 11:00"),
        ("BYE001", "2026-03-20 09:00 rejected dana@acme.example\n", "2026-03-23 11:00"),
        ("BYE003", "2026-03-20 09:00 rejected dana@acme.example\n", "2026-06-23 11:00"),
        ("OFF001", "2026-03-20 09:00 offered dana@acme.example\n", "2026-03-20 12:00"),
        ("OFF001", "2026-03-20 09:00 offered dana@acme.example by=2026-03-27\n", "2026-03-20 12:00"),
        ("OFF002", OTHER, "2026-03-20 12:00"),
        ("OFF003", OTHER + "2026-03-23 09:00 accepted\n", "2026-03-23 12:00"),
        ("ASK001", "2026-03-05 10:00 requested salary\n", "2026-03-05 12:00"),
        ("WAIT004", "2026-03-05 10:00 heard dana@acme.example asks=yes\n", "2026-03-05 12:00"),
    ],
)
def test_every_other_mail_to_the_employer_passes(code: str, more: str, at: str, language: str) -> None:
    head = 'process acme employer="Acme Corp" role="Shift manager" zone=Europe/London country=GB\n'
    of = process(head + HELD + more)
    said = {"en": "That suits me well.", "de": "Das passt mir gut.", "fr": "Cela me convient très bien."}
    [found] = made(of, code, said=said[language], language=language)
    assert isinstance(found, Draft), found
    assert passing(of, found, datetime.fromisoformat(at).replace(tzinfo=UTC)) == set()


@pytest.mark.parametrize("employer", ["Acme Corp", "Acme <Corp>", "Crumb & Co"])
@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_no_close_of_a_thank_you_asks_for_news_too_soon(employer: str, language: str) -> None:
    head = f'process acme employer="{employer}" role="Data analyst" zone=America/New_York country=US\n'
    promised = "2026-03-04 15:00 promised by=2026-03-13\n"
    note = 'liked="the migration story" fit="ran two such migrations"'
    if language == "de":
        note = 'liked="die Ruhe" fit="habe zwei Umzüge geleitet"'
    if language == "fr":
        note = 'liked="la franchise" fit="mené deux déménagements"'
    for who in PANEL:
        story = f"{head}{MET}{promised}2026-03-04 15:20 debriefed {who} {note}\n"
        assert judged(story, who, language) == set(), who
