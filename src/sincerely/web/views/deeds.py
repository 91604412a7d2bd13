"""What was said, in words: for the toast, and for what can be taken back."""

from __future__ import annotations

import re

from sincerely.app.processes.exits import Deed
from sincerely.app.today.explaining import UnknownRule, explain

from .naming import named

_EXIT = re.compile(r"(?P<code>[A-Z]{3,4}\d{3}) (?P<who>\S+): (?P<how>.+)", re.DOTALL)


def deed_words(deed: Deed) -> str:
    """Return a deed as people say it: rules have names, not numbers."""
    found = _EXIT.fullmatch(deed.label)
    if found is None:
        return named(deed.label)
    try:
        name = explain(found["code"])["name"].replace("-", " ")
    except UnknownRule:
        return deed.label
    about = "" if found["who"] == "-" else f", {named(found['who'])}"
    return f"{name.capitalize()}{about}: {found['how']}"
