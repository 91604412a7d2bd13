"""What the settings show, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sincerely.app.background.reminder_settings import MOST, By, ReminderSettings
from sincerely.app.drafts.style import Kept, Line, shown_by
from sincerely.app.mail_in.bringing import Brought
from sincerely.app.today.policies import Chosen
from sincerely.core.account import Account
from sincerely.core.header import Header
from sincerely.store.base import Paper, Store, Summary
from sincerely.writing.facts.languages import WRITTEN

from .start import size

_BY = {By.OFF: "Nobody is reminded", By.DESKTOP: "On this machine", By.MAIL: "By mail to yourself"}
_STYLE = {
    "name": ("Your name", "Robin Ashdown"),
    "sign-off": ("Sign-off", "Best wishes"),
    "signature": ("Signature", ""),
    "formality": ("Formality", ""),
    "languages": ("Languages", ""),
}


def overview_page(
    policy: Chosen, me: Sequence[str], accounts: Sequence[Account], papers: Sequence[Paper], reminders: ReminderSettings
) -> list[dict[str, str]]:
    """Return every part of the settings, with how it stands; what people look for first comes first."""
    own = sum(map(len, policy.own.values()))
    profile = f"profile {policy.profile}" + (f", {_count(own, 'value')} of your own" if own else "")
    given = ", ".join(paper.name for paper in papers if paper.kind == "cv")
    return [
        _part("you", "You and your style", ", ".join(me) or "Nobody knows your address yet"),
        _part("accounts", "Mailboxes", ", ".join(one.address for one in accounts) or "None is connected"),
        _part("papers", "CV and postings", given or "No CV yet"),
        _part("reminders", "Reminders", _BY[reminders.by]),
        _part("calendar", "Calendar", "What is due, into your calendar; interviews, out of it"),
        _part("phone", "On the phone", "Install it, and what a device keeps for when there is no connection"),
        _part("policy", "Policy", f"How long things may take: {profile}"),
        _part("data", "Your data", "Export, backup, restore, erase"),
    ]


def _part(name: str, title: str, words: str) -> dict[str, str]:
    return {"path": f"/settings/{name}", "title": title, "words": words}


def _count(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def you_page(store: Store, kept: Kept, me: Sequence[str], accounts: Sequence[Account]) -> dict[str, Any]:
    """Return who the person is, and how they write."""
    connected = {account.address.casefold() for account in accounts}
    lines = kept.lines()
    return {
        "addresses": [{"address": one, "connected": one.casefold() in connected} for one in me],
        "style": [
            {
                "key": key,
                "title": title,
                "example": example,
                "lines": [_line(store, line) for line in lines if line.key.partition(" ")[0] == key],
                "edited": any(line.edited for line in lines if line.key.partition(" ")[0] == key),
            }
            for key, (title, example) in _STYLE.items()
        ],
    }


def _line(store: Store, line: Line) -> dict[str, str]:
    _, _, about = line.key.partition(" ")
    value = line.value
    if line.key == "languages":
        value = ", then ".join(WRITTEN.get(one.strip(), one.strip()) for one in value.split(",") if one.strip())
    return {"value": value, "raw": line.value, "about": about.strip("()"), "why": _why(store, line)}


def _why(store: Store, line: Line) -> str:
    if line.edited:
        return "you said so"
    if line.habit is None:
        return "follows the thread" if line.key in {"formality", "languages"} else "not learnt yet"
    latest = shown_by(store, line.habit)
    learnt = f"learnt from {line.habit.count} of {line.habit.of} {line.mails}"
    if not latest:
        return learnt
    at, _, subject = latest.partition(" ")
    day = date.fromisoformat(at)
    return f"{learnt}, the last of {day.day} {day:%B %Y}: {subject}"


def reminders_page(settings: ReminderSettings, accounts: Sequence[Account]) -> dict[str, Any]:
    """Return how the person is reminded."""
    wishes = settings.wishes
    begins, ends = wishes.quiet
    quiet = begins != ends
    return {
        "by": str(settings.by),
        "ways": [(str(by), words) for by, words in _BY.items()],
        "digest": f"{wishes.digest:%H:%M}" if wishes.digest else "",
        "quiet_from": f"{begins:%H:%M}" if quiet else "",
        "quiet_until": f"{ends:%H:%M}" if quiet else "",
        "urgent": wishes.urgent,
        "most": wishes.most,
        "limit": MOST,
        "sends": any(account.may_send for account in accounts),
    }


def _day(at: datetime) -> str:
    here = at.astimezone()
    return f"{here.day} {here:%B %Y}"


def papers_page(papers: Sequence[Paper], headers: Sequence[Header]) -> dict[str, Any]:
    """Return the papers, and the processes whose posting one may be."""
    names = {header.id: header.employer or header.id for header in headers}
    return {
        "papers": [
            {
                "id": paper.id,
                "name": paper.name,
                "about": "CV" if paper.kind == "cv" else f"Posting of {names.get(paper.process or '', paper.process)}",
                "lines": sum(1 for line in paper.lines if line.strip()),
                "day": _day(paper.added_at),
            }
            for paper in papers
        ],
        "processes": _called(headers),
    }


def _called(headers: Sequence[Header]) -> list[tuple[str, str]]:
    """Return processes by their names, as people call them."""
    return [(h.id, f"{h.employer or h.id}{f', {h.role}' if h.role else ''}") for h in headers]


def data_page(
    counts: Mapping[str, int],
    processes: Sequence[Summary],
    brought: Sequence[Brought],
    before: Sequence[Path],
    home: Path,
) -> dict[str, Any]:
    """Return how much there is, and where."""
    return {
        "counts": counts,
        "processes": _called([row.header for row in processes]),
        "home": str(home),
        "brought": [
            {"name": one.name, "title": one.title, "size": size(one.size), "day": _day(one.at)} for one in brought
        ],
        "before": [{"name": path.name, "size": size(path.stat().st_size)} for path in before],
    }
