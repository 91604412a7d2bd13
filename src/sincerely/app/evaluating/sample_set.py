"""The bundled sample: its mails one by one, and Today of all of them against the story."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from sincerely.app.demo import prepare
from sincerely.app.models.reading_models import load_models
from sincerely.app.wiring import opened
from sincerely.reading.linking.links import Links
from sincerely.reading.reader import read
from sincerely.sample.compose import Composer
from sincerely.sample.letters import Letter
from sincerely.sample.sending import raw
from sincerely.sample.templates import SENT
from sincerely.sample.write import composed

from . import reading_figures
from .figures import OURS, Fault, Measure, Outcome, share
from .folders import Folders
from .pairs import Judged
from .peers import Peers
from .sample_truth import Truth, truth
from .told_events import told

_ABOUT = (
    "The mails of `sincerely demo`, whose truth their writer set down before anybody read them, opened on a Wednesday "
    "at noon. Findings: what Today shows after everything was read, beside what the story says."
)
# Any instant would do: the sample moves with it.
_NOW = datetime.fromisoformat("2026-03-11T12:00-04:00")
_FOUND, _RIGHT = "findings of Today: those that stand are shown", "findings of Today: those that are shown stand"
_WHOLE = "processes that the store keeps in one piece"


def measure(folders: Folders, _peers: Peers) -> Outcome:
    """Measure the sample."""
    if not (folders.sample / "expected.toml").is_file():
        return Outcome("sample", "The sample", _ABOUT, skipped=f"{folders.sample} holds no expected.toml", blind=True)
    told = truth(folders.sample, _NOW)
    composer = composed(_NOW)
    letters = {letter.template.name: letter for letter in composer.letters()}
    judged = [_judged(name, letter, composer, told) for name, letter in sorted(letters.items())]
    lines, faults = findings(told, letters, _NOW)
    return Outcome(
        "sample",
        "The sample",
        _ABOUT,
        [*reading_figures.measures(judged, aims=False), *lines],
        list(reading_figures.tables(judged)),
        [*reading_figures.faults(judged, blind=True), *faults],
        blind=True,
    )


def _judged(name: str, letter: Letter, composer: Composer, truth: Truth) -> Judged:
    me = frozenset({composer.cast.person(SENT).address})
    data = raw(letter, composer.invitation(letter))
    reading = read(data, me=me, at=_NOW, models=load_models(), links=Links())
    zone = letter.written.tzinfo or UTC
    row = truth.expected[name]
    return Judged(
        name=name,
        kind=row["kind"],
        events=[told(event, zone) for event in truth.events(name, letter.written)],
        reading=reading,
        zone=zone,
        also=frozenset(row.get("also", ())),
        maybe=[told(event, zone) for event in truth.events(name, letter.written, "maybe")],
    )


def findings(truth: Truth, letters: Mapping[str, Letter], now: datetime) -> tuple[list[Measure], list[Fault]]:
    """Read everything into a store, and set what Today shows beside the story."""
    with tempfile.TemporaryDirectory() as folder:
        shown = prepare(Path(folder), now, lambda _label, _done, _total: None)
        owners = _owners(Path(folder), truth, letters)
    pieces = Counter(owners.values())
    got = Counter((owners[line.process.header.id], line.finding.code, line.finding.who) for line in shown.today.all)
    wanted = Counter(
        (name, finding["code"], finding["who"])
        for name, process in truth.story.items()
        for finding in process["findings"]
    )
    right = (wanted & got).total()
    lines = [
        Measure(_FOUND, {OURS: share(right, wanted.total())}),
        Measure(_RIGHT, {OURS: share(right, got.total())}),
        Measure(_WHOLE, {OURS: share(sum(pieces[name] == 1 for name in truth.story), len(truth.story))}),
    ]
    faults = [Fault(_FOUND, key[0], f"missing: {key[1]}", key[2]) for key in sorted((wanted - got).elements())]
    faults += [Fault(_RIGHT, key[0], f"not so: {key[1]}", key[2]) for key in sorted((got - wanted).elements())]
    faults += [Fault(_WHOLE, name, f"{pieces[name]} pieces") for name in sorted(truth.story) if pieces[name] != 1]
    return lines, faults


def _owners(folder: Path, truth: Truth, letters: Mapping[str, Letter]) -> dict[str, str]:
    """Return which process of the story each one in the store is: the one that most of its mails belong to."""
    by_id = {letter.message_id.strip("<>"): name for name, letter in letters.items()}
    owners = {}
    with opened(folder) as store:
        for row in store.summaries():
            seen = Counter(
                truth.expected[by_id[message.message_id]]["process"]
                for message in store.messages_of(row.header.id)
                if message.message_id in by_id
            )
            named = [name for name, _ in seen.most_common() if name in truth.story]
            owners[row.header.id] = named[0] if named else row.header.id
    return owners
