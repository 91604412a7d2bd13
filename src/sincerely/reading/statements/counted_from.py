"""Days that are told by their distance from another day of the same mail.

"The panel meets on the 9th, and I shall write within three working days of that": the nine is a day of the calendar,
what follows is none before it is counted from there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta

from sincerely.core.working_time import WorkingCalendar
from sincerely.times import TimeMention

from .deadlines import EVE_FR, day_of, is_deadline
from .statement import CLOCK_GRAINS, Statement
from .time_clauses import names_day

_DAY = timedelta(days=1)
_FRIDAY = 4
# Among so many sentences, its own too, a "that" reaches back; and so many letters of one are looked at: nobody writes longer ones.
_BACK = 3
# A day that words reach to begins so soon behind them.
_NEXT = 5
_LONGEST = 1000
_SATURDAY = 5
_FINE = frozenset({"day", "hour", "minute"})
_COUNTS = {"a": 1, "an": 1, "one": 1, "the": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10, "couple of": 2,
           "ein": 1, "einen": 1, "eine": 1, "zwei": 2, "drei": 3, "fünf": 5, "un": 1, "une": 1, "deux": 2, "trois": 3, "cinq": 5}  # fmt: skip
_WEEKDAYS = (
    ("monday", "mon", "montag", "lundi"),
    ("tuesday", "tue", "tues", "dienstag", "mardi"),
    ("wednesday", "wed", "weds", "mittwoch", "mercredi"),
    ("thursday", "thu", "thur", "thurs", "donnerstag", "jeudi"),
    ("friday", "fri", "freitag", "vendredi"),
)
_NUMBER_OF = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}
_NAME = "|".join(sorted(_NUMBER_OF, key=len, reverse=True))
_COUNT = "|".join(sorted(map(re.escape, _COUNTS), key=len, reverse=True))
_UNIT = r"(?P<working>working |business |werk|arbeits)?(?P<unit>days?|weeks?|tagen?|wochen?|jours?|semaines?)"
_THAT = r"(?:that|then|it|this|the (?:\w+ )?(?:meeting|panel|board|committee|council|interviews?|vote|hearing|date))"
_PHRASES = tuple(
    re.compile(phrase, re.IGNORECASE)
    for phrase in (
        # Within three working days of that; a week after that; two days later; the day after the committee.
        rf"\b(?!the week)(?P<count>[1-9]\d?|{_COUNT}) {_UNIT} (?:of|from|after|following) {_THAT}\b",
        (
            rf"\b(?!the week)(?P<count>[1-9]\d?|{_COUNT}) {_UNIT} (?:later|after(?:wards?)?|thereafter|danach|darauf|später|après|plus tard)\b"
            r"(?! (?:tomorrow|next|the \w+ of|\d))"
        ),
        # The next morning, the following day, the morning after.
        r"\b(?:the )?(?:very )?(?:next|following) (?:(?P<working>working|business) )?(?P<unit>day|morning|evening)\b",
        r"\b(?P<unit>am (?:nächsten|folgenden) (?:tag|morgen)|tags darauf|(?:am )?tag (?:darauf|danach)|le lendemain|the (?:morning|evening) after)\b",
        # By 17:00 that day; still the same evening.
        (
            r"\b(?P<on>(?<!until )(?:that|the) (?:very |same )(?:day|evening|afternoon|night)|that (?:day|evening|afternoon)"
            r"|(?:noch )?am (?:selben|gleichen) (?:tag|abend)|le (?:jour|soir) même|le même (?:jour|soir))\b"
        ),
        # Once the board has met on the 14th you'll hear within two days.
        rf"(?<=\b)(?:once|after|when|as soon as)\b[^.;]{{5,80}}?\bwithin (?P<count>[1-9]\d?|{_COUNT}) {_UNIT}\b(?! (?:of|from))",
        # The Friday of that same week.
        rf"\b(?P<same>{_NAME})\b,? (?:of )?(?:that|the) (?:same )?week\b|\b(?P<meme>{_NAME}) (?:de la même semaine|derselben woche)\b",
        # The Friday after that, the Tuesday following, by the Friday, by that Friday.
        rf"\b(?P<ahead>{_NAME})\b (?:after (?:that|it)|following|thereafter|afterwards|danach|darauf|d'après|suivant)\b",
        rf"\b(?:by|on) (?:the|that) (?P<ahead>{_NAME})\b(?! (?:after|before|the|of|next|\d))",
        r"\b(?:the )?following (?P<week>week)\b|\bthe (?P<week2>week) after(?: that)?\b(?! next)",
    )
)
# "They debrief on Tuesday the 10th, so you will hear on Wednesday": who must meet first tells nobody before.
_MEETS = re.compile(
    r"\b(?:debrief\w*|meet\w*|sits?|sitting|decid\w+|discuss\w*|vot\w+|review\w*|panel|board|committee|council|round|interview\w*|candidates?"
    r"|tagt|trifft|treffen|sitzung|bespr\w+|berät|beraten|entscheid\w+|ausschuss|gremium|vorstand|réuni\w+|décid\w+|commission|comité|entretiens?|candidate?s)\b",
    re.IGNORECASE,
)
_HAS_MET = re.compile(
    r"\b(?:met|sat|decided|discussed|reviewed|voted|was|were|had|tagte|traf|hat|haben|s['’]est|a|ont)\b", re.IGNORECASE
)
_SO_THEN = re.compile(
    r"\b(?:so|then|therefore|and|which means|dann|also|danach|deshalb|daher|und|donc|puis|ensuite|alors|et)\b(?P<says>[^.;:!?]{3,80}?)"
    rf"\b(?:(?:by|on|before) )?(?P<ahead>{_NAME})\b(?! (?:after|before|the|of|next|\d|week))",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:hear|let you|tell|know|get back|be in touch|call|write|answer|decision|news|update|hören|melde\w*|bescheid|sagen?|wissen|schreiben?|anrufen|aurez|dirai|dirons|reviend\w+|rappel\w+|réponse|nouvelles)\b",
    re.IGNORECASE,
)
# "fıve" is alike to "five" for who looks for words, and is no number.
_ODD_LETTERS = (KeyError, ValueError)
# The day before at the latest; the evening before that; a day ahead of his visit; the last working day before it.
_PART = r"(?:day|night|evening|afternoon|morning|eve)"
_BACKWARDS = tuple(
    re.compile(phrase, re.IGNORECASE)
    for phrase in (
        rf"\b(?:the|on the) {_PART} (?:before|prior)\b(?! (?:yesterday|last))",
        rf"\bthe eve of (?:that|it)\b|\b(?:am (?:tag|abend) (?:davor|vorher)|am vor(?:tag|abend)|{EVE_FR})\b",
        rf"\b(?P<count>[1-9]\d?|{_COUNT}) {_UNIT} (?:before(?:hand)?|ahead(?: of)?|prior(?: to)?|in advance(?: of)?|earlier than) {_THAT}\b",
        rf"\b(?P<count>a|one|two|three) {_UNIT} ahead of (?:that|it|his|her|their)\b",
        rf"\bthe (?P<behind>{_NAME})\b,? (?:before|prior)\b(?! (?:the|last|\d))",
        r"\b(?:the )?last (?P<working>working|business) day before (?:that|it|then)\b|\bahead of (?:his|her|their) visit\b",
    )
)
_ON_IT = r"(?:that (?:same )?|the (?:very )?same )(?:day|morning|afternoon|evening)|am (?:selben|gleichen) tag|le (?:jour même|même jour)"
_BY_THEN = re.compile(
    rf"\b(?:by then|(?:bis|by) (?:dahin|dann)\b|d['’]ici là|(?<=\d )(?:on |of )?(?:{_ON_IT})|(?<=[ap]m )(?:on |of )?(?:{_ON_IT}))\b",
    re.IGNORECASE,
)
# What one has thought about by then is told then, and handed in by nobody.
_THINKS = re.compile(r"\b(?:überleg\w*|think|réfléchi\w*)\b", re.IGNORECASE)
_BEHIND_HOUR = re.compile(rf",? ?(?:uhr )?(?:on |of )?(?:{_ON_IT})\b", re.IGNORECASE)
# "Before he flies off on the 25th": what happens that day is no part of the time.
_BEFORE_IT = re.compile(
    r"\b[Bb]efore (?:I|we|he|she|they|it|you|the|our|my|his|her|their|[A-Z][\w-]+)\b(?: [\w'’-]+){0,6} (?:on )?$"
)


def is_then(mention: TimeMention, statement: Statement) -> bool:
    """Whether an hour is of a day told before: "by 9 am on the same day"."""
    return _is_hour(mention) and _BEHIND_HOUR.match(statement.text, mention.stop) is not None


def due_by(said: Sequence[Statement], index: int) -> date | None:
    """Return the day by which something is asked for, where it is told by a day named for something else.

    "The council sits on the 28th. Give me a number the evening before", "I print on Thursday; be with me by then".

    Args:
        said: the statements of a mail.
        index: the one that says so.
    """
    if 0 <= index < len(said):
        with suppress(OverflowError, *_ODD_LETTERS):  # the calendar begins
            day = _before_another(said, index)
            if day is not None and day >= said[index].clock.at.date():
                return day
    return None


def _before_another(said: Sequence[Statement], index: int) -> date | None:
    statement = said[index]
    text = statement.text[:_LONGEST]
    for phrase in _BACKWARDS:
        for match in phrase.finditer(text):
            whole = next((m for m in statement.times if m.begin <= match.start() and m.stop > match.end()), None)
            if whole is not None:
                return day_of(whole)  # "the day before Friday 13 March" is a time as it stands
            start = _named_next(statement, match.end()) or _named_before(said, index, match.start())
            if start is not None:
                return _counted_back(start, match, statement.clock.calendar)
    then = _BY_THEN.search(text) if _THINKS.search(text) is None else None
    day = _named_before(said, index, then.start()) if then is not None else None
    if day is not None:
        return day
    for mention in statement.times:
        # What is before an hour of that day may be on that day.
        if mention.grain == "day" and mention.begin <= len(text) and _is_day(mention) and not is_deadline(mention):
            day = day_of(mention)
            if day is not None and _BEFORE_IT.search(text[: mention.begin]):
                return day - _DAY
    return None


def _named_next(statement: Statement, stop: int) -> date | None:
    """Return the day that stands right behind a place: "the day before Friday 13 March"."""
    for mention in statement.times:
        if mention.begin <= stop + _NEXT and mention.stop > stop:
            day = day_of(mention)
            # "Before Friday 13 March" is a deadline by itself: of the day before.
            return day + _DAY if day is not None and is_deadline(mention) and mention.begin < stop else day
    return None


def _counted_back(start: date, match: re.Match[str], calendar: WorkingCalendar | None) -> date:
    told = {name: value for name, value in match.groupdict().items() if value}
    if "behind" in told:
        return start - timedelta(days=(start.weekday() - _NUMBER_OF[told["behind"].lower()] - 1) % 7 + 1)
    count = told.get("count", "1").lower()
    many = _COUNTS.get(count) or int(count)
    if told.get("unit", "").lower().startswith(("week", "woche", "semaine")):
        return start - timedelta(days=7 * many)
    return _business(start, -many, calendar) if "working" in told else start - timedelta(days=many)


def counted_from(said: Sequence[Statement], index: int) -> date | None:
    """Return the day that a statement tells by its distance from a day named before it; None where it does not.

    Args:
        said: the statements of a mail.
        index: the one that tells.
    """
    if not 0 <= index < len(said):
        return None
    statement = said[index]
    for phrase in _PHRASES:
        for match in phrase.finditer(statement.text[:_LONGEST]):
            counts = "count" in match.groupdict()
            start = _named_before(said, index, match.start("count") if counts else match.start())
            if start is not None and not _named_better(statement, match):
                with suppress(OverflowError, *_ODD_LETTERS):  # the calendar ends
                    return _counted(start, match, statement.clock.calendar)
    return _told_then(statement)


def _told_then(statement: Statement) -> date | None:
    """Return the day of the week on which one is told what is decided on a day named before it, in the same sentence."""
    text = statement.text[:_LONGEST]
    today = statement.clock.at.date()
    for match in _SO_THEN.finditer(text):
        before = [one for one in statement.times if one.stop <= match.start() and _is_day(one) and not _is_hour(one)]
        meets = day_of(before[-1]) if before else None
        lead = text[: match.start()]
        if meets is None or meets <= today or _HAS_MET.search(lead):
            continue
        if not (_MEETS.search(lead) and _TELLS.search(match["says"])):
            continue
        with suppress(*_ODD_LETTERS):
            return _counted(meets, match, statement.clock.calendar)
    return None


def _named_better(statement: Statement, match: re.Match[str]) -> bool:
    """Whether a sentence goes on to say by when: "they sign the week after, and you'll know within ten days"."""
    behind = [mention for mention in statement.times if mention.begin >= match.end()]
    if match.lastgroup == "on" or match[0].lower() == "tags darauf":
        # "By 5 that day" has its hour behind it; any other day is what the sentence is about.
        return not all(_is_hour(mention) for mention in behind)
    return match.lastgroup in {"week", "week2"} and any(is_deadline(mention) for mention in behind)


def _named_before(said: Sequence[Statement], index: int, begin: int) -> date | None:
    """Return the last single day ahead that is named before a place: in the same statement, else in one of those before."""
    for at in range(index, max(index - _BACK, -1), -1):
        stop = begin if at == index else None
        today = said[at].clock.at.date()
        days = [
            day_of(mention)
            for mention in said[at].times
            if _is_day(mention) and (stop is None or mention.stop <= stop) and not _is_hour(mention)
        ]
        if days:
            return days[-1] if days[-1] is not None and days[-1] > today else None
    return None


def _is_hour(mention: TimeMention) -> bool:
    """Whether a time tells an hour, and leaves it to others to say of which day."""
    return mention.grain in CLOCK_GRAINS and not names_day(mention.quote)


def _is_day(mention: TimeMention) -> bool:
    """Whether a time is a single day, or something on it."""
    if mention.start is None or mention.end is None:
        return mention.grain in _FINE
    return mention.end - mention.start <= _DAY


def _counted(start: date, match: re.Match[str], calendar: WorkingCalendar | None) -> date | None:
    told = {name: value for name, value in match.groupdict().items() if value}
    if "on" in told:
        return start
    if "same" in told or "meme" in told:
        day = (
            start
            - timedelta(days=start.weekday())
            + timedelta(days=_NUMBER_OF[(told.get("same") or told["meme"]).lower()])
        )
        return day if day >= start else None
    if "ahead" in told:
        return start + timedelta(days=(_NUMBER_OF[told["ahead"].lower()] - start.weekday() - 1) % 7 + 1)
    if "week" in told or "week2" in told:
        return start - timedelta(days=start.weekday()) + timedelta(days=7 + _FRIDAY)
    count = told.get("count", "1").lower()
    many = _COUNTS.get(count) or int(count)
    unit = told["unit"].lower()
    if unit.startswith(("week", "woche", "semaine")):
        return start + timedelta(days=7 * many)
    return _business(start, many, calendar) if "working" in told else start + timedelta(days=many)


def _business(day: date, count: int, calendar: WorkingCalendar | None) -> date:
    if calendar is not None:
        return calendar.business_day_after(day, count)
    step = _DAY if count > 0 else -_DAY
    left = abs(count)
    while left:
        day += step
        left -= day.weekday() < _SATURDAY
    return day
