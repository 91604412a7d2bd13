"""German and French words for times, put into the English that the time grammar reads."""

from __future__ import annotations

import re

_WORDS = {
    # German
    "montag": "Monday", "dienstag": "Tuesday", "mittwoch": "Wednesday", "donnerstag": "Thursday", "freitag": "Friday",
    "samstag": "Saturday", "sonnabend": "Saturday", "sonntag": "Sunday", "januar": "January", "jänner": "January",
    "februar": "February", "märz": "March", "april": "April", "mai": "May", "juni": "June", "juli": "July",
    "august": "August", "september": "September", "oktober": "October", "november": "November", "dezember": "December",
    "morgen": "tomorrow", "übermorgen": "in two days", "heute": "today",
    # French
    "lundi": "Monday", "mardi": "Tuesday", "mercredi": "Wednesday", "jeudi": "Thursday", "vendredi": "Friday",
    "samedi": "Saturday", "dimanche": "Sunday", "janvier": "January", "février": "February", "mars": "March",
    "avril": "April", "juin": "June", "juillet": "July", "août": "August", "septembre": "September",
    "octobre": "October", "novembre": "November", "décembre": "December", "demain": "tomorrow",
    "aujourd'hui": "today", "midi": "noon",
}  # fmt: skip
_NUMBERS = {"zwei": "two", "drei": "three", "vier": "four", "fünf": "five", "sechs": "six", "sieben": "seven", "zehn": "ten",
            "vierzehn": "fourteen", "einer": "one", "deux": "two", "trois": "three", "quatre": "four", "cinq": "five",
            "dix": "ten", "quinze": "fifteen", "huit": "eight"}  # fmt: skip
_HOURS = {"eins": 1, "ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9,
          "zehn": 10, "elf": 11, "zwölf": 12}  # fmt: skip
# "Um Viertel nach neun", "um halb drei": half of the third hour.
_SPELLED = tuple(
    (pattern, said)
    for word, hour in _HOURS.items()
    for pattern, said in (
        (rf"\bviertel nach {word}\b", f"{hour}:15"),
        (rf"\bviertel vor {word}\b", f"{hour - 1 or 12}:45"),
        (rf"(?<=\bum )halb {word}\b", f"{hour - 1 or 12}:30"),
        (rf"(?<=\bum ){word}\b(?! (?:uhr|stunden?|tage?n?|wochen?))", f"{hour}:00"),
        (rf"\b{word} uhr\b", f"{hour}:00"),
    )
)
_PHRASES = tuple(
    (re.compile(pattern, re.IGNORECASE), plain)
    for pattern, plain in (
        # German
        (r"(?<=\d)(?: uhr)? bis (?:etwa |ca\.? |gegen |circa )?(?=\d{1,2}(?:[.:]\d{2})?(?: uhr\b| ?$|[,;)]))", " to "),
        (r"\bbis (?:spätestens )?(?:zum |einschließlich )?ende (?:der )?nächster? woche\b", "by the end of next week"),
        (r"\bbis (?:zum )?ende (?:dieser|der) woche\b", "by the end of this week"),
        (r"\bbis (?:zum )?ende (?:des|dieses) monats\b", "by the end of the month"),
        (r"\b(?:im laufe der|in der|in den) (?:nächsten|kommenden) woche\b|\b(?:nächste|kommende) woche\b", "next week"),
        (r"\banfang (?:nächster|kommender) woche\b", "early next week"),
        (r"\bende (?:nächster|kommender) woche\b", "the end of next week"),
        (r"\bdiese(?:r)? woche\b", "this week"),
        (r"\b(?:innerhalb|binnen)(?: von)?\b|\bin den (?:nächsten|kommenden)\b", "within"),
        (r"\b(?:bis )?spätestens(?: bis)?(?: zum| am| den)?\b|\bbis (?:zum|einschließlich|am|kommenden|nächsten)?\s*(?=\w)", "by "),
        (r"\bwochen\b", "weeks"), (r"\bwerktagen?\b|\barbeitstagen?\b", "business days"), (r"\btagen?\b", "days"),
        (r"\b(\d{1,2})[.:](\d{2})\s*uhr\b", r"\1:\2"), (r"\b(\d{1,2})\s*uhr\s*(\d{2})\b", r"\1:\2"), (r"\b(\d{1,2})\s*uhr\b", r"\1:00"),
        (r"\b(?:den|der) (?=\d{1,2}\.)", ""), (r"\b(\d{1,2})\.\s*(?=[A-Za-zä]{3})", r"\1 "),
        *_SPELLED,
        (r"(?<=\d) (?=(?:ist|et|est|met)\b)", ", "),
        (r"\bum (?=\d)", "at "), (r"\bam (?=\w)", "on "), (r"\bvon (?=\d)", "from "), (r"(?<=\d) bis (?=\d)", " to "),
        # French
        (r"\b(\d{1,2}\s?(?:h|heures)(?:\s?\d{2})?) (?:à|jusqu['’]à) (?=\d{1,2}\s?h)", r"\1 to "),
        (r"\bd['’]ici (?:au |le |la )?fin (?:de )?(?:la )?semaine prochaine\b", "by the end of next week"),
        (r"\bd['’]ici (?:à )?(?:la )?fin (?:de (?:la |cette )?)semaine\b", "by the end of this week"),
        (r"\bd['’]ici (?:à )?(?:la )?fin du mois\b", "by the end of the month"),
        (r"\b(?:la )?semaine prochaine\b", "next week"), (r"\bcette semaine\b", "this week"),
        (r"\bd['’]ici (?:au |le )?|\bau plus tard (?:le )?|\bpour le (?=\d)|\bjusqu['’]au ", "by "), (r"\bavant (?:le )?(?=\w)", "before "),
        (r"\b(?:sous|dans un délai de|dans les) (?=\w)", "within "),
        (r"\bsemaines\b", "weeks"), (r"\bjours ouvr(?:és|ables)\b", "business days"), (r"\bjours\b", "days"),
        (r"\b(\d{1,2})\s?h\s?(\d{2})\b", r"\1:\2"), (r"\b(\d{1,2})\s?(?:h|heures)\b", r"\1:00"),
        (r"(?<=:\d\d) (?=(?:et|est)\b)", ", "),
        (r"\bà (?=\d)", "at "), (r"\ble (?=\d|lun|mar|mer|jeu|ven|sam)", "on "), (r"\b1er\b", "1"),
        (r"\bde (?=\d{1,2}:\d\d (?:à|to)\b)", "from "),
    )
)  # fmt: skip
_NAMES = re.compile(
    r"\b(?:" + "|".join(sorted({**_WORDS, **_NUMBERS}, key=len, reverse=True)) + r")s?\b", re.IGNORECASE
)
_SIGNS = re.compile(
    r"\b(?:uhr|bis|innerhalb|woche|montag|dienstag|mittwoch|donnerstag|freitag|märz|januar|februar|mai|juni|juli|oktober|dezember|"
    r"lundi|mardi|mercredi|jeudi|vendredi|janvier|février|avril|juin|juillet|août|septembre|octobre|novembre|décembre|"
    r"d['’]ici|avant|sous|semaine|demain|morgen|jours|\d{1,2}\s?h(?:\d\d)?|mars)\b",
    re.IGNORECASE,
)


def in_english(text: str, language: str) -> str:
    """Return a sentence whose times the English grammar reads; other words stay as they are."""
    if language == "en" or not _SIGNS.search(text):
        return text
    for pattern, plain in _PHRASES:
        text = pattern.sub(plain, text)
    return _NAMES.sub(lambda match: _english(match[0]), text)


def _english(word: str) -> str:
    low = word.lower()
    return _WORDS.get(low) or _NUMBERS.get(low) or _WORDS.get(low.rstrip("s")) or word
