"""Whom a mail speaks for: the employer's name, from its headers, its text and its signature."""

from __future__ import annotations

import re
from collections import Counter

from sincerely.core.people import employer_key

from . import relays
from .letter import Letter

_NAME = r"(?P<name>(?:the\s+)?[A-ZÀ-Þ0-9][\w&.'’/+-]*(?:\s+(?:&|and|of|the|for|de|la|und|et|du|des|für|in)?\s*[A-ZÀ-Þ0-9][\w&.'’/+-]*){0,5})"
_PATTERNS = tuple(
    (weight, re.compile(pattern))
    for weight, pattern in (
        (3.0, rf"(?i:\b(?:applying|applied|application|apply|candidacy)\b[^.!?\n]{{0,80}}?\b(?:at|to|with)\s+){_NAME}"),
        (
            3.0,
            rf"(?i:\b(?:interest in|joining|join|career at|careers at|working at|working for|work at|work for|employment with|employment at|opportunity at|opportunities at|position at|role at|position with|role with|job at|life at|team at|here at|offer from|interview with|interview at|conversation with|interviewing with|on behalf of|time with|client,?)\s+){_NAME}",
        ),
        (
            2.0,
            rf"(?:\bThe\s+|\bYour\s+|\bthe\s+){_NAME}\s+(?i:(?:recruiting|recruitment|talent|talent acquisition|hiring|people|hr|careers?|human resources)\s+(?:team|department))\b",
        ),
        (1.6, rf"(?i:\bthe\s+){_NAME}\s+(?i:team)\b"),
        (1.5, rf"(?i:\b(?:at|from|bei(?: der)?|chez|with|by|of)\s+){_NAME}"),
        (
            2.0,
            rf"(?:^|\n){_NAME}\s+(?i:(?:has received|has decided|is pleased|would like|is delighted|thanks you|appreciates))\b",
        ),
    )
)
_SUBJECT = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:\b(?:at|with|to|from|by|joining|bei|chez|@)\s+){_NAME}\s*(?:$|[-–—|!,:(.\]])",
        rf"^(?:Re:\s*|Fwd:\s*)?{_NAME}\s*(?:\s[-–—]\s|\s?\|\s?|:\s)(?i:.*\b(?:application|interview|role|position|offer|candidacy|update|assessment|next steps|job|thank you|your)\b)",
        rf"(?i:\b(?:application|interview|role|position|offer|candidacy|update|assessment|next steps|thank you).*)(?:\s[-–—]\s|\s?\|\s?){_NAME}\s*$",
    )
)
_NOT_FIRST = frozenset(
    """a an the this that these i we you he she it they dear hi hello thank thanks please our your my monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october
    november december best kind regards re fwd zoom google microsoft teams linkedin indeed glassdoor human resources hr
    hiring talent recruiting recruitment if in on at as for to unfortunately however after any all no not interview
    application position role job next date time when where link join meeting location phone email tel mobile cv
    covid english german french est pst gmt utc et pt what how why which who am pm uk us usa eu data senior junior
    lead head dr mr mrs ms prof offer update invitation confirmation congratulations status let following
    calendly outlook gmail skype webex slack github hackerrank codility present least once""".split()  # noqa: SIM905
)
_LEGAL = re.compile(
    r"\b(?:Inc|Incorporated|LLC|LLP|Ltd|Limited|PLC|plc|Corp|Corporation|GmbH|AG|SE|KG|S\.?A\.?|B\.?V\.?|N\.?V\.?|Oy|AB|A/S|"
    r"Co|Group|Holdings?|Foundation|Trust|University|College|School|Hospital|Council|Institute|Bank|Museum|Library|Partners|"
    r"Labs?|Technologies|Systems|Solutions|Consulting|Logistics|Health|Media|Studios?|Clinic|Society|Association)\b\.?"
)


def company_of(letter: Letter, reply: str, signature: str, role: str = "", me: frozenset[str] = frozenset()) -> str:
    """Return the employer's name as a mail gives it; empty where it gives none.

    Args:
        letter: the mail.
        reply: what its writer says.
        signature: the writer's signature.
        role: the opening's title, which is no employer.
        me: the candidate's addresses.
    """
    votes: Counter[str] = Counter()
    shown: dict[str, str] = {}

    def vote(name: str, weight: float) -> None:
        name = _clean(name, role)
        if name:
            key = employer_key(name)
            votes[key] += weight  # type: ignore[assignment]  # a Counter of weights
            if len(name) > len(shown.get(key, "")):
                shown[key] = name

    _from_text(letter.subject, reply, vote)
    _from_signature(signature, letter.from_.name, vote)
    relay = relays.relay_of(letter)
    if relay and relay.tenant:
        vote(relay.tenant, 4.0 if relays.desk_name(letter.from_.name) else 2.0)
    elif not relay:
        vote(relays.desk_name(letter.from_.name), 3.0)
    domain = relays.own_domain(letter.from_.address) if letter.from_.address not in me else ""
    slug = re.sub(r"[^a-z0-9]", "", domain.partition(".")[0])
    if slug:
        _by_slug(slug, votes, shown)
    if not votes:
        return domain.partition(".")[0].replace("-", " ").title() if slug else ""
    return shown[max(votes, key=lambda key: votes[key])]


def _from_text(subject: str, reply: str, vote: object) -> None:
    assert callable(vote)
    for pattern in _SUBJECT:
        if match := pattern.search(subject):
            vote(match["name"], 2.5)
    text = reply[:4000]
    for weight, pattern in _PATTERNS:
        for number, match in enumerate(pattern.finditer(text)):
            vote(match["name"], weight if number == 0 else 0.5)
            if number > 4:
                break


def _from_signature(signature: str, sender: str, vote: object) -> None:
    assert callable(vote)
    for line in signature.splitlines()[:12]:
        for piece in re.split(r"\s*[|·•,]\s*|\s[-–—]\s|\bat\b|@", line):
            if sender and piece.strip() and piece.strip().lower() in sender.lower():
                continue
            if _LEGAL.search(piece) and 1 < len(piece.strip()) < 60:
                vote(piece.strip(), 1.5)
            elif re.fullmatch(rf"\s*{_NAME}\s*", piece) and "|" in line:
                vote(piece.strip(), 0.4)


def _clean(name: str, role: str) -> str:
    name = re.sub(r"['’]s$", "", " ".join(name.split()).strip(" .,-–'’&/")).strip(" .,-–")
    name = re.sub(r"^(?:The|the)\s+", "", name)
    words = name.split()
    while words and words[-1].lower().strip(".,") in _NOT_FIRST | {"and", "of", "for", "the", "team", "careers", "&"}:
        words.pop()
    if not words or words[0].lower().strip(".,'’") in _NOT_FIRST or words[0].isdigit():
        return ""
    name = " ".join(words)
    if role and (name.lower() in role.lower() or role.lower() in name.lower()):
        return ""
    return name if 1 < len(name) <= 60 else ""


def _by_slug(slug: str, votes: Counter[str], shown: dict[str, str]) -> None:
    """Strengthen the names that the sender's domain spells, or begin."""
    for key in list(votes):
        packed = re.sub(r"[\W_]", "", key)
        initials = "".join(word[0] for word in key.split())
        if packed == slug:
            votes[key] += 6
        elif len(packed) > 3 and (slug.startswith(packed) or packed.startswith(slug)):
            votes[key] += 4
        elif len(initials) > 2 and initials == slug:
            votes[key] += 4
    if not any(votes[key] >= 4 for key in votes) and votes:
        best = max(votes, key=lambda key: votes[key])
        if votes[best] < 2:
            name = slug.title()
            votes[employer_key(name)] += 2
            shown.setdefault(employer_key(name), name)
