"""Whom one will meet, told by a third mail: after one proposed the time and another took it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sincerely.app.mail_in.sync import sync
from sincerely.app.wiring import opened, reader
from sincerely.core.events import Scheduled
from sincerely.sources.detect import open_source

NOW = datetime(2026, 12, 2, 16, tzinfo=UTC)
START = datetime(2026, 12, 10, 14, tzinfo=UTC)
ME, AGENT = "robin@mail.example", "m.pohl@ottertal-personal.example"
SIGN = "\n\nViele Grüße\nMirko Pohl\nSenior Personalberater Technik\nOttertal Personal GmbH"
MAILS = (
    (
        "Guten Tag Robin Ashdown,\n\ngute Nachrichten, Ihr Profil kam sehr gut an! Herr Reder von der Reder Kältetechnik GmbH würde "
        f"Sie gerne zu einem Vorstellungsgespräch kennenlernen. Passt Ihnen Donnerstag, der 10. Dezember um 15 Uhr?{SIGN}"
    ),
    "Guten Tag Herr Pohl,\n\nDonnerstag, 10. Dezember um 15 Uhr passt mir gut.\n\nViele Grüße\nRobin",
    (
        "Guten Morgen,\n\nprima, dann ist das fix. Ihre Gesprächspartner sind Herr Reder selbst und Frau Sinn (Serviceleitung). "
        f"Bitte wenden Sie sich nicht direkt an den Kunden.{SIGN}"
    ),
)


@pytest.mark.parametrize("apart", [False, True])
def test_the_clients_people_are_met_and_not_the_consultant(tmp_path: Path, *, apart: bool) -> None:
    folder = tmp_path / "mail"
    folder.mkdir()
    with opened(tmp_path / "home") as store:
        for number, text in enumerate(MAILS):
            own = number == 1
            head = f"From: {ME if own else f'Mirko Pohl <{AGENT}>'}\nTo: {AGENT if own else ME}\n"
            head += f"Subject: {'AW: ' if number else ''}Servicetechnikerin Kälte\nDate: {27 + number} Nov 2026 09:00:00 +0100\n"
            head += f"Message-ID: <{number}@x.example>\nContent-Type: text/plain; charset=utf-8\n"
            head += f"In-Reply-To: <{number - 1}@x.example>\n" if number else ""
            (folder / f"{number}.eml").write_text(f"{head}\n{text}\n", "utf-8")
            if apart or number == len(MAILS) - 1:
                sync(store, [open_source(folder)], reader(store, (ME,), NOW), NOW, lambda *_: None)
        [row] = store.summaries()
        process = store.process(row.header.id)
        assert process is not None
        [interview] = process.interviews
        assert (interview.start, set(interview.people)) == (START, {"Reder", "Sinn"})
        assert (row.header.via, row.header.consultant) == ("agency", AGENT)
        assert row.header.employer == "Reder Kältetechnik GmbH"


SHORT = (
    (
        "hi robin,\n\ndanke für deine bewerbung als servicetechnikerin. hast nächste woche mal zeit vorbei zu kommen? mi oder do "
        "nachmittag wär bei mir gut\n\ngruß ben"
    ),
    "Hallo Ben,\n\nduzen ist super. Donnerstag ginge bei mir, so ab 16 Uhr?\n\nLG Robin",
    "jo 16:30 dann. komm einfach hinten in die werkstatt. die Steffi is auch da\n\nben",
)


@pytest.mark.parametrize("apart", [False, True])
def test_the_day_of_three_mails_is_known_whenever_each_is_read(tmp_path: Path, *, apart: bool) -> None:
    folder = tmp_path / "mail"
    folder.mkdir()
    ben = "Ben Reder <ben@reder-bad.example>"
    with opened(tmp_path / "home") as store:
        for number, text in enumerate(SHORT):
            own = number == 1
            head = f"From: {ME if own else ben}\nTo: {ben if own else ME}\n"
            head += (
                f"Subject: {'AW: ' if number else ''}Servicetechnikerin\nDate: {20 + number} Oct 2026 20:00:00 +0200\n"
            )
            head += f"Message-ID: <{number}@x.example>\nContent-Type: text/plain; charset=utf-8\n"
            head += f"In-Reply-To: <{number - 1}@x.example>\n" if number else ""
            (folder / f"{number}.eml").write_text(f"{head}\n{text}\n", "utf-8")
            if apart or number == len(SHORT) - 1:
                sync(store, [open_source(folder)], reader(store, (ME,), NOW), NOW, lambda *_: None)
        [row] = store.summaries()
        process = store.process(row.header.id)
        assert process is not None
        told = [event for event in process.reports if isinstance(event, Scheduled)]
        assert {f"{event.start:%m-%d %H:%M}" for event in told if event.start is not None} == {"10-29 15:30"}
