"""Time zones as mails name them: right behind a time, or once for all the times of a mail.

The time grammar reads "2 PM ET" and "14:00 Berlin time" by itself. What programs write behind a time, "(America/Chicago)",
"(GMT-05:00) Central Time (US & Canada)", and any city's time, it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import tzinfo
from typing import NamedTuple

from sincerely.reading.calendars.zone_names import CITIES, SPOKEN, STATES
from sincerely.reading.calendars.zones import guess, zone

_IANA = r"(?:Africa|America|Asia|Atlantic|Australia|Canada|Etc|Europe|Indian|Pacific|US)/[A-Za-z][\w+-]*(?:/[A-Z]\w+)?"
_SHOWN = r"\((?:GMT|UTC)\s?[+−-]\s?\d{1,2}(?::?\d\d)?\)"
# With minutes it may be the end of a range: "10:00 GMT-11:00".
_OFFSET = r"(?:GMT|UTC)[+−-](?:1[0-4]|0?\d)(?![\d:.]|\s?[ap]\.?m)"
_WORD = r"(?:[A-Z][a-z]{0,2}\.(?= [A-Z])|[A-Z][\w'’-]*)"
_FULL = rf"(?:{_WORD} ){{1,4}}(?:Standard|Daylight|Summer) Time"
_CITY = rf"{_WORD}(?: {_WORD}){{0,2}}"
# What stands behind an offset in brackets: "Central Time (US & Canada)", "Central Time - Chicago", "Berlin, Rome".
_OUTLOOK = rf"{_WORD} Time(?: \([A-Z][\w &]*\)| - {_CITY})?|{_CITY}(?:, {_CITY}){{0,5}}"
# In a house's name the time is a word like any other: "Sydney Time Ltd".
_TIME = r"(?:,? local)? (?:time\b|Time\b(?! (?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*day)[A-Z&]))"
_LABEL = r"(?:[Tt]ime ?[Zz]one:? )?"
_BEHIND = re.compile(
    rf"\s*,?\s*(?:(?P<shown>{_SHOWN})(?:\s*(?P<beside>{_OUTLOOK}))?"
    rf"|(?P<open>[(\[])?\s*{_LABEL}(?P<name>{_IANA}|{_OFFSET}|{_FULL}|(?P<city>{_CITY}){_TIME})(?(open)\s*[)\]]))"
)
_INSIDE = re.compile(_OFFSET)

# Once for all of a mail's times.
_ENDS = r"(?=\s*(?:$|[.,;:!)\]|]|[-–—] |(?:and|unless|und|et)\b))"
_ALL = (
    rf"(?P<name>{_SHOWN}(?:\s*(?:{_OUTLOOK}))?|{_IANA}|{_OFFSET}|{_CITY})"
    rf"(?: (?:local )?[Tt]ime)?(?: [Zz]one)?(?: \([A-Z][\w &/:+−-]*\))?{_ENDS}"
)
_SMALL = r"(?: (?!not |except )[a-zà-ÿ-]+)"
_FOR_ALL = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        # "All times are Pacific", "(all times in PT)"; "reachable at all times in London" is another matter.
        rf"(?<!\bat )(?<!\bAt )\b[Aa]ll (?:{_SMALL[4:-1]} ){{0,3}}?times:?(?:{_SMALL}{{0,5}} (?:are|in|to))?(?: the)? {_ALL}",
        rf"\b[Tt]imes{_SMALL}{{0,3}}? (?:are|shown|listed|given|displayed)(?:{_SMALL}{{0,3}} in)?(?: the)? {_ALL}",
        rf"\(times:?(?: in)?(?: the)? {_ALL}",
        rf"\b[Tt]ime ?[Zz]one(?: is (?:the )?|\s*[:=]\s*|[ \t]*\n[ \t]*|\s+[–-]\s+|\t){_ALL}",
        rf"\b(?:Uhrz|Z)eit(?:en|angaben){_SMALL}{{0,3}} (?:in|sind|nach)(?: der)?(?: Zeitzone| Ortszeit)? {_ALL}",
        rf"\bZeitzone\s*:\s*{_ALL}",
        rf"\b[Tt]ou(?:te)?s les (?:heures|horaires){_SMALL}{{0,3}} (?:en|à l['’])\s?(?:heure d[e'’]\s?)?{_ALL}",
        rf"\b[Ff]useau horaire\s*:\s*{_ALL}",
    )
)
# What somebody says of their own clock: it holds for their later mails, too.
_NAMED_TIME = rf"(?P<name>{_CITY}|{_OFFSET})(?: (?:local )?[Tt]ime(?: ?[Zz]one)?| zone){_ENDS}"
_SHORT_TIME = rf"(?P<name>[ECMP][SD]T|CES?T|BST|GMT){_ENDS}"
_SAYS = "(?:say|write|send|suggest|propose|offer|mention|give)(?: you| here| below)?"
_AM = "(?:I['’]m|I am|[Ww]e['’]re|[Ww]e are|I work|[Ww]e work)(?: all| both| here)? (?:on|in)"
_ONES_OWN = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        # "Everything I say is Central"; that something is "central to the role" is another matter.
        rf"\b[Ee]verything (?:I|we) {_SAYS} (?:is|will be)(?: always)?(?: in)?(?: the)? {_ALL}",
        rf"\b(?:[Mm]y|[Oo]ur) (?:times|hours|clocks?|time ?zone)(?: are| is)(?: all| always)?(?: in| on)?(?: the)? {_ALL}",
        rf"\b{_AM}(?: the)? {_NAMED_TIME}",
        rf"\b{_AM} {_SHORT_TIME}",
    )
)
# Behind a time of the clock, as in the subjects that calendars write: "Tue Nov 3, 1pm - 1:30pm (CST)"; in capitals, for
# "14:00 ist frei" and "14:00 est pris" name no zone.
_BEHIND_HOUR = re.compile(
    r"(?:\d:\d\d(?:\s?[AaPp]\.?[Mm]\.?)?|\d\s?[AaPp]\.?[Mm]\.?)\s?\(?(?P<name>[A-Z]{2,4}T)\)?(?![\w-])"
)
# "At 1:00 your time", "in your time zone"; but not "thirty minutes of your time" nor "thank you for your time".
_YOURS = re.compile(
    r"(?:\d(?:\s?[ap]\.?m\.?)?|\bnoon|\bmidday|\buhr|\dh)[\s,(]{1,2}(?:your (?:local )?time(?! (?:sheets?|tables?|cards?|slots?|off|zone)\b)|(?:nach )?(?:ihrer|deiner) (?:orts)?zeit|heure de chez vous)\b"
    r"|\bin your (?:local )?time ?zone\b",
    re.IGNORECASE,
)
_MINE = re.compile(r"\b(?:my|our) (?:local )?time(?: ?zone)?\b", re.IGNORECASE)
# Names of islands that stand in the database, and of feasts.
_FEASTS = frozenset({"christmas", "easter"})


class Named(NamedTuple):
    """A zone named in a text, and where."""

    zone: tzinfo
    begin: int
    stop: int


def behind(text: str, begin: int, stop: int) -> Named | None:
    """Return the zone that a text names right behind the time in ``text[begin:stop]``, or as its last words.

    >>> behind("at 11:30 AM (America/Chicago)", 3, 11)
    Named(zone=zoneinfo.ZoneInfo(key='America/Chicago'), begin=11, stop=29)
    """
    # "11:30 AM UTC-5" is taken for a time until 5.
    match = _INSIDE.search(text, begin, min(len(text), stop + 1))
    if match and (found := guess(match[0].replace("−", "-"))):
        return Named(found, match.start(), match.end())
    match = _BEHIND.match(text, stop)
    if match is None:
        return None
    if match["shown"]:
        beside = meant(match["beside"].partition(" - ")[0]) if match["beside"] else None
        found = beside or guess(match["shown"].replace("−", "-"))
        end = match.end() if beside else match.end("shown")
    else:
        found, end = _of(match), match.end()
    return Named(found, match.start(), end) if found else None


def _of(match: re.Match[str]) -> tzinfo | None:
    if match["city"]:
        if state := STATES.get(match["city"].lower()):
            return _known(state)
        return None if match["city"].isupper() else _city(match["city"])
    return zone(match["name"]) or (meant(match["name"]) if " " not in match["name"] else _summer(match["name"]))


def _summer(name: str) -> tzinfo | None:
    """Return the zone of "British Summer Time"."""
    return _known(SPOKEN.get(name.rsplit(" ", 2)[0].lower()))


def of_all(text: str) -> tzinfo | None:
    """Return the zone that a mail says all its times are in; None where it names none, or two.

    >>> str(of_all("(all times in PT)")), of_all("All times are Pacific Foods' own.")
    ('America/Los_Angeles', None)
    """
    return _only((*_FOR_ALL, *_ONES_OWN), text)


def of_writer(text: str) -> tzinfo | None:
    """Return the zone that the writer of a mail says to be theirs; None where they name none, or two.

    >>> str(of_writer("We're in Austin, so everything I say is Central :)")), of_writer("(all times in PT)")
    ('America/Chicago', None)
    """
    return _only(_ONES_OWN, text)


def of_subject(subject: str) -> tzinfo | None:
    """Return the zone that stands behind the hour in a subject, as calendars write it.

    >>> str(of_subject("Invitation: Intro @ Tue Nov 3, 2026 1pm - 1:30pm (CST)")), of_subject("Barista (PT)")
    ('America/Chicago', None)
    """
    return _only((_BEHIND_HOUR,), subject)


def are_yours(text: str) -> bool:
    """Whether a mail tells its times by the clock of whom it goes to: "1:00 your time"."""
    return _YOURS.search(text) is not None and _MINE.search(text) is None


def _only(patterns: Iterable[re.Pattern[str]], text: str) -> tzinfo | None:
    found = [meant(match["name"]) for pattern in patterns for match in pattern.finditer(text)]
    zones = {str(one): one for one in found if one is not None}
    return next(iter(zones.values())) if len(zones) == 1 else None


def meant(name: str) -> tzinfo | None:
    """Return the zone of a name that surely stands for one: "PT", "Pacific", "Sydney", "(GMT-05:00) Central Time"."""
    name = re.sub(r"(?: [Ll]ocal)?(?: [Tt]ime)?(?: [Zz]one)?$", "", name.replace("−", "-").strip())
    if spoken := SPOKEN.get(re.sub(r" (?:standard|daylight|summer)$", "", name.lower())):
        return _known(spoken)
    return _city(name) or guess(f"{name} Time") or zone(f"{name} Time")


def _city(name: str) -> tzinfo | None:
    if name.lower() in _FEASTS:
        return None
    return _known(CITIES.get(name.lower())) or guess(name)


def _known(name: str | None) -> tzinfo | None:
    return guess(name) if name else None
