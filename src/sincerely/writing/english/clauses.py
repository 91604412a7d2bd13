"""English notes that are clauses without an article, or trail off: "team seems chill", "lab meets weekly, very open"."""

from __future__ import annotations

import re

from sincerely.writing.words.clipping import is_given

from .words import (
    AUXILIARIES,
    DEGREES,
    DETERMINERS,
    MANNERS,
    ONE_OF,
    PAST,
    PRETERITES,
    PRONOUNS,
    SUBJECTS,
    THIRD,
    WH,
)

# One of a kind, where a clause begins with it; beside what `ONE_OF` knows.
_ONE_OF_THESE = re.compile(
    r"(?:group|docket|menu|company|firm|crew|lab|board|school|class|nursery|garage|depot|salon|bakery|hotel|library|museum|restaurant"
    r"|route|fleet|caseload|workload|manager|boss|head|owner|founder|director|chef|grant|site|plant|garden|canteen|practice"
    r"|station|yard|shift|surgery|farm|band|studio|gallery|theatre|court|judge|partner|backlog|queue|branch)$"
)
_FIND_VERB = (
    AUXILIARIES | THIRD | PRETERITES | PAST | {"changes", "opens", "closes", "rotates", "plans", "needs", "uses"}
)
_LONGEST_SUBJECT = 4
_FREQUENT = frozenset("every each weekly daily monthly yearly constantly nonstop twice once".split())
_TIME = re.compile(
    r"(?:day|days|week|weeks|month|months|year|years|weekly|daily|monthly|am|pm|noon|\d)$", re.IGNORECASE
)
# What is added behind a comma, without a verb, and says how and not what: "vans supplied", "6 weeks paid".
_PARTICIPLE = re.compile(r"(?:[\w-]+ ){1,2}(?:\w{3,}ed|paid|given|done|built|kept)")
_HOW = re.compile(
    rf"(?:(?:{'|'.join(sorted(DEGREES))}) )?(?P<manner>{'|'.join(sorted(map(re.escape, MANNERS)))})(?P<rest>(?: (?:about|with|to|on|in) .+)?)$"
)
_COUNTED = re.compile(r"\d+ (?P<what>[a-z]+)\b")
_UNITS = frozenset(
    """day days week weeks month months year years hour hours minute minutes time times percent people staff colleagues employees members
    persons of strong""".split()
)
# "Kids so polite": how they were.
SO_WAS = re.compile(
    r"(?P<who>(?!you\b|they\b|she\b|all\b|was\b|were\b|are\b|not\b|feel|felt|seem|look)[a-z]{3,}) (?:so|very|really) (?P<how>[a-z]+)$"
)
_BETWEEN = re.compile(r",\s+")
_TOLD = re.compile(r"^(?:you|one) can (?:really )?(?:tell|see|feel) (?:that )?(?=\w+ \w)", re.IGNORECASE)


def goes_on_often(word: str, following: str) -> bool:
    """Whether a word is a verb because of what follows it: "the menu changes every week"."""
    return word in {"changes", "opens", "closes", "rotates"} and following in _FREQUENT


def with_subject(clause: str) -> str:
    """Give a clause's bare subject its article: "team seems chill" is "the team seems chill"; "training is paid" stays."""
    words = clause.split()
    first = words[0].casefold() if words else ""
    if not words or first in DETERMINERS | PRONOUNS | SUBJECTS | WH or words[0][:1].isupper() or is_given(words[0]):
        return clause
    if "'" in words[0] or "’" in words[0] or first in {"if", "when", "nothing", "everything", "something", "there's"}:
        return clause
    verb = next((n for n, word in enumerate(words) if n and word.casefold() in _FIND_VERB), 0)
    subject = " ".join(words[:verb])
    if not verb or verb > _LONGEST_SUBJECT or not re.fullmatch(r"[a-z -]+", subject):
        return clause
    return f"the {clause}" if ONE_OF.search(subject) or _ONE_OF_THESE.search(subject) else clause


def clause_alone(clause: str) -> str:
    """Return a clause without the scrap behind it: "the group meets every Tuesday, journal club"."""
    head, _, tail = clause.partition(", ")
    words = tail.split()
    if not tail or ", " in tail or len(words) > 3 or {"is", "are", "was", "were", "has", "have"} & set(head.split()):
        return clause
    first = words[0].casefold()
    scrap = first in DEGREES or bool(_PARTICIPLE.fullmatch(tail)) or bool(_TIME.search(head) and tail.islower())
    linked = first in {
        "and",
        "but",
        "so",
        "or",
        "mostly",
        "mainly",
        "usually",
        "often",
        "also",
        "too",
        "on",
        "in",
        "at",
        "with",
    }
    return head if scrap and not linked else clause


def told(clause: str) -> str:
    """Return what "you can tell" comes before: "you can tell she cares" is "she cares"."""
    return _TOLD.sub("", clause)


def manner_behind(text: str, you: str) -> str:
    """Say of "how calm you were, very honest about staffing" that both are meant."""
    head, _, tail = text.partition(", ")
    how = _HOW.match(tail) if head.startswith("how ") and f" {you} were" in head else None
    return f"{head} and how {how['manner']} {you} were{how['rest']}" if how else text


def things_alone(text: str) -> str:
    """Link two things with a comma between, or leave off what only says how the first is: "rewires, vans supplied"."""
    parts = _BETWEEN.split(text)
    if len(parts) != 2:
        return text
    head, tail = parts
    if (" " in head or head.endswith("s")) and _PARTICIPLE.fullmatch(tail) and not _PARTICIPLE.fullmatch(head):
        return head
    counted = _COUNTED.match(tail)
    alike = head.split()[-1].casefold() in {"team", "group", "staff", "crew", "office", "department", "people", "size"}
    owned = re.match(r"(?:\S+['’]s|the|their|your|his|her) ", head) and not head.endswith("s")
    if owned and re.fullmatch(r"(?:[a-z-]+ ){1,2}[a-z]{3,}s", tail) and not re.search(r"(?<!ou)s$", tail.split()[0]):
        return f"{head} and the {tail}"
    if counted and not tail.startswith("1 ") and counted["what"] not in _UNITS and not alike:
        return f"{head} and {tail}"
    return text
