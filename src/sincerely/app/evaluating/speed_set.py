"""How many mails are read in a second of processor time, from bytes to events."""

from __future__ import annotations

from pathlib import Path

from sincerely.app.models.reading_models import load_models
from sincerely.reading.linking.links import Links
from sincerely.reading.reader import read

from . import clock
from .figures import OURS, Measure, Outcome, Score
from .folders import Folders
from .peers import Peers

_ABOUT = "Each mail from its bytes to its events, in processor time on one core; no store, no disk."


def measure(folders: Folders, _peers: Peers) -> Outcome:
    """Measure the speed of reading."""
    kinds = (("mails without hiring", folders.ham), ("hiring mails", folders.corpus))
    lines = [_speed(name, found) for name, folder in kinds if (found := sorted(folder.glob("*.eml")))]
    if not lines:
        return Outcome("speed", "Speed", _ABOUT, skipped=f"neither {folders.ham} nor {folders.corpus} holds a mail")
    return Outcome("speed", "Speed", _ABOUT, lines)


def _speed(name: str, paths: list[Path]) -> Measure:
    models = load_models()
    nobody = frozenset[str]()
    found = clock.rate(
        [path.read_bytes() for path in paths],
        lambda data: read(data, me=nobody, at=None, models=models, links=Links()),
    )
    return Measure(f"read: {name}", {OURS: Score(found)}, "a second", steady=False)
