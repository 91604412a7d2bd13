"""How somebody writes, learnt from what they sent: name, last words, signature, formality, languages.

Where nothing of theirs is at hand, their name is how others write to them.

Counted and nothing more: what most of the mails have, with how many have it and which they are. What only one mail has
is no habit.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from .letters import reply, signature_words
from .letters.language import language_of
from .letters.letter import Letter

T = TypeVar("T")
# In at least two mails, and in so large a part of those that could show it: more than any other has.
_LEAST, _SHARE = 2, 0.4
_SHOWN = 3
_LONGEST_NAME = 80
_WRITTEN = ("en", "de", "fr")
_CLOSING = re.compile(
    r"(?:(?:with )?(?:my |our )?(?:best|kind|kindest|warm|warmest|many|sincere)\b.{0,24}|regards|sincerely(?: yours)?|yours\b.{0,16}"
    r"|all the best|cheers|thanks(?: again| so much| a lot)?|thank you(?: again| very much)?|respectfully|cordially"
    r"|take care|talk soon|mit (?:freundlich|best|herzlich|lieb)\w* gr(?:ü|ue)(?:ß|ss)\w*|(?:viele|beste|herzliche|liebe"
    r"|freundliche|schöne) gr(?:ü|ue)(?:ß|ss)e.{0,20}|(?:beste[rn]?|liebe[rn]?|schöne[rn]?)? ?gru(?:ß|ss)|mfg|lg|vg"
    r"|hochachtungsvoll|danke und gruß|vielen dank|(?:bien |très )?(?:cordialement|sincèrement)(?: à (?:vous|toi))?"
    r"|bien à (?:vous|toi)|respectueusement|amicalement|à bientôt|(?:bonne|belle) (?:journée|soirée)"
    r"|(?:sincères|meilleures|cordiales) salutations)[\s,.!–-]*$",
    re.IGNORECASE,
)
_WORDS_OF_CLOSING = 5
_SIGNED = re.compile(
    r"(?:(?:i\. ?[AV]\.|(?:Prof\. )?Dr\.) ?)?(?P<name>[A-ZÄÖÜ][\w'’-]+(?: [A-ZÄÖÜ]\.)?(?: (?:von|van|de|zu|der))?(?: [A-ZÄÖÜ][\w'’-]+){1,2})"
)
_FORMAL = re.compile(
    r"(?:dear|sehr geehrte\w*|guten (?:tag|morgen|abend)|good (?:morning|afternoon|evening)|madame|monsieur)\b",
    re.IGNORECASE,
)
_INFORMAL = re.compile(r"(?:hi|hey|hello|hallo|moin|servus|grüß dich|liebe[rs]?|salut|coucou)\b", re.IGNORECASE)
_DU = re.compile(r"\b(?:du|dir|dich|dein\w*|euch|euer|eure\w*)\b", re.IGNORECASE)
_SIE = re.compile(r"\b(?:Ihnen|Ihre?[nmrs]?|Sie)\b")
_TU = re.compile(r"\b(?:tu|toi|te|tes)\b|\bt['’](?=[aeiouyhéèê])", re.IGNORECASE)
_VOUS = re.compile(r"\b(?:vous|votre|vos)\b", re.IGNORECASE)
_FORMS = {"de": (_DU, _SIE), "fr": (_TU, _VOUS)}
_END = 14
_SIGNATURE_LINES = 6


@dataclass(frozen=True)
class Habit:
    """What somebody usually does, and what shows it.

    Attributes:
        value: a name, words, ``formal`` or ``informal``, a language.
        count: how many mails show it.
        of: how many could.
        seen: Message-IDs of the latest that do, without brackets.
    """

    value: str
    count: int
    of: int
    seen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Habits:
    """How somebody writes, as far as their mails show.

    Attributes:
        name: as their mail program and they sign.
        sign_off: last words, by language and formality, such as ``en-formal``.
        signature: the lines below the name.
        formality: of their greetings.
        languages: the most used first.
        letters: how many mails were looked at.
    """

    name: Habit | None = None
    sign_off: dict[str, Habit] = field(default_factory=dict)
    signature: Habit | None = None
    formality: Habit | None = None
    languages: tuple[Habit, ...] = ()
    letters: int = 0


@dataclass(frozen=True)
class _Seen:
    """What one mail shows; empty where it shows nothing."""

    id: str
    name: str
    language: str
    formality: str
    closing: str
    signature: str


def habits(letters: Sequence[Letter]) -> Habits:
    """Return how somebody writes.

    Args:
        letters: what they sent, the latest first.
    """
    seen = [_seen(letter) for letter in letters]
    sign_off = {}
    for how in dict.fromkeys(f"{one.language}-{one.formality}" for one in seen):
        alike = [one for one in seen if f"{one.language}-{one.formality}" == how and one.closing]
        found = _most(alike, lambda one: one.closing)
        if found is not None and how.partition("-")[0] in _WRITTEN and not how.endswith("-"):
            sign_off[how] = found
    return Habits(
        name=_most([one for one in seen if one.name], lambda one: one.name),
        sign_off=sign_off,
        signature=_most([one for one in seen if one.closing], lambda one: one.signature),
        formality=_most([one for one in seen if one.formality], lambda one: one.formality),
        languages=_languages(seen),
        letters=len(letters),
    )


def called(letters: Sequence[Letter], own: Collection[str]) -> Habit | None:
    """Return the name that others write beside somebody's addresses; None where hardly anybody writes one.

    Args:
        letters: what they got, the latest first.
        own: their addresses, in small letters.
    """
    seen = []
    for letter in letters:
        to = next((one for one in (*letter.to, *letter.cc) if one.address.lower() in own), None)
        if to is not None:
            seen.append(_Seen(letter.message_id.strip("<>"), _as_name(to.name), "", "", "", ""))
    return _most([one for one in seen if one.name], lambda one: one.name)


def _as_name(text: str) -> str:
    """Return a name as it is signed; empty for what is none, such as an address, or the family's name put first."""
    words = " ".join(text.split())
    return words if words and len(words) <= _LONGEST_NAME and not set(words) & set("@,<>") else ""


def _most(seen: Sequence[_Seen], of: Callable[[_Seen], str]) -> Habit | None:
    """Return what most of some mails have; None where that is nothing, or none of it is usual."""
    groups: dict[str, list[_Seen]] = {}
    for one in seen:
        groups.setdefault(_alike(of(one)), []).append(one)
    best = max(groups.values(), key=len, default=[])
    value = of(best[0]) if best else ""
    if not value or len(best) < _LEAST or len(best) < _SHARE * len(seen):
        return None
    return Habit(value, len(best), len(seen), _ids(best))


def _alike(words: str) -> str:
    """Return words as they are compared: large and small letters and what stands at their end are no difference."""
    return "\n".join(" ".join(line.split()).rstrip(",.!–- ") for line in words.casefold().splitlines())


def _ids(seen: Iterable[_Seen]) -> tuple[str, ...]:
    return tuple(one.id for one in seen if one.id)[:_SHOWN]


def _languages(seen: Sequence[_Seen]) -> tuple[Habit, ...]:
    told = [one for one in seen if one.language in _WRITTEN]
    groups = {language: [one for one in told if one.language == language] for language in _WRITTEN}
    used = sorted((row for row in groups.items() if len(row[1]) >= _LEAST), key=lambda row: -len(row[1]))
    return tuple(Habit(language, len(ones), len(told), _ids(ones)) for language, ones in used)


def _seen(letter: Letter) -> _Seen:
    parts = reply.of(letter)
    language = language_of(parts.reply) if parts.reply.strip() else ""
    name = " ".join(letter.from_.name.split())
    end = [line.strip() for line in f"{parts.reply.rstrip()}\n{parts.signature}".split("\n")][
        -_END - _SIGNATURE_LINES :
    ]
    closing, below = _ending(end, name)
    return _Seen(
        letter.message_id,
        name,
        language if language in _WRITTEN else "",
        _formality(parts.reply, language),
        closing,
        below,
    )


def _formality(text: str, language: str) -> str:
    """Return how formally a mail greets; "Sie" and "du", "vous" and "tu" count before the greeting."""
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if language in _FORMS:
        close, distant = (len(form.findall(text)) for form in _FORMS[language])
        if close != distant:
            return "informal" if close > distant else "formal"
    if _INFORMAL.match(first):
        return "informal"
    return "formal" if _FORMAL.match(first) else ""


def _ending(lines: list[str], name: str) -> tuple[str, str]:
    """Return a mail's last words before the name, and what stands below the name."""
    full = [line for line in lines if line and line != "--"]
    for index in range(len(full) - 1, 0, -1):
        above = full[index - 1]
        if _is_name(full[index], name) and len(above.split()) <= _WORDS_OF_CLOSING and _CLOSING.match(above):
            return above, _below(full[index + 1 :])
    return "", ""


def _is_name(line: str, name: str) -> bool:
    """Whether a line is the writer's name or its first part."""
    said, known = line.casefold().strip(" ,.-–").split(), name.casefold().split()
    return bool(said) and bool(known) and (said == known or said == known[: len(said)])


def signer(letter: Letter) -> str:
    """Return who signs a mail with first and last name below its last words; empty where nobody does."""
    parts = reply.of(letter)
    full = [line.strip() for line in f"{parts.reply.rstrip()}\n{parts.signature}".split("\n") if line.strip(" -")]
    for above, line in itertools.pairwise(full[-_END - _SIGNATURE_LINES :]):
        found = _SIGNED.fullmatch(line)
        if found and len(above.split()) <= _WORDS_OF_CLOSING and _CLOSING.match(above):
            return found["name"]
    return ""


def _below(lines: list[str]) -> str:
    kept: list[str] = []
    for line in lines[:_SIGNATURE_LINES]:
        if signature_words.SENT_FROM.match(line) or signature_words.DISCLAIMER.match(line):
            break
        kept.append(line)
    return "\n".join(kept)
