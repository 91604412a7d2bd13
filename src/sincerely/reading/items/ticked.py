"""Lists in which some rows are ticked and others open or crossed: what is ticked is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sincerely.reading.statements.scene import Scene

_MARK = re.compile(r"[ \t>]{0,8}(?:[-*•·][ \t])?(?:(?P<tick>[☑✓✔✅🗹]|\[[xX✓✔]\])|(?P<open>[☐□⬜❌✗✘✕]|\[ {0,3}\]))")
# So far before a statement its line may begin.
_NEAR = 20
# "Please send the ticked ones", "angekreuzte Unterlagen": there a tick says the opposite.
_BY_TICK = re.compile(
    r"\b(?:un)?(?:ticked|checked|marked)\b|\b(?:ange|mit einem )(?:kreuz|hak)\w*|\bmarkiert\w*|\bcoch(?:é\w*|ez)|\b(?:tick|check) (?:off|the box|all|what|which|those)\b",
    re.IGNORECASE,
)


def rows_ticked(scene: Scene) -> frozenset[int]:
    """Return the rows that a list ticks, where it leaves others open or crosses them out; all alike, ticks are bullets."""
    if any(_BY_TICK.search(statement.text) for statement in scene.said):
        return frozenset()
    found: set[int] = set()
    for rows in _runs(scene):
        if not all(rows.values()):
            found.update(index for index, ticked in rows.items() if ticked)
    return frozenset(found)


def _runs(scene: Scene) -> Iterator[dict[int, bool]]:
    """Yield the statements that stand below each other behind such marks, each with whether it is ticked."""
    rows: dict[int, bool] = {}
    for index, statement in enumerate(scene.said):
        begin = statement.sentence.begin
        line = scene.reply.rfind("\n", max(0, begin - _NEAR), begin) + 1
        mark = _MARK.match(scene.reply, line) if line or begin <= _NEAR else None
        if mark is not None:
            rows[index] = mark["tick"] is not None
        elif rows:
            yield rows
            rows = {}
    if rows:
        yield rows
