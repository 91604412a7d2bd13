"""A process as programs get it: what is known, what holds, what comes next, and what is unsure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from sincerely.app.processes.questions import as_json as question_json
from sincerely.app.processes.questions import questions_of
from sincerely.app.processes.searching import Found
from sincerely.app.processes.which_opening import open_doubts
from sincerely.app.today.reporting import Line, report_process, state_of
from sincerely.app.today.reporting import as_json as line_json
from sincerely.app.today.wording import headline
from sincerely.core.events import Event
from sincerely.core.header import Header
from sincerely.core.policy import Policy
from sincerely.core.process import Process
from sincerely.store.base import Store, Summary

_COMMON = frozenset(field.name for field in fields(Event))


def header_json(header: Header) -> dict[str, Any]:
    """Return what a process is about."""
    return {
        "process": header.id,
        "employer": header.employer,
        "role": header.role,
        "zone": header.zone,
        "country": header.country,
        "via": header.via,
    }


def summary_json(row: Summary) -> dict[str, Any]:
    """Return a process as lists show it; times on the employer's clock."""
    zone = row.header.tz
    return {
        **header_json(row.header),
        "state": row.state,
        "holds": row.holds,
        "last": row.last_at.astimezone(zone).isoformat() if row.last_at else None,
        "wake_at": row.wake_at.astimezone(zone).isoformat() if row.wake_at else None,
    }


def process_json(store: Store, process: Process, now: datetime, policy: Policy) -> dict[str, Any]:
    """Return a process with its events, findings, what comes next, and its open questions."""
    header = process.header
    report = report_process(process, now, policy)
    standing = {event.id for event in process.events}
    held = [Line(process, f, stage) for f, stage in zip(report.findings, report.stages, strict=True)]
    return {
        **header_json(header),
        "state": state_of(process, now),
        "wake_at": report.wake_at.astimezone(header.tz).isoformat() if report.wake_at else None,
        "findings": [line_json(line) for line in held],
        "ahead": [
            {
                "code": finding.code,
                "who": finding.who,
                "message": finding.message,
                "opens": finding.opens.astimezone(header.tz).isoformat(),
            }
            for finding in report.ahead
        ],
        "interviews": [
            {
                "start": interview.start.astimezone(header.tz).isoformat(),
                "end": interview.end.astimezone(header.tz).isoformat(),
                "people": list(interview.people),
                "confirmed": interview.confirmed,
            }
            for interview in process.interviews
        ],
        "events": [event_json(event, header, stands=event.id in standing) for event in process.told],
        "questions": [question_json(question) for question in questions_of(process, open_doubts(store))],
    }


def event_json(event: Event, header: Header, *, stands: bool) -> dict[str, Any]:
    """Return one event; ``values`` are what its verb knows beside who and when."""
    own = {f.name: getattr(event, f.name) for f in fields(event) if f.name not in _COMMON}
    return {
        "id": event.id,
        "verb": event.verb,
        "at": event.at.astimezone(header.tz).isoformat(),
        "who": list(event.who),
        "words": headline(event, header),
        "quote": event.quote,
        "source": event.source,
        "confidence": event.confidence,
        "stands": stands,
        "values": {name: _plain(value, header) for name, value in own.items() if value not in (None, "", ())},
    }


def _plain(value: Any, header: Header) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(header.tz).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): _plain(each, header) for name, each in value.items()}
    return [_plain(each, header) for each in value] if isinstance(value, (list, tuple)) else value


def found_json(found: Found) -> dict[str, Any]:
    """Return what a search finds."""
    return {
        "processes": [summary_json(row) for row in found.processes],
        "people": [{"who": met.who, "processes": [header.id for header in met.processes]} for met in found.people],
        "events": [
            {"process": header.id, "event": event_json(event, header, stands=event.confidence >= 1)}
            for header, event in found.events
        ],
        "messages": [
            {
                "process": header.id,
                "sender": message.sender,
                "subject": message.subject,
                "date": message.date.astimezone(header.tz).isoformat() if message.date else None,
                "sent": message.sent,
            }
            for header, message in found.messages
        ],
    }


def matches(row: Summary, words: str) -> bool:
    """Whether every one of some words is in a process's name, employer or role; no words match all."""
    text = f"{row.header.id} {row.header.employer} {row.header.role}".casefold()
    return all(word in text for word in words.casefold().split())
