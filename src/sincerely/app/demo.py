"""The sample, written, read and reported: the main job in one call."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sincerely.app.mail_in.sample_in import SAMPLE_ZONE
from sincerely.app.mail_in.sync import Progress, sync
from sincerely.app.today.listing import today_of
from sincerely.app.today.policies import load_policy
from sincerely.app.today.today import Today
from sincerely.app.wiring import opened, reader, sources_at
from sincerely.sample.write import write


@dataclass(frozen=True)
class Shown:
    """What the demo shows: how much was read, and Today."""

    summary: str
    today: Today


def prepare(folder: Path, now: datetime, progress: Progress) -> Shown:
    """Write the sample to a folder, read it into a store there, and return Today."""
    sample = write(folder / "sample", now)
    found = sources_at([sample.mbox, sample.maildir, sample.calendar])
    with opened(folder) as store:
        theirs = replace(reader(store, [sample.me], now), zone=ZoneInfo(SAMPLE_ZONE))
        done = sync(store, found.sources, theirs, now, progress)
        shown = today_of(store, now, load_policy())
    return Shown(f"Read a sample mailbox, sent mail and calendar: {done.summary}", shown)
