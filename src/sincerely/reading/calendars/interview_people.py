"""Who conducts an interview, by its calendar entry.

Not the candidate, no room, no desk, no program, nobody who only arranges it. Where the description says whom
the candidate will meet, these it is; who has no address there is named all the same, for an address is never
guessed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from sincerely.core.people import is_person

from .entries import Attendee, Entry

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
# "The call is with me", "Ida and I look forward to meeting you": who invites others comes as well.
_COMES = re.compile(
    r"\b(?:with|join|meet|by) me\b(?! (?:again )?(?:if|whether|before|about|to confirm)\b)|\b(?:and|&) (?:I|me|myself)\b[^.;!?\n]{0,60}\b(?:meet|see you|interview|talk|speak|look(?:ing)? forward)"
    r"|\bI(?:['’]m| am)? (?:(?:very much|really|also) )?look(?:ing)? forward to (?:meeting|seeing|speaking (?:with|to)|talking (?:with|to)|interviewing) you\b"
    r"|\b(?:mit|bei) mir\b|\bund (?:ich|mir)\b[^.;!?\n]{0,60}\b(?:treffen|sprech|freuen|dabei)|\b(?:avec|chez) moi\b|\bet moi\b|\bich freue mich(?: sehr| schon)?(?: darauf)?, (?:Sie|dich)\b",
    re.IGNORECASE,
)
_ONLY_TELL = re.compile(
    r"\b(?:confirm|check|bear|touch|book|arrange|share|liaise|agree|bring|meld\w*|frag\w*|confirmez|vérifiez|voyez)\b[^.;!?\n]{0,45}$",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"\b(?:head|director|lead|leader|manager|chief|partner|founder|owner|CEO|CTO|COO|CFO|VP|principal|professor|supervisor|\w*leiter(?:in)?|geschäftsführer(?:in)?|inhaber(?:in)?|direct(?:eur|rice)|responsable|gérante?|chef(?:fe)?)\b",
    re.IGNORECASE,
)
_STAFFING = re.compile(
    r"\b(?:talent|people|hr|human|recruit\w*|hiring|acquisition|staffing|office|personal\w*|rh|drh|ressources|recrutement|candidate|account|consultant)\b",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"\b(?:meeting room|conference room|conf room|boardroom|besprechungsraum|salle|sala|room \w+)\b|\(\d{1,3}\)$",
    re.IGNORECASE,
)
_PARTICLE = r"(?:van|von|der|den|de|da|di|del|la|le|el|al|bin|ter|zu)"
_WORD = r"(?:[A-ZÀ-ÖØ-Þ](?:[\w'’-]{1,30}|\.))"
_NAME = rf"{_WORD}(?: (?:{_PARTICLE} ){{0,2}}{_WORD}){{1,3}}"
_ASIDE = r"(?: \([^()\n]{1,60}\)|, [^,.;:()\n]{1,40}(?=,? and ))?"
_WITH = re.compile(
    r"\b(?:(meet|meeting|speak|speaking|talk|talking|chat|chatting|interview|interviewed|conversation) )?"
    r"(?:with|by|meet) "
    rf"(?:your interviewers? )?({_NAME}{_ASIDE}(?:(?:, and | and |, | & ){_NAME}{_ASIDE}){{0,9}})"
)
_HEADING = re.compile(
    r"\byou(?:'ll| will)? (?:be )?(?:meet(?:ing)?(?: with)?|speak(?:ing)? with|talk(?:ing)? to)[ \t]*:[ \t]*",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"\b(?:interviewers?|panel(?:lists?| members)?|interviewer\(s\)|participants?|with)[ \t]*:[ \t]*", re.IGNORECASE
)
_BULLET = re.compile(
    rf"^[\s*•·–-]{{0,8}}(?:[\d:.]{{4,5}}(?: ?[-–] ?[\d:.]{{4,5}})? )?({_NAME})(?=\s*(?:$|[,;(|–—:/<-]| and ))"
)
_TITLES = frozenset(
    """
    head director manager vp chief senior staff principal lead engineer analyst team recruiter coordinator the our
    hiring people talent zoom google microsoft teams monday tuesday wednesday thursday friday saturday sunday data
    product sales marketing human resources january february march april may june july august september october
    november december interview interviews
    """.split()
)
_WRAPPED = re.compile(r"(?<=[\w,&])[ \t]*\n(?=\w)")
_LONGEST = 5_000
_ARRANGER = "ORGANIZER"


def normal(address: str) -> str:
    """Return an address in lower case and without the tag after a plus sign."""
    local, _, domain = address.casefold().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def interviewers(entry: Entry, me: Collection[str], text: str = "") -> tuple[Attendee, ...]:
    """Return who conducts the interview; without an address those that only the words name.

    An organiser who invites others and does not attend arranges it, unless the words say that they come, or that they
    lead what the opening is in; one who invites the candidate alone conducts it. Where the words say whom the candidate meets, an organiser or optional attendee whom they leave out is not
    counted; everybody else who is invited is.

    Args:
        entry: taken to be an interview.
        me: the candidate's addresses.
        text: what the mail that brought the entry says, without quotes.
    """
    mine = {normal(address) for address in me}
    words = f"{entry.description[:_LONGEST]}\n{text[:_LONGEST]}"
    everybody = _everybody(entry)
    invited = [who for who in everybody if _can_interview(who, mine, words)]
    named = dict(_named(words))
    titled = [who for who in invited if _in_title(who, entry.summary)]
    met = [who for who in invited if who in titled or any(_same(who, name) for name in named)]
    rest = [
        Attendee(name, "")
        for name, sure in named.items()
        if sure and not any(_same(who, name) or _is_house(name, who.address) for who in everybody)
    ]
    organizer = normal(entry.organizer.address) if entry.organizer else ""
    named_some = len(met) > len(titled)
    attending = [
        who
        for who in invited
        if who in met
        or (who.role == _ARRANGER and _comes_too(who, words))
        or (who.role != _ARRANGER and not (named_some and (_optional(who) or normal(who.address) == organizer)))
    ]
    if not attending and not rest:
        return tuple(invited)
    return (*attending, *rest)


def _optional(who: Attendee) -> bool:
    return who.role == "OPT-PARTICIPANT"


def _everybody(entry: Entry) -> list[Attendee]:
    """Return the organiser, if no attendee, and the attendees."""
    organizer = entry.organizer
    if organizer and not any(normal(a.address) == normal(organizer.address) for a in entry.attendees):
        return [Attendee(organizer.name, organizer.address, _ARRANGER, "ACCEPTED"), *entry.attendees]
    return list(entry.attendees)


def _in_title(who: Attendee, title: str) -> bool:
    """Whether the title names somebody: "Phone interview - Robin / Monique Tran"."""
    name = re.findall(r"\w{3,}", who.name.casefold())
    return bool(name) and name[0] in re.findall(r"\w+", title.casefold())


def _can_interview(who: Attendee, mine: set[str], words: str) -> bool:
    return not (
        normal(who.address) in mine
        or who.cutype in {"ROOM", "RESOURCE", "GROUP"}
        or who.role == "NON-PARTICIPANT"
        or who.partstat == "DECLINED"
        or is_desk(who.address)
        or _ARRANGES.search(who.name)
        or _ROOM.search(who.name)
        or (who.name and _arranges_by(words, who.name))
        or not is_person(who.address or who.name)
    )


def is_desk(address: str) -> bool:
    """Whether an address belongs to a recruiting desk or a scheduling service."""
    local, _, domain = address.rpartition("@")
    return bool(SERVICES.search(domain) or _DESK.match(local))


def _arranges_by(words: str, name: str) -> bool:
    """Whether somebody is given a coordinator's title: beside the name, or on the line below it."""
    at = words.find(name)
    while at >= 0:
        after = words[at + len(name) : at + len(name) + 80].split("\n")[:2]
        before = words[max(0, at - 30) : at]
        if any(map(_ARRANGES.search, after)) or re.search(r"coordinator\W{0,3}$", before, re.IGNORECASE):
            return True
        at = words.find(name, at + 1)
    return False


def _comes_too(who: Attendee, words: str) -> bool:
    """Whether an organiser who is no attendee says that they will be there, or signs as who leads others' work."""
    said = any(
        _ONLY_TELL.search(words, max(0, one.start() - 60), one.start()) is None for one in _COMES.finditer(words)
    )
    if said or not who.name:
        return said
    at = words.rfind(who.name)
    title = "\n".join(words[at + len(who.name) : at + len(who.name) + 80].split("\n")[:2]) if at >= 0 else ""
    title = title.split(".")[0]
    return _LEADS.search(title) is not None and _STAFFING.search(title) is None


def _named(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the names of those whom the candidate will meet, and whether they surely are people to meet."""
    for found in _WITH.finditer(_WRAPPED.sub(" ", text)):
        people = re.sub(r"\([^()]*\)", "", found[2])
        for name in re.findall(_NAME, people):
            if not _is_title(name):
                yield name, bool(found[1])
    for found in (*_LIST.finditer(text), *_HEADING.finditer(text)):
        for name in _listed(text[found.end() : found.end() + 1_000]):
            yield name, True


def _listed(text: str) -> Iterator[str]:
    """Yield the names at the head of lines, up to a blank line behind them or a line without one."""
    begun = False
    for line in text.split("\n")[:12]:
        name = _BULLET.match(line)
        if name and not _is_title(name[1]):
            begun = True
            yield name[1]
        elif begun or line.strip():
            return


def _is_house(name: str, address: str) -> bool:
    """Whether a name is the employer's: "Cobalt Labs" beside noor@cobalt.example."""
    domain = address.rpartition("@")[2].casefold()
    return any(word in domain for word in re.findall(r"\w{4,}", name.casefold()))


def _is_title(name: str) -> bool:
    return not _TITLES.isdisjoint(name.casefold().split())


def _same(who: Attendee, name: str) -> bool:
    """Whether a name in the text means this attendee: "Lee Park" is "Park, Lee" and lee.park@acme.example."""
    words = set(re.findall(r"\w+", name.casefold()))
    shown = set(re.findall(r"\w+", who.name.casefold()))
    local = set(re.findall(r"\w+", who.address.partition("@")[0].casefold().replace("_", " ")))
    return bool(words) and (words <= shown or (len(words) > 1 and words <= local))
