"""The sample in the person's own store, to look around in; it goes as a whole when they begin with their own mail."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sincerely.app.mail_in.reading_in import Reading
from sincerely.sample.write import write
from sincerely.store.base import Store

FOLDER = "sample"
"""The name of the folder, beside the store."""
SAMPLE_ZONE = "America/New_York"
"""Where the sample's candidate lives, wherever the person who looks at it does."""
_NAME = "sample"


def has_sample(store: Store) -> bool:
    """Whether what the store holds is the sample."""
    return bool(store.setting(_NAME))


def sample_reading(store: Store, home: Path, now: datetime) -> Reading | None:
    """Write the sample, and return what is to be read; None where the person has something of their own."""
    counts = store.counts()
    if (counts["processes"] or counts["messages"] or store.accounts()) and not has_sample(store):
        return None
    sample = write(home / FOLDER, now)
    store.set_setting(_NAME, now.isoformat())
    paths = (str(sample.mbox), str(sample.maildir), str(sample.calendar))
    return Reading(what="the sample", paths=paths, me=(sample.me,), began=now, changed=now)
