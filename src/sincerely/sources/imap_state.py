"""What is remembered of an IMAP account between two scans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self

from .base import State

_VERSION = 1


@dataclass(frozen=True)
class Seen:
    """One folder, as it was when all of it had been handed over.

    Attributes:
        validity: its UIDVALIDITY.
        next_uid: all below it was read.
        changes: its HIGHESTMODSEQ; 0 where the server counts no changes (CONDSTORE).
        held: how many messages lay in it.
        since: from which day on it was read (ISO); "" for all of it.
    """

    validity: int
    next_uid: int
    changes: int = 0
    held: int = 0
    since: str = ""

    @classmethod
    def of(cls, value: object) -> Self | None:
        """Read a folder's state; what does not fit is taken for none."""
        if not isinstance(value, Mapping):
            return None
        numbers: dict[str, Any] = {name: value.get(name) for name in ("validity", "next_uid", "changes", "held")}
        since = value.get("since")
        if any(type(n) is not int or n < 0 for n in numbers.values()) or not isinstance(since, str):
            return None
        return cls(**numbers, since=since)

    def reaches(self, since: date | None) -> bool:
        """Whether it was read from that day on."""
        return not self.since or (since is not None and self.since <= since.isoformat())


@dataclass
class Memory:
    """The folders of an account, by the name that the server has for them.

    Attributes:
        folders: those that were read to their end.
        held: how many messages the account held at the last sync.
    """

    folders: dict[str, Seen] = field(default_factory=dict)
    held: int = 0

    @classmethod
    def of(cls, state: State) -> Self:
        """Read a state; what does not fit costs a full reading."""
        held = state.get("held")
        memory = cls(held=held if isinstance(held, int) and held > 0 else 0)
        folders = state.get("folders")
        if state.get("version") == _VERSION and isinstance(folders, Mapping):
            found = {str(name): Seen.of(value) for name, value in folders.items()}
            memory.folders = {name: seen for name, seen in found.items() if seen is not None}
        return memory

    def state(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        folders = {name: dict(vars(seen)) for name, seen in self.folders.items()}
        return {"version": _VERSION, "held": self.held, "folders": folders}
