"""Whether a message is private: it goes to somebody who has no part in the process, and says nothing of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sincerely.core.people import is_address, is_machine

from . import names
from .message import Mailbox
from .text import folded

if TYPE_CHECKING:
    from .case import Case

# What hiring, work and a house are spoken of with. Whoever writes one of these may write about the process.
_OF_WORK = re.compile(
    r"\b(?:jobs?|roles?|positions?|posts?|posting|vacanc\w+|openings?|interview\w*|appl(?:y|ied|ying|ications?)|applicants?|candida\w+|hir(?:e|ed|ing)"
    r"|recruit\w*|offers?|offered|cv|r[eé]sum[eé]s?|references?|referees?|salar\w+|contracts?|panel|decisions?|reject\w*|boss\w*|compan(?:y|ies)|firms?|employ\w+"
    r"|managers?|director\w*|colleagues?|teams?|hr|work(?:s|ed|ing|place)?|office|profile|linkedin|reception|receptionist"
    r"|stellen?|bewerb\w*|\w*gespräche?n?|vorstell\w*|verträge?|\w*vertrag|gehalt|lebenslauf|\w*angebote?|zusagen?|absagen?|abgesagt|personal\w*|einstell\w*"
    r"|probe\w*|zeugnis\w*|chef\w*|firma|firmen|kolleg\w*|arbeit\w*|entscheid\w*|büro|empfang"
    r"|postes?|entretiens?|embauch\w*|contrats?|salaires?|offres?|recrut\w*|refus\w*|patronn?e?s?|boîte|entreprises?|collègues?|travail\w*|décision\w*|bureau|accueil)\b",
    re.IGNORECASE,
)
# What somebody is asked to say or do for the writer is of the process too.
_FAVOURS = re.compile(
    r"\b(?:(?:good|kind|nice|quick|little) word|words? (?:in )?for me|my praises|recommend\w*|vouch\w*|strings|upstairs|about me|influence|insider?"
    r"|(?:gutes|nettes|kleines) wort|über mich|für mich ein|fäden|vitamin b|empf(?:e|ie)hl\w*"
    r"|(?:petit|bon) mot|mot (?:pour moi|en ma faveur)|piston\w*|(?:de|sur) moi|en ma faveur|recommand\w*|là-haut)\b",
    re.IGNORECASE,
)
# Strangers, and those met once in the house, are nobody's friends yet.
_STRANGERS = re.compile(
    r"\b(?:don't know me|do not know me|you don't know|(?:saw|noticed|met|seen) you\b|nice to meet|met (?:at|on|last|yesterday|briefly)|kennst mich nicht|(?:habe|hab) dich .{0,40}gesehen"
    r"|je t'ai vue?|tu ne me connais pas|found you|find you)\b",
    re.IGNORECASE,
)
# Polite forms are for people at work: in German and French friends are spoken to otherwise.
_FORMAL = re.compile(r"(?<![.!?\n] )(?<!^)\b(?:Sie|Ihnen|Ihre?[nmrs]?)\b|\b(?:vous|votre|vos)\b", re.MULTILINE)
_TITLED = re.compile(
    r"\b(?:mr|mrs|ms|mx|miss|dr|prof|professor|sir|madam|herrn?|frau|mme|madame|monsieur|geehrter?)\b", re.IGNORECASE
)
_TELLING = 4


def is_private(case: Case) -> bool:
    """Whether all who get it are strange to the process, and nothing in it speaks of hiring, the house or its people."""
    message, process = case.message, case.process
    if process is None or message.public or not message.everybody or not message.sentences:
        return False
    if message.answers and any(event.source.strip("<>") in message.answers for event in process.events if event.source):
        return False
    known = [part for who in case.everybody_known for part in _parts(who)]
    if any(_has_a_part(box, case, known) for box in message.everybody):
        return False
    own = "\n".join([message.subject, *(message.text[begin:stop] for begin, stop in message.stretches)])
    if _OF_WORK.search(own) or _FAVOURS.search(own) or _STRANGERS.search(own.replace("’", "'")) or _FORMAL.search(own):
        return False
    if message.greeted is not None and _TITLED.search(message.text[slice(*message.body.greeting or (0, 0))]):
        return False
    header = process.header
    people = [part for who in case.people for part in _parts(who)]
    telling = (*people, *names.employer_words(header.employer), *names.employer_words(header.role))
    said = {folded(word) for word in re.findall(r"[^\W\d_]+", own)}
    return said.isdisjoint({folded(word) for word in telling if len(word) >= _TELLING})


def goes_to_outsiders(case: Case) -> bool:
    """Whether all who get it are referees, or strange to the process and of another house than any that is known in it."""
    message, process = case.message, case.process
    if process is None or message.public or not message.everybody:
        return False
    if case.to_referees:
        return True
    theirs = {who.casefold() for who in case.people} | {case.consultant}
    referees = {who.casefold() for who in case.referees} - theirs
    known = [part for who in (*case.people, case.consultant) for part in _parts(who)]
    strangers = [box for box in message.everybody if box.address.casefold() not in referees]
    # Where no domain of theirs is known, anybody may be at their house.
    return bool(case.domains) and not any(case.is_theirs(box) or _has_a_part(box, case, known) for box in strangers)


def _has_a_part(box: Mailbox, case: Case, known: list[str]) -> bool:
    """Whether somebody is known in the process, may be one of those known, or is a desk, which reads for the house."""
    if not box.domain or box.domain == case.agency or names.is_desk(box) or is_machine(box.address):
        return True
    if box.address.casefold() in map(str.casefold, case.everybody_known):
        return True
    return any(names.fits(part, known) for part in names.of_box(box) if len(part) > 1)


def _parts(who: str) -> list[str]:
    return names.of_box(Mailbox("", who) if is_address(who) else Mailbox(who, ""))
