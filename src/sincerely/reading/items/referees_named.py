"""Which referees the candidate names to an employer by name alone: "Denise Falk, my former VP, 614-555-0188"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from sincerely.core.people import is_same_person, name_words
from sincerely.reading.statements.statement import Statement

from .referee_numbers import has_anothers_number

# A name of two or three words; what begins a sentence may stand in front of it.
_NAMES = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
# Whoever is still asked, has said no, or is not to be called yet is not handed in.
_NOT_YET = re.compile(
    r"\b(?:i(?: have|['’]ve)?(?: only| just| also)?|ich habe|habe ich|j['’]ai)\b[^,;:.!?]{0,40}\b(?:asked|gefragt|angefragt|demandé)\b"
    r"|\bi(?: will|['’]ll|['’]m| am)? (?:also |still |just )?(?:ask|asking)\b|\bich frage\b|\bje (?:vais )?demande[r]?\b"
    r"|\b(?:waiting|wait|not yet|yet to|unless|instead of|no longer|declined|withdraw|unavailable)\b"
    r"|\bonce (?:i|he|she|they)\b|\b(?:hasn['’]t|has not|haven['’]t|cannot|can['’]t|won['’]t|please not)\b|\b(?:don['’]t|do not)\b(?! hesitate)"
    r"|\b(?:noch (?:nicht|kein\w*)|bitte nicht|nicht mehr|nicht (?:anrufen|kontaktieren)|statt|warte|sobald|abgesagt)\b"
    r"|\b(?:suit|suivra|dès que|attends|attente|pas encore|plus disponible|ne pas|plutôt que|décliné|refusé)\b"
    r"|\?",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"\b(?:call|ring|phone|reach|contact|e-?mail|speak (?:to|with)|talk to|anrufen|erreich\w+|kontaktieren|telefon\w*|sprechen"
    r"|appeler|joindre|contacter|écrire à)\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\b(?:referees?|references?|referenz\w*|références?|recommandation)\b", re.IGNORECASE)
_LONGEST = 600
_MOST = 60
_ONE_WORD = 1


def named_by_name(said: Sequence[Statement], referees: Collection[str], *, given: bool) -> dict[str, int]:
    """Return the referees whom a mail to an employer names by name, each with the statement that does.

    Args:
        said: what the candidate says.
        referees: the addresses of those who were asked, or have agreed.
        given: whether the mail hands references in: then a name is enough. Else how to reach them must be told.
    """
    found: dict[str, int] = {}
    for index, statement in enumerate(said):
        text = statement.sentence.text[:_LONGEST]
        numbered = has_anothers_number(text)
        reached = numbered or (_REFERENCE.search(text) and _CALL.search(text))
        if (given or reached) and not _NOT_YET.search(text):
            for who in _known_in(text, referees, numbered=numbered):
                found.setdefault(who, index)
    return found


def _known_in(text: str, referees: Collection[str], *, numbered: bool) -> Iterator[str]:
    """Yield the referees whose names stand in a text: both parts, or with a number what their address alone has."""
    names = [" ".join(pair) for pair in _pairs(text)]
    for who in sorted(referees):
        short = len(name_words(who)) == _ONE_WORD
        if short and not numbered:
            continue
        if any(_is_called(who, name, short=short) for name in names):
            yield who


def _is_called(who: str, name: str, *, short: bool) -> bool:
    if short:
        # "falk@": the family name; a given name may be anybody's.
        return name_words(who)[0] == name_words(name)[-1:][0] if name_words(name) else False
    return is_same_person(name, who)


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs of words with capitals that stand side by side."""
    last: re.Match[str] | None = None
    for match in [*_NAMES.finditer(text)][: _MOST * 3]:
        if last is not None and match[0][0].isupper() and text[last.end() : match.start()] == " ":
            yield last[0], match[0]
        last = match if match[0][0].isupper() else None
