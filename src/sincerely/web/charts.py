"""Charts as SVG that stands in a page: its colours are the page's tokens, and nothing in it needs colour to be read.

The library draws on the server and loads when the first chart is wanted. What it gives has presentation attributes
only, so the pages' Content-Security-Policy may forbid inline styles. A chart is kept as long as its figures are the
same.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement, tostring

from markupsafe import Markup

from sincerely.app.insights.own import Punctuality
from sincerely.app.insights.waits import ENOUGH, Curve
from sincerely.app.insights.ways import Month, Row

if TYPE_CHECKING:
    from ziaplot import Graph

# As wide as a phone's page: on a desk it grows, and its letters with it.
WIDTH = 400
_INK, _SOFT, _LINE, _ACCENT = "currentColor", "var(--ink-soft)", "var(--line)", "var(--accent)"
_LOOK = f"""
Canvas {{ color: none; }}
Graph {{ color: none; edge_color: {_SOFT}; edge_width: 1; }}
Graph.GridX {{ color: none; }}
Graph.GridY {{ color: {_LINE}; stroke: -; stroke_width: 1; }}
Graph.TickX {{ color: {_SOFT}; font_size: 13; height: 4; stroke_width: 1; margin: 3; pad: 0; }}
Graph.TickY {{ color: {_SOFT}; font_size: 13; height: 0; stroke_width: 0; margin: 5; pad: 0; }}
Graph.XName {{ color: {_SOFT}; font_size: 13; }}
Graph.Legend {{ edge_width: 0; }}
Text {{ color: {_INK}; font_size: 13; }}
"""
_DAYS = ((28, 7), (70, 14), (180, 30), (400, 60))
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def _graph(height: int) -> Graph:
    from ziaplot import Graph, config

    config.precision = 1
    graph = Graph()
    graph.css(_LOOK)
    graph.size(WIDTH, height)
    graph.legend("none")
    return graph


def _finished(graph: Graph, name: str, title: str, description: str) -> Markup:
    """Return a graph as it stands in a page, with what a screen reader says of it."""
    root = graph.svgxml()
    for attribute in ("width", "height"):
        root.attrib.pop(attribute)
    for drawn in [part for part in root if part.get("width") == "100%"]:
        root.remove(drawn)  # the paper is the page's
    root.attrib |= {"class": "chart", "role": "img", "aria-labelledby": f"{name}-title {name}-said"}
    _rename(root, name)
    for place, (tag, text) in enumerate((("title", title), ("desc", description))):
        said = Element(tag, {"id": f"{name}-{'said' if place else 'title'}"})
        said.text = text
        root.insert(place, said)
    return Markup(tostring(root, encoding="unicode"))  # noqa: S704  (made by ElementTree, which escapes)


def _rename(root: Element, name: str) -> None:
    """Give what the drawing refers to a name of its own: there are several drawings in one page."""
    names = {part.get("id"): f"{name}-{part.get('id')}" for part in root.iter() if part.get("id")}
    links = {f"url(#{old})": f"url(#{new})" for old, new in names.items()}
    for part in root.iter():
        for key, value in part.attrib.items():
            if key == "id" or value in links:
                part.set(key, names[value] if key == "id" else links[value])


def _hatched(graph: Graph, colour: str) -> str:
    """Let a graph have stripes of a colour, and return what fills with them."""
    stripes = Element("pattern", {"id": "hatch", "width": "5", "height": "5", "patternUnits": "userSpaceOnUse"})
    stripes.set("patternTransform", "rotate(45)")
    SubElement(stripes, "rect", {"width": "2", "height": "5", "fill": colour})
    graph.add_def(tostring(stripes, encoding="unicode"))
    return "url(#hatch)"


def _put(graph: Graph, *parts: Any) -> None:
    for part in parts:
        graph.add(part)


@lru_cache(maxsize=32)
def shares(applications: Curve, interviews: Curve) -> Markup:
    """Draw the share that had answered by each day: after an application a whole line, after an interview a broken one.

    A short stroke is somebody still waited for. Where fewer than three are left, the line is thin. Which line is which
    stands in the legend: two curves that cross leave no place for words that is free for every search.
    """
    drawn = [
        (of, label, colour, dash)
        for of, label, colour, dash in (
            (applications, "after you applied", _ACCENT, "-"),
            (interviews, "after an interview", _INK, "6 4"),
        )
        if of.enough
    ]
    graph = _graph(250)
    last = max(of.longest for of, *_ in drawn)
    step = next((step for most, step in _DAYS if last <= most), 120)
    days = list(range(0, max(int(-(-last // step)), 1) * step + 1, step))
    graph.xticks(days, [str(day) for day in days])
    graph.yticks([0, 0.25, 0.5, 0.75, 1], ["0", "", "half", "", "all"])
    graph.axesnames("days", None)
    for of, _, colour, dash in drawn:
        _line(graph, of, colour, dash)
    said = " ".join(_said(of, label) for of, label, *_ in drawn)
    return _finished(graph, "shares", "The share of employers that had answered by each day", said)


def _height(of: Curve, day: float) -> float:
    step = of.by(day)
    return step.share if step else 0.0


def _line(graph: Graph, of: Curve, colour: str, dash: str) -> None:
    from ziaplot import PolyLine, Scatter

    sure, thin = _path(of)
    for points, width in ((sure, 2.25), (thin, 1)):
        if len(points) > 1:
            line = PolyLine([x for x, _ in points], [y for _, y in points])
            line.stroke(dash).color(colour).strokewidth(width)
            graph.add(line)
    watched = [wait for wait in of.waits if not wait.answered]
    if watched:
        if len(watched) == 1:
            watched *= 2  # of a single point no line is made, and markers stand on lines
        strokes = Scatter([wait.days for wait in watched], [_height(of, wait.days) for wait in watched])
        graph.add(strokes.marker("|", radius=5).color(colour).style(f"edge_color: {colour}"))


def _path(of: Curve) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """Return the corners of a curve, as far as enough are waited for, and from there on."""
    sure: list[tuple[float, float]] = [(0.0, 0.0)]
    thin: list[tuple[float, float]] = []
    height = 0.0
    for step in of.steps:
        line = sure if step.waiting >= ENOUGH else thin
        if line is thin and not thin:
            thin.append(sure[-1])
        line += [(step.day, height), (step.day, step.share)]
        height = step.share
    (thin or sure).append((of.longest, height))
    return sure, thin


def _said(of: Curve, label: str) -> str:
    half = f"half by day {of.median:.0f}" if of.median is not None else "half not yet"
    return f"{label.capitalize()}: {of.answered} of {of.count} answered, {half}."


@lru_cache(maxsize=32)
def by_month(months: tuple[Month, ...]) -> Markup:
    """Draw each month's applications (outlined) beside its answers (filled where they led on, else striped)."""
    from ziaplot import Bars

    graph = _graph(230)
    stripes = _hatched(graph, _ACCENT)
    places = list(range(len(months)))
    tallest = max(max(month.applied, month.answers) for month in months)
    every = 1 if len(months) <= 7 else 2
    named = [_month(month) if (len(months) - 1 - n) % every == 0 else "" for n, month in enumerate(months)]
    graph.xticks(places, named)
    graph.xrange(-0.6, len(months) - 0.4)
    _upright(graph, tallest)
    for place, month in zip(places, months, strict=True):
        onward, rest = month.onward, month.answers
        parts = (
            (place - 0.2, month.applied, 0, "none", _SOFT),
            (place + 0.2, onward, 0, _ACCENT, _ACCENT),
            (place + 0.2, rest, onward, stripes, _ACCENT),
        )
        for x, top, bottom, fill, edge in parts:
            if top > bottom:
                graph.add(Bars([x], [top], [bottom], width=0.36).color(fill).style(f"edge_color: {edge}"))
        _put(graph, *_tops(((place - 0.2, month.applied), (place + 0.2, rest)), tallest * 0.02))
    said = "; ".join(f"{_month(m)} {m.year}: {m.applied} applied, {m.answers} answered" for m in months)
    return _finished(graph, "months", "Applications and answers by month", said)


def _month(month: Month) -> str:
    return _MONTHS[month.month - 1]


def _upright(graph: Graph, tallest: int) -> None:
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 10**6) if tallest / step <= 5)
    ticks = list(range(0, tallest + step, step))
    graph.yticks(ticks, [str(tick) for tick in ticks])
    graph.yrange(0, max(ticks[-1], tallest * 1.12))


def _lying(graph: Graph, most: float) -> None:
    """Have bars that lie, each with its number: no axis says more."""
    graph.xticks([0, most], ["", ""])
    graph.noxticks()
    graph.xrange(0, most)
    graph.css(f"{_LOOK} Graph {{ edge_color: none; }} Graph.GridY {{ color: none; }}")


def _tops(counts: Sequence[tuple[float, int]], lift: float) -> list[Any]:
    from ziaplot import Text

    return [Text(x, count + lift, f"{count}", halign="center", valign="bottom") for x, count in counts if count]


@lru_cache(maxsize=32)
def stages(rows: tuple[Row, ...]) -> Markup:
    """Draw how many processes reached each stage."""
    from ziaplot import BarsHoriz, Text

    graph = _graph(40 + 34 * len(rows))
    most = max(row.reached for row in rows)
    heights = [len(rows) - 1 - n for n in range(len(rows))]
    graph.yticks(heights, [str(row.stage).capitalize() for row in rows])
    _lying(graph, most * 1.12)
    graph.yrange(-0.5, len(rows) - 0.5)
    for height, row in zip(heights, rows, strict=True):
        if row.reached:
            graph.add(BarsHoriz([height], [row.reached], width=0.62).color(_ACCENT).style(f"edge_color: {_ACCENT}"))
        graph.add(Text(row.reached + most * 0.015, height, str(row.reached), valign="center"))
    said = "; ".join(f"{row.stage}: {row.reached}" for row in rows)
    return _finished(graph, "stages", "How many processes reached each stage", said)


@lru_cache(maxsize=32)
def in_time(rows: tuple[tuple[str, Punctuality], ...]) -> Markup:
    """Draw what was done in time (filled), late (striped) and never (empty), each as a part of the whole."""
    from ziaplot import BarsHoriz, Text

    graph = _graph(36 + 46 * len(rows))
    stripes = _hatched(graph, "var(--due)")
    heights = [len(rows) - 1 - n for n in range(len(rows))]
    graph.yticks(heights, [name for name, _ in rows])
    _lying(graph, 1.0)
    graph.yrange(-0.5, len(rows) - 0.5)
    for height, (_, kept) in zip(heights, rows, strict=True):
        begin = 0.0
        for count, fill, edge, ink in (
            (kept.on_time, "var(--good)", "var(--good)", "var(--paper)"),
            (kept.late, stripes, "var(--due)", _INK),
            (kept.never, "none", "var(--wax)", _INK),
        ):
            if not count:
                continue
            end = begin + count / kept.count
            graph.add(BarsHoriz([height], [end], [begin], width=0.6).color(fill).style(f"edge_color: {edge}"))
            label = Text((begin + end) / 2, height, str(count), halign="center", valign="center").color(ink)
            graph.add(label.attribute("class", "on-stripes") if fill == stripes else label)
            begin = end
    said = "; ".join(f"{name}: {k.on_time} on time, {k.late} late, {k.never} never" for name, k in rows)
    return _finished(graph, "in-time", "Thank-yous and hand-ins in time", said)
