"""Who is spoken of in a process's mails: an interviewer may be named in one, and in no event."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from sincerely.app.mail_in.letters import letters_of
from sincerely.app.processes.regrouping import mails_of
from sincerely.reading.letters.letter import Letter
from sincerely.store.base import Store

# So many of a process's last mails are read again.
_LAST = 30
# RFC 5545: an attendee's name, and a line that goes on.
_CALLED = re.compile(r';CN=(?:"([^"\r\n]{1,120})"|([^";:\r\n]{1,120}))', re.IGNORECASE)
_FOLD = re.compile(r"\r?\n[ \t]")


def mails_saying(store: Store, process: str) -> Callable[[], str]:
    """Return what reads a process's mails again, once, when it is first asked what they say and whom they name."""

    @cache
    def said() -> str:
        mails = mails_of(store, process)[-_LAST:]
        return saying(letter for _, letter in letters_of(store, mails, connect=False))

    return said


def saying(letters: Iterable[Letter]) -> str:
    """Return what letters say: whom they are from and go to, their words, and who is invited with them."""
    return "\n".join(part for letter in letters for part in (*_people(letter), letter.subject, letter.text) if part)


def _people(letter: Letter) -> list[str]:
    invited = [_FOLD.sub("", part.data.decode("utf-8", "replace")) for part in letter.calendars]
    called = [quoted or bare for text in invited for quoted, bare in _CALLED.findall(text)]
    return [*(box.name for box in (letter.from_, *letter.to, *letter.cc)), *called]
