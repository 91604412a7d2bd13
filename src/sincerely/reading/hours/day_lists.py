"""Days and hours of one list that name their month, or their "o'clock", only once: "9., 10. oder 11. März"."""

from __future__ import annotations

import re
from collections.abc import Callable

Phrase = tuple[str, str | Callable[[re.Match[str]], str]]

# Longer lists are tables; what is bounded costs no more in a long text than its length.
_MOST = 8
_DOM = re.compile(r"\b\d{1,2}(?:er)?\b\.?")
# Rooms and floors are counted in bare figures too.
_NO_HOUR = "".join(rf"(?<!{word} )" for word in ("raum", "zimmer", "etage", "salle", "bureau", "étage"))


def days(member: str, link: str, month: str, *, first: str = "", dotted: bool) -> Phrase:
    """Return a phrase that gives each day of a list the month, and the year, that the last one names.

    Args:
        member: what may stand before a day of the list: a weekday, an article.
        link: what stands between two days.
        month: the names of months.
        first: what must stand before the first day, since bare figures may count anything; "" for nothing.
        dotted: days are written "9." and "9.3.", else "9" and "9/3".
    """
    day = r"\d{1,2}\." if dotted else r"\d{1,2}(?:er)?(?![\w:./])"
    figures = r"\d{1,2}\.(?:\d{4}\b)?" if dotted else r"(?<=\d)/\d{1,2}(?:/\d{2,4})?(?![/\d])"
    tail = rf"({month}\b(?: \d{{4}}\b)?|{figures})"
    pattern = (
        rf"(?<![\w.,:/-]){first}{member}{day}(?:(?:{link}){member}{day}){{0,{_MOST}}}"
        rf"(?=(?:{link}){member}\d{{1,2}}{'[.]' if dotted else '(?:er)?'} ?{tail})"
    )
    return pattern, lambda match: _DOM.sub(lambda one: _with_month(one[0], match[1]), match[0])


def _with_month(day: str, tail: str) -> str:
    return day + tail if tail[0] in "/0123456789" else f"{day} {tail}"


def hours(link: str, sign: str) -> Phrase:
    """Return a phrase that makes each bare hour of a list one, where the last is: "um 9, 11 oder 15 Uhr".

    Args:
        link: what stands before the last hour.
        sign: what makes the last one an hour.
    """
    more = rf"(?:(?:, ?| ?/ ?)\d{{1,2}}(?:[.:]\d\d)?){{0,{_MOST}}}"
    return rf"(?<![\w.:/-]){_NO_HOUR}\d{{1,2}}(?={more}(?:{link})\d{{1,2}}(?:{sign}))", r"\g<0>:00"
