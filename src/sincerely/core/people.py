"""Addresses that stand for a person, and those that stand for a desk, a room or a machine."""

from __future__ import annotations

import re
from functools import lru_cache

# Mailboxes of a function, a room or a program. None of them conducts an interview or writes a reference.
_FUNCTIONS = frozenset(
    """
    admin alert alerts applications apply bewerbermanagement bewerbung bewerbungen calendar calendly candidate
    candidates career careers coordination coordinator do-not-reply donotreply hello hiring hr hrteam
    human-resources humanresources info interview interviews jobs karriere mailer-daemon no-reply no.reply noreply
    notification notifications office onboarding people people-team peopleops peopleteam personal personalabteilung
    postmaster reception recruiter recruiting recruitingteam recruitment recruitmentteam recrutement resources rh
    scheduler scheduling selection stellen support talent talent-acquisition talentacquisition talentteam team
    vacancies
    """.split()
)
# A longer name made of such words, or that ends with one of these, is a function too: recruiting-coordinator.
_ENDINGS = frozenset({"coordination", "coordinator", "scheduler", "scheduling"})
_PARTS = _FUNCTIONS | frozenset(
    "abteilung acquisition and campus department dept desk global hq interview join ops our university work".split()
)
# "acme.noreply", "do_not_reply", "auto-reply-hr"; begins with these, or has them behind a mark.
_MACHINE = re.compile(
    r"(?:^|[-_.+])(?:(?:no|auto|do[-_.]?not)[-_.]?reply|mailer-daemon)|^(?:noreply|donotreply|bounces?)", re.IGNORECASE
)
_ROOM = re.compile(
    r"^(?:(?:conf(?:erence)?|meeting|board)[-_.]?)?(?:room|raum|salle|sala|meetingroom|boardroom)(?:[-_.\d].*)?$"
)
_LEGAL = re.compile(
    r"[\s,]+(?:inc|incorporated|llc|llp|ltd|limited|plc|corp|corporation|co|company|gmbh(?: & co\.? kg)?|ag|se|kg"
    r"|s\.?a\.?|s\.?r\.?l\.?|b\.?v\.?|n\.?v\.?|oy|ab|a/s|holdings?|group)\.?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def is_address(who: str) -> bool:
    """Whether this is an e-mail address and not a name."""
    local, at, domain = who.rpartition("@")
    return bool(at and local and "." in domain and not re.search(r"\s", who))


@lru_cache(maxsize=8192)
def is_machine(address: str) -> bool:
    """Whether nobody reads what is written to this address."""
    return _MACHINE.search(address.rpartition("@")[0] or address) is not None


def is_calendar(domain: str) -> bool:
    """Whether addresses of a domain name calendars: Google gives shared ones, rooms and imported ones such."""
    return domain.endswith(".calendar.google.com")


@lru_cache(maxsize=8192)
def is_person(who: str) -> bool:
    """Whether this can be somebody who interviews: no desk, no room, no program."""
    if not who or who == "-":
        return False
    local, at, domain = who.casefold().rpartition("@")
    if not at:
        return True
    if is_calendar(domain) or "resource.calendar" in domain or domain.startswith(("resource.", "rooms.")):
        return False
    local = local.partition("+")[0]
    parts = re.split(r"[-._]", local)
    if parts[-1] in _ENDINGS or (len(parts) > 1 and all(part in _PARTS for part in parts)):
        return False
    return local not in _FUNCTIONS and not _MACHINE.search(local) and not _ROOM.match(local)


def same_employer(one: str, other: str) -> bool:
    """Whether two names mean the same employer, legal form and spelling apart."""
    return bool(one) and employer_key(one) == employer_key(other)


def employer_key(name: str) -> str:
    """Return an employer's name without legal form, case and punctuation."""
    short, before = name.strip(), ""
    while short != before:
        before, short = short, _LEGAL.sub("", short)
    return re.sub(r"[\W_]+", " ", short.casefold()).strip()
