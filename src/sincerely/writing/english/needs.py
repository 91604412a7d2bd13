"""What was noted of their needs, in English: what they look for, or what troubles them."""

from __future__ import annotations

import re
from collections.abc import Callable

from sincerely.writing.words.clipping import tidy

from .notes import begin, is_clause, is_gerund, word_of
from .words import DETERMINERS, JOBS, PREPOSITION, SUBJECTS, TRAITS

_WANTED = re.compile(r"(?:(?:they|you|we) )?(?:needs?|wants?|(?:are )?look(?:ing)? for)\b", re.IGNORECASE)
_TROUBLE = re.compile(
    r"(?:[$£€]?\d[\d,.]*%?[kKmM]? (?!(?:\w+ )?(?:years?|yrs?|people|heads|more|new|extra)\b)|(?:less|fewer|too|no|not|their|your|high|low|slow|bad|poor|old|late)\b"
    r"|(?:the |an? |big |lots? of )*(?:problems?|trouble|issues?|backlogs?|delays?|turnover|churn|losses|shortages?|complaints)\b)",
    re.IGNORECASE,
)


def need_of(note: str, turn: Callable[[str], str], names: frozenset[str]) -> tuple[str, str]:
    """Return what they need: as an ``object`` after "you need", a ``sentence``, or what it is ``about``.

    "22 weeks lead time" and "less money in inventory" are what troubles them, and nothing that they look for.
    """
    said = _WANTED.match(tidy(note)) is not None
    text = begin(
        re.sub(r"^(?:they|you|we)\s+(?:need|want|are looking for|look for)\s+", "", tidy(note), flags=re.IGNORECASE),
        names,
    )
    text = re.sub(r"^(?:need|needs|want|wants|looking for)\s+", "", text, flags=re.IGNORECASE)
    if is_clause(text) and word_of(text) in SUBJECTS:
        return "sentence", turn(text)
    head = PREPOSITION.split(f"{text} ")[0].strip().casefold()
    person = TRAITS.search(head) or JOBS.search(head)
    if re.match(r"new (?!\w+s\b)\w+$", text) or (person and word_of(text) not in DETERMINERS):
        text = f"an {text}" if re.match(r"[aeiou]", text, re.IGNORECASE) else f"a {text}"
    if not person and (is_gerund(word_of(text)) or (not said and _TROUBLE.match(text))):
        return "about", turn(text)
    return "object", turn(text)
