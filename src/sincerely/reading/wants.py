"""What an employer wants handed in: tests, references, documents and plain figures."""

from __future__ import annotations

from collections.abc import Iterator

from sincerely.core import events

from . import deadlines
from .statements import Statement
from .telling import News, Teller

ITEM = "request:"
_TESTS = (
    ("video-interview", ("video", "hirevue", "recorded", "camera", "asynchronous", "webcam", "spark", "record")),
    ("case-study", ("case", "fallstudie", "cas")),
    ("presentation", ("presentation", "slides", "pitch", "talk", "lesson")),
    ("take-home", ("takehome", "assignment", "homework", "exercise", "task", "project", "challenge", "aufgabe",
                   "programmieraufgabe", "probeaufgabe")),
)  # fmt: skip
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5, "zwei": 2, "drei": 3, "deux": 2, "trois": 3}  # fmt: skip
# An offer's or an invitation's own papers, and what one brings along, are not handed in.
_NOT_HANDED_IN = frozenset({"references", "test"})
_TERMS = frozenset({"start-date", "salary", "form", "resume", "cover-letter", "portfolio"})


def assessment(teller: Teller) -> Iterator[News]:
    """Yield that a test is to be taken, and the test as an item."""
    scene = teller.scene
    index, direct = scene.best("assessment")
    strength = teller.strength("assessment")
    if strength < 0.8 or direct < 0.7 or _is_form(scene.said[index]):
        return
    sure = teller.sure(strength)
    by = deadlines.near(scene.said, index, 4)
    yield teller.news("assessment", events.Assessed(at=scene.at, confidence=sure), index)
    wanted = events.Requested(at=scene.at, who=(_test_item(teller, index),), by=by, confidence=sure)
    yield teller.news("assessment", wanted, index)


def _is_form(statement: Statement) -> bool:
    """Whether what is to be filled in is a form and tests nothing."""
    tests = {"assessment", "assessments", "test", "tests", "skills", "challenge", "exercise", "quiz", "aptitude"}
    return "request:form" in statement.meanings and tests.isdisjoint(statement.said.tokens)


def _test_item(teller: Teller, index: int) -> str:
    """Return which kind of test: by the sentence that asks for it, else by the subject and the rest."""
    said = teller.scene.said
    near = [said[index].said.tokens]
    if teller.scene.subject is not None:
        near.append(teller.scene.subject.said.tokens)
    near += [statement.said.tokens for statement in said if "assessment" in statement.meanings]
    for tokens in near:
        words = set(tokens)
        if not words.isdisjoint(
            {"test", "tests", "assessment", "assessments", "quiz", "questionnaire"}
        ) and words.isdisjoint({"takehome", "video", "recorded"}):
            return "test"
        for item, marks in _TESTS:
            if not words.isdisjoint(marks):
                return item
    return "test"


def references(teller: Teller) -> Iterator[News]:
    """Yield that referees are to be named, or that they will be called."""
    scene = teller.scene
    index, strength = max(scene.best("reference_check"), scene.best("request:references"), key=lambda best: best[1])
    calls, calling = scene.best("reference_call")
    if strength >= 0.8:
        by = deadlines.near(scene.said, index)
        count = next((c for s in (scene.said[index], *scene.said[index + 1 : index + 4]) if (c := _count(s))), None)
        event = events.Requested(at=scene.at, who=("references",), by=by, count=count, confidence=teller.sure(strength))
        yield teller.news("reference_check", event, index)
    elif calling >= 0.8:
        event_ = events.Heard(at=scene.at, who=scene.who(), confidence=teller.sure(calling))
        yield teller.news("reference_check", event_, calls)


def _count(statement: Statement) -> int | None:
    tokens = statement.said.tokens
    for index, token in enumerate(tokens):
        following = set(tokens[index + 1 : index + 6])
        if token in _NUMBERS and not following.isdisjoint(
            {
                "references",
                "referees",
                "reference",
                "referee",
                "people",
                "supervisors",
                "managers",
                "referenzen",
                "références",
                "persons",
            }
        ):
            return _NUMBERS[token]
    return None


def requests(teller: Teller, *, offered: bool = False) -> Iterator[News]:
    """Yield each item that is asked for, once.

    Args:
        teller: the mail.
        offered: whether it is an offer, whose own papers and terms are no hand-ins.
    """
    scene = teller.scene
    done = set(_NOT_HANDED_IN | _TERMS if offered else _NOT_HANDED_IN)
    for index, statement in enumerate(scene.said):
        for item, strength in _items(teller, index, statement):
            if item in done:
                continue
            done.add(item)
            head = _head(teller, index) if statement.bullet else -1
            by = deadlines.deadline(statement) or deadlines.near(scene.said, head if head >= 0 else index)
            event = events.Requested(at=scene.at, who=(item,), by=by, confidence=teller.sure(strength))
            yield teller.news("request", event, index)


def _items(teller: Teller, index: int, statement: Statement) -> Iterator[tuple[str, float]]:
    """Yield the items that a statement asks for, in the order in which it names them."""
    tokens = set(statement.said.tokens)
    if "bring" in tokens and tokens.isdisjoint({"send", "email", "upload", "submit"}):
        return
    found = {hit.means.removeprefix(ITEM): hit.stop for hit in statement.hits if hit.means.startswith(ITEM)}
    if found.get("id", -1) == found.get("certificate", -2):
        del found["certificate"]  # a driver's licence shows who one is
    for item in sorted(found, key=found.__getitem__):
        strength = statement.strength(ITEM + item)
        if strength >= 0.7:
            yield item, strength
    if statement.bullet and not found and _head(teller, index) >= 0:
        yield from ((item, 0.85) for item in teller.scene.items_in(statement))


_ASKING = frozenset(
    "please need send provide require required submit missing upload bitte benötigen fehlen following".split()
)


def _head(teller: Teller, index: int) -> int:
    """Return the sentence above a list that asks for what follows, "we need from you:"; -1 where none does."""
    said = teller.scene.said
    for at in range(index - 1, max(-1, index - 12), -1):
        if said[at].bullet:
            continue
        asking = not _ASKING.isdisjoint(said[at].said.tokens)
        return at if said[at].sentence.text.rstrip().endswith(":") and asking else -1
    return -1
