"""What the person has written in a process before: what they have told the employer of themselves."""

from __future__ import annotations

from sincerely.app.mail_in.letters import letters_of
from sincerely.app.processes.regrouping import mails_of
from sincerely.reading.letters import reply
from sincerely.store.base import Store

# An application comes first, and what was told since is in the last mails: so many of each are read again.
_FIRST, _LAST = 4, 8


def own_words(store: Store, process: str) -> str:
    """Return what the person's own mails of a process say, without what they quote; one paragraph a line."""
    sent = [message for message in mails_of(store, process) if message.sent]
    chosen = sent if len(sent) <= _FIRST + _LAST else [*sent[:_FIRST], *sent[-_LAST:]]
    said = [reply.of(letter).reply for _, letter in letters_of(store, chosen, connect=False)]
    return "\n".join(" ".join(piece.split()) for text in said for piece in text.split("\n\n") if piece.strip())
