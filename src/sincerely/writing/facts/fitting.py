"""From a CV's line and a posting's line to the sentence that says why somebody fits.

Only what can stand in a sentence as it is written is used: a CV's heading, a job's title with its years, a list of
tools stays a ground and is never made a sentence of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sincerely.writing.words.clipping import clip, tidy
from sincerely.writing.words.skills import SKILLS

from .grounds import Fact, Ground
from .languages import guess
from .passages import HEADING, Pair, Passage, ends, pairs, passages, wanted
from .situation import Situation

# How many words of the CV, and of the posting, one sentence takes.
_DEED, _NEED = 26, 14
_FEWEST = 4
_DONE = frozenset(
    """led ran built made wrote taught grew set cut kept held gave won began drove spoke oversaw rebuilt rewrote dealt
    took brought found sold spent managed created designed developed delivered launched introduced improved increased
    reduced saved trained coached mentored supervised organised organized planned coordinated negotiated analysed
    analyzed automated migrated maintained supported presented published researched tested implemented established
    founded headed directed produced prepared edited translated reviewed audited advised modelled modeled forecast
    forecasted measured monitored documented deployed optimised optimized streamlined halved doubled tripled raised
    hired recruited nursed treated repaired restored installed configured programmed administered handled processed
    tracked wired evaluated conducted achieved completed initiated facilitated trained worked helped shipped scaled solved
    secured served upgraded verified unified transformed simplified standardised standardized consolidated implemented
    integrated mapped cleaned collected compiled calculated classified visualised visualized drafted chaired hosted
    onboarded partnered piloted pitched procured promoted rolled standardised won resolved restructured represented
    cared looked cooked baked sewed drew painted drove delivered assembled welded inspected audited balanced
    reconciled budgeted invoiced ordered stocked served greeted answered counselled taught graded invented engineered
    architected refactored debugged benchmarked profiled containerised containerized provisioned orchestrated""".split()
)
_FOLLOWS = re.compile(r"(?:the|a|an|our|all|its|their|my|new|out|up|more|over|\d[\d,.]*\+?)$", re.IGNORECASE)
_YEARS = re.compile(r"\b(?:19|20)\d\d\s*[–—-]\s*(?:(?:19|20)\d\d|now|today|present|heute)?", re.IGNORECASE)
_PRAISE = (
    r"(?:(?:strong|proven|solid|good|excellent|deep|hands-on|demonstrated|sound|practical|working|relevant|first"
    r"|professional|advanced|broad|extensive|great|several|many) )*"
)
_NOUN = re.compile(
    rf"^{_PRAISE}(?:experience|knowledge|understanding|skills?|ability|familiarity|expertise|proficiency|command|degree"
    r"|background|fluency|track record|interest|experience|(?:a|an) \w+|\d+\+? years?|(?:two|three|four|five|six) years?"
    rf"|(?:{'|'.join(map(re.escape, sorted(SKILLS, key=len, reverse=True)))})(?![\w-]))\b",
    re.IGNORECASE,
)
_PERSONAL = re.compile(r"\b(?:you|your|we|us|i|is|are|must|will|can)\b", re.IGNORECASE)


def fitting(cv: Sequence[Ground], posting: Sequence[Ground]) -> tuple[Pair, ...]:
    """Return what of the person's CV answers what the posting asks for, the best first.

    Postings name what they want in lines of their own; others, such as what the firm offers, count for less.
    """
    needs = [p for p in passages(posting) if _may_be_need(p)]
    named = wanted(needs)
    rest = [p for p in needs if p not in named]
    deeds = [p for p in passages(cv) if ends(p) and _is_deed(p)]
    first = pairs(deeds, named)
    used = {pair.deed for pair in first}
    return (*first, *pairs([deed for deed in deeds if deed not in used], rest))


def _may_be_need(passage: Passage) -> bool:
    return ends(passage) and 3 <= len(passage.text.split()) <= 40 and not HEADING.search(passage.text)


def _is_deed(passage: Passage) -> bool:
    """Whether a CV's passage says what somebody did, and is no heading, title or list."""
    words = passage.text.split()
    if len(words) < _FEWEST or _YEARS.search(passage.text):
        return False
    if guess(passage.text) in {"de", "fr"}:
        return passage.listed
    first, second = words[0].casefold().strip(".,;:"), words[1]
    if first == "i":
        return True
    if first in _DONE:
        return passage.listed or not second[:1].isupper()
    return first.endswith("ed") and bool(_FOLLOWS.match(second))


def asked_for(cv: Sequence[Ground], posting: Sequence[Ground]) -> tuple[tuple[Passage, Passage | None], ...]:
    """Return what the posting asks for, each with what of the CV answers it: what is answered comes first."""
    answered: dict[Passage, Passage | None] = {pair.need: pair.deed for pair in fitting(cv, posting)}
    return tuple({**answered, **{p: None for p in wanted(passages(posting)) if p not in answered}}.items())


def fit_facts(situation: Situation, language: str, most: int) -> dict[str, Fact]:
    """Return what a thank-you may say of the CV and the posting: ``cv_did``, ``asked`` or ``asked_words``.

    Args:
        situation: of whose ``position`` in the panel the pair depends: no two colleagues read the same.
        language: of the mail; a CV in another one is no part of its sentences.
        most: words that each may take.
    """
    whole = guess("\n".join(line.text for line in situation.cv))
    usable = [
        pair
        for pair in fitting(situation.cv, situation.posting)
        if (guess(pair.deed.text) or whole or language) == language
    ]
    if situation.position >= len(usable):
        return {}
    pair = usable[situation.position]
    deed = clip(tidy(pair.deed.text), min(most, _DEED))
    if not deed:
        return {}
    if language != "en":
        facts = {"cv_line": Fact(deed, pair.deed.grounds)}
    else:
        words = deed.partition(" ")[2] if deed.startswith("I ") else deed[:1].lower() + deed[1:]
        facts = {"cv_did": Fact(words, pair.deed.grounds)}
    return {**facts, **_asked(pair.need, language, situation)}


def _asked(need: Passage, language: str, situation: Situation) -> dict[str, Fact]:
    """Return what is asked for: as words that follow "asks for", else in the posting's own."""
    text = tidy(need.text)
    if guess(text) not in {"", language}:
        return {}
    short = clip(text, _NEED)
    if not short:
        return {}
    if language == "en" and _NOUN.match(short) and not _PERSONAL.search(short):
        turned = re.sub(r"\bour\b", "their" if situation.through_agency else "your", short)
        first = turned.split(" ", 1)[0]
        keeps = any(c.isupper() for c in first[1:]) or first.casefold() in SKILLS
        return {"asked": Fact(turned if keeps else turned[:1].lower() + turned[1:], need.grounds)}
    return {"asked_words": Fact(short, need.grounds)}
