"""Employers' names as domains and sign-offs spell them."""

from __future__ import annotations

import pytest

from sincerely.app.models.encoder import load_pieces
from sincerely.reading.linking.house_names import bare, parted, signed, spelled, spells_out, whole_house


@pytest.mark.parametrize(
    ("slug", "text", "name"),
    [
        ("quillbakery", "cheers\nquill's bakery", ""),
        ("quillsbakery", "cheers\nquill's bakery", "quill's bakery"),
        ("ottersons", "Otter & Sons, Leeds", "Otter & Sons"),
        ("otterandsons", "write to jobs@otterandsons.example", ""),
    ],
)
def test_a_domain_spells_the_words_of_a_text(slug: str, text: str, name: str) -> None:
    assert spelled(slug, text) == name


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("silverriverfoods", "Silver River Foods"),
        ("tideline", "Tideline"),
        ("st-anne-hospital", "St Anne Hospital"),
    ],
)
def test_a_domain_is_parted_into_words(label: str, name: str) -> None:
    assert parted(label, load_pieces().place) == name


def test_without_a_vocabulary_a_domain_stays_as_it_is() -> None:
    assert parted("silver-riverfoods", None) == "Silver Riverfoods"


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Recrutement Étoile Bleue", "Étoile Bleue"),
        ("Beste Grüsse Talbach Optik", "Talbach Optik"),
        ("Larkhill Dairy HR team", "Larkhill Dairy"),
        ("Larkhill Community Transport", "Larkhill Community Transport"),
        ("Stadtwerke Talbach Bewerberportal", "Stadtwerke Talbach"),
        ("Geschäftsleitung Talbach Optik", "Talbach Optik"),
        *(
            (name, name)
            for name in (
                *(
                    "Larkhill People",
                    "Akademie Nord Ausbildung",
                    "Pets & People",
                    "Places for People",
                    "Crew Scheduling",
                ),
                *(
                    "Ressources Humaines Conseil",
                    "Direktion Gastro",
                    "Jobservice Nord",
                    "Dezernat Bau",
                    "Jobmanagement AG",
                ),
                "Direktion für Entwicklung",
            )
        ),
        ("People First Larkhill", "People First Larkhill"),
    ],
)
def test_a_name_is_without_its_desk_and_a_greeting(name: str, plain: str) -> None:
    assert bare(name) == plain


@pytest.mark.parametrize(
    ("endings", "name"),
    [
        ("Im Auftrag\nHollmann\nLandesamt für Wasserbau", "Landesamt für Wasserbau"),
        ("Kim\nLandesamt Ltd", ""),
        ("Kim for Landesamt", ""),
        ("Landesamt Wasser Boden Wald Wiese Feld", ""),
        ("Kim Hollmann Landesamt", ""),
        ("Kim Hollmann\nVerein Landesamt 21", "Verein Landesamt 21"),
        ("Musée de l'Landesamt", "Musée de l'Landesamt"),
        ("Hôpital psychiatrique de Landesamt", "Hôpital psychiatrique de Landesamt"),
        ("Régie d'Landesamt", "Régie d'Landesamt"),
        ("Merci de votre visite au Landesamt", ""),
        ("Kim Landesamt (Landesamt Hotel)", ""),
    ],
)
def test_a_sign_off_has_the_whole_name(endings: str, name: str) -> None:
    assert signed("Landesamt", endings, lambda words: words in {"Kim", "Kim Hollmann"}) == name


@pytest.mark.parametrize(
    "line",
    [
        *("Bonne journée de Kerville", "Salutations ensoleillées de Kerville", "Secrétaire générale de Kerville"),
        *("Adjointe au maire de Kerville", "Gare routière de Kerville", "Direction générale de Kerville"),
        *(
            "Route de Kerville 12",
            "Place de Kerville 3",
            "29200 Kerville Cedex",
            "Kerville Building 7",
            "3 Kerville Street",
        ),
        *("80331 Kerville", "Kerville 0800 123456", "4th Floor Kerville House", "Kerville 2026"),
    ],
)
def test_greetings_and_addresses_are_no_houses(line: str) -> None:
    assert signed("Kerville", f"Jean Roux\n{line}", lambda words: words == "Jean Roux") == ""


def test_a_long_run_of_blanks_is_gone_through_once() -> None:
    name = "Acme" + " " * 30_000 + "x"
    assert bare(name) == name


@pytest.mark.parametrize(
    ("text", "seen", "name"),
    [
        ("à la Médiathèque de Kerville, lundi", "Kerville", "Médiathèque de Kerville"),
        ("la Clinique vétérinaire des Ormes écrit", "Clinique", "Clinique vétérinaire des Ormes"),
        ("le Zoo de la Combe aux Cerfs vous attend", "Combe", "Zoo de la Combe aux Cerfs"),
        ("le CHU de Kerville Nord recrute", "CHU", "CHU de Kerville Nord"),
        ("la Clinique et Kerville", "Kerville", "Kerville"),
        ("une place de Kerville", "Kerville", "Kerville"),
        ("le Service social de Larch Optik vous attend", "Larch Optik", "Larch Optik"),
        ("le Cabinet de Larch Optik vous attend", "Larch Optik", "Larch Optik"),
        ("le Service social de Kerville", "Kerville", "Service social de Kerville"),
        ("le Lycée de Larch Optik", "Larch Optik", "Lycée de Larch Optik"),
        ("Médiathèque de Kerville, puis Talbach", "Talbach", "Talbach"),
    ],
)
def test_a_part_of_a_french_name_is_told_by_the_whole(text: str, seen: str, name: str) -> None:
    begin = text.index(seen)
    assert whole_house(text, begin, begin + len(seen)) == name


def test_a_long_run_of_houses_is_gone_through_once() -> None:
    text = "Mairie vieille " * 5000
    assert whole_house(text, 0, 6) == "Mairie"


@pytest.mark.parametrize(
    ("name", "cut", "label", "out"),
    [
        ("St Alban's Primary School", "Stalbans Pri", "stalbans-pri", True),
        ("St Alban's Primary School", "Stalbans", "stalbans", True),
        ("Finch & Sons Joinery", "Finchandsons", "finchandsons", True),
        ("Northgate Careers", "Northgate", "northgate", False),
        ("Bright Desk Recruitment", "Bright Desk", "brightdesk", False),
        ("St Alban's", "Stalbans", "stalbans", False),
        ("St Alban's Primary School", "Stalbans", "schoolmail", False),
        ("Northgate Hospice", "Stalbans Pri", "stalbans-pri", False),
        ("Hartmann AG", "Hart", "hart", False),
        ("", "Stalbans", "stalbans", False),
        ("Stalbans", "", "", False),
    ],
)
def test_a_full_name_spells_out_what_a_domain_began(name: str, cut: str, label: str, *, out: bool) -> None:
    assert spells_out(name, cut, label) is out
