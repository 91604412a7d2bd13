"""Whom one will meet at an interview, as far as a mail's text says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sincerely.core.people import employer_key, is_person
from sincerely.reading.letters import people
from sincerely.reading.letters.letter_phrases import begins_greeting, is_closing
from sincerely.reading.linking import around_names
from sincerely.reading.linking.around_names import TITLE as _TITLE
from sincerely.reading.linking.house_names import is_desk
from sincerely.reading.scoring.insight import Stretch
from sincerely.reading.statements.scene import Scene
from sincerely.reading.statements.slots import Slot
from sincerely.reading.statements.statement import Statement

from . import agenda, named_people, whose_names


class _Named(NamedTuple):
    """Somebody whom the mail names as one to meet: in which statement, and where in it."""

    name: str
    statement: int
    begin: int


def interviewers(scene: Scene, first: int, slot: Slot | None = None, starts: Sequence[Slot] = ()) -> tuple[str, ...]:
    """Return whom one will meet: those named, and the sender where the mail says that he or she will be there.

    Args:
        scene: the mail.
        first: the statement that names the time; people named near it come first.
        slot: the interview, where the mail tells of several.
        starts: all of them: each has the people who are named beside it.
    """
    text = f"{scene.reply}\n{scene.signature}"
    known = {**people.spelt_out(text), **people.book(scene.letter, text)}
    named = _named(scene, first, known)
    with_writer = first >= 0 and around_names.is_with_writer(scene.said[first].text) and is_person(scene.sender)
    if with_writer:
        named = [one for one in named if _is_met(scene, one, first)]
    if slot is not None:
        # Who cannot come is not met; an interview that is called off was to be with them.
        named = [one for one in named if not _is_absent(one, scene.said[one.statement].text)]
    if slot is not None and len(starts) > 1:
        named = _beside(named, slot, starts, scene)
    found: list[str] = []
    for name in _fullest([one.name for one in named]):
        who = people.address_of(name, known, scene.sender)
        if who.lower() not in scene.me and is_person(who):
            found.append(who)
    sender = scene.sender
    beside = any(
        around_names.comes_too(scene.said[one.statement].text, one.name)
        or around_names.is_kin(scene.said[one.statement].text, one.name)
        for one in named
    )
    present = _PRESENT_TOO if found and not beside else _PRESENT
    row = scene.said[slot.statement] if slot is not None and len(starts) > 1 else None
    if row is not None and agenda.heads(row) is not None:
        comes = is_person(sender) and _ME.search(row.text) is not None  # who sends a programme has a row in it, or none
    else:
        says = with_writer or _joins(scene, named) or (not found and _receives(scene, first))
        comes = (says and whose_names.signs_for_itself(scene)) or (
            (says or (scene.insight.sender_meets >= present and not _only_consults(scene))) and is_person(sender)
        )
    if comes and sender and sender not in found:
        found.append(sender)
    return tuple(dict.fromkeys(found))


def _only_consults(scene: Scene) -> bool:
    """Whether a consultant writes of a client's opening: who arranges the talk there is not met unless the mail says so."""
    return scene.via == "agency" and bool(scene.company)


# Who names others and arranges need not be there: beside others the writer must be surer to come.
_PRESENT = 0.5
_PRESENT_TOO = 0.9


def _named(scene: Scene, first: int, known: Mapping[str, str]) -> list[_Named]:
    """Return those to meet in the mail's own words, nearest to the time first."""
    mine = whose_names.own_words(scene.letter, scene.me)
    short = whose_names.short_name(scene.letter, scene.me)
    firm = employer_key(scene.company)
    found: list[_Named] = []
    for stretch in named_people.seen(scene):
        if stretch.source < 0 or stretch.source >= len(scene.said):
            continue
        text = scene.said[stretch.source].text
        for name in (name for cell in _cells(scene, stretch) for name in people.split(cell, known)):
            words = {word.replace("ß", "ss") for word in re.findall(r"\w+", name.lower())}
            is_firm = bool(firm) and employer_key(name) in firm and not _has_title(stretch, name, text)
            if (
                not words <= _NOBODYS
                and not whose_names.are_of(words, mine)
                and not whose_names.is_spelt(name, short)
                and not whose_names.is_spelt(whose_names.with_word_before(text, name), short)
                and not _is_writers(scene, stretch, name)
                and not is_firm
                and not is_desk(name)
                and not _is_called(scene, stretch, name)
                and not _is_no_person(scene.said[stretch.source], name, stretch.begin)
            ):
                found.append(_Named(name, stretch.source, max(text.find(name), stretch.begin)))
    there = [one for one in found if not _stays_away(one, scene.said[one.statement].text)]
    return sorted(there or found, key=lambda one: abs(one.statement - max(first, 0)))


def _is_writers(scene: Scene, stretch: Stretch, name: str) -> bool:
    """Whether a name is the writer's; "Mr Roth and me" are two, though both may be called so."""
    text = scene.said[stretch.source].text
    titled = _has_title(stretch, name, text) or people.is_titled(stretch.text)
    writers = whose_names.is_writers(name, scene.letter.from_, titled=titled)
    return writers and not (titled and around_names.is_beside_writer(text, name))


def _cells(scene: Scene, stretch: Stretch) -> list[str]:
    """Return the texts of a stretch, each a cell of a table where it stands in one."""
    sentence = scene.said[stretch.source].sentence
    cells = around_names.cells(scene.reply[sentence.begin : sentence.stop], stretch.text)
    return [cell for cell in cells if named_people.is_full_name(cell)] if len(cells) > 1 else cells


# Words that begin a sentence about who is there, and titles that stand alone.
_NOBODYS = frozenset("anwesend dabei panel jury dr prof mr mrs ms herr frau mme".split())


def _has_title(stretch: Stretch, name: str, text: str) -> bool:
    at = text.find(name, max(0, stretch.begin - len(name)))
    return at >= 0 and around_names.is_titled(text, at)


def _is_no_person(statement: Statement, name: str, begin: int) -> bool:
    """Whether a stretch is named as a place, or says in brackets what somebody does: "Ida Holm (Maintenance)"."""
    text = statement.sentence.text
    at = text.find(name, max(0, begin - _MOVED))
    return at >= 0 and (around_names.is_place(text, name, at) or around_names.is_aside(text, name, at))


# So far times in English may have moved what stands behind them.
_MOVED = 40


_ME = re.compile(r"\b(?:me|myself|mir|mich|moi)\b", re.IGNORECASE)


def _fullest(names: Sequence[str]) -> list[str]:
    """Return each name once, in its fullest form."""
    return list(dict.fromkeys(name for name in names if not any(_is_part(name, other) for other in names)))


def _is_part(name: str, other: str) -> bool:
    return name != other and set(name.lower().split()) < set(other.lower().split())


def _is_called(scene: Scene, stretch: Stretch, name: str) -> bool:
    """Whether a statement only calls somebody by name: to greet, or to sign."""
    said, index = scene.said, stretch.source
    text = said[index].text
    if begins_greeting(name) or (begins_greeting(text) and _is_greeted(name, text)):
        return True
    if index >= len(said) - _BELOW and text.endswith(name) and is_closing(text[: -len(name)].rstrip(" ,\n")):
        return True  # "Gruß Hinnerk Holm"
    head = _heads(name).match(text)
    if head is None:
        return False
    if index > 0:
        return not head["more"] and _is_signed(scene, index)
    # Somebody who is introduced at once has more than one name: "Ida Holm, our head of data, will see you".
    return not head["more"] or (not head["title"] and " " not in name)


def _is_signed(scene: Scene, index: int) -> bool:
    """Whether a name on a line of its own signs: a list names people so, too, but below a colon or above each other."""
    before = scene.said[index - 1].text.rstrip()
    if is_closing(before):
        return True
    listed = any(other.source == index + 1 for other in scene.insight.stretches("person"))
    return index >= len(scene.said) - _BELOW and before.endswith((".", "!", "?")) and not listed


# What stands below the writer's name, where it was not seen to be a signature: a position and a house.
_BELOW = 3


def _is_greeted(name: str, text: str) -> bool:
    """Whether a name stands in a greeting: soon, before its comma, and behind no words that already say something."""
    match = re.match(rf"\W*(?P<before>(?:[\w.]+\s+){{1,5}}){re.escape(name)}\s*(?:[,!:\n]|$)", text, re.IGNORECASE)
    # "Hi Kim please meet Ida Holm, our CTO" greets Kim alone.
    return match is not None and all(
        word[0].isupper() or word.strip(".").lower() in _GREETS for word in match["before"].split()
    )


_GREETS = frozenset(
    """hi hello hey dear good morning afternoon evening day there and all both everyone everybody team again from to you mr mrs ms miss
    dr prof guten tag abend hallo sehr geehrte geehrter liebe lieber und an alle herr frau bonjour bonsoir cher chère chers et
    à tous madame monsieur mme m""".split()
)


def _heads(name: str) -> re.Pattern[str]:
    """Return what finds a name at a statement's head, and whether more than a mark follows."""
    return re.compile(
        rf"\W*(?:i\.\s?[av]\.\s+)?(?P<title>{_TITLE}){re.escape(name)}\s*(?:[,!:–—-]\s*(?P<more>\S.*)?)?$",
        re.IGNORECASE,
    )


def _stays_away(one: _Named, text: str) -> bool:
    at = text.find(one.name, max(0, one.begin - len(one.name)))
    return at >= 0 and around_names.stays_away(text, one.name, at)


def _is_absent(one: _Named, text: str) -> bool:
    at = text.find(one.name, max(0, one.begin - len(one.name)))
    return at >= 0 and around_names.is_absent(text, one.name, at)


# Where the interview is with the writer, a sentence that names somebody else may be about anything.
_MEETS = re.compile(
    r"\b(?:join\w*|meet\w*|see|there|with|interview\w*|panel|also|talk\w*|speak\w*|ask\w*|call|dabei|treffen|\w*gespräch\w*|teil|kennen\w*|auch|begleit\w*|sprech\w*|mit|rencontr\w*|présente?s?|entretien|avec|aussi|participer\w*|joindra)\b",
    re.IGNORECASE,
)


def _is_met(scene: Scene, one: _Named, first: int) -> bool:
    text = scene.said[one.statement].text.rstrip()
    if _stays_away(one, text):
        return False
    return one.statement == first or not text.endswith((".", "!", "?")) or _MEETS.search(text) is not None


def _joins(scene: Scene, named: Sequence[_Named]) -> bool:
    """Whether the writer counts himself in beside somebody: "me and Sheila", "with Alison and me", "we'll both be there"."""
    if any(around_names.writer_joins(scene.said[one.statement].text, one.name) for one in named):
        return True
    alone = len(_fullest([one.name for one in named])) == 1
    return alone and (
        any(around_names.both_come(statement.sentence.text) for statement in scene.said)
        or any(around_names.sits_in(scene.said[one.statement].text, one.name) for one in named)
    )


def _receives(scene: Scene, first: int) -> bool:
    """Whether the writer says that he or she will see the candidate, or call then."""
    if any(around_names.writer_receives(statement.sentence.text) for statement in scene.said):
        return True
    beside = [statement.sentence.text for statement in scene.said[first : first + 2]] if first >= 0 else []
    return any(map(around_names.writer_calls, beside)) or any(map(around_names.is_with_writer, beside[:1]))


_BEHIND_TIME = re.compile(rf"\W{{0,3}}(?:with |mit |avec )?{_TITLE}", re.IGNORECASE)


def _away(one: _Named, start: Slot, text: str) -> tuple[bool, int]:
    """Return how far a name stands from a time: nothing is nearer than what it stands right beside, "at 9:00 with Ida"."""
    if one.begin >= start.stop:
        gap = text[start.stop : one.begin]
        return _BEHIND_TIME.fullmatch(gap) is None, len(gap)
    gap = text[one.begin + len(one.name) : start.begin]
    return bool(gap.strip(" ,(:–-")), len(gap)


def _beside(named: list[_Named], slot: Slot, starts: Sequence[Slot], scene: Scene) -> list[_Named]:
    """Return those named beside one of several times; all, where somebody's time is not told so.

    In rows that begin with their hour nobody else is meant, and who stands in one that is no interview is not met.
    """
    hours = [index for index, one in enumerate(scene.said) if agenda.heads(one) is not None]
    in_rows = all(start.statement in hours for start in starts)
    nearest: Mapping[int, list[_Named]] = {index: [] for index in range(len(starts))}
    for one in named:
        row = max((hour for hour in hours if hour <= one.statement), default=-1) if in_rows else one.statement
        same = [index for index, start in enumerate(starts) if start.statement == row]
        before = [index for index, start in enumerate(starts) if start.statement < one.statement and not in_rows]
        if in_rows:
            same = [index for index in same if starts[index].begin <= one.begin][-1:]
        if same:
            text = scene.said[one.statement].text
            nearest[min(same, key=lambda index: _away(one, starts[index], text))].append(one)
        elif before:
            nearest[before[-1]].append(one)
    own = nearest[starts.index(slot)] if slot in starts else []
    told = any(nearest.values()) if in_rows else all(nearest.values())
    return own if told and (own or in_rows) else named
