"""What a sync did, in figures and in one line."""

from __future__ import annotations

from dataclasses import dataclass, field

from sincerely.app.processes.exits import Deed


@dataclass
class Synced:
    """What a sync did.

    Attributes:
        read: messages looked at.
        new: messages that had not been read before.
        events: events that are new.
        unsure: of these, how many are questions.
        seconds: how long it took.
        notes: what was wrong or left out, one line each.
        failed: sources that could not be read at all.
        refused: whether a file or folder inside one that was read could not be opened.
        closed: the closing of processes that had long been silent.
        asked: how many mails may be about a job: of these the person is asked.
        passed: how many more looked like hiring and began nothing.
    """

    read: int = 0
    new: int = 0
    events: int = 0
    unsure: int = 0
    seconds: float = 0.0
    notes: list[str] = field(default_factory=list)
    failed: int = 0
    refused: bool = False
    closed: Deed | None = None
    asked: int = 0
    passed: int = 0

    @property
    def summary(self) -> str:
        """One line for people."""
        unsure = f", {self.unsure} to settle" if self.unsure else ""
        line = f"{self.new:,} new of {self.read:,} messages, {self.events} new events{unsure}, in {self.seconds:.1f} s."
        if self.asked:
            line += f' {self.asked} may be about a job: "sincerely questions" asks.'
        if self.passed:
            line += f" {self.passed} looked like hiring and began nothing."
        return f'{line} Also {self.closed.label}; "sincerely undo" takes that back.' if self.closed else line
