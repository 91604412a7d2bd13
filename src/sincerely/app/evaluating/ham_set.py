"""Real mail without any hiring: nothing of it may be taken for such, and few times are found in it."""

from __future__ import annotations

from sincerely.app.models.reading_models import load_models
from sincerely.reading.linking.links import Links
from sincerely.reading.reader import Reading, read

from .figures import OURS, Fault, Measure, Outcome, Score
from .folders import Folders
from .peers import Peers

_ABOUT = "Real mails of 2002, none about hiring; the reader's training knows them as such."
_KINDS = "mails taken for hiring mail"
_EVENTS = "mails in which an event is asserted"
_QUESTIONS = "mails about which a question is asked"


def measure(folders: Folders, _peers: Peers) -> Outcome:
    """Measure false alarms."""
    paths = sorted(folders.ham.glob("*.eml"))
    if not paths:
        return Outcome("ham", "Other mail", _ABOUT, skipped=f"{folders.ham} holds no mail")
    models = load_models()
    counts = {_KINDS: 0, _EVENTS: 0, _QUESTIONS: 0}
    faults = []
    for path in paths:
        reading = read(path.read_bytes(), me=frozenset(), at=None, models=models, links=Links())
        for name, wrong in _alarms(reading):
            counts[name] += 1
            faults.append(Fault(name, path.name, wrong, reading.letter.subject))
    lines = [
        Measure(name, {OURS: Score(count, of=len(paths))}, "count", at_most=None if name == _QUESTIONS else 0)
        for name, count in counts.items()
    ]
    return Outcome("ham", "Other mail", _ABOUT, lines, faults=faults)


def _alarms(reading: Reading) -> list[tuple[str, str]]:
    found = []
    if reading.kind != "other":
        found.append((_KINDS, reading.kind))
    for name, events in ((_EVENTS, reading.events), (_QUESTIONS, reading.questions)):
        if events:
            found.append((name, ", ".join(f"{one.event.verb} “{one.event.quote}”" for one in events)))
    return found
