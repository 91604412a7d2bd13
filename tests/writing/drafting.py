"""Drafts of timelines, for the tests of the writing."""

from __future__ import annotations

from sincerely.app.drafts.drafting import Plain, Unwritten, Wish, drafts
from sincerely.core.process import Process
from sincerely.writing.facts.grounds import Draft
from sincerely.writing.facts.situation import Style
from tests.support import load, process_of

HEAD = 'process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US'
HELD = """
2026-03-02 09:00 scheduled    dana@acme.example, lee@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
2026-03-04 15:00 interviewed  dana@acme.example, lee@acme.example
"""
PLAIN = Plain(style=Style(name="Robin Ashdown"))


def process(text: str, name: str = "acme") -> Process:
    found = load(text if text.lstrip().startswith("process") else f"{HEAD}\n{text}")
    timeline = next(t for t in found if t.header.id == name)
    return process_of(timeline, found)


def made(
    text: str | Process, code: str, who: str = "", *, said: str = "", language: str = "", background: Plain = PLAIN
) -> list[Draft | Unwritten]:
    of = process(text) if isinstance(text, str) else text
    return drafts(of, code, background, Wish(who, said, language))


def draft(text: str | Process, code: str, who: str = "", *, said: str = "", background: Plain = PLAIN) -> Draft:
    [found] = made(text, code, who, said=said, background=background)
    assert isinstance(found, Draft), found
    return found


def unwritten(text: str | Process, code: str, who: str = "") -> Unwritten:
    [found] = made(text, code, who)
    assert isinstance(found, Unwritten), found.body
    return found
