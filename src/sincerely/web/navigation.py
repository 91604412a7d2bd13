"""Where one can go: one list for the rail, the bar on a phone, and the keys. It shows only what works."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """An entry of the navigation.

    Attributes:
        name: what a page passes as ``here``; also the icon's name in ``_icons.html``.
        title: its words.
        path: its address.
        key: pressed after ``g``.
    """

    name: str
    title: str
    path: str
    key: str


NAVIGATION = (
    Place("today", "Today", "/", "t"),
    Place("processes", "Processes", "/processes", "p"),
    Place("search", "Search", "/search", "s"),
    Place("questions", "Questions", "/questions", "q"),
    Place("drafts", "Drafts", "/drafts", "d"),
    Place("insights", "Insights", "/insights", "i"),
    Place("settings", "Settings", "/settings", ","),
)
