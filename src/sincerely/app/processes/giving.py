"""Give Sincerely a CV or a posting to stand on, and take it away again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Literal

from sincerely.app.processes.exits import Deed, remember
from sincerely.app.processes.papers import kept
from sincerely.core.header import Header
from sincerely.reading.letters.document import Document
from sincerely.store.base import Paper, Store


@dataclass(frozen=True)
class Given:
    """A CV or posting that was given.

    Attributes:
        paper: as it is kept.
        new: whether it was not there yet.
        beside: others of its kind that are kept too: of an older CV the person may want to be rid.
    """

    paper: Paper
    new: bool
    beside: tuple[Paper, ...]


def give(store: Store, data: bytes, document: Document, name: str, now: datetime, process: Header | None) -> Given:
    """Keep a CV, or with a process its posting, as it is; "undo" takes it away.

    Args:
        store: the candidate's.
        data: the file's bytes; of them only a digest is kept.
        document: what they say.
        name: of the file, for people.
        now: the instant.
        process: whose posting it is; None for a CV.
    """
    kind: Literal["cv", "posting"] = "cv" if process is None else "posting"
    of = process.id if process is not None else None
    digest = blake2b(data, digest_size=16).hexdigest()
    mark = blake2b(f"{kind} {of} {digest}".encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    paper = Paper(
        id=f"{kind}-{mark}",
        kind=kind,
        process=of,
        name=name,
        form=document.form,
        digest=digest,
        lines=document.lines,
        added_at=now,
    )
    with store.transaction():
        there = store.paper(paper.id)
        new = there is None or there.removed_at is not None
        if there is None:
            store.add_paper(paper)
        elif new:
            store.set_removed(paper.id, None)
        if new:
            remember(store, Deed(now, f"{label(paper)} kept", (), papers=(paper.id,)))
        beside = tuple(p for p in kept(store) if (p.kind, p.process) == (kind, of) and p.id != paper.id)
    return Given(there or paper, new, beside)


def take_away(store: Store, paper: Paper, now: datetime) -> Deed:
    """Let a CV or posting stand for nothing any more; "undo" brings it back."""
    deed = Deed(now, f"{label(paper)} removed", (), papers=(paper.id,))
    with store.transaction():
        store.set_removed(paper.id, now)
        remember(store, deed)
    return deed


def label(paper: Paper) -> str:
    """Return what a CV or posting is called."""
    return f"Posting {paper.name} of {paper.process}" if paper.process else f"CV {paper.name}"
