"""What a calendar entry says of a finding: kind words, and of people only what was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sincerely.core.finding import Finding
from sincerely.core.header import Header


class Shows(StrEnum):
    """How much a calendar tells whoever may look into it."""

    LITTLE = "little"  # that something is due; neither employer nor person
    SOME = "some"  # the employer, and what is to be done; no person, no quotation
    ALL = "all"  # also with whom, and why


@dataclass(frozen=True)
class Words:
    """An entry's two texts, and what kind of thing it is.

    Attributes:
        summary: a few words.
        description: more, for who opens the entry.
        category: one word that calendars can colour.
    """

    summary: str
    description: str
    category: str


# What is to be done, for everybody's eyes. {item} is a thing, never a person.
_DEEDS = {
    "THX001": "say thank you for the interview",
    "THX002": "find out whom to thank",
    "THX003": "note how the interview went",
    "REF001": "ask one more referee",
    "REF002": "prepare a referee",
    "REF003": "call a referee today",
    "REF004": "remind a referee once",
    "REF005": "choose another referee",
    "REF006": "thank a referee",
    "WAIT001": "ask when they will decide",
    "WAIT003": "a short check-in is welcome",
    "WAIT004": "answer their question",
    "WAIT005": "let it go, kindly",
    "ASK001": "hand in: {item}",
    "OFF001": "answer the offer",
    "OFF002": "tell them about your other offer",
    "OFF003": "withdraw here, kindly",
    "OFF004": "is it the opening that you have an offer for?",
    "BYE001": "ask for the reason, once",
    "BYE002": "let it go",
    "BYE003": "a line to stay in touch",
    "FIT001": "look at an opening that fits",
    "MAIL001": "a mail came back: find the address",
}
_ITEMS = frozenset({"ASK001"})
# The fix of what is to be brought along.
_BRING = "bring-along"
# With whom these are, said only where everything is shown.
_ABOUT_PEOPLE = frozenset({"THX001", "REF002", "REF003", "REF004", "REF005", "REF006", "WAIT004", "MAIL001"})
WAIT, DUE = "Waiting", "Due"


def words_of(finding: Finding, header: Header, shows: Shows) -> Words:
    """Return what an entry about something that is due says."""
    brings = finding.fix is not None and finding.fix.what == _BRING
    deed = "bring along: {item}" if brings else _DEEDS.get(finding.code, "something is due")
    deed = deed.format(item=finding.who.replace("-", " ") if finding.code in _ITEMS else "")
    if shows is Shows.ALL and finding.code in _ABOUT_PEOPLE and finding.who != "-":
        deed = f"{deed} ({finding.who})"
    return _shown(f"{_place(header)}: {deed}", finding, shows, DUE)


def words_of_waiting(finding: Finding, header: Header, shows: Shows, until: date, *, writes: bool) -> Words:
    """Return what an entry says that marks the end of waiting.

    Args:
        finding: that they are to be waited for.
        header: its process.
        shows: how much may be said.
        until: the day on which it ends, on the reader's clock.
        writes: whether the person may write then; else it is the day to let go.
    """
    day = ordinal(until.day)
    deed = f"write on the {day} at the earliest" if writes else f"no further mail; let it go on the {day}"
    return _shown(f"{_place(header)}: {deed}", finding, shows, WAIT)


def ordinal(number: int) -> str:
    """Return a day of the month as it is spoken: 1st, 2nd, 3rd, 11th, 22nd."""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _place(header: Header) -> str:
    return header.employer or header.id


def _shown(summary: str, finding: Finding, shows: Shows, category: str) -> Words:
    if shows is Shows.LITTLE:
        little = "Sincerely: waiting ends" if category is WAIT else "Sincerely: something is due"
        return Words(little, "Open Today to see what.", category)
    why = f'"sincerely explain {finding.code}" says why.'
    return Words(summary, f"{finding.message}\n{why}" if shows is Shows.ALL else why, category)
