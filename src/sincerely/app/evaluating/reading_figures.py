"""The figures of mails that were read beside their truth: kinds, grave errors, events, facts, questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from sincerely.core.people import employer_key
from sincerely.reading.scoring.labels import KINDS

from .figures import OURS, Details, Fault, Measure, Score, Unit, f1, percent, share
from .pairs import Judged
from .told_events import Pair

# How many pairs of kinds the table of mistaken kinds shows.
_MISTAKEN = 12
_KINDS = "kinds: macro-F1 over thirteen"
_GRAVE = "grave errors: rejection, offer or interview wrongly asserted"
_EXACT = "mails read exactly: kind, all events and only these, every fact"
_PRECISION = "events: precision (verb and item)"
_RECALL = "events: recall (verb and item)"
# The facts with a line of their own: its name, the verbs, and what is aimed at.
_FACTS: tuple[tuple[str, str, float | None], ...] = (
    ("by", "end of deadline right, to the day", 0.95),
    ("start", "start of interview right", None),
    ("end", "end of interview right", None),
    ("who", "people right", None),
)


def measures(judged: Sequence[Judged], *, aims: bool) -> Iterator[Measure]:
    """Yield the lines of the table; those that nothing stands for are left out.

    Args:
        judged: the mails.
        aims: whether what is aimed at applies to these.
    """
    yield from (line for line in _lines(judged, aims=aims) if line.scores[OURS].of != 0)


def _lines(judged: Sequence[Judged], *, aims: bool) -> Iterator[Measure]:
    def line(name: str, score: Score, unit: Unit = "share", least: float | None = None) -> Measure:
        return Measure(name, {OURS: score}, unit, at_least=least if aims else None)

    def none(name: str, news: Callable[[Judged], set[str]]) -> Measure:
        count = sum(bool(news(one)) for one in judged)
        return Measure(name, {OURS: Score(count, of=len(judged))}, "count", at_most=0 if aims else None)

    pairs = [pair for one in judged for pair in one.pairs]
    yield line(_KINDS, Score(_macro(judged)), least=0.96)
    yield line("kinds: right", share(sum(one.kind_right for one in judged), len(judged)))
    traps = [one for one in judged if one.trap]
    if traps:
        yield line("kinds: right, of mails written to mislead", share(sum(one.kind_right for one in traps), len(traps)))
    yield none(_GRAVE, lambda one: one.grave)
    yield none("grave errors of the kind alone, sure or not", lambda one: one.grave_kind)
    yield none("hiring mails that the first look leaves out", lambda one: {one.kind} if one.left_out else set())
    hit, exact = (sum(map(test, pairs)) for test in (_is_hit, lambda pair: pair.exact))
    found, wanted = sum(pair.got is not None for pair in pairs), sum(pair.wanted is not None for pair in pairs)
    yield line(_PRECISION, share(hit, found))
    yield line(_RECALL, share(hit, wanted))
    yield line("events: precision with every fact", share(exact, found))
    yield line("events: recall with every fact", share(exact, wanted))
    yield line(_EXACT, share(sum(one.exact for one in judged), len(judged)))
    for fact, name, least in _FACTS:
        told = [pair for pair in pairs if pair.wanted is not None and fact in pair.wanted.facts]
        yield line(name, share(sum(_fact_right(pair, fact) for pair in told), len(told)), least=least)
    for name, score in _names(judged):
        yield line(name, score)
    asked = [(one, question.key) for one in judged for question in one.asked]
    true = sum(key in [event.key for event in one.events] for one, key in asked)
    yield line("questions put to the person, of which right", share(true, len(asked)))


def _is_hit(pair: Pair) -> bool:
    return pair.wanted is not None and pair.got is not None


def _fact_right(pair: Pair, fact: str) -> bool:
    """Whether a fact that the truth tells was read; an event that was missed has none right."""
    return pair.wanted is not None and pair.got is not None and fact not in pair.differences


def _macro(judged: Sequence[Judged]) -> float:
    """Return the mean F1 of the kinds that stand in the truth."""
    scores = [f1(right, found, wanted) for kind in KINDS for right, found, wanted in [_of_kind(judged, kind)] if wanted]
    return sum(scores) / len(scores) if scores else 1.0


def _of_kind(judged: Sequence[Judged], kind: str) -> tuple[int, int, int]:
    """Return how often a kind was read rightly, was read, and is true; a kind that could be is no error."""
    seen = [(one.kind, one.kind if one.kind_right else one.reading.kind) for one in judged]
    right = sum(true == got == kind for true, got in seen)
    return right, sum(got == kind for _, got in seen), sum(true == kind for true, _ in seen)


def _names(judged: Sequence[Judged]) -> Iterator[tuple[str, Score]]:
    """Yield how often employer and role are right, of mails about a job that tell them."""
    about = [one for one in judged if one.events or one.kind != "other"]
    told = [one for one in about if one.company]
    right = sum(employer_key(one.company) == employer_key(one.reading.house) for one in told)
    yield "employer right, where the mail tells it", share(right, len(told))
    told = [one for one in about if one.role]
    right = sum(_bare(one.role) == _bare(one.reading.role) for one in told)
    yield "role right, where the mail tells it", share(right, len(told))


def _bare(title: str) -> str:
    return " ".join(title.casefold().split())


def tables(judged: Sequence[Judged]) -> Iterator[Details]:
    """Yield the further tables: by kind, mistaken kinds, by verb."""
    header = ["", "precision", "recall", "F1", "right", "read", "true"]
    counts = [(kind, *_of_kind(judged, kind)) for kind in KINDS]
    yield Details("By kind", ["kind", *header[1:]], [_row(*row) for row in counts if row[2] or row[3]])
    mistaken = Counter((one.kind, one.reading.kind) for one in judged if not one.kind_right)
    if mistaken:
        rows = [(true, got, str(n)) for (true, got), n in sorted(mistaken.items(), key=lambda r: (-r[1], r[0]))]
        yield Details("Kinds that are mistaken most", ["true", "read as", "mails"], rows[:_MISTAKEN])
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for pair in chain.from_iterable(one.pairs for one in judged):
        for told, counter in ((pair.wanted, wanted), (pair.got, found)):
            if told is not None:
                counter[_verb(told.key)] += 1
        if pair.wanted is not None and pair.got is not None:
            right[_verb(pair.wanted.key)] += 1
    verbs = sorted({*wanted, *found}, key=lambda verb: (-wanted[verb], verb))
    yield Details("By verb", ["verb", *header[1:]], [_row(v, right[v], found[v], wanted[v]) for v in verbs])


def _verb(key: str) -> str:
    return key.partition(" ")[0]


def _row(name: str, right: int, found: int, wanted: int) -> list[str]:
    precision = percent(right / found) if found else "–"
    recall = percent(right / wanted) if wanted else "–"
    return [name, precision, recall, percent(f1(right, found, wanted)), str(right), str(found), str(wanted)]


def faults(judged: Iterable[Judged], *, blind: bool) -> Iterator[Fault]:
    """Yield every error, the grave ones first.

    Args:
        judged: the mails, in the order of their names.
        blind: whether they are called by their number only, since a title says too much.
    """
    found = [
        replace(fault, detail=f"{one.name}: {fault.detail}") if blind else fault
        for number, one in enumerate(judged, 1)
        for fault in _faults_of(one, f"{number:03}" if blind else one.name)
    ]
    yield from sorted(found, key=lambda fault: not fault.grave)


def _faults_of(one: Judged, case: str) -> Iterator[Fault]:
    for news in sorted(one.grave):
        yield Fault(_GRAVE, case, f"{news}, of a mail that is {one.kind}", _quotes(one), grave=True)
    if not one.kind_right:
        yield Fault(_KINDS, case, f"{one.reading.kind} ({one.reading.confidence:.2f}), not {one.kind}", _quotes(one))
    for pair in one.pairs:
        if pair.got is None and pair.wanted is not None:
            asked = " (asked)" if pair.wanted.key in [question.key for question in one.asked] else ""
            yield Fault(_RECALL, case, f"missed: {pair.wanted.key}{asked}", str(pair.wanted))
        elif pair.wanted is None and pair.got is not None:
            yield Fault(_PRECISION, case, f"not there: {pair.got.key}", f"{pair.got}; {_quotes(one)}")
        elif pair.differences:
            wrong = f"{pair.wanted.key if pair.wanted else ''}: {', '.join(pair.differences)}"
            yield Fault(_EXACT, case, wrong, f"{pair.got}, not {pair.wanted}")


def _quotes(one: Judged) -> str:
    said = [found.event.quote for found in (*one.reading.events, *one.reading.questions) if found.event.quote]
    return " / ".join(dict.fromkeys(said))
