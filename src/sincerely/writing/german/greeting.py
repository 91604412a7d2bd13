"""How a German mail greets: "Sehr geehrte Frau Baumgart", "Guten Tag Herr Dr. Roth", "Liebe Claudia".

Nobody's sex is guessed from a first name: it is learnt from how the process's mails speak of somebody. Where they
don't tell, or tell both, the whole name is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sincerely.writing.facts.grounds import Ground
from sincerely.writing.words.names import Person

_HER, _HIM = "Frau", "Herr"
_TITLES = {
    "frau": _HER, "fr": _HER, "herr": _HIM, "herrn": _HIM, "hr": _HIM, "hrn": _HIM, "madame": _HER, "mme": _HER,
    "monsieur": _HIM, "m": _HIM, "mr": _HIM, "mister": _HIM, "mrs": _HER, "ms": _HER, "miss": _HER,
}  # fmt: skip
_GRADES = r"(?P<grades>(?:(?:Prof|Dr|Dipl|Ing|PD|Mag|Direktorin|Direktor|Doktor|Professorin|Professor)\b\.?[- ]?){0,4})"
_GRADE = re.compile(r"\b(?:Prof|Dr)\.")
# "Herr oder Frau Roth", "Herr/Frau Roth": nobody knows there either.
_EITHER = r"(?:\b(?:Herrn?|Frau|Mr|Ms|Monsieur|Madame)\.?,? ?(?:/|und|oder|bzw\.|&|or|and|et|ou) ?)?"
_TITLE = rf"(?P<either>{_EITHER})(?<!\w)(?P<title>Frau|Fr\.|Herrn?|Hrn?\.|Madame|Mme|Monsieur|M\.|Mr|Mister|Mrs|Ms|Miss)\.? {_GRADES}"
_MANY = r"(?! ?(?:und|&|,[ \t]*[A-ZÄÖÜ]))"
_PRONOUNS = (
    (_HER, r"(?:sie|she|elle)\b(?: ?/ ?(?:ihr|her|hers))?"),
    (_HIM, r"(?:er|he|il)\b(?: ?/ ?(?:ihm|ihn|him|his))?"),
)
_STIFF = re.compile(r"^\W*sehr (?:ge|ver)ehrte", re.IGNORECASE | re.MULTILINE)
_PLAIN = re.compile(
    r"^\W*(?:guten (?:tag|morgen|abend)|hallo|hi|hey|moin|grüezi|servus|liebe)\b", re.IGNORECASE | re.MULTILINE
)
_HALLO = re.compile(r"^\W*(?:hallo|hi|hey|moin|servus|grüezi|hej)\b", re.IGNORECASE | re.MULTILINE)
# How much of a mail's words are shown as the reason.
_SHOWN = 40
# A mail is looked through so far.
_LOOK = 20_000


@dataclass(frozen=True)
class Told:
    """What the mails tell of somebody; all of it empty where they tell nothing.

    Attributes:
        title: ``Frau`` or ``Herr``.
        grade: such as ``Dr.``, where they are written to with one.
        grounds: the words that tell it.
    """

    title: str = ""
    grade: str = ""
    grounds: tuple[Ground, ...] = ()


NOBODY_TOLD = Told()


def title_told(to: Person, lines: Iterable[Ground], others: Iterable[Person] = ()) -> Told:
    """Return whether somebody is Frau or Herr, as far as the mails say.

    Args:
        to: somebody with a name.
        lines: mails, and other words in which they may be spoken of.
        others: whoever else is known: of two of one last name only the whole name tells.
    """
    first = to.given.split()[0].rstrip(".") if to.given else ""
    if len(first) < 2:
        first = ""
    strangers = [other for other in others if other.address != to.address and other.full != to.full]
    shared = any(other.family == to.family for other in strangers)
    namesake = any(first and other.given.split()[:1] == [first] for other in strangers)
    patterns = list(_patterns(to.family, first, shared=shared, namesake=namesake))
    if not patterns:
        return NOBODY_TOLD
    found: dict[str, Ground] = {}
    grade = ""
    for line in lines:
        text = line.text[:_LOOK]
        for title, pattern in patterns:
            for match in pattern.finditer(text):
                groups = match.groupdict()
                said = (groups.get("title") or "").rstrip(".")
                # "M. Roth" may be Martin Roth, and "Fr. Roth" Franz.
                if groups.get("either") or (len(said) < 3 and said and first.startswith(said)):
                    continue
                told = title or _TITLES[said.casefold()]
                grade = grade or " ".join(_GRADE.findall(groups.get("grades") or ""))
                if told not in found:
                    found[told] = Ground(line.kind, _around(text, match), line.source, line.event)
    if len(found) != 1:
        return NOBODY_TOLD
    ((title, ground),) = found.items()
    return Told(title, grade, (ground,))


def _patterns(family: str, first: str, *, shared: bool, namesake: bool) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield what tells it, each with what it tells, empty where its words do."""
    last, given = re.escape(family), re.escape(first)
    if family:
        between = rf"(?:{given}[\w.-]* (?:[A-ZÄÖÜ][\w.-]* ){{0,2}})" if first else ""
        optional = "" if shared else "?"
        if between or not shared:
            yield "", re.compile(rf"{_TITLE}{between}{optional if between else ''}{last}(?![\w-])")
    if first:
        whole = rf"{given}(?: {last})?" if not (shared or namesake) else rf"{given} {last}"
        yield _HIM, re.compile(rf"(?<!\w)(?:[Ll]ieber|[Gg]eehrter|[Cc]her) {whole}(?![\w-]){_MANY}")
        yield _HER, re.compile(rf"(?<!\w)(?:[Ll]iebe|[Gg]eehrte|[Cc]hère) {whole}(?![\w-]){_MANY}")
        if family:
            for title, pronouns in _PRONOUNS:
                yield title, re.compile(rf"(?<!\w){given}(?: [\w.-]+)? {last},? ?[(\[](?i:{pronouns})[)\]]")


def _around(text: str, match: re.Match[str]) -> str:
    begin = text.rfind("\n", 0, match.start()) + 1
    stop = text.find("\n", match.end())
    stop = len(text) if stop < 0 else stop
    if match.start() - begin > _SHOWN:
        begin = text.find(" ", match.start() - _SHOWN, match.start()) + 1 or match.start()
    if stop - match.end() > _SHOWN:
        stop = max(text.rfind(" ", match.end(), match.end() + _SHOWN), match.end())
    return " ".join(text[begin:stop].split())


def german_greeting(to: Person, told: Told, thread: str, *, formal: bool) -> str:
    """Return the first line of a German mail to somebody with a name.

    Args:
        to: whom it greets.
        told: what the mails tell of them.
        thread: what they wrote: who greets plainly is greeted so.
        formal: whether they say Sie.
    """
    title, grade = told.title, to.title or told.grade
    if not formal:
        first = to.first
        if title and to.given and "." not in first and not _HALLO.search(thread):
            return f"{'Liebe' if title == _HER else 'Lieber'} {first},"
        return f"Hallo {first},"
    if not title or not to.family:
        whole = f"{grade} {to.family or to.given}" if grade else to.full
        return f"Guten Tag {whole},"
    named = " ".join(part for part in (title, grade, to.family) if part)
    if _PLAIN.search(thread) and not _STIFF.search(thread):
        return f"Guten Tag {named},"
    return f"Sehr geehrte{'' if title == _HER else 'r'} {named},"
