"""Messages out of the folder that is open: as many at a time as the connection stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, NamedTuple

from .base import MOST_BYTES, Fault, Item, Raw
from .imap_errors import explained
from .imap_folders import Folder
from .imap_line import BROKEN, Line

# Of what is longer only so much is fetched, which is where its text is.
_BEGINNING = 1024 * 1024
# Bodies asked for in one command. Memory holds a few times these, whatever the mailbox.
_AT_ONCE = 200
_BYTES_AT_ONCE = 1024 * 1024
# So often a single message may break the connection before it is passed over.
_PATIENCE = 3
_KEY = re.compile(r"(\d{1,19})\.(\d{1,19})\.(.+)\Z", re.DOTALL)
_SIZE = b"RFC822.SIZE"
# Google's folder of all mail says of each by a label whether the person sent it.
_GOOGLE = "X-GM-EXT-1"
_LABELS = b"X-GM-LABELS"


def key_of(folder: bytes, validity: int, uid: int) -> str:
    """Return what a message is known by."""
    return f"{validity}.{uid}.{folder.decode('ascii')}"


def parts_of(key: str) -> tuple[bytes, int, int] | None:
    """Return folder, UIDVALIDITY and UID of a key; None for what is none."""
    found = _KEY.match(key)
    return (found[3].encode(), int(found[1]), int(found[2])) if found and found[3].isascii() else None


class _Body(NamedTuple):
    """A message, and whether a label says that the person sent it."""

    data: bytes
    sent: bool


@dataclass(frozen=True)
class _Asked:
    """What was asked for: UIDs and sizes, and the answer to come."""

    mails: list[tuple[int, int]]
    answer: Future[dict[int, _Body]]


@dataclass
class Fetching:
    """Fetches from one open folder. What was deleted since it was listed is passed over."""

    line: Line
    place: str
    folder: Folder
    validity: int
    most: int = _AT_ONCE
    _asked: _Asked | None = None

    def messages(self, uids: list[int]) -> Iterator[Item]:
        """Yield messages in this order.

        Raises:
            SourceError: the server refuses, or is gone for good.
            Renumbered: the folder is not what it was.
        """
        sizes = self.line.do(lambda client: client.fetch(uids, [_SIZE]))
        waiting = [(uid, int(sizes[uid].get(_SIZE, 0))) for uid in uids if uid in sizes]
        broken = 0
        # While one answer is handed over, the server works on the next.
        with ThreadPoolExecutor(1, "imap") as ahead:
            while waiting:
                some = self._asked or self._ask(ahead, waiting)
                self._asked = None
                try:
                    found = some.answer.result()
                except BROKEN as error:
                    broken += len(some.mails) == 1
                    self.most = max(1, len(some.mails) // 2)
                    if broken < _PATIENCE:
                        if not self.line.pace.wait():
                            raise explained(self.line.account, error) from error
                        continue
                    yield Fault(self._where(some.mails[0][0]), "breaks the connection each time, and was left out")
                    found = {}
                self.line.pace.reset()
                self.most, broken = min(_AT_ONCE, self.most * 2), 0
                del waiting[: len(some.mails)]
                self._asked = self._ask(ahead, waiting) if waiting else None
                for uid, size in some.mails:
                    if uid in found:
                        yield from self._raw(uid, size, found[uid])

    def _ask(self, ahead: ThreadPoolExecutor, waiting: list[tuple[int, int]]) -> _Asked:
        some = _weighed(waiting, self.most)
        return _Asked(some, ahead.submit(self._bodies, some))

    def _bodies(self, some: list[tuple[int, int]]) -> dict[int, _Body]:
        """Return what the server gives of these; PEEK, so that none counts as read."""
        uids = [uid for uid, _ in some]
        part = b"BODY.PEEK[]" if some[0][1] <= MOST_BYTES else b"BODY.PEEK[]<0.%d>" % _BEGINNING
        answers = self.line.once(
            lambda client: client.fetch(uids, [part, _LABELS] if client.has_capability(_GOOGLE) else [part])
        )
        bodies = {uid: (body_of(answer), answer) for uid, answer in answers.items()}
        return {uid: _Body(body, _is_sent(answer)) for uid, (body, answer) in bodies.items() if body is not None}

    def _raw(self, uid: int, size: int, body: _Body) -> Iterator[Item]:
        if size > MOST_BYTES:
            what = f"is {size / 1_000_000:,.0f} MB long; only its beginning was read, the rest was left out"
            yield Fault(self._where(uid), what)
        key = key_of(self.folder.raw, self.validity, uid)
        yield Raw(
            key=key,
            data=body.data[:MOST_BYTES],
            folder=self.folder.name,
            sent=body.sent or self.folder.role == "sent",
            place=self._where(uid),
            where=key,
        )

    def _where(self, uid: int) -> str:
        return f"{self.place}, {self.folder.shown}, message {uid}"


def _weighed(waiting: list[tuple[int, int]], most: int) -> list[tuple[int, int]]:
    """Return the first of the waiting, as many as may be fetched at once; what is too long comes alone."""
    weight = 0
    some: list[tuple[int, int]] = []
    for uid, size in waiting[:most]:
        if some and (weight + size > _BYTES_AT_ONCE or size > MOST_BYTES):
            break
        some.append((uid, size))
        weight += size
        if size > MOST_BYTES:
            break
    return some


def _is_sent(answer: dict[bytes, Any]) -> bool:
    labels = answer.get(_LABELS)
    return isinstance(labels, tuple) and any(isinstance(one, bytes) and one.lower() == b"\\sent" for one in labels)


def body_of(answer: dict[bytes, Any]) -> bytes | None:
    """Return the message of an answer; None where the server gave none, as for one that is gone."""
    found = next((value for name, value in answer.items() if name.startswith(b"BODY[]")), None)
    return found if isinstance(found, bytes) else None
