"""The answers to a plain-text form that came back as a reply: below its questions, or above them by number.

Programs quote differently: with ``>`` and lines broken anew (Gmail, Apple Mail), or with the form put below a line
and a block of headers, unmarked (Outlook). So a question is known by its number in brackets, its first word and its
question mark; whatever stands between two questions and was not in the form is an answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .letter import Letter
from .reply import of, split

_QUOTED = re.compile(r"^[\s>|\u00a0\u200b]+")
_NUMBERED = re.compile(r"^[ \t]*[(\[]?(\d{1,2})[)\].:]+[ \t]*(.*)$")
# A question is at most so long, line breaks and marks of quoting included.
_LONGEST = 400
# What people write for "nothing".
_NOTHING = re.compile(r"(?:-+|–|—|\.+|/|no|none|nothing|n/?a|nein|nichts|keine?r?s?)[.!]?", re.IGNORECASE)


@dataclass(frozen=True)
class Form:
    """A form as it was sent.

    Attributes:
        questions: its questions, in order, by number; each ends with its only question mark.
        lines: every other line of it.
    """

    questions: Mapping[int, str]
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Filled:
    """What came back.

    Attributes:
        answers: by number; lines are kept, nothing is in it for "no".
        rest: what the person wrote above the form and to no question.
    """

    answers: Mapping[int, str]
    rest: str = ""


def filled(form: Form, letter: Letter) -> Filled:
    """Return what a reply to a form says."""
    below = _below(form, letter.text)
    above, rest = _above(form, letter)
    answers = {number: text for number, text in {**above, **below}.items() if not _NOTHING.fullmatch(text)}
    return Filled(answers, rest)


def _places(form: Form, text: str) -> list[tuple[int, int, int]]:
    """Return where each question stands: its number, where it begins and where it stops; in their order."""
    found: list[tuple[int, int, int]] = []
    after = 0
    for number, words in form.questions.items():
        first = re.escape(words.split()[0])
        match = re.compile(rf"\({number}\)[\s>|\u00a0]+{first}\b[^?]{{0,{_LONGEST}}}\?").search(text, after)
        if match is not None:
            found.append((number, match.start(), match.end()))
            after = match.end()
    return found


def _below(form: Form, text: str) -> dict[int, str]:
    """Return the answers that stand below the questions."""
    places = _places(form, text)
    known = {_plain(line) for line in form.lines}
    answers: dict[int, str] = {}
    for index, (number, _, stop) in enumerate(places):
        last = index + 1 == len(places)
        between = text[stop:] if last else text[stop : places[index + 1][1]]
        lines = _own(between, known, last=last)
        if lines:
            answers[number] = "\n".join(lines)
    return answers


def _own(between: str, known: set[str], *, last: bool) -> list[str]:
    """Return the lines that were not in the form; behind the last question only up to what the form ended with."""
    lines: list[str] = []
    for line in between.splitlines():
        bare = _QUOTED.sub("", line).rstrip()
        if bare and any(words.startswith(_plain(bare)) or _plain(bare) in words for words in known):
            if last:
                break
            continue
        lines.append(bare)
    if last:
        # Whatever a program or a person puts at the very end.
        lines = split("\n".join(lines)).reply.splitlines()
    return [line for line in lines if line]


def _above(form: Form, letter: Letter) -> tuple[dict[int, str], str]:
    """Return the answers that are numbered, and what else stands above the form."""
    text = letter.text
    places = _places(form, text)
    reply = of(letter).reply if not places else of(Letter(text=text[: places[0][1]], marks=())).reply
    known = {_plain(line) for line in form.lines}
    answers: dict[int, list[str]] = {}
    rest: list[str] = []
    now = rest
    for line in reply.splitlines():
        if _plain(line) and any(_plain(line) in words for words in known):
            continue
        match = _NUMBERED.match(line)
        if match is not None and int(match[1]) in form.questions:
            now = answers.setdefault(int(match[1]), [])
            line = match[2]  # noqa: PLW2901
        elif not line.strip():
            now = rest if now is rest else now
        now.append(line.strip())
    told = {number: "\n".join(filter(None, lines)).strip() for number, lines in answers.items()}
    return {number: words for number, words in told.items() if words}, "\n".join(filter(None, rest)).strip()


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split()).casefold()


def names_in(answer: str, invited: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Return who was there, of an answer such as "yes", "only Dana" or "both, and Kim Odell".

    Args:
        answer: the answer.
        invited: address and name of each who was invited.
    """
    text = " ".join(answer.split())
    missing = " ".join(match[1] for match in _EXCEPT.finditer(text))
    rest = _EXCEPT.sub(" ", text)
    everybody = bool(_ALL.search(rest)) and not _ONLY.search(rest)
    here: list[str] = []
    for who, name in invited:
        spoken = [s for s in (who, name, name.split()[0] if name else "") if s]
        said = next((s for s in spoken if _mentions(rest, s)), "")
        if said:
            rest = re.sub(rf"(?i)(?<!\w){re.escape(said)}(?!\w)", " ; ", rest)
        if (everybody or said) and not any(_mentions(missing, s) for s in spoken):
            here.append(who)
    if not here and missing:
        here = [w for w, n in invited if not any(_mentions(missing, s) for s in (w, n, n.partition(" ")[0]) if s)]
    return tuple(dict.fromkeys((*here, *_others(rest))))


_EXCEPT = re.compile(r"(?i)\b(?:not|without|except|minus|nicht|ohne|außer)\s+((?:(?!\b(?:and|but|und)\b)[^,;.\n])+)")
_ALL = re.compile(r"(?i)\b(?:yes|yep|yeah|both|all|everybody|everyone|ja|beide|alle)\b")
_ONLY = re.compile(r"(?i)\b(?:only|just|nur)\b")
_NAME = re.compile(r"[A-ZÄÖÜÉ][\w'’.-]*(?: (?:[a-z]{1,3} )?[A-ZÄÖÜÉ][\w'’.-]*){0,3}")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_FILLERS = re.compile(
    r"(?i)\b(?:yes|yep|yeah|no|both|all|of them|only|just|plus|also|there was|was there|were there|ja|nein|nur)\b"
)


def _others(rest: str) -> list[str]:
    found: list[str] = []
    for part in re.split(r"[,;\n]|\band\b|\bund\b|\bbut\b", rest):
        bare = " ".join(_FILLERS.sub(" ", part).split())
        address = _ADDRESS.search(bare)
        name = _NAME.search(bare)
        if address is not None:
            found.append(address[0].lower().rstrip("."))
        elif name is not None:
            found.append(name[0].rstrip("."))
    return found


def _mentions(text: str, name: str) -> bool:
    return bool(re.search(rf"(?i)(?<!\w){re.escape(name)}(?!\w)", text))
