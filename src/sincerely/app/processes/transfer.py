"""Everything out, as plain files that any editor opens; and in again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from sincerely.app.processes import transfer_drafts
from sincerely.app.processes.exits import deeds
from sincerely.app.processes.papers import kept
from sincerely.app.processes.regrouping import remember
from sincerely.core.timeline import TimelineError, format_timeline, parse
from sincerely.store.base import Change, Message, Paper, Store

T = TypeVar("T")
TIMELINES = "processes.timeline"
MESSAGES = "messages.jsonl"
SETTINGS = "settings.json"
GROUNDS = "grounds.jsonl"
_ABOUT = """What Sincerely keeps, as plain files.

processes.timeline  every process and every event, one line each; "sincerely check" and "sincerely import" read it
messages.jsonl      which mails and calendar entries were read, one JSON object a line; the mails themselves stay
                    where they are
drafts.jsonl        every version of every draft, and what each sentence stands on
outgoing.jsonl      what was approved, overruled, withdrawn and sent
grounds.jsonl       your CV and the postings, line by line, one JSON object a file
settings.json       your settings
"""


class TransferError(ValueError):
    """Nothing was taken; the message says what is wrong and where."""


@dataclass(frozen=True)
class Moved:
    """How much went out or came in."""

    processes: int
    events: int
    messages: int = 0


def timelines(store: Store, names: Iterable[str] | None = None) -> str:
    """Return processes in the timeline notation, all of them where none is named."""
    wanted = [row.header.id for row in store.summaries()] if names is None else list(names)
    found = [process for name in sorted(wanted) if (process := store.process(name)) is not None]
    return "\n".join(format_timeline(process.header, process.told) for process in found)


def export(store: Store, folder: Path) -> Moved:
    """Write everything to a folder, which must be new or empty.

    Raises:
        TransferError: the folder holds something, or can't be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise TransferError(f"{folder}: is not empty; name a new folder")
        (folder / "README.txt").write_text(_ABOUT, "utf-8")
        text = timelines(store)
        (folder / TIMELINES).write_text(text, "utf-8")
        messages = _write_messages(store, folder / MESSAGES)
        transfer_drafts.write(store, folder)
        papers = [json.dumps(asdict(paper), default=_plain, ensure_ascii=False) for paper in kept(store)]
        (folder / GROUNDS).write_text("".join(f"{line}\n" for line in papers), "utf-8")
        settings = {
            "settings": {name: store.setting(name) for name in ("me", "style")},
            "deeds": [asdict(deed) for deed in deeds(store)],
        }
        (folder / SETTINGS).write_text(json.dumps(settings, indent=1, default=_plain, ensure_ascii=False), "utf-8")
    except OSError as error:
        raise TransferError(f"{folder}: cannot be written ({error.strerror})") from error
    counts = store.counts()
    return Moved(counts["processes"], counts["events"], messages)


def _write_messages(store: Store, path: Path) -> int:
    count = 0
    with path.open("w", encoding="utf-8") as out:
        for row in store.summaries():
            for message in store.messages_of(row.header.id):
                out.write(json.dumps(asdict(message), default=_plain, ensure_ascii=False) + "\n")
                count += 1
    return count


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def take(store: Store, path: Path, now: datetime) -> Moved:
    """Take a timeline file, or a folder that `export` wrote, into the store. What is there already stays once.

    Raises:
        TransferError: it can't be read; nothing of it was taken.
    """
    file = path / TIMELINES if path.is_dir() else path
    try:
        text = file.read_text("utf-8-sig")
        messages = _read(path / MESSAGES, _message) if path.is_dir() else []
        papers = _read(path / GROUNDS, _paper) if path.is_dir() else []
        versions, outgoing = transfer_drafts.read(path) if path.is_dir() else ([], [])
    except transfer_drafts.NotRead as error:
        raise TransferError(str(error)) from error
    except OSError as error:
        raise TransferError(f"{file}: cannot be read ({error.strerror}); name a timeline file or an export") from error
    except UnicodeDecodeError as error:
        raise TransferError(f"{file}: is not UTF-8 text (byte {error.start}); save it as UTF-8") from error
    try:
        found = parse(text, file.name)
    except TimelineError as error:
        raise TransferError(str(error)) from error
    with store.transaction():
        added = store.add([Change(timeline.header, timeline.events) for timeline in found], now)
        new = store.add_messages(messages)
        transfer_drafts.take(store, versions, outgoing)
        for paper in papers:
            store.add_paper(paper)
        remember(store, found)
    return Moved(len(found), len(added.events), new)


def _read(path: Path, made: Callable[[dict[str, Any]], T]) -> list[T]:
    if not path.exists():
        return []
    found = []
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        try:
            if line.strip():
                found.append(made(json.loads(line)))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise TransferError(f"{path}:{number}: expected a line as export writes it ({error})") from error
    return found


def _message(values: dict[str, Any]) -> Message:
    return Message(**{**values, "date": datetime.fromisoformat(values["date"]) if values.get("date") else None})


def _paper(values: dict[str, Any]) -> Paper:
    given = {"added_at": datetime.fromisoformat(values["added_at"]), "lines": tuple(map(str, values["lines"]))}
    return Paper(**{**values, **given, "removed_at": None})
