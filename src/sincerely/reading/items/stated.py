"""Things that a sentence names to say how it stands with them, and not to ask for them: "Your portfolio made the rounds"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .named import Named

_BREAK = re.compile(r"[;:?!()–,]|\bbut\b|\bhowever\b|\baber\b|\bmais\b")
_LACKS = re.compile(
    r"\b(?:need\w*|must|should|required?|missing|lack\w*|outstanding|due|overdue|expire[sd]?|await\w*|pending|incomplete|unreadable|not|no|yet|please|send|"
    r"fehl\w*|nicht|noch|muss|müssen|sollten?|bitte|manqu\w*|doit|doivent|pas)\b"
)
_OWNER = re.compile(r"(?:(?:and|so|also|now|both|all) )*(?:your|the)(?: \w+){0,3}$")
_STATES = re.compile(
    r"(?:(?:and|or|,) (?:your )?(?:\w+ ){1,3})?(?:for (?:\w+ ){1,4}?)?(?:(?:has|have|had|was|were|made|went|came|got|looked|looks|arrived|landed|caught|showed|shows|reached|read|told|gave)\b|"
    r"(?:is|are) (?:now |all |both |already |safely )?(?:with|in|on|here|fine|there|great|excellent|impressive|good|perfect|complete|done|at|being|under)\b)"
)


def _is_subject(words: Sequence[str], one: Named) -> bool:
    """Whether a clause begins with an item, and says what became of it: "Your references have both answered"."""
    before, behind = " ".join(words[: one.begin]), " ".join(words[one.stop :])
    clause = _BREAK.split(before)[-1].strip()
    rest = _BREAK.split(behind)[0]
    return _OWNER.fullmatch(clause) is not None and _STATES.match(behind) is not None and not _LACKS.search(rest)


# What a list says behind a thing that is there: "Passport: received", "Lebenslauf (liegt vor)", "Reference 1 – done".
_THERE = re.compile(
    r"(?:\d{1,2} )?[:(–,]? ?(?:(?:is|are|was|ist|sind|est|a été|already|bereits|schon|all) )*(?:"
    r"received|completed|complete|on file|done|ok|okay|settled|checked|verified|noted|approved|uploaded|submitted|not (?:needed|required|necessary)|optional|"
    r"liegt (?:\w+ )?vor|liegen (?:\w+ )?vor|vorhanden|erhalten|eingegangen|erledigt|geprüft|nicht nötig|nicht erforderlich|erst (?:nach|bei|vor|mit|wenn)\b.{0,30}|"
    r"reçue?s?|déjà reçue?s?|fournie?s?|validée?s?|au dossier|complet|complète|vu|vue"
    r")(?: (?:on|am|le|by))?(?: [\w.,:]+){0,4}(?: \)| ;| ,)?$"
)
_LONGEST = 12


def is_ticked_off(words: Sequence[str], one: Named) -> bool:
    """Whether a row of a list names an item, and how it stands with it: "Degree certificate: received"."""
    before, behind = " ".join(words[: one.begin]), " ".join(words[one.stop :])
    if _LACKS.search(before):
        return False
    if one.begin == 0 and _THERE.fullmatch(behind.split(" , ")[0]):  # "References done, plans to be defended"
        return True
    return len(words) <= _LONGEST and _THERE.fullmatch(behind) is not None


# "The team has your form", "Ihre Zeugnisse haben wir hier", "nous avons votre CV".
_HOLDS = re.compile(
    r"(?:\b(?:we|i|they|already|\w+ team|office|panel|hr|colleagues|manager) (?:already |now |both |all )?(?:have|has|hold|holds|got)(?: (?:already|now|got|both))?|"
    r"\b(?:wir|ich) (?:haben|habe)|\b(?:haben|habe) (?:wir|ich)|\bnous avons|\bj'ai)(?: \w+)?(?: bien| déjà| bereits| schon)? (?:your|both|ihre?n?|deine?n?|votre|vos|ton|ta|tes)$"
)
_HELD = re.compile(
    r"(?:\w+ ){0,3}(?:haben|habe) (?:wir|ich)\b|(?:(?:und|,|sowie|et|and) (?:\w+ ){1,3})?(?:(?:haben|habe) (?:wir|ich)\b|(?:liegt|liegen|sind|ist) (?:uns |mir |schon |bereits |hier |dort |da |alle )*(?:vor|da|hier|dabei|vollständig|angekommen)\b|"
    r"nous (?:sont|est) (?:bien )?parvenue?s?|(?:est|sont) (?:bien |déjà )?(?:en notre possession|au dossier|arrivée?s?))"
)
_STILL = re.compile(
    r"\b(?:nicht|noch|keine?n?|not|yet|pas|encore|sobald|once|until|when|if|wenn|falls|si|asked|gebeten|erst)\b"
)


def _is_held(words: Sequence[str], one: Named) -> bool:
    """Whether whoever writes has an item."""
    before, behind = " ".join(words[: one.begin]), " ".join(words[one.stop :])
    clause, rest = _BREAK.split(before)[-1].strip(), _BREAK.split(behind)[0]
    if _STILL.search(clause) or _STILL.search(rest):
        return False
    return _HOLDS.search(clause) is not None or _HELD.match(behind) is not None


# "I'll send you the forms", "we'd have the paperwork in front of you": theirs to give.
_THEIRS = re.compile(
    r"\b(?:we|i|they|he|she|hr|payroll|colleague|office)(?: \w+ly)? (?:will|shall|would|can|could)(?: then| also| now)? (?:send|email|forward|post|have|get|prepare|draft|bring|issue|draw up|complete|sign|ask|request|take up|contact)\b"
)
_NEEDS = re.compile(r"\b(?:need|you to|like you|ask you|want you|have from|have by|get from|from you)\b")
# "Before we contact your referees, please work through this": that is when, and not what.
_BEFORE = re.compile(r"(?:before|bevor|avant (?:que|de))\b")
_ASKS = re.compile(r"\b(?:please|send|need|bring|must|bitte|schick\w*|senden|merci|envoy\w*)\b")
# "Is your second referee a relation?" asks something about it.
_ABOUT = re.compile(
    r"(?:is|are|was|were|do|does|did|has|have|when are|when is|ist|sind|hat|haben) (?:both |all |any |one )?(?:of )?(?:your|my|ihr|ihre|dein|deine)(?: \w+){0,2}$"
)
# "I came to form an opinion", "for form's sake", "how's the form?".
_NO_FORM = re.compile(r"(?:\b(?:to|for|in|good|great|fine|how is the|how 's the|any shape or)|how's the)$")


def _is_other(words: Sequence[str], one: Named) -> bool:
    """Whether words name the writer's own thing, or form only an idiom."""
    before, behind = " ".join(words[: one.begin]), " ".join(words[one.stop :])
    if "?" not in words and not _MINE.isdisjoint(words[max(0, one.begin - 1) : one.begin]):
        return True
    if list(words[one.begin : one.stop]) == ["form"] and _NO_FORM.search(before):
        return not behind.startswith(("below", "attached", "enclosed"))
    if list(words[one.begin : one.stop]) == ["reference"] and behind.startswith(("check", "call")):
        return True
    clause = _BREAK.split(before)[-1].strip()
    if _BEFORE.match(clause) and not _ASKS.search(clause):
        return True
    if words[-1] == "?" and _ABOUT.fullmatch(clause) and not _ASKS.search(behind):
        return True
    return _THEIRS.search(clause) is not None and not _NEEDS.search(clause) and not _NEEDS.search(behind)


_MINE = frozenset("my meinen meine mein meinem mon".split())


# "Your start date is Monday", "Ihr Eintrittstermin ist der 1. Mai": nobody asks for it.
_FIXED = re.compile(
    r"(?:is|was|will be|has been|remains|ist|wird|wäre|bleibt|est|sera)\b(?! (?:to be|yet|still|open|not|up to|noch|nicht|offen|encore|à)\b)"
)


def _is_fixed(words: Sequence[str], one: Named) -> bool:
    """Whether a sentence tells the reader the day of their start."""
    if one.item != "start-date" or "?" in words:
        return False
    before, behind = " ".join(words[: one.begin]), " ".join(words[one.stop :])
    return _TELLS.search(before) is not None and _FIXED.match(behind) is not None and not _LACKS.search(behind)


_TELLS = re.compile(r"(?:^|(?:[,;:.–]|\b(?:and|und|et)) )(?:your|the|ihr|dein|der|votre|ta|la)(?: \w+)?$")


def is_stated(words: Sequence[str], one: Named) -> bool:
    """Whether a sentence says how it stands with an item, or that it is the writer's: nobody is to hand it in."""
    return any(test(words, one) for test in (is_ticked_off, _is_subject, _is_held, _is_fixed, _is_other))
