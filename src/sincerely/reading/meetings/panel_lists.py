"""Lists of those whom one will meet, by their shape: a heading that says so, and names with roles and addresses below or behind it.

    The panel:

    - Priya Nair, Head of Data (priya.nair@larkhill.example)
    - Dr Tom Harker, Staff Engineer

The encoder knows most names; of rows with roles and addresses it often takes none for one. What the heading says is proof.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sincerely.reading.letters import people
from sincerely.reading.letters.letter_phrases import is_closing
from sincerely.reading.linking.around_names import TITLE as _TITLE
from sincerely.reading.linking.house_names import is_called_like_a_house, is_desk
from sincerely.reading.scoring.role_words import is_worker
from sincerely.reading.statements.statement import Statement


class Listed(NamedTuple):
    """A name in a list.

    Attributes:
        statement: in which it stands.
        name: without title.
        begin: where it begins in the statement.
    """

    statement: int
    name: str
    begin: int


# What says whom one meets: to the end of a line, or before a colon.
_MEET = (
    r"(?:(?:who(?:m)? )?you(?:['’]ll| will| are going to|['’]re going to)?(?: be)? (?:meet(?:ing)?(?: with)?|see(?:ing)?|speak(?:ing)? (?:to|with)|talk(?:ing)? (?:to|with)|interviewed by)"
    r"|(?:interview(?:ing)? )?panel(?:lists?| members?)?|interviewers?|interviewed by|will interview you"
    r"|(?:ihre |deine )?gesprächspartner(?:innen|\*innen|:innen)?|gesprächsteilnehmer\w*|am gespräch nehmen(?: \w+)? teil|auswahlkommission|kommission|gremium"
    r"|sie (?:treffen|sprechen mit|lernen kennen)|vous (?:rencontrerez|serez reçue? par)|jury|(?:vos )?interlocut(?:eurs?|rices?))"
)
_HEAD = re.compile(rf"\b{_MEET}\b[^:\n.;!?]{{0,70}}:\s*$", re.IGNORECASE)
_TITLE_LINE = re.compile(
    r"\W*(?:(?:the|your|our|ihre?|vos|le|das) )?(?:interview(?:ing)? )?(?:panel(?:lists?| members?)?|interviewers?|gesprächspartner(?:innen)?|auswahlkommission|jury|interlocuteurs)\W*",
    re.IGNORECASE,
)
_INLINE = re.compile(
    rf"\b(?:{_MEET}\s?:|(?:on|members of) (?:the|your) (?:interview )?panel (?:will be|are)|(?:the|your) (?:interview )?panel (?:will be|will consist of|consists of|comprises|is made up of|will include)"
    rf"|(?:your|the) interviewers (?:will be|are))\s+(?:\w+ (?:people|colleagues)\s?[:,–-]\s)?",
    re.IGNORECASE,
)
# "Questions about your interviewers", "the panel has met", "who you met": nobody is to be met.
_NOT = re.compile(
    r"\b(?:not|questions?|contact|fragen|rückfragen|previous(?:ly)?|met|thanked|thanks?|was|were|had|instead of|other candidates|references?|referees?|cc)\b|n['’]t\b",
    re.IGNORECASE,
)
_PART = r"[A-ZÀ-ÖØ-ÞŁŚŻČŠŽ](?:[\w'’]{1,30}|\.)(?:-[A-ZÀ-Þ][\w'’]{1,30})?"
_SMALL = r"(?:van der|van den|van|von|de la|de|da|del|di|du|la|le|bin|al|el|ten|ter)"
_WHOLE = rf"{_PART}(?:\s(?:{_SMALL}\s)?{_PART}){{1,3}}"
_TITLES = rf"(?:{_TITLE}){{1,2}}"
_ROW = re.compile(rf"\W{{0,4}}(?i:{_TITLES})(?P<name>{_WHOLE})(?P<more>\s?[,(|<:–—-].*|\s(?:from|aus|vom|de)\s.*)?\s*$")
_SHORT_ROW = re.compile(rf"\W{{0,4}}(?i:{_TITLES})(?P<name>{_PART})(?P<more>\s?[,(|<–—-].+)$")
_ONE = re.compile(rf"(?i:{_TITLES})(?P<name>{_WHOLE}|{_PART})(?![\w'’-])")
_ASIDE = re.compile(r"\s?(?:\([^()\n]{1,90}\)|<[^<>\n]{3,90}>)")
_ROLE = re.compile(
    r",\s(?!(?:and|und|et|sowie)\s)(?P<role>[^,.;()<>\n]{2,60}?)(?=\s?[,.;(<]|\s(?:and|und|et|sowie)\s|$)"
)
_JOINT = re.compile(r"\s?(?:[,;&]|\b(?:and|und|et|sowie)\b|,\s(?:and|und|et|sowie))\s+(?:(?:and|und|et|sowie)\s+)?")
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}")
_MOST, _TERSE, _LONGEST = 12, 7, 500


def listed(said: Sequence[Statement]) -> Iterator[Listed]:
    """Yield the names of those whom a mail's lists say that one will meet."""
    for index, statement in enumerate(said):
        text = statement.text[:_LONGEST]
        if _NOT.search(text):
            continue
        if _HEAD.search(text) or _TITLE_LINE.fullmatch(text):
            yield from _rows(said, index)
        else:
            yield from _inline(text, index)


def _rows(said: Sequence[Statement], heading: int) -> Iterator[Listed]:
    """Yield the names that head the lines below a heading, up to a line that is of another kind.

    Either each line tells somebody, with what he or she does; or each paragraph does, the name by itself in its first
    line. A name by itself in a new paragraph, behind rows of the first kind, signs the mail.
    """
    found: list[tuple[Listed, bool]] = []  # with whether more is told of somebody
    first = last = None
    for index in range(heading + 1, min(heading + 1 + _MOST * 2, len(said))):
        row = _row(said[index], index)
        apart = _is_apart(said, index)
        if row is None:
            bare = last is not None and not last[1] and first is not None and not first[1]
            if not (bare and _is_detail(said[index].text)):
                break
            found[-1] = (found[-1][0], True)
            last = found[-1]
            continue
        if found and apart and not row[1] and (first is None or first[1] or not found[-1][1]):
            break
        found.append(row)
        first, last = first or row, row
    blocks = first is not None and not first[1] and any(more for _, more in found)
    for one, more in found:
        if more or not blocks:
            yield one


def _row(statement: Statement, index: int) -> tuple[Listed, bool] | None:
    text = statement.text[:_LONGEST]
    match = _ROW.match(text) or _SHORT_ROW.match(text)
    if match is None or is_closing(text) or not _is_somebody(match["name"]):
        return None
    if not match["more"] and is_worker(match["name"]):
        return None
    return _listed(index, match), bool(match["more"])


def _listed(index: int, match: re.Match[str]) -> Listed:
    """Return a name of a list without its title: of "Mme Perrin, DRH" two words may be seen as a whole name."""
    name = people.untitled(match["name"])
    name = name if name and match["name"].endswith(name) else match["name"]
    return Listed(index, name, match.end("name") - len(name))


def _is_somebody(name: str) -> bool:
    return people.is_name(name) and not is_desk(name) and not is_called_like_a_house(name)


def _is_detail(text: str) -> bool:
    """Whether a line goes on about somebody: a role, an address."""
    return len(text.split()) <= _TERSE and not text.rstrip().endswith((".", "!", "?", ":")) and not is_closing(text)


def _is_apart(said: Sequence[Statement], index: int) -> bool:
    """Whether a blank line stands before a statement; a bullet with its blank is three signs and more."""
    return said[index].sentence.begin - said[index - 1].sentence.stop == len("\n\n")


def _inline(text: str, index: int) -> Iterator[Listed]:
    """Yield the names of a list that goes on in the heading's own line: "Panel: Ida Holm (chair), Tom Blanc and Sam"."""
    head = _INLINE.search(text)
    if head is None:
        return
    at = head.end()
    found: list[Listed] = []
    for _ in range(_MOST):
        one = _ONE.match(text, at)
        if one is None or not _is_somebody(one["name"]):
            break
        found.append(_listed(index, one))
        at = one.end()
        at = _end(_ASIDE, text, at)
        role = _ROLE.match(text, at)
        if role is not None and (is_worker(role["role"]) or role["role"][0].islower()):
            at = _end(_ASIDE, text, role.end())
        joint = _JOINT.match(text, at)
        if joint is None:
            break
        at = joint.end()
    if found and (len(found) > 1 or " " in found[0].name):
        yield from found


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match is not None else at
