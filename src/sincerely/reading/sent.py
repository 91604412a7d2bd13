"""What the candidate sent: it closes debts."""

from __future__ import annotations

from sincerely.core import events
from sincerely.core.people import is_machine

from .received import Verdict
from .scene import Found, Scene

_SUBMITTED = "submitted:"


def read(scene: Scene, referees: frozenset[str] = frozenset()) -> Verdict:
    """Return what a sent mail does.

    Args:
        scene: the mail; its statements were read with the cues for sent mail.
        referees: addresses of the candidate's referees, as far as they are known.
    """
    to = tuple(
        dict.fromkeys(
            a.address.lower()
            for a in scene.letter.to
            if a.address and not is_machine(a.address) and a.address.lower() not in scene.me
        )
    )
    if not to:
        return Verdict("other", 0.9, ())
    if scene.hiring < 0.4 and not (set(to) & referees):
        return Verdict("other", 1 - scene.hiring, ())
    strong = scene.strong

    def found(event: events.Event, means: str) -> Found:
        index, _ = scene.best(means)
        if index < 0:
            return Found(event)
        sentence = scene.said[index].sentence
        return Found(event, sentence.begin, sentence.stop)

    at = scene.at

    def has(means: str, least: float = 0.8) -> bool:
        return strong.get(means, 0.0) >= least

    told: list[Found] = []
    if has("asks-referee"):
        told.append(found(events.Asked(at=at, who=to), "asks-referee"))
    elif has("thanks-referee"):
        told.append(found(events.ThankedReference(at=at, who=to), "thanks-referee"))
    elif set(to) & referees:
        told.append(
            found(
                events.Briefed(at=at, who=to) if has("briefs-referee") else events.Told(at=at, who=to), "tells-referee"
            )
        )
    if not told:
        told = _to_employer(scene, to, found, has)
    return Verdict("other", 0.9, tuple(told))


def _to_employer(scene: Scene, to: tuple[str, ...], found: object, has: object) -> list[Found]:
    assert callable(found)
    assert callable(has)
    at = scene.at
    told: list[Found] = []
    for means, event in (
        ("withdrew", events.Withdrew(at=at)),
        ("accepted", events.Accepted(at=at)),
        ("asked-why", events.AskedWhy(at=at, who=to)),
        ("applied", events.Applied(at=at)),
    ):
        if has(means):
            return [found(event, means)]
    items = [m.removeprefix(_SUBMITTED) for m in scene.strong if m.startswith(_SUBMITTED) and has(m)]
    told += [found(events.Submitted(at=at, who=(item,)), _SUBMITTED + item) for item in items]
    if told:
        return told
    if has("thanked") and not has("check-in", 0.85):
        return [found(events.Thanked(at=at, who=to), "thanked")]
    if has("reschedule"):
        return [found(events.Wrote(at=at, who=to, purpose="reschedule"), "reschedule")]
    if has("check-in"):
        return [found(events.Wrote(at=at, who=to, purpose="check-in"), "check-in")]
    if has("offer-elsewhere") or has("late"):
        return [found(events.Wrote(at=at, who=to, purpose="other"), "offer-elsewhere")]
    if scene.letter.in_reply_to or has("answers", 0.5):
        return [found(events.Wrote(at=at, who=to, purpose="reply"), "answers")]
    return [found(events.Wrote(at=at, who=to, purpose="other"), "answers")]
