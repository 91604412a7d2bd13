"""Words and what each can mean by itself: a category that the rules know, and a value."""

from __future__ import annotations

from .grammar import LITERALS
from .holiday_names import NAME_WORDS, NAMES_BY_FIRST, stem
from .values import DAY, HOUR, MINUTE, MONTH, QUARTER, SECOND, WEEK, YEAR, Tod
from .zones import NAMES, SPOKEN

Entry = tuple[str, object]

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
# Months that are also names or verbs: alone they say nothing.
_NAMESAKES = frozenset({3, 4, 5, 6, 8})
_SHORT_DAYS = {
    "mon": 0, "tue": 1, "tues": 1, "tu": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "thr": 3,
    "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
_SHORT_MONTHS = {
    "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_UNITS = {
    "second": SECOND, "seconds": SECOND, "sec": SECOND, "secs": SECOND,
    "minute": MINUTE, "minutes": MINUTE, "min": MINUTE, "mins": MINUTE,
    "hour": HOUR, "hours": HOUR, "hr": HOUR, "hrs": HOUR,
    "day": DAY, "days": DAY,
    "week": WEEK, "weeks": WEEK, "wk": WEEK, "wks": WEEK,
    "month": MONTH, "months": MONTH, "mth": MONTH, "mths": MONTH,
    "quarter": QUARTER, "quarters": QUARTER, "qtr": QUARTER, "qtrs": QUARTER,
    "year": YEAR, "years": YEAR, "yr": YEAR, "yrs": YEAR,
}  # fmt: skip
# Units that only stand right behind a number: "3w", "2h", "+1m".
GLUED_UNITS = {"s": SECOND, "m": MINUTE, "h": HOUR, "d": DAY, "w": WEEK, "mo": MONTH, "mos": MONTH, "y": YEAR}
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
_RELATIVE = {
    "this": 0, "current": 0, "next": 1, "nxt": 1, "following": 1, "coming": 1, "upcoming": 1, "last": -1, "past": -1,
    "previous": -1,
}  # fmt: skip
_OFFSETS = {"today": 0, "tomorrow": 1, "yesterday": -1}
_OFFSET_SPELLINGS = {
    "tomorrows": 1, "tomorrow's": 1, "today's": 0, "yesterday's": -1, "tommorow": 1, "tomorow": 1, "tommorrow": 1,
    "tomorrrow": 1, "tmrw": 1, "tmr": 1, "tmw": 1, "2moro": 1, "2day": 0, "yesturday": -1,
}  # fmt: skip


def _part(name: str, start: float, stop: float) -> Tod:
    return Tod(int(start * 3600), int(stop * 3600), HOUR, part=name)


PARTS = {
    "morning": _part("morning", 6, 12), "afternoon": _part("afternoon", 12, 18),
    "evening": _part("evening", 18, 24),
    "night": _part("night", 18, 24), "lunch": _part("lunch", 12, 14), "lunchtime": _part("lunch", 12, 14),
    "breakfast": _part("breakfast", 7, 9), "dinner": _part("dinner", 18, 20), "forenoon": _part("morning", 8, 12),
    "noon": _part("noon", 12, 13), "midday": _part("noon", 12, 13),
    "noonish": _part("noon", 12, 13), "noontime": _part("noon", 12, 13), "midnight": _part("midnight", 0, 1),
}  # fmt: skip
_ABBREVIATED = {
    "eod": "EOD", "eob": "COB", "cob": "COB", "cop": "COB", "eow": "EOW", "eom": "EOM", "eoy": "EOY", "eoq": "EOQ",
    "bom": "BOM", "boy": "BOY", "bow": "BOW", "boq": "BOQ",
}  # fmt: skip
_SYNONYMS = {
    "till": "until", "til": "until", "untill": "until", "thru": "through", "an": "a", "@": "at", "around": "about",
    "approximately": "about", "approx": "about", "circa": "about", "roughly": "about", "nearly": "about", "~": "about",
    "≈": "about", "&": "and", "+": "plus", "-": "dash", "–": "dash", "—": "dash", "/": "slash", ",": "comma",
    ".": "dot", ":": "colon", "(": "lp", ")": "rp", "[": "lp", "]": "rp", "'": "tick", "oclock": "o'clock",
    "weekends": "weekend",
    "onwards": "onward", "mid": "middle", "working": "business", "sometimes": "sometime", "anytime": "sometime",
    "pair": "couple", "t": "tee", "fortnights": "fortnight", "klo": "at", "fall": "autumn",
}  # fmt: skip
_SEASONS = {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}
# Names of zones that are words first.
_NO_ZONES = frozenset({"uk", "art", "met", "west", "wet", "eat", "trt"})
_COUNTS = {"few": 3, "several": 7}


# Months as calendars and phones set to another language write them; read only behind a day: "13. Okt", "9 loka".
_FOREIGN_MONTHS = (
    "januar jänner januari janvier enero ene gennaio janeiro tammi",
    "februar februari février fevrier févr febrero febbraio fevereiro helmi",
    "märz maerz marzo maart mrt março maalis",
    "avril avr abril aprile huhti",
    "mai mayo maggio maio mei maj touko",
    "juni juin junio giugno junho kesä",
    "juli juillet julio luglio julho heinä",
    "août aout agosto augustus augusti elo",
    "septembre septiembre settembre setembro syys",
    "oktober okt octobre octubre ottobre outubro loka",
    "novembre noviembre novembro marras",
    "dezember dez décembre decembre déc diciembre dic dicembre dezembro desember joulu",
)


def _misspelt(word: str) -> set[str]:
    """Return a long word with two neighbouring letters swapped, or one left out."""
    swapped = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1)}
    dropped = {word[:i] + word[i + 1 :] for i in range(1, len(word) - 1)} if len(word) > 7 else set()
    return (swapped | dropped) - {word}


# "Monday night's council".
_OWNING = frozenset({"morning", "afternoon", "evening", "night"})


def _calendar_words(words: dict[str, list[Entry]]) -> None:
    for number, name in enumerate(_WEEKDAYS):
        for spelling in (*_misspelt(name), name, name + "'s"):
            words[spelling] = [("DOW", number)]
        words[name + "s"] = [("DOWS", number)]
    for name, number in _SHORT_DAYS.items():
        words[name] = [("DOW", number), ("DOWX", number)]
    for number, name in enumerate(_MONTHS, 1):
        words[name] = [("MON", number)]
        if len(name) > 6:
            for spelling in _misspelt(name):
                words[spelling] = [("MON", number), ("SURE", number)]
        if number not in _NAMESAKES:
            words[name].append(("SURE", number))
    for name, number in _SHORT_MONTHS.items():
        words[name] = [("MON", number), ("MONX", number)]
    for number, names in enumerate(_FOREIGN_MONTHS, 1):
        for name in names.split():
            words.setdefault(name, [("FMON", number)])
        for spelling in (name + "kuu", name + "kuuta"):  # the last one is Finnish
            words[spelling] = [("FMON", number)]
    words["wendesday"] = words["wensday"] = words["wednsday"] = words["wednesday"]


def _numbers(words: dict[str, list[Entry]]) -> None:
    for number, name in enumerate(_ONES):
        words[name] = [("N", number), ("WN", number)]
    for name, number in _TENS.items():
        words[name] = [("TENS", number), ("N", number), ("WN", number)]
    for number, name in enumerate(_ORDINALS, 1):
        words[name] = [("ORD", number), ("WORD", number)]
    words["thirtieth"] = [("ORD", 30), ("WORD", 30)]


def _plain(words: dict[str, list[Entry]]) -> None:
    """Add the tables in which each word has one value."""
    tables: tuple[tuple[str, dict[str, int]], ...] = (
        ("UNIT", _UNITS), ("REL", _RELATIVE), ("OFF", _OFFSETS), ("OFF", _OFFSET_SPELLINGS), ("SEASON", _SEASONS),
        ("COUNT", _COUNTS), ("ERA", {"ad": 0, "ce": 0, "be": 543}),
    )  # fmt: skip
    for category, table in tables:
        for word, value in table.items():
            words.setdefault(word, []).append((category, value))
    for word, part in PARTS.items():
        words.setdefault(word, []).append(("POD", part))
        if word in _OWNING:
            words[word + "'s"] = [("POD", part)]
    for word, category in _ABBREVIATED.items():
        words[word] = [(category, category)]
    for word in ("workday", "workdays", "weekday", "weekdays"):
        words[word] = [("BDAY", None)]
    words["tonight"] = words["tonite"] = [("TONIGHT", None)]


def _unit_forms(words: dict[str, list[Entry]]) -> None:
    """Tell one unit from several, and add "week's" and "nextweek"."""
    for word, unit in _UNITS.items():
        if not word.endswith("s"):
            words[word].append(("ONE", unit))
            words[word + "'s"] = [("POSS", unit)]
        elif len(word) > 3:
            words[word].append(("MANY", unit))
    for relative in ("this", "next", "last"):  # written without the space
        for unit_word in ("week", "month", "year"):
            words[relative + unit_word] = [("JOINED", (_RELATIVE[relative], _UNITS[unit_word]))]


def _zones(words: dict[str, list[Entry]]) -> None:
    for zone in NAMES - _NO_ZONES:
        words.setdefault(zone, []).append(("ZONE", zone))
    for spoken, zone in SPOKEN.items():
        words.setdefault(spoken, []).append(("PLACE", zone))


WORDS: dict[str, list[Entry]] = {}
# Words that begin or carry an expression; an island without one, and without a figure in the shape of a time,
# is not looked at.
ANCHORS: set[str] = set()
MONTH_WORDS: set[str] = set()
WEEKDAY_WORDS: set[str] = set()
# Words that begin a holiday's name, in every spelling, and the stems that may stand behind; empty where none needs to.
FIRST_OF_NAMES: dict[str, frozenset[str]] = {}
# Words of names that tell nothing by themselves.
_COMMON = frozenset({
    "new", "old", "of", "the", "day", "black", "may", "st", "saint", "s", "ha", "un", "law", "night", "al", "ul", "in",
})  # fmt: skip
_CARRYING = frozenset({
    "MON", "DOW", "DOWS", "UNIT", "OFF", "POD", "TONIGHT", "EOD", "COB", "EOW", "EOM", "EOY", "EOQ", "BOM", "BOY",
    "BOW", "BOQ", "SEASON", "POSS", "JOINED", "FMON",
})  # fmt: skip


def load() -> None:
    """Fill the tables; the rules must have been declared before."""
    for add in (_calendar_words, _numbers, _plain, _unit_forms, _zones):
        add(WORDS)
    for literal in LITERALS:
        WORDS.setdefault(literal, []).append((literal, None))
    for word, meant in _SYNONYMS.items():
        if meant in LITERALS:
            WORDS.setdefault(word, []).append((meant, None))
    for word, entries in WORDS.items():
        if any(category in _CARRYING for category, _ in entries):
            ANCHORS.add(word)
        if any(category == "MON" for category, _ in entries):
            MONTH_WORDS.add(word)
        if any(category == "DOW" for category, _ in entries):
            WEEKDAY_WORDS.add(word)
    ANCHORS.update(
        (
            "weekend",
            "week-end",
            "now",
            "fortnight",
            "moment",
            "noon",
            "half",
            "atm",
            "o'clock",
            "pm",
            "q",
            "season",
            "school",
        )
    )
    _add_names()
    for word in (*GLUED_UNITS, "p", "m", "am", "pm", "st", "nd", "rd", "th", "t", "z", "q", "o"):
        WORDS.setdefault(word, [])


def _add_names() -> None:
    """Make the words of holiday names known, and those that no other word vouches for anchors."""
    for word in NAME_WORDS:
        root = stem(word)
        for spelling in (word, root, root + "s", root + "'s", word + "'s"):
            WORDS.setdefault(spelling, [])
            if root in NAMES_BY_FIRST:
                seconds = frozenset(rest[0] if rest else "" for rest, _ in NAMES_BY_FIRST[root])
                FIRST_OF_NAMES[spelling] = frozenset() if "" in seconds else seconds
    for first, rests in NAMES_BY_FIRST.items():
        for rest, _ in rests:
            row = (first, *rest)
            if any(word in ANCHORS or word + "s" in ANCHORS for word in row):
                continue
            word = max((w for w in row if w not in _COMMON), key=len)
            ANCHORS.update((word, word + "s", word + "'s"))
