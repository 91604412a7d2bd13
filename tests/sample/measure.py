"""How well the sample is read: kinds and events of each mail, and Today against the story. Run it to see the table.

python -m tests.sample.measure [--errors] [--at 2026-03-11T12:00-04:00]
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sincerely.app.demo import prepare
from sincerely.app.models import load_models
from sincerely.app.wiring import opened as store_opened
from sincerely.core.events import Event, Heard, Requested, Submitted, Wrote
from sincerely.reading.linking import Links
from sincerely.reading.reader import read
from sincerely.sample.sending import raw

from .openings import letters, opened, table
from .timelines import event as expected_event

GRAVE: Final = {"rejection", "offer", "interview_set", "interview_invite"}
_PLACE: Final = "ny"


@dataclass
class Figures:
    """What was right and what was not."""

    mails: int = 0
    kinds_right: int = 0
    grave: list[str] = field(default_factory=list)
    hit: int = 0
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    kinds_wrong: list[str] = field(default_factory=list)
    findings_right: int = 0
    findings_missing: list[str] = field(default_factory=list)
    findings_false: list[str] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """The table."""
        precision = self.hit / max(1, self.hit + len(self.false))
        recall = self.hit / max(1, self.hit + len(self.missed))
        wanted = self.findings_right + len(self.findings_missing)
        counts = f"({self.hit} right, {len(self.false)} false, {len(self.missed)} missed)"
        return [
            f"kinds right         {self.kinds_right} of {self.mails}; grave errors {len(self.grave)}",
            f"events              precision {precision:.3f}, recall {recall:.3f} {counts}",
            f"findings of Today   {self.findings_right} of {wanted} right, {len(self.findings_false)} false",
        ]


def measure_mails(now: datetime, figures: Figures) -> None:
    """Read every mail by itself and compare kind and events, all and only."""
    expected, story = table("expected.toml"), table("story.toml")
    models = load_models()
    composer = opened(now)
    for name, letter in letters(now).items():
        row = expected[name]
        reading = read(
            raw(letter, composer.invitation(letter)),
            me=frozenset({"robin.ashdown@mail.example"}),
            at=now,
            models=models,
            links=Links(),
        )
        figures.mails += 1
        if reading.kind in {row["kind"], *row.get("also", ())}:
            figures.kinds_right += 1
        else:
            figures.kinds_wrong.append(f"{name}: {reading.kind}, not {row['kind']}")
            if reading.kind in GRAVE:
                figures.grave.append(f"{name}: {reading.kind}, not {row['kind']}")

        def place(one: dict[str, Any], process: str = row["process"]) -> str:
            found = story.get(one.get("process", process))
            return str(found["place"]) if found else _PLACE

        wanted = Counter(_key(expected_event(e, place(e), letter.written, now)) for e in row["events"])
        allowed = Counter(_key(expected_event(e, place(e), letter.written, now)) for e in row.get("maybe", ()))
        got = Counter(_key(found.event) for found in reading.events)
        figures.hit += (wanted & got).total()
        figures.missed += [f"{name}: {key}" for key in (wanted - got).elements()]
        figures.false += [f"{name}: {key}" for key in (got - wanted - allowed).elements()]


def _key(event: Event) -> str:
    """Return what counts of an event: verb, item or purpose, times to the day for deadlines; not every name."""
    parts = [event.verb]
    if isinstance(event, Requested | Submitted):
        parts.append(event.first)
    if isinstance(event, Wrote):
        parts.append(event.purpose)
    if isinstance(event, Heard):
        parts.append("asks" if event.asks else "")
    start = getattr(event, "start", None)
    by = getattr(event, "by", None)
    if start is not None:
        parts.append(f"{start:%Y-%m-%d %H:%M%z}" if start.utcoffset() is None else f"{start.timestamp():.0f}")
    if by is not None:
        parts.append(f"by {by:%Y-%m-%d}")
    return " ".join(part for part in parts if part)


def measure_today(now: datetime, figures: Figures) -> None:
    """Sync the sample and compare what holds with the story, all and only."""
    story = table("story.toml")
    by_id = {letter.message_id: name for name, letter in letters(now).items()}
    expected = table("expected.toml")
    with tempfile.TemporaryDirectory() as folder:
        shown = prepare(Path(folder), now, lambda _label, _done, _total: None)
        with store_opened(Path(folder)) as store:
            owner: dict[str, str] = {}
            for row in store.summaries():
                seen = Counter(
                    expected[by_id[f"<{m.message_id}>"]]["process"]
                    for m in store.messages_of(row.header.id)
                    if f"<{m.message_id}>" in by_id
                )
                named = [name for name, _ in seen.most_common() if name in story]
                owner[row.header.id] = named[0] if named else row.header.id
    got = Counter((owner[line.process.header.id], line.finding.code, line.finding.who) for line in shown.today.all)
    wanted = Counter((name, f["code"], f["who"]) for name, process in story.items() for f in process["findings"])
    figures.findings_right = (wanted & got).total()
    figures.findings_missing = [" ".join(key) for key in (wanted - got).elements()]
    figures.findings_false = [" ".join(key) for key in (got - wanted).elements()]


def measure(now: datetime) -> Figures:
    """Return all figures of one opening."""
    figures = Figures()
    measure_mails(now, figures)
    measure_today(now, figures)
    return figures


def main() -> None:
    """Print the table, and with ``--errors`` every error."""
    at = sys.argv[sys.argv.index("--at") + 1] if "--at" in sys.argv else "2026-03-11T12:00-04:00"
    figures = measure(datetime.fromisoformat(at))
    print("\n".join(figures.lines))  # noqa: T201
    if "--errors" in sys.argv:
        for name in ("grave", "kinds_wrong", "missed", "false", "findings_missing", "findings_false"):
            print(f"\n{name}")  # noqa: T201
            print("\n".join(f"  {line}" for line in getattr(figures, name)))  # noqa: T201


if __name__ == "__main__":
    main()
