"""Which calendar entries are job interviews: the dentist is none, nor is a user interview at work.

Evidence is weighed: each sign has a weight in log-odds, set by hand, and their sum becomes a probability. What
lies between a third and two thirds is unsure, and for the person to say.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator
from datetime import timedelta
from typing import NamedTuple

from .entries import Attendee, Entry
from .interview_people import interviewers, is_desk, normal
from .interview_words import OTHER_KIND, PRIVATE, TASK, TEXT, TITLE, WORK

# Most entries of a calendar are no interview.
_BIAS = -2.2
_LONGEST = 5_000
_WHOLE = timedelta(hours=25)
_LONG = timedelta(hours=10)


class Sign(NamedTuple):
    """One piece of evidence.

    Attributes:
        weight: in log-odds; below zero it speaks against an interview.
        what: in plain words.
        quote: the words of the entry, "" when it is about its people or times.
    """

    weight: float
    what: str
    quote: str = ""


# Mail that anybody can have: two people there are not of one house.
_FREE = frozenset(
    """
    gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com icloud.com me.com mac.com
    aol.com
    gmx.de gmx.net gmx.com web.de t-online.de freenet.de proton.me protonmail.com pm.me fastmail.com zoho.com mail.com
    orange.fr free.fr laposte.net wanadoo.fr libero.it yandex.ru mail.ru qq.com 163.com
    """.split()
)


# Whoever has to do with an application and invites for an hour wants to talk about it, whatever the title: with a
# title that says nothing it comes to about 0.7 in the candidate's own words, and 0.8 where they invite. What is
# private or everyday work by its title, each at -3 or lower, stays out.
_KNOWN_PEOPLE = 3.0


def interview_likelihood(
    entry: Entry, me: Collection[str], text: str = "", *, known_people: bool = False
) -> tuple[float, tuple[Attendee, ...]]:
    """Return how likely an entry is a job interview of the candidate's, and who would conduct it.

    Args:
        entry: from any calendar or invitation.
        me: the candidate's addresses.
        text: what the mail that brought the entry says, without quotes; "" for a calendar's entry.
        known_people: whether somebody of an employer's, to whom the candidate applied, is in it.

    Returns:
        A probability, and the interviewers (see `interview_people`); nobody for what is hardly an interview.
    """
    weighed = signs(entry, me, text, known_people=known_people)
    score = 1 / (1 + math.exp(-(_BIAS + sum(sign.weight for sign in weighed))))
    return score, interviewers(entry, me, text) if score >= 0.2 else ()


def signs(entry: Entry, me: Collection[str], text: str = "", *, known_people: bool = False) -> tuple[Sign, ...]:
    """Return the evidence for and against an interview."""
    known = (Sign(_KNOWN_PEOPLE, "is with people of an employer's who are known"),) if known_people else ()
    mine = {normal(address) for address in me}
    return (*_title(entry.summary), *_text(entry, text), *_people(entry, mine), *known, *_shape(entry))


def speaks_against(entry: Entry, me: Collection[str]) -> bool:
    """Whether anything in an entry speaks against an interview: that it is private, work as usual, repeats."""
    return any(sign.weight < 0 for sign in signs(entry, me))


def declined(entry: Entry, me: Collection[str]) -> bool:
    """Whether the candidate will not come."""
    return _answered(entry, me, "DECLINED")


def accepted(entry: Entry, me: Collection[str]) -> bool:
    """Whether the candidate will come."""
    return _answered(entry, me, "ACCEPTED") and not declined(entry, me)


def _answered(entry: Entry, me: Collection[str], answer: str) -> bool:
    mine = {normal(address) for address in me}
    return any(who.partstat == answer and normal(who.address) in mine for who in entry.attendees)


def _title(summary: str) -> Iterator[Sign]:
    """Weigh the title: the strongest sign counts in full, each further one by half."""
    found = [(w, what, m[0]) for w, what, pattern in TITLE if (m := pattern.search(summary))]
    for rank, (weight, what, quote) in enumerate(sorted(found, reverse=True)):
        yield Sign(weight if rank == 0 else weight / 2, what, quote)
    for pattern, weight, what in (
        (OTHER_KIND, -6.0, "is another kind of interview"),
        (TASK, -5.0, "is something to do around it"),
        (PRIVATE, -3.5, "is private"),
        (WORK, -3.0, "is everyday work or an event"),
    ):
        if (found_word := pattern.search(summary)) and not (found and pattern is PRIVATE and _round_of(found)):
            yield Sign(weight, what, found_word[0].strip())


def _round_of(found: list[tuple[float, str, str]]) -> bool:
    """Whether the title says interview outright: then lunch is part of it."""
    return max(weight for weight, _, _ in found) >= 4.0


def _text(entry: Entry, more: str) -> Iterator[Sign]:
    text = f"{entry.description[:_LONGEST]}\n{entry.location}\n{entry.url}\n{more[:_LONGEST]}"
    for weight, what, pattern in TEXT:
        if found := pattern.search(text):
            yield Sign(weight, what, found[0])
    if found := OTHER_KIND.search(text):
        yield Sign(-2.0, "speaks of another kind of interview", found[0])


def _people(entry: Entry, mine: set[str]) -> Iterator[Sign]:
    """Weigh who invites whom."""
    organizer = entry.organizer
    if not organizer or not organizer.address or normal(organizer.address) in mine:
        return
    domain = organizer.address.rpartition("@")[2].casefold()
    here = {normal(a.address) for a in entry.attendees} & mine
    if domain not in _FREE and any(address.endswith(f"@{domain}") for address in here or mine):
        yield Sign(-5.0, "comes from the candidate's own house", organizer.address)
        return
    if is_desk(organizer.address):
        yield Sign(1.2, "comes from a recruiting desk", organizer.address)
    elif re.search(r"recruit|talent|hiring|coordinator", f"{organizer.name} {domain}", re.IGNORECASE):
        yield Sign(1.0, "comes from somebody who recruits", organizer.name or organizer.address)
    if here:
        yield Sign(0.5, "somebody outside invites the candidate")
        if named := _own_name(entry, mine):
            yield Sign(1.0, "names the candidate in its title", named)


def _own_name(entry: Entry, mine: set[str]) -> str:
    """Return the candidate's name as the title has it: "Robin" of "Robin / Corey"."""
    title = set(re.findall(r"\w+", entry.summary.casefold()))
    for who in entry.attendees:
        if normal(who.address) in mine:
            words = re.findall(r"\w{3,}", f"{who.name} {who.address.partition('@')[0]}".replace("_", " "))
            if found := next((word for word in words if word.casefold() in title), ""):
                return found
    return ""


def _shape(entry: Entry) -> Iterator[Sign]:
    if entry.repeats:
        yield Sign(-2.5, "repeats")
    if entry.all_day:
        yield Sign(-2.0, "takes whole days")
    if len(entry.attendees) > 15:
        yield Sign(-1.5, "has many attendees")
    if entry.start and entry.end and entry.end - entry.start > (_WHOLE if entry.all_day else _LONG):
        yield Sign(-1.0, "takes longer than a day's work")
