"""What an employer wants handed in: tests, references, documents and plain figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from sincerely.core import events

from . import deadlines, labels
from .acts import acts
from .counted_from import due_by
from .role import is_reply
from .statements import Statement, statements
from .telling import CERTAIN, NOTICED, News, Teller

TESTS = frozenset({"test", "take-home", "case-study", "video-interview", "presentation"})
# How sure an item is that a sentence names and asks for, and from where on a sentence asks, a mail is something else's.
_NAMED = 0.6
_ASKS = 0.6
_ELSEWHERE = 0.5
_NUMBERS = {"both": 2, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "zwei": 2, "drei": 3,
            "deux": 2, "trois": 3, "couple": 2}  # fmt: skip
# Sentences that may say how many referees, the asking one and those around it.
_BESIDE = 5
_REFEREES = frozenset(
    """references referees reference referee people person supervisors managers referenzen referenzgeber références persons
    names name contacts contact bosses boss colleagues refs ref guarantors guarantor chiefs leaders employers employer superintendents managers
    folks guys gaffers vorgesetzte menschen referenzpersonen referenzperson auskunftsperson auskunftspersonen principals doctors""".split()
)


def assessment(teller: Teller) -> Iterator[News]:
    """Yield that a test is to be taken."""
    if teller.says("assessed"):
        event = events.Assessed(at=teller.scene.at)
        yield teller.news("assessment", event, teller.where("assessed"), teller.likely("assessed"))


def requests(teller: Teller) -> Iterator[News]:
    """Yield each item that is asked for, once: documents, figures, tests, references."""
    scene = teller.scene
    named = _asked_by_name(teller)
    for item in labels.ITEMS:
        likely = teller.likely(f"requested:{item}")
        index = teller.where(f"requested:{item}")
        if likely < CERTAIN and item in named:
            likely, index = max(likely, _NAMED), named[item]
        if likely < NOTICED:
            continue
        count = _count_near(scene.said, index) if item == "references" else None
        by = _due(teller, index, item)
        event = events.Requested(at=scene.at, who=(item,), by=by, count=count)
        yield teller.news(_kind(item), event, index, likely)


def _due(teller: Teller, index: int, item: str) -> date | None:
    """Return the day by which what a statement asks for is due.

    Said outright in it; told by another day of the mail, or so long before the interview; the likeliest of all times; the
    day on which the offer ends that it speaks of; told by the next statement where that asks too; named by the subject.
    """
    said, insight = teller.scene.said, teller.insight
    if not 0 <= index < len(said):
        return deadlines.likeliest(said, insight.times("due"), index)
    due = insight.times("due")
    answers = [timed for timed in insight.times("answer-by") if timed.statement == index]
    ways: tuple[Callable[[], date | None], ...] = (
        lambda: deadlines.outright(said, due, index),
        lambda: _before_the_meeting(teller, index),
        lambda: due_by(said, index),
        lambda: deadlines.likeliest(said, due, index),
        lambda: deadlines.likeliest(said, answers),
        lambda: _before_the_meeting(teller, index + 1),
        lambda: due_by(said, index + 1) if _goes_on_asking(teller, index + 1) else None,
        lambda: _due_by_subject(teller, item),
    )
    return next((by for way in ways if (by := way()) is not None), None)


def _before_the_meeting(teller: Teller, index: int) -> date | None:
    """Return the day that a statement counts back from the interview."""
    said = teller.scene.said
    start = max(teller.slots, key=lambda slot: slot.likely, default=None)
    if start is None or start.likely < _MEETS or not 0 <= index < len(said):
        return None
    day = deadlines.ahead_of(start.start.date(), said[index])
    return day if day is not None and day >= said[index].clock.at.date() else None


# How likely an interview begins at a time from which days are counted back.
_MEETS = 0.5
# "Those should be here the day before", "So the Friday before": of what was asked for, and no deed of the writer's.
_OF_THAT = re.compile(r"(?:so|those|these|that|it|they|both|all|everything|please)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:I|[Ww]e)(?:['’]ll|['’]d| will| shall| should have| would)?\b")


def _goes_on_asking(teller: Teller, index: int) -> bool:
    """Whether a statement goes on with what the one before it asks for."""
    if index >= len(teller.scene.said):
        return False
    text = teller.scene.said[index].sentence.text
    if not _OWN.match(text) and acts(text, teller.scene.acts)["request"] >= _ASKS:
        return True
    own, phrase = _OWN.search(text), _OF_THAT.match(text)
    return phrase is not None and (own is None or text[: own.start()].rstrip().endswith((",", "as", "because")))


_DUE = re.compile(r"\b(?:due(?! to\b)|deadline|fällig)\b", re.IGNORECASE)


def _due_by_subject(teller: Teller, item: str) -> date | None:
    """Return the deadline that the subject of a new mail names for an item: "Portfolio link due Fri 21 Nov"."""
    scene = teller.scene
    letter, subject = scene.letter, scene.letter.subject[:_SUBJECT]
    if not scene.said or not subject or letter.in_reply_to or letter.references or is_reply(subject):
        return None
    alone = sum(teller.likely(f"requested:{one}") >= NOTICED for one in labels.ITEMS) <= 1
    for statement in statements(subject, scene.said[0].clock):
        named = _items_in(statement, scene.items)
        for mention in statement.times if item in named or (alone and not named) else ():
            by_words = deadlines.is_deadline(mention) and len(statement.times) == 1
            if by_words or _DUE.search(statement.text[: mention.begin]) or _DUE.match(mention.quote):
                day = deadlines.day_of(mention)
                if day is not None and day >= statement.clock.at.date():
                    return day
    return None


# So much of a subject is read for times.
_SUBJECT = 200


def _asked_by_name(teller: Teller) -> dict[str, int]:
    """Return the items that a sentence names and asks for, with that sentence; none in mail about something else.

    The encoder has seen some items seldom; that something is asked for, and what, shows in the words too.
    """
    scene = teller.scene
    if scene.insight.kinds["other"] > _ELSEWHERE:
        return {}
    found: dict[str, int] = {}
    for index, statement in enumerate(scene.said):
        named = _items_in(statement, scene.items)
        if named and acts(statement.sentence.text, scene.acts)["request"] >= _ASKS:
            for item in named:
                found.setdefault(item, index)
    return found


def _items_in(statement: Statement, items: Mapping[str, str]) -> list[str]:
    text = f" {' '.join(statement.words)} "
    return [item for item, words in items.items() if any(f" {word} " in text for word in words.split("|"))]


def _kind(item: str) -> str:
    if item == "references":
        return "reference_check"
    return "assessment" if item in TESTS else "request"


def _count_near(said: Sequence[Statement], index: int) -> int | None:
    """Return how many referees are asked for, as the sentence that asks says, or the nearest one to it."""
    near = sorted(range(len(said)), key=lambda at: (abs(at - index), at))[:_BESIDE] if index >= 0 else ()
    return next((count for at in near if (count := _count(said[at]))), None)


def _count(statement: Statement) -> int | None:
    """Return how many referees a sentence asks for: "two names", "both referees", "a reference from your last manager"."""
    tokens = statement.words
    for index, token in enumerate(tokens):
        if token in _NUMBERS and not _REFEREES.isdisjoint(tokens[index + 1 : index + 6]):
            return _NUMBERS[token]
    return None


def reference_call(teller: Teller) -> Iterator[News]:
    """Yield that referees will be called, where nobody is asked for them."""
    if teller.says("reference-call"):
        event = events.Heard(at=teller.scene.at, who=teller.scene.who(), asks=teller.says("asks"))
        yield teller.news("reference_check", event, teller.where("reference-call"), teller.likely("reference-call"))
