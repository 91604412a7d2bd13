"""What the candidate sent: it closes debts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sincerely.core import events
from sincerely.core.people import is_machine

from .received import Verdict
from .scene import Found, Scene

_SUBMITTED = "submitted:"
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_ABOUT = 0.3
_SURE = 0.9
# Below this, a plain word in a mail about who knows what is nothing to note.
_PLAINLY = 0.6
_REFERENCE = re.compile(r"\b(?:reference|referee|references|recommendation)\b", re.IGNORECASE)
# A pack for a referee is more than two lines.
_LONG = 60


def read(scene: Scene) -> Verdict:
    """Return what a sent mail does. Its statements were read with the cues for sent mail."""
    writer = _Writer(scene)
    if not writer.to or (scene.hiring < _ABOUT and not writer.to_referee):
        return Verdict("other", max(0.5, 1 - scene.hiring))
    told = tuple(writer.referee() or writer.employer())
    return Verdict("other", _SURE, told)


@dataclass(frozen=True)
class _Writer:
    """One sent mail."""

    scene: Scene

    @property
    def to(self) -> tuple[str, ...]:
        """Return to whom it went, the candidate and programs apart."""
        addresses = (mailbox.address.lower() for mailbox in self.scene.letter.to)
        return tuple(dict.fromkeys(a for a in addresses if a and a not in self.scene.me and not is_machine(a)))

    @property
    def to_referee(self) -> bool:
        """Whether it went to somebody who is a referee already."""
        return bool(self.scene.referees.intersection(self.to))

    def has(self, means: str, least: float = 0.8) -> bool:
        """Whether the mail says something."""
        return self.scene.strong.get(means, 0.0) >= least

    def found(self, event: events.Event, means: str) -> Found:
        """Attach the sentence that shows an event."""
        index, strength = self.scene.best(means)
        event = replace(event, confidence=max(0.8, min(0.98, strength)))
        if index < 0:
            return Found(event)
        sentence = self.scene.said[index].sentence
        quote = self.scene.reply[sentence.begin : sentence.stop]
        return Found(replace(event, quote=quote), sentence.begin, sentence.stop)

    # -- to referees -----------------------------------------------------------------------------------

    def referee(self) -> list[Found]:
        """Return what it tells a referee; nothing for mail to others."""
        at, to = self.scene.at, self.to
        if self.has("names-referees", 0.9):
            return []
        if self.has("reminds-referee") and (
            self.to_referee or _REFERENCE.search(f"{self.scene.letter.subject} {self.scene.reply}")
        ):
            return [self.found(events.Reminded(at=at, who=to), "reminds-referee")]
        if self.has("thanks-referee", 0.9) and not self.has("withdrew"):
            return [self.found(events.ThankedReference(at=at, who=to), "thanks-referee")]
        if self.has("asks-referee"):
            return [self.found(events.Asked(at=at, who=to), "asks-referee")]
        if self.has("briefs-referee", 0.85) and (self.to_referee or self.has("to-referee")):
            return [self.found(events.Briefed(at=at, who=to), "briefs-referee")]
        if self.has("tells-referee", 0.85) and (
            self.to_referee or self.has("to-referee") or self.has("tells-referee", 0.93)
        ):
            return [self.found(events.Told(at=at, who=to), "tells-referee")]
        if self.to_referee:
            long = sum(len(statement.said.tokens) for statement in self.scene.said) > _LONG
            event = (
                events.Briefed(at=at, who=to) if long and self.scene.letter.attachments else events.Told(at=at, who=to)
            )
            return [self.found(event, "tells-referee")]
        return []

    # -- to employers ----------------------------------------------------------------------------------

    def employer(self) -> Iterator[Found]:
        """Yield what it does towards an employer."""
        at, to = self.scene.at, self.to
        for means, least, event in (
            ("withdrew", 0.85, events.Withdrew(at=at)),
            ("accepted", 0.85, events.Accepted(at=at)),
            ("asked-why", 0.85, events.AskedWhy(at=at, who=to)),
        ):
            if self.has(means, least):
                yield self.found(event, means)
                return
        handed_in = list(self._handed_in())
        if self.has("applied", 0.85) and not self.scene.letter.in_reply_to:
            yield self.found(events.Applied(at=at), "applied")
        elif handed_in:
            yield from handed_in
        elif self.scene.hiring >= _PLAINLY or self.scene.strong.keys() & {"thanked", "check-in", "reschedule"}:
            yield self._word()

    def _handed_in(self) -> Iterator[Found]:
        at = self.scene.at
        if self.has("names-referees"):
            yield self.found(events.Submitted(at=at, who=("references",)), "names-referees")
            referees = self._referees_named()
            if referees:
                yield self.found(events.Named(at=at, who=referees), "names-referees")
        for means in self.scene.strong:
            item = means.removeprefix(_SUBMITTED)
            if means.startswith(_SUBMITTED) and self.has(means) and item != "references":
                yield self.found(events.Submitted(at=at, who=(item,)), means)

    def _referees_named(self) -> tuple[str, ...]:
        """Return the addresses in the text: neither the candidate's nor the recipients'."""
        known = {*self.scene.me, *self.to}
        found = (match[0].lower().rstrip(".") for match in _ADDRESS.finditer(self.scene.reply))
        return tuple(dict.fromkeys(address for address in found if address not in known))

    def _word(self) -> Found:
        """Return thanks, or a plain word with its purpose."""
        at, to = self.scene.at, self.to
        check_in, thanks = self.scene.strong.get("check-in", 0.0), self.scene.strong.get("thanked", 0.0)
        if self.has("reschedule", 0.85):
            return self.found(events.Wrote(at=at, who=to, purpose="reschedule"), "reschedule")
        if self.has("offer-elsewhere") or self.has("late"):
            means = "offer-elsewhere" if self.has("offer-elsewhere") else "late"
            return self.found(events.Wrote(at=at, who=to, purpose="other"), means)
        if check_in >= 0.85 and check_in >= thanks:
            return self.found(events.Wrote(at=at, who=to, purpose="check-in"), "check-in")
        if thanks >= 0.8 and not (self.scene.letter.in_reply_to and self.has("answers-time")):
            return self.found(events.Thanked(at=at, who=to), "thanked")
        if self.scene.letter.in_reply_to or self.scene.quoted or self.has("answers", 0.5):
            return self.found(events.Wrote(at=at, who=to, purpose="reply"), "answers")
        return self.found(events.Wrote(at=at, who=to, purpose="other"), "answers")
