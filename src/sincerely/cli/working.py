"""Background work beside the pages, or alone; ended by signals."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import FrameType

from sincerely.app.background.background_jobs import READING, jobs, reporter
from sincerely.app.background.listening import Ears
from sincerely.app.background.loop import Background
from sincerely.app.wiring import listened, opened, working_alone
from sincerely.store.base import Store

_SIGNALS = (signal.SIGTERM, signal.SIGINT)
# Longer than any job takes that is not stuck.
_PATIENCE = 60


def background(folder: Path, profile: str = "") -> Background:
    """Return the background work on the store in a folder."""

    def open_store() -> AbstractContextManager[Store]:
        return opened(folder, profile=profile)

    # A push wakes the loop, which is made of the jobs that follow the mailboxes.
    ears = Ears(listened, lambda: work.poke(*READING))
    work = Background(
        jobs(open_store, profile, ears),
        lambda: working_alone(folder),
        reporter(open_store),
        slept=ears.again,
        ended=ears.close,
    )
    return work


@contextmanager
def beside(work: Background | None) -> Iterator[None]:
    """Work in a thread while the pages are served; a job that runs is finished."""
    if work is None:
        yield
        return
    thread = threading.Thread(target=work.run, name="sincerely-background", daemon=True)
    thread.start()
    try:
        yield
    finally:
        work.stop()
        thread.join(_PATIENCE)


@contextmanager
def ended_by_signals(*stops: Callable[[], None]) -> Iterator[None]:
    """End in good order when the system or the person asks for it: every one of these is called."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        for one in stops:
            one()

    before = {number: signal.signal(number, stop) for number in _SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
