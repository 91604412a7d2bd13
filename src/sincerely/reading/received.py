"""What a mail from an employer says: its kind, and the events it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sincerely.core import events

from . import deadlines, meetings
from .meetings import Slot
from .scene import KINDS, Found, Invitation, Scene
from .statements import Statement

ITEM = "request:"
# Below this, what a mail seems to say is asked, not assumed.
CERTAIN = 0.8
_NOTICED = 0.4
_TEST_ITEMS = (
    ("video-interview", ("video", "hirevue", "recorded", "camera", "asynchronous", "demand", "webcam", "spark")),
    ("case-study", ("case",)),
    ("presentation", ("presentation", "slides", "pitch", "talk")),
    ("take-home", ("takehome", "assignment", "homework", "exercise", "task", "project", "challenge")),
)


@dataclass(frozen=True)
class Verdict:
    """What a mail comes to.

    Attributes:
        kind: the weightiest of the thirteen.
        confidence: how sure that is.
        found: the events, in the order of their weight.
    """

    kind: str
    confidence: float
    found: tuple[Found, ...]


def read(scene: Scene) -> Verdict:
    """Return what a received mail says."""
    if scene.hiring < _NOTICED:
        return Verdict("other", 1 - scene.hiring, ())
    told = list(_Reader(scene).told())
    if not told:
        return Verdict(*_eventless(scene), ())
    kind = min((kind for kind, _ in told), key=KINDS.index)
    confidence = max(found.event.confidence for other, found in told if other == kind)
    return Verdict(kind, confidence, tuple(found for _, found in told))


def _eventless(scene: Scene) -> tuple[str, float]:
    strength = scene.strong.get("outreach", 0.0)
    if strength >= 0.7 and not scene.known:
        return "outreach", strength
    return "other", 0.9


class _Reader:
    """Reads one scene; a method for each kind of news."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.strong = scene.strong
        self.slots = meetings.slots(scene.said)

    def told(self) -> Iterator[tuple[str, Found]]:
        """Yield kinds with their events, the weightiest first."""
        if self._is_outreach():
            return
        told: list[tuple[str, Found]] = []
        for part in (self._outcome, self._interview, self._assessment, self._references, self._requests):
            told += part()
        told += self._promises(told)
        told += self._receipt(told)
        told += self._preferences()
        told += self._rest(told)
        yield from told

    def _is_outreach(self) -> bool:
        if self.scene.known or self.strong.get("outreach", 0) < 0.85:
            return False
        return self.strong.get("acknowledgement", 0) < 0.8 and self.strong.get("rejection", 0) < 0.8

    def _found(self, event: events.Event, index: int) -> Found:
        """Attach the sentence that shows an event."""
        if index < 0 or index >= len(self.scene.said):
            return Found(event, certain=event.confidence >= CERTAIN)
        sentence = self.scene.said[index].sentence
        quoted = replace(event, quote=self.scene.reply[sentence.begin : sentence.stop])
        return Found(quoted, sentence.begin, sentence.stop, event.confidence >= CERTAIN)

    def _sure(self, strength: float) -> float:
        return round(min(strength, 0.99) * min(1.0, 0.3 + 0.7 * self.scene.hiring), 3)

    # -- yes and no ------------------------------------------------------------------------------------

    def _outcome(self) -> Iterator[tuple[str, Found]]:
        scene = self.scene
        at = scene.at
        index, direct = scene.best("rejection")
        no = self.strong.get("rejection", 0.0)
        if no >= 0.75 and not self._softened(direct):
            reason = ""
            yield (
                "rejection",
                self._found(events.Rejected(at=at, who=scene.who(), reason=reason, confidence=self._sure(no)), index),
            )
            return
        index, direct = scene.best("offer")
        offer = self.strong.get("offer", 0.0)
        if offer >= 0.8 and direct >= 0.7:
            by = self._offer_ends(index)
            yield (
                "offer",
                self._found(events.Offered(at=at, who=scene.who(), by=by, confidence=self._sure(offer)), index),
            )

    def _softened(self, direct: float) -> bool:
        """Whether weak signs of a no stand beside good news."""
        good = max(
            self.strong.get(name, 0.0)
            for name in ("interview_changed", "interview_set", "interview_invite", "acknowledgement", "assessment")
        )
        return direct < 0.7 and good > 0.7

    def _offer_ends(self, index: int) -> date | None:
        for at in (index, *range(len(self.scene.said))):
            statement = self.scene.said[at]
            words = set(statement.said.tokens)
            if at != index and words.isdisjoint(
                {
                    "offer",
                    "accept",
                    "acceptance",
                    "answer",
                    "decision",
                    "sign",
                    "signed",
                    "respond",
                    "response",
                    "reply",
                    "confirm",
                    "decide",
                    "know",
                    "return",
                    "hear",
                    "back",
                }
            ):
                continue
            if at != index and not words.isdisjoint({"start", "begin", "starting"}) and "sign" not in words:
                continue
            day = deadlines.deadline(statement)
            if day:
                return day
        return None

    # -- interviews ------------------------------------------------------------------------------------

    def _interview(self) -> Iterator[tuple[str, Found]]:
        scene = self.scene
        if scene.invitations:
            yield from map(self._invited, scene.invitations)
            return
        changed, cancelled = self._news("interview_changed"), self._news("interview_cancelled")
        fixed, invited = self._news("interview_set"), self._news("interview_invite")
        if cancelled >= 0.85 and cancelled > changed:
            index, _ = scene.best("interview_cancelled")
            slot = next(iter(self.slots), None)
            off = events.Cancelled(
                at=scene.at,
                who=self._people(index),
                start=slot.start if slot else None,
                confidence=self._sure(cancelled),
            )
            yield "interview_cancelled", self._found(off, index)
        elif changed >= 0.8 and self._is_about_interview():
            yield from self._changed(changed, invited)
        elif fixed >= 0.8 and len(self.slots) == 1 and not self._offers_choice():
            yield from self._fixed(fixed)
        elif invited >= 0.75:
            index, _ = scene.best("interview_invite")
            event = events.Heard(at=scene.at, who=scene.who(), asks=True, confidence=self._sure(invited))
            yield "interview_invite", self._found(event, index)

    def _news(self, means: str) -> float:
        """Return how strongly the mail says something, sentences of mere boilerplate left out."""
        return self.strong.get(means, 0.0)

    def _is_about_interview(self) -> bool:
        text = f"{self.scene.letter.subject} {self.scene.reply}".lower()
        return any(
            word in text
            for word in (
                "interview",
                "call",
                "meeting",
                "conversation",
                "chat",
                "speak",
                "meet",
                "appointment",
                "visit",
                "gespräch",
                "entretien",
            )
        )

    def _offers_choice(self) -> bool:
        """Whether the mail leaves the time open."""
        index = self.slots[0].index
        near = [statement for statement in self.scene.said if "interview_invite" in statement.meanings]
        for statement in near:
            tokens = set(statement.said.tokens)
            if "?" in tokens and not tokens.isdisjoint(
                {
                    "work",
                    "works",
                    "suit",
                    "suits",
                    "available",
                    "free",
                    "make",
                    "possible",
                    "convenient",
                    "do",
                    "ok",
                    "okay",
                    "manage",
                }
            ):
                return True
            if (
                not tokens.isdisjoint({"availability", "calendly", "slots", "slot"})
                and statement is not self.scene.said[index]
            ):
                return True
        return False

    def _invited(self, invitation: Invitation) -> tuple[str, Found]:
        at, slot = self.scene.at, invitation.slot
        sure = self._sure(0.97)
        if invitation.state == "cancelled":
            return "interview_cancelled", Found(
                events.Cancelled(at=at, who=invitation.people, start=slot.start, uid=invitation.uid, confidence=sure)
            )
        if invitation.state == "changed":
            return "interview_changed", Found(
                events.Moved(
                    at=at, who=invitation.people, start=slot.start, end=slot.end, uid=invitation.uid, confidence=sure
                )
            )
        return "interview_set", Found(
            events.Scheduled(
                at=at, who=invitation.people, start=slot.start, end=slot.end, uid=invitation.uid, confidence=sure
            )
        )

    def _changed(self, changed: float, invited: float) -> Iterator[tuple[str, Found]]:
        scene = self.scene
        index, _ = scene.best("interview_changed")
        slot = self._new_slot(index)
        sure = self._sure(changed)
        if slot is None:
            yield "interview_changed", self._found(events.Moved(at=scene.at, who=scene.who(), confidence=sure), index)
            if invited >= 0.7 or self._asks():
                at, _ = scene.best("interview_invite")
                yield (
                    "interview_invite",
                    self._found(events.Heard(at=scene.at, who=scene.who(), asks=True, confidence=sure), at),
                )
            return
        event = events.Moved(at=scene.at, who=self._people(slot.index), start=slot.start, end=slot.end, confidence=sure)
        yield "interview_changed", self._found(event, index)

    def _new_slot(self, index: int) -> Slot | None:
        """Return the one new time; the old one stands behind "from" or "original"."""
        fresh = []
        for slot in self.slots:
            statement = self.scene.said[slot.index]
            before = statement.sentence.text[max(0, slot.begin - 40) : slot.begin].lower()
            if any(
                word in before.split()[-4:]
                for word in (
                    "from",
                    "original",
                    "originally",
                    "previous",
                    "scheduled",
                    "instead",
                    "than",
                    "your",
                    "planned",
                )
            ):
                continue
            fresh.append(slot)
        if len(fresh) != 1 or self._offers_choice():
            return None
        del index
        return meetings.lengthened(fresh[0], self.scene.said)

    def _fixed(self, fixed: float) -> Iterator[tuple[str, Found]]:
        scene = self.scene
        slot = meetings.lengthened(self.slots[0], scene.said)
        event = events.Scheduled(
            at=scene.at, who=self._people(slot.index), start=slot.start, end=slot.end, confidence=self._sure(fixed)
        )
        yield "interview_set", self._found(event, slot.index)

    def _people(self, index: int) -> tuple[str, ...]:
        scene = self.scene
        return meetings.interviewers(scene.said, scene.letter, scene.signature, scene.me, index)

    # -- what is wanted --------------------------------------------------------------------------------

    def _assessment(self) -> Iterator[tuple[str, Found]]:
        scene = self.scene
        index, direct = scene.best("assessment")
        strength = self.strong.get("assessment", 0.0)
        if strength < 0.8 or direct < 0.6:
            return
        sure = self._sure(strength)
        item = _test_item(scene.said[index])
        yield "assessment", self._found(events.Assessed(at=scene.at, confidence=sure), index)
        by = deadlines.near(scene.said, index, 4)
        yield "assessment", self._found(events.Requested(at=scene.at, who=(item,), by=by, confidence=sure), index)

    def _references(self) -> Iterator[tuple[str, Found]]:
        scene = self.scene
        index, direct = scene.best("reference_check")
        if direct < 0.8:
            return
        statement = scene.said[index]
        sure = self._sure(direct)
        asked = any(
            hit.means == "reference_check" and "contact*" not in hit.pattern and "check" not in hit.pattern
            for hit in statement.hits
        )
        if asked:
            by = deadlines.near(scene.said, index)
            event = events.Requested(at=scene.at, who=("references",), by=by, count=_count(statement), confidence=sure)
            yield "reference_check", self._found(event, index)
        else:
            yield "reference_check", self._found(events.Heard(at=scene.at, who=scene.who(), confidence=sure), index)

    def _requests(self) -> Iterator[tuple[str, Found]]:
        scene = self.scene
        done: set[str] = set()
        for index, statement in enumerate(scene.said):
            for means in sorted(statement.meanings, key=lambda m: _position(statement, m)):
                item = means.removeprefix(ITEM)
                if not means.startswith(ITEM) or item in done or item in {"references", "test"}:
                    continue
                strength = statement.strength(means)
                if strength < 0.7:
                    continue
                done.add(item)
                by = deadlines.near(scene.said, index)
                event = events.Requested(at=scene.at, who=(item,), by=by, confidence=self._sure(strength))
                yield "request", self._found(event, index)

    # -- words about the future ------------------------------------------------------------------------

    def _promises(self, told: list[tuple[str, Found]]) -> list[tuple[str, Found]]:
        if any(kind == "rejection" for kind, _ in told):
            return []
        for index, statement in enumerate(self.scene.said):
            strength = statement.strength("promise")
            if strength < 0.7:
                continue
            day = deadlines.last_day(statement)
            if day is None:
                continue
            event = events.Promised(at=self.scene.at, by=day, confidence=self._sure(strength))
            return [("promise", self._found(event, index))]
        return []

    def _receipt(self, told: list[tuple[str, Found]]) -> list[tuple[str, Found]]:
        index, _ = self.scene.best("acknowledgement")
        strength = self.strong.get("acknowledgement", 0.0)
        if strength < 0.75 or any(kind not in {"promise", "request"} for kind, _ in told):
            return []
        return [
            (
                "acknowledgement",
                self._found(events.Acknowledged(at=self.scene.at, confidence=self._sure(strength)), index),
            )
        ]

    def _preferences(self) -> list[tuple[str, Found]]:
        scene = self.scene
        told = []
        for means, given in (("prefers-no-calls", {"calls": False}), ("prefers-silence", {"silence": True})):
            index, strength = scene.best(means)
            if strength >= 0.8:
                event = events.Prefers(at=scene.at, confidence=self._sure(strength), **given)  # type: ignore[arg-type]  # by name
                told.append(("other", self._found(event, index)))
        return told

    def _rest(self, told: list[tuple[str, Found]]) -> list[tuple[str, Found]]:
        """Return that the employer wrote, where nothing else says it, or that it waits for an answer."""
        scene = self.scene
        if any(not isinstance(found.event, events.Prefers) for _, found in told):
            return []
        if not scene.human or not (scene.known or scene.hiring > 0.8) or self.strong.get("outreach", 0) > 0.7:
            return []
        index, _ = scene.best("asks")
        event = events.Heard(at=scene.at, who=scene.who(), asks=self._asks(), confidence=self._sure(0.9))
        return [("other", self._found(event, max(index, 0)))]

    def _asks(self) -> bool:
        return any("asks" in s.meanings and "boilerplate" not in s.meanings for s in self.scene.said)


def _position(statement: Statement, means: str) -> int:
    return min((hit.stop for hit in statement.hits if hit.means == means), default=0)


def _count(statement: Statement) -> int | None:
    numbers = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}
    return next((numbers[token] for token in statement.said.tokens if token in numbers), None)


def _test_item(statement: Statement) -> str:
    tokens = set(statement.said.tokens)
    for item, words in _TEST_ITEMS:
        if not tokens.isdisjoint(words):
            return item
    return "test"
