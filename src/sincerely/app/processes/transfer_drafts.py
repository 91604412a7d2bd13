"""Drafts and messages on their way out, as lines of JSON: out of a store, and into another."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sincerely.core.outbound import Dispatch, Overruled, State, Text, Written
from sincerely.store.base import Store

DRAFTS = "drafts.jsonl"
OUTGOING = "outgoing.jsonl"
_ASKED_AGAIN = "It came out of an export: you are asked again."


class NotRead(ValueError):
    """A line that is not as it is written here; names file and line."""


def write(store: Store, folder: Path) -> None:
    """Write every version of every draft, and every message, one JSON object a line.

    Raises:
        OSError: a file can't be written.
    """
    versions = [version for draft in store.drafts() for version in store.versions(draft.draft)]
    _put(folder / DRAFTS, versions)
    _put(folder / OUTGOING, store.outgoings())


def _put(path: Path, rows: Sequence[Written | Dispatch]) -> None:
    with path.open("w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(asdict(row), default=_plain) + "\n")


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def read(folder: Path) -> tuple[list[Written], list[Dispatch]]:
    """Return what `write` wrote; an older export has none.

    Raises:
        NotRead: a line is broken.
        OSError: a file can't be read.
    """
    return list(_lines(folder / DRAFTS, _written)), list(_lines(folder / OUTGOING, _dispatch))


def _lines(path: Path, made: Callable[[dict[str, Any]], Any]) -> Iterator[Any]:
    if not path.exists():
        return
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            yield made(json.loads(line))
        except (ValueError, TypeError, KeyError) as error:
            raise NotRead(f"{path}:{number}: expected a line as export writes it ({error})") from error


def _text(values: Mapping[str, Any]) -> Text:
    made: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in values.items()}
    return Text(**made)


def _written(values: dict[str, Any]) -> Written:
    made_at = datetime.fromisoformat(values["made_at"])
    text, sentences = _text(values["text"]), tuple(values["sentences"])
    return Written(**{**values, "text": text, "sentences": sentences, "made_at": made_at})


def _dispatch(values: dict[str, Any]) -> Dispatch:
    instants = {
        name: datetime.fromisoformat(values[name]) if values[name] else None
        for name in ("not_before", "approved_at", "changed_at")
    }
    overruled = tuple(Overruled(**{**o, "at": datetime.fromisoformat(o["at"])}) for o in values["overruled"])
    lists = {"overruled": overruled, "advised": tuple(values["advised"]), "events": tuple(values["events"])}
    text, state = _text(values["text"]), State(values["state"])
    return Dispatch(**{**values, **instants, **lists, "text": text, "state": state})


def take(store: Store, versions: Sequence[Written], messages: Sequence[Dispatch]) -> None:
    """Add drafts and messages that the store does not have yet; inside the caller's transaction.

    No approval is carried over: what was known when it was given is not what is known here. What was being sent
    then is in doubt.
    """
    known = {_key(version): version.draft for d in store.drafts() for version in store.versions(d.draft)}
    sent = {message.message_id for message in store.outgoings()}
    numbers: dict[int, int] = {}
    for version in sorted(versions, key=lambda v: (v.draft, v.version)):
        if _key(version) in known:
            numbers[version.draft] = known[_key(version)]
        else:
            number = numbers.get(version.draft, 0)
            numbers[version.draft] = store.add_version(replace(version, draft=number)).draft
    for message in sorted(messages, key=lambda m: m.number):
        if message.message_id not in sent:
            draft = None if message.draft is None else numbers.get(message.draft)
            numbered = replace(_as_taken(message), draft=draft, version=message.version if draft is not None else None)
            store.add_outgoing(numbered)


def _key(version: Written) -> tuple[object, ...]:
    return version.process, version.purpose, version.who, version.version, version.made_at, version.text.digest


def _as_taken(message: Dispatch) -> Dispatch:
    if message.state in {State.DRAFT, State.APPROVED}:
        return replace(message, state=State.VOID, why=_ASKED_AGAIN)
    return replace(message, state=State.UNKNOWN) if message.state is State.CLAIMED else message
