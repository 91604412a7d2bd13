"""What an employer wants handed in: tests, references, documents and plain figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from sincerely.core import events

from . import labels
from .items_asked import asked
from .items_brought import is_brought_along
from .items_due import due
from .items_lists import rows_denied
from .items_unasked import is_unasked
from .statements import Statement
from .telling import CERTAIN, NOTICED, News, Teller

TESTS = frozenset({"test", "take-home", "case-study", "video-interview", "presentation"})
# How sure an item is that a sentence names and asks for.
_NAMED = 0.6
# What stands below "we do not require:" or "we send you:" is a question at most.
_DENIED = 0.45
_NUMBERS = {"both": 2, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "zwei": 2, "drei": 3,
            "vier": 4, "fünf": 5, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "couple": 2}  # fmt: skip
# Sentences that may say how many referees, the asking one and those around it.
_BESIDE = 5
_REFEREES = frozenset(
    """references referees reference referee supervisors managers referenzen referenzgeber références persons
    names name contacts contact bosses boss colleagues refs ref guarantors guarantor chiefs leaders employers employer superintendents managers
    gaffers vorgesetzte referenzpersonen referenzperson auskunftsperson auskunftspersonen principals doctors
    testimonials recommendations teachers tutors professors lecturers
    namen kontakte ansprechpartner arbeitgeber führungskräfte fürsprecher bürgen
    répondants noms employeurs responsables référents encadrants supérieurs""".split()
)
# Whoever they are, they are referees where the sentence asks for references, and not "a team of five people awaits you".
_PEOPLE = frozenset(
    """people person folks guys menschen clients families humans voices personen kollegen leute kunden chefs personnes collègues
    personnalités""".split()
)
_OURS = frozenset("team panel jury équipe gremium".split())
# "We are four people", "you will speak to four people".
_WE_ARE = tuple(map(frozenset, (("we", "are"), ("wir", "sind"), ("nous", "sommes"))))
_YOU_MEET = (
    frozenset("you sie vous".split()),
    frozenset("meet speak see treffen sprechen rencontrer rencontrerez".split()),
)
# How a sentence beside that one begins, if it counts them.
_NAME = (
    frozenset(
        """name give provide list suggest send nominate contact nennen nennt nenne benennen geben gib schicken need indiquer indiquez
    donner donnez nommer nommez fournir fournissez d'indiquer""".split()
    )
    | _NUMBERS.keys()
)


def assessment(teller: Teller) -> Iterator[News]:
    """Yield that a test is to be taken."""
    if teller.says("assessed"):
        event = events.Assessed(at=teller.scene.at)
        yield teller.news("assessment", event, teller.where("assessed"), teller.likely("assessed"))


def requests(teller: Teller) -> Iterator[News]:
    """Yield each item that is asked for, once: documents, figures, tests, references."""
    scene = teller.scene
    named, denied = asked(teller), set(rows_denied(scene))
    for item in labels.ITEMS:
        likely = teller.likely(f"requested:{item}")
        index = teller.where(f"requested:{item}")
        if likely < CERTAIN and item in named:
            likely, index = max(likely, _NAMED), named[item]
        if 0 <= index < len(scene.said) and is_unasked(scene.said[index].words, item, scene.items):
            if item not in named:
                continue
            index = named[item]
        if index in denied:
            likely = min(likely, _DENIED)
        if likely < NOTICED:
            continue
        count = _count_near(scene.said, index) if item == "references" else None
        by = due(teller, index, item)
        how: Literal["", "bring"] = "bring" if is_brought_along(scene, index, item) else ""
        event = events.Requested(at=scene.at, who=(item,), by=by, count=count, how=how)
        yield teller.news(_kind(item), event, index, likely)


def _kind(item: str) -> str:
    if item == "references":
        return "reference_check"
    return "assessment" if item in TESTS else "request"


def _count_near(said: Sequence[Statement], index: int) -> int | None:
    """Return how many referees are asked for, as the sentence that asks says, or the nearest one to it."""
    near = sorted(range(len(said)), key=lambda at: (abs(at - index), at))[:_BESIDE] if index >= 0 else ()
    return next((count for at in near if (count := referees_in(said[at], asks=at == index))), None)


def referees_in(statement: Statement, *, asks: bool = True) -> int | None:
    """Return how many referees a sentence asks for: "two names", "both referees", "a reference from your last manager".

    Args:
        statement: the sentence.
        asks: whether it is the one that asks for references; beside that one, people are referees only where it begins
            with a verb for naming them.
    """
    tokens = statement.words
    for at, token in enumerate(tokens):
        if token in _REFEREES or (token in _PEOPLE and _are_referees(tokens, at, asks=asks)):
            near = [index for index in range(max(0, at - _WINDOW), at) if tokens[index] in _NUMBERS]
            # "By 5 May three references", "two of your last three managers": what is nearest counts, and no span of them.
            near = [index for index in near if index == 0 or not _is_of_all(tokens, index)] or near
            if near:
                return _NUMBERS[tokens[_least(tokens, near)]]
    return None


def _are_referees(tokens: Sequence[str], at: int, *, asks: bool) -> bool:
    """Whether people are those who are to speak for one: not those whom one will meet."""
    before = frozenset(tokens[max(0, at - _WINDOW) : at])
    met = any(pair <= before for pair in _WE_ARE) or all(words & before for words in _YOU_MEET)
    return (asks or not _NAME.isdisjoint(tokens[:_HEAD])) and not met and _OURS.isdisjoint(before)


def _least(tokens: Sequence[str], near: Sequence[int]) -> int:
    """Return which number counts: the nearest, but of "one or two" and "at least 2, at most 3" the first."""
    last = near[-1]
    pair = len(near) > 1 and last - near[-2] <= _APART and not _OR.isdisjoint(tokens[near[-2] : last])
    return near[-2] if pair else last


def _is_of_all(tokens: Sequence[str], index: int) -> bool:
    """Whether a number says of how many: "two of your last three", "two of the three"."""
    return tokens[index - 1] in _OF_ALL or tokens[max(0, index - 2) : index] == ("of", "the")


_WINDOW = 5
_HEAD = 2
_APART = 4
_OR = frozenset("or to oder ou à most höchstens".split())
_OF_ALL = frozenset("last past previous recent letzten vergangenen derniers dernières".split())


def reference_call(teller: Teller) -> Iterator[News]:
    """Yield that referees will be called, where nobody is asked for them."""
    if teller.says("reference-call"):
        event = events.Heard(at=teller.scene.at, who=teller.scene.who(), asks=teller.says("asks"))
        yield teller.news("reference_check", event, teller.where("reference-call"), teller.likely("reference-call"))
