"""By which day something is due: the day that a sentence, or one beside it, names."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone

from sincerely.reading.letters.sentences import is_row
from sincerely.reading.scoring.insight import Timed
from sincerely.times import TimeMention, zones

from .answers import is_awaited
from .statement import CLOCK_GRAINS, Statement
from .time_clauses import names_day

_INSTANT = timedelta(microseconds=1)
_FRIDAY = 4
# "Within two weeks" counts days; "by the end of next week" means that week's working days.
_WEEK = re.compile(
    r"\b(?:this|next|coming|following|the|that)\s+week\b|\bweek (?:of|beginning|commencing)\b|\bend of (?:the )?week\b",
    re.IGNORECASE,
)


# Whoever decides "mid May" has done so by the seventeenth.
_MIDDLE = re.compile(r"\b(?:mid|middle of|mitte|mi)\b(?!.*week)", re.IGNORECASE)
_MID_MONTH = 17
_LONG = frozenset({"week", "month", "quarter", "year"})
_A_DAY = timedelta(days=1)
_A_MINUTE = timedelta(minutes=1)


# Nobody decides on the Sunday that a month ends with; its last week ends with it.
_MONTH_END = re.compile(
    r"\b(?:month[- ]?end|eom|(?:end|close|ende|fin)(?: of| du| de| des)? (?:(?:the|this|next|that|ce) )?"
    r"(?:month|quarter|year|monats?|mois|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)
# Who is asked over the weekend has its Sunday; "by the weekend" is by Friday.
_WEEKEND = re.compile(
    r"\b(?:(?:over|during|this|on|at|übers?|am|ce) (?:(?:the|das|le) )?|le )(?:weekend|week-end|wochenende)\b",
    re.IGNORECASE,
)
_LAST_WEEK = re.compile(r"\blast week (?:of|in)\b", re.IGNORECASE)


def _last_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def day_of(mention: TimeMention) -> date | None:
    """Return the last day of a time expression; None when it has no end. A week or month ends with its last working day."""
    if mention.end is not None:
        day = _written(mention.end - _INSTANT, mention.quote).date()
        if _MIDDLE.search(mention.quote) and day.day > _MID_MONTH:
            day = day.replace(day=_MID_MONTH)
        if mention.start is not None and _LAST_WEEK.search(mention.quote):
            day = _last_of_month(mention.start.date())
        if _WEEKEND.search(mention.quote):
            return day
        several = mention.grain in _LONG or (mention.start is not None and mention.end - mention.start > _A_DAY)
        if day.weekday() > _FRIDAY and (several or _WEEK.search(mention.quote) or _MONTH_END.search(mention.quote)):
            day -= timedelta(days=day.weekday() - _FRIDAY)
        return day
    return mention.start.date() if mention.start is not None else None


def _written(when: datetime, quote: str) -> datetime:
    """Return an instant by the clock that its words name: 11:59 PM in Seattle is the next day in London, and due that day."""
    zone = _ZONE.search(quote)
    if zone is None or when.tzinfo is None:
        return when
    greenwich = when.astimezone(UTC).replace(tzinfo=None)
    name = re.sub(r"(?: (?:standard|daylight))? time$", "", (zone["last"] or zone["zone"]).lower())
    return when.astimezone(timezone(zones.offset_of(zones.SPOKEN.get(name, name), greenwich)))


_SPOKEN = rf"(?:{'|'.join(sorted(zones.SPOKEN, key=len, reverse=True))})(?: (?:standard|daylight))? time"
_NAMES = f"{'|'.join(sorted(zones.NAMES, key=len, reverse=True))}|{_SPOKEN}"
# At the end, or before the day: "11:59 PM EST on Friday".
_ZONE = re.compile(
    rf"\b(?P<last>{_NAMES})\)?$|(?:\d|\b[ap]\.?m\.?|\bnoon|\bmidnight)\s\(?(?P<zone>{_NAMES})\b\)?(?=$|,|\s+on\b)",
    re.IGNORECASE,
)


def is_deadline(mention: TimeMention) -> bool:
    """Whether the words say by when."""
    return mention.start is None and mention.end is not None


def in_sentence(said: Sequence[Statement], times: Sequence[Timed], index: int) -> date | None:
    """Return the likeliest day among the times of the one sentence that surely names it; of the reader's answer none is."""
    if not 0 <= index < len(said):
        return None
    own = [timed for timed in times if timed.statement == index]
    theirs = [mention for mention in said[index].times if not is_awaited(said[index], mention)]
    return likeliest(said, own, least=_POSSIBLE) or last_day(said[index], theirs)


# "It is sent on Friday at 9 and due back by 12:00": of one thing, and not of two that happen to stand in one sentence.
_DUE_TOO = re.compile(
    r"\b(?:and|und|et) (?:(?:it|they|is|are|must|be|has|have|needs?|to|ist|sind|muss|est|sont|à) )*(?:due|back|returned|handed|fällig|zurück|rendre)\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"[,;:.!?–—]")
_ASIDE = re.compile(r"\W*(?:as|since|because|following|after|wie|da|weil|nach|comme|suite|après)\b", re.IGNORECASE)


def day_in(statement: Statement, mention: TimeMention) -> date | None:
    """Return the day of a time in its sentence: of a mere hour that of the time before it, "sent on Friday at 9 and due by 12:00"."""
    day = day_of(mention)
    if day is None or mention.grain not in CLOCK_GRAINS or names_day(mention.quote):
        return day
    before = [one for one in statement.times if one.stop <= mention.begin and one.start is not None]
    last = before[-1] if before else None
    if last is None or last.start is None or not names_day(last.quote) or last.grain not in {"day", *CLOCK_GRAINS}:
        return day
    between = statement.text[last.stop : mention.begin]
    if _MARK.search(between) or not _DUE_TOO.search(between) or _ASIDE.match(statement.text):
        return day
    if last.end is None or last.start.date() < statement.clock.at.date():
        return day
    hour = mention.end or mention.start
    told = last.grain in CLOCK_GRAINS
    on_it = hour is None or not told or hour.astimezone(last.start.tzinfo).time() >= last.start.time()
    return last.start.date() if on_it else day


# "By 5 pm", "by noon", "by 17:00"; "by close of business" and "by Friday evening" leave it at the day.
_HOUR_TOLD = re.compile(
    r"\b(?:noon|midday|midnight)\b|(?<![\d.])\d{1,2}[:.h][0-5]\d(?![\d.])|(?<![\d.:])\d{1,2} ?[ap]\.?m\b|\b\d{1,2} (?:o['’]clock|hrs|hours|h)\b"
    r"|^(?:by|before|until|till) \d{1,2} (?:on|tomorrow|today|this|next|mon|tue|wed|thu|fri|sat|sun)",
    re.IGNORECASE,
)
# "Back first thing Thursday" is over when the morning's first hours are.
_FIRST_THING = re.compile(r"\bfirst thing\b", re.IGNORECASE)
_MIDNIGHT = time(0)


def hour_of(statement: Statement, mention: TimeMention, day: date) -> datetime | None:
    """Return the instant of a time that tells an hour of a day, on the clock that it names; None where it tells none ahead.

    Midnight at a day's end is its last minute: the day stays the one that was written.
    """
    early = _FIRST_THING.search(mention.quote) is not None
    told = mention.end if mention.start is None or early else mention.start
    if told is None or mention.grain not in CLOCK_GRAINS or not (early or _HOUR_TOLD.search(mention.quote)):
        return None
    moment = _written(told, mention.quote)
    if moment.time() == _MIDNIGHT and mention.start is None:
        moment -= _A_MINUTE
    if moment.date() != day:  # a mere hour, of a day told before it
        moment = moment.replace(year=day.year, month=day.month, day=day.day)
    return moment if moment > statement.clock.at else None


def last_day(statement: Statement, times: Sequence[TimeMention] | None = None) -> date | None:
    """Return the day by which a statement says that something happens, if it names one ahead: of several a deadline's.

    Args:
        statement: the sentence.
        times: those of its times that count; without them all do.
    """
    today = statement.clock.at.date()
    ranked: list[tuple[bool, int, date]] = []
    for told in statement.times if times is None else times:
        mention = _at_the_latest(statement, told)
        day = day_in(statement, mention)
        if day is not None and day >= today:
            ranked.append((not is_deadline(mention), mention.begin, day))
    return min(ranked)[2] if ranked else None


# Below this, a time is rather something else. Of 365 mails that were held out the day was right in 0.46 with 0.4, in 0.53
# with 0.15, in 0.54 with 0.1, and fewer facts were wrong.
_LIKELY = 0.12
# Where a sentence surely asks for a time, the likeliest of its times is it, if it may be one at all.
_POSSIBLE = 0.1


def likeliest(
    said: Sequence[Statement],
    times: Sequence[Timed],
    index: int = -1,
    *,
    least: float = _LIKELY,
) -> date | None:
    """Return the day of the time that is most likely the deadline asked for; None where none is likely, or ahead.

    Args:
        said: the statements that the times stand in.
        times: how likely each is the deadline.
        index: the statement that asks, if one does: of likely times the nearest counts.
        least: how likely it must be.
    """
    likely = [timed for timed in times if timed.likely >= least]
    if index >= 0:
        # What a sentence asks for is due when it says: there a deadline needs to be less likely one.
        likely += [
            timed for timed in times if timed.statement == index and timed not in likely and _is_said(said, timed)
        ]
        likely.sort(key=lambda timed: (abs(timed.statement - index), -timed.likely))
    for timed in likely:
        statement = said[timed.statement]
        day = day_in(statement, _at_the_latest(statement, statement.times[timed.which]))
        if day is not None and day >= statement.clock.at.date():
            return day
    return None


_LATEST = re.compile(r"(?:no|not) later than\b|\blatest\b", re.IGNORECASE)
# "By early December, but no later than the 4th": of one thing, and nothing else is said between them.
_OR_RATHER = re.compile(
    r"\s*[,;(–—-]?\s*(?:(?:and|but|or|und|aber|doch|jedoch|et|mais|certainly|definitely|in any case|at the|by)\s*)*"
)


# "After Thanksgiving, probably Monday": that Monday.
_PROBABLY = re.compile(
    r"\s*[,;:(–—-]?\s*(?:(?:most|more) )?(?:prob(?:ably)?|likely|hopefully|wahrscheinlich|vermutlich|wohl|sans doute)\b"
    r"[ .]{1,2}(?:on |am |le )?",
    re.IGNORECASE,
)


def _at_the_latest(statement: Statement, mention: TimeMention) -> TimeMention:
    """Return the time that a sentence names as the latest, or as the likely one, right behind a vaguer one; else itself."""
    if _LATEST.search(mention.quote):
        return mention
    behind = next((one for one in statement.times if one.begin >= mention.stop), None)
    if behind is None:
        return mention
    if mention.end is None and behind.start and _PROBABLY.fullmatch(statement.text, mention.stop, behind.begin):
        return behind
    if not is_deadline(behind) or not _LATEST.search(behind.quote):
        return mention
    return behind if _OR_RATHER.fullmatch(statement.text, mention.stop, behind.begin) else mention


def outright(said: Sequence[Statement], times: Sequence[Timed], index: int) -> date | None:
    """Return the day by which a statement says in so many words that something is due; of several the likeliest."""
    own = [timed for timed in times if timed.statement == index and timed.likely >= _POSSIBLE]
    return likeliest(said, [timed for timed in own if is_deadline(said[index].times[timed.which])], least=_POSSIBLE)


def _is_said(said: Sequence[Statement], timed: Timed) -> bool:
    """Whether a sentence may say by when: in so many words, or as a table's row beside what it asks for."""
    statement = said[timed.statement]
    return timed.likely >= _POSSIBLE and (is_deadline(statement.times[timed.which]) or is_row(statement.sentence.text))


_GERMAN_MEETING = r"vor (?:dem|ihrem|deinem|unserem) (?:vorstellungs)?gespräch\b"
_FRENCH_MEETING = r"avant (?:l['’]|votre |notre |ton )entretien\b"
# The day before a meeting, and not that before a feast, a fair or "the 13th".
_EVE_EN = (
    r"the (?:day|night|evening|afternoon) (?:before|prior)\b(?! (?:last|yesterday|christmas|easter|thanksgiving|new year))"
    r"|the eve of (?:the|your|our) (?:interview|meeting|conversation|panel|visit)"
)
_EVE_DE = (
    r"am vortag|am tag (?:davor|zuvor|vorher)|tags zuvor|am abend (?:davor|zuvor|vorher)"
    r"|am (?:tag|abend) vor (?:dem|ihrem|deinem|unserem) (?:vorstellungsgespräch|gespräch|termin|interview|treffen)"
    r"|(?:am|zum|bis) vorabend(?! (?:de[rs]|von) (?!(?:vorstellungs)?gespräch|termin|interview|treffen))"
)
EVE_FR = r"la veille(?! (?:de|du|des|d['’]\w+)\b(?! (?:l['’]entretien|votre|notre|ton|rendez-vous|la rencontre)))"
"""« La veille », where it is that of no other thing than a meeting."""
_AHEAD = re.compile(
    r"\b(?:(?P<count>\d|one|two|three|four|five|a|zwei|drei|vier|fünf|eine[nr]?|deux|trois|cinq|une?) (?P<working>(?:working|business) )?(?P<unit>days?|weeks?|tage?|wochen?|jours?|semaines?)"
    rf" (?:(?:before(?:hand)?|ahead|prior|in advance|earlier)\b|{_GERMAN_MEETING}|{_FRENCH_MEETING})"
    rf"|(?P<eve>{_EVE_EN}|{_EVE_DE}|{EVE_FR})"
    # "Before you meet the panel" is the day before at the latest.
    r"|(?P<meet>before (?:(?:you|we) (?:meet|speak|talk)|(?:your|the|our) (?:interview|conversation|call with))"
    rf"|{_GERMAN_MEETING}|{_FRENCH_MEETING}))",
    re.IGNORECASE,
)
_COUNTS = {"one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5,
           "eine": 1, "einen": 1, "einer": 1, "un": 1, "une": 1, "deux": 2, "trois": 3, "cinq": 5}  # fmt: skip
# "Ten minutes or so before", "unmittelbar vor dem Gespräch": that day itself.
_CLOSE = re.compile(
    r"\b(?:minutes?|mins?|hours?|days?|weeks?|minuten?|stunden?|tage?n?|wochen?|heures?|jours?|semaines?|immediately|right|straight|just|shortly|unmittelbar|direkt|gleich|kurz|juste|not|nicht|pas)"
    r"\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
_SENDS = re.compile(
    r"\b(?:send|upload|submit|enter|complete|fill|return|provide|e-?mail|send(?:en|et)|schick\w*|hochladen|envoy\w*)\b",
    re.IGNORECASE,
)
_NO_SENDING = re.compile(r"\b(?:bring|show|no need|need not|mitbringen|zeigen)\b", re.IGNORECASE)
# So many letters before the words tell what they are said of.
_NEAR = 80


def _ahead(text: str) -> re.Match[str] | None:
    """Return the words that count back from a meeting; "before your interview" are such where something is to be sent."""
    sends = _SENDS.search(text) is not None
    for match in _AHEAD.finditer(text):
        before = text[max(0, match.start() - _NEAR) : match.start()]
        if not match["meet"] or (sends and not _CLOSE.search(before) and not _NO_SENDING.search(before)):
            return match
    return None


# What ties a meeting's day to "two days before": no other clause stands between.
_OF_MEETING = re.compile(
    r"(?:(?!\b(?:and|but|then|so|because)\b)[^,;.!?:])*(?:, (?:which|that) is[^,;.!?:]*)?,?\s*", re.IGNORECASE
)
# "Two days ahead, by May 12": the day itself, and what is counted is only how far away that is.
_BY_DAY = re.compile(r"\s*[,(–-]*\s*(?:(?:i\.e\.|that is|so|meaning|namely)[, ]*)?$", re.IGNORECASE)


def counted_back(text: str) -> tuple[int, int] | None:
    """Return where words count days back from a meeting: "two days before"."""
    match = _ahead(text)
    return match.span() if match else None


def meeting_named(statement: Statement) -> date | None:
    """Return the day from which a statement itself counts back: "two days before your interview on Thursday, May 21"."""
    match = _ahead(statement.text)
    behind = [mention for mention in statement.times if match and mention.begin >= match.end() and mention.start]
    if not match or not behind or behind[0].start is None:
        return None
    tied = _OF_MEETING.fullmatch(statement.text, match.end(), behind[0].begin)
    return behind[0].start.date() if tied else None


def named_too(statement: Statement) -> date | None:
    """Return the day by which something is due where it stands right behind its distance: "two days ahead, by May 12"."""
    match = _ahead(statement.text)
    for mention in statement.times if match else ():
        if match and mention.begin >= match.end() and is_deadline(mention):
            return day_of(mention) if _BY_DAY.match(statement.text, match.end(), mention.begin) else None
    return None


def ahead_of(meeting: date, statement: Statement) -> date | None:
    """Return the day that a statement tells by its distance from a meeting: "slides to us two days ahead"."""
    match = _ahead(statement.sentence.text)
    if not match:
        return None
    count = (match["count"] or "one").lower()
    many = _COUNTS.get(count) or int(count)
    days = many * (7 if (match["unit"] or "").lower().startswith(("week", "woche", "semaine")) else 1)
    if meeting.toordinal() <= 2 * days + _FRIDAY:
        return None
    if match["working"]:
        return _working_days_before(meeting, days)
    day = meeting - timedelta(days=days)
    # Nobody waits for a portfolio on the Sunday before a Monday's interview.
    return day - timedelta(days=max(0, day.weekday() - _FRIDAY)) if match["meet"] else day


def _working_days_before(day: date, count: int) -> date:
    for _ in range(count):
        day -= timedelta(days=max(1, day.weekday() - _FRIDAY) if day.weekday() else 3)
    return day
