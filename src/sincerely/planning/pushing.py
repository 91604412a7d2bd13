"""What to write to our calendar on a server, and what to leave alone: the plan of a push.

Only what is remembered as written by us is ever changed or taken away. Whoever edits or deletes one of our entries
has decided: an edited one stays as it is until it is deleted, a deleted one does not come back as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from .entries import CalendarEntry


class Do(StrEnum):
    """What a step does."""

    CREATE = "create"
    CHANGE = "change"
    WITHDRAW = "withdraw"  # its finding is settled
    KEEP = "keep"  # it is there as it should be
    ADOPT = "adopt"  # it is there as it should be, under a new version: an alarm was dismissed, say
    YOURS = "yours"  # the person changed it: it stays
    GONE = "gone"  # the person deleted it: it stays away
    FORGET = "forget"  # it is neither there nor wanted


WRITES = frozenset({Do.CREATE, Do.CHANGE, Do.WITHDRAW})


@dataclass(frozen=True)
class Written:
    """What is remembered of an entry that we wrote.

    Attributes:
        href: where it lies, below the calendar.
        face: a digest of what people see in it.
        etag: the server's name of the version that we wrote; "" where the person deleted it.
    """

    href: str
    face: str
    etag: str


@dataclass(frozen=True)
class There:
    """What lies in the calendar now.

    Attributes:
        etag: the server's name of this version.
        face: a digest of what people see; known only where the version is not the one that we wrote.
    """

    etag: str
    face: str = ""


@dataclass(frozen=True)
class Step:
    """One entry, and what becomes of it.

    Attributes:
        do: what is done.
        uid: whose entry it is.
        href: where it lies.
        etag: the version that must still be there; "" where none may be.
        entry: what is written; None where nothing is.
        face: what is remembered as its face.
    """

    do: Do
    uid: str
    href: str
    etag: str = ""
    entry: CalendarEntry | None = None
    face: str = ""


def href_of(uid: str) -> str:
    """Return where an entry of ours lies, below the calendar."""
    return f"{uid.partition('@')[0]}.ics"


def changed_since(
    written: Mapping[str, Written], there: Mapping[str, There], wanted: Iterable[CalendarEntry]
) -> list[str]:
    """Return the places that must be looked into before `plan`: ours by name, but not the version that we wrote."""
    known = {one.href: one.etag for one in written.values()}
    ours = {*known, *(href_of(entry.uid) for entry in wanted)}
    return sorted(href for href in ours & set(there) if there[href].etag != known.get(href))


def plan(
    wanted: Iterable[CalendarEntry], written: Mapping[str, Written], there: Mapping[str, There]
) -> tuple[Step, ...]:
    """Return one step for each entry that is wanted or remembered, those that write first.

    Args:
        wanted: what should be there.
        written: what we wrote, by UID.
        there: what is there, by place; others' entries among them are passed over.
    """
    by_uid = {entry.uid: entry for entry in wanted}
    steps = [_wanted(entry, written.get(uid), there) for uid, entry in by_uid.items()]
    steps += [_settled(uid, one, there.get(one.href)) for uid, one in written.items() if uid not in by_uid]
    order = list(Do)
    return tuple(sorted(steps, key=lambda step: (order.index(step.do), step.uid)))


def _wanted(entry: CalendarEntry, known: Written | None, there: Mapping[str, There]) -> Step:
    href = known.href if known else href_of(entry.uid)
    found = there.get(href)
    if found is None:
        if known is None or known.face != entry.face:
            return Step(Do.CREATE, entry.uid, href, "", entry, entry.face)
        return Step(Do.GONE, entry.uid, href, "", None, known.face)
    if known is not None and found.etag == known.etag:
        do = Do.KEEP if known.face == entry.face else Do.CHANGE
        return Step(do, entry.uid, href, found.etag, entry if do is Do.CHANGE else None, entry.face)
    if found.face == entry.face:
        return Step(Do.ADOPT, entry.uid, href, found.etag, None, entry.face)
    if known is not None and found.face == known.face:
        # As we wrote it but for what nobody sees; what it should say has changed since.
        return Step(Do.CHANGE, entry.uid, href, found.etag, entry, entry.face)
    return Step(Do.YOURS, entry.uid, href, found.etag, None, known.face if known else "")


def _settled(uid: str, known: Written, found: There | None) -> Step:
    if found is None:
        return Step(Do.FORGET, uid, known.href)
    if found.etag == known.etag or found.face == known.face:
        return Step(Do.WITHDRAW, uid, known.href, found.etag, None, known.face)
    return Step(Do.YOURS, uid, known.href, found.etag, None, known.face)


def after(step: Step, etag: str, known: Written | None) -> Written | None:
    """Return what is to be remembered of an entry once its step was taken; None where nothing is.

    Args:
        step: what was done.
        etag: the version that is there now; "" where nothing is.
        known: what was remembered before.
    """
    match step.do:
        case Do.WITHDRAW | Do.FORGET:
            return None
        case Do.YOURS:
            return known
        case Do.GONE:
            return Written(step.href, step.face, "")
        case _:
            return Written(step.href, step.face, etag)
