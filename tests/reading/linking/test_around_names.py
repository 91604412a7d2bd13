"""What the words around a name say of who will be there."""

from __future__ import annotations

import pytest

from sincerely.reading.letters.letter import Letter
from sincerely.reading.letters.people import NAME, book, split
from sincerely.reading.linking import around_names
from sincerely.reading.linking.around_names import (
    are_listed,
    is_aside,
    is_place,
    is_titled,
    stays_away,
    writer_calls,
    writer_joins,
)


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("The trial shift is at Fernleigh on Monday.", "Fernleigh", True),
        ("We meet in Room Elgar.", "Elgar", True),
        ("2nd floor, Tanner Court", "Tanner Court", True),
        ("2nd floor, Minster Chambers, York", "Minster Chambers", True),
        ("Besprechungsraum Isar", "Isar", True),
        ("ich warte am Perron", "Perron", True),
        ("pavillon Curie, salle 4", "Curie", True),
        ("à 9 h, salle Jean-Zay", "salle Jean-Zay", True),
        ("with Ida Holm, Paul Blanc, Zoom", "Zoom", True),
        ("with Zooma Adler", "Zooma Adler", False),
        ("You will meet Fernleigh Moss.", "Fernleigh Moss", False),
        ("We meet in Ida Holm's office.", "Ida Holm", False),
        ("We look forward to Monday: Ida Holm", "Ida Holm", False),
        ("with Peter Althaus, Ida Holm and Karl Zimmer", "Ida Holm", False),
        ("Das Gespräch leiten Anna Stock, Ida Holm und Karl Saal.", "Ida Holm", False),
        ("In the meeting room, Ida Holm and Paul Blanc will await you.", "Ida Holm", False),
        ("In the meeting room Ida Holm and Paul Blanc will await you.", "Ida Holm", False),
        ("On the 2nd floor, Ida Holm and Paul Blanc will greet you.", "Ida Holm", False),
        ("Nach Ida Holm sprechen Sie mit Paul Roth.", "Ida Holm", False),
        ("Fahren Sie bitte nach Fernleigh.", "Fernleigh", True),
        ("We shall bring in Ida Holm for the second half.", "Ida Holm", False),
        ("Please dial in Ida Holm when you begin.", "Ida Holm", False),
        ("You will sit opposite Ida Holm.", "Ida Holm", False),
        ("Sie sprechen mit Frau Zimmer.", "Zimmer", False),
        ("Herr Saal erwartet Sie.", "Saal", False),
        ("with Mr. Alvarez, Principal of Cedar Elementary.", "Cedar Elementary", True),
        ("with our owner, Ida Holm.", "Ida Holm", False),
        ("Stelle: Chemikant", "Chemikant", True),
        ("Interviewer: Ida Holm", "Ida Holm", False),
        ("Adresse : Chaussée de Tervenne 88", "Tervenne", True),
        ("gros dégât des eaux à la Croix-Verte", "Croix-Verte", True),
        ("Parlez à Ida Holm.", "Ida Holm", False),
        ("vendredi 13, 8h30, sur site (7 av. Ida-Holm), avec M. Blanc", "Ida-Holm", True),
        ("vendredi 13, 8h30, sur site (7 av. Ida-Holm), avec M. Blanc", "Blanc", False),
        ("jeudi à 9h, 3, bd Paul Blanc", "Paul Blanc", True),
        ("jeudi à 9h, 12 pl. Paul-Blanc", "Paul-Blanc", True),
        ("jeudi 9h av. Ida Holm", "Ida Holm", True),
        ("jeudi à 9h avec Ida Holm", "Ida Holm", False),
        ("Jeudi à 14 h, chez Nicole, avec mon frère Ivo", "Nicole", True),
        ("Rendez-vous jeudi chez Nicole Faure.", "Nicole Faure", False),
        ("Come on Friday at 10.30, Unit 7 Fernleigh Road, ask for Ida.", "Fernleigh", True),
        ("Come on Friday at 10.30, Unit 7 Fernleigh Road, ask for Ida.", "Ida", False),
        ("Montag um 10 Uhr, Berta-Holm-Platz 3", "Berta-Holm", True),
        ("On Friday at 10.30 Ida Lane and Paul Hill will see you.", "Ida", False),
        ("On Friday at 10.30 you will see Ida. Road works ahead.", "Ida", False),
        ("Frau Holm Straße 5", "Holm", False),
    ],
)
def test_a_place_is_nobody(text: str, name: str, place: bool) -> None:  # noqa: FBT001 - a row's value
    assert is_place(text, name, text.index(name)) is place


@pytest.mark.parametrize(
    ("text", "name", "aside"),
    [
        ("Jan Teller (Einkauf), Frau Brandt", "Einkauf", True),
        ("our CTO (Ida) and the team", "Ida", False),
        ("the new head of data (Ida Holm)", "Ida Holm", False),
    ],
)
def test_what_somebody_does_is_nobody(text: str, name: str, aside: bool) -> None:  # noqa: FBT001 - a row's value
    assert is_aside(text, name, text.index(name)) is aside


@pytest.mark.parametrize(
    ("text", "name", "away"),
    [
        ("Coordinator: Ida Holm (ida@larkhill.example)", "Ida Holm", True),
        ("Ansprechpartnerin: Frau Ida Holm", "Ida Holm", True),
        ("Ida Holm at the door will let you in.", "Ida Holm", True),
        ("Ida Holm would have liked to be there.", "Ida Holm", True),
        ("Lena's assistant Ida Holm will be in touch.", "Ida Holm", True),
        ("Ida Holm in HR has set this up.", "Ida Holm", True),
        ("Ida Holm will send you the link.", "Ida Holm", True),
        ("Frau Ida Holm schickt Ihnen den Link.", "Ida Holm", True),
        ("Any questions, call my colleague Ida Holm.", "Ida Holm", True),
        ("Bei Fragen wenden Sie sich an Ida Holm.", "Ida Holm", True),
        ("Ihre Ansprechpartnerin ist Ida Holm.", "Ida Holm", True),
        ("Melden Sie sich am Empfang bei Frau Ida Holm.", "Ida Holm", True),
        ("demandez Ida Holm", "Ida Holm", True),
        ("Das Gespräch ist bei Frau Ida Holm.", "Ida Holm", False),
        ("Ida Holm will interview you.", "Ida Holm", False),
        ("It is a call with Ida Holm.", "Ida Holm", False),
        ("Ida Holm has asked to meet you.", "Ida Holm", False),
        ("Interviewer: Ida Holm", "Ida Holm", False),
        ("Ida Holm, our coordinator of care, interviews you.", "Ida Holm", False),
        ("You will meet Ida Holm and Paul Blanc, who will send you the link beforehand.", "Paul Blanc", False),
        ("You will meet Paul Blanc, our CTO, and Ida Holm, who has arranged a tour of the lab.", "Ida Holm", False),
        ("You will meet Paul Blanc, and Ida Holm will send you the link.", "Ida Holm", True),
        ("Ida Holm, who has arranged this, sends her regards.", "Ida Holm", True),
        ("We start at reception with Ida Holm and then with Paul Blanc.", "Ida Holm", False),
        ("Please report to reception and ask for Ida Holm.", "Ida Holm", True),
        ("2 PM: video call Ida Holm and Paul Blanc", "Ida Holm", False),
        ("First call Ida Holm, then on site Paul Blanc", "Ida Holm", False),
        ("If you are late, please call Ida Holm.", "Ida Holm", True),
        ("Demandez Ida Holm, qui vous recevra avec Paul Blanc.", "Ida Holm", False),
        ("Ihr Ansprechpartner ist Herr Paul Roth, mit dem Sie das Gespräch führen.", "Paul Roth", False),
        ("You will meet Lena Petrov and her assistant Ida Holm.", "Ida Holm", False),
        ("You have the link in the invitation of my assistant Ida Holm.", "Ida Holm", True),
        ("You will meet Paul Blanc and the volunteer coordinator: Ida Holm.", "Ida Holm", False),
        ("Ida Holm will send you the link and will interview you.", "Ida Holm", False),
        ("Ida Holm is not only our CTO but will meet you.", "Ida Holm", False),
        ("Interviewer: Paul Blanc. Recruiting coordinator: Ida Holm", "Ida Holm", True),
    ],
)
def test_who_only_arranges_stays_away(text: str, name: str, away: bool) -> None:  # noqa: FBT001 - a row's value
    assert stays_away(text, name, text.index(name)) is away


def test_who_has_a_title_is_no_firm() -> None:
    assert is_titled("Herr Roth bittet Sie zu sich.", len("Herr "))
    assert is_titled("with Mrs. Roth", len("with Mrs. "))
    assert not is_titled("Optik Roth bittet Sie zu sich.", len("Optik "))


@pytest.mark.parametrize(
    ("text", "joins"),
    [
        ("Ida Holm is back, so tomorrow at 8, both of us.", True),
        ("Neben mir ist auch Ida Holm dabei.", True),
        ("avec Ida Holm notre DRH et moi", True),
        ("with Ida Holm, our head of data, and me", True),
        ("me and Ida Holm", True),
        ("Ida Holm will write to me.", False),
        ("Both of us liked your letter.", False),
        ("Ida Holm, our head of data; tell me if that suits.", False),
        ("Ida Holm the CTO will interview you and I will send the link.", False),
        ("Ida Holm, our CTO, and I think it suits you.", False),
        ("Ida Holm, our CTO, and I will interview you.", True),
        ("Ida Holm said both of us would enjoy the film.", False),
        ("Ida Holm met the two of us in Leeds.", False),
        ("You will be interviewed by Ida Holm: by both of us, that is.", True),
    ],
)
def test_a_writer_counts_himself_in(text: str, joins: bool) -> None:  # noqa: FBT001 - a row's value
    assert writer_joins(text, "Ida Holm") is joins


@pytest.mark.parametrize(
    ("between", "listed"),
    [
        (", ", True),
        (" and ", True),
        (", notre directrice, et le Dr ", True),
        (" (Finance) & ", True),
        (" und Vorstandsdirektor ", True),
        (" at ", False),
        (" will see you, and then ", False),
        (". You will find us at ", False),
    ],
)
def test_names_stand_in_a_list(between: str, listed: bool) -> None:  # noqa: FBT001 - a row's value
    text = f"Ida Holm{between}Paul Blanc"
    assert are_listed(text, len("Ida Holm"), text.index("Paul Blanc")) is listed


def test_an_address_is_that_of_the_name_it_spells() -> None:
    text = "Interviewers: Ida Holm, Paul Blanc\nCoordinator: Noor Aziz (noor@larkhill.example)\nLee Wong, Deputy Keeper <lee@larkhill.example>"
    letter = Letter(text=text)
    assert book(letter, text) == {"noor aziz": "noor@larkhill.example", "lee wong": "lee@larkhill.example"}


@pytest.mark.parametrize(
    ("stretch", "names"),
    [
        ("me & Ida Holm", ["Ida Holm"]),
        ("Ida du", ["Ida"]),
        ("Ida von Halm", ["Ida von Halm"]),
        ("Präsidentin Ida von Halm", ["Ida von Halm"]),
        ("Vorstandsdirektor Emil Roth", ["Emil Roth"]),
        ("Hofmeister Anna", ["Hofmeister Anna"]),
        ("sein wird Kantor Roth", ["Roth"]),
        ("Ehepaar Roth", ["Roth"]),
        ("de la Cruz", ["de la Cruz"]),
        ("big tom", ["big tom"]),
        ("bij Ruud Pronk", ["Ruud Pronk"]),
        ("proviseur Yves Carrel", ["Yves Carrel"]),
        ("anna Roth and jean Dupont", ["anna Roth", "jean Dupont"]),
        ("abu Bakr, ben Ali and dalla Chiesa", ["abu Bakr", "ben Ali", "dalla Chiesa"]),
        ("zum Felde", ["zum Felde"]),
        ("am Ende", ["am Ende"]),
        ("ní Chonaill", ["ní Chonaill"]),
        ("Mir and Ida", ["Mir", "Ida"]),
        ("mir und Ida", ["Ida"]),
        ("I and Ida", ["Ida"]),
        ("Anna Burgmeister", ["Anna Burgmeister"]),
        ("Judith y", ["Judith"]),
        ("mari Gérard", ["Gérard"]),
        ("Unsere Rektorin", []),
        ("Unsere Rektorin, Frau Kern", ["Kern"]),
        ("Mon Tran", ["Mon Tran"]),
    ],
)
def test_a_stretch_holds_more_than_names(stretch: str, names: list[str]) -> None:
    assert split(stretch) == names


@pytest.mark.parametrize("piece", ["Abcdefmeister", "A-B-C-", "Ab-Cd-", "ABCD", "Ida Holm x ", "Ida (", "Ida Holm - "])
def test_no_text_keeps_the_search_for_names_busy(piece: str) -> None:
    # With the pattern that was, 2,500 letters of one of these took 46 seconds: whoever waits here knows why.
    text = piece * (4_000 // len(piece))
    assert book(Letter(text=text), text) == {}
    assert len(list(NAME.finditer(text))) < len(text)


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("I'll call you at the number on your resume.", True),
        ("I will ring you on your mobile.", True),
        ("Ich rufe Sie dann unter der angegebenen Nummer an.", True),
        ("I'll call you on your mobile to confirm the time.", False),
        ("I will call you on the number you gave if anything changes.", False),
        ("Ida Holm will call you at this number.", False),
    ],
)
def test_a_writer_who_calls_is_met(text: str, *, calls: bool) -> None:
    assert writer_calls(text) is calls


@pytest.mark.parametrize(
    ("text", "receives"),
    [
        ("I look forward to meeting you then.", True),
        ("Ich freue mich sehr, Sie am 12. März um 14 Uhr kennenzulernen.", True),
        ("Je me réjouis de vous rencontrer.", True),
        ("We look forward to meeting you.", False),
        ("I look forward to hearing how it went.", False),
        ("Ich freue mich, Sie für uns gewonnen zu haben.", False),
    ],
)
def test_a_writer_who_looks_forward_to_it_is_met(text: str, *, receives: bool) -> None:
    assert around_names.writer_receives(text) is receives


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("I'm on the pier from half eight, and you're out on the boat with me.", True),
        ("Dienstag um vier bei mir in der Mühle.", True),
        ("Please confirm Tuesday at four with me.", False),
        ("Bitte melden Sie sich bis Dienstag um vier bei mir.", False),
        ("Check with me whether four suits.", False),
    ],
)
def test_a_time_is_with_the_writer(text: str, *, there: bool) -> None:
    assert around_names.is_with_writer(text) is there


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Nous serons là tous les deux.", True),
        ("Wir sind beide da.", True),
        ("We'll both be there.", True),
        ("Both of us liked your letter.", False),
        ("Wir sind beide gespannt.", False),
    ],
)
def test_two_say_that_they_will_be_there(text: str, *, both: bool) -> None:
    assert around_names.both_come(text) is both


def test_kin_run_a_house_together() -> None:
    assert around_names.is_kin("mit meinem Bruder Ivo", "Ivo")
    assert around_names.is_kin("avec mon frère, Ivo", "Ivo")
    assert not around_names.is_kin("with my colleague Ivo", "Ivo")


def test_a_table_has_cells() -> None:
    raw = "Where     Rowsley Depot\n  Panel     Ida Holm, Head of Law\n            Kim Berg, Safety"
    assert around_names.cells(raw, "Panel Ida Holm") == ["Panel", "Ida Holm"]
    assert around_names.cells(raw, "Law Kim Berg") == ["Law", "Kim Berg"]
    assert around_names.cells(raw, "Rowsley Depot") == []
    assert around_names.cells("you will meet Ida\nHolm on Monday", "Ida Holm") == ["Ida Holm"]


@pytest.mark.parametrize(
    "piece", ["Ida wird ", "mein Bruder ", "x   ", "\n ", "with me ", "wir sind beide ", "I look forward to meeting "]
)
def test_no_text_keeps_the_looks_around_names_busy(piece: str) -> None:
    text = piece * 20_000
    around_names.writer_receives(text)
    around_names.both_come(text)
    around_names.is_with_writer(text)
    around_names.cells(text, "Ida Holm")
    around_names.sits_in(text, "Ida")
