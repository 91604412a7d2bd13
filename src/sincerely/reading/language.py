"""Which language a text is in, by its small words. Only those that Sincerely reads have a name."""

from __future__ import annotations

import re

_SMALL = {
    "en": """the and to of you your we for is in that with have on will be are our i it this as at if not please from
        thank us can would by an was has or my me so do""",
    "de": """der die das und sie wir ihre ihnen für mit ist nicht ein eine zu auf von den dem im bei haben uns ich es sich
        wird werden bitte dass als auch an aus nach am dir dich du dein deine""",
    "fr": """le la les et vous nous votre de des est pour dans que un une pas avec sur au aux ce cette je par en du qui
        à vos notre sont ne se plus ou""",
    "es": "el los las y usted su para con por que una es en del no lo al se como más pero le nos sus gracias",
    "it": "il gli e lei per con che una è in del non lo al si come più ma le ci la grazie nostro sua di",
    "nl": "de het en u uw wij voor met dat een is niet op van te zijn aan ons wij hebben als bij naar je jouw",
    "pt": "o os as e você seu para com por que uma é em do não ao se como mais mas lhe nos obrigado sua da",
}
_SETS = {name: frozenset(words.split()) for name, words in _SMALL.items()}
_WORD = re.compile(r"[^\W\d_]+")
_READ = frozenset({"en", "de", "fr"})
_LOOK = 1500


def language_of(text: str) -> str:
    """Return ``en``, ``de`` or ``fr``; another code, or ``?``, for a language that is not read.

    >>> language_of("Wir möchten Sie gerne zu einem Gespräch einladen.")
    'de'
    """
    words = [word.lower() for word in _WORD.findall(text[:_LOOK])]
    if len(words) < 4:
        return "en"
    counts = {name: sum(word in small for word in words) for name, small in _SETS.items()}
    best = max(counts, key=lambda name: counts[name])
    if counts[best] >= 0.08 * len(words):
        return best if best in _READ or counts[best] > 1.3 * counts["en"] else "en"
    latin = sum(word.isascii() for word in words)
    return "en" if latin > 0.8 * len(words) else "?"


def is_read(language: str) -> bool:
    """Whether mail in this language is understood."""
    return language in _READ
