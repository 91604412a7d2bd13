"""The chart: every reading of every stretch of an island of tokens, built from right to left.

At each place the words' own readings go on an agenda; each is extended by what is already known to begin
where it ends, along the rules' prefix tree. What begins further right is complete by then, so each place is
visited once. Work per place is bounded, so work grows with the number of tokens and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .context import Context
from .grammar import ROOT, Node

# Readings kept per place, and steps along the tree per place. Real text needs a tenth of either.
_READINGS = 160
_STEPS = 1600
# Different readings kept for one category and stretch.
_RIVALS = 4


@dataclass(slots=True, eq=False)
class Reading:
    """One way to understand the tokens from some place up to ``end``."""

    category: str
    end: int
    value: object
    score: int = 0
    latent: bool = False


@dataclass(slots=True)
class Chart:
    """All readings of an island, by the place where they begin, then by category."""

    cells: list[dict[str, list[Reading]]]
    steps: int = field(default=0)


def parse(lexical: list[list[Reading]], context: Context) -> Chart:
    """Combine the tokens' own readings into all that the rules allow."""
    size = len(lexical)
    cells: list[dict[str, list[Reading]]] = [{} for _ in range(size + 1)]
    chart = Chart(cells)
    for place in range(size - 1, -1, -1):
        if lexical[place]:
            context.place = place
            chart.steps += _fill(cells, place, lexical[place], context)
    return chart


def _fill(cells: list[dict[str, list[Reading]]], place: int, seeds: list[Reading], context: Context) -> int:
    """Fill one place's cell and return the number of steps that took."""
    here = cells[place]
    agenda = list(seeds)
    kept = steps = 0
    tree = ROOT.next
    while agenda and kept < _READINGS and steps < _STEPS:
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
        if node is not None:
            steps += _extend(cells, node, reading, agenda, context)
    return steps


def _is_new(bucket: list[Reading], reading: Reading) -> bool:
    rivals = 0
    for other in bucket:
        if other.end == reading.end:
            if other.value == reading.value and other.latent <= reading.latent and other.score >= reading.score:
                return False
            rivals += 1
    return rivals < _RIVALS


def _extend(
    cells: list[dict[str, list[Reading]]], node: Node, first: Reading, agenda: list[Reading], context: Context
) -> int:
    """Follow every rule that begins with a reading; put what they mean on the agenda."""
    steps = 0
    size = len(cells) - 1
    values: tuple[object, ...] = (first.value,) if node.carries else ()
    stack = [(node, first.end, values, first.score, first.latent)]
    while stack and steps < _STEPS:
        node, end, values, score, latent = stack.pop()
        steps += 1
        for rule in node.done:
            context.end = end
            try:
                value = rule.meaning(context, *values)
            except (ValueError, OverflowError):  # no such day, or beyond the calendar's ends
                continue
            if value is not None:
                weak = rule.latent or (rule.glue and latent)
                agenda.append(Reading(rule.result, end, value, score + rule.score, weak))
        if end == size or not node.next:
            continue
        there = cells[end]
        following = node.next
        few, many = (there, following) if len(there) < len(following) else (following, there)
        for symbol in few:
            if symbol not in many:
                continue
            child = following[symbol]
            if child.carries:
                stack.extend(
                    (child, r.end, (*values, r.value), score + r.score, latent or r.latent) for r in there[symbol]
                )
            else:
                stack.extend((child, r.end, values, score + r.score, latent) for r in there[symbol])
    return steps
