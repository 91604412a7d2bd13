"""Who conducts an interview, by its calendar entry.

Not the candidate, no room, no desk, no program, nobody who only arranges it. Where the description says whom
the candidate will meet, these it is; who has no address there is named all the same, for an address is never
guessed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from sincerely.core.people import is_person

from .calendar_entries import Attendee, Entry

# Services that write invitations for employers: their addresses are nobody's.
SERVICES = re.compile(
    r"(?:^|[.@])(?:goodtime\.io|calendly\.com|ashbyhq\.com|greenhouse\.io|greenhouse-mail\.io|lever\.co"
    r"|modernloop\.(?:io|com)|prelude\.co|interviewschedule\.com|gem\.com|myworkday\.com|smartrecruiters\.com"
    r"|workablemail\.com|workable\.com|icims\.com|jobvite\.com|teamtailor-mail\.com|teamtailor\.com|bamboohr\.com"
    r"|taleo\.net|successfactors\.(?:com|eu)|recruitee\.com|personio\.(?:de|com)|breezy\.hr|paradox\.ai|candidate\.fyi"
    r"|cronofy\.com|x\.ai|youcanbook\.me|savvycal\.com|cal\.com|hirevue\.com|karat\.io|guide\.co)$",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"^(?:[a-z]{2,12}[._-]?)?(?:recruit(?:ing|ment|er|ers)?|talent|careers?|hiring|scheduling|interviews?|staffing"
    r"|bewerbung(?:en)?|personal(?:abteilung)?|recrutement|no-?reply)(?:[._-]?(?:team|desk|ops|[a-z]{2,3}))?$",
    re.IGNORECASE,
)
_ARRANGES = re.compile(
    r"\b(?:coordinator|co-ordinator|koordinator(?:in)?|scheduler|scheduling|recruiting (?:team|ops|operations)"
    r"|talent team|recruiting assistant|recruitment assistant|executive assistant|assistant to|sourcer|via \w+)\b",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"\b(?:meeting room|conference room|conf room|boardroom|besprechungsraum|salle|sala|room \w+)\b|\(\d{1,3}\)$",
    re.IGNORECASE,
)
_PARTICLE = r"(?:van|von|der|den|de|da|di|del|la|le|el|al|bin|ter|zu)"
_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’.-]{0,30}"
_NAME = rf"{_WORD}(?: (?:{_PARTICLE} ){{0,2}}{_WORD}){{1,3}}"
_WITH = re.compile(
    r"\b(?:meet|meeting|speak|speaking|talk|talking|chat|chatting|interview|interviewing|interviewed|conversation|session"
    rf"|call)(?:s|ed)? (?:with|by) ((?:{_NAME})(?:(?:, and | and |, | & )(?:{_NAME}))*)"
)
_LIST = re.compile(
    r"\b(?:interviewers?|panel(?:lists?| members)?|interviewer\(s\)|participants?|with)[ \t]*:[ \t]*", re.IGNORECASE
)
_BULLET = re.compile(rf"^[\s*•·–-]{{0,8}}({_NAME})(?=\s*(?:$|[,;(|–—:/<-]| and ))")
_TITLES = frozenset(
    """
    head director manager vp chief senior staff principal lead engineer analyst team recruiter coordinator the our
    hiring people talent zoom google microsoft teams monday tuesday wednesday thursday friday data product
    """.split()  # noqa: SIM905  (a paragraph reads better than thirty quoted words)
)
_LONGEST = 5_000


def normal(address: str) -> str:
    """Return an address in lower case and without the tag after a plus sign."""
    local, _, domain = address.casefold().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def interviewers(entry: Entry, me: Collection[str]) -> tuple[Attendee, ...]:
    """Return who conducts the interview; without an address those that only the description names.

    Args:
        entry: taken to be an interview.
        me: the candidate's addresses.
    """
    mine = {normal(address) for address in me}
    invited = [who for who in _everybody(entry) if _can_interview(who, mine, entry.description)]
    named = tuple(dict.fromkeys(_named(entry.description[:_LONGEST])))
    if not named:
        return tuple(invited)
    met = [who for who in invited if any(_same(who, name) for name in named)]
    rest = [Attendee(name, "") for name in named if not any(_same(who, name) for who in _everybody(entry))]
    organizer = normal(entry.organizer.address) if entry.organizer else ""
    if met or all(normal(who.address) == organizer for who in invited):
        return (*met, *rest) or tuple(invited)
    return (*invited, *rest)


def _everybody(entry: Entry) -> list[Attendee]:
    """Return the organiser, if no attendee, and the attendees."""
    organizer = entry.organizer
    if organizer and not any(normal(a.address) == normal(organizer.address) for a in entry.attendees):
        return [Attendee(organizer.name, organizer.address, "CHAIR", "ACCEPTED"), *entry.attendees]
    return list(entry.attendees)


def _can_interview(who: Attendee, mine: set[str], description: str) -> bool:
    return not (
        normal(who.address) in mine
        or who.cutype in {"ROOM", "RESOURCE", "GROUP"}
        or who.role == "NON-PARTICIPANT"
        or who.partstat == "DECLINED"
        or is_desk(who.address)
        or _ARRANGES.search(who.name)
        or _ROOM.search(who.name)
        or (who.name and _arranges_by(description, who.name))
        or not is_person(who.address or who.name)
    )


def is_desk(address: str) -> bool:
    """Whether an address belongs to a recruiting desk or a scheduling service."""
    local, _, domain = address.rpartition("@")
    return bool(SERVICES.search(domain) or _DESK.match(local))


def _arranges_by(description: str, name: str) -> bool:
    """Whether the description gives somebody a coordinator's title: beside the name, or on the line below."""
    at = description.find(name)
    while at >= 0:
        after = description[at + len(name) : at + len(name) + 60]
        lines = after.split("\n")
        beside = lines[0] or (lines[1] if len(lines) > 1 else "")
        before = description[max(0, at - 30) : at]
        if _ARRANGES.search(beside) or re.search(r"coordinator\W{0,3}$", before, re.IGNORECASE):
            return True
        at = description.find(name, at + 1)
    return False


def _named(text: str) -> Iterator[str]:
    """Yield the names of those whom the candidate will meet."""
    for found in _WITH.finditer(text):
        for name in re.findall(_NAME, found[1]):
            if not _is_title(name):
                yield name
    for found in _LIST.finditer(text):
        for line in text[found.end() : found.end() + 1_000].split("\n")[:12]:
            name = _BULLET.match(line)
            if name and not _is_title(name[1]):
                yield name[1]
            elif line.strip():
                break


def _is_title(name: str) -> bool:
    return not _TITLES.isdisjoint(name.casefold().split())


def _same(who: Attendee, name: str) -> bool:
    """Whether a name in the text means this attendee: "Lee Park" is "Park, Lee" and lee.park@acme.example."""
    words = set(re.findall(r"\w+", name.casefold()))
    shown = set(re.findall(r"\w+", who.name.casefold()))
    local = set(re.findall(r"\w+", who.address.partition("@")[0].casefold().replace("_", " ")))
    return bool(words) and (words <= shown or (len(words) > 1 and words <= local))
