"""Forms that are saved as one types: their fields, whatever their names, and what a person does with two texts."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated

from fastapi import Depends, Request

from sincerely.app.drafts.sheets import Clash, Typed, mark
from sincerely.web.security import place_on_this_server

_SEEN, _THEIRS, _CHOICE = "seen.", "theirs.", "settle."
_OURS = frozenset({"token", "window", "do", "then", "interview"})
# A letter of sixty pages, and more questions than anybody asks.
_LONGEST, _MOST = 200_000, 200


@dataclass(frozen=True)
class Sent:
    """What a form sends.

    Attributes:
        token: against forgery.
        do: the button that was pressed; empty where it saves itself.
        typed: its fields.
        fits: that it keeps within the bounds.
        then: the page of ours to go to when it is done; empty for the usual one.
        interview: which one a debrief is about; empty for the last.
    """

    token: str = ""
    do: str = ""
    typed: Typed = field(default_factory=lambda: Typed("", {}))
    fits: bool = True
    then: str = ""
    interview: str = ""


async def _sent(request: Request) -> Sent:
    """Read a form: fields of one name are one field with a line each; how a clash was settled is taken into account."""
    form = await request.form(max_fields=2 * _MOST, max_files=0)
    told = [(name, value.replace("\r\n", "\n")) for name, value in form.multi_items() if isinstance(value, str)]
    fits = len(told) <= 2 * _MOST and all(len(value) <= _LONGEST for _, value in told)
    ours = {name: value for name, value in told if name in _OURS}
    fields: dict[str, str] = {}
    for name, value in told:
        if name not in _OURS and not name.startswith((_SEEN, _THEIRS, _CHOICE)):
            fields[name] = f"{fields[name]}\n{value}".strip("\n") if name in fields else value
    seen = {name.removeprefix(_SEEN): value for name, value in told if name.startswith(_SEEN)}
    theirs = {name.removeprefix(_THEIRS): value for name, value in told if name.startswith(_THEIRS)}
    choices = {name.removeprefix(_CHOICE): value for name, value in told if name.startswith(_CHOICE)}
    typed = _settled(Typed(ours.get("window", "")[:40], fields, seen), theirs, choices)
    then = place_on_this_server(ours.get("then", ""))
    return Sent(ours.get("token", ""), ours.get("do", ""), typed, fits, then, ours.get("interview", "")[:4000])


Form = Annotated[Sent, Depends(_sent)]
"""What a form of a sheet sends, as a handler's argument."""


def _settled(typed: Typed, theirs: Mapping[str, str], choices: Mapping[str, str]) -> Typed:
    """Return what was typed after the person chose between two texts that they saw both."""
    fields, seen = dict(typed.fields), dict(typed.seen)
    for name, choice in choices.items():
        other = theirs.get(name, "")
        seen[name] = mark(other)
        if choice == "theirs":
            fields[name] = other
        elif choice == "both":
            fields[name] = f"{other.rstrip()}\n{fields.get(name, '')}".strip()
    return replace(typed, fields=fields, seen=seen)


@dataclass(frozen=True)
class Window:
    """What a window shows otherwise than what is kept: fields that clash, as it has them and as it had seen them."""

    name: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    seen: Mapping[str, str] = field(default_factory=dict)


def window_of(typed: Typed, clashes: Mapping[str, Clash]) -> Window:
    """Return what a window that sent a form goes on with. What it has not changed it sees as it is kept."""
    seen = {name: typed.seen.get(name, mark("")) for name in clashes}
    return Window(typed.window, {name: clash.mine for name, clash in clashes.items()}, seen)


def fresh_window() -> Window:
    """Return a window that was just opened."""
    return Window(secrets.token_hex(6))


@dataclass(frozen=True)
class Both:
    """A field with two texts, as a page shows it."""

    name: str
    label: str
    mine: str
    theirs: str


def both(clashes: Mapping[str, Clash], labels: Mapping[str, str]) -> list[Both]:
    """Return the clashes as a page shows them."""
    return [Both(name, labels.get(name, name), clash.mine, clash.theirs) for name, clash in clashes.items()]
