"""The product's own corpus of hiring mail: the blind part, and the part that the reader was made with."""

from __future__ import annotations

from pathlib import Path

from sincerely.app.models.reading_models import load_models

from . import reading_figures
from .figures import Outcome
from .folders import Folders
from .pairs import Judged, digest, judge, mails
from .peers import Peers

_COUNTS = (
    "An event is found if its verb, and the item that is asked for or handed in, is right; its facts are people, "
    "times and what else distinguishes it. Each mail is read as the first of its process."
)
_BLIND = (
    "Invented mails by somebody who had not seen the reader; their digest was committed before the first run. "
    "Errors are told by number: what these mails say is not for whoever writes the reader. "
)
_OPEN = "Invented mails that the reader was made with: these figures say how well it fits, not how well it reads. "


def measure(folders: Folders, _peers: Peers) -> Outcome:
    """Measure the blind part."""
    return _measured("corpus", "Hiring mail, blind", folders.corpus, blind=True)


def measure_training(folders: Folders, _peers: Peers) -> Outcome:
    """Measure the part that the reader was made with."""
    return _measured("training", "Hiring mail, known to the reader", folders.training, blind=False)


def _measured(name: str, title: str, folder: Path, *, blind: bool) -> Outcome:
    about = (_BLIND if blind else _OPEN) + _COUNTS
    models = load_models()
    judged: list[Judged] = [judge(mail, models) for mail in mails(folder)]
    if not judged:
        return Outcome(name, title, about, skipped=f"{folder} holds no mail", blind=blind)
    return Outcome(
        name,
        title,
        about,
        list(reading_figures.measures(judged, aims=blind)),
        list(reading_figures.tables(judged)),
        list(reading_figures.faults(judged, blind=blind)),
        notes=[_digest_note(folder)] if blind else [],
        blind=blind,
    )


def _digest_note(folder: Path) -> str:
    """Say whether the mails are those whose digest was committed."""
    found = digest(folder)
    kept = folder.with_suffix(".sha256")
    if not kept.is_file():
        return f"Digest of the mails: {found[:12]}; {kept.name} is not there to compare it with."
    if kept.read_text("utf-8").split()[:1] == [found]:
        return f"Digest of the mails: {found[:12]}, as it was committed."
    return f"Digest of the mails: {found[:12]}, which is not the one in {kept.name}: these are other mails."
