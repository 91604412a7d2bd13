"""English sentences of a polite no: what somebody declines or withdraws, and the wishes that go with it.

The encoder hears a refusal in them, and a refusal sounds hard. Who says no for themselves, judges nobody and is not
wry about it is courteous.
"""

from __future__ import annotations

import re

_NO = re.compile(
    r"\b(?:(?:i|i'm|i've|i'd|we) (?:[\w'-]+ ){0,8}(?:withdraw(?:ing|n)?|declin(?:e|ed|ing)|(?:step|pull)(?:ping|ing)? (?:back|out)|turn(?:ing)? (?:it|this|that|(?:the|your) \w+) down|(?:to|will|must|'ll) say no|saying no"
    r"|(?:not|won't|can't|cannot|don't|unable) (?:\w+ ){0,3}(?:accept\w*|tak(?:e|ing) (?:up|(?:the|your) (?:job|post|role|position|place|offer))|go(?:ing)? (?:ahead|on|further)|continue|pursue|proceed|be (?:able|going)))(?! (?:again|more|longer)\b)"
    r"|(?:consider|treat|take|regard) this (?:\w+ ){0,3}(?:as )?my withdrawal|(?:take|remove) (?:me|my (?:name|application|details)) (?:out|off|from)|close my (?:application|file)"
    r"|i(?:'ve| have)? (?:\w+ )?decided to stay)\b"
)
_WISH = re.compile(
    r"(?:and |but )?i(?: do)? (?:wish|hope) (?:that )?(?:you|the (?:team|school|ward|shop)|everyone)(?: and (?:your|the|all) \w+)? (?:(?:all the|the very) best|every success|well|(?:much )?(?:luck|success)|find (?:the right|a good|a fine|somebody|someone)\b)"
    r"(?:(?: in| with| for| of| and| the| your| this| a| right| good| search| future| season| year| finding| filling| post| role| position| person| candidate| one| soon){0,12})[.!]?"
)
# Spoken to by way of courtesy: of these no judging is done.
_COURTESY = re.compile(
    r"\b(?:thank(?:s| you)(?: (?:so|very) much)?|let(?:ting)? you know|tell(?:ing)? you|write to you|writing to you|grateful to you|sorry to (?:you|let you down)|ask(?:ing)? you(?= to)|with you"
    r"|your (?:kind |generous )?(?:offer|invitation|time|interest|kindness|understanding|proposal|files?|list|books|records|process))\b"
)
_OTHERS = re.compile(
    r"\b(?:you\w*|yours?|you['’]\w+|they|their|them|he|she|his|her|nobody|no one|any(?:one|body)|some(?:one|body)|every(?:one|body)|people|who\w*|those|these|others|compan(?:y|ies)|firms?"
    r"|teams?|managers?|panel|boss\w*|management|house|place|where)\b"
)
_WRY = re.compile(
    r"[\"“”…*]|\b(?:clearly|obviously|apparently|evidently|surely|frankly|honestly|finally|at last|luckily|fortunately|dodged?|relie(?:f|ved)|escap\w+|wast\w+|naturally|of course|no wonder|unsurpris\w+"
    r"|surpris\w+|standards?|bother\w*|insult\w*|joke|ridiculous|laugh\w*|so-called|worth|better things|deserv\w+|regret (?:ever|having)|unless|until|or else|lawyer|review)\b"
)


def declines(line: str) -> bool:
    """Whether a sentence says no for its writer and judges nobody.

    >>> declines("I would like to withdraw my application, as I have found work nearer home.")
    True
    >>> declines("I withdraw my application, since nobody there can answer a letter.")
    False
    """
    low = line.lower().replace("’", "'")
    if _WRY.search(low) or not _NO.search(low):
        return False
    return not _OTHERS.search(_COURTESY.sub(" ", low))


# "A people problem before it is a freight problem": one kind of trouble is set beside another, and nobody judged.
_MATTER = r"(?:problems?|questions?|matters?|issues?|challenges?|tasks?)"
_WEIGHED = re.compile(
    rf"\ban? (?P<one>[\w-]+) {_MATTER}(?:,? (?:before|rather than|more than|as much as|and not|not|then|and only then|long before|first) [^.!?;]{{0,30}}"
    rf"\b(?P<other>[\w-]+) (?:{_MATTER}|one)\b| first\b)"
)
_THEIR_FAULT = frozenset(
    """you your management leadership manager managers boss honesty trust attitude character integrity ego culture intelligence
    brain competence respect manners decency personality serious huge big real massive basic""".split()
)


def weighs_matters(line: str) -> bool:
    """Whether a sentence sets one kind of problem beside another, and judges nobody.

    >>> weighs_matters("Late stock is a planning problem before it is a people problem.")
    True
    >>> weighs_matters("Your late stock is a management problem before it is a people problem.")
    False
    """
    low = line.lower().replace("’", "'")
    found = _WEIGHED.search(low)
    if found is None or _WRY.search(low) or re.search(r"\byou(?:r|rs|'\w+)?\b|[!?]", low):
        return False
    return found["one"] not in _THEIR_FAULT and found["other"] not in _THEIR_FAULT


_OWN_DEED = re.compile(
    r"\bi(?:'ve| have| had)? (?:led|built|ran|grew|opened|taught|trained|managed|planned|repaired|fixed|rebuilt|moved|launched|sold|nursed|cooked|designed|wrote|introduced|cut|raised|set up|mentored|coached|supervised|supported|helped|organi[sz]ed|looked after|cared for|tested|studied|translated|prepared|(?:was|been) (?:in charge of|responsible for))\b"
)
# What sets oneself above others, mocks, or may be a threat, whoever the sentence speaks of.
_POINTED = re.compile(
    r"[!?]|\b(?:better|best|worse|worst|than|without|never|unlike|at least|even|real(?:ly)?|actual(?:ly)?|again|nothing|friends?|journalists?|press|public\w*|post(?:ed|ing)?"
    r"|story|stories|record(?:ed|ing)?|mails?|customers?|clients?|complain\w*|report\w*|expos\w+|fool\w*|mistake of|for free|for nothing|ignor\w+|insult\w*|lie[sd]?|li(?:ar|ars|es)|treat\w*)\b"
)


def tells_own_work(line: str) -> bool:
    """Whether a sentence tells what its writer did, speaks to nobody and of nobody else.

    >>> tells_own_work("I grew the depot from two to nine people, so I have some scars to show.")
    True
    >>> tells_own_work("I ran a depot better than any of yours.")
    False
    """
    low = line.lower().replace("’", "'")
    return not (_OWN_DEED.search(low) is None or _WRY.search(low) or _POINTED.search(low) or _OTHERS.search(low))


def wishes_well(line: str) -> bool:
    """Whether a sentence wishes them well, and nothing besides.

    >>> wishes_well("I wish you every success in finding the right person."), wishes_well("I wish you luck, you need it.")
    (True, False)
    """
    return _WISH.fullmatch(line.lower().replace("’", "'").strip()) is not None
