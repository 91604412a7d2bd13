"""The rules' and checks' own pages: for `explain`, for the documentation, for the pages."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from sincerely.app.today.policies import load_policy, load_sources
from sincerely.rules import RULES


class UnknownRule(ValueError):
    """There is no such rule; the message names the nearest."""


def _pages() -> Iterator[ModuleType]:
    """Yield the rules, which say what is owed, and the checks, which judge what goes out."""
    yield from RULES
    # They read whole letters, and take ten times as long to load as the rules do.
    from sincerely.gate.checks import CHECKS

    yield from CHECKS


def rule_list() -> list[dict[str, str]]:
    """Return every rule's and check's code, name and summary, in the order in which they are documented."""
    return [{"code": r.CODE, "name": r.NAME, "summary": _summary(r)} for r in _pages()]


def explain(code: str, profile: str = "default") -> dict[str, Any]:
    """Return a rule's page: ``code, name, summary, sections, options, examples``.

    Raises:
        UnknownRule: there is no such rule.
    """
    wanted = code.strip().upper()
    for rule in _pages():
        if wanted == rule.CODE or rule.NAME.upper() == wanted:
            return _page(rule, profile)
    near = difflib.get_close_matches(wanted, [r.CODE for r in _pages()], n=1, cutoff=0.5)
    hint = f'; did you mean "{near[0]}"?' if near else '; "sincerely explain" lists them'
    raise UnknownRule(f'no rule is called "{code}"{hint}')


def _summary(rule: ModuleType) -> str:
    return (rule.__doc__ or "").strip().splitlines()[0]


def _page(rule: ModuleType, profile: str) -> dict[str, Any]:
    sections: dict[str, str] = {}
    heading = ""
    for line in (rule.__doc__ or "").strip().splitlines()[1:]:
        if line and not line.startswith(" "):
            heading = line
            sections[heading] = ""
        elif heading:
            sections[heading] += line.removeprefix("    ") + "\n"
    options = load_policy(profile).of(rule.CODE, rule.Options)
    reasons = load_sources(profile).get(rule.CODE, {})
    return {
        "code": rule.CODE,
        "name": rule.NAME,
        "summary": _summary(rule),
        "sections": {name: text.strip("\n") for name, text in sections.items()},
        "options": [
            {"name": f.name, "value": str(getattr(options, f.name)), "source": reasons.get(f.name, "")}
            for f in dataclasses.fields(options)
        ],
        "examples": {"passes": rule.PASS.strip(), "finds": rule.FAIL.strip()},
    }
