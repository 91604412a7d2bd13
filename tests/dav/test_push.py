"""Pushing to a real server: ours is kept up to date, and nobody else's is touched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.dav.radicale import PASSWORD, USER, Radicale
from tests.support import POLICY

from sincerely.app.connections import calendar_settings
from sincerely.app.connections.calendar_out import Pushed, entries_for, push
from sincerely.app.processes.exits import find, settle
from sincerely.app.processes.transfer import take
from sincerely.app.wiring import connected, opened, own_calendar
from sincerely.dav.client import Dav, DavError
from sincerely.planning.entries import CalendarEntry
from sincerely.planning.entry_words import Shows
from sincerely.planning.pushing import Do
from sincerely.store.base import Store

pytestmark = pytest.mark.slow
NOW = datetime(2026, 3, 5, 21, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
STORY = """process acme-analyst employer="Acme" role="Data analyst" zone=America/New_York country=US
2026-03-02 09:00 scheduled dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 15:00 promised by=2026-03-13 quote="by the end of next week"
2026-03-05 10:00 requested writing-sample by=2026-03-09 quote="Please send it by Monday."
"""
BIRTHDAY = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Mum//EN\r\nBEGIN:VEVENT\r\nUID:birthday\r\n"
    "DTSTAMP:20260301T090000Z\r\nDTSTART;VALUE=DATE:20260317\r\nSUMMARY:Mum's birthday\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.fixture
def store(tmp_path: Path, radicale: Radicale) -> Iterator[Store]:
    (tmp_path / "story.timeline").write_text(STORY, "utf-8")
    with opened(tmp_path / "home") as store:
        take(store, tmp_path / "story.timeline", NOW)
        settings = calendar_settings.load(store)
        calendar_settings.save(store, calendar_settings.changed(settings, server=radicale.url, user=USER))
        yield store


def wanted(store: Store, now: datetime = NOW) -> tuple[CalendarEntry, ...]:
    return entries_for(store, POLICY, now, BERLIN, Shows.SOME)


def pushed(store: Store, now: datetime = NOW, *, dry_run: bool = False) -> Pushed:
    settings = calendar_settings.load(store)
    with connected(settings, lambda _: PASSWORD) as dav:
        return push(store, own_calendar(settings, dav), wanted(store, now), now, dry_run=dry_run)


def dos(done: Pushed) -> set[Do]:
    return {step.do for step in done.steps}


def ours(store: Store, dav: Dav) -> dict[str, str]:
    """The summaries in our calendar, by name."""
    url = calendar_settings.load(store).own
    texts = dav.many(url, dav.listing(url))
    return {
        name: next(line for line in data.decode().splitlines() if line.startswith("SUMMARY:"))[8:]
        for name, (_, data) in texts.items()
    }


@pytest.fixture
def dav(radicale: Radicale) -> Iterator[Dav]:
    dav = radicale.dav()
    yield dav
    dav.close()


def test_the_first_push_makes_a_calendar_and_the_second_writes_nothing(
    store: Store, dav: Dav, radicale: Radicale
) -> None:
    before = radicale.stored()
    assert dos(pushed(store, dry_run=True)) == {Do.CREATE}
    assert radicale.stored() == before, "a dry run writes nothing"
    first = pushed(store)
    assert dos(first) == {Do.CREATE}
    assert first.writes == len(wanted(store)) > 2
    assert "Acme: write on the 17th at the earliest" in ours(store, dav).values()
    after = radicale.stored()
    again = pushed(store, NOW + timedelta(minutes=10))
    assert (dos(again), again.writes) == ({Do.KEEP}, 0)
    assert radicale.stored() == after


def test_what_is_settled_is_withdrawn_and_what_moves_is_changed(store: Store, dav: Dav) -> None:
    pushed(store)
    line = find(store, POLICY, NOW, "ASK001", "acme-analyst", "writing-sample")
    settle(store, line, "done", NOW)
    done = pushed(store)
    assert [step.do for step in done.steps].count(Do.WITHDRAW) == 1
    assert not any("writing sample" in summary for summary in ours(store, dav).values())
    assert pushed(store).writes == 0


def test_others_entries_are_never_touched(store: Store, dav: Dav, radicale: Radicale) -> None:
    pushed(store)
    own = calendar_settings.load(store).own
    other = radicale.address()
    dav.make_calendar(other, "Family")
    for url in (own, other):
        dav.put(url, "birthday.ics", BIRTHDAY, "")
    kept = {path: data for path, data in radicale.stored().items() if "birthday" in path}
    pushed(store, NOW + timedelta(days=60))
    pushed(store)
    assert {path: data for path, data in radicale.stored().items() if "birthday" in path} == kept
    assert len(kept) == 2


def test_what_the_person_edited_or_deleted_stays_so(store: Store, dav: Dav) -> None:
    pushed(store)
    own = calendar_settings.load(store).own
    edited, deleted = sorted(ours(store, dav))[:2]
    text = dav.many(own, [edited])[edited][1].decode()
    start = text.index("SUMMARY:")
    words = text[:start] + "SUMMARY:My own words\r\n" + text[text.index("\r\n", start) + 2 :]
    dav.put(own, edited, words, dav.listing(own)[edited])
    dav.delete(own, deleted, dav.listing(own)[deleted])
    for _ in range(2):
        done = pushed(store)
        assert done.writes == 0
        assert {Do.YOURS, Do.GONE} <= dos(done)
    assert ours(store, dav)[edited] == "My own words"
    assert deleted not in ours(store, dav)
    settings = calendar_settings.load(store)
    with connected(settings, lambda _: PASSWORD) as mine:
        push(store, own_calendar(settings, mine), (), NOW)
    assert set(ours(store, dav)) == {edited}, "what was edited is the person's"


def test_a_dismissed_alarm_is_no_edit(store: Store, dav: Dav) -> None:
    pushed(store)
    own = calendar_settings.load(store).own
    name = min(ours(store, dav))
    text = dav.many(own, [name])[name][1].decode().replace("END:VALARM", "X-MOZ-LASTACK:20260305T120000Z\r\nEND:VALARM")
    dav.put(own, name, text, dav.listing(own)[name])
    assert Do.ADOPT in dos(pushed(store))
    assert dos(pushed(store)) == {Do.KEEP}


def test_who_was_there_first_is_respected(store: Store, dav: Dav, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between our look and our writing somebody else writes."""
    pushed(store)
    own = calendar_settings.load(store).own
    settings = calendar_settings.load(store)
    line = find(store, POLICY, NOW, "ASK001", "acme-analyst", "writing-sample")
    settle(store, line, "done", NOW)
    [name] = [name for name, summary in ours(store, dav).items() if "writing sample" in summary]
    with connected(settings, lambda _: PASSWORD) as mine:
        calendar = own_calendar(settings, mine)
        look = calendar.there

        def looked() -> dict[str, str]:
            found = look()
            text = dav.many(own, [name])[name][1].decode().replace("writing sample", "the short one")
            dav.put(own, name, text, found[name])
            return found

        monkeypatch.setattr(calendar, "there", looked)
        done = push(store, calendar, wanted(store), NOW)
    assert len(done.left) == 1
    assert "the short one" in ours(store, dav)[name]


def test_a_push_that_breaks_off_goes_on(store: Store, dav: Dav, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = calendar_settings.load(store)
    with connected(settings, lambda _: PASSWORD) as mine:
        calendar = own_calendar(settings, mine)
        write = calendar.write
        written: list[str] = []

        def until_the_second(name: str, text: str, etag: str) -> str:
            made = write(name, text, etag)
            written.append(name)
            if len(written) == 2:
                raise DavError(calendar.url, "can't be reached", "check the network")  # after the server took it
            return made

        monkeypatch.setattr(calendar, "write", until_the_second)
        with pytest.raises(DavError):
            push(store, calendar, wanted(store), NOW)
    done = pushed(store)
    assert {step.uid for step in done.steps if step.do is Do.ADOPT} == {f"{written[1][:-4]}@sincerely"}
    assert len(ours(store, dav)) == len(wanted(store))
    assert pushed(store).writes == 0


def test_a_calendar_that_was_deleted_is_not_made_again_unasked(store: Store, dav: Dav) -> None:
    pushed(store)
    settings = calendar_settings.load(store)
    dav._ask("DELETE", settings.own, "")
    with pytest.raises(DavError, match="this calendar was deleted; --new makes another"):
        pushed(store)
    calendar_settings.save(store, replace(settings, own=""))
    assert dos(pushed(store)) == {Do.CREATE}


def test_no_password_is_kept(store: Store, tmp_path: Path) -> None:
    pushed(store)
    for file in (tmp_path / "home").iterdir():
        assert PASSWORD.encode() not in file.read_bytes()
