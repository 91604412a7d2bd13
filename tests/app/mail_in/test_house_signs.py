"""An employer that the candidate's own application misnames is called as its house signs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sincerely.app.mail_in.reading_mail import Reader
from sincerely.app.mail_in.sync import sync
from sincerely.app.models.reading_models import load_models
from sincerely.app.processes.being_about import say_about
from sincerely.app.processes.exits import put_headers
from sincerely.app.wiring import opened, sources_at
from sincerely.reading.letters.letter import Address, Letter
from sincerely.reading.linking.signed_house import signs_as
from sincerely.store.base import Store

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
ME = "robin@mail.example"
HOUSE = "bewerbung@almtaler-waerme.example"
MAIL = """From: {sender}
To: {to}
Subject: Bewerbung als Servicetechnikerin
Date: {date}
Message-ID: <{number}@one.example>
{thread}Content-Type: text/plain; charset=utf-8

{text}
"""
APPLIES = (
    "Sehr geehrte Damen und Herren,\n\nhiermit bewerbe ich mich um die Stelle als Servicetechnikerin.\n\n"
    "Mit freundlichen Grüßen\nRobin Ashdown"
)
RECEIPT = (
    "Sehr geehrte Frau Ashdown,\n\nvielen Dank für Ihre Bewerbung! Wir sichten Ihre Unterlagen und melden uns innerhalb "
    "von zwei Wochen bei Ihnen.\n\nIhr Personal-Team\nAlmtaler Wärmetechnik GmbH, 4400 Steyr"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "home") as found:
        yield found


def exchange(store: Store, folder: Path, *texts: str, sender: str = f"Almtaler Personal <{HOUSE}>") -> None:
    """Read the candidate's application and what the house writes in its thread, each in a sync of its own."""
    folder.mkdir(exist_ok=True)
    reads = Reader(load_models(), frozenset({ME}), ZoneInfo("Europe/Berlin"), NOW)
    for text in texts:
        number = len(list(folder.glob("*.eml"))) + 1
        boxes = (sender, ME) if number > 1 else (ME, HOUSE)
        mail = MAIL.format(
            sender=boxes[0],
            to=boxes[1],
            date=f"Mon, 02 Mar 2026 1{number}:00:00 +0100",
            number=number,
            thread="In-Reply-To: <1@one.example>\n" if number > 1 else "",
            text=text,
        )
        (folder / f"{number}.eml").write_text(mail, "utf-8")
        sync(store, sources_at([folder]).sources, reads, NOW, lambda _label, _done, _total: None)


def employer(store: Store) -> str:
    [row] = store.summaries()
    return row.header.employer


def misname(store: Store) -> None:
    """Call the employer by the region in which it looks for people, as an application may be misread."""
    [row] = store.summaries()
    with store.transaction():
        put_headers(store, {row.header.id: {"employer": "Nordheide"}}, NOW)


def test_the_house_signs_with_another_name(store: Store, tmp_path: Path) -> None:
    exchange(store, tmp_path / "inbox", APPLIES)
    misname(store)
    assert employer(store) == "Nordheide"
    exchange(store, tmp_path / "inbox", RECEIPT)
    assert employer(store) == "Almtaler Wärmetechnik GmbH"


def test_what_the_person_said_stays(store: Store, tmp_path: Path) -> None:
    exchange(store, tmp_path / "inbox", APPLIES)
    [row] = store.summaries()
    say_about(store, row.header, {"employer": "Nordheide"[:-1]}, NOW)
    exchange(store, tmp_path / "inbox", RECEIPT)
    assert employer(store) == "Nordheid"


def test_a_name_that_the_house_itself_told_stays(store: Store, tmp_path: Path) -> None:
    receipt = RECEIPT.replace("für Ihre Bewerbung!", "für Ihre Bewerbung bei Nordheide!")
    exchange(store, tmp_path / "inbox", APPLIES)
    misname(store)
    exchange(store, tmp_path / "inbox", receipt, RECEIPT)
    assert employer(store) == "Nordheide"


def test_who_screens_for_a_house_is_none(store: Store, tmp_path: Path) -> None:
    exchange(
        store, tmp_path / "inbox", APPLIES.replace("als Servicetechnikerin.", "als Servicetechnikerin bei Almtaler.")
    )
    before = employer(store)
    check = (
        "Sehr geehrte Frau Ashdown,\n\nfür Ihre Bewerbung brauchen wir bis Freitag ein Führungszeugnis.\n\n"
        "Ihr Team\nNordcheck Prüfdienste GmbH"
    )
    exchange(store, tmp_path / "inbox", check, sender="Nordcheck Prüfdienste <post@nordcheck.example>")
    assert employer(store) == before == "Almtaler"


WRITES = Address("Ada Roth", "ada.roth@almtaler-waerme.example")


@pytest.mark.parametrize(
    ("company", "known", "text", "signs"),
    [
        ("Almtaler Wärmetechnik GmbH", "Nordheide", "passt.\n\nAda Roth\nAlmtaler Wärmetechnik GmbH", True),
        ("Almtaler Wärmetechnik", "Kent", "that works.\n\nAda Roth\nAlmtaler Wärmetechnik", True),
        ("Almtaler Wärmetechnik", "Loire", "cela convient.\n\nAda Roth, Almtaler Wärmetechnik", True),
        # It does not sign with it, the known name is a form of it or was told by who knew, or the mail has it as well.
        ("Almtaler Waerme", "Nordheide", "passt.\n\nAda Roth", False),
        ("Almtaler Wärmetechnik GmbH", "Almtaler", "passt.\n\nAda Roth\nAlmtaler Wärmetechnik GmbH", False),
        ("Almtaler Wärmetechnik GmbH", "Reder AG", "passt.\n\nAda Roth\nAlmtaler Wärmetechnik GmbH", False),
        ("Almtaler Holding", "Reder Kälte", "passt.\n\nAda Roth\nAlmtaler Holding", False),
        ("Almtaler Wärmetechnik", "Raum Celle", "passt.\n\nAda Roth\nAlmtaler Wärmetechnik", True),
        ("Almtaler Holding", "Nordheide", "Nordheide freut sich.\n\nAda Roth\nAlmtaler Holding", False),
        ("Reder Personal", "Nordheide", "passt.\n\nAda Roth\nReder Personal", False),
    ],
)
def test_a_house_signs_with_a_name_that_its_domain_spells(company: str, known: str, text: str, *, signs: bool) -> None:
    letter = Letter(from_=WRITES, to=(Address("", ME),), text=text)
    assert signs_as(letter, text, "", company, known) == (company if signs else "")
