"""What a process is about, said by hand: what was read wrongly can be put right, and taken back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from sincerely.app.processes.exits import Deed, NothingThere, deeds, put_headers, remember, said_by_hand
from sincerely.app.processes.other_clock import on_other_clock
from sincerely.core.header import Header
from sincerely.core.people import is_address
from sincerely.store.base import Change, Store

PLACED = "placed-by-hand"
"""Setting: names of the processes of which a person said where the employer is; no later mail moves them."""
FIELDS = ("employer", "role", "country", "zone", "via", "consultant")
WAYS = ("direct", "agency")
LONGEST = 200
_COUNTRY = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")
_PLACES = frozenset({"country", "zone"})


class NotSo(ValueError):
    """What was said can't be: the message says what is expected."""


def say_about(store: Store, header: Header, said: Mapping[str, str], now: datetime) -> Deed:
    """Say what a process is about, as one deed that can be undone; its name stays.

    In another zone the hours that were read by the old one's clock stay what they are: see `other_clock`.

    Args:
        store: the candidate's store.
        header: the process.
        said: what it is instead, by `FIELDS`; what is not there stays.
        now: the instant.

    Raises:
        NotSo: no such zone or country, an empty employer, no address of a consultant, or words that are too long.
        NothingThere: all of it is so already.
    """
    values = {name: "".join(filter(str.isprintable, " ".join(value.split()))) for name, value in said.items()}
    if "country" in values:
        values["country"] = values["country"].upper()
    values = _with_way(header, values)
    values = {name: value for name, value in values.items() if value != getattr(header, name)}
    if not values:
        raise NothingThere(f'"{header.id}" is about that already')
    _check(header, values)
    told = ", ".join(f"{name} {value or 'not known'}" for name, value in values.items())
    with store.transaction():
        placed = store.setting(PLACED) or []
        by_hand = not _PLACES.isdisjoint(values) and header.id not in placed
        if by_hand:
            store.set_setting(PLACED, [*placed, header.id])
        process = store.process(header.id) if "zone" in values else None
        moved = on_other_clock(process, values["zone"], now) if process is not None else []
        store.add([Change(header, moved)] if moved else [], now)
        before = put_headers(store, {header.id: values}, now)
        items = tuple((header.id, f"{event.id}/{event.source}") for event in moved)
        deed = Deed(now, f"{header.id}: {told}", items, settings={PLACED: placed} if by_hand else {}, headers=before)
        remember(store, deed)
    return deed


def is_named_by_hand(store: Store, process: str) -> bool:
    """Whether a person said the name of a process's employer, and has not taken that back."""
    return "employer" in said_by_hand(store, process)


def is_sent_by_hand(store: Store, process: str) -> bool:
    """Whether a person said by which way a process runs, and has not taken that back."""
    return not said_by_hand(store, process).isdisjoint({"via", "consultant"})


def names_before(store: Store) -> dict[str, list[str]]:
    """Return the employers' names that processes had before a person said another: mails are still read so."""
    found: dict[str, list[str]] = {}
    for deed in deeds(store):
        if not deed.undone:
            for process, before in deed.headers.items():
                found.setdefault(process, []).extend(filter(None, [before.get("employer", "")]))
    return found


def _with_way(header: Header, said: Mapping[str, str]) -> dict[str, str]:
    """Return what is said with what follows of it: who has a consultant goes through an agency, and nobody else has.

    Way and consultant are kept together, so that a taken-back deed leaves neither behind.
    """
    values = dict(said)
    if values.keys().isdisjoint({"via", "consultant"}):
        return values
    who = values.get("consultant", header.consultant)
    way = values.get("via", "agency" if who else header.via).lower()
    if way == "direct":
        if values.get("consultant") not in {None, "", header.consultant}:
            raise NotSo("who applies directly has no consultant: say via agency, or leave the consultant out")
        who = ""
    same = who.casefold() == header.consultant.casefold()
    return {**values, "via": way, "consultant": header.consultant if same else who.lower()}


def _check(header: Header, values: Mapping[str, str]) -> None:
    if values.get("employer", "-") == "":
        raise NotSo("an employer needs a name")
    for name, value in values.items():
        if len(value) > LONGEST:
            raise NotSo(f"expected at most {LONGEST} characters for the {name}, not {len(value)}")
    if values.get("via", "direct") not in WAYS:
        raise NotSo(f'expected via direct or agency, not "{values["via"]}"')
    told = not values.keys().isdisjoint({"via", "consultant"})
    way, who = values.get("via", header.via), values.get("consultant", header.consultant)
    if told and way == "agency" and not is_address(who):
        raise NotSo("expected the address of the agency's consultant, such as jo@talent.example")
    zone, country = values.get("zone", header.zone), values.get("country", header.country)
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError) as error:
        raise NotSo(f'expected a time zone such as Europe/Berlin, not "{zone}"') from error
    if _COUNTRY.fullmatch(country) is None:
        raise NotSo(f'expected a country such as DE or DE-BY, not "{country}"')
