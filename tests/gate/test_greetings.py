"""Who is greeted: ranks, houses and what follows a name are nobody; somebody else's name stops a mail."""

from __future__ import annotations

import sys
from functools import partial

import pytest
from tests.gate.case_files import Written
from tests.reading.counting import work

PROCESS = """process lindenhof employer="Klinikum Lindenhof" role="Pflegefachkraft" zone=Europe/Berlin country=DE-BY via=direct
2026-06-01 09:00 scheduled sabine.kroll@lindenhof.example, tobias.weiss@lindenhof.example start="2026-06-12 10:00" end="2026-06-12 11:00"
2026-06-09 09:00 heard sabine.kroll@lindenhof.example asks=yes
"""
KROLL = "Sabine Kroll <sabine.kroll@lindenhof.example>"
DESK = "Klinikum Lindenhof <klinikum@lindenhof.example>"


def _wrong(to: str, text: str) -> list[str]:
    mail = f"From: Nell Farrow <nell@mail.example>\nTo: {to}\nSubject: Freitag\n\n{text}\n\nNell Farrow\n"
    verdict = Written("x", False, "2026-06-10T10:00", "", "", "", PROCESS, mail).review().verdict  # noqa: FBT003
    return [finding.message for finding in verdict.findings if finding.code == "OUT005"]


@pytest.mark.parametrize(
    ("to", "greeting"),
    [
        (KROLL, "Guten Morgen, Frau Kroll,"),
        (KROLL, "Grüß Gott Frau Kroll,"),
        (KROLL, "Coucou Sabine,"),
        (KROLL, "Sehr geehrte Frau Pflegedirektorin,"),
        (KROLL, "Bonjour Madame la directrice,"),
        (KROLL, "Liebes Lindenhof-Team,"),
        (KROLL, "Bonjour à tous les deux,"),
        (KROLL, "Hi Sabine perfect"),
        (KROLL, "Hi Sabine Friday it is"),
        (KROLL, "Hi Sabine Nell here"),
        (KROLL, "Good morning Sabine and happy Friday"),
        (KROLL, "Liebe Frau Kroll, lieber Herr Weiss,"),
        (DESK, "Sehr geehrte Frau Albers,"),
        (KROLL, "Madame Kroll,"),
        (KROLL, "Madame, Monsieur,"),
        (DESK, "Madame, Monsieur,"),
        (KROLL, "Bonjour Madame Kroll,"),
        ("mstoltz@lindenhof.example", "Dear Miriam,"),
        ("rtolliver@lindenhof.example", "Hi Ruth,"),
    ],
)
def test_right_greetings(to: str, greeting: str) -> None:
    assert not _wrong(to, f"{greeting}\n\nFreitag passt.")


@pytest.mark.parametrize(
    ("to", "greeting"),
    [
        (KROLL, "Guten Morgen, Frau Petersen,"),
        (KROLL, "Grüß Gott Frau Petersen,"),
        (KROLL, "Sehr geehrter Herr Leiter,"),
        (KROLL, "Hi Peter perfect"),
        (KROLL, "Hi Sabine and Peter,"),
        (KROLL, "hi sabine and peter"),
        (KROLL, "Lieber Herr Weiss,"),
        ("Marion Post <marion.post@lindenhof.example>", "Liebe Anna,"),
        ("Petra Klinikum <petra@lindenhof.example>", "Liebe Anna,"),
        (KROLL, "Madame Albers,"),
        (KROLL, "Madame de Vries,"),
        (KROLL, "Madame Albers, Monsieur,"),
    ],
)
def test_wrong_greetings(to: str, greeting: str) -> None:
    assert _wrong(to, f"{greeting}\n\nFreitag passt.")


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("I would be glad to bring this experience to Acorn House.", True),
        ("I would feel at home at Acorn House.", True),
        ("I will bring that book back to Mrs Osei.", False),
        ("Can I bring such papers to Room Twelve?", False),
        ("I would feel at home at Klinikum Lindenhof.", False),
    ],
)
def test_where_something_is_brought_to(line: str, wrong: bool) -> None:  # noqa: FBT001
    assert bool(_wrong(KROLL, f"Liebe Frau Kroll,\n\n{line}")) is wrong


def test_a_greeting_without_an_end_costs_as_much_as_it_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    modules = [module for name, module in sys.modules.items() if name.startswith("sincerely.gate.")]
    small, large = (
        work(monkeypatch, modules, partial(_wrong, KROLL, "Hi Sabine " + "Ann Bo " * count)) for count in (500, 2_000)
    )
    assert large < 4.5 * small


def _weights(to: str, text: str) -> list[str]:
    mail = f"From: Nell Farrow <nell@mail.example>\nTo: {to}\nSubject: Freitag\n\n{text}\n\nNell Farrow\n"
    verdict = Written("x", False, "2026-06-10T10:00", "", "", "", PROCESS, mail).review().verdict  # noqa: FBT003
    return [str(finding.weight) for finding in verdict.findings if finding.code == "OUT005"]


@pytest.mark.parametrize(
    ("to", "greeting", "weights"),
    [
        ("sabine@lindenhof.example", "Dear Ms Albers,", ["advise"]),  # may be her family name
        ("meier@lindenhof.example", "Sehr geehrte Frau Albers,", ["stop"]),  # as likely the family's name
        ("sabine@lindenhof.example", "Dear Mr Weiss,", ["stop"]),  # a colleague's, whose address is another
        ("sabine@lindenhof.example", "Dear Petra,", ["stop"]),
        ("sabine@lindenhof.example", "Dear Ms Petra Albers,", ["stop"]),
        ("Sabine <sabine@lindenhof.example>", "Dear Ms Albers,", ["stop"]),
        ("sabine.holm@lindenhof.example", "Dear Ms Albers,", ["stop"]),
        ("matron@lindenhof.example", "Dear Ms Albers,", []),  # an office, whoever holds it
        ("jane.head@lindenhof.example", "Dear Ms Albers,", ["stop"]),
        ("Sabine Kroll <sabine.kroll@lindenhof.example>", "Hey love,", []),
        ("Sabine Kroll <sabine.kroll@lindenhof.example>", "Dear Ms Love,", ["stop"]),
        ("Sabine Kroll <sabine.kroll@lindenhof.example>", "Salut ma belle,", []),
        ("Sabine Kroll <sabine.kroll@lindenhof.example>", "Hi Belle,", ["stop"]),  # a given name
        ("Sabine Kroll <sabine.kroll@lindenhof.example>", "Dear Beau,", ["stop"]),
    ],
)
def test_a_family_name_that_nothing_contradicts_does_not_stop(to: str, greeting: str, weights: list[str]) -> None:
    assert _weights(to, f"{greeting}\n\nI shall bring the certificates.") == weights


def test_who_signs_what_is_answered_may_be_greeted() -> None:
    quoted = "\n\nOn 9 June 2026 {who} wrote:\n> Dear Ms Farrow,\n> come at ten.\n> {close}\n> {name}\n> Matron"
    greeting = "Dear Ms Albers,\n\nI shall be there at ten.\n\nNell Farrow"

    def to(box: str, name: str, close: str = "Kind regards,") -> list[str]:
        return _weights(box, greeting + quoted.format(who=box, name=name, close=close))

    assert to("matron@lindenhof.example", "Ute Albers") == []
    assert to("sabine@lindenhof.example", "Ute Albers") == []
    assert to("matron@lindenhof.example", "Sabine Kroll") == ["stop"]
    assert to("matron@lindenhof.example", "Sabine Kroll", "See you then") == []  # may be anything
    assert to("Sabine Holm <sabine.holm@lindenhof.example>", "Ute Albers") == ["stop"]


def test_who_signed_an_older_mail_below_is_not_greeted() -> None:
    mails = "\n\nOn 9 June sabine@lindenhof.example wrote:\n> come at ten.\n> Kind regards,\n> {newest}\n>\n>> Thanks,\n>> {older}"
    greeting = "Dear Ute,\n\nI shall be there at ten.\n\nNell Farrow"

    def to(newest: str, older: str) -> list[str]:
        return _weights("sabine@lindenhof.example", greeting + mails.format(newest=newest, older=older))

    assert to("Ute Albers", "Nell Farrow") == []
    assert to("Sabine Kroll", "Ute Albers") == ["stop"]
    assert to("Nell Farrow", "Ute Albers") == ["stop"]


def test_hostile_quotes_are_signed_by_nobody() -> None:
    """What they cost is measured by `bench/hostile.py`."""
    hostile = "\n\nYes.\n" + "> " * 20_000 + "\n> " + "Aa " * 20_000
    assert _weights("matron@lindenhof.example", "Dear Ms Albers," + hostile) == []
    assert _weights("sabine.holm@lindenhof.example", "Dear Ms Albers," + hostile) == ["stop"]


@pytest.mark.parametrize(
    ("greeting", "stops"),
    [
        ("Sehr geehrte Frau Hinterleitner,", True),
        ("Dear Mrs Hill,", True),
        ("Sehr geehrte Frau Possekel,", False),
        ("Liebe Heidrun,", False),
    ],
)
def test_an_initial_in_an_address_is_no_family_name(greeting: str, stops: bool) -> None:  # noqa: FBT001
    assert bool(_wrong("Heidrun Possekel <h.possekel@lindenhof.example>", greeting)) is stops


@pytest.mark.parametrize(
    ("greeting", "stops"),
    [
        ("Sehr geehrte Frau Bergleiter,", True),
        ("Sehr geehrte Frau Filialleiterin,", False),
        ("Sehr geehrter Herr Filialleiter,", False),
    ],
)
def test_a_family_name_that_ends_like_a_rank_is_one(greeting: str, stops: bool) -> None:  # noqa: FBT001
    assert bool(_wrong(KROLL, greeting)) is stops


@pytest.mark.parametrize(
    ("to", "greeting"),
    [
        ("mstoltz@lindenhof.example", "Dear Peter,"),
        ("miriam@lindenhof.example", "Dear Monica,"),
        ("claire@lindenhof.example", "Dear Charles,"),
        ("Miriam Stoltz <mstoltz@lindenhof.example>", "Dear Monica,"),
    ],
)
def test_an_initial_is_only_read_where_an_address_begins_with_one(to: str, greeting: str) -> None:
    assert _wrong(to, f"{greeting}\n\nFriday suits me.")
