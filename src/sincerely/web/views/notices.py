"""What happened that the person should know, for Today: in the page's words, with the way to where it is seen to.

Notices are written for commands and pages alike and name a command. Where a page does the same, it stands in its place;
a command that no page does stays, because nothing else is there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from sincerely.app.connections.not_let_in import Refusal

from .accounts import for_pages

# What failed because the sealed file of secrets is still sealed says so with this word.
SEALED = "passphrase"
_NAMED = re.compile(r"^(o\d+) to ")
_AGAIN = re.compile(r'\s*Read it again, then "sincerely approve (d\d+|FILE)"\.')
_COMMAND = re.compile(r'"sincerely (\w+)[^"]*"')
# A clause that says what a command does: "…" looks for its copy.
_DOES = re.compile(r'[;,]?\s*"sincerely [^"]*" (?:\w+s\b)[^.;]*(?=[.;]|$)\.?')
_PAGES = {
    "account": ("/settings/accounts", "Mailboxes"),
    "calendar": ("/settings/calendar", "Calendar"),
    "outgoing": ("/outgoing", "See where it stands"),
    "approve": ("/drafts", "Drafts"),
    "grounds": ("/settings/papers", "CV and postings"),
    "policy": ("/settings/policy", "Policy"),
    "reminders": ("/settings/reminders", "Reminders"),
    "sync": ("/start", "Bring mail"),
}


def led(notices: Sequence[str], refused: Mapping[str, Refusal], *, locked: bool) -> list[dict[str, str]]:
    """Return notices, each with the way to what mends it, where a page does.

    Args:
        notices: one sentence or two each.
        refused: the mailboxes that let nobody in, by address.
        locked: whether the secrets are sealed.
    """
    return [_led(notice, refused, locked=locked) for notice in notices]


def _led(notice: str, refused: Mapping[str, Refusal], *, locked: bool) -> dict[str, str]:
    if locked and SEALED in notice:
        return _shown(_spoken(notice), "/settings/unlock?then=/", "Unlock")
    address = next((address for address, why in refused.items() if address in notice and why.what in notice), "")
    if address:
        return _shown(_spoken(notice), f"/settings/accounts/again?{urlencode({'address': address})}", "Mend it")
    letter = _NAMED.match(notice)
    if letter is not None:
        return _letter(notice, letter[1])
    said = _COMMAND.search(notice)
    if said is None or said[1] not in _PAGES:
        return _shown(notice, "", "")
    return _shown(_spoken(notice), *_PAGES[said[1]])


def _letter(notice: str, name: str) -> dict[str, str]:
    """Return what is said of a message on its way; pages need no number for it."""
    text = notice.removeprefix(f"{name} to ")
    again = _AGAIN.search(text)
    said = _spoken(_AGAIN.sub("", text))
    if again is not None and again[1] != "FILE":
        return _shown(f"To {said}", f"/drafts/{again[1]}", "Read it again")
    return _shown(f"To {said}", f"/outgoing/{name}", "See where it stands")


def _spoken(notice: str) -> str:
    return for_pages(_DOES.sub("", notice)) if _COMMAND.search(notice) else notice


def _shown(text: str, to: str, words: str) -> dict[str, str]:
    return {"text": text, "to": to, "words": words}
