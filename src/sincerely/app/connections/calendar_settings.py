"""What the person chose about calendars, and what is remembered of them; no secret among it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

from sincerely.planning.entry_words import Shows
from sincerely.planning.pushing import Written
from sincerely.store.base import Store

_NAME, _WRITTEN = "calendar", "calendar_written"


@dataclass(frozen=True, kw_only=True)
class CalendarSettings:
    """About calendars.

    Attributes:
        seed: makes the UIDs of this store's entries; known to nobody else.
        server: the address of the account's server.
        user: its name.
        password_file: where its password is read from, the path, never what is in it; "" where it is in the vault.
        own: the address of the calendar that we made there; "" before the first push.
        shows: how much its entries say.
        reads: the addresses of calendars from which interviews are read.
    """

    seed: str
    server: str = ""
    user: str = ""
    password_file: str = ""
    own: str = ""
    shows: Shows = Shows.SOME
    reads: tuple[str, ...] = ()


def load(store: Store) -> CalendarSettings:
    """Return the settings; a store without any gets its seed."""
    found = store.setting(_NAME)
    if not isinstance(found, dict) or "seed" not in found:
        return save(store, CalendarSettings(seed=secrets.token_hex(16)))
    shows, reads = Shows(found.get("shows", Shows.SOME)), tuple(found.get("reads", ()))
    texts = {name: str(found.get(name, "")) for name in ("seed", "server", "user", "password_file", "own")}
    return CalendarSettings(**texts, shows=shows, reads=reads)


def save(store: Store, settings: CalendarSettings) -> CalendarSettings:
    """Keep the settings, and return them."""
    store.set_setting(_NAME, asdict(settings))
    return settings


def changed(settings: CalendarSettings, *, server: str, user: str) -> CalendarSettings:
    """Return the settings with what was given; another server or user begins with a calendar of its own."""
    new = replace(settings, server=server or settings.server, user=user or settings.user)
    moved = (new.server, new.user) != (settings.server, settings.user)
    return replace(new, own="", password_file="") if moved else new


def written(store: Store) -> dict[str, Written]:
    """Return what we wrote to our calendar, by UID."""
    found = store.setting(_WRITTEN) or {}
    return {uid: Written(*values) for uid, values in found.items()}


def save_written(store: Store, entries: Mapping[str, Written]) -> None:
    """Keep what we wrote."""
    store.set_setting(_WRITTEN, {uid: [one.href, one.face, one.etag] for uid, one in entries.items()})
