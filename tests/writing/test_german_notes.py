"""German notes as people type them: towards their reader, formally or not, and in whole sentences."""

from __future__ import annotations

import pytest

from sincerely.app.drafts.drafting import Plain
from sincerely.writing.facts.grounds import Draft
from sincerely.writing.facts.situation import Style
from sincerely.writing.german.persons import Reader, to_reader
from sincerely.writing.words.names import person_of

from .drafting import HELD, PLAIN, draft, made, process

DANA = "dana@acme.example"
DU = Plain(style=Style(name="Robin Ashdown", formality="informal"))


def noted(field: str, note: str, background: Plain = PLAIN) -> str:
    """Return the sentences of a German thank-you that stand on one note."""
    story = f'{HELD}2026-03-04 15:20 debriefed {DANA} {field}="{note}"\n'
    [found] = made(story, "THX001", DANA, language="de", background=background)
    assert isinstance(found, Draft), found
    return " ".join(s.text for s in found.sentences if any(g.kind == "debrief" for g in s.stands_on))


@pytest.mark.parametrize(
    ("note", "formal", "informal"),
    [
        ("wie sie das erklärt", "wie Sie das erklären", "wie du das erklärst"),
        ("wie sie erklärt hat", "wie Sie erklärt haben", "wie du erklärt hast"),
        ("wie Dana das Team führt", "wie Sie das Team führen", "wie du das Team führst"),
        ("wie sie mit Fehlern umgehen", "wie Sie mit Fehlern umgehen", "wie ihr mit Fehlern umgeht"),
        ("dass sie ehrlich waren", "dass Sie ehrlich waren", "dass ihr ehrlich wart"),
        ("sie hat gute Fragen gestellt", "Sie haben gute Fragen gestellt", "du hast gute Fragen gestellt"),
        ("ihre offene Art", "Ihre offene Art", "deine offene Art"),
        ("ihr Hund", "Ihr Hund", "dein Hund"),
        ("wie Tom das Team führt", "wie Tom das Team führt", "wie Tom das Team führt"),
        ("dass alle per du sind", "dass alle per du sind", "dass alle per du sind"),
    ],
)
def test_towards_its_reader(note: str, formal: str, informal: str) -> None:
    assert to_reader(note, Reader(formal=True, single=True, called="Dana")) == formal
    assert to_reader(note, Reader(formal=False, single=True, called="Dana")) == informal
    assert to_reader(note, Reader(met=False)) == note


@pytest.mark.parametrize(
    ("field", "note", "words"),
    [
        ("liked", "fanden die Migration gut", "Ich habe mich gefreut, dass Sie die Migration gut fanden."),
        ("liked", "hab mich wohl gefühlt", "Ich habe mich wohl gefühlt."),
        ("liked", "Das Team ist klein", ": Das Team ist klein."),
        ("topic", "das Budget ist knapp", ": Das Budget ist knapp."),
        ("topic", "sie stellen auf SAP um", ": Sie stellen auf SAP um."),
        ("topic", "über die Migration", ": die Migration."),
        ("topic", "meine Zeit in der Bäckerei", "mit Ihnen über dieses Thema gesprochen: meine Zeit in der Bäckerei."),
        ("fit", "geduldig", "Ich bin geduldig"),
        ("fit", "lerne schnell", "Ich lerne schnell"),
        ("fit", "gut mit Menschen", "Ich kann gut mit Menschen umgehen"),
        ("fit", "Teamleiter in einer Bäckerei", "Ich habe als Teamleiter in einer Bäckerei gearbeitet"),
        ("fit", "zuständig für Kasse und Lager", "Ich habe Verantwortung für Kasse und Lager getragen"),
        ("fit", "keine Erfahrung mit SAP aber lerne schnell", "Ich lerne schnell"),
        ("fit", "sie suchen jemanden für die Kasse ↔ habe die Kasse geführt", "(jemanden für die Kasse)"),
        ("fit", "python und sql", "Python und SQL"),
    ],
)
def test_in_whole_sentences(field: str, note: str, words: str) -> None:
    assert words in noted(field, note)


def test_a_mail_says_du_throughout() -> None:
    said = noted("liked", "wie sie das erklärt", DU) + noted("topic", "sie stellen auf SAP um", DU)
    assert "wie du das erklärst" in said
    assert "Ihr stellt auf SAP um" in said
    assert "Sie " not in said


def test_a_consultant_is_not_told_of_themselves() -> None:
    head = (
        'process acme employer="Acme Corp" role="Data analyst" zone=Europe/London country=GB via=agency '
        "consultant=priya@stroudlane.example\n"
    )
    note = f'2026-03-04 15:20 debriefed {DANA} liked="wie sie das erklärt" topic="sie stellen auf SAP um"\n'
    [found] = made(process(head + HELD + note), "THX001", DANA, language="de")
    assert isinstance(found, Draft)
    assert "wie sie das erklärt" in found.body
    assert ": sie stellen auf SAP um" in found.body
    silent = draft(process(head + HELD), "WAIT005").body
    assert "for arranging my interview" in silent
    assert "that Acme Corp has decided otherwise" in silent
    assert "for arranging the interview" in draft(process(head + HELD), "withdrawal").body


@pytest.mark.parametrize(
    ("shown", "formal", "first"),
    [
        ("MÜLLER Thomas", "Thomas Müller", "Thomas"),
        ("DE LA CRUZ Maria", "Maria de la Cruz", "Maria"),
        ("JEAN-LUC Picard", "Jean-Luc Picard", "Jean-Luc"),
        ("lee chen", "Lee Chen", "Lee"),
        ("ANN DE VRIES", "Ann de Vries", "Ann"),
        ("JP Morgan", "JP Morgan", "JP"),
        ("Ian MacLeod", "Ian MacLeod", "Ian"),
        ("Prof. Dr. Anna von der Heide", "Prof. Dr. von der Heide", "Anna"),
    ],
)
def test_names_as_names_are_written(shown: str, formal: str, first: str) -> None:
    found = person_of("x@acme.example", shown)
    assert (found.formal, found.first) == (formal, first)


def test_papers_of_ones_own_and_jobs_since() -> None:
    story = f'{HELD}2026-03-04 15:20 debriefed {DANA} send="Zeugnisse" fit="ausgebildete Pflegekraft seit 2015"\n'
    [found] = made(story, "THX001", DANA, language="de")
    assert isinstance(found, Draft)
    assert ": meine Zeugnisse." in found.body
    assert "Ich bin seit 2015 ausgebildete Pflegekraft" in found.body


def test_an_english_note_without_small_words_is_no_part_of_a_german_mail() -> None:
    story = f'{HELD}2026-03-04 15:20 debriefed {DANA} liked="friendly team" fit="geduldig"\n'
    [found] = made(story, "THX001", DANA, language="de")
    assert isinstance(found, Draft)
    assert "friendly" not in found.body
