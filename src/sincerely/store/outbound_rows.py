"""Drafts and messages on their way out to rows, and back, exactly."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sincerely.core.outbound import Dispatch, Overruled, State, Text, Written

from .rows import Row, from_micros, maybe_instant, maybe_micros, plain, to_micros, told, write_json

_LISTS = ("to", "cc", "references", "attach")
TEXT_COLUMNS = ("to", "cc", "subject", "body", "in_reply_to", "references", "attach")
DRAFT_COLUMNS = (
    "number", "version", "process", "code", "purpose", "who", *TEXT_COLUMNS, "sentences", "language", "made_at",
    "made_by",
)  # fmt: skip
OUTGOING_COLUMNS = (
    "number", "process", "draft", "version", "purpose", "who", *TEXT_COLUMNS, "digest", "sender", "message_id",
    "state", "profile", "not_before", "approved_at", "seen", "overruled", "advised", "why", "events", "changed_at",
)  # fmt: skip


def _text_values(text: Text) -> dict[str, str]:
    """Return a text as values; JSON keeps half surrogate pairs and NULs as escapes by itself."""
    return {
        name: write_json(list(getattr(text, name))) if name in _LISTS else plain(getattr(text, name))
        for name in TEXT_COLUMNS
    }


def _text_of(values: dict[str, Any]) -> Text:
    return Text(
        to=tuple(json.loads(values["to"])),
        cc=tuple(json.loads(values["cc"])),
        subject=told(values["subject"]),
        body=told(values["body"]),
        in_reply_to=told(values["in_reply_to"]),
        references=tuple(json.loads(values["references"])),
        attach=tuple(json.loads(values["attach"])),
    )


def draft_values(written: Written) -> dict[str, Any]:
    """Return a version as values for its row."""
    return {
        "number": written.draft,
        "version": written.version,
        "process": plain(written.process),
        "code": plain(written.code),
        "purpose": plain(written.purpose),
        "who": plain(written.who),
        **_text_values(written.text),
        "sentences": write_json(list(written.sentences)),
        "language": plain(written.language),
        "made_at": to_micros(written.made_at),
        "made_by": written.made_by,
    }


def draft_of(row: Row) -> Written:
    """Return the version of a row that has `DRAFT_COLUMNS`."""
    values = dict(zip(DRAFT_COLUMNS, row, strict=True))
    return Written(
        draft=values["number"],
        version=values["version"],
        process=told(values["process"]),
        code=told(values["code"]),
        purpose=told(values["purpose"]),
        who=told(values["who"]),
        text=_text_of(values),
        sentences=tuple(json.loads(values["sentences"])),
        language=told(values["language"]),
        made_at=from_micros(values["made_at"]),
        made_by=values["made_by"],
    )


def changing_values(dispatch: Dispatch) -> dict[str, Any]:
    """Return what a step may change, as values for `tables.OUTGOING_CHANGES`."""
    return {
        "state": str(dispatch.state),
        "not_before": maybe_micros(dispatch.not_before),
        "approved_at": maybe_micros(dispatch.approved_at),
        "seen": dispatch.seen,
        "overruled": write_json([_overruled_values(each) for each in dispatch.overruled]),
        "advised": write_json(list(dispatch.advised)),
        "why": plain(dispatch.why),
        "events": write_json(list(dispatch.events)),
        "changed_at": to_micros(dispatch.changed_at),
    }


def outgoing_values(dispatch: Dispatch) -> dict[str, Any]:
    """Return a message as values for its row."""
    return {
        "number": dispatch.number,
        "process": plain(dispatch.process),
        "draft": dispatch.draft,
        "version": dispatch.version,
        "purpose": plain(dispatch.purpose),
        "who": plain(dispatch.who),
        **_text_values(dispatch.text),
        "digest": dispatch.digest,
        "sender": plain(dispatch.sender),
        "message_id": plain(dispatch.message_id),
        "profile": plain(dispatch.profile),
        **changing_values(dispatch),
    }


def outgoing_of(row: Row) -> Dispatch:
    """Return the message of a row that has `OUTGOING_COLUMNS`."""
    values = dict(zip(OUTGOING_COLUMNS, row, strict=True))
    return Dispatch(
        number=values["number"],
        process=told(values["process"]),
        draft=values["draft"],
        version=values["version"],
        purpose=told(values["purpose"]),
        who=told(values["who"]),
        text=_text_of(values),
        digest=values["digest"],
        sender=told(values["sender"]),
        message_id=told(values["message_id"]),
        state=State(values["state"]),
        profile=told(values["profile"]),
        not_before=maybe_instant(values["not_before"]),
        approved_at=maybe_instant(values["approved_at"]),
        seen=values["seen"],
        overruled=tuple(_overruled_of(json.loads(values["overruled"]))),
        advised=tuple(json.loads(values["advised"])),
        why=told(values["why"]),
        events=tuple(json.loads(values["events"])),
        changed_at=from_micros(values["changed_at"]),
    )


def _overruled_values(each: Overruled) -> dict[str, str]:
    return {"code": each.code, "reason": each.reason, "digest": each.digest, "at": each.at.isoformat()}


def _overruled_of(found: Iterable[dict[str, str]]) -> Iterable[Overruled]:
    for each in found:
        yield Overruled(each["code"], each["reason"], each["digest"], datetime.fromisoformat(each["at"]))
