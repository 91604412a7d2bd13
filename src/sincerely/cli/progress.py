"""Progress bars: only on a terminal, on stderr, gone when the work is done."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from sincerely.app.mail_in.sync import Progress


@contextmanager
def reading_progress() -> Iterator[Progress]:
    """Yield a function that is told how far the reading is; it shows a bar where somebody is looking."""
    if not sys.stderr.isatty():
        yield lambda _label, _done, _total: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    from .render import console

    with Bar(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console(stderr=True),
        transient=True,
    ) as bar:
        tasks: dict[str, object] = {}

        def shown(label: str, done: int, total: int) -> None:
            if label not in tasks:
                tasks[label] = bar.add_task(label, total=total or None)
            bar.update(tasks[label], completed=done, total=total or None)  # type: ignore[arg-type]  # rich's TaskID

        yield shown
