"""German typed without umlauts is heard as with them; what is spelt so anyhow stays."""

from __future__ import annotations

import pytest
from tests.gate.case_files import example

from sincerely.app.models.tone_model import load_tone
from sincerely.gate.umlauts import is_bare, with_umlauts


@pytest.mark.parametrize(
    ("bare", "heard"),
    [
        ("fuer haette waere koennen moechte zurueck", "für hätte wäre können möchte zurück"),
        ("Gespraech Rueckmeldung Ueberlegung Aerger Oel", "Gespräch Rückmeldung Überlegung Ärger Öl"),
        ("Gebaeude europaeisch nervoes religioes", "Gebäude europäisch nervös religiös"),
        ("erfuellt Zuege Muehe natuerlich", "erfüllt Züge Mühe natürlich"),
    ],
)
def test_pairs_that_stand_for_an_umlaut(bare: str, heard: str) -> None:
    assert with_umlauts(bare) == heard


@pytest.mark.parametrize(
    "text",
    [
        "Boeing Michael Raphaela Israel Samuel Manuela Joel Noemi Phoenix",
        "neue neuen treue Frauen Bauer Dauer genauer Steuer Abenteuer Quelle",
        "aktuell aktuelle individuell eventuell visuell zuerst zuerkannt soeben tue tuend",
        "does goes shoes true blue value issues request Tuesday guest Influencer",
        "Poet Koexistenz Koeffizient Vitae Revue Statue Aerosol Maestro Duell Suez",
    ],
)
def test_pairs_that_stand_for_none(text: str) -> None:
    assert with_umlauts(text) == text


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("ich wollte nur kurz nachhoeren, ob es schon etwas Neues gibt", True),
        ("ich wollte nur kurz nachhören, ob es schon etwas Neues von Herrn Mueller gibt", False),
        ("I wanted to ask whether Mr Mueller and the team have decided", False),
        ("Joe Mueller, Boeing", False),
        ("", False),
    ],
)
def test_only_a_german_text_without_any_umlaut_is_typed_so(text: str, *, bare: bool) -> None:
    assert is_bare(text) is bare


@pytest.mark.parametrize(
    "text",
    [
        "Das haette ich mir nach dem Gespraech wirklich fairer vorgestellt, und fuer so etwas habe ich keine Zeit.",
        "Schade, nach dem ganzen Aufwand haette ich mir von Ihnen schon etwas mehr Anstaendigkeit erwartet.",
    ],
)
def test_the_ear_hears_both_alike_and_shows_what_was_typed(text: str) -> None:
    hear = load_tone()
    bare, marked = hear(text), hear(with_umlauts(text))
    assert bare.negative == marked.negative
    assert [culprit.why for culprit in bare.culprits] == [culprit.why for culprit in marked.culprits]
    assert all(text[c.said.begin : c.said.stop] == c.said.text for c in bare.culprits)


MAIL = """
at 2026-03-16 15:00
process ostwerk employer="Ostwerk GmbH" role="Planerin" zone=Europe/Berlin country=DE
2026-03-04 15:00 interviewed jens@ostwerk.example
2026-03-16 09:00 rejected jens@ostwerk.example
---
From: Annika Thiel <annika@mail.example>
To: Jens Lorenz <jens@ostwerk.example>
Subject: Planung

Guten Tag Herr Lorenz,

{line}

Annika Thiel
"""


@pytest.mark.parametrize(
    "line",
    [
        "mir war von Anfang an klar, dass Sie laengst jemanden haben. Das haetten Sie mir auch frueher sagen koennen.",
        "wuerden Sie mir bitte sagen, welche Gruende den Ausschlag gegeben haben, und was Ihnen gefehlt hat?",
    ],
)
def test_what_is_written_to_the_pain_lies_for_a_day_however_it_is_spelt(line: str) -> None:
    found = [
        [(f.code, f.not_before) for f in example(MAIL.format(line=text)).review().verdict.findings]
        for text in (line, with_umlauts(line))
    ]
    assert found[0] == found[1]
    assert "OUT011" in {code for code, _ in found[0]}
