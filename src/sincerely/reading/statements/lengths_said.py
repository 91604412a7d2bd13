"""How long an interview takes and when it is over, as far as a mail says; and ranges that read like deadlines."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from sincerely.times import TimeMention

from .statement import CLOCK_GRAINS, Statement, mentions
from .time_clauses import names_day

# "AM" is no length of a metre.
_NUMBER = r"an?|one|two|three|four|five|half an|forty[- ]five|fifty|forty|thirty|sixty|ninety|twenty|fifteen|ten|eine[nr]?|une?|zwei|deux"
_LENGTH = re.compile(
    r"\b(?:(?P<quarters>(?:three|3)[- ]quarters? of an hour|dreiviertelstunde|trois quarts d['’]heure)"
    r"|(?P<halfhour>half[- ]an[- ]hour|half[- ]hour|halbe stunde|demi[- ]heure)"
    r"|(?P<before>\d{1,2}|one|two|three) and a half hours"
    rf"|(?<![\d:.])(?P<count>\d{{1,3}}|(?:{_NUMBER})(?=[- ]))[- ]?(?:(?:good|full|solid|short|gute|knappe|volle|bonne|petite) )?(?P<unit>min(?:ute)?[ns]?|hours?|hrs?|h|m|stunden?|heures?)(?P<more> and (?:a half|a quarter|three quarters))?"
    # Minutes have their unit, or stand last as two figures: "1 hour, 3 people", "1 hour, 19 March" have none.
    r"(?:,? (?:and |und |et )?(?P<rest>\d{1,2}) ?min(?:ute)?[ns]?(?!\w| of\b| d(?:er|ont)\b)|(?:[ ]|(?<=h))(?P<figures>[0-5]\d)(?!\w|[:.,]\d|[ ]\w))?"
    r")\b(?! (?:earlier|later|before|after|ahead|late|early|away|from|drive|sooner))",
    re.IGNORECASE,
)
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "half an": 0.5, "forty-five": 45,
           "forty five": 45, "fifty": 50, "forty": 40, "thirty": 30, "sixty": 60, "ninety": 90, "twenty": 20, "fifteen": 15,
           "ten": 10, "eine": 1, "einen": 1, "einer": 1, "un": 1, "une": 1, "zwei": 2, "deux": 2}  # fmt: skip
_MORE = {"half": 0.5, "three quarters": 0.75, "quarter": 0.25}
_SHORTEST, _LONGEST = 10, 600


def length_of(text: str) -> timedelta | None:
    """Return how long a text says that something takes: "a 45-minute call", "an hour and a half"."""
    found = [match for match in _LENGTH.finditer(text) if not _is_hour(match)]
    for index, match in enumerate(found):
        if "within" in text[max(0, match.start() - 12) : match.start()].lower():
            return None
        minutes = _minutes(match)
        if _SHORTEST <= minutes <= _LONGEST:  # "15:00hrs" is no length
            parts = [one for one in found[index:] if _WITH.match(text, one.end())]
            return None if match in parts and len(parts) > 1 else timedelta(minutes=minutes)
    return None


def is_length(text: str, begin: int, stop: int) -> bool:
    """Whether what stands in ``text[begin:stop]`` is part of a length: the "1 h" of "Duration: 1 h 30 min"."""
    return any(match.start() < stop and begin < match.end() and not _is_hour(match) for match in _LENGTH.finditer(text))


# "45 min with Ida Holm and 30 min with Paul Blanc": two parts, and neither is the whole.
_WITH = re.compile(r"\s*(?:with|mit|avec)\b", re.IGNORECASE)
_AT = re.compile(r"(?:à|avant|après|vers|dès|entre|at|um|ab|gegen|vor|from|by|before|after|until)\s*$", re.IGNORECASE)
_LASTS = re.compile(r"\b(?:dur\w+|lasts?|takes?|dauer\w*)\b[^,;]{0,20}$", re.IGNORECASE)
# Nobody says of so many hours that they are a length, unless it lasts them: "le 19 mars 9h".
_MORNING = 6


def _is_hour(match: re.Match[str]) -> bool:
    """Whether what reads like a length is an hour of the day, as "14h" and "10 heures" are in French."""
    if not match["unit"] or match["unit"].lower() not in {"h", "heure", "heures"}:
        return False
    before = match.string[max(0, match.start() - 40) : match.start()]
    if _AT.search(before):
        return True
    return _count(match["count"]) >= _MORNING and _LASTS.search(before) is None


def _minutes(match: re.Match[str]) -> float:
    if match["quarters"]:
        return 45
    if match["halfhour"]:
        return 30
    if match["before"]:
        return (_count(match["before"]) + 0.5) * 60
    hours = match["unit"].lower().startswith(("h", "stunde"))
    more = next((part for word, part in _MORE.items() if match["more"] and word in match["more"]), 0.0)
    minutes = (_count(match["count"]) + (more if hours else 0.0)) * (60 if hours else 1)
    return minutes + (int(match["rest"] or match["figures"] or 0) if hours else 0)


def _count(word: str) -> float:
    word = word.lower()
    return float(word) if word.isdigit() else _COUNTS.get(word, _COUNTS.get(word.replace("-", " "), 0))


_UNTIL = re.compile(
    r"^(?P<first>.*\d.*|.*\b(?:noon|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b.*?)\s+(?:till|til|until|bis)\s+(?:about |around |roughly |etwa )?(?P<last>.+)$",
    re.IGNORECASE,
)
_BY = re.compile(r"^by\s+(?=\w)", re.IGNORECASE)


def opened(mention: TimeMention, statement: Statement, *, starts: bool) -> TimeMention:
    """Read "Friday 2.30 till 3.30" as from the one to the other, and "come by Wednesday at noon" as a time to come.

    Args:
        mention: with a start, it stays as it is.
        statement: where it stands.
        starts: whether something begins then, as likely as not.
    """
    if mention.start is not None:
        return mention
    until = _UNTIL.match(mention.quote)
    said = f"{until['first']} to {until['last']}" if until else _BY.sub("", mention.quote) if starts else ""
    for found in mentions(said, statement.clock) if said and said != mention.quote else ():
        if found.start is not None:
            return TimeMention(mention.quote, mention.begin, mention.stop, found.start, found.end, found.grain)
    return mention


_OVER = re.compile(
    r"(?:\b(?:until|till|til|to|bis|finish(?:ing|es|ed)?(?: up)?(?: by| at)?|wrap(?:s|ped|ping)? up(?: by| at)?|done(?: by| at)?|over(?: by)?|ends?(?: at| by|:)?|ending(?: at| by)?|out by)\s*(?:about |around |roughly |etwa )?)$",
    re.IGNORECASE,
)


def says_over(before: str) -> bool:
    """Whether the words before a time say that something is over then."""
    return _OVER.search(before.rstrip()) is not None


# Until when somebody can be asked is no interview's end.
_AVAILABLE = re.compile(
    r"\b(?:i['’]m|i am|i['’]ll be|we['’]re|we are|available|reach(?:ed|able)?|call (?:me|us)|office|erreichbar)\b[^.;!?]*$",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:by|until|till|til|at|to)\s+", re.IGNORECASE)


def over(start: datetime, mention: TimeMention, statement: Statement) -> datetime | None:
    """Return when an interview is over, where a time behind its start says so: "till quarter to three", "done by 10"."""
    end = _hour(start, mention)
    before = statement.text[: mention.begin].rstrip() + " "
    says = _OVER.search(before.rstrip()) or re.match(r"(?:until|till|til)\b", mention.quote, re.IGNORECASE)
    if end is None or not says or _AVAILABLE.search(before):
        return None
    if names_day(mention.quote) and end.astimezone(start.tzinfo).date() != start.date():
        return None  # "push it to Tuesday at 9"
    end = end.astimezone(start.tzinfo).replace(year=start.year, month=start.month, day=start.day)
    for moved in (end, end + timedelta(hours=12)):
        if timedelta(0) < moved - start <= timedelta(hours=6):
            return moved
    return None


def _hour(start: datetime, mention: TimeMention) -> datetime | None:
    """Return the hour of a time; "10.30" alone is read as a day in October, and is one behind an interview's start."""
    if mention.grain in CLOCK_GRAINS:
        return mention.start or mention.end
    dotted = _DOTTED.search(mention.quote)
    return start.replace(hour=int(dotted[1]), minute=int(dotted[2])) if dotted else None


_DOTTED = re.compile(r"(?<![\d.])([01]?\d|2[0-3])\.([0-5]\d)$")
