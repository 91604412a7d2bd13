"""Which addresses are the person's own: told by the headers of mail as it goes by, and never for good.

Whoever has a university's address beside a private one writes from both. An address that is not known to be theirs
looks like somebody else's: they would become their own interviewer. So each sync adds what it sees of it to what was
seen before. An address that the person took out in the settings stays out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b

from sincerely.core.people import is_address, is_machine, is_person
from sincerely.reading.letters.letter import Letter
from sincerely.store.base import Store

ME = "me"
NOT_ME = "not_me"
_SEEN = "own_seen"

_LOOK_FOR_FIRST = 2000  # who the person is shows in the first so many messages
# From a Sent folder one mail may be somebody else's, moved there by mistake.
_SENT = 2
_DELIVERED = 5
# A sender can write that header, too: what a server writes stands in more than one of so many mails.
_ONE_IN = 100
# What is kept in mind, and between two syncs.
_MOST = 1000
_MOST_KEPT = 200
_MOST_NAMES = 5
_DELIVERY = ("delivered-to", "x-original-to")
_FORWARDED = "x-forwarded-for"  # from where, and to where
# Mail to a list is delivered to the list's address, and so is its Forwarded-For.
_LISTS = ("list-id", "list-post", "list-unsubscribe", "precedence")
# Sent on by the person, or come back to them: the author is somebody else, or may be.
_PASSED_ON = ("resent-from", "list-id", *_DELIVERY)
# Mailboxes that several people read, beside those of a function; as a whole or as one part of a longer name.
_SHARED = frozenset(
    """
    abuse accounting alert alerts all alle alumni anfrage announce announcements billing board bookings class committee
    community contact contacts crew department desk dept discuss editor editors enquiries enquiry events everybody
    everyone faculty forum general group groups help helpdesk info inquiries inquiry kontakt list lists mail mailbox
    mailinglist marketing members newsletter order orders press public register root sales secretary secretariat
    security service services shared social staff student students subscribe webmaster
    """.split()
)
_WORD = re.compile(r"\w+")


@dataclass
class _Sent:
    """What was sent from one address: digests of a few Message-IDs, and the names that it was sent under."""

    mails: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)


@dataclass
class OwnAddresses:
    """Adds up what the headers of mail say of whose mailbox this is. Memory does not grow with the mailbox.

    Attributes:
        store: keeps the addresses, and what was seen at earlier syncs.
    """

    store: Store
    _read: int = 0
    _first: Counter[str] = field(default_factory=Counter)
    _sent: dict[str, _Sent] = field(default_factory=dict)
    _delivered: Counter[str] = field(default_factory=Counter)
    _received: int = 0
    _unchanged: bool = True

    def __post_init__(self) -> None:
        before = self.store.setting(_SEEN) or {}
        for address, (mails, names) in before.get("sent", {}).items():
            self._sent[address] = _Sent(set(mails), set(names))
        self._delivered.update(before.get("delivered", {}))
        self._received = before.get("received", 0)

    def see(self, letter: Letter, me: frozenset[str], *, sent: bool) -> None:
        """Take the headers of one mail in.

        Args:
            letter: the mail.
            me: the addresses that are known.
            sent: whether the source knows that the person sent it.
        """
        self._unchanged = False
        self._read += 1
        author = letter.from_.address.lower()
        if not me and self._read <= _LOOK_FOR_FIRST:
            self._see_first(letter, author, sent=sent)
        if sent:
            self._see_sent(letter, author)
        elif author not in me:
            self._received += 1
            for address in {*_delivered_to(letter, author[author.rfind("@") :] or "@")}:
                self._delivered[address] += 1
            if len(self._delivered) > _MOST:
                self._delivered = Counter(dict(self._delivered.most_common(_MOST // 2)))

    def settle(self, me: frozenset[str]) -> frozenset[str]:
        """Keep the addresses that have shown themselves to be the person's, and return all that are now known.

        Args:
            me: those that are known.
        """
        with self.store.transaction():
            kept = list(self.store.setting(ME) or ())
            never = frozenset(refused(self.store))
            found = [] if kept or me else self._most_likely(never)
            found += dict.fromkeys(address for address in self._others({*kept, *me, *found}) if address not in never)
            if found:  # behind those that were there: mail of theirs is usually from the first
                self.store.set_setting(ME, list(dict.fromkeys((*kept, *found))))
        return me | frozenset(found)

    def keep(self) -> None:
        """Keep what was seen for the next sync; in the transaction in which the mail counts as read."""
        if self._unchanged:
            return
        sent = list(self._sent.items())[-_MOST_KEPT:]
        seen = {
            "sent": {address: [sorted(one.mails), sorted(one.names)] for address, one in sent},
            "delivered": dict(self._delivered.most_common(_MOST_KEPT)),
            "received": self._received,
        }
        self.store.set_setting(_SEEN, seen)

    def _see_first(self, letter: Letter, author: str, *, sent: bool) -> None:
        if sent and author:
            self._first[author] += 20
        delivered = letter.headers.get("delivered-to", "").strip().lower()
        for address in {delivered, *(a.address.lower() for a in letter.to[:3])}:
            if address:
                self._first[address] += 1

    def _see_sent(self, letter: Letter, author: str) -> None:
        if not is_address(author) or is_machine(author) or not letter.headers.keys().isdisjoint(_PASSED_ON):
            return
        if author not in self._sent and len(self._sent) >= _MOST:
            return
        one = self._sent.setdefault(author, _Sent())
        if len(one.mails) < _SENT:  # two copies of one mail are one
            told = letter.message_id or f"{letter.date} {letter.subject}"
            one.mails.add(blake2b(told.encode("utf-8", "replace"), digest_size=8).hexdigest())
        if len(one.names) < _MOST_NAMES and (name := _name(letter.from_.name)):
            one.names.add(name)

    def _most_likely(self, never: Container[str]) -> list[str]:
        """Return from whom most of what was sent is, else to whom most of the mail is."""
        return [address for address, _ in self._first.most_common() if address not in never][:1]

    def _others(self, known: Iterable[str]) -> Iterator[str]:
        """Yield further addresses that the person sends from, or gets mail at."""
        known = frozenset(known)
        names = {name for address in known if address in self._sent for name in self._sent[address].names}
        for address, one in self._sent.items():
            if address not in known and (len(one.mails) >= _SENT or one.names & names):
                yield address
        enough = max(_DELIVERED, self._received // _ONE_IN)
        yield from (address for address, count in self._delivered.items() if count >= enough and address not in known)


def with_more(known: Iterable[str], more: Iterable[str]) -> list[str]:
    """Return own addresses with further ones behind them: what is sent is usually from the first."""
    kept = list(dict.fromkeys(known))
    return kept + sorted({address.strip().lower() for address in more} - set(kept))


def _delivered_to(letter: Letter, senders: str) -> Iterator[str]:
    """Yield which mailboxes of a person's a mail came to; its sender's domain may say of itself what it will."""
    headers = letter.headers
    if not headers.keys().isdisjoint(_LISTS):
        return
    said = [headers[name] for name in _DELIVERY if name in headers]
    if _FORWARDED in headers:
        said += headers[_FORWARDED].replace(",", " ").split()
    for each in said:
        address = _mailbox(each)
        if address and not address.endswith(senders):
            yield address


@lru_cache(maxsize=8192)
def _mailbox(said: str) -> str:
    """Return the address in a header, where one person reads what comes to it; "" for all else."""
    address = said.strip().strip("<>").lower()
    local = address.rpartition("@")[0]
    # With "=" a server writes how to bring mail back to somebody.
    return address if is_address(address) and "=" not in local and not _is_shared(address, local) else ""


def _is_shared(address: str, local: str) -> bool:
    return not is_person(address) or bool(_SHARED.intersection(re.split(r"[-._+\d]+", local)))


@lru_cache(maxsize=1024)
def _name(text: str) -> str:
    """Return a display name as it is compared: "Kim, Robin" is "Robin Kim"."""
    return "" if "@" in text else " ".join(sorted(_WORD.findall(text.casefold())))


def refused(store: Store) -> list[str]:
    """Return the addresses that the person said are not theirs."""
    return list(store.setting(NOT_ME) or ())
