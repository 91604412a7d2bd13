"""What Today shows."""

from __future__ import annotations

from typing import Any

from sincerely.app.today import Today

from .findings import card

_GROUPS = (("late", "Late"), ("due", "Due"), ("soon", "Soon"))


def today_page(found: Today, *, empty: bool) -> dict[str, Any]:
    """Return what the Today page shows."""
    now = found.now
    groups = [
        {"name": name, "title": title, "lines": [card(line, now) for line in getattr(found, name)]}
        for name, title in _GROUPS
        if getattr(found, name)
    ]
    return {
        "heading": f"{now:%A} {now.day} {now:%B}",
        "lede": _lede(found),
        "groups": groups,
        "waiting": [card(line, now) for line in found.waiting],
        "done": found.done,
        "questions": found.questions,
        "notices": found.notices,
        "empty": empty,
    }


def _lede(found: Today) -> str:
    pressing = len(found.late) + len(found.due)
    if pressing:
        return f"{pressing} {'thing wants' if pressing == 1 else 'things want'} to be done now."
    if found.soon:
        return "Nothing presses. What follows can be done in good time."
    return "All letters are answered." if found.waiting or found.done else ""
