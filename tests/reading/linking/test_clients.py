"""Which house an agency writes for, and which it only mentions."""

from __future__ import annotations

import pytest

from sincerely.app.models.reading_models import load_models
from sincerely.reading.letters.mime import parse
from sincerely.reading.linking.clients import client_told, is_in_passing, names_client
from sincerely.reading.linking.employer import company_of
from sincerely.reading.reader import read

MODELS = load_models()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Tarn Foods", "Tarn Foods would like to see you on Monday."),
        ("Tarn Foods", "It's Tarn Foods."),
        ("Tarn Foods", "They'd like you over for a sit-down with Ida at Tarn Foods."),
        ("Tarn Foods", "Feedback from Tarn Foods: they loved you."),
        ("Tarn", "Tarn want a phone chat."),
        ("Velm GmbH", "Es handelt sich um die Velm GmbH."),
        ("Velm GmbH", "Die Velm GmbH möchte Sie einladen."),
        ("Velm GmbH", "Rückmeldung der Velm GmbH: leider nein."),
        ("Valdor", "Valdor souhaite vous rencontrer."),
        ("Valdor", "Le poste est chez Valdor."),
        ("Tarn Foods", "You used to work at Birk Oil. The job is at Tarn Foods."),
        ("Tarn Foods", "They would like to see you."),
    ],
)
def test_where_the_opening_is(name: str, text: str) -> None:
    assert names_client(name, "News", text)
    assert not is_in_passing(name, "News", text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Birk Hospital", "I saw you used to work at Birk Hospital, my sister is a nurse at Birk Hospital too!"),
        ("Birk Steel", "The client is at a trade fair with Birk Steel this week."),
        ("Birk Oil", "Your experience at Birk Oil is just what they want for the role."),
        ("Birk AG", "Wegen Ihrer Zeit bei der Birk AG sind Sie für die Stelle ideal."),
        ("Birk", "Votre expérience chez Birk plaît au client."),
        ("Birk Freight", "They're a bit like Birk Freight, everything takes an age."),
        ("Birk AG", "Das dauert dort so wie bei der Birk AG."),
        ("Robyn", "Robyn wants to talk to you. She'll call on Thursday."),
    ],
)
def test_what_is_only_mentioned(name: str, text: str) -> None:
    assert is_in_passing(name, "News", text)
    assert not names_client(name, "News", text)


@pytest.mark.parametrize("text", ["Hey, no word from Robyn, they have a budget freeze.", "Robyn was stoked with you."])
def test_who_may_be_anybody_renames_nothing(text: str) -> None:
    assert not names_client("Robyn", "News", text)


def test_somebody_who_is_at_a_house_is_not_that_house() -> None:
    assert not is_in_passing("Costa", "News", "You are meeting the manager at Costa, she is lovely.")
    assert is_in_passing("Robyn", "News", "Robyn wants to talk to you. She will call.")


def test_the_subject_is_of_the_opening() -> None:
    assert names_client("Birk Oil", "Birk Oil - Cook", "I saw you used to work at Birk Oil.")
    assert not names_client("", "News", "It's Tarn Foods.")


def test_whoever_is_told_by_both_names_is_no_client_by_the_first() -> None:
    letter = parse(b"From: Jo <jo@northsearch.example>\nTo: a@mail.example\nSubject: News\n\nx\n")
    text = "My client wrote. On behalf of Robyn I would like to ask for your CV."
    assert company_of(letter, text, "", agency=True) == "Robyn"
    assert company_of(letter, text, "", agency=True, persons=["Robyn Marsh"]) == ""
    assert company_of(letter, text, "", agency=True, persons=["Ida Robyn"]) == "Robyn"


def test_an_agencys_mail_tells_no_employer_by_the_way() -> None:
    text = "Still nothing from my client about the Cook role, I will chase them on Monday. {}\n\nJo\n"
    head = "From: Jo Lane <jo@northsearch.example>\nTo: robin@mail.example\nSubject: Re: Cook\n\nHi Robin,\n\n"
    by_the_way, told = (
        read((head + text.format(more)).encode(), me=frozenset({"robin@mail.example"}), at=None, models=MODELS)
        for more in ("I saw you used to work at Birk Hospital.", "I told you it is at Birk Hospital.")
    )
    assert (by_the_way.company, told.company) == ("", "Birk Hospital")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Client 1 is Larch Pharma, please keep that between us.", "Larch Pharma"),
        ("The healthcare client (it's Tarn Foods) likes your profile.", "Tarn Foods"),
        ("My client is called Birk and they are growing.", "Birk"),
        ("Der Kunde ist die Birk AG.", "Birk AG"),
        ("Le client est Larch.", "Larch"),
        ("The client, Monday at ten, will call.", ""),
        ("The client is Monday free.", ""),
        ("The client is keen to meet you.", ""),
        ("Your client base at Larch is impressive.", ""),
        ("The client: They want a Cook.", ""),
        ("Mein Kunde heißt Birk und sitzt in Celle.", "Birk"),
        ("Unser Kunde ist Marktführer für Pumpen.", ""),
        ("Der Kunde ist Hersteller von Kränen, Teil der Birk AG.", ""),
        ("The client is Swiss, based in Zug.", ""),
        ("Client: London, hybrid. Client: Larch Pharma.", "Larch Pharma"),
        ("Client: TBC", ""),
        ("The client's Hiring Manager, Ida Holm, likes you.", ""),
        ("The client's CEO, Ida Holm, likes you.", ""),
        ("Client: Confidential, salary 50k.", ""),
    ],
)
def test_the_house_that_is_said_to_be_the_client(text: str, name: str) -> None:
    assert client_told(text) == name
