"""Notes that a hurried reading turns round, mangles or loses: who did what, what is private, what was whole before."""

from __future__ import annotations

import pytest

from sincerely.writing.facts.grounds import Draft
from sincerely.writing.words.clipping import is_private, says_nothing, sentences
from sincerely.writing.words.spelling import spelled

from .drafting import HELD, draft, made
from .test_terse_notes import DANA, noted


def left_out(field: str, note: str) -> bool:
    [found] = made(f'{HELD}2026-03-04 15:20 debriefed {DANA} {field}="{note}"\n', "THX001", DANA)
    return not isinstance(found, Draft)


LIKED = [
    ("nothing felt scripted", "that nothing felt scripted"),
    ("not much politics", ": not much politics."),
    ("no blame culture", "the no-blame culture"),
    ("kind of work they do", "the kind of work they do"),
    ("they loved my CV but found me too junior", "that you loved my CV but found me too junior"),
    ("calm, structured, friendly", "how calm, structured and friendly you were"),
    ("friendly, open and honest", "how friendly, open and honest you were"),
    ("Lee showed me the lab", "that Lee showed me the lab"),
    ("The team seemed close", "that the team seemed close"),
    ("the time Dana took for me", "the time you took for me"),
    ("team lunches, laughed a lot", " the team lunches, laughed a lot"),
    ("the perks incl. lunch", "the perks incl. lunch"),
    ("the maternity ward", "the maternity ward"),
    ("What impressed me most was the handover.", "What impressed me most was the handover."),
    ("The apprentices told me they get a day off", "that the apprentices told me they get a day off"),
    ("Priya has built the platform on her own", "that Priya has built the platform on her own"),
    ("Dana built the platform on her own", "that you built the platform on your own"),
    ("said I should come back", "that you said I should come back"),
    ("thought the office was lovely", ": thought the office was lovely."),
    ("never interrupted me", ": never interrupted me."),
    ("well prepared", ": well prepared."),
    ("liked - the team", " the team"),
    ("shared office", " the shared office"),
    ("took a tour", ": took a tour."),
    ("took time for me", "that you took time for me"),
    ("knew the place from school", ": knew the place from school."),
    ("watching the handover", " watching the handover"),
    ("discussed my lesson in detail", ": discussed my lesson in detail."),
    ("she decides quickly and says why", "that you decide quickly and say why"),
]


@pytest.mark.parametrize(("note", "words"), LIKED)
def test_what_was_liked_is_what_was_meant(note: str, words: str) -> None:
    said = noted("liked", note)
    assert words in said
    assert "I was glad" not in said


TOPICS = [
    ("growing the team", "about growing the team"),
    ("third interview, with the CEO", "interview, with the CEO"),
    ("travel to Berlin, once a month", "Berlin, once a month"),
    ("tools, then the team", "about tools, then the team"),
    ("the rota, explained by Lee", "the rota, explained by Lee"),
    ("she said that the team doubles next year", "that the team doubles next year"),
    ("I asked what success looks like", "I asked what success looks like."),
    ("showed me the dashboard", ": showed me the dashboard."),
    ("fixed-term contract, 12 months", "fixed-term contract, 12 months"),
    ("I will send her the contract", "I will send you the contract."),
    ("said that they hire in May", "that you hire in May"),
    ("mentioned a pay freeze", "about a pay freeze"),
]


@pytest.mark.parametrize(("note", "words"), TOPICS)
def test_what_was_talked_about_is_one_thing_and_not_two(note: str, words: str) -> None:
    said = noted("topic", note)
    assert words in said
    assert "you said" not in said
    assert "about I" not in said


def test_who_explained_it_is_the_reader_or_nobody_else() -> None:
    said = noted("topic", "Dana explained the rota")
    assert "the rota" in said
    assert "explained" not in said
    assert "Lee explained the rota" in noted("topic", "Lee explained the rota")


FITS = [
    ("never missed a deadline", "I have never missed a deadline"),
    ("never had a complaint", "I have never had a complaint"),
    ("not afraid of phones", "I am not afraid of phones"),
    ("not only know Python but also taught it", "not only know Python"),
    ("qualified plumber", "I am a qualified plumber"),
    ("certified scrum master", "I am a certified scrum master"),
    ("trained first aider", "I am a trained first aider"),
    ("trained new staff", "I trained new staff"),
    ("registered patients at the desk", "I registered patients at the desk"),
    ("care home experience", "my care home experience"),
    ("care assistant", "I have been a care assistant"),
    ("care about details", "I care about details"),
    ("5 years abroad", "is 5 years abroad"),
    ("5 years team lead", "5 years as a team lead"),
    ("former nurse", "I am a former nurse"),
    ("am a nurse", "I am a nurse"),
    ("used to manage shifts", "I used to manage shifts"),
    ("used to working nights", "I am used to working nights"),
    ("led", "I led"),
    ("coached team members", "I coached team members"),
    ("ran the till, did the books", "I ran the till and did the books"),
    ("my team and I cut waiting times", "My team and I cut waiting times."),
    ("they thought I was too quiet", "You thought I was too quiet."),
    ("they said no to home office", "You said no to home office."),
    ("As a clerk I have met upset people, and I know how to stay calm.", "As a clerk I have met upset people, and"),
    ("In my last job I wrote the guide that they still use.", "In my last job I wrote the guide that they still use."),
    ("They need someone patient. I taught nurses.", "You need someone patient; I taught nurses."),
    ("promoted twice", "I was promoted twice"),
    ("shortlisted for a prize", "I was shortlisted for a prize"),
    ("ALS", ": ALS."),
    ("as a nurse", ": as a nurse."),
    ("on time, every time", ": on time, every time."),
    ("trained singer", "I am a trained singer"),
    ("trained apprentices", "I trained apprentices"),
    ("MIT degree", "my MIT degree"),
    ("built by me: the booking site", ": built by me: the booking site."),
    ("been a nurse", "I have been a nurse"),
    ("done nights", "I have done nights"),
    ("being a nurse", "is experience in being a nurse"),
    ("qualified in 2020", "I qualified in 2020"),
    ("promoted local events", "I promoted local events"),
    ("nothing. I led a team of 4.", "I led a team of 4"),
]


@pytest.mark.parametrize(("note", "words"), FITS)
def test_where_somebody_fits_is_neither_lost_nor_another_thing(note: str, words: str) -> None:
    said = noted("fit", note)
    assert words in said
    assert "glad to hear" not in said
    assert "nothing" not in said


def test_what_somebody_never_did_stays_out() -> None:
    assert left_out("fit", "never managed people")
    assert left_out("fit", "not good at Excel")


def test_their_we_is_not_ours() -> None:
    said = noted("liked", '"We\'d rather ship late than ship rubbish."')
    assert ': "We\'d rather ship late than ship rubbish."' in said
    assert "that we" not in said


@pytest.mark.parametrize(
    "note",
    [
        "the maternity ward",
        "pregnant patients",
        "redundant servers in the data centre",
        "weaknesses of the current CRM",
        "the handling of confidential data",
        "the chemistry between us",
        "that they don't tell you what to do",
        "Schwächen der alten Software",
        "Stimmung unter uns",
    ],
)
def test_the_work_itself_is_nothing_private(note: str) -> None:
    assert not is_private(note)


@pytest.mark.parametrize(
    "note",
    [
        "confidential: they are going to close the Leeds office",
        "they may lose the NHS contract, keep quiet",
        "the office (off the record: they move)",
        "my health",
        "my maternity leave",
        "she is pregnant",
        "was made redundant",
        "my strengths and weaknesses",
        "we talked about salary",
        "über Gehalt gesprochen",
        "vertraulich: Standort Köln schließt",
        "unter uns: sie ziehen um",
    ],
)
def test_what_was_said_in_confidence_stays_out(note: str) -> None:
    assert is_private(note)
    assert left_out("topic", note)


def test_nothing_is_nothing_only_where_it_is_all() -> None:
    for note in ("nothing", "nothing much", "nothing special", "not sure yet", "nichts Besonderes", "nicht viel"):
        assert says_nothing(note)
    for note in ("nothing felt scripted", "not much politics", "nichts Steifes", "not a lot of meetings"):
        assert not says_nothing(note)


@pytest.mark.parametrize(
    "note",
    ["I liked nothing", "didn't like the office", "I did not enjoy the test", "not sure about the team", "meh", "fine"],
)
def test_nobody_is_told_what_was_not_liked(note: str) -> None:
    assert left_out("liked", note)


def test_what_stands_in_the_cv_is_no_reason() -> None:
    for note in ("see CV", "same as CV", "as in my CV", "siehe Lebenslauf"):
        assert says_nothing(note)


def test_a_short_form_ends_no_sentence() -> None:
    assert sentences("the perks incl. lunch") == ["the perks incl. lunch"]
    assert sentences("ca. 5 Jahre SQL bei Dr. Weber") == ["ca. 5 Jahre SQL bei Dr. Weber"]
    assert sentences("great team. boss seemed stressed") == ["great team", "boss seemed stressed"]


@pytest.mark.parametrize(
    "note",
    ["made budget cuts", "coached team members", "managed office moves", "quality v speed", "us v them"],
)
def test_spelling_leaves_what_it_does_not_know(note: str) -> None:
    assert spelled(note, "en") == note


def test_what_is_sent_is_what_the_reader_mentioned() -> None:
    story = (
        f'{HELD}2026-03-04 15:20 debriefed {DANA} liked="the office" send="to send Dana the article she mentioned"\n'
    )
    body = draft(story, "THX001", DANA).body
    assert "send you the article you mentioned" in body


def test_who_is_named_in_a_panels_notes_is_written_to_as_you() -> None:
    story = f'{HELD}2026-03-04 15:20 debriefed liked="how Dana runs her team" topic="Lee explained the rota"\n'
    dana, lee = draft(story, "THX001", DANA).body, draft(story, "THX001", "lee@acme.example").body
    assert "Lee explained" not in lee
    assert "how you run your team" in dana + lee
