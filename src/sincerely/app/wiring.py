"""The one place that chooses adapters: which store, which sources, where things lie."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sincerely.core.policy import Policy
from sincerely.core.process import Process
from sincerely.store.base import Judge, Judged, Store

from .policies import load_policy
from .reporting import report_process, state_of

STORE_NAME = "sincerely.db"


def home() -> Path:
    """Return the folder of the user's data: ``SINCERELY_HOME``, else the platform's own place."""
    given = os.environ.get("SINCERELY_HOME")
    if given:
        return Path(given).expanduser().absolute()
    import platformdirs

    return Path(platformdirs.user_data_dir("sincerely", appauthor=False))


def judge(policy: Policy) -> Judge:
    """Return what the store asks when a process has changed."""

    def judged(process: Process, now: datetime) -> Judged:
        report = report_process(process, now, policy)
        return Judged(report.wake_at, bool(report.findings or process.unsure), state_of(process, now))

    return judged


@contextmanager
def opened(folder: Path | None = None, *, profile: str = "default") -> Iterator[Store]:
    """Open the person's store, made where there is none; closed in the end.

    Raises:
        StoreError: it can't be opened; the message says why and what to do.
    """
    from sincerely.store.opening import open_store

    place = folder or home()
    store = open_store(place / STORE_NAME, judge=judge(load_policy(profile)))
    try:
        yield store
    finally:
        store.close()
