"""The employer's name, from headers, text, signature and what the encoder sees."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.reading.letters.letter import Address, Letter
from sincerely.reading.letters.mime import parse
from sincerely.reading.linking.agencies import is_agency
from sincerely.reading.linking.clean_names import clean
from sincerely.reading.linking.employer import company_of
from sincerely.reading.linking.shown_as import shown_as
from sincerely.reading.reader import read
from sincerely.reading.scoring.encoding import SIGN
from sincerely.reading.scoring.insight import Stretch


def letter(sender: str, text: str) -> Letter:
    return parse(f"From: {sender}\nTo: robin@mail.example\nSubject: Your application\n\n{text}\n".encode())


@pytest.mark.parametrize(
    ("sender", "signature", "seen", "name"),
    [
        ("Dee <dee@saguarofreight.example>", "Dee\nSaguaro Freight Lines", "Saguaro Freight Lines", "Saguaro Freight Lines"),
        ("Momo <momo@brasserie-stlaurent.example>", "Momo", "Brasserie Saint-Laurent", "Brasserie Saint-Laurent"),
        ("Dee <dee@saguarofreight.example>", "Dee", "", "Saguarofreight"),
    ],
)  # fmt: skip
def test_the_whole_name_counts_of_which_a_domain_spells_the_beginning(
    sender: str, signature: str, seen: str, name: str
) -> None:
    stretches = [Stretch(3, seen, 0.9, 0)] if seen else []
    assert company_of(letter(sender, signature), "We have your form.", signature, seen=stretches) == name


ROBIN = frozenset({"robin.ashdown@mail.example"})


def told(sender: str, text: str, *, subject: str = "Interview", persons: tuple[str, ...] = ()) -> str:
    data = f"From: {sender}\nTo: robin.ashdown@mail.example\nSubject: {subject}\n\n{text}\n"
    return company_of(parse(data.encode()), text, "", me=ROBIN, persons=persons)


@pytest.mark.parametrize(
    "subject",
    ["Interview: Robin Ashdown - Site Engineer", "Interview with Robin Ashdown", "FW: Robin Ashdown - interview"],
)
def test_the_candidate_whose_address_alone_gives_the_name_is_no_employer(subject: str) -> None:
    assert told("Dee <dee@saguaro.example>", "Please see the invitation.", subject=subject) == "Saguaro"


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Your interview with Lena Marsh is on Monday.", ()),
        ("Your interview with Owen O'Dell and Lena Marsh is on Monday.", ("Owen O'Dell", "Lena Marsh")),
        ("You will have a conversation with Councillor Lena Marsh.", ("Lena Marsh",)),
        ("The interview with Pilar de la Vega is on Monday.", ("Pilar de la",)),
        ("We would love to have your interview with Dr. Lena Marsh on Monday.", ("Lena Marsh",)),
    ],
)
def test_whom_one_is_to_meet_is_no_employer(text: str, persons: tuple[str, ...]) -> None:
    assert told("Dee Fox <dee.fox@saguaro.example>", text, persons=persons) == "Saguaro"


@pytest.mark.parametrize(
    ("sender", "text", "name"),
    [
        (
            "Dee Fox <dee@saguarofreight.example>",
            "Your interview with Saguaro Freight is on Monday.",
            "Saguaro Freight",
        ),
        ("Dee Fox <dee@mail.example>", "Your interview with Lark & Sons is on Monday.", "Lark & Sons"),
        ("Calendly <no-reply@calendly.com>", "You booked an interview with Tall Pines.", "Tall Pines"),
        ("Lena Thornton <lena@thornton.example>", "Thank you for the position at Thornton.", "Thornton"),
    ],
)
def test_a_house_one_has_an_interview_with_is_the_employer(sender: str, text: str, name: str) -> None:
    assert told(sender, text) == name


@pytest.mark.parametrize(
    ("sender", "seen", "name"),
    [
        ('"Prof. Dr. Ute Adler" <adler@klimaforum.example>', "Ute Adler", "Klimaforum"),
        ("Ute Adler <ute.adler@klimaforum.example>", "Ute Adler", "Klimaforum"),
        ("Sugarbush Outdoor <sugarbush@mail.example>", "Sugarbush Outdoor", "Sugarbush Outdoor"),
        ("Lena Marsh via LinkedIn <inmail-hit-reply@linkedin.com>", "", ""),
        ("Tall Pines via Ashby <no-reply@ashbyhq.com>", "", "Tall Pines"),
        ("Tall Pines Hiring Team via LinkedIn <jobs-noreply@linkedin.com>", "", "Tall Pines"),
        ("calendar-notification@google.com", "", ""),
        ("Dee Fox <dee@google.com>", "", "Google"),
        ("Service RH <rh@mairie-valmont.example>", "humaines", "Mairie Valmont"),
        ("Dee Fox <dee@saguaro.example>", "saguaro", "saguaro"),
        ("Bewerbungen <jobs@adlerverlag.example>", "Ihr Adler Verlag", "Adler Verlag"),
        ("Tall Pines via Checkhire <no-reply@checkhire.example>", "", "Tall Pines"),
        ("Tall Pines through Checkhire <no-reply@checkhire.example>", "", "Tall Pines"),
        ("Tall Pines über Checkhire <no-reply@checkhire.example>", "", "Tall Pines"),
        ("Jo Hart via DocuSign <dse@docusign.example>", "", "DocuSign"),
        ("Tall Pines via Checkhire <jobs@tallpines.example>", "", "Tall Pines"),
        ("Dee Fox via Checkhire <dee.fox@checkhire.example>", "", "Checkhire"),
        ("Amt Söhring <hauptamt@amt-soehring.example>", "", "Amt Söhring"),
        ("Amt Söhring <hauptamt@amt-talbach.example>", "", "Amt Talbach"),
        ("Agence sociale du Sorvan <rh@ats-sorvan.example>", "du Sorvan", "Agence sociale du Sorvan"),
        ("Tribunal administratif du Sorvan <rh@tas.example>", "du Sorvan", "Tribunal administratif du Sorvan"),
        ("Praxis Dr. Sorvan <post@mail.example>", "Sorvan", "Praxis Dr. Sorvan"),
        ("Stadt Talbach Personalservice <noreply@stadt-talbach.example>", "Personalservice", "Stadt Talbach"),
        ("Tall Pines Front Office <fom@tallpines.example>", "Tall Pines", "Tall Pines"),
    ],
)
def test_a_person_who_writes_is_no_employer(sender: str, seen: str, name: str) -> None:
    stretches = [Stretch(3, seen, 0.9, 0)] if seen else []
    assert company_of(letter(sender, "Till then."), "Till then.", "", me=ROBIN, seen=stretches) == name


@pytest.mark.parametrize(
    "desk",
    [
        *(
            "Support",
            "Onboarding",
            "Mailer",
            "Notifications",
            "Updates",
            "Workday",
            "Job Alerts",
            "Inbox",
            "Interviews",
        ),
        *(
            "Candidate Experience",
            "Assessment Centre",
            "Hiring Platform",
            "Applicant Tracking",
            "Do Not Reply",
            "Noreply",
        ),
        *("Reception", "Events", "Talent Cloud", "Bewerberbüro", "Empfang", "Accueil"),
    ],
)
def test_a_desk_that_is_shown_behind_a_house_is_no_part_of_its_name(desk: str) -> None:
    text = "Thank you for your application to Saguaro. Saguaro will write to you by Friday.\n\nSaguaro"
    assert told(f"Saguaro {desk} <no-reply@saguaro.example>", text) == "Saguaro"


ROOMS = ("Office", "Main Office", "Selection Office", "HR Centre", "Talent Community", "Carrières", "Büro")


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_is_no_part_of_what_a_house_is_shown_as(room: str) -> None:
    assert shown_as(Address(f"Tall Pines {room}", "post@tallpines.example"), "tallpines", "") == "Tall Pines"


def test_whoever_hands_a_candidate_on_is_an_agency() -> None:
    assert is_agency("dee@mossandgrey.example", "I am submitting you to Larch Pharma this week.")
    assert not is_agency("dee@saguaro.example", "I am submitting your CV to the panel.")


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Für einen Kunden im Raum Celle suche ich eine Servicetechnikerin.", True),
        ("Gerne würde ich Sie bei der Reder Kältetechnik GmbH vorstellen.", True),
        ("Viele Grüße\n\nMirko Pohl\nSenior Personalberater Technik\nOttertal GmbH", True),
        ("I am looking for a fitter for one of my clients.", True),
        ("Best wishes\nDee Moss\nRecruitment Consultant\nMoss Ltd", True),
        ("Pour un de nos clients, je recherche une comptable.", True),
        ("Je souhaite vous présenter chez Roux SAS.", True),
        ("Danke für Ihre Bewerbung als Personalberaterin bei uns.", False),
        ("Recruitment Consultant\nThank you for applying.", False),
        ("Wir arbeiten für einen Kunden in Celle an einer Kälteanlage.", False),
        ("Würden Sie sich bei Frau Kern kurz vorstellen?", False),
        ("You would look after one of our clients.", False),
        ("Vous travaillerez pour un de nos clients.", False),
        ("Darf ich Sie bei Reder Kälte vorstellen?", True),
        ("Gern würde ich Sie bei Herrn Pohl und dem Team vorstellen.", False),
        ("Ich möchte Sie gern beim Fachbereich vorstellen.", False),
        ("Wir würden Sie gern bei der Geschäftsleitung persönlich vorstellen.", False),
        ("I would like to introduce you to Larch Pharma Ltd.", True),
        ("I'd like to introduce you to Tom Hill, our CTO here at Larch Ltd, next week.", False),
        ("Best wishes\nDee Moss\nRecruitment Consultant\nHuman Resources\nUniversity of Tarnmouth", False),
        ("Thank you for applying.\nJob Title\nRecruitment Consultant\nLocation: Leeds", False),
        (
            "Danke für Ihre Bewerbung bei der Ottertal GmbH. Für einen Kunden in Celle suchen wir einen Bauleiter.",
            False,
        ),
        ("Danke für Ihre Bewerbung bei der Reder GmbH. Für einen Kunden in Celle suchen wir einen Bauleiter.", True),
        ("Merci pour votre candidature chez Ottertal Conseil. Nous recherchons une comptable pour un client.", False),
        ("We're recruiting carers for a client in Bath.", False),
        ("We need a support worker for one of our clients with learning disabilities.", False),
        ("We are looking for an engineer who works on site for one of our clients.", False),
        ("Please prepare a pitch for a client of your choice, we are looking at structure.", False),
        ("We are looking for your best idea for a client pitch.", False),
    ],
)
def test_who_looks_for_people_for_a_client_is_an_agency(text: str, *, agency: bool) -> None:
    assert is_agency("mirko@ottertal.example", text) is agency


NAMES = {
    "Harrow Data": "Harrow Data",
    "Larch School of English": "Larch School of English",
    "Harrow Data Application": "Harrow Data",
    "la Ville de Sorvan": "Ville de Sorvan",
    "l'Agence Sorvan": "Agence Sorvan",
    "Le Petit Sorvan": "Le Petit Sorvan",
    "la redoute": "la redoute",
    "Bei Talbach Optik": "Talbach Optik",
    "von der Klinik Sorvan": "Klinik Sorvan",
    "chez l'Oréal": "l'Oréal",
    **{
        name: name
        for name in ("le Monde", "le Labo", "du Pont", "la Poste", "la Redoute", "vom Fass", "d'Ieteren", "l'Oréal")
    },
}


@pytest.mark.parametrize("told", NAMES)
def test_only_what_is_no_part_of_a_name_is_taken_off(told: str) -> None:
    assert clean(told) == NAMES[told]


@pytest.mark.parametrize("house", ["CHU de Kerville", "Médiathèque de Kerville"])
def test_a_french_house_is_told_by_its_whole_name(house: str) -> None:
    mail = letter(
        "Jean Roux <jean.roux@courriel.example>",
        f"Bonjour,\n\nvotre entretien à {house} est annulé. {house} vous écrira avant le 20 mars.\n\nJean Roux",
    )
    told = read(mail, me=ROBIN, at=datetime(2026, 3, 3, tzinfo=UTC), models=load_models())
    assert told.company == house


@pytest.mark.parametrize(
    ("to", "seen", "score", "name"),
    [
        ("jobs@rochat-pictelin.example", "DSCG", 0.51, "Rochat Pictelin"),
        ("jobs@rochat-pictelin.example", "Fiduciaire du Lac", 0.9, "Fiduciaire du Lac"),
        ("jobs@vet-erables.example", "Clinique des Érables", 0.55, "Clinique des Érables"),
        ("jobs@chu-lormont.example", "CHU de Lormont", 0.51, "CHU de Lormont"),
        ("someone@mail.example", "DSCG", 0.51, "DSCG"),
    ],
)
def test_a_degree_is_no_house_that_is_written_to(to: str, seen: str, score: float, name: str) -> None:
    text = f"Madame, Monsieur,\n\nTitulaire du {seen}, je travaille depuis neuf ans.\n"
    mail = parse(f"From: robin.ashdown@mail.example\nTo: {to}\nSubject: Postulation\n\n{text}".encode())
    assert company_of(mail, text, "", me=ROBIN, seen=[Stretch(0, seen, score, 0)]) == name


@pytest.mark.parametrize(("where", "name"), [(SIGN, ""), (0, "Finance & Comptabilité")])
def test_what_a_consultant_deals_in_is_no_client(where: int, name: str) -> None:
    sender, text = "Sandrine Petit <sandrine.petit@ormeau-recrutement.example>", "Voici l'offre.\n"
    signature = "Sandrine Petit\nConsultante senior - Finance & Comptabilité\nORMEAU RECRUTEMENT"
    stretches = [Stretch(where, "Finance & Comptabilité", 0.4, 0)]
    assert company_of(letter(sender, text), text, signature, seen=stretches) == name


def test_the_domain_of_the_candidates_own_mail_is_no_house() -> None:
    assert told("Dee Park <dee.park@mail.example>", "See you on Friday.") == ""
