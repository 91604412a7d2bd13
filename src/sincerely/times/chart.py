"""The chart: every reading of every stretch of an island of tokens, built from right to left.

At each place the words' own readings go on an agenda; each is extended by what is already known to begin
where it ends, along the rules' prefix tree. What begins further right is complete by then, so each place is
visited once. Work per place is bounded, so work grows with the number of tokens and nothing else.
"""

from __future__ import annotations

from .context import Context
from .grammar import ROOT, Node

# Readings kept per place, and steps along the tree per place. Real text needs a tenth of either.
_READINGS = 160
_STEPS = 1600
# Different readings kept for one category and stretch.
_RIVALS = 4


class Reading:
    """One way to understand the tokens from some place up to ``end``."""

    __slots__ = ("category", "end", "latent", "score", "value")

    def __init__(self, category: str, end: int, value: object, score: int = 0, *, latent: bool = False) -> None:
        self.category = category
        self.end = end
        self.value = value
        self.score = score
        self.latent = latent


class Chart:
    """All readings of an island, by the place where they begin, then by category.

    Attributes:
        cells: one a token, and an empty one behind the last.
        steps: how many were taken along the tree: what the parse cost.
    """

    __slots__ = ("cells", "steps")

    def __init__(self, size: int) -> None:
        self.cells: list[dict[str, list[Reading]]] = [{} for _ in range(size + 1)]
        self.steps = 0


def parse(lexical: list[list[Reading]], context: Context) -> Chart:
    """Combine the tokens' own readings into all that the rules allow."""
    chart = Chart(len(lexical))
    cells = chart.cells
    following = ROOT.next
    for place in range(len(lexical) - 1, -1, -1):
        seeds = lexical[place]
        if len(seeds) == 1:
            seed = seeds[0]
            node = following.get(seed.category)
            if node is None or (not node.done and node.ahead.isdisjoint(cells[seed.end])):
                cells[place][seed.category] = [seed]  # as with most words, no rule goes on from here
                continue
        if seeds:
            context.place = place
            _fill(chart, place, seeds, context)
    return chart


def _fill(chart: Chart, place: int, seeds: list[Reading], context: Context) -> None:
    """Fill one place's cell."""
    cells = chart.cells
    here = cells[place]
    agenda = list(seeds)
    tree = ROOT.next
    kept, most = 0, chart.steps + _STEPS
    while agenda:
        reading = agenda.pop()
        category = reading.category
        bucket = here.get(category)
        if bucket is None:
            here[category] = [reading]
        elif _is_new(bucket, reading):
            bucket.append(reading)
        else:
            continue
        kept += 1
        node = tree.get(category)
        if node is not None and (node.done or not node.ahead.isdisjoint(cells[reading.end])):
            _extend(chart, node, reading, agenda, context)
            if chart.steps >= most:
                break
        if kept == _READINGS:
            break


def _is_new(bucket: list[Reading], reading: Reading) -> bool:
    """Whether a cell lacks a reading, and has room for one more rival of its category and stretch."""
    rivals = 0
    for other in bucket:
        if other.end == reading.end:
            if other.score >= reading.score and other.latent <= reading.latent and other.value == reading.value:
                return False
            rivals += 1
    return rivals < _RIVALS


def _extend(chart: Chart, node: Node, first: Reading, agenda: list[Reading], context: Context) -> None:
    """Follow every rule that begins with a reading; put what they mean on the agenda."""
    cells = chart.cells
    steps = 0
    end, score, latent = first.end, first.score, first.latent
    values: tuple[object, ...] = (first.value,) if node.carries else ()
    stack: list[tuple[Node, int, tuple[object, ...], int, bool]] = []
    while True:
        steps += 1
        if node.done:
            context.end = end
            for rule in node.done:
                try:
                    value = rule.meaning(context, *values)
                except (ValueError, OverflowError):  # no such day, or beyond the calendar's ends
                    continue
                if value is not None:
                    made = Reading(rule.result, end, value, score + rule.score)
                    made.latent = rule.latent or (rule.glue and latent)
                    agenda.append(made)
        following, there = node.next, cells[end]
        if not node.ahead.isdisjoint(there):
            few, many = (there, following) if len(there) < len(following) else (following, there)
            for symbol in few:
                if symbol in many:
                    child = following[symbol]
                    done, ahead, carries = child.done, child.ahead, child.carries
                    for part in there[symbol]:
                        if done or not ahead.isdisjoint(cells[part.end]):
                            own = (*values, part.value) if carries else values
                            stack.append((child, part.end, own, score + part.score, latent or part.latent))
        if not stack or steps == _STEPS:
            break
        node, end, values, score, latent = stack.pop()
    chart.steps += steps
