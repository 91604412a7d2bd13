"""Whom one will meet, by the words around their names."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.core.events import Cancelled, Moved, Scheduled
from sincerely.reading.meetings import named_people
from sincerely.reading.reader import read
from sincerely.reading.scoring.insight import Stretch

HEAD = "From: Dana Lee <dana@larkhill.example>\nTo: Robin Ashdown <robin@mail.example>\nSubject: Interview\n"
DATE = "Date: Tue, 03 Mar 2026 10:00:00 +0000\n\n"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("you will meet Lena Petrov and Ida Holm.", {"Lena Petrov", "Ida Holm"}),
        ("you will meet Lena Petrov, and not Ida Holm.", {"Lena Petrov"}),
        ("you will meet me and Lena Petrov.", {"dana@larkhill.example", "Lena Petrov"}),
        ("you will meet Lena Petrov. Larkhill, Human Resources.", {"Lena Petrov"}),
        ("you will meet Lena Petrov. Scheduled for you by Ida Holm.", {"Lena Petrov"}),
        ("you will meet Lena Petrov. Ida Holm has had to step down from the panel.", {"Lena Petrov"}),
    ],
)
def test_those_are_met_who_are_said_to_be_there(text: str, who: set[str]) -> None:
    said = (
        f"Dear Robin,\n\nYour interview is confirmed for Thursday, 12 March at 2:00 PM: {text}\n\nDana Lee\nLarkhill\n"
    )
    assert met(said) == who


def met(said: str, head: str = HEAD, me: str = "robin@mail.example") -> set[str]:
    reading = read((head + DATE + said).encode(), me=frozenset({me}), at=None, models=load_models())
    # Whether it is sure enough to be told is not what is looked at here.
    news = [found.event for found in (*reading.events, *reading.questions)]
    [who] = [event.who for event in news if isinstance(event, Scheduled | Moved)]
    return set(who)


FIXED = "Your interview is confirmed for Thursday, 12 March at 2:00 PM."
DESK = HEAD.replace("Dana Lee <dana@", "Larkhill Hiring <hiring@").replace("Robin Ashdown <robin@mail.example>", "robin@mail.example")  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        f"Dear Robin,\n\n{FIXED} You will meet:\n- Lena Petrov, Head of Data\n- Ida Holm, Staff Analyst\n\nDana Lee\n",
        f"Dear Robin,\n\n{FIXED}\n\nInterviewers:\nLena Petrov\nIda Holm\n\nBest regards,\nDana Lee\n",
        f"Dear Robin,\n\n{FIXED}\n\nYou will be meeting:\n1. Lena Petrov, Director\n2. Dr. Ida Holm, Analyst\n\nDana Lee\n",
        f"Dear Robin,\n\n{FIXED} The following people will interview you.\n\nLena Petrov\nIda Holm\n\nPlease bring a photo ID.\n\nDana Lee\n",
        "Interview details\nInterviewers:\nLena Petrov\nIda Holm\nWhen: Thursday, 12 March at 2:00 PM\n",
    ],
)
def test_who_heads_a_line_of_a_list_is_met(text: str) -> None:
    assert met(text) == {"Lena Petrov", "Ida Holm"}


@pytest.mark.parametrize(
    "text",
    [
        f"Robin,\n\n{FIXED} You will meet Lena Petrov.\n\nBest regards,\nOrla Quill\n",
        f"Robin, this is it: {FIXED} You will meet Lena Petrov.\n\nMany thanks\nOrla Quill\nLarkhill\n",
        f"Dear Robin and Kim,\n\n{FIXED} You will meet Lena Petrov.\n\nOrla Quill\nLarkhill\n",
    ],
)
def test_who_is_greeted_or_signs_is_not(text: str) -> None:
    assert met(text, DESK) == {"Lena Petrov"}


@pytest.mark.parametrize(
    "text",
    [
        "Hi Robin please meet Ida Holm, our CTO, on Thursday, 12 March at 14:00 for your interview.\n\nDana Lee\n",
        "Dear Robin you will meet Ida Holm, our CTO, on Thursday, 12 March at 14:00 for your interview.\n\nDana Lee\n",
    ],
)
def test_a_greeting_without_a_comma_ends_before_what_is_said(text: str) -> None:
    assert "Ida Holm" in met(text)


def test_who_is_introduced_at_once_is_met() -> None:
    assert met("Ida Holm, our head of data, will interview you on Thursday, 12 March at 2 PM.\n\nDana Lee\n") == {
        "Ida Holm"
    }


def test_each_of_two_interviews_has_those_who_are_named_beside_it() -> None:
    said = "your interviews are on Thursday 12 March at 9:00 with Lena Petrov and at 10:00 with Ida Holm."
    text = HEAD + DATE + f"Dear Robin,\n\n{said}\n\nDana Lee\nLarkhill\n"
    reading = read(text.encode(), me=frozenset({"robin@mail.example"}), at=None, models=load_models())
    news = [found.event for found in (*reading.events, *reading.questions)]
    told = {event.start.hour: event.who for event in news if isinstance(event, Scheduled) and event.start}
    assert told == {9: ("Lena Petrov",), 10: ("Ida Holm",)}


def test_a_candidate_is_met_by_nobody_of_his_own_name() -> None:
    text = f"Dear Robin,\n\n{FIXED} You will meet Lena Petrov.\n\nCandidate: R. Ashdown\n\nDana Lee\n"
    assert met(text) == {"Lena Petrov"}


def test_a_candidate_is_known_by_a_short_address_too() -> None:
    head = HEAD.replace("To: Robin Ashdown <robin@mail.example>", "To: robin.a@mail.example")
    text = "Interview details\nWhen: Thursday, 12 March at 2:00 PM\nWho: Lena Petrov, Robin Ashdown\n"
    assert met(text, head, "robin.a@mail.example") == {"Lena Petrov"}


@pytest.mark.parametrize("desk", ["Sekretariat Prof. Lange", "Praxis Dr. Lange"])
def test_who_a_desk_is_named_after_is_met(desk: str) -> None:
    head = HEAD.replace("Dana Lee <dana@", f"{desk} <post@")
    text = f"Guten Tag Robin,\n\nIhr Vorstellungsgespräch mit Dr. Lange ist am Donnerstag, 12. März, um 14 Uhr.\n\n{desk}\n"
    assert met(text, head) == {"Lange"}


def test_who_has_the_name_of_the_house_is_met() -> None:
    text = f"Dear Robin,\n\n{FIXED} You will meet Mr Larkhill and Lena Petrov.\n\nDana Lee\nLarkhill\n"
    assert met(text) == {"Larkhill", "Lena Petrov"}


GERMAN = "Ihr Vorstellungsgespräch findet am Donnerstag, 12. März, um 14 Uhr statt mit"
FRENCH = "Votre entretien est confirmé pour le jeudi 12 mars à 14 h avec Ida Holm"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{FIXED} You will meet Ida Holm (Finance) / Paz Quill.", {"Ida Holm", "Paz Quill"}),
        (
            f"{FRENCH}, notre DRH, et Pierre Marchand, chef d'atelier, et Luc Boulanger.",
            {"Ida Holm", "Pierre Marchand", "Luc Boulanger"},
        ),
    ],
)
def test_a_name_is_seen_by_the_list_that_it_stands_in(text: str, who: set[str]) -> None:
    assert met(f"Dear Robin,\n\n{text}\n\nDana Lee\n") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{GERMAN} Ida Holm im Raum Isar.", {"Ida Holm"}),
        (f"{GERMAN} Ida Holm, Raum Anna Seghers.", {"Ida Holm"}),
        (f"{FRENCH}, salle Simone Veil.", {"Ida Holm"}),
        (f"{GERMAN} Jan Teller (Einkauf), Ida Holm (Pflege).", {"Jan Teller", "Ida Holm"}),
    ],
)
def test_a_room_and_what_somebody_does_are_not_met(text: str, who: set[str]) -> None:
    assert met(f"Dear Robin,\n\n{text}\n\nDana Lee\n") == who


@pytest.mark.parametrize(
    ("desk", "text", "who"),
    [
        ("Optik Roth", "Herr Roth und Lena Petrov erwarten Sie am Donnerstag, 12. März, um 14 Uhr zum Vorstellungsgespräch.", {"Roth", "Lena Petrov"}),
        ("Zentrale Roth", "Ihr Vorstellungsgespräch ist am Donnerstag, 12. März, um 14 Uhr mit Herrn Roth und Lena Petrov.", {"Roth", "Lena Petrov"}),
        ("Garage Pellet", "M. Pellet vous recevra jeudi 12 mars à 14 h pour l'entretien.", {"Pellet"}),
        ("Dana at Roth Opticians", "Mr Roth will see you for your interview on Thursday, 12 March at 2 PM.", {"Roth"}),
    ],
)  # fmt: skip
def test_who_heads_the_house_of_a_desk_is_met(desk: str, text: str, who: set[str]) -> None:
    head = HEAD.replace("Dana Lee <dana@", f"{desk} <post@")
    assert met(f"Guten Tag Robin,\n\n{text}\n\n{desk}\n", head) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{FIXED} I look forward to meeting you then.", {"dana@larkhill.example"}),
        (f"{GERMAN} Lena Petrov, sie setzt sich kurz dazu.", {"Lena Petrov"}),
        ("Am Donnerstag, 12. März, um 14 Uhr ist Ihr Vorstellungsgespräch, Lena Petrov setzt sich dazu.", {"Lena Petrov", "dana@larkhill.example"}),
        (f"Lena Petrov is back. {FIXED} We'll both be there.", {"Lena Petrov", "dana@larkhill.example"}),
        ("Je vous confirme notre entretien du jeudi 12 mars à 14 h, en présence de Lena Petrov, directrice, et de moi-même.", {"Lena Petrov", "dana@larkhill.example"}),
        ("Jeudi 12 mars à 14 h, chez Lucette, avec mon frère Antoine : ce sera notre entretien.", {"Antoine", "dana@larkhill.example"}),
    ],
)  # fmt: skip
def test_a_writer_who_will_be_there_is_met(text: str, who: set[str]) -> None:
    assert met(f"Dear Robin,\n\n{text}\n\nDana Lee\nLarkhill\n") == who


def test_a_desks_mailbox_is_that_of_whoever_signs_there() -> None:
    head = HEAD.replace("Dana Lee <dana@", "Ilona Steiner <info@")
    text = "Hallo Robin,\n\nich freue mich, Sie am Donnerstag, 12. März, um 14 Uhr zum Vorstellungsgespräch zu begrüßen.\n\nIlona Steiner\nLarkhill\n"
    assert met(text, head) == {"info@larkhill.example"}
    assert "info@larkhill.example" not in met(text.replace("ich freue mich", "wir freuen uns"), head)


def test_a_name_is_told_from_the_column_and_the_line_beside_it() -> None:
    text = "Dear Robin,\n\nHere are the details of your interview:\n\n  When      Thursday 12 March 2026, 14.00\n  Where     Rowsley Depot\n  Panel     Graham Tull, Operations Manager\n            Sheila Ord, Head of Safety\n\nDana Lee\n"
    assert met(text) == {"Graham Tull", "Sheila Ord"}


def test_who_is_in_copy_is_met_by_their_address() -> None:
    head = HEAD + "Cc: Pavel Novak <pavel.novak@larkhill.example>\n"
    text = "Robin, sorry, an outage. Pavel and I can do Thursday, 12 March at 2 PM instead of tomorrow for your interview.\n\nDana\n"
    assert met(text, head) == {"dana@larkhill.example", "pavel.novak@larkhill.example"}
    two = head.replace("Cc: ", "Cc: Pavel Roth <roth@larkhill.example>, ")
    assert met(text, two) == {"dana@larkhill.example", "Pavel"}


def test_the_end_of_a_sentence_without_a_stop_is_no_part_of_the_writers_name() -> None:
    text = f"Liebe Frau Lutz\n\n{GERMAN} Urs Hotz und mir.\n\nBis dann, und kommen Sie gut durch den Schnee\nDana Lee, Larkhill Verlag\n"
    assert met(text) == {"dana@larkhill.example", "Urs Hotz"}


def test_a_closing_formula_is_nobody() -> None:
    head = HEAD.replace("Dana Lee <dana@", "Personal Kunze Obst <personal@")
    text = "Sehr geehrter Herr Ashdown,\n\nwegen einer Erkrankung in der Leitung müssen wir den Termin am 12. März um 10 Uhr leider absagen. Sobald ein neuer Termin möglich ist, melden wir uns bei Ihnen. An Ihrer Bewerbung als Verkaufsleiter halten wir fest.\n\nMit freundlichen Grüßen\nKunze Obst\n"
    reading = read((head + DATE + text).encode(), me=frozenset({"robin@mail.example"}), at=None, models=load_models())
    [off] = [found.event for found in (*reading.events, *reading.questions) if isinstance(found.event, Cancelled)]
    assert off.who == ("personal@larkhill.example",)


def test_who_is_brought_along_is_met_with_who_brings_them() -> None:
    head = HEAD.replace("Dana Lee <dana@", "Brand Architekten <buero@")
    text = "Hallo Herr Ashdown,\n\nvon Ihren beiden Abenden nehmen wir Donnerstag, 12. März, von 18.30 bis 19.30 Uhr für das Vorstellungsgespräch. Herr Brand bringt Lena Vogelsang mit, die bei uns die Werkplanung macht.\n\nUta Gern\n"
    assert met(text, head) == {"Brand", "Lena Vogelsang"}


def test_who_signs_behind_a_closing_formula_is_nobody_to_be_named() -> None:
    head = HEAD.replace("Dana Lee <dana@", "Familie Holm <info@")
    text = "Moin,\npasst. Donnerstag, 12. März, um vier bei mir in der Mühle zum Vorstellungsgespräch, da sind die Gesellen weg. Hof durchfahren, Hund tut nix.\nGruß Hinnerk Holm\nMühlenbäckerei Holm\n"
    assert met(text, head) == set()


@pytest.mark.parametrize(
    ("text", "sure", "less", "names"),
    [
        (
            "Anita Vogt, Sipho Dube are in.",
            ("Anita Vogt", "Sipho"),
            "Sipho Dube",
            {"Anita Vogt", "Sipho", "Sipho Dube"},
        ),
        # In a list that says what it is, the part is not told beside the whole.
        ("Panel: Anita Vogt, Sipho Dube", ("Anita Vogt", "Sipho"), "Sipho Dube", {"Anita Vogt", "Sipho Dube"}),
        ("Your interview with Aylin Kaya is booked.", ("Kaya",), "Aylin Kaya", {"Kaya", "Aylin Kaya"}),
        ("Your interview with Aylin Kaya is booked.", ("Aylin Kaya",), "Aylin Kaya", {"Aylin Kaya"}),
    ],
)
def test_a_name_of_which_a_part_was_surely_seen_is_whole(
    text: str, sure: tuple[str, ...], less: str, names: set[str]
) -> None:
    def stretches(_what: str, least: float = 0.5) -> list[Stretch]:
        seen = sure if least > 0.1 else (*(name for name in sure if name not in less), less)
        return [Stretch(0, name, 0.9, text.find(name)) for name in seen]

    scene: Any = SimpleNamespace(said=(SimpleNamespace(text=text),), insight=SimpleNamespace(stretches=stretches))
    assert {one.text for one in named_people._with_listed(scene)} == names


def test_a_desk_that_moves_an_interview_takes_nobodys_place() -> None:
    head = HEAD.replace("Dana Lee <dana@", "Larkhill Poststelle <poststelle@")
    text = "Sehr geehrter Herr Ashdown,\n\nIhr Vorstellungsgespräch wurde auf Donnerstag, 12. März, 14 Uhr verlegt.\n\nMit freundlichen Grüßen\nLarkhill\n"
    assert met(text, head) == set()
    assert met(text) == {"dana@larkhill.example"}


ROTH = HEAD.replace("Dana Lee <dana@", "Sarah Roth <sarah@")


@pytest.mark.parametrize(
    ("with_whom", "who"),
    [
        ("Mr Roth and me", {"Roth", "sarah@larkhill.example"}),
        ("Herrn Roth und mir", {"Roth", "sarah@larkhill.example"}),
        ("me, Sarah Roth", {"sarah@larkhill.example"}),
    ],
)
def test_two_of_a_name_are_two_where_one_writes(with_whom: str, who: set[str]) -> None:
    assert met(f"Dear Robin,\n\n{FIXED[:-1]} with {with_whom}.\n\nSarah Roth\n", ROTH) == who


def test_who_is_all_that_is_known_of_an_employer_is_somebody_who_signs() -> None:
    head = HEAD.replace("Dana Lee <dana@larkhill.example>", "Ilona Steiner <info@optik.example>")
    text = f"Dear Robin,\n\n{FIXED} I look forward to meeting you.\n\nIlona Steiner\n"
    assert met(text, head) == {"info@optik.example"}


AT_TWO = (
    "Dear Robin,\n\nYour interview with me is confirmed for Thursday, 12 March at 2:00 PM. {}\n\nDana Lee\nLarkhill\n"
)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Our lead engineer Yuki Holm will join us for the second half.", {"dana@larkhill.example", "Yuki Holm"}),
        ("Our founder Greta Lund started this firm in 1998.", {"dana@larkhill.example"}),
        ("Our lead Yuki Holm cannot join, he is on leave.", {"dana@larkhill.example"}),
        ("Our assistant, Yuki Holm, will send you the plan of the building.", {"dana@larkhill.example"}),
    ],
)
def test_the_writer_whom_it_is_with_is_met_beside_whoever_comes(text: str, who: set[str]) -> None:
    assert met(AT_TWO.format(text)) == who
