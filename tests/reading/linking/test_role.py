"""The title of the opening, without what stands around it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.reading.linking import role
from sincerely.reading.linking.role import clean, is_title, own_title, role_of, role_seen, without_house
from sincerely.reading.linking.role_part import with_part
from sincerely.reading.reader import read
from sincerely.reading.scoring.encoding import SIGN
from sincerely.reading.scoring.insight import Stretch
from sincerely.reading.scoring.role_words import is_worker, with_head

AROUND = {
    "the Data Analyst (m/w/d)": "Data Analyst",
    "Ridgeback Motors - Service Advisor": "Service Advisor",
    "po - spa therapist": "spa therapist",
    "Sr. Executive - Imports": "Sr. Executive - Imports",
    ") Pump attendant": "Pump attendant",
    "Under-gardener /": "Under-gardener",
    "de contrôleur de gestion": "contrôleur de gestion",
    "and Lab Technician": "Lab Technician",
    "Conservator (Textiles)": "Conservator (Textiles)",
    "Warehouse Operative 20417": "Warehouse Operative",
    "Head of Pastry @ Tidewater": "Head of Pastry",
    "TITLE Rotational Clinical Pharmacist": "Rotational Clinical Pharmacist",
}


@pytest.mark.parametrize("told", AROUND)
def test_what_stands_around_a_title_is_taken_off(told: str) -> None:
    assert clean(told) == AROUND[told]


def test_a_title_loses_its_employers_name_only_where_a_title_is_left() -> None:
    assert without_house("Ridgeback Motors Service Advisor", "Ridgeback Motors") == "Service Advisor"
    assert without_house("Ridgeback Motors 2026", "Ridgeback Motors") == "Ridgeback Motors 2026"
    assert without_house("Service Advisor", "") == "Service Advisor"
    assert without_house("Langma", "Langmaid Hotel") == ""
    assert without_house("Almtaler Wärmetechnik", "Almtaler Waerme") == ""
    assert without_house("Corran Works Fitter", "Corran Work") == "Corran Works Fitter"
    for field in ("Marketing", "Bakery", "Logistics", "Finance", "Design", "Nursing"):
        assert without_house(field, f"Foxglove {field}") == field
    for title, house in (("Driver", "Driver Hire"), ("Barista", "Barista Collective"), ("Аналитик", "Acme")):
        assert without_house(title, house) == title


def test_what_the_writer_is_by_the_signature_is_not_the_opening() -> None:
    seen = [Stretch(SIGN, "HR Manager", 0.99, 0), Stretch(0, "cellar hand", 0.6, 12)]
    assert role_seen(seen) == "cellar hand"


def test_a_title_is_found_without_an_encoder() -> None:
    assert role_of("Re: Acme | Data Analyst | Interview", "Hello") == "Data Analyst"
    assert role_of("Your application", "Thank you for applying for the position of Site Engineer at Birch.") == (
        "Site Engineer"
    )
    assert role_of("Dinner", "See you at eight.") == ""


SIGNED = {
    "Till then!\n\nLorna\nWard Services Coordinator, Roundhay Grange\n": "Ward Services Coordinator, Roundhay Grange\n",
    "Till then!\n\nLorna Ashby MRPharmS\nDirector of Pharmacy\nRoundhay Grange": "Director of Pharmacy\n",
    "Till then!\n\nLorna Ashby\nExecutive Pastry Chef search, The Langmaid\n": "",
    "Lorna asked for you.\nCellar hand, nights\n": "",
    "Till then!\n\nLorna Ashby": "",
    "": "",
    "Best,\nLorna Ashby\n\nDirector of Pharmacy\n": "Director of Pharmacy\n",
    "Best,\nLorna Ashby\n(she/her)\nDirector of Pharmacy\n": "Director of Pharmacy\n",
    "Hi Lorna,\nwe would like you as Data Analyst.\n\nCheers\n": "",
    "Lorna Ashby\nDirector\n3\n4\n5\n6\n7\n8\n9\n10": "Director\n",
}


@pytest.mark.parametrize("text", SIGNED)
def test_what_the_writer_is_stands_below_the_name(text: str) -> None:
    begin, stop = own_title(text, "Lorna Ashby")
    assert text[begin:stop] == SIGNED[text]


def test_times_and_signs_are_no_titles() -> None:
    assert not is_title("Friday, October 9, 2026 10:30 PM - 11:00 PM EDT")
    assert role_seen([Stretch(0, "&", 0.9, 0), Stretch(0, "from 10:30", 0.9, 4)]) == ""
    assert role_seen([Stretch(0, "2026 Summer Analyst Program", 0.9, 0)]) == "2026 Summer Analyst Program"
    for told in (
        "Wed Oct 14, 2026 3pm - 3:30pm Eastern Time",
        "Fri 30 Oct 2026 1pm to 3pm PM",
        "Di 13. Okt. 2026 14 Uhr",
    ):
        assert not is_title(told)
        assert role_seen([Stretch(0, told, 0.95, 0)]) == ""
    assert is_title("Product Manager 2")
    assert is_title("Python 3.12 Developer")
    assert clean("Title IX Coordinator") == "Title IX Coordinator"


WHOLE = (
    "Android Developer",
    "Hybrid Cloud Engineer",
    "Aid Worker",
    "Covid Nurse",
    "Grid Planner",
    "Solid Modeller",
    "Prefab Site Manager",
    "New Build Site Manager",
    "New Homes Adviser",
    "New Media Designer",
    "New Product Manager",
    "New Accounts Clerk",
    "First Mate",
    "First Aider",
    "First Responder",
    "First Assistant Editor",
    "First Engineer",
    "First Violin",
)


@pytest.mark.parametrize("title", WHOLE)
def test_a_word_that_is_taken_off_elsewhere_belongs_to_a_title(title: str) -> None:
    assert clean(f"the {title} role") == title


NUMBERED = ("Grid Planner ref 20417", "Grid Planner (Job ID: A-7)", "Grid Planner, Req. R-10442", "Grid Planner #20417")


@pytest.mark.parametrize("told", NUMBERED)
def test_an_openings_number_is_no_part_of_its_title(told: str) -> None:
    assert clean(told) == "Grid Planner"


ROUNDS = {
    "Backend Engineer coding": "Backend Engineer",
    "SRE technical deep": "SRE",
    "Steuerkommissär beim": "Steuerkommissär",
    "SRE technical deep dive": "SRE",
    "Data Analyst phone screen": "Data Analyst",
    "Line Cook second round": "Line Cook",
    "R-10442 Care Navigator": "Care Navigator",
    "JR-20417: Site Engineer": "Site Engineer",
    "Job Coach": "Job Coach",
    "Job Developer": "Job Developer",
    "job Site Engineer": "Site Engineer",
    "Technical Writer": "Technical Writer",
    "Call Handler": "Call Handler",
    "agent commercial": "agent commercial",
    "Conseiller clientèle": "Conseiller clientèle",
    "2026 Summer Analyst": "2026 Summer Analyst",
    "3000 Series Technician": "3000 Series Technician",
    "20417 Care Navigator": "Care Navigator",
    "#2041 Care Navigator": "Care Navigator",
    "3041 - Care Navigator": "Care Navigator",
}


@pytest.mark.parametrize("told", ROUNDS)
def test_the_round_and_the_openings_number_are_no_part_of_a_title(told: str) -> None:
    assert clean(told) == ROUNDS[told]


@pytest.mark.parametrize(
    "told", ["Entretien", "Intro", "Vorstellungsgespräch", "Phone interview", "Candidature", "Ihre"]
)
def test_what_a_mail_is_about_is_no_job(told: str) -> None:
    assert role_seen([Stretch(-2, told, 0.9, 0)]) == ""


def test_a_desk_is_no_title() -> None:
    assert role_of("Paperwork", "Please sign the form.\n\nKestrel HR\n") == ""
    assert role_of("HR Generalist at Kestrel", "Hello") == "HR Generalist"


def test_a_firm_of_people_who_do_a_work_is_no_title() -> None:
    assert role_of("half day", "You sit with Ann first.\n\nTom\nCorran Freight Brokers\n") == ""
    assert role_of("half day", "You sit with Ann first.\n\nFreight Broker\n") == "Freight Broker"


def test_a_title_loses_its_employers_name_behind_it() -> None:
    assert without_house("Regulatory Associate - Larch", "Larch Pharma") == "Regulatory Associate"
    assert without_house("Regulatory Associate - Nights", "Larch Pharma") == "Regulatory Associate - Nights"


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Your application for Site Engineer, Tunnels", "Site Engineer, Tunnels"),
        ("Site Engineer, Tunnels and Bridges - interview", "Site Engineer, Tunnels and Bridges"),
        ("Site Engineer, Larch", "Site Engineer"),
        ("Site Engineer, Maya Roth", "Site Engineer"),
        ("Site Engineer, Thursday", "Site Engineer"),
        ("Site Engineer, Lyon", "Site Engineer"),
        ("Site Engineer, London", "Site Engineer"),
        ("Site Engineer, next steps", "Site Engineer"),
        ("Site Engineer, Tunnels open on Monday", "Site Engineer"),
        ("Interview", "Site Engineer"),
    ],
)
def test_the_part_of_the_house_behind_a_comma_belongs_to_the_title(subject: str, title: str) -> None:
    text = f"We have your application for {subject.partition(' for ')[2] or subject}."
    assert with_part("Site Engineer", subject, text, ["Larch Pharma", "Maya Roth"]) == title
    assert with_part("Site Engineer", subject, "We have your application.", []) == "Site Engineer"


def test_a_place_where_the_work_is_belongs_to_no_title() -> None:
    text = "We have your application for Site Engineer, Aldwick. The work is in Aldwick."
    assert with_part("Site Engineer", "Site Engineer, Aldwick", text, []) == "Site Engineer"


FOREIGN = {
    "Zweitgespräch Lagerleiterin": "Lagerleiterin",
    "Stelle Lagerleiterin": "Lagerleiterin",
    "Verschiebung Kennenlerngespräch Lagerleiterin": "Lagerleiterin",
    "der Lagerleiterin": "Lagerleiterin",
    "Lagerleiterin wird": "Lagerleiterin",
    "Poste de relieuse": "relieuse",
    "rdv relieuse": "relieuse",
    "d'agent de liaison": "agent de liaison",
    "Dossier relieuse": "relieuse",
    "relieuse au": "relieuse",
    "Lagerleiterin suchen": "Lagerleiterin",
    "Elektriker gesucht": "Elektriker",
    "Head Gardener garden": "Head Gardener garden",
    "Elektriker extern": "Elektriker extern",
    "Elektriker Anlagen": "Elektriker Anlagen",
    "Dossier Manager": "Dossier Manager",
    "Stellenplaner": "Stellenplaner",
    "Gesprächstherapeutin": "Gesprächstherapeutin",
    "die setter": "die setter",
    "Line Cook spot": "Line Cook",
    "First Officer": "First Officer",
    "first interview Site Engineer": "Site Engineer",
    "Application Developer": "Application Developer",
    "Application Site Engineer": "Site Engineer",
    "New Business Manager": "New Business Manager",
    "new Site Engineer": "Site Engineer",
    "RE Teacher": "RE Teacher",
    "chargée de mission de day": "chargée de mission de jour",
    "monteuse de vente d'abord": "monteuse de vente",
    "chef de chantier de préférence": "chef de chantier",
    "chef de chantier de façon durable": "chef de chantier",
    "assistante de direction de notre maison": "assistante de direction",
    "Administrator DES": "Administrator DES",
    "monteuse des": "monteuse",
    "chargée de suivi": "chargée de suivi",
    "Vacation Planner": "Vacation Planner",
    "Vacation Rental Manager": "Vacation Rental Manager",
    "Audition Accompanist": "Audition Accompanist",
    "Convocation Coordinator": "Convocation Coordinator",
    "future students adviser": "future students adviser",
    "Poste Restante Clerk": "Poste Restante Clerk",
    "offre de gardienne": "gardienne",
    "future relieuse": "relieuse",
    "futur matelot": "matelot",
    "annonce matelot": "matelot",
    "Dossier matelot": "matelot",
}


@pytest.mark.parametrize("told", FOREIGN)
def test_only_what_is_no_part_of_a_title_is_taken_off(told: str) -> None:
    assert clean(told) == FOREIGN[told]


WORKERS = ("Lagerleiterin", "Seilbahnwart", "Tierärztin", "relieuse", "agent de liaison", "site engineer", "bursar")
NONE = ("Lagerfest", "Geschäftsleitung", "Januar", "dossier", "horaire", "chef", "kitchens", "Orgel", "")


def test_a_word_shows_who_does_a_work() -> None:
    assert [title for title in (*WORKERS, *NONE) if is_worker(title)] == list(WORKERS)


def test_an_unlikely_title_counts_where_it_is_somebody_who_does_a_work_and_no_likely_one_is_there() -> None:
    doubted = [Stretch(0, "Lagerfest", 0.4, 0), Stretch(1, "Lagerleiterin", 0.3, 9), Stretch(SIGN, "bursar", 0.4, 0)]
    assert role_seen([], doubted) == "Lagerleiterin"
    assert role_seen([], doubted[:1]) == ""
    assert role_seen([Stretch(2, "relieuse", 0.6, 0)], doubted) == "relieuse"
    assert role_seen([Stretch(2, "Lagerfest", 0.6, 0)], doubted) == "Lagerleiterin"
    assert role_seen([Stretch(2, "Lagerfest", 0.8, 0)], doubted) == "Lagerleiterin"
    assert role_seen([Stretch(2, "Lagerfest", 0.95, 0)], doubted) == "Lagerfest"
    assert role_seen([Stretch(2, "Lagerfest", 0.6, 0)], doubted[:1]) == "Lagerfest"


def test_a_long_number_is_gone_through_once() -> None:
    number = "1" * 30_000 + " x"
    assert role._NUMBER.sub("", number) == number
    assert role._NUMBER.sub("", f"job {number}") == f"job {number}"
    assert clean(f"Site Engineer {number}") == ""


@pytest.mark.parametrize(
    ("text", "seen", "title"),
    [
        ("the Director of Tunnels salary", "Tunnels", "Director of Tunnels"),
        ("our Deputy Head of Site Safety Training post", "Safety Training", "Deputy Head of Site Safety Training"),
        ("the Director of Tunnels salary", "of Tunnels", "Director of Tunnels"),
        ("the pay of Tunnels", "Tunnels", "Tunnels"),
        ("the University of Sorvan Lecturer post", "Lecturer", "Lecturer"),
        ("the Director of all Tunnels", "Tunnels", "Tunnels"),
        (
            "our Head of Sales Development Representative",
            "Sales Development Representative",
            "Sales Development Representative",
        ),
        ("our Head of Global Product role", "Global Product", "Head of Global Product"),
    ],
)
def test_a_title_begins_with_what_heads_it(text: str, seen: str, title: str) -> None:
    begin = text.index(seen)
    assert with_head(text, begin, begin + len(seen)) == (title, text.index(title))


def test_a_mail_tells_a_title_with_what_heads_it() -> None:
    mail = """From: Dee Fox <dee.fox@saguaro.example>
To: Robin Ashdown <robin@mail.example>
Subject: Your application
Date: Tue, 03 Mar 2026 10:00:00 +0100
Content-Type: text/plain; charset=utf-8

Dear Robin,

Your letter lies with those of the Front of House Manager, thank you for it. We will let you know by March 20.

Dee Fox
Saguaro
"""
    told = read(
        mail.encode(), me=frozenset({"robin@mail.example"}), at=datetime(2026, 3, 3, tzinfo=UTC), models=load_models()
    )
    assert told.role == "Front of House Manager"


@pytest.mark.parametrize(("said", "title"), [("F&D", ""), ("R&D", ""), ("R&D Engineer", "R&D Engineer"), ("QA", "QA")])
def test_initials_of_a_house_are_no_title(said: str, title: str) -> None:
    assert clean(said) == title


def test_what_a_german_sentence_says_around_a_title_is_none_of_it() -> None:
    assert clean("Rolle Product Manager") == "Product Manager"
    assert clean("Funktion Sachbearbeiterin Einkauf") == "Sachbearbeiterin Einkauf"
    assert clean("Koordinatorin Ehrenamt zusagen") == "Koordinatorin Ehrenamt"
    assert clean("Rollenspieltrainerin") == "Rollenspieltrainerin"


@pytest.mark.parametrize(
    ("behind", "found"), [(" -> design, love it", False), (" turned designer", False), (" next year", True)]
)
def test_what_somebody_was_is_no_opening(behind: str, found: bool) -> None:  # noqa: FBT001
    mail = f"""From: Bo Reyes <bo@brightfern.example>
To: Robin <robin@mail.example>
Subject: Brightfern and Robin
Date: Tue, 03 Mar 2026 10:00:00 +0000

hey Robin! Bo from the talent team at Brightfern. your profile jumped out (teacher{behind}). up for a quick chat next week?

Bo Reyes
Recruiter, Brightfern
"""
    told = read(
        mail.encode(), me=frozenset({"robin@mail.example"}), at=datetime(2026, 3, 3, tzinfo=UTC), models=load_models()
    )
    assert (told.role == "teacher") is found


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("FP&A Manager", "FP&A Manager"),
        ("M&A Analyst", "M&A Analyst"),
        ("an FP&A Manager", "FP&A Manager"),
        ("interview for a Finance Analyst", "Finance Analyst"),
        ("R&D as a Lab Technician", "Lab Technician"),
    ],
)
def test_a_letter_behind_an_ampersand_is_no_article(told: str, title: str) -> None:
    assert clean(told) == title


def test_a_vacancy_s_number_with_a_stroke_is_no_part_of_its_title() -> None:
    assert clean("RN ED 26/1147") == "RN ED"
    assert clean("Night Porter 24/7") == "Night Porter 24/7"


@pytest.mark.parametrize(
    ("title", "clean_title"),
    [
        ("Anfrage Servicetechnikerin", "Servicetechnikerin"),
        ("Stellenanfrage Monteur", "Monteur"),
        ("Initiativbewerbung Tischlerin", "Tischlerin"),
        ("Enquiry about Dental Nurse", "Dental Nurse"),
        ("Demande de poste Comptable", "Comptable"),
        ("Enquiry Desk Clerk", "Enquiry Desk Clerk"),
        ("Anfragenmanagerin", "Anfragenmanagerin"),
        ("Demand Planner", "Demand Planner"),
    ],
)
def test_what_a_mail_is_is_no_part_of_the_title(title: str, clean_title: str) -> None:
    assert clean(title) == clean_title
