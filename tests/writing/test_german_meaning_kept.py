"""German notes whose subject, verb or possessive a hurried reading gets wrong."""

from __future__ import annotations

import pytest

from sincerely.writing.facts.grounds import Draft
from sincerely.writing.german.persons import Reader, to_reader

from .drafting import HELD, made
from .test_german_notes import DANA, DU, noted

TURNED = [
    ("sie hat sich viel Zeit genommen", "Sie haben sich viel Zeit genommen", "du hast dir viel Zeit genommen"),
    ("sie hat sich gefreut", "Sie haben sich gefreut", "du hast dich gefreut"),
    ("sie haben sich bedankt", "Sie haben sich bedankt", "ihr habt euch bedankt"),
    ("wie sie ihr Team führt", "wie Sie Ihr Team führen", "wie du dein Team führst"),
    ("wie sie mit ihren Leuten umgehen", "wie Sie mit Ihren Leuten umgehen", "wie ihr mit euren Leuten umgeht"),
    ("ihr Lachen und ihre Ruhe", "Ihr Lachen und Ihre Ruhe", "dein Lachen und deine Ruhe"),
    ("wie sie arbeiten", "wie Sie arbeiten", "wie ihr arbeitet"),
    ("sie lachten viel", "Sie lachten viel", "ihr lachtet viel"),
    ("wie er die Leute mitnimmt", "wie Sie die Leute mitnehmen", "wie du die Leute mitnimmst"),
    ("wie sie das Team anspricht", "wie Sie das Team ansprechen", "wie du das Team ansprichst"),
    ("dass sie sich interessiert", "dass Sie sich interessieren", "dass du dich interessierst"),
    ("wie offen sie gesprochen haben", "wie offen Sie gesprochen haben", "wie offen ihr gesprochen habt"),
    ("wie klar Dana ist", "wie klar Sie sind", "wie klar du bist"),
    ("sie begrüßt Kunden mit Namen", "Sie begrüßen Kunden mit Namen", "du begrüßt Kunden mit Namen"),
    ("sie fährt mit dem Rad", "Sie fahren mit dem Rad", "du fährst mit dem Rad"),
]


@pytest.mark.parametrize(("note", "formal", "informal"), TURNED)
def test_verb_and_possessive_go_with_the_reader(note: str, formal: str, informal: str) -> None:
    assert to_reader(note, Reader(formal=True, single=True, called="Dana")) == formal
    assert to_reader(note, Reader(formal=False, single=True, called="Dana")) == informal


@pytest.mark.parametrize(
    "note",
    [
        "dass sie Kinder hat und trotzdem leitet",
        "dass sie ehrlich war, obwohl er dabei war",
        "sie weiß, was sie will",
        "sie ist ruhig und hört zu",
        "sie hat das Team aufgebaut und leitet es",
        "sie hielt Wort",
        "sie nicht zu ernst",
        "ihr habt es schön",
        "ihr zuzuhören",
    ],
)
def test_what_is_not_sure_stays_as_it_was_noted(note: str) -> None:
    for formal in (True, False):
        assert to_reader(note, Reader(formal=formal, single=True, called="Dana")) == note


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("konnte alles fragen", "Ich konnte alles fragen."),
        ("fand das Team super", "Ich fand das Team super."),
        ("sie fanden meine Mappe beeindruckend", "dass Sie meine Mappe beeindruckend fanden."),
        ("sie fanden schnell eine Lösung", ": Sie fanden schnell eine Lösung."),
        ("nichts Steifes", ": nichts Steifes."),
        ("Work-Life-Balance", ": Work-Life-Balance."),
        ("New Work", ": New Work."),
        ("nettes team. chef wirkte gestresst", ": nettes Team."),
    ],
)
def test_who_liked_what(note: str, words: str) -> None:
    assert words in noted("liked", note)


@pytest.mark.parametrize("note", ["war sehr nett", "konnte alles gut erklären", "zeigt einem alles"])
def test_of_what_nobody_knows_who_was_the_person_is_asked(note: str) -> None:
    [asked] = made(f'{HELD}2026-03-04 15:20 debriefed {DANA} liked="{note}"\n', "THX001", DANA, language="de")
    assert not isinstance(asked, Draft)
    assert note in asked.missing[0].ask


def test_one_who_found_it_good_is_du() -> None:
    assert "dass du meine Idee gut fandest" in noted("liked", "sie fand meine Idee gut", DU)


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("keine SAP-Erfahrung, lerne aber schnell", "Ich lerne schnell"),
        ("Teamleiter bei Kestrel, 8 Leute", ": Teamleiter bei Kestrel, 8 Leute."),
        ("Verkäuferin seit 10 Jahren", "Ich bin seit 10 Jahren Verkäuferin"),
        ("bin zuständig für die Kasse", "Ich trage Verantwortung für die Kasse"),
        ("sie brauchen Nachtdienst -> mache ich gern", "Ich mache das gern"),
        ("gut organisiert", "Ich bin gut organisiert"),
        ("ein Fest organisiert", "Ich habe ein Fest organisiert"),
        ("in Köln aufgewachsen", "Ich bin in Köln aufgewachsen"),
        ("Wir haben das CRM eingeführt", ": Wir haben das CRM eingeführt."),
        ("Köchin mit Leidenschaft", ": Köchin mit Leidenschaft."),
        ("gewohnt, nachts zu arbeiten", ": gewohnt, nachts zu arbeiten."),
        ("genau das habe ich gemacht", ": genau das habe ich gemacht."),
    ],
)
def test_what_somebody_did_or_is(note: str, words: str) -> None:
    assert words in noted("fit", note)


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("sie hat von ihrem Studium erzählt", ": Sie haben von Ihrem Studium erzählt."),
        ("ob ich reisen kann", "über dieses Thema gesprochen: ob ich reisen kann."),
    ],
)
def test_what_was_talked_about(note: str, words: str) -> None:
    assert words in noted("topic", note)


@pytest.mark.parametrize("note", ["sie hat sich Zeit genommen", "was sie macht", "dass sie Kinder hat und leitet"])
def test_what_one_of_a_panel_did_is_written_to_none(note: str) -> None:
    found = made(f'{HELD}2026-03-04 15:20 debriefed liked="{note}"\n', "THX001", DANA, language="de")
    assert not any(isinstance(each, Draft) for each in found)
    [several] = made(f'{HELD}2026-03-04 15:20 debriefed liked="was sie machen"\n', "THX001", DANA, language="de")
    assert isinstance(several, Draft)


def test_who_is_named_in_a_panels_notes_is_written_to_as_sie() -> None:
    several = Reader(formal=True, single=False, called="Dana")
    assert to_reader("wie Dana ihr Team führt", several) == "wie Sie Ihr Team führen"
    assert to_reader("wie Lee ihr Team führt", several) == "wie Lee ihr Team führt"
