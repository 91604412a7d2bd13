"""A mail that was copied out of a program as text: its headers as people see them, or none, and then its body.

Outlook shows "From: … Sent: … To: … Subject: …", Gmail a title, then "Name <address>", a date and "to me". What is
not there is not guessed: a text without any of it is a mail that says no more than its body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from sincerely.times import find

from . import charsets, mime, mime_body, reply_dates, reply_headers
from .letter import Address, Letter

# No program shows more above a mail.
_LINES = 40
_LONGEST = 300
_ABOVE = 6
# Nobody reads these headers: who has them has the mail as it came.
_REAL = re.compile(
    rb"^(?:received|return-path|message-id|mime-version|content-type|content-transfer-encoding|dkim-signature"
    rb"|delivered-to|references|in-reply-to|x-[a-z][\w-]+)[ \t]*:"
    rb"|^date[ \t]*:[^\n]*\d{1,2} [a-z]{3} \d{4} \d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|[a-z]{1,4}\b)",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER = re.compile(rb"[!-9;-~]{1,80}[ \t]?:")
_HEAD_BYTES = 64 * 1024
_SOMEBODY = re.compile(
    r"\s{0,8}(?P<name>[^<>@\n]{1,100}?)\s{0,4}<(?:mailto:)?(?P<address>[^\s<>@]{1,64}@[^\s<>@]{1,255})>(?P<rest>.{0,120})$"
    r"|\s{0,8}(?P<bare>[^\s<>@]{1,64}@[\w.-]{1,255})(?P<more>\s.{0,120})?$"
)
_TO = re.compile(r"\s{0,8}(?:to|an|à|a|para|aan)\s+(?P<who>[\w .,'’<>@+-]{1,100})$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
# What programs put beside a date.
_BESIDE = frozenset(
    """am pm a m p at um uhr h à às om de del du le el il on den der ago vor hace hour hours day days minute minutes min
    stunde stunden tag tagen minuten heures jours horas días yesterday today gestern heute hier hoy gmt utc z cet cest
    est edt cst cdt mst mdt pst pdt bst et pt ct
    mo mon monday di tu tue tues tuesday mi we wed wednesday do th thu thur thurs thursday fr fri friday sa sat saturday
    so su sun sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lun lundi mar mardi mer mercredi jeu
    jeudi ven vendredi sam samedi dim dimanche lunes martes miércoles jueves viernes sábado domingo""".split()
)
_DATE_WORDS = _BESIDE | reply_dates.MONTHS
_NOISE = frozenset(
    """inbox|posteingang|boîte de réception|external|[external]|external email|1 message|reply|reply all|forward|
    unsubscribe|details|summarize this email|antworten|weiterleiten|allen antworten|répondre|transférer|print all|
    you don't often get email from this address|translate message|show more""".replace("\n    ", "").split("|")
)


class _Heading(NamedTuple):
    """What stands above a body, and the index of the body's first line."""

    after: int
    sender: Address | None = None
    date: datetime | None = None
    subject: str = ""
    to: tuple[Address, ...] = ()


def letter(data: bytes, at: datetime) -> Letter:
    """Read a text, or the bytes of a mail, as a mail. Never raises.

    Args:
        data: what was pasted, in any charset.
        at: when that was; aware. Dates without a zone are on its clock, those without a year lie before it.
    """
    if is_mail(data):
        return mime.parse(data)
    text = _text(data)
    lines = text.split("\n", _LINES)
    head = _heading([line[:_LONGEST] if len(line) > 2_000 else line for line in lines[:_LINES]], at)
    body = "\n".join(lines[head.after :]).lstrip("\n")
    made = mime.parse(b"Content-Type: text/plain; charset=utf-8\n\n" + body.encode("utf-8", "replace"))
    date = head.date
    if date is not None and date.tzinfo is None:
        date = date.replace(tzinfo=at.tzinfo)
    return replace(
        made,
        from_=head.sender or made.from_,
        date=date,
        subject=" ".join(head.subject.split()),
        to=head.to,
        faults=tuple(fault for fault in made.faults if fault not in {"no author", "no date"}),
    )


def is_mail(data: bytes) -> bool:
    """Whether this is a mail as it came, with headers that no program shows."""
    start = data[:_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf").lstrip()
    start = start.partition(b"\n")[2] if start.startswith(b"From ") else start
    if not _HEADER.match(start):
        return False
    head = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    return _REAL.search(head) is not None


def _text(data: bytes) -> str:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        text = data.decode("utf-16", "replace")
    else:
        text = charsets.decode(data.removeprefix(b"\xef\xbb\xbf"))[0]
    return mime_body.plain_text(text)


def _heading(lines: Sequence[str], at: datetime) -> _Heading:
    first = next((index for index, line in enumerate(lines) if line.strip()), len(lines))
    if first == len(lines):
        return _Heading(first)
    block = reply_headers.at_top(lines, first)
    if block is not None:
        return _Heading(block.after, block.sender, block.date, block.subject, block.to)
    return _as_gmail(lines, first, at) or _Heading(first)


def _as_gmail(lines: Sequence[str], first: int, at: datetime) -> _Heading | None:
    """Read a title, then a name with an address, then a date and to whom: the title may be missing."""
    title = ""
    seen = 0
    for index in range(first, len(lines)):
        line = lines[index].strip()
        if not line:
            continue
        seen += 1
        if seen > _ABOVE or len(line) > _LONGEST:
            return None
        somebody = _SOMEBODY.match(lines[index])
        if somebody is not None:
            found = _from(lines, index, somebody, at)
            if found is not None:
                return found._replace(subject=title or found.subject)
        elif not _is_noise(line):
            if title:
                return None
            title = line
    return None


def _from(lines: Sequence[str], index: int, somebody: re.Match[str], at: datetime) -> _Heading | None:
    """Read on from a line that names somebody; None where nothing below says that it is the author."""
    address = somebody["address"] or somebody["bare"]
    name = (somebody["name"] or "").strip(" \t\"'*")
    rest = (somebody["rest"] or somebody["more"] or "").strip()
    date = _date(rest, at)
    if rest and date is None:
        return None
    subject = ""
    to: tuple[Address, ...] = ()
    told = date is not None
    after = index + 1
    while after < len(lines):
        line = lines[after].strip()
        if not line or _is_noise(line):
            after += 1
            continue
        label = reply_headers.label(line)
        if date is None and (found := _date(label[1] if label and label[0] == "date" else line, at)) is not None:
            date, told = found, True
        elif label is not None and label[0] in {"to", "cc", "subject"}:
            told = True
            subject = label[1] if label[0] == "subject" else subject
            to = to or (_people(label[1]) if label[0] == "to" else ())
        elif not to and (match := _TO.match(line)) is not None:
            to, told = _people(match["who"]), True
        else:
            break
        after += 1
    return _Heading(after, Address(name, address), date, subject, to) if told else None


def _people(text: str) -> tuple[Address, ...]:
    found = []
    for part in re.split(r"[;,]", text)[:50]:
        match = _SOMEBODY.match(part.strip())
        if match is not None:
            found.append(Address((match["name"] or "").strip(), match["address"] or match["bare"]))
        elif part.strip():
            found.append(Address(part.strip(), ""))
    return tuple(found)


def _is_noise(line: str) -> bool:
    return line.strip(" .…").lower() in _NOISE


def _date(line: str, at: datetime) -> datetime | None:
    """Return the date that a line is, and nothing but that; a year that is not named is the last one possible."""
    if not 4 <= len(line) <= 90 or not any(char.isdigit() for char in line):
        return None
    if any(word.lower() not in _DATE_WORDS for word in _WORD.findall(line)):
        return None
    whole = reply_dates.find(line)
    if whole is not None:
        return whole
    mention = next(iter(find(line.partition("(")[0], at)), None)
    if mention is None or mention.start is None:
        return None
    start = mention.start
    if start > at + timedelta(days=1):
        try:
            start = start.replace(year=start.year - 1)
        except ValueError:  # the 29th of February
            return None
    return start


__all__ = ["letter"]
