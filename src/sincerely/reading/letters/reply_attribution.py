"""The line above a quote: "On Mon, Mar 4, 2024 at 10:12 AM Dana Smith <dana@acme.example> wrote:"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from . import reply_dates
from .letter import Address
from .mime_headers import addresses

# An attribution is wrapped over at most so many lines, and is not longer.
_LINES = 4
_LONGEST = 400

_VERB = (
    r"wrote|writes|said|schrieb|schreibt|geschrieben|a écrit|écrivait|écrit|escribió|ha escrito|escribía|ha scritto"
    r"|scrive|scriveva|schreef|geschreven|escreveu|skrev|kirjoitti|napisał(?:\(a\)|a)?|pisze|napsal(?:\(a\)|a)?|napísal|írta"
    r"|a scris|написал(?:\(а\)|а)?|пишет|писал(?:\(а\)|а)?|написав|пише|yazdı|έγραψε|va escriure|đã viết"
)
_ASIAN = r"写道|寫道|のメール|님이 작성|작성|כתב"
_ENDS = re.compile(
    rf"(?:(?<!\w)(?:{_VERB})\b[^\n]{{0,120}}?|(?:{_ASIAN})[^\n]{{0,20}})\s*[:：]\s*$|\b(?:{_VERB})\s*$", re.IGNORECASE
)
# One of these is in every verb above.
_STEMS = (
    "wr", "said", "schr", "écri", "scrib", "escri", "scri", "schre", "skrev", "kirj", "napis", "pisze", "napsal", "napís",
    "írta", "напис", "пиш", "писал", "yazd", "έγραψε", "viết", "写道", "寫道", "メール", "작성", "כתב", "geschr", "escre",
)  # fmt: skip
_COLON = re.compile(r"[:：]\s*$")
_OPENER = re.compile(
    r"[\s*_\"'>-]{0,6}(?:On|At|Am|Vom|Le|El|Il(?: giorno)?|Op|Em|No dia|A|Den|Dne|Dňa|W dniu|Dnia|Ngày|Vào|På|El dia|Pe"
    r"|La|Στις|В|Quoting|Zitat von|Citando|Once upon a time)\b[\s,]{1,3}",
    re.IGNORECASE,
)
_DATE_FIRST = re.compile(
    r"[\s*_\"']{0,4}(?:\w{2,12}\.?,?\s+)?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}"
    r"|\d{1,2}\.?\s+(?:de\s+)?\w{3,9}\.?,?\s+(?:de\s+)?\d{4}|\w{3,9}\.?\s+\d{1,2},?\s+\d{4})",
)
_ADDRESS = re.compile(r"<\s*(?:mailto:)?([^\s<>@]{1,64}@[^\s<>]{1,255})>|\b([\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)\b")
_WHEN = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.h]\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b")
_NAME_FIRST = re.compile(
    r"[\s*_\"'\[(]{0,4}(?:\S+\s){0,5}?(?:<[^\s<>@]+@[^\s<>]+>|\([^\s()@]+@[^\s()]+\)|[\w.+-]+@[\w.-]+)[\"')\],]{0,3}"
    r"\s(?:[^\n]{0,60}\s)?(?:" + _VERB + r")\b",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"[^\n]{{1,140}}?[\w.'’\"”)\]>*_]\s+(?:{_VERB})\s*[:：]\s*$")
_PRONOUNS = frozenset({"you", "i", "he", "she", "they", "we", "it", "this", "that", "which", "who", "sie", "du", "ich"})
_QUOTING = re.compile(r"(?:Quoting|Zitat von|Citando|Citation de|Citeren) .{2,120}[:：]\s*$", re.IGNORECASE)
# GroupWise and Zoho mark both ends of their line; the text below has no prefix.
_FRAMED = re.compile(r"(?:>>> .{3,160}\d.{0,40}>>>|-{2,}\s?On .{10,200} \w+\s?-{2,})\s*$")
_OLD_GMAIL = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s[^<>\n]{1,80}<[^\s<>@]+@[^\s<>]+>\s*:?\s*$")
_MUTT = re.compile(r"\*\s[^<>\n]{1,80}(?:<[^\s<>@]+@[^\s<>]+>)?\s*[\[(][^\])\n]{6,60}[\])]\s*:?\s*$")


_STAMP = re.compile(r"<[^\s<>@]{1,64}@[^\s<>]{1,255}>\)?\s?[:：]\s*$")
_BEGINS_STAMP = re.compile(r"[\s*]{0,4}(?:\w{2,14}\.?,?\s+)?\d{1,4}\s?[./年-]?\s?(?:\d|\w)")


_FORMS = (_OLD_GMAIL, _MUTT, _QUOTING)


class Attribution(NamedTuple):
    """Who is quoted, and from when.

    Attributes:
        first: index of its first line; it ends with the line that was asked about.
        sender: None when no name and no address could be read.
        date: aware only if the line names an offset.
    """

    first: int
    sender: Address | None
    date: datetime | None


def ending_at(lines: Sequence[str], last: int, floor: int, *, before_quote: bool) -> Attribution | None:
    """Return the attribution whose last line is ``lines[last]``.

    Args:
        lines: without quote prefixes.
        last: index of a line that is not blank.
        floor: no line before this index belongs to it.
        before_quote: whether quoted lines follow; then less evidence is asked for.
    """
    line = lines[last]
    if len(line) > _LONGEST:
        return None
    if _FRAMED.match(line) or (before_quote and any(form.match(line) for form in _FORMS)):
        return Attribution(last, *read(line.strip(" >-")))
    colon = _COLON.search(line)
    if not (colon or (before_quote and _has_verb(line))):
        return None
    joined = ""
    fallback: Attribution | None = None
    for first in range(last, max(floor, last - _LINES + 1) - 1, -1):
        if not lines[first].strip():
            break
        joined = f"{lines[first].strip()} {joined}".rstrip()
        if len(joined) > _LONGEST:
            break
        if before_quote and _is_stamp(joined):
            return Attribution(first, *read(joined))
        if not _has_verb(joined):
            continue
        if _is_dated(joined):
            return Attribution(first, *read(joined))
        if first == last and _is_named(joined, before_quote=before_quote):
            fallback = Attribution(first, *read(joined))
    return fallback


_SAME_LINE = re.compile(rf"[^\n]{{10,300}}?<[^\s<>@]{{1,64}}@[^\s<>]{{1,255}}>,?\s(?:{_VERB})\s?[:：]\s+(?=\S)")


def on_same_line(line: str) -> tuple[int, Address | None, datetime | None] | None:
    """Return where the text of others begins in a line that an attribution shares with it, and whose it is."""
    if _OPENER.match(line) is None:
        return None
    match = _SAME_LINE.match(line[:_LONGEST])
    if match is None or not _is_dated(match[0]) or _WHEN.search(match[0]) is None:
        return None
    return match.end(), *read(match[0])


def _is_dated(text: str) -> bool:
    """Whether text begins as an attribution does and names a time or an address."""
    opener = _OPENER.match(text)
    if opener is None and not _DATE_FIRST.match(text):
        return False
    if opener is not None and not any(char.isdigit() for char in text[opener.end() : opener.end() + 40]):
        return _ADDRESS.search(text) is not None
    return _WHEN.search(text) is not None or _ADDRESS.search(text) is not None


def _has_verb(text: str) -> bool:
    """Whether text ends as an attribution does; most does not, and is done with at once."""
    lowered = text.lower()
    return any(stem in lowered for stem in _STEMS) and _ENDS.search(text) is not None


def _is_stamp(text: str) -> bool:
    """Whether text is a date and an address, as attributions without a verb are."""
    head = text[:80]
    return _STAMP.search(text) is not None and _WHEN.search(head) is not None and _BEGINS_STAMP.match(head) is not None


def _is_named(text: str, *, before_quote: bool) -> bool:
    if _NAME_FIRST.match(text):
        return True
    if not before_quote or _NAMED.match(text) is None:
        return False
    words = text.replace("wrote:", "wrote :").split()
    return words[-3 if words[-1] in {":", "："} else -2].lower() not in _PRONOUNS


_NOISE = re.compile(
    r"^.*(?:\d|\b(?:am|pm|a\.m|p\.m|uhr|gmt|utc|[ecmp][sd]t|cest|cet|bst|at|à|om|às|alle|ore|las|schrieb|schreef|skrev|heeft|hat|von|from)\b"
    r"[.)]?)[\s,:)\]]*",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE_VERB = re.compile(rf"([^<>]+?)\s*(?:\b(?:hat|heeft|ha|a)\b)?\s*\b(?:{_VERB})\b", re.IGNORECASE)
_AFTER_VERB = re.compile(
    r"\b(?:schrieb|schreef|scrive|pisze|skrev|пишет)\s+([^<>:\d]{2,80}?)\s*[:：]?\s*$", re.IGNORECASE
)


def read(text: str) -> tuple[Address | None, datetime | None]:
    """Return whom an attribution names, and its date."""
    return _sender(text), reply_dates.find(text)


def _sender(text: str) -> Address | None:
    found = list(_ADDRESS.finditer(text))
    if found:
        match = found[-1]
        parsed = addresses([match[1] or match[2]])
        address = parsed[0].address if parsed else ""
        name = _name(text[: match.start()])
        return Address("" if name.lower() == address.lower() else name, address)
    after = _AFTER_VERB.search(text)
    if after is not None:
        name = _name(after[1])
    else:
        before = _BEFORE_VERB.match(text)
        name = _name(before[1]) if before else ""
    return Address(name, "") if name else None


def _name(text: str) -> str:
    quoted = re.search(r'"([^"]{1,100})"\s*[<(\[]?\s*$', text)
    if quoted is not None:
        return quoted[1].strip()
    name = _NOISE.sub("", text.strip()).strip(" \t\"'*_<([,;:-")
    return name if len(name) <= 100 and not any(char.isdigit() for char in name) else ""
