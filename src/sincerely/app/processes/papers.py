"""The person's CV and the postings, as they are kept: looked up, and as lines that a draft may stand on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from sincerely.app.processes.exits import NothingThere
from sincerely.app.processes.regrouping import regrouped
from sincerely.store.base import Paper, Store
from sincerely.writing.facts.grounds import Ground
from sincerely.writing.facts.passages import passages


@dataclass(frozen=True)
class Lines:
    """What outside the mail a process's drafts may stand on, line by line, blank lines left out."""

    cv: tuple[Ground, ...] = ()
    posting: tuple[Ground, ...] = ()


def kept(store: Store) -> list[Paper]:
    """Return every CV and posting that stands, oldest first."""
    return [paper for paper in store.papers() if paper.removed_at is None]


def paper_named(store: Store, name: str) -> Paper:
    """Return the one CV or posting whose id is this, or begins so; with ``:12`` behind it that is still the same.

    Raises:
        NothingThere: none does, or several do.
    """
    papers = kept(store)
    wanted = name.partition(":")[0]
    found = [p for p in papers if p.id == wanted] or [p for p in papers if p.id.startswith(wanted)]
    if len(found) == 1 and wanted:
        return found[0]
    known = ", ".join(p.id for p in (found or papers)[:8]) or 'none yet; "sincerely grounds add-cv FILE" gives one'
    raise NothingThere(
        f'{"several begin" if found else "nothing is kept that begins"} with "{name}": there are {known}'
    )


def lines_for(store: Store, process: str = "") -> Lines:
    """Return the lines of the CV, and of the postings of a process and of those that were merged into it."""
    papers = kept(store)
    merged, _ = regrouped(store) if any(paper.process for paper in papers) else ({}, {})
    cv = [line for paper in papers if paper.kind == "cv" for line in lines_of(paper)]
    posting = [
        line
        for paper in papers
        if process and paper.process is not None and merged.get(paper.process, paper.process) == process
        for line in lines_of(paper)
    ]
    return Lines(tuple(cv), tuple(posting))


def lines_of(paper: Paper) -> tuple[Ground, ...]:
    """Return a CV's or posting's lines; each names where it stands, such as ``cv-3f2a9c:12``."""
    kind: Literal["cv", "posting"] = "cv" if paper.kind == "cv" else "posting"
    return tuple(
        Ground(kind, line, f"{paper.id}:{number}") for number, line in enumerate(paper.lines, 1) if line.strip()
    )


def joined(lines: Iterable[Ground]) -> str:
    """Return what some lines say, what a page broke put together again, one passage a line."""
    return "\n".join(passage.text for passage in passages(lines))


def as_json(paper: Paper, *, whole: bool = False) -> dict[str, Any]:
    """Return a CV or posting as the commands print it: ``whole`` with its lines."""
    told: dict[str, Any] = {
        "id": paper.id,
        "kind": paper.kind,
        "process": paper.process,
        "name": paper.name,
        "form": paper.form,
        "digest": paper.digest,
        "added_at": paper.added_at.isoformat(),
    }
    return {**told, "lines": list(paper.lines)} if whole else {**told, "lines": len(paper.lines)}
