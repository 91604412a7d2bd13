"""A time that is only asked about, or proposed, moves and fixes nothing: in mail of a process whose interview is known."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Heard, Moved, Scheduled
from sincerely.core.header import Header
from sincerely.reading.linking.links import Clues, Links
from sincerely.reading.reader import Reading, read

AT = datetime(2026, 11, 27, 9, tzinfo=UTC)
KNOWN = datetime(2026, 12, 3, 12, tzinfo=UTC)
DANA = "dana@larkhill.example"
MAIL = (
    f"From: Dana Reed <{DANA}>\nTo: Robin Ashdown <robin@mail.example>\nSubject: Re: {{subject}}\n"
    "Date: Fri, 27 Nov 2026 10:00:00 +0000\nIn-Reply-To: <1@larkhill.example>\nMIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=utf-8\n\n{hello}\n\n{text}\n\n{bye}\nDana Reed\n"
)
HELLO = {"en": "Hi Robin,", "de": "Guten Tag Frau Ashdown,", "fr": "Bonjour Robin,"}
SUBJECT = {
    "en": "Interview for the Data Analyst position",
    "de": "Vorstellungsgespräch als Datenanalystin",
    "fr": "Entretien pour le poste d'analyste de données",
}
BYE = {"en": "Best wishes", "de": "Viele Grüße", "fr": "Cordialement"}


def reading(text: str, language: str = "en", *, known: bool = True, start: datetime = KNOWN) -> Reading:
    links = Links([Header(id="larkhill", employer="Larkhill")])
    slots = (Scheduled(at=AT, who=(DANA,), start=start, end=start.replace(hour=13)),) if known else ()
    links.learn("larkhill", Clues(message_id="1@larkhill.example", people=frozenset({DANA}), slots=slots, at=AT))
    mail = MAIL.format(subject=SUBJECT[language], hello=HELLO[language], text=text, bye=BYE[language])
    return read(mail.encode(), me=frozenset({"robin@mail.example"}), at=None, models=load_models(), links=links)


def told(found: Reading) -> list[str]:
    """Return the interviews that are told without asking: the verb, day and hour."""
    events = (one.event for one in found.events)
    return [f"{e.verb} {e.start:%d %H:%M}" for e in events if isinstance(e, Scheduled | Moved) and e.start]


def open_times(found: Reading) -> set[str]:
    """Return the times that are asked about or proposed."""
    asked = (one.event for one in found.questions)
    times = {e.start for e in asked if isinstance(e, Scheduled | Moved) and e.start}
    times |= {one.start for one in found.proposal.times} if found.proposal else set()
    return {f"{time:%d %H:%M}" for time in times}


ASKED = [
    ("en", "Can we say 1pm instead on Thursday?", "03 13:00"),
    ("en", "So sorry, a client visit has landed on Thursday. Would Friday at 10am work instead?", "04 10:00"),
    ("en", "Would you mind if we moved our chat to Monday 7 December at 3pm?", "07 15:00"),
    ("en", "Is it OK if we make it 2pm rather than noon on Thursday?", "03 14:00"),
    ("en", "Something has come up. Could we push to Friday same time?", "04 12:00"),
    ("en", "I'd like to propose moving your interview to Friday 4 December at 11am, let me know whether that suits.", "04 11:00"),
    ("en", "We may have to move your interview to Friday at 10am, I will let you know.", "04 10:00"),
    ("en", "We need to reschedule. Please let me know if Friday at 10am works.", "04 10:00"),
    ("de", "Ginge auch Donnerstag 14 Uhr statt 12 Uhr?", "03 14:00"),
    ("de", "leider ist mir etwas dazwischengekommen. Könnten wir Ihr Gespräch auf Freitag, den 4. Dezember, um 10 Uhr verschieben?", "04 10:00"),
    ("de", "wäre es für Sie möglich, unser Gespräch auf Freitag zur gleichen Zeit zu verlegen?", "04 12:00"),
    ("fr", "Serait-il possible de décaler à jeudi 14 h ?", "03 14:00"),
    ("fr", "j'ai un empêchement jeudi. Pourrions-nous reporter notre entretien au vendredi 4 décembre à 10 h ?", "04 10:00"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "time"), ASKED)
def test_a_move_that_is_asked_for_is_a_question(language: str, text: str, time: str) -> None:
    found = reading(text, language)
    assert told(found) == []
    assert open_times(found) == {time}


STATED = [
    ("en", "We have to move your interview to Thursday 2pm.", "03 14:00"),
    ("en", "A quick change: your interview on Thursday will now be at 1pm. Sorry for the short notice!", "03 13:00"),
    ("en", "Can we say 1pm it is then? I've put you down for it, so your interview on Thursday is now at 1pm.", "03 13:00"),
    ("en", "We have moved your interview to Friday 4 December at 10am. Could you bring your passport?", "04 10:00"),
    ("en", "We're going to have to push your interview to Friday 4 December at 10am, I hope that's OK?", "04 10:00"),
    ("en", "Change of plan: interview on Friday 4 December at 10am. Hope that's OK?", "04 10:00"),
    ("en", "Change of plan: it will now be at 1pm on Thursday, not noon. Can you still make it?", "03 13:00"),
    ("de", "wir mussten Ihr Gespräch auf Freitag, den 4. Dezember, um 10 Uhr verlegen. Könnten Sie bitte Ihre Zeugnisse mitbringen?", "04 10:00"),
    ("de", "das Gespräch findet nun am Donnerstag um 13 Uhr statt 12 Uhr statt. Ich bitte um Ihr Verständnis.", "03 13:00"),
    ("fr", "votre entretien est décalé au vendredi 4 décembre à 10 h. Pourriez-vous apporter vos diplômes ?", "04 10:00"),
    ("fr", "nous devons reporter votre entretien au vendredi 4 décembre à 10 h. Veuillez nous en excuser.", "04 10:00"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "time"), STATED)
def test_a_move_that_is_stated_is_told(language: str, text: str, time: str) -> None:
    assert told(reading(text, language)) == [f"moved {time}"]


@pytest.mark.parametrize(
    "text",
    [
        "Instead of the form please send your CV as a PDF. Could you do that before Thursday?",
        "Can you let me know if you need parking on Thursday at 12 noon?",
        "We have moved the other candidate's interview to Friday at 10am so there is no hurry.",
        "We'd like to move you to the next stage. Could you send three references by Friday 4 December at 10am?",
        "How about we also have a coffee on Friday at 3pm? Your interview on Thursday stands.",
    ],
)
def test_what_moves_no_interview(text: str) -> None:
    assert not [one for one in told(reading(text)) if one.startswith("moved")]


def test_of_an_unknown_interview_the_last_word_is_all_that_is_known() -> None:
    asks = "Can we do Friday at 9 instead of Thursday?"
    text = MAIL.format(subject="Interview", hello="Hi Robin,", text=asks, bye="Thanks")
    found = read(text.encode(), me=frozenset({"robin@mail.example"}), at=None, models=load_models())
    assert told(found) == ["moved 04 09:00"]
    assert any(isinstance(one.event, Heard) and one.event.asks for one in found.events)


AGAIN = [
    ("en", "Good news! They'd like to see you again on Wednesday 2 December at 10am. Does that work?", "02 10:00"),
    ("en", "They'd like to see you again on Wednesday 2 December at 10am with Ida Holm, does that suit?", "02 10:00"),
]


@pytest.mark.parametrize(("language", "text", "time"), AGAIN)
@pytest.mark.parametrize("known", [True, False])
def test_a_further_round_that_is_asked_about_is_proposed(language: str, text: str, time: str, *, known: bool) -> None:
    found = reading(text, language, known=known)
    assert told(found) == []
    assert any(isinstance(one.event, Heard) and one.event.asks for one in found.events)
    assert found.proposal is not None
    assert [f"{one.start:%d %H:%M}" for one in found.proposal.times] == [time]
    assert not found.proposal.moves


@pytest.mark.parametrize(
    "text",
    [
        "They'd like to see you again on Wednesday 2 December at 10am with Ida.",
        "They want a second interview with you on Wednesday 2 December at 10am with Ida Holm.",
    ],
)
def test_a_further_round_moves_none(text: str) -> None:
    assert told(reading(text)) == ["scheduled 02 10:00"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We would like to invite you to an interview on Thursday 3 December at 12 noon. Would that suit you?"),
        ("en", "Interview: Thursday 3 December at 12 noon. Is that OK?"),
        (
            "de",
            "wir möchten Sie am Donnerstag, den 3. Dezember, um 12 Uhr zum Vorstellungsgespräch einladen. Passt Ihnen der Termin?",
        ),
        (
            "fr",
            "Nous avons le plaisir de vous inviter à un entretien le jeudi 3 décembre à 12h. Cela vous convient-il ?",
        ),
    ],
)
def test_a_first_invitation_with_a_polite_question_is_not_overlooked(language: str, text: str) -> None:
    found = reading(text, language, known=False)
    assert told(found) == []
    asked = [one.event for one in found.questions if isinstance(one.event, Scheduled)]
    assert [one.start and f"{one.start:%d %H:%M}" for one in asked] == ["03 12:00"]
    assert any(isinstance(one.event, Heard) and one.event.asks for one in found.events)
    assert found.proposal is not None


def test_a_first_time_that_is_only_asked_about_is_proposed() -> None:
    found = reading("Could you come for an interview on Thursday 3 December at 12 noon?", known=False)
    assert told(found) == []
    assert found.proposal is not None


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("I have moved you to Wednesday at 10am, as you asked.", []),
        ("We have moved your interview to Wednesday at 3pm.", []),
        ("We have moved your interview to Wednesday 2 December at 3pm.", ["moved 02 15:00"]),
        ("We have moved your interview to this coming Wednesday at 3pm.", ["moved 02 15:00"]),
    ],
)
def test_a_weekday_in_a_week_before_the_interviews_is_asked_about(text: str, moved: list[str]) -> None:
    assert told(reading(text, start=KNOWN.replace(day=10))) == moved


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Quick reminder: your interview is on Thursday 3 December at 12 noon. Does that still work for you?"),
        ("de", "Ihr Gespräch ist am Donnerstag, 3. Dezember um 12 Uhr. Passt das noch für Sie?"),
    ],
)
def test_what_is_asked_to_hold_still_is_fixed(language: str, text: str) -> None:
    assert told(reading(text, language, known=False)) == ["scheduled 03 12:00"]
