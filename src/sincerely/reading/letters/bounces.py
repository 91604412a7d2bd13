"""A mail that came back: whose it was, whom it never reached, and why.

What a mail server reports in a form (RFC 3464) decides. Servers that only write a letter are understood by what all of
them do: a program writes, it names the addresses, and it gives back what was sent, or its subject at least.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from . import dsn, mime, mime_headers
from .bounce_words import is_delay
from .dsn import Recipient
from .letter import Address, Head, Letter

_DAEMON = re.compile(
    r"(?:mailer[-_.]?daemon|mail[-_.]?daemon|mdaemon|daemon|postmaster|mail(?:er)?[-_.]?(?:delivery|system|subsystem)\S*|delivery\S*"
    r"|microsoftexchange\w*|exchange\w*|bounces?|mmdf|system[-_.]administrator|smtp)\Z",
    re.IGNORECASE,
)
_DAEMON_NAME = re.compile(
    r"mail delivery|delivery (?:sub)?system|mailer.?daemon|postmaster|system administrator", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?<![\w.+@-])[\w.+'=-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}(?![\w@])")
_FIELD = re.compile(r"^[> \t]{0,6}([A-Za-z][A-Za-z0-9-]{1,40}):[ \t]*\S", re.MULTILINE)
_HEADERS = frozenset(
    "received return-path message-id from to cc subject date mime-version content-type reply-to references in-reply-to".split()
)
_SUBJECT_LINE = re.compile(
    r"^[ \t*]*(?:subject|betreff|objet|asunto|oggetto|onderwerp|assunto)[ \t]*:[ \t]*(\S.*)$",
    re.IGNORECASE | re.MULTILINE,
)
_ID_OF_BOUNCE = re.compile(r"report-type\s*=\s*\"?delivery-status", re.IGNORECASE)
_RECEIPT = re.compile(r"report-type\s*=\s*\"?(?:disposition-notification|feedback-report)", re.IGNORECASE)
# How much of a notice is looked at; what it gives back may be longer.
_NOTICE = 8000
_MOST = 20
_ORIGINAL_IDS = ("x-google-original-message-id", "x-microsoft-original-message-id")


@dataclass(frozen=True, kw_only=True)
class Original:
    """The mail that came back, as far as the notice shows it.

    Attributes:
        ids: its Message-IDs, without brackets, the one it had on the way first; a server may have given it another.
        thread: those that it answered.
        sender: who sent it, in lower case; empty where that is not shown.
        to: whom it was for, in lower case, copies included; empty where that is not shown.
        subject: its subject.
        date: when it was sent.
    """

    ids: tuple[str, ...] = ()
    thread: tuple[str, ...] = ()
    sender: str = ""
    to: tuple[str, ...] = ()
    subject: str = ""
    date: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Bounce:
    """What a mail server says of a mail that it could not deliver, or not yet.

    Attributes:
        recipients: what became of it for each of whom the notice speaks.
        original: the mail.
    """

    recipients: tuple[Recipient, ...] = ()
    original: Original = Original()

    @property
    def failed(self) -> tuple[Recipient, ...]:
        """Those whom it will never reach."""
        return tuple(one for one in self.recipients if one.fate == "failed")

    @property
    def delayed(self) -> tuple[Recipient, ...]:
        """Those whom it has not reached yet."""
        return tuple(one for one in self.recipients if one.fate == "delayed")


def is_receipt(letter: Letter) -> bool:
    """Whether a program only confirms that a mail was shown (RFC 8098), or that somebody complained of it."""
    return _RECEIPT.search(letter.headers.get("content-type", "")) is not None


def of(letter: Letter) -> Bounce | None:
    """Return what a letter says of a mail that came back; None for any other letter.

    One that only says that a mail arrived is a `Bounce` too, with nobody who failed.
    """
    reported = tuple(one for report in letter.statuses for one in dsn.recipients(report))
    if reported:
        original = _original(letter, letter.text)
        return Bounce(recipients=_meant(reported, original), original=original)
    if not is_notice(letter):
        return None
    notice, copy = _parted(letter.text)
    original = _original(letter, copy or letter.text)
    if not original.subject:
        original = replace(original, subject=_subject(letter, notice))
    people = _named(letter, notice, original)
    if not people:
        return None
    fate: dsn.Fate = "delayed" if is_delay(letter.subject, notice) else "failed"
    found = tuple(_worded(address, fate, notice, alone=len(people) == 1) for address in people)
    return Bounce(recipients=found, original=original)


def is_notice(letter: Letter) -> bool:
    """Whether a mail server's program wrote it, about a mail: a form says so, or its name and what it gives back."""
    headers = letter.headers
    if headers.get("x-failed-recipients") or _ID_OF_BOUNCE.search(headers.get("content-type", "")):
        return True
    local = letter.from_.address.partition("@")[0]
    daemon = (
        _DAEMON.match(local) is not None
        or (_DAEMON_NAME.search(letter.from_.name) is not None)
        or (not letter.from_.address and headers.get("return-path", "").strip() == "<>")
    )
    if not daemon:
        return False
    gives_back = bool(letter.forwarded or letter.returned or _parted(letter.text)[1])
    return gives_back or bool(_codes(letter.text[:_NOTICE]))


def _codes(text: str) -> list[str]:
    return re.findall(r"(?<![\d.])(?:[45]\.\d{1,3}\.\d{1,3}|[45][0-5]\d)(?![\d.])", text)


def _parted(text: str) -> tuple[str, str]:
    """Return what a notice says itself, and the mail that it gives back: from its first header lines in a row on."""
    fields = list(_FIELD.finditer(text, 0, 64_000))
    for index, first in enumerate(fields):
        row = fields[index : index + 12]
        names = {field[1].lower() for field in row}
        if first[1].lower() in _HEADERS and len(names & _HEADERS) >= 3 and _in_a_row(text, row):
            return text[: first.start()], text[first.start() :]
    return text[:_NOTICE], ""


def _in_a_row(text: str, row: list[re.Match[str]]) -> bool:
    """Whether the first few of some header lines stand below each other, folded lines between them."""
    return all("\n\n" not in text[one.end() : other.start()] for one, other in pairwise(row[:3]))


def _original(letter: Letter, copy: str) -> Original:
    """Return the mail that a notice gives back: whole, as headers alone, or in its text; else what answers it."""
    for data in (*letter.returned, *letter.forwarded):
        head = mime.headers(data + b"\n\n")
        if head.message_id or head.subject or head.to:
            return _of_head(head, letter)
    lines = re.sub(r"^[> \t]{1,6}(?=[A-Za-z][A-Za-z0-9-]{1,40}:)", "", copy, flags=re.MULTILINE)
    head = mime.headers(lines.encode("utf-8", "replace"))
    if head.message_id or (head.to and head.subject):
        return _of_head(head, letter)
    return Original(ids=_ids(letter))


def _of_head(head: Head, letter: Letter) -> Original:
    earlier = (mime_headers.message_ids(head.headers.get(name, "")) for name in _ORIGINAL_IDS)
    ids = dict.fromkeys(
        (head.message_id, *(one for found in earlier for one in found)) if head.message_id else _ids(letter)
    )
    thread = dict.fromkeys((*head.references, *((head.in_reply_to,) if head.in_reply_to else ())))
    return Original(
        ids=tuple(one for one in ids if one),
        thread=tuple(thread),
        sender=head.from_.address.lower(),
        to=_addresses((*head.to, *head.cc)),
        subject=head.subject,
        date=head.date,
    )


def _ids(letter: Letter) -> tuple[str, ...]:
    """Return what a notice answers: Gmail and others name the mail there."""
    return tuple(dict.fromkeys(one for one in (letter.in_reply_to, *reversed(letter.references)) if one))


def _addresses(people: Iterable[Address]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(person.address.lower() for person in people if person.address))


def _subject(letter: Letter, notice: str) -> str:
    """Return the mail's subject: as a line of the notice says, else behind the mark that the notice's own begins with."""
    line = _SUBJECT_LINE.search(notice)
    if line is not None:
        return line[1].strip()
    return letter.subject.partition(":")[2].strip()


def _meant(reported: tuple[Recipient, ...], original: Original) -> tuple[Recipient, ...]:
    """Name each by the address that the mail was for: a mailbox that passes mail on may fail further down its way."""
    known = set(original.to)
    if len(reported) == 1 == len(original.to) and not {reported[0].address, reported[0].final} & known:
        return (replace(reported[0], address=original.to[0]),)
    named = (
        replace(one, address=one.final) if one.final in known and one.address not in known else one for one in reported
    )
    worst: dict[str, Recipient] = {}
    for one in named:
        held = worst.get(one.address)
        if held is None or _WEIGHT[one.fate] > _WEIGHT[held.fate]:
            worst[one.address] = one
    return tuple(worst.values())


_WEIGHT = {"arrived": 0, "delayed": 1, "failed": 2}


def _named(letter: Letter, notice: str, original: Original) -> tuple[str, ...]:
    """Return whom a notice is about: a header says so; else those of the mail's recipients whom it names, else all."""
    listed = letter.headers.get("x-failed-recipients", "")
    said = tuple(dict.fromkeys(found[0].strip("'.").lower() for found in _ADDRESS.finditer(listed or notice)))
    if listed:
        return said[:_MOST]
    if original.to:
        return tuple(address for address in original.to if address in said) or original.to[:_MOST]
    mine = set(_addresses(letter.to)) | {letter.from_.address.lower(), original.sender}
    return tuple(a for a in said if a not in mine and not _DAEMON.match(a.partition("@")[0]))[:_MOST]


def _worded(address: str, fate: dsn.Fate, notice: str, *, alone: bool) -> Recipient:
    """Return what a notice says of one address: of several, the lines from its name on to the next address."""
    told = notice
    if not alone:
        begin = notice.lower().find(address)
        following = next(
            (m.start() for m in _ADDRESS.finditer(notice, begin + len(address)) if begin >= 0), len(notice)
        )
        told = notice[max(begin, 0) : following]
    code = re.search(r"\b[45]\.\d{1,3}\.\d{1,3}\b", told)
    status = code[0] if code is not None else ""
    line = next((row for row in told.splitlines() if _codes(row)), told)
    return Recipient(address, address, fate, dsn.reason_of(status, told), status, " ".join(line.split())[:500])
