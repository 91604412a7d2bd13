"""Forms that are saved as one types: a sheet's fields, and what happens when two windows write the same one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from types import MappingProxyType
from typing import Any

from sincerely.store.base import Store

_NAME = "sheet:{}"


def _none() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Sheet:
    """What was typed into a form and is not done with yet.

    Attributes:
        fields: what each field says.
        by: the window that wrote it last, by field.
        about: what else is to be remembered of it; JSON.
        at: when it was last written.
    """

    fields: Mapping[str, str] = field(default_factory=_none)
    by: Mapping[str, str] = field(default_factory=_none)
    about: Mapping[str, Any] = field(default_factory=_none)
    at: datetime | None = None


@dataclass(frozen=True)
class Typed:
    """What one window sends.

    Attributes:
        window: its own name.
        fields: what its fields say.
        seen: marks of what they said when it was opened, by field, see `mark`.
    """

    window: str
    fields: Mapping[str, str]
    seen: Mapping[str, str] = field(default_factory=_none)


@dataclass(frozen=True)
class Clash:
    """A field that two windows have changed: both texts, none lost."""

    mine: str
    theirs: str


@dataclass(frozen=True)
class Merged:
    """What came of it.

    Attributes:
        fields: what each field says now.
        by: who wrote it last.
        clashes: fields that were left as they are, because another window changed them too.
        behind: fields that another window changed and this one has not.
    """

    fields: Mapping[str, str]
    by: Mapping[str, str]
    clashes: Mapping[str, Clash] = field(default_factory=_none)
    behind: tuple[str, ...] = ()


def mark(text: str) -> str:
    """Return a short mark of a text, by which a window says what it has seen."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def merge(fields: Mapping[str, str], by: Mapping[str, str], typed: Typed) -> Merged:
    """Take what a window typed into what is known, field by field; a text that nobody has seen is never overwritten.

    Args:
        fields: what is known.
        by: which window wrote it last, by field.
        typed: what the window sends.
    """
    known, wrote = dict(fields), dict(by)
    clashes: dict[str, Clash] = {}
    behind: list[str] = []
    for name, mine in typed.fields.items():
        theirs, seen = known.get(name, ""), typed.seen.get(name, mark(""))
        if mine == theirs:
            continue
        if wrote.get(name, "") == typed.window or mark(theirs) == seen:
            known[name], wrote[name] = mine, typed.window
        elif mark(mine) == seen:
            behind.append(name)
        else:
            clashes[name] = Clash(mine, theirs)
    return Merged(known, wrote, clashes, tuple(behind))


def setting_of(name: str) -> str:
    """Return the name of the setting that holds a sheet."""
    return _NAME.format(name)


def load(store: Store, name: str) -> Sheet:
    """Return a sheet; an empty one where nothing was typed yet."""
    kept = store.setting(setting_of(name))
    return of_kept(kept) if kept else Sheet()


def of_kept(kept: Mapping[str, Any]) -> Sheet:
    """Return the sheet that was kept like this."""
    return Sheet(kept["fields"], kept["by"], kept["about"], datetime.fromisoformat(kept["at"]))


def as_kept(sheet: Sheet) -> dict[str, Any]:
    """Return a sheet as it is kept; it was written to at some time."""
    assert sheet.at is not None
    return {"fields": dict(sheet.fields), "by": dict(sheet.by), "about": dict(sheet.about), "at": sheet.at.isoformat()}


def keep(store: Store, name: str, sheet: Sheet) -> None:
    """Keep a sheet; one without fields and memory is forgotten."""
    if not sheet.fields and not sheet.about:
        store.set_setting(setting_of(name), None)
        return
    store.set_setting(setting_of(name), as_kept(sheet))
