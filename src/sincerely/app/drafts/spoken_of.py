"""What a process's mails tell and no event does: who is spoken of in them, and from where nobody is answered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from sincerely.app.mail_in.letters import letters_of
from sincerely.app.processes.regrouping import mails_of
from sincerely.reading.letters import reply
from sincerely.reading.letters.letter import Letter
from sincerely.reading.letters.unread import says_unread
from sincerely.store.base import Message, Store

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


def unread_in(store: Store, process: str) -> Callable[[], frozenset[str]]:
    """Return what looks up, once, from which addresses only mail came that says that nobody reads answers to it."""

    @cache
    def found() -> frozenset[str]:
        mails = [mail for mail in mails_of(store, process) if not mail.sent][-_LAST:]
        # Whose last mail does not say so is not asked about the others.
        last = {mail.sender: mail for mail in mails}
        silent = _says_so(store, list(last.values()))
        return _says_so(store, [mail for mail in mails if mail.sender.casefold() in silent]) if silent else silent

    return found


def _says_so(store: Store, mails: list[Message]) -> frozenset[str]:
    return unread_of(letter for _, letter in letters_of(store, mails, connect=False))


def unread_of(letters: Iterable[Letter]) -> frozenset[str]:
    """Return the addresses whose every letter says that nobody reads what is written there."""
    says: dict[str, bool] = {}
    for letter in reversed(list(letters)):
        address = letter.from_.address.casefold()
        if says.get(address, True):
            parts = reply.of(letter)
            says[address] = says_unread(f"{parts.reply}\n{parts.signature}")
    return frozenset(address for address, unread in says.items() if unread and address)


def saying(letters: Iterable[Letter]) -> str:
    """Return what letters say: whom they are from and go to, their words, and who is invited with them."""
    return "\n".join(part for letter in letters for part in (*_people(letter), letter.subject, letter.text) if part)


def _people(letter: Letter) -> list[str]:
    invited = [_FOLD.sub("", part.data.decode("utf-8", "replace")) for part in letter.calendars]
    called = [quoted or bare for text in invited for quoted, bare in _CALLED.findall(text)]
    return [*(box.name for box in (letter.from_, *letter.to, *letter.cc)), *called]
