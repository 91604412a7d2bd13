"""Calendars on a server, over CalDAV. Read only: nothing is ever asked for but properties and entries.

Where the server names its changes (sync-token, RFC 6578), again costs one small request and what is new; else its
ctag says whether anything changed, and a listing of ETags says what. An entry's key is its name and its ETag.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from sincerely.dav.client import Dav, DavError, Missing, Stale

from .base import MOST_BYTES, Checkpoint, Item, Known, Raw, SourceError, SourceGone, State

_VERSION = 1
# Entries asked for in one request.
_AT_ONCE = 50


class CalDav:
    """One calendar on a server."""

    def __init__(self, url: str, dav: Dav) -> None:
        self.url = url
        self._dav = dav

    @property
    def name(self) -> str:
        return f"caldav:{self.url}"

    def scan(self, state: State, known: Known) -> Iterator[Item]:
        before = state if state.get("version") == _VERSION else {}
        held = before["held"] if isinstance(before.get("held"), int) else 0
        try:
            yield from self._scan(before, held, known)
        except Missing as error:
            if held:
                raise SourceGone.since(self.url, held, "is missing") from error
            raise _refused(error) from error
        except DavError as error:
            raise _refused(error) from error

    def _scan(self, before: State, held: int, known: Known) -> Iterator[Item]:
        marks = self._dav.marks(self.url)
        token, ctag = _told(before, "token"), _told(before, "ctag")
        if (marks.token and marks.token == token) or (not marks.token and marks.ctag and marks.ctag == ctag):
            yield Checkpoint(dict(before), held, held)
            return
        found = self._changed(token) if marks.token and token else None
        if found is None:
            found = self._dav.listing(self.url)
            if held and not found:
                raise SourceGone.since(self.url, held)
            held = 0
        after = {"version": _VERSION, "token": marks.token, "ctag": marks.ctag, "held": held + len(found)}
        yield from self._new(found, known, {**before, "version": _VERSION, "held": held + len(found)})
        yield Checkpoint(after, held + len(found), held + len(found))

    def _changed(self, token: str) -> Mapping[str, str] | None:
        """Return what changed; None where only a listing tells what is there."""
        try:
            changes = self._dav.changes(self.url, token)
        except Stale:
            return None
        return None if changes.gone else changes.changed

    def _new(self, found: Mapping[str, str], known: Known, so_far: State) -> Iterator[Item]:
        names = iter(sorted(found))
        done = 0
        while batch := list(islice(names, _AT_ONCE)):
            keys = {name: _key(name, found[name]) for name in batch}
            there = known(list(keys.values()))
            texts = self._dav.many(self.url, [name for name in batch if keys[name] not in there])
            for name, (etag, data) in texts.items():
                yield self._raw(name, etag, data)
            done += len(batch)
            # The token of before: only when all was handed over, the new one holds.
            yield Checkpoint(so_far, done, len(found))

    def fetch(self, key: str, where: str = "") -> Raw:
        name = where or key.rpartition("|")[0]
        try:
            found = self._dav.many(self.url, [name]) if _is_name(name) else {}
        except DavError as error:
            raise _refused(error) from error
        for got, (etag, data) in found.items():
            if _key(got, etag) == key:
                return self._raw(got, etag, data)
        raise SourceError(self.url, f"holds no entry {key}", "it was deleted or changed since")

    def _raw(self, name: str, etag: str, data: bytes) -> Raw:
        place = f"{self.url.rstrip('/')}/{name}"
        return Raw(key=_key(name, etag), data=data[:MOST_BYTES], place=place, where=name, kind="calendar")


def _key(name: str, etag: str) -> str:
    return f"{name}|{etag}"


def _told(state: State, name: str) -> str:
    value = state.get(name)
    return value if isinstance(value, str) else ""


def _is_name(name: str) -> bool:
    """Whether this can be an entry's own name, and leads nowhere else."""
    return bool(name) and name.isprintable() and "/" not in name and name not in {".", ".."}


def _refused(error: DavError) -> SourceError:
    return SourceError(error.place, error.what, error.remedy)
