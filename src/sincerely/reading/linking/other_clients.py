"""What a consultant says by the way of another client: "Bad news first, Larch has passed. Onwards: Tarn would like …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sincerely.core.header import Header
from sincerely.reading.letters.sentences import sentences

from .naming import stands_in

# Said of a house in one clause, behind its name; "has passed your CV on" is no no.
_NO = re.compile(
    r"\b(?:(?:has|have|had) (?:sadly |unfortunately |now |decided to )?pass(?:ed)?\b(?! (?:your|the|it|on|this|them|you|along|me)\b)|(?:decided|chose|opted) (?:against|not to)|"
    r"(?:went|gone|going|go) (?:ahead )?with (?:another|someone|somebody|an internal|a different)|(?:won['’]t|will not|are not|is not|isn['’]t|aren['’]t|not) (?:be )?(?:moving|going|taking|move|go|take) (?:you |it |things )?(?:forward|ahead|further)|"
    r"said no|(?:is|are|was) a no\b|turned (?:you|us) down|rejected|filled (?:the|their) (?:role|position|post|job)|(?:hat|haben) (?:leider )?(?:abgesagt|sich (?:gegen|anders|für (?:einen|eine) ander))|"
    r"n['’](?:a|ont) pas (?:retenu|donné suite)|ne donne(?:ra|ront)? pas suite)",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:if|whether|in case|unless|falls|wenn|ob|si)\b", re.IGNORECASE)


def nos_of_others(text: str, here: Header | None, others: list[Header]) -> Iterator[tuple[str, str]]:
    """Yield which other openings of the same consultant a mail seems to say a no of, each with the sentence.

    Args:
        text: what the consultant says.
        here: what the mail is about.
        others: the processes that came through the consultant.
    """
    for one in sentences(text):
        found = _NO.search(one.text)
        if found is None or _CONDITION.search(one.text[: found.start()]):
            continue
        before = one.text[: found.end()]
        if here is not None and _is_told(here.employer, before):
            continue
        named = [other for other in others if other.employer and _is_told(other.employer, before)]
        if len(named) == 1:
            yield named[0].id, one.text.strip()


def _is_told(employer: str, text: str) -> bool:
    """Whether a text names an employer, or calls it as one does who speaks of it often: "Larch" is Larch Pharma."""
    words = employer.split()
    return stands_in(employer, text) or (len(words) > 1 and stands_in(words[0], text))
