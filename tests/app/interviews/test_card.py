"""The card: what it says, and one printed page of it whatever others wrote."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from sincerely.app.interviews.card_pdf import card_pdf, paper_of
from sincerely.app.interviews.carding import WHEN, Card, Met, card_of
from sincerely.app.processes.exits import NothingThere
from sincerely.app.wiring import opened
from sincerely.core.events import Requested, Scheduled
from sincerely.core.header import Header
from sincerely.reading.calendars.entries import entries
from sincerely.reading.meetings.whereabouts import Whereabouts, in_entries, in_text
from sincerely.sources.base import Raw
from sincerely.sources.eml import Eml
from sincerely.store.base import Change, Message

START = datetime(2026, 3, 4, 14, tzinfo=ZoneInfo("America/New_York"))
CARD = Card(
    process="acme", role="Data analyst", employer="Acme Corp", country="US", start=START, end=START.replace(hour=15),
    bring=("Your passport",),
    own=START.astimezone(ZoneInfo("Europe/Berlin")), place=Whereabouts("40 Vestry Street, 5th floor", ""),
    people=(Met("Dana Ito", "dana@acme.example"),), said=("We look forward to it.",), before=(),
    wants=(("Strong SQL", "Built the forecast in SQL"), ("A driving licence", "")),
)  # fmt: skip


def printed(card: Card) -> tuple[PdfReader, str]:
    reader = PdfReader(io.BytesIO(card_pdf(card)))
    return reader, " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def test_the_page_says_who_where_when_and_what_to_ask() -> None:
    reader, text = printed(CARD)
    assert len(reader.pages) == 1
    for words in (
        "Data analyst", "Acme Corp", "Wednesday 4 March 2026", "14:00–15:00", "New York time", "20:00 on your clock",
        "40 Vestry Street, 5th floor", "Dana Ito", "dana@acme.example", "We look forward to it.", "Strong SQL",
        "Built the forecast in SQL", "A driving licence", "Your passport", *CARD.ask,
    ):  # fmt: skip
        assert words in text, words
    assert text.index(WHEN) < text.index(CARD.ask[1])
    assert reader.metadata is not None
    assert reader.metadata.title == "Data analyst at Acme Corp: Wednesday 4 March"


def test_the_day_is_told_where_it_is_another_one_there() -> None:
    late = replace(CARD, own=START.astimezone(ZoneInfo("Asia/Tokyo")))
    assert late.own_clock == "Thursday 5 March, 04:00 on your clock"
    assert replace(CARD, own=None).own_clock == ""
    assert replace(CARD, end=START).hours == "14:00"


@pytest.mark.parametrize(
    ("country", "size"), [("US", (612, 792)), ("CA-QC", (612, 792)), ("DE-BY", (595, 842)), ("", (595, 842))]
)
def test_the_paper_is_the_countrys(country: str, size: tuple[int, int]) -> None:
    reader, _ = printed(replace(CARD, country=country))
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == size
    assert paper_of(country.lower()) == paper_of(country)


def test_the_fonts_are_inside() -> None:
    reader, _ = printed(CARD)
    fonts = reader.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    for font in fonts.values():
        [drawn] = font.get_object()["/DescendantFonts"]
        descriptor = drawn.get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(descriptor.get_object())


@pytest.mark.slow
def test_twelve_interviewers_with_long_names_fit_on_one_page() -> None:
    name = "Prof. Dr. Anna-Lena Müller-Lüdenscheidt zu Hohenlohe und Langenburg"
    crowd = tuple(Met(f"{name} {n}", f"{'a' * 50}{n}@{'very-long.' * 6}example") for n in range(12))
    full = replace(
        CARD, role="Senior data analyst " * 10, employer="Acme " * 40, people=crowd, said=("They wrote so. " * 50,) * 9,
        before=("The migration story; " * 40,) * 9, wants=(("Strong SQL " * 40, "Built it " * 60),) * 9,
        place=Whereabouts("Room " * 60, "https://acme.zoom.us/j/" + "9" * 300),
    )  # fmt: skip
    reader, text = printed(full)
    assert len(reader.pages) == 1
    assert all(f"Langenburg {n}" in text for n in range(12))
    assert CARD.ask[-1] in text
    reader, text = printed(replace(full, people=crowd * 2))
    assert len(reader.pages) == 1
    assert "and 12 more" in text


def test_what_others_wrote_is_never_markup() -> None:
    hostile = '#import "/etc/passwd": * $x$ *bold* _it_ \\ `raw` <label> @ref // no /* no */ "]})'
    reader, text = printed(replace(CARD, role=hostile, people=(Met(hostile, hostile),), said=(hostile,)))
    assert len(reader.pages) == 1
    assert text.count('#import "/etc/passwd": * $x$ *bold* _it_ \\ `raw` <label> @ref // no /* no */') >= 3


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(words=st.text(st.characters(codec="utf-8"), max_size=40), many=st.integers(0, 14))
def test_any_text_is_one_page(words: str, many: int) -> None:
    card = replace(CARD, role=words, employer=words, people=(Met(words, words),) * many, said=(words,), wants=())
    assert len(PdfReader(io.BytesIO(card_pdf(card))).pages) == 1


# Where it is


CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
METHOD:REQUEST
BEGIN:VEVENT
UID:7
DTSTAMP:20260302T090000Z
DTSTART:20260304T190000Z
DTEND:20260304T200000Z
SUMMARY:Interview
LOCATION:40 Vestry Street\\, 5th floor https://acme.zoom.us/j/98
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


def test_the_place_is_the_invitations() -> None:
    found = entries(CALENDAR).entries
    at = datetime(2026, 3, 4, 19, tzinfo=UTC)
    there = Whereabouts("40 Vestry Street, 5th floor", "https://acme.zoom.us/j/98")
    assert in_entries(found, at) == in_entries(found, at, "7") == there
    assert in_entries(found, at.replace(hour=9), "7") == there
    assert in_entries(found, at.replace(hour=9)) == Whereabouts()
    assert in_entries([], at) == Whereabouts()


@pytest.mark.parametrize(
    ("place", "there"),
    [
        ("Harlow HQ\\, 2210 W 6th St\\, Harlow", Whereabouts("Harlow HQ, 2210 W 6th St, Harlow")),
        ("Microsoft Teams Meeting", Whereabouts("Microsoft Teams Meeting")),
        ("https://video.harlow.example/j/88", Whereabouts("https://video.harlow.example/j/88")),
        ("https://acme.zoom.us/j/98", Whereabouts("", "https://acme.zoom.us/j/98")),
        ("Room 4 https://phish.example/zoom.us", Whereabouts("Room 4")),
        ("", Whereabouts()),
    ],
)
def test_the_place_of_an_entry_is_what_it_says(place: str, there: Whereabouts) -> None:
    text = CALENDAR.replace("40 Vestry Street\\, 5th floor https://acme.zoom.us/j/98", place)
    assert in_entries(entries(text).entries, datetime(2026, 3, 4, 19, tzinfo=UTC), "7") == there


@pytest.mark.parametrize(
    ("text", "words", "link"),
    [
        ("Hello\nWhere: 9 Foundry Wharf, ask for Gus\nBest", "9 Foundry Wharf, ask for Gus", ""),
        ("Ort: Hafenstraße 3\n", "Hafenstraße 3", ""),
        ("Join at https://acme.zoom.us/j/12?pwd=x.", "", "https://acme.zoom.us/j/12?pwd=x"),
        ("We know where: nowhere else", "", ""),
        ("See https://phish.example/zoom.us", "", ""),
        ("Where: " + "x" * 190, "x" * 159 + "…", ""),
        ("Where:\n9 Foundry Wharf\nLeeds LS1 4AB\n\nBest", "9 Foundry Wharf, Leeds LS1 4AB", ""),
        ("Ort: Hafenstraße 3\n20457 Hamburg\nRaum: 12", "Hafenstraße 3, 20457 Hamburg, Raum 12", ""),
        ("Position: Nurse\nLocation: Leeds\nSalary: 30,000", "", ""),
        ("When: Tuesday 10am\nLocation: Leeds\nRole: Nurse", "Leeds", ""),
        ("Where: https://acme.zoom.us/j/98", "", "https://acme.zoom.us/j/98"),
        ("The interview is at 2pm on Zoom: https://acme.zoom.us/j/98", "", "https://acme.zoom.us/j/98"),
        ("I'll call you at 2pm on 07700 900123.", "By phone: they call you on 07700 900123", ""),
        ("We meet at 2pm in Room 4.", "Room 4", ""),
    ],
)
def test_the_place_is_the_mails_own_words(text: str, words: str, link: str) -> None:
    assert in_text(text) == Whereabouts(words, link)


def test_a_stored_process_has_its_place_from_its_mail(tmp_path: Path) -> None:
    mail = tmp_path / "invite.eml"
    mail.write_text(
        "From: Dana Ito <dana@acme.example>\nTo: robin@mail.example\nSubject: Interview\nMessage-ID: <1@acme.example>\n"
        "Date: Mon, 2 Mar 2026 09:00:00 +0000\n\nWhere: 40 Vestry Street\n\nPlease bring your passport.\n"
    )
    now = datetime(2026, 3, 2, 12, tzinfo=UTC)
    event = Scheduled(
        at=now, who=("dana@acme.example",), start=START, end=START.replace(hour=15), source="<1@acme.example>"
    )
    source = Eml(mail)
    [raw] = [item for item in source.scan({}, lambda _: frozenset()) if isinstance(item, Raw)]
    header = Header(id="acme", employer="Acme Corp", zone="America/New_York")
    with opened(tmp_path) as store:
        store.add([Change(header, [event])], now)
        store.add_messages([
            Message(
                source=source.name, key=raw.key, where=raw.where, digest="00", message_id="1@acme.example",
                kind="interview_set", process="acme",
            )
        ])  # fmt: skip
        process = store.process("acme")
        assert process is not None
        card = card_of(store, process, now, UTC)
        assert card.place.words == "40 Vestry Street"
        assert card.people == (Met("Dana Ito", "dana@acme.example"),)
        assert card.bring == ("your passport",)
        assert card.said == ("Where: 40 Vestry Street",)
        assert "Bring with you\n  your passport" in card.text()
        assert card.as_json()["bring"] == ["your passport"]
        store.add([Change(header, [Requested(at=now, who=("form",), how="bring", source="you")])], now)
        noted = store.process("acme")
        assert noted is not None
        assert card_of(store, noted, now, UTC).bring == ("your passport", "your form"), (
            "what no mail words, by its name"
        )
        mail.unlink()
        gone = card_of(store, process, now, UTC)
        assert (gone.place, gone.bring) == (Whereabouts(), ())
        store.add([Change(header, [Requested(at=now, who=("id",), how="bring")])], now)
        asked = store.process("acme")
        assert asked is not None
        assert card_of(store, asked, now, UTC).bring == ("your form", "your ID"), (
            "by its name, where no mail can be read"
        )
        store.add([Change(Header(id="bolt"), [])], now)
        bolt = store.process("bolt")
        assert bolt is not None
        with pytest.raises(NothingThere, match="no interview is known"):
            card_of(store, bolt, now, UTC)
