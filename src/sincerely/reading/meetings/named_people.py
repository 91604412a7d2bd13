"""Where a mail names people: what the encoder sees, and what stands in lists, in rows, and where one is said to be met."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from sincerely.reading.letters import people
from sincerely.reading.letters.letter_phrases import is_closing
from sincerely.reading.linking import around_names
from sincerely.reading.linking.around_names import TITLE as _TITLE
from sincerely.reading.scoring.insight import Stretch
from sincerely.reading.statements.scene import Scene
from sincerely.reading.statements.slots import Slot

from . import agenda, met_names, panel_lists


def names_in(scene: Scene, rows: Sequence[Slot]) -> bool:
    """Whether a programme says whom one will meet."""
    first, last = rows[0].statement, rows[-1].statement
    return any(first <= stretch.source <= last for stretch in scene.insight.stretches("person"))


# In a programme's rows that name people, a name is told from what is done there by far less than elsewhere: where it is
# missed it has 0.02 to 0.4, and "Pair Programming" 0.01 at most.
_IN_ROW = 0.1
_IN_CELL = 0.04


def seen(scene: Scene) -> list[Stretch]:
    """Return the stretches that name people; in rows, where some do, also those that are less surely names."""
    sure = _with_listed(scene)
    hours = {index for index, statement in enumerate(scene.said) if agenda.heads(statement) is not None}
    told = {one.source for one in sure} & hours
    if len(hours) < 2 or not told:
        return sure
    less = [
        one
        for one in scene.insight.stretches("person", _IN_CELL)
        if one.source in hours - told and _is_rows(one, agenda.beside(scene.said[one.source]))
    ]
    return sorted((*sure, *less), key=lambda one: (one.source, one.begin))


# Beside a sure name in a list of names a name has 0.04 to 0.4 where it is missed.
_LISTED = 0.04


def _with_listed(scene: Scene) -> list[Stretch]:
    """Return the stretches that name people, and those that stand with one of them in a list: "Ida Holm, CTO, and Paul Blanc"."""
    found = scene.insight.stretches("person")
    told = {(one.source, one.begin) for one in found}
    for one in scene.insight.stretches("person", _LISTED):
        known = any(_covers(other, one) for other in found)
        if 0 <= one.source < len(scene.said) and not known and is_full_name(one.text):
            text = scene.said[one.source].text
            if any(_beside_each_other(one, other, text) for other in found if other.source == one.source):
                found.append(one)
    found += [one for one in _below_each_other(scene) if (one.source, one.begin) not in told]
    met = [one for one in _said_to_be_met(scene) if not any(_covers(other, one) for other in found)]
    found += [one for one in met if not any(_is_from(other, one) for other in found)]
    listed = [Stretch(one.statement, one.name, 1.0, one.begin) for one in panel_lists.listed(scene.said)]
    found = [one for one in found if not any(_overlap(one, other) and _is_less(one, other) for other in listed)]
    found += [one for one in listed if not any(_overlap(one, other) for other in found)]
    return sorted(found, key=lambda one: (one.source, one.begin))


# Where the words say that somebody is met, a lone first name has 0.005 and more; what has less is no name. Of two words a
# house may be: "an interview with Highgate Surgery".
_SAID = 0.005
_SAID_WHOLE = _LISTED


def _said_to_be_met(scene: Scene) -> Iterator[Stretch]:
    """Yield the names that stand where a sentence says whom one will meet."""
    # Seen with less doubt, a name is not run together with the words beside it.
    likely = {least: scene.insight.stretches("person", least) for least in (_SAID, _SAID_WHOLE)}
    for source, statement in enumerate(scene.said):
        for one in met_names.met(statement.text):
            stretch = Stretch(source, one.name, 1.0, one.begin)
            least = _SAID_WHOLE if " " in one.name else _SAID
            if one.titled or any(_overlap(stretch, other) for other in likely[least]):
                yield stretch


def _is_less(seen: Stretch, listed: Stretch) -> bool:
    """Whether of a listed name a part was seen, or also what stands beside it: "Ida", "Panel Ida Holm", "Ida Holm - CTO"."""
    behind = seen.text.removeprefix(listed.text).lstrip()
    beside = seen.text.startswith(listed.text) and behind[:1] in _MARKS
    return seen.text in listed.text or beside or seen.text.endswith(f" {listed.text}")


_MARKS = frozenset("-–—|(<,:")


def _overlap(one: Stretch, other: Stretch) -> bool:
    return (
        one.source == other.source
        and one.begin < other.begin + len(other.text)
        and other.begin < one.begin + len(one.text)
    )


def _covers(one: Stretch, other: Stretch) -> bool:
    """Whether a stretch holds all of another: of "Aylin Demir" perhaps only "Demir" was seen."""
    return (
        one.source == other.source
        and one.begin <= other.begin
        and other.begin + len(other.text) <= one.begin + len(one.text)
    )


def _is_from(other: Stretch, one: Stretch) -> bool:
    """Whether a stretch adds to a full name only where somebody belongs: "Ida Holm von der Innenrevision"."""
    same = other.source == one.source and other.begin == one.begin and is_full_name(other.text)
    return same and re.match(r"\s(?:von|vom|aus|de|du)\s", one.text.removeprefix(other.text)) is not None


# Of names below each other one at least is seen to be one: the others have 0.04 and more.
_ONE_OF_ROWS = 0.3


def _below_each_other(scene: Scene) -> list[Stretch]:
    """Return the names of two and more lines that stand below each other and hold nothing but a name each."""
    rows = {
        one.source: one
        for one in scene.insight.stretches("person", _LISTED)
        if 0 <= one.source < len(scene.said)
        and is_full_name(one.text)
        and not is_closing(one.text)
        and scene.said[one.source].text.strip(" \t*•·–-") == one.text
    }
    found: list[Stretch] = []
    for first in (source for source in rows if source - 1 not in rows):
        run = [rows[source] for source in itertools.takewhile(rows.__contains__, itertools.count(first))]
        if len(run) > 1 and max(one.score for one in run) >= _ONE_OF_ROWS:
            found += run
    return found


def is_full_name(text: str) -> bool:
    """Whether words are a name of two to four, the first and the last in capitals."""
    words = people.untitled(text.lstrip(" .")).split()
    return 1 < len(words) <= _NAMES and words[0][0].isupper() and words[-1][0].isupper() and people.is_name(text)


_NAMES = 4


def _beside_each_other(one: Stretch, other: Stretch, text: str) -> bool:
    first, last = sorted((one, other), key=lambda stretch: stretch.begin)
    return around_names.are_listed(text, first.begin + len(first.text), last.begin)


def _is_rows(one: Stretch, row: str) -> bool:
    """Whether a stretch of a row is a name: by how likely it is, by its words, or since its cell holds nothing else."""
    name = one.text.lstrip(" .")  # the stop of a title before it
    words = name.split()
    if len(words) < 2 or not all(word[0].isupper() for word in words):
        return False
    before, _, behind = row.partition(name)
    is_all = re.fullmatch(_TITLE, before, re.IGNORECASE) and re.match(r"\s*(?:$|[,(|–—-])", behind)
    signs = (one.score >= _IN_ROW, people.is_name(name), is_all is not None)
    return sum(signs) > 1
