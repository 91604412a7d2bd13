"""Everything out, as plain files that any editor opens; and in again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sincerely.core.timeline import TimelineError, format_timeline, parse
from sincerely.store.base import Change, Message, Store

from . import transfer_drafts
from .exits import deeds
from .regrouping import remember

TIMELINES = "processes.timeline"
MESSAGES = "messages.jsonl"
SETTINGS = "settings.json"
_ABOUT = """What Sincerely keeps, as plain files.

processes.timeline  every process and every event, one line each; "sincerely check" and "sincerely import" read it
messages.jsonl      which mails and calendar entries were read, one JSON object a line; the mails themselves stay
                    where they are
drafts.jsonl        every version of every draft, and what each sentence stands on
outgoing.jsonl      what was approved, overruled, withdrawn and sent
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
        settings = {"settings": {"me": store.setting("me")}, "deeds": [asdict(deed) for deed in deeds(store)]}
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
        messages = _read_messages(path / MESSAGES) if path.is_dir() else []
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
        remember(store, found)
    return Moved(len(found), len(added.events), new)


def _read_messages(path: Path) -> list[Message]:
    if not path.exists():
        return []
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            values: dict[str, Any] = json.loads(line)
            if values.get("date"):
                values["date"] = datetime.fromisoformat(values["date"])
            found.append(Message(**values))
        except (ValueError, TypeError) as error:
            raise TransferError(f"{path}:{number}: expected a message as export writes it ({error})") from error
    return found
