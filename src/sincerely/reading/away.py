"""An automatic answer: that somebody is away, and from when on they are back. It is no answer to anything.

That a program answered, its headers say (RFC 3834, and what programs used before it); where an archive has lost them,
a subject that only programs write, with what it says. A person who mentions a holiday is no program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sincerely.times import TimeMention

from . import away_words
from .letters import reply
from .letters.language import language_of
from .letters.letter import Letter
from .letters.sentences import sentences
from .statements.deadlines import day_of, is_deadline
from .statements.statement import Clock, mentions

# Where it is said that somebody is away, it is said at once: after a greeting and thanks for the mail.
_SOON = 4
# A day further ahead is no return.
_LONGEST = timedelta(days=550)
_DAY = timedelta(days=1)
_INSTANT = timedelta(microseconds=1)
_SATURDAY = 5
# Of longer mails a program writes, the rest is advertising and what the law demands.
_MOST = 40
_ROBOT = re.compile(r"no|false|0", re.IGNORECASE)


@dataclass(frozen=True)
class Away:
    """What an out-of-office says.

    Attributes:
        back: the first day on which they are at work again; None where none is named.
        quote: the words that say so, or that they are away.
    """

    back: date | None = None
    quote: str = ""


@dataclass(frozen=True)
class _Said:
    """A day that an out-of-office names.

    Attributes:
        day: the first day back.
        returns: whether it is named as the day of return, and not the last day away.
        quote: the sentence.
        early: whether it is among the first things said, in words that only somebody who was away uses.
    """

    day: date
    returns: bool
    quote: str
    early: bool = False


def is_automatic(letter: Letter) -> bool:
    """Whether a program answered in somebody's name, as the headers say."""
    headers = letter.headers
    if headers.get("auto-submitted", "").lower().startswith("auto-replied"):
        return True
    if any(not _ROBOT.fullmatch(headers.get(name, "no")) for name in ("x-autoreply", "x-autorespond")):
        return True
    if headers.get("precedence", "").lower() in {"auto_reply", "auto-reply"}:
        return True
    # Programs that are older than all these answer from nobody, so that nobody answers them.
    return headers.get("return-path", "").strip() == "<>" and bool(letter.in_reply_to or letter.references)


def of(letter: Letter, clock: Clock) -> Away | None:
    """Return what an automatic answer says of somebody's absence; None for any other mail.

    Args:
        letter: the mail.
        clock: when it came, and whether their days come before their months.
    """
    automatic, marked = is_automatic(letter), away_words.SUBJECT.match(letter.subject) is not None
    if not automatic and not marked:
        return None
    parts = reply.of(letter)
    said = sentences(parts.reply)[:_MOST]
    absent = next((one for one in said[:_SOON] if away_words.ABSENT.search(one.text)), None)
    # Behind its mark a program's subject repeats the one that it answers.
    subject = letter.subject.partition(":")[0]
    found = list(_days([subject, *(one.text for one in said)], clock))
    if absent is None and not (away_words.ABSENT.search(subject) or (automatic and any(one.early for one in found))):
        return None
    best = _best(found)
    quote = best.quote if best is not None else absent.text if absent is not None else letter.subject
    return Away(best.day if best is not None else None, " ".join(quote.split()))


def _best(found: Sequence[_Said]) -> _Said | None:
    """Return the day that counts: the first return that is named; else when the last time away ends."""
    returns = [one for one in found if one.returns]
    if returns:
        return min(returns, key=lambda one: one.day)
    return max(found, key=lambda one: one.day, default=None)


def _days(texts: Sequence[str], clock: Clock) -> Iterator[_Said]:
    today = clock.at.date()
    for number, text in enumerate(texts):
        day_first = language_of(text) != "en" or clock.country != "US"
        shown = away_words.in_english(text, day_first=day_first)
        dated = [one for one in mentions(shown, clock) if _is_day(one)]
        for before, one, after, is_last in _around(shown, dated):
            said = _said(one, before, after if is_last else "", shown)
            if said is not None and today <= said.day <= today + _LONGEST:
                yield replace(said, quote=text, early=said.early and number <= _SOON)


def _is_day(mention: TimeMention) -> bool:
    """Whether a time is a day or longer: hours of opening and numbers to call are nobody's return."""
    if mention.end is None:
        return False
    start = mention.start
    return start is None or mention.end - start >= _DAY


def _around(text: str, dated: Sequence[TimeMention]) -> Iterator[tuple[str, TimeMention, str, bool]]:
    """Yield each day with the words from the one before it on, and those up to the next."""
    edges = [0, *(one.stop for one in dated)]
    begins = [*(one.begin for one in dated), len(text)]
    for index, one in enumerate(dated):
        yield text[edges[index] : one.begin], one, text[one.stop : begins[index + 1]], index == len(dated) - 1


def _said(mention: TimeMention, before: str, after: str, text: str) -> _Said | None:
    last = day_of(mention)
    if last is None:
        return None
    until = is_deadline(mention) or away_words.UNTIL.search(before) is not None
    if _is_return(before) or (not until and _is_return(after)):
        # "Back next week": its first day.
        strong = away_words.BACK.search(before + after) is not None
        return _Said(_first(mention, last), returns=True, quote=text, early=strong)
    if is_deadline(mention) and away_words.REACHABLE.search(before):
        # "I can't answer until the 17th": on that day they can.
        return _Said(last, returns=True, quote=text, early=True)
    if until:
        return _Said(_after(mention, last, before, after), returns=False, quote=text)
    if not away_words.ABSENT.search(text) or away_words.FROM.search(before):
        return None
    end = (mention.end - _INSTANT).date() if mention.end is not None else last
    return _Said(_next_work_day(end), returns=False, quote=text)


def _first(mention: TimeMention, last: date) -> date:
    return mention.start.date() if mention.start is not None else last


def _is_return(words: str) -> bool:
    if away_words.BACK.search(words):
        return True
    return away_words.REACHABLE.search(words) is not None and away_words.DENIED.search(words) is None


def _after(mention: TimeMention, last: date, before: str, after: str) -> date:
    """Return the first day back of who is away until a day.

    "Until Friday" ends with Friday; "until Monday" means that on Monday they are back, for nobody takes leave of the
    first working day of a week without saying so: "from … to", "inclusive", or a plain date in most languages.
    """
    plain = is_deadline(mention) or not any(character.isdigit() for character in mention.quote)
    begins = away_words.BEGINS.search(before) or away_words.INCLUSIVE.search(before[-30:] + mention.quote + after[:30])
    weekend_before = (last - _DAY).weekday() >= _SATURDAY and last.weekday() < _SATURDAY
    return last if plain and weekend_before and not begins else _next_work_day(last)


def _next_work_day(day: date) -> date:
    day += _DAY
    while day.weekday() >= _SATURDAY:
        day += _DAY
    return day
