"""The one action that settles a finding, and where it is done: one table, by the rule's code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from shlex import quote as shell
from types import MappingProxyType
from urllib.parse import quote, urlencode

from sincerely.app.today.reporting import Line


@dataclass(frozen=True)
class Action:
    """What a finding's button does: it opens a page, sends a form, or shows the command that does it.

    Attributes:
        label: the button's words.
        href: the page where it is done.
        post: where a form with the process's name is sent; for what takes one press.
        command: what to type, where no page does it yet.
    """

    label: str
    href: str = ""
    post: str = ""
    command: str = ""


Way = Callable[[Line, str], Action]
Serves = Callable[[str], bool]


def _draft(line: Line, label: str) -> Action:
    finding, name = line.finding, line.process.header.id
    about = {"process": name} | ({"who": finding.who} if finding.who != "-" else {})
    whom = f" --to {shell(finding.who)}" if finding.who != "-" else ""
    command = f"sincerely draft {finding.code} --process {shell(name)}{whom}"
    return Action(label, href=f"/draft/{finding.code}?{urlencode(about)}", command=command)


def _debrief(line: Line, label: str) -> Action:
    name = line.process.header.id
    return Action(label, href=f"/debrief/{quote(name)}", command=f"sincerely debrief {shell(name)}")


def _card(line: Line, label: str) -> Action:
    return Action(label, href=f"/card/{quote(line.process.header.id)}")


def _hand_in(line: Line, label: str) -> Action:
    """What is brought along is packed, not mailed: the card lists it, where an interview is known.

    Of what is to be uploaded the process shows in whose words, and where.
    """
    fix = line.finding.fix
    if fix is not None and fix.what == "upload":
        return _process(line, label)
    if fix is None or fix.what != "bring-along":
        return _draft(line, label)
    return (_card if line.process.interviews else _process)(line, label)


def _who_was_there(line: Line, label: str) -> Action:
    return Action(label, href=f"/add/{quote(line.process.header.id)}?verb=interviewed")


def _references(line: Line, label: str) -> Action:
    return Action(label, href=f"/p/{quote(line.process.header.id)}#references")


def _process(line: Line, label: str) -> Action:
    return Action(label, href=f"/p/{quote(line.process.header.id)}")


def _address(line: Line, label: str) -> Action:
    """Whoever else writes from there, and in which mails, shows how the address is meant."""
    return Action(label, href=f"/search?{urlencode({'q': line.finding.who.rpartition('@')[2]})}")


def _close(_: Line, label: str) -> Action:
    return Action(label, post="/close")


def _questions(_: Line, label: str) -> Action:
    return Action(label, href="/questions", command="sincerely questions")


ACTIONS: Mapping[str, Way] = MappingProxyType(
    {
        "THX001": _draft,
        "THX002": _who_was_there,
        "THX003": _debrief,
        "REF001": _draft,
        "REF002": _draft,
        "REF003": _draft,
        "REF004": _draft,
        "REF005": _references,
        "REF006": _draft,
        "MAIL001": _address,
        "WAIT001": _card,
        "WAIT003": _draft,
        "WAIT004": _draft,
        "WAIT005": _close,
        "ASK001": _hand_in,
        "OFF001": _draft,
        "OFF002": _draft,
        "OFF003": _draft,
        "OFF004": _questions,
        "BYE001": _draft,
        "BYE002": _close,
        "BYE003": _draft,
        "FIT001": _process,
    }
)


def action_of(line: Line, serves: Serves) -> Action | None:
    """Return what settles a finding; None where there is nothing to do but wait.

    Args:
        line: the finding.
        serves: whether pages are served whose addresses begin like this; where none is, the command is shown.
    """
    way, fix = ACTIONS.get(line.finding.code), line.finding.fix
    if way is None or fix is None:
        return None
    found = way(line, fix.label)
    there = found.post or serves(_beginning(found.href))
    return found if there else Action(found.label, command=found.command)


def _beginning(href: str) -> str:
    """Return what pages at such an address are served under: ``/card/`` of ``/card/acme``, ``/search`` of itself."""
    first, slash, _ = href.removeprefix("/").partition("?")[0].partition("/")
    return f"/{first}{slash}"
