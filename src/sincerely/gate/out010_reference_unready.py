"""This referee is not ready to be called.

What
    The message names a referee to the employer who has not agreed, or has not been briefed for this opening, or has
    declined, or of whom nothing is known.

Why it matters
    A referee who is surprised by a call is irritated and unprepared, and the employer hears it.

Options
    None.

Fix
    Ask and brief first; name only those who are ready, and say by when the others follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.core.events import Agreed, Asked, Declined
from sincerely.core.facts import ready
from sincerely.core.people import is_address
from sincerely.core.process import Process

from . import names
from .case import Case
from .message import Mailbox
from .text import Said, folded
from .verdict import Mark, Weight

CODE = "OUT010"
NAME = "reference-unready"
WEIGHT = Weight.STOP


@dataclass(frozen=True)
class Options:
    """None."""


PASS = """
at 2026-03-06 10:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-05 10:00 requested   references
2026-03-05 15:00 agreed      kim.adler@uni.example
2026-03-05 16:00 briefed     kim.adler@uni.example
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: References

Dear Dana,

My referee is Kim Adler, kim.adler@uni.example.

Best,
Robin
"""
FAIL = """
at 2026-03-06 10:00
process acme employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-05 10:00 requested   references
2026-03-05 11:00 asked       kim.adler@uni.example
---
From: Robin Vale <robin@mail.example>
To: Dana Ito <dana@acme.example>
Subject: References

Dear Dana,

My referee is Kim Adler, kim.adler@uni.example.

Best,
Robin
"""
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LETTERS = re.compile(r"[^\W\d_]+")
_REFEREE = re.compile(
    r"\b(?:refere(?:e|es|nces?)|referenz\w*|vouch|(?<!\bi )(?<!\bwe )(?<!would )recommend\w*|speak for me|speak (?:about|to) my|testimonial|auskunft|auskünfte|referen[ct]ias?|références?)\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Herr|Frau|Dame|Sir)\.? )?[A-ZÄÖÜÉ][\w'’-]+(?: (?:van|von|de|der|den|da|di|la|le|[A-Z]\.))*(?: [A-ZÄÖÜÉ][\w'’-]+)+"
)
_NOT_YET = re.compile(
    r"\b(?:will (?:follow|send|name|let you)|follow by|as soon as|once (?:she|he|they|i)|still (?:asking|waiting)|not (?:yet|name|want)|rather than"
    r"|instead of|withdraw|please do not|don't call|no longer|would (?:you|it)|happy to (?:name|send|give)|remove|take .{0,20} off)\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Mark]:
    """Find a referee who is named too early."""
    process = case.process
    if process is None or case.message.public:
        return
    known = case.referees
    if case.addresses & {who.casefold() for who in known}:
        return  # it goes to a referee, not to the employer
    found: dict[str, Said] = {}
    for who, said, certain in _named(case, known):
        if not (who in known and ready(process, who)) and (certain or who in known):
            found[who] = min(found.get(who, said), said, key=lambda s: s.begin)
    for who, said in found.items():
        yield Mark(message=_why(process, who), said=said, proposal="Ask and brief first; name only who is ready.")


def _named(case: Case, known: tuple[str, ...]) -> Iterator[tuple[str, Said, bool]]:
    """Yield who is named, where, and whether surely as a referee."""
    about = bool(_REFEREE.search(case.message.plain)) or bool(_REFEREE.search(case.message.subject))
    own = {case.message.sender.address.casefold(), *case.addresses}
    lines = case.message.sentences
    for said in lines:
        if _NOT_YET.search(said.text) and not _ADDRESS.search(said.text):
            continue
        raw = case.message.text[said.begin : said.stop]
        for match in _ADDRESS.finditer(raw):
            address = match[0].rstrip(".").casefold()
            if address not in own and not case.is_theirs(Mailbox("", address)):
                yield _known_as(address, known), _beside(said, raw, match), about
        for match in _NAME.finditer(raw):
            who = _by_name(match[0], known)
            if who:
                yield who, _at(said, match), about
    if about:
        yield from _first_names(case, known)
        yield from _strangers(case, known)
        yield from _listed(case, known)


def _at(said: Said, match: re.Match[str]) -> Said:
    return Said(
        match[0].rstrip("."), said.begin + match.start(), said.begin + match.start() + len(match[0].rstrip("."))
    )


def _beside(said: Said, raw: str, match: re.Match[str]) -> Said:
    """Return the name that an address belongs to, where one stands before it; else the address."""
    local = _LETTERS.findall(match[0].partition("@")[0])
    named = [
        m
        for m in _NAME.finditer(raw[: match.start()])
        if names.fits(names.parts(m[0])[-1] if names.parts(m[0]) else "-", local)
    ]
    return _at(said, named[-1] if named else match)


def _known_as(address: str, known: tuple[str, ...]) -> str:
    return next((who for who in known if who.casefold() == address), address)


def _by_name(name: str, known: tuple[str, ...]) -> str:
    told = names.parts(name)
    for who in known:
        parts = names.of_box(Mailbox("", who) if is_address(who) else Mailbox(who, ""))
        if told and names.fits(told[0], parts) and (len(parts) < 2 or names.fits(told[-1], parts)):
            return who
    return ""


def _first_names(case: Case, known: tuple[str, ...]) -> Iterator[tuple[str, Said, bool]]:
    """Yield referees who are called by their first name alone."""
    for who in known:
        first = names.of_box(Mailbox("", who) if is_address(who) else Mailbox(who, ""))[:1]
        for part in first:
            if len(part) < 3:
                continue
            for said in case.message.sentences:
                match = re.search(rf"\b{re.escape(part)}\b", case.message.text[said.begin : said.stop], re.IGNORECASE)
                if match and match[0][:1].isupper() and not _NOT_YET.search(said.text):
                    yield who, _at(said, match), True


# A number to call, and no date.
_PHONE = re.compile(
    r"(?<![\d/.-])(?!\d\d?[/-]\d\d?[/-]\d)(?:(?:\+\d{1,3}|0\d{1,5})(?:[ ()/-]{1,3}\d{2,}){1,6}|\(?\d{3}\)?[ -]\d{3}[ -]\d{4}|0\d{7,12})(?!\d)"
)
_LISTED = re.compile(r"[ \t]*(?:[-*•–]|\(?\d{1,2}[.)])?[ \t]*(?P<rest>\S.*)")
_REACH, _BEFORE = 60, 12
# A name alone on its line has its number on one of these.
_BLOCK = 3


def _lines(case: Case) -> Iterator[Said]:
    """Yield the lines of what the message says itself."""
    begin = 0
    ends = iter(case.message.sentences)
    said = next(ends, None)
    for raw in case.message.text.splitlines(keepends=True):
        stop = begin + len(raw)
        while said is not None and said.stop <= begin:
            said = next(ends, None)
        if said is not None and said.begin < stop:
            yield Said(raw.rstrip(), begin, begin + len(raw.rstrip()))
        begin = stop


def _listed(case: Case, known: tuple[str, ...]) -> Iterator[tuple[str, Said, bool]]:
    """Yield who stands in a list of referees: with a number to call, or in a row with one who is known."""
    lines = list(_lines(case))
    items: list[tuple[str, Said]] = []
    beside = False
    for number, said in enumerate(lines):
        raw = said.text
        for match in _NAME.finditer(raw):
            after = raw[match.end() : match.end() + _REACH]
            other = _NAME.search(after)
            if _PHONE.search(after[: other.start()] if other else after) and _may_be_meant(case, raw, match, known):
                yield match[0], _at(said, match), True
        listed = _LISTED.match(raw)
        name = _NAME.match(raw, listed.start("rest")) if listed else None
        if name is None:
            continue
        alone = not raw[name.end() :].strip(" ,:")
        beside = beside or (
            bool(_by_name(name[0], known)) and not alone and listed is not None and listed.start("rest") > 0
        )
        if not _may_be_meant(case, raw, name, known):
            continue
        below = [line.text for line in lines[number + 1 : number + 1 + _BLOCK]]
        if (
            alone
            and _heads_a_block(case, said, lines[number - 1].text if number else "")
            and any(_PHONE.search(text) or _ADDRESS.search(text) for text in below)
        ):
            yield name[0], _at(said, name), True
        elif not alone and listed is not None and listed.start("rest") > 0 and raw[name.end()] in ",:(–-":
            items.append((name[0], _at(said, name)))
    if beside:
        yield from ((name, said, True) for name, said in items)


def _heads_a_block(case: Case, line: Said, above: str) -> bool:
    """Whether a line stands first, and not as the town below a street."""
    gap = case.message.text[max(0, line.begin - 3) : line.begin]
    return (
        gap.count("\n") > 1
        or not above.strip()
        or above.rstrip().endswith(":")
        or bool(_PHONE.search(above) or _ADDRESS.search(above))
    )


_PLACED = re.compile(r"\b(?:from|at|in|near|aus|am|im|vom|beim|à|au)\s+$", re.IGNORECASE)
# What begins with a large letter at the head of a sentence, and is no name.
_HEADS = frozenset(
    """die der das den dem ein eine mein meine ihre unsere diese als mit von für beide bitte auch mes ma mon les le la une des
    pour comme voici my the our your please here both references referenzen références
    monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag
    licence license certificate letter aid degree diploma transcript training course check desk extension railway room line
    service services team zeugnis führerschein permis diplôme""".split()
)


def _may_be_meant(case: Case, raw: str, match: re.Match[str], known: tuple[str, ...]) -> bool:
    """Whether words with large letters may name somebody of whom nothing is known: no house, no place, nobody of theirs."""
    told = names.parts(match[0])
    words = {folded(word) for word in re.findall(r"[^\W\d_]+", match[0])}
    if (
        not told
        or words & (names.KINDS | _HEADS)
        or _PLACED.search(raw[max(0, match.start() - _BEFORE) : match.start()])
    ):
        return False
    people = [part for box in (*case.message.everybody, case.message.sender) for part in names.of_box(box)]
    people += [
        part for who in case.people for part in names.of_box(Mailbox("", who) if is_address(who) else Mailbox(who, ""))
    ]
    return not _by_name(match[0], known) and not names.fits(told[-1], people)


_AS_REFEREE = re.compile(
    r"\b(?:my (?:\w+ )?referees?(?: is| are|:)|my references?(?: is| are|:)|(?:is|as) (?:my|a|your) (?:\w+ )?refer\w+|call(?: on)?|contact|reach|ask|speak (?:to|with)|ring)\b",
    re.IGNORECASE,
)


def _strangers(case: Case, known: tuple[str, ...]) -> Iterator[tuple[str, Said, bool]]:
    """Yield people of whom nothing is known and who are offered as referees."""
    for said in case.message.sentences:
        if not (_REFEREE.search(said.text) or _AS_REFEREE.search(said.text)) or _NOT_YET.search(said.text):
            continue
        if _ADDRESS.search(said.text):
            continue
        raw = case.message.text[said.begin : said.stop]
        for match in _NAME.finditer(raw):
            told = names.parts(match[0])
            titled = match[0] != match[0].removeprefix("Herr ").removeprefix("Frau ").removeprefix("Mr ").removeprefix(
                "Ms "
            )
            if (len(told) < 2 and not titled) or not _may_be_meant(case, raw, match, known):
                continue
            here = case.process.header if case.process else None
            if here and (names.same_house(match[0], here.employer) or names.same_house(match[0], here.role)):
                continue
            yield match[0], _at(said, match), True


def _why(process: Process, who: str) -> str:
    consent = process.consent.get(who)
    if isinstance(consent, Declined):
        return f"{who} has declined to be a referee."
    if isinstance(consent, Agreed):
        return f"{who} has agreed and does not know about this opening yet."
    if process.concerning(Asked, who):
        return f"{who} was asked and has not answered."
    return f"{who} has not been asked, as far as is known."
