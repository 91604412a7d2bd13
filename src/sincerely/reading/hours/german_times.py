"""How German says times, as phrases that the English grammar of times reads."""

from __future__ import annotations

import re

from . import day_lists

DAYS = {
    "montag": "Monday", "dienstag": "Tuesday", "mittwoch": "Wednesday", "donnerstag": "Thursday", "freitag": "Friday",
    "samstag": "Saturday", "sonnabend": "Saturday", "sonntag": "Sunday",
}  # fmt: skip
MONTHS = {
    "januar": "January", "jänner": "January", "februar": "February", "feber": "February", "märz": "March",
    "april": "April", "mai": "May", "juni": "June", "juli": "July", "august": "August", "september": "September",
    "oktober": "October", "november": "November", "dezember": "December",
}  # fmt: skip
NUMBERS = {
    "ein": "one", "eine": "one", "einem": "one", "einen": "one", "einer": "one", "eines": "one", "zwei": "two",
    "drei": "three", "vier": "four", "fünf": "five", "sechs": "six", "sieben": "seven", "acht": "eight", "neun": "nine",
    "zehn": "ten", "elf": "eleven", "zwölf": "twelve", "vierzehn": "fourteen", "fünfzehn": "fifteen", "zwanzig": "twenty",
    "dreißig": "thirty",
}  # fmt: skip
UNITS = {
    "std": "hours", "min": "minutes", "minute": "minute", "minuten": "minutes", "stunde": "hour", "stunden": "hours", "tag": "day", "tage": "days",
    "tagen": "days", "woche": "week", "wochen": "weeks", "monat": "month", "monate": "months", "monaten": "months",
    "werktag": "business day", "werktage": "business days", "werktagen": "business days",
    "arbeitstag": "business day", "arbeitstage": "business days", "arbeitstagen": "business days",
    "geschäftstage": "business days", "geschäftstagen": "business days",
}  # fmt: skip
FEASTS = {
    "gründonnerstag": "Maundy Thursday", "karfreitag": "Good Friday", "ostern": "Easter", "ostermontag": "Easter Monday",
    "ostersonntag": "Easter Sunday", "himmelfahrt": "Ascension Day", "pfingsten": "Pentecost",
    "pfingstmontag": "Whit Monday", "fronleichnam": "Corpus Christi", "nikolaus": "6 December",
    "martinstag": "11 November", "auffahrt": "Ascension Day", "weihnachten": "Christmas", "heiligabend": "Christmas Eve",
    "silvester": "New Year's Eve", "neujahr": "New Year's Day", "allerheiligen": "All Saints' Day",
    "tag der arbeit": "1 May", "tag der deutschen einheit": "3 October", "mariä himmelfahrt": "15 August",
    "dreikönigstag": "6 January", "reformationstag": "31 October",
}  # fmt: skip
# What stands before a name or in a greeting is no day.
NO_TIME = r"\b(?:guten morgen|(?:stra(?:ß|ss)e|str\.|platz|allee|brücke|weg) des \d{1,2}\. \w+|(?:herrn?|frau|familie|firma) (?:(?:dr|prof)\. ){0,2}(?:freitag|sonntag|montag|samstag|mai|august|morgen|abend))\b"
OTHERS = {
    **FEASTS, "übermorgen": "the day after tomorrow", "morgen": "tomorrow", "heute": "today", "gestern": "yesterday",
    "wochenende": "the weekend",
}  # fmt: skip
_MINUTES = {"fünfzehn": "15", "dreißig": "30", "fünfundvierzig": "45", "zehn": "10", "zwanzig": "20"}
_ORDINALS = (
    "ersten",
    "zweiten",
    "dritten",
    "vierten",
    "fünften",
    "sechsten",
    "siebten",
    "achten",
    "neunten",
    "zehnten",
    "elften",
    "zwölften",
)
_HOURS = {
    "eins": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10,
    "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17,
    "achtzehn": 18, "neunzehn": 19, "zwanzig": 20,
}  # fmt: skip
_PARTS = (
    ("(?:vormittag|früh|morgen)", "morning"),
    ("nachmittag", "afternoon"),
    ("mittag", "noon"),
    ("abend", "evening"),
)

_DAY = "(?:" + "|".join(DAYS) + ")"
_FEAST = "(?:" + "|".join(FEASTS) + ")"
_MONTH = "(?:" + "|".join(MONTHS) + ")"
_NUMBER = r"(?:\d{1,3}|" + "|".join(NUMBERS) + ")"
_HOUR = "(" + "|".join(_HOURS) + ")"
_UNIT = "(?:" + "|".join(sorted(UNITS, key=len, reverse=True)) + ")"
# Nobody is given longer to answer; of more days somebody has leave, or a trial.
_TO_ANSWER = (
    rf"(?:(?:\d|1\d|2[01]|{'|'.join(word for word in NUMBERS if word != 'dreißig')}) (?:werk|arbeits|geschäfts|kalender)?tagen?"
    r"|(?:[1-3]|eine|zwei|drei) wochen?|(?:24|36|48|72|96) stunden)"
)
_NEXT = "(?:der |den |die )?(?:nächste[rn]?|kommende[rn]?)"
_ORDER = {
    "ersten": "first",
    "erste": "first",
    "zweiten": "second",
    "dritten": "third",
    "vierten": "fourth",
    "letzten": "last",
}
_NTH = "(?:in der |am |der |den |die )?(" + "|".join(_ORDER) + ")"
SHORT_DAYS = {"mo": "Mon", "di": "Tue", "mi": "Wed", "do": "Thu", "fr": "Fri", "sa": "Sat", "so": "Sun"}
_CLOCK = r"\d{1,2}(?:[.:]\d{2})?(?: ?uhr)?"
_SHORTS = "(?-i:" + "|".join(word.title() for word in SHORT_DAYS) + r")\b\.?"
_LINK = r" ?, ?(?:und |oder )?| ?/ ?| (?:und|oder|bzw\.|sowie|auf) "
_MEMBER = rf"(?:(?:am|den|dem|der) )?(?:(?:{_DAY}|{_SHORTS}),? (?:(?:den|dem|der) )?)?"
_DOM = re.compile(r"(?:^| (?:(?:am|zum|den|dem) )?)(\d{1,2}\.)")
_MONTH_NAMES = [name for word, name in MONTHS.items() if word not in {"jänner", "feber"}]
# What "9.3." is a date behind, and no section.
_BEFORE_DATE = re.compile(
    r"(?:tag,? |: |\d\.?, |\b(?:am|ab|vom|zum|bis|per|seit|den|dem|der|oder|und|spätestens) )$", re.IGNORECASE
)
# Behind a bare ordinal a noun may be what it counts, but not these.
_COUNTED = r"(?! (?:(?!Zeit\b|Bescheid\b|Rückmeldung\b|Uhr\b)(?-i:[A-ZÄÖÜ])))"


def _figures(match: re.Match[str]) -> str:
    """Return "9.3." as a date, where what stands around it says that it is one."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    if not (match[3] or _BEFORE_DATE.search(before)):
        return match[0]
    return f"{match[1]} {_MONTH_NAMES[int(match[2]) - 1]}"


PHRASES = (
    (r"\b(?:von|zwischen) ((?:19|20)\d\d) (?:bis|und) (?=(?:19|20)\d\d\b)", r"from \1 to "),
    # Hours in words: "um halb drei", "Viertel nach neun", "dreiviertel zehn", "um elf".
    (rf"\bviertel nach {_HOUR}\b", lambda m: f"{_HOURS[m[1].lower()]}:15"),
    # "Zu drei Viertel elf Personen" counts people.
    (rf"\b(?:viertel vor|(?<=\bum )drei ?viertel|drei ?viertel(?! \w+ (?-i:(?!Uhr\b)[A-ZÄÖÜ]))) {_HOUR}\b", lambda m: f"{_HOURS[m[1].lower()] - 1 or 12}:45"),
    (rf"\bhalb {_HOUR}\b", lambda m: f"{_HOURS[m[1].lower()] - 1 or 12}:30"),
    (rf"\b{_HOUR} uhr ({'|'.join(_MINUTES)})\b", lambda m: f"{_HOURS[m[1].lower()]}:{_MINUTES[m[2].lower()]}"),
    (rf"\b{_HOUR} uhr\b", lambda m: f"{_HOURS[m[1].lower()]}:00"),
    (rf"(?<=\bum )({'|'.join(list(_HOURS)[:12])})\b(?! (?:{_UNIT}|prozent|euro|punkte)\b)", lambda m: f"{_HOURS[m[1].lower()]}:00"),
    (rf"\b(am|zum|bis|dem|den) ({'|'.join(_ORDINALS)}) ({_MONTH})\b", lambda m: f"{m[1]} {_ORDINALS.index(m[2].lower()) + 1}. {m[3]}"),
    # Lists of days and hours; from one day to another.
    (
        rf"\bzwischen (?:dem |den )?(\d{{1,2}}\.(?: ?{_MONTH}|\d{{1,2}}\.)?) und (?:dem |den )?(?=\d{{1,2}}\. ?(?:{_MONTH}|\d))",
        r"vom \1 bis ",
    ),
    (rf"\bzwischen dem (\d{{1,2}})\. und (?:dem )?(\d{{1,2}})\.(?! ?(?:{_MONTH}|\d))", r"from the \1th to the \2th"),
    (rf"\bzwischen ({_DAY}|{_FEAST}) und (?={_DAY}|{_FEAST})", r"between \1 and "),
    (r"(?<=\d\.) ?/ ?(?=\d{1,2}\.)", " oder "),
    day_lists.days(_MEMBER, _LINK, _MONTH, dotted=True),
    (
        rf"(?<=\b(?:am|um|em|en) )((?:\d{{1,2}}\., ?){{0,8}}\d{{1,2}}\.,? (?:und|oder|bzw\.) (?:am |zum |den |dem )?\d{{1,2}}\.){_COUNTED}(?! ?(?:{_MONTH}|\d))",
        lambda m: _DOM.sub(r" am \1", m[0]).removeprefix(" am "),
    ),
    day_lists.hours(r",? (?:oder|und|bzw\.) (?:um )?", r"(?:[.:]\d\d)? ?uhr\b"),
    (r"\b(\d{1,3} )?(?:std|stdn)\.", r"\1Stunden"), (r"(?<=\d )min\.", "Minuten"),
    (r"\b(?:einer )?dreiviertelstunde\b", "45 minutes"), (r"\beiner (?:halben|knappen halben) stunde\b", "30 minutes"),
    (r"\b(?:einer )?viertelstunde\b", "15 minutes"),
    (rf"\b(?:letzte[nr]|vergangene[nr]|vorige[nr]) ({_DAY})\b", r"last \1"),
    (r"\b(?:in der )?(?:letzte|vergangene|vorige)[nr]? woche\b(?! (?:des|im|vor)\b)", "last week"),
    (r"\b(?:im )?(?:letzten|vergangenen|vorigen) monat\b(?! (?:des|vor)\b)", "last month"),
    (
        rf"\b{_SHORTS}(?:(?:, ?(?:und |oder )?|/| (?:und|oder|bzw\.) ){_SHORTS}){{1,6}}",
        lambda m: re.sub(r"(\w\w)\b\.?", lambda one: SHORT_DAYS.get(one[1].lower(), one[0]), m[0]).replace("oder", "or"),
    ),
    *((rf"(?-i:\b{word.title()}\b)\.? ?(?:–|-|/|bis) ?(?=(?-i:(?:{'|'.join(w.title() for w in SHORT_DAYS if w != word)})\b))", f"{day}-") for word, day in SHORT_DAYS.items()),
    *((rf"(?<=-)(?-i:{word.title()}\b)\.?|(?-i:\b{word.title()}\b)\.?,? ?(?=\d{{1,2}}(?:\. ?(?:\d{{1,2}}\.|{_MONTH})|[.:]\d\d| ?uhr))", f"{day} ") for word, day in SHORT_DAYS.items()),
    (r"\b(?:um )?ein uhr\b", "at 1:00"), (r"\bam (?:morgen|vormittag) des (?=\d)", "am "),
    # Ranges on the clock, before "bis" means a deadline.
    (rf"(?<![\d.:/-])\b(?:von )?({_CLOCK}) ?(?:bis|–|-) ?(?:etwa |ca\.? |gegen |circa )?(?=\d{{1,2}}(?:[.:]\d{{2}})? ?(?:uhr|h)\b)", r"from \1 to "),
    (r"(?<![\d.:/-])\b(?:von )?(\d{1,2}[.:]\d{2}(?: ?uhr)?|\d{1,2} uhr) ?bis ?(?:etwa |ca\.? |gegen |circa )?(?=\d{1,2}(?:[.:]\d{2})?(?: ?$|[,;)])|\d{1,2}:\d\d\b)", r"from \1 to "),
    (rf"\b({_DAY}) bis ({_DAY})\b", r"\1 to \2"), (rf"\b({_DAY}s) bis ({_DAY}s)\b", r"\1 to \2"), (rf"\b({_NUMBER}) bis ({_NUMBER}) (?={_UNIT}\b)", r"\1 to \2 "),
    (rf"\bzwischen ({_CLOCK}) und (?=\d{{1,2}}(?:[.:]\d{{2}})? ?uhr)", r"between \1 and "),
    (r"(?<=\bfrom )(\d{1,2})(?= to )", r"\1:00"), (r"(?<=\bbetween )(\d{1,2})(?= and )", r"\1:00"),
    (r"\b(\d{1,2})[.:](\d{2})\s*uhr\b", r"\1:\2"), (r"\b(\d{1,2})\s*uhr\s*(\d{2})\b", r"\1:\2"),
    (r"\b(\d{1,2})\s*uhr\b", r"\1:00"), (r"\b(\d{1,2}[:.]\d{2})\s?h\b", r"\1"), (r"\b(\d{1,2})\s?h\s?(\d{2})\b", r"\1:\2"),
    (r"(?<=:\d\d) (?:nachmittags|abends|am (?:nachmittag|abend))\b", " pm"), (r"(?<=:\d\d) (?:früh|morgens|vormittags|in der früh|am (?:morgen|vormittag))\b", " am"),
    # Parts of a day.
    *((rf"\b({_DAY}|heute|morgen|übermorgen|gestern)[- ]?{part}s?\b", rf"\1 {said}") for part, said in _PARTS),
    (r"\bheute evening\b", "tonight"),
    # From a day on; lengths that are said in days and mean weeks.
    (rf"\b({_DAY}|heute|morgen) (?:in|über) (?:einer woche|acht tagen|1 woche)\b", r"a week from \1"),
    (rf"\b({_DAY}|heute|morgen) in (?:zwei wochen|vierzehn tagen|14 tagen|2 wochen)\b", r"two weeks from \1"),
    (rf"\bübernächste[nr] ({_DAY})\b", r"a week from \1"),
    (rf"\b{_NTH} ({_DAY}|woche) (?:im|des) ({_MONTH})s?\b", lambda m: f"the {_ORDER[m[1].lower()]} {m[2]} of {m[3]}"),
    (rf"\b{_NTH} ({_MONTH})woche\b", lambda m: f"the {_ORDER[m[1].lower()]} week of {m[2]}"),
    (rf"\b({_NUMBER} {_UNIT})(?: lang)? (?:gültig|offen|aktiv|freigeschaltet)\b", r"valid for \1"),
    # "Sie haben zehn Tage Zeit", but not "zehn Tage Urlaub".
    (
        rf"(?<!wenn )(?<!falls )\b(?:sie haben|du hast|ihr habt|(?:wir geben|ich gebe|wir lassen|ich lasse) (?:ihnen|dir|euch)|(?:ihnen|dir|euch) bleiben)(?: noch| dafür| dazu| jetzt| gern| ruhig){{0,2}} (?={_TO_ANSWER}(?:[.;:!)]| (?:bedenk)?zeit\b|,? (?:um|für|zum|bis) [^.,;:!?]{{0,40}}\b(?:ge|be)?(?:antwort|entscheid|überleg|rückmeld|zurück|einreich|unterschr|unterzeichn)|, dann\b|$))",
        "within ",
    ),
    (r"\b(?:übers|über das|am) wochenende\b", "over the weekend"),
    (r"\bin acht tagen\b", "in one week"), (r"\bin vierzehn tagen\b", "in two weeks"),
    (rf"\bvor ({_NUMBER} {_UNIT})\b", r"\1 ago"),
    # Weeks, months and their parts.
    (r"\bin der woche (?:vom|ab|ab dem|um den) (?=\d)", "the week of "), (r"\b(?:in )?(?:der )?(?:kw|kalenderwoche) ?(\d{1,2})\b", r"calendar week \1,"),
    (r"\bübernächste[rn]? woche\b", "the week after next"),
    (rf"\bim laufe (?:{_NEXT}) woche\b", "next week"), (r"\bim laufe (?:der|dieser) woche\b", "this week"),
    (r"\bim laufe des (?:heutigen )?tages\b", "today"), (r"\bim laufe des (?:morgigen tages)\b", "tomorrow"),
    (rf"\b(?:anfang|(?:zu )?beginn|zum anfang) {_NEXT} woche\b", "early next week"),
    (rf"\bmitte {_NEXT} woche\b", "the middle of next week"), (rf"\b(?:zum )?ende {_NEXT} woche\b", "the end of next week"),
    (r"\b(?:zum )?ende (?:der |dieser |die |diese )?woche\b|\bwochenschluss\b", "the end of the week"),
    (r"\bmitte (?:der |dieser )?woche\b", "the middle of the week"),
    (rf"\b(?:in )?{_NEXT} woche\b", "next week"), (r"\b(?:in )?diese[rn]? woche\b", "this week"),
    (r"\b(?:zum )?(?:monatsende|ende (?:des|dieses) monats)\b", "the end of the month"),
    (r"\bende (?:des )?(?:nächsten|kommenden) monats\b", "the end of next month"),
    (r"\banfang (?:des )?(?:nächsten|kommenden) monats\b", "early next month"),
    (r"\b(?:im )?(?:nächsten|kommenden) monat\b", "next month"), (r"\bdiesen monat\b", "this month"),
    (r"\b(?:zum )?(?:jahresende|ende (?:des )?jahre?s?)\b", "the end of the year"),
    (r"\bim (ersten|zweiten|dritten|vierten) quartal\b", lambda m: f"in the {_ORDER[m[1].lower()]} quarter"),
    (rf"\bin der (ersten|zweiten) ({_MONTH})hälfte\b", lambda m: f"in the {_ORDER[m[1].lower()]} half of {m[2]}"),
    (rf"\bim (?={_MONTH})", "in "),
    (r"\b(?:zum )?(?:quartalsende|ende des quartals)\b", "the end of the quarter"),
    (rf"\banfang ({_MONTH})\b", r"early \1"), (rf"\bmitte ({_MONTH})\b", r"mid-\1"), (rf"\bende ({_MONTH})\b", r"the end of \1"),
    # Days of a month.
    (r"\b(\d{1,2})\. (?:dieses|des laufenden) monats\b", r"the \1th of this month"),
    (r"\b(\d{1,2})\. (?:des )?(?:nächsten|kommenden) monats\b", r"the \1th of next month"),
    (rf"\b(?:vom )?(\d{{1,2}})\. ?(?:bis(?: zum| einschließlich| und mit)*|–|-) ?(\d{{1,2}})\. ?({_MONTH})\b", r"from \1 to \2 \3"),
    (rf"\b(?:vom )?(\d{{1,2}})\. ?({_MONTH}(?: \d{{4}})?) (?:bis(?: zum| einschließlich| und mit)*|–|-) ?(?=\d{{1,2}}\. ?{_MONTH})", r"from \1 \2 to "),
    (r"\b(?:vom )?(\d{1,2}\.(?:\d{1,2}\.(?:\d{2,4})?)?) ?(?:bis(?: zum| einschließlich| und mit)*|–|-) ?(?=\d{1,2}\.\d{1,2}\.)", r"from \1 to "),
    (r"(?<![\w.])(\d{1,2})\.(0?[1-9]|1[0-2])\.(?=(,? (?:oder|und) \d)| ?[^\W\d]{2}| ?$)", _figures),
    (rf"\b({_DAY}),? (?:den|dem|der) (\d{{1,2}})\.(?! ?(?:{_MONTH}|\d))", r"\1 the \2th"),
    # "Dienstag 24. bei uns", but not "Montag, 3. Stock".
    (rf"\b({_DAY}),? ([12]?\d|3[01])\.{_COUNTED}(?! ?(?:{_MONTH}|\d))", r"\1 the \2th"),
    (rf"\b(am|zum|vom|bis|dem|den|spätestens) (\d{{1,2}})\.(?! ?(?:{_MONTH}|\d))", r"\1 the \2th"),
    (r"\b(?:den|der|dem) (?=\d{1,2}\.)", ""), (r"\b(\d{1,2})\.\s*(?=[A-Za-zä]{3})", r"\1 "),
    # Days off that are told by no name: the time grammar knows which are near.
    (r"\b(?:bis )?nach (?:den|allen) feiertagen\b(?! (?:im|zum?|um|über)\b)", "after the public holidays"),
    (r"\b(?:noch )?vor den feiertagen\b(?! (?:im|zum?|um|über)\b)", "before the public holidays"),
    (r"\b(?:bis )?nach dem feiertag\b", "after the public holiday"), (r"\b(?:noch )?vor dem feiertag\b", "before the public holiday"),
    # How long there is.
    (rf"\b(?:innerhalb|binnen|innert)(?: von)?(?: (?:der|den) (?:nächsten|kommenden))? (?={_NUMBER}(?: to {_NUMBER})? )|\bin den (?:nächsten|kommenden) (?={_NUMBER}(?: to {_NUMBER})? )|\bin (?:spätestens|längstens|höchstens) (?={_NUMBER}(?: to {_NUMBER})? )", "within "),
    (r"\b(?:innerhalb|binnen|innert)(?: von)?\b|\bin den (?:nächsten|kommenden)\b", "within"),
    # By when, before, from when on.
    (r"(?<=, )(?:aber |doch |jedoch )?spätestens (?:aber |jedoch |allerdings |dann )?(?:bis |zum |am |den |dem )*(?=\w)", "but no later than "),
    (r"\b(?:bis|spätestens)(?: (?:bis|spätestens|einschließlich|inklusive|längstens|und mit|zum|am|an|den|dem|der|kommende[nmr]|nächste[nmr]|diese[nmr]))* +(?=\w)", "by "),
    (rf"\bvor (?:dem |der )?(?=\d|the end|early|{_DAY}|{_MONTH}|{_FEAST})", "before "), (rf"\bnach (?:dem )?(?=\d|{_DAY}|{_FEAST})", "after "),
    (rf"\bfrühestens (?:am |ab |ab dem )?(?=\d|the|early|mid-|next|{_DAY}|{_MONTH})", "no earlier than "),
    (rf"\bseit (?:dem |der |diesem |dieser )?(?=\d|the|early|mid-|{_DAY}|{_MONTH}|{_FEAST})", "since "),
    (rf"\bab (?:dem |den |kommendem |nächstem )?(?=\d|the|early|mid-|next|{_DAY}|{_MONTH})", "from "),
    (rf"\b(?:kommende[nmr]?|diese[nmr]?) (?={_DAY})", ""), (r"\bgegen (?=\d)", "around "),
    (r"\bum (?=\d)", "at "), (r"\bam (?=\w)", "on "), (r"\bvon (?=\d)", "from "), (r"(?<=\d) bis (?=\d)", " to "),
    (r"(?<=\d) (?=(?:ist|est|met)\b)", ", "),  # no zone's name
)  # fmt: skip
OR = r"oder|bzw\.|beziehungsweise|respektive|oder auch|/"
AND = r"und|sowie|und auch"
SIGNS = (
    r"feiertag(?:en)?|uhr|bis|spätestens|innerhalb|binnen|innert|std|stdn|\w*stunden?|gestern|quartal|auffahrt|\w+hälfte|(?:mo|di|mi|do|fr|sa|so)(?=[./–-]|,? ?\d)|um \d+|\w*woche\w*|kw|\w*morgen|heute|\w*monat\w*|tage?[ns]?|werktage?n?|jahresende|viertel|halb|ostern|\w*himmelfahrt|pfingst\w*|weihnachten|neujahr|silvester|martinstag|nikolaus|oster\w*|karfreitag|gründonnerstag|heiligabend|allerheiligen|fronleichnam"
    r"|\d{1,2}\.\d{1,2}\.(?:\d{4})?|tag der \w+|dreikönigstag|reformationstag"
    r"|(?:am|vom|zum|dem|den|ab|seit|per|bis|vor|nach) \d{1,2}|" + "|".join(f"{day}\\w*" for day in (*DAYS, *MONTHS))
)
