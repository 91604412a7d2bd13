"""How many referees a sentence asks for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sincerely.reading.items.referee_counts import referees_in
from sincerely.reading.statements.statement import Clock, statements


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Please send us two references from your last three managers.", 2),
        ("We'd like to speak to two of your last three managers.", 2),
        ("Bitte nennen Sie uns bis Dienstag, 5. Mai, drei Referenzen.", 3),
        ("Nennen Sie zwei Personen, die Sie in der Leitung erlebt haben.", 2),
        ("Merci d'indiquer les coordonnées de deux personnes qui vous ont encadrée.", 2),
        ("Il nous faut le nom de trois répondants.", 3),
        ("Both referees, please.", 2),
        ("Could two people who'd vouch for you be made known to me?", 2),
        ("You'll nominate five people: two managers, three peers.", 5),
        ("We shall be contacting the two people whom you put on your form.", 2),
        ("Please name one or two people who know your work.", 1),
        ("We ask for two or three referees.", 2),
        ("Nennen Sie bitte zwei oder drei Referenzen.", 2),
        ("Please give at least 2, at most 3 referees.", 2),
        ("Please send two of the three names.", 2),
        ("Une équipe de cinq personnes vous attend.", None),
        ("Wir sind vier Leute.", None),
        ("You will speak to four people on the day.", None),
        ("Please send references by 5 May.", None),
        ("Two weeks of paperwork, and then we ring round.", None),
        ("Please name two ward nurses, or three drivers, who'd speak for you.", 2),
        ("Bitte nennen Sie uns zwei Bauleiter samt Rufnummer.", 2),
        ("Wir bitten um Angabe dreier früherer Vorgesetzter.", 3),
        ("Could you give me the number of a colleague who taught with you?", 1),
        ("Please send us another name, as Mr Hale does not answer.", 1),
        ("Nennen Sie mir bitte noch jemanden, der Ihre Arbeit kennt.", 1),
        ("Il nous faudrait le nom de votre dernier directeur.", 1),
        ("A reference from one teacher and one employer, please.", 1),
        ("May we have a teacher and an employer to ring?", 2),
        ("Please name a head teacher and one parent.", 2),
        ("Nennen Sie uns einen Lehrer oder eine Ausbilderin.", 1),
        ("Please give a contact for each of your jobs.", None),
        ("Quote the reference number, and a reference check will follow.", None),
        ("We'd be glad if somebody else had seen you teach.", None),
        ("Is there someone else who supervised you?", 1),
        ("Complete your five year reference history.", None),
        ("We require one professional and one personal reference.", 2),
        ("We need two professional references and one character reference.", 3),
        ("References required: one academic, one from your current employer.", 2),
        ("Please send one form and two references.", 2),
        ("Please send two references and two personal statements.", 2),
        ("We need one CV, and one reference.", 1),
        ("One professional or one personal reference will do.", 1),
    ],
)
def test_a_sentence_says_how_many_referees(text: str, many: int | None) -> None:
    [said] = statements(text, Clock(at=datetime(2026, 3, 2, tzinfo=UTC), country="GB"))
    assert referees_in(said) == many


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("We will give three people an offer.", None),
        ("Please name three people.", 3),
        ("Two referees will do.", 2),
        ("Three people, a judge among them, would be good.", 3),
        ("Two will be plenty.", 2),
        ("Ein Name genügt.", 1),
        ("Deux noms suffisent.", 2),
        ("Ein Foto genügt.", None),
        ("Two pages will do.", None),
        ("We have two chairs and a manager.", None),
        ("You will meet two managers.", None),
        ("Two of our managers will ring them.", None),
    ],
)
def test_beside_the_sentence_that_asks_people_are_referees_where_they_are_to_be_named(
    text: str, many: int | None
) -> None:
    [said] = statements(text, Clock(at=datetime(2026, 3, 2, tzinfo=UTC), country="GB"))
    assert referees_in(said, asks=False) == many


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Three captains you've flown with, please.", 3),
        ("Three, please, one of them a physician.", 3),
        ("We ring every family, so numbers for all three.", 3),
        ("Name two licensees who'll say that you don't start fights.", 2),
        ("Pourriez-vous citer deux de vos anciens maîtres ?", 2),
        ("Somebody who knew you two years ago, please.", 1),
        ("Whoever saw you in the last three months.", None),
        ("By 3 May, whoever you like.", None),
        ("Two forms of ID and whoever knows you.", None),
    ],
)
def test_a_sentence_that_surely_asks_counts_whomever_it_names(text: str, many: int | None) -> None:
    [said] = statements(text, Clock(at=datetime(2026, 3, 2, tzinfo=UTC), country="GB"))
    assert referees_in(said, surely=True) == many
