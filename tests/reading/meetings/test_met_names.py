"""Names that the words say one will meet."""

from __future__ import annotations

import pytest

from sincerely.reading.linking.around_names import comes_too, writer_joins
from sincerely.reading.meetings.met_names import met, partners


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It will be an informal chat with me and Nick about the role.", ["Nick"]),
        ("You will be meeting me and Neil.", ["Neil"]),
        ("You will meet with Fiona, our centre manager.", ["Fiona"]),
        ("Your trial shift is booked for Saturday 11 April, 2-4pm with Ben.", ["Ben"]),
        ("Your interview is at 4:00 p.m. with Mr. Alvarez.", ["Mr. Alvarez"]),
        ("Ida and I will see you on Monday.", ["Ida"]),
        ("Dr. Roth freut sich, Sie am Dienstag kennenzulernen.", ["Dr. Roth"]),
        ("Tom (Creative Director) ist auch dabei.", ["Tom"]),
        ("Diesmal mit dabei: unsere Gesellschafter Herr Hansen und Frau Voigt.", ["Herr Hansen", "Frau Voigt"]),
        ("Dein Gespräch mit Henning und Sahra ist am Mittwoch.", ["Henning", "Sahra"]),
        ("Votre entretien avec Mme Castel aura lieu lundi.", ["Mme Castel"]),
        ("Frau Held und ich sitzen um 17 Uhr für Sie bereit.", ["Frau Held"]),
        ("Herr Roth und seine Tochter Jana erwarten Sie am Dienstag.", ["Herr Roth", "Jana"]),
        ("Dr Lowe would like to interview you this Friday at 1.30pm.", ["Dr Lowe"]),
        ("Unsere Rektorin, Frau Kern, nimmt sich bis neun Zeit für Sie.", ["Frau Kern"]),
        ("Mme Fabre vous attend mardi à 15 h.", ["Mme Fabre"]),
        ("Walt says Thursday at 7:30 a.m. works, so please come then.", ["Walt"]),
        ("Sue Hart wonders if you could come at 6pm instead.", ["Sue Hart"]),
        ("Herr Roth bringt Lina Vogel mit, die bei uns plant.", ["Herr Roth", "Lina Vogel"]),
        ("Sie treffen unsere Teamleiterin Frau Roth.", ["Frau Roth"]),
        ("Vous rencontrerez notre DRH, Mme Perrin.", ["Mme Perrin"]),
        ("Sie sprechen mit der Leitung Pflege, Frau Roth.", ["Frau Roth"]),
        ("Vous serez reçue par notre directrice Ida Perrin et M. Blanc.", ["Ida Perrin", "M. Blanc"]),
        ("Am Gespräch nehmen unsere Leiterin Frau Roth und Herr Kern teil.", ["Frau Roth", "Herr Kern"]),
        ("Dabei sein werden unsere Leiterin Ida Roth und Herr Kern.", ["Ida Roth", "Herr Kern"]),
        ("Our lead engineer Yuki will join us for the second half.", ["Yuki"]),
        ("You will be meeting our head of data, Ida Holm.", ["Ida Holm"]),
        ("Herr Roth würde Sie gerne kennenlernen.", ["Herr Roth"]),
        ("Mr Roth would love to meet you.", ["Mr Roth"]),
        ("Mme Perrin souhaite vous rencontrer.", ["Mme Perrin"]),
        ("Ida Holm and Paul Blanc from our team will ask you about your work.", ["Ida Holm", "Paul Blanc"]),
    ],
)
def test_who_is_met(text: str, names: list[str]) -> None:
    assert [one.name for one in met(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for meeting with Ida.",
        "Your interview with Ida was on Monday.",
        "Please call Ida and I will send you the link.",
        "We will be meeting on Monday with coffee.",
        "Wir freuen uns auf das Gespräch mit Ihnen.",
        "Bitte bringen Sie Herrn Roth den Schlüssel.",
        "Ida says that you did well and that nobody minds.",
        "Walt asks if you could send the form.",
        "Walt says the room is fine.",
        "Frau Held und ich haben Ihre Unterlagen gelesen.",
        "Bitte bringt Ihren Ausweis mit.",
        "Kind regards from Ida",
        "Sie treffen die Entscheidung bis Freitag.",
        "Sie lernen unser Team in Krumbach kennen.",
        "You will meet our Krumbach office and the Norwick team.",
        "Our lead Yuki will send you the plan of the building.",
    ],
)
def test_who_is_not(text: str) -> None:
    assert [one.name for one in met(text)] == []


@pytest.mark.parametrize(
    ("text", "name", "too"),
    [
        ("Tom (Creative Director) ist auch dabei.", "Tom", True),
        ("Ida, our CTO, will also be there.", "Ida", True),
        ("Ida will join us too.", "Ida", True),
        ("Ida will be there.", "Ida", False),
        ("Ida will also send you a link.", "Ida", False),
    ],
)
def test_who_comes_too_comes_beside_the_writer(text: str, name: str, *, too: bool) -> None:
    assert comes_too(text, name) is too


def test_a_colleague_from_a_team_and_i_are_two() -> None:
    assert writer_joins("Mit dabei sind Miriam aus dem Backend-Team und ich.", "Miriam")
    assert not writer_joins("Miriam aus dem Team ruft an und ich sende den Link.", "Miriam")


@pytest.mark.parametrize(
    ("text", "joins"),
    [
        ("I'll walk through it with you and our structures lead, Yuki Holm.", True),
        ("Ich gehe sie mit Ihnen und unserer Leiterin Yuki Holm durch.", True),
        ("I'll send it to you and Yuki Holm.", False),
    ],
)
def test_who_goes_through_it_with_you_and_somebody_is_there(text: str, *, joins: bool) -> None:
    assert writer_joins(text, "Yuki Holm") is joins


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ihre Gesprächspartner sind Herr Roth selbst und Frau Kern (Serviceleitung).", ["Herr Roth", "Frau Kern"]),
        ("Deine Gesprächspartnerin ist Frau Ida Holm.", ["Frau Ida Holm"]),
        ("Your interviewers will be Ida Holm and Paul Blanc.", ["Ida Holm", "Paul Blanc"]),
        ("Your panel is Dr Roth himself and Ms Kern.", ["Dr Roth", "Ms Kern"]),
        ("Vos interlocuteurs seront M. Roth et Mme Perrin.", ["M. Roth", "Mme Perrin"]),
        ("Ihre Ansprechpartnerin ist Frau Holm.", []),
        ("Ihre Gesprächspartner sind noch offen.", []),
        ("Your interviewers are very nice people.", []),
    ],
)
def test_who_is_called_a_partner_in_the_talk(text: str, names: list[str]) -> None:
    assert partners(text) == names
