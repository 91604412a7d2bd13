"""A mail on its way out: what it says, and how it gets from a draft to having been sent.

Which step may follow which is one table, `STEPS`; a step that is not in it changes nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from typing import Any, Literal

# An approval is for a time: so long after it the person is asked again.
APPROVED_FOR = timedelta(hours=24)
# So long the person may still change their mind about what is to go out at once.
UNDO_FOR = timedelta(seconds=30)


@dataclass(frozen=True, kw_only=True)
class Text:
    """What goes out, word for word.

    Attributes:
        to, cc: who gets it, each as ``Name <address>`` or a bare address.
        subject: its subject.
        body: the whole text, greeting and sign-off included.
        in_reply_to: the Message-ID that it answers.
        references: the thread's Message-IDs, oldest first.
        attach: what the person must attach, in words.
    """

    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    subject: str = ""
    body: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    attach: tuple[str, ...] = ()

    @cached_property
    def digest(self) -> str:
        """SHA-256 of every part of it, hexadecimal: an approval is for this and nothing else."""
        parts = {
            "to": self.to,
            "cc": self.cc,
            "subject": self.subject,
            "body": self.body,
            "in_reply_to": self.in_reply_to,
            "references": self.references,
            "attach": self.attach,
        }
        return sha256(json.dumps(parts, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Written:
    """One version of a draft. Versions are only ever added.

    Attributes:
        draft: the draft's number; 0 before it is stored.
        version: counts from 1.
        process: the process that it belongs to.
        code: the finding that it settles, or the kind of mail as it was asked for.
        purpose: the kind of mail, such as ``thank-you``.
        who: whom it is to or about, or the item handed in.
        text: what it says.
        sentences: every sentence and what it stands on, as JSON.
        language: ``en``, ``de`` or ``fr``.
        made_at: when.
        made_by: written by Sincerely, edited by the person, or proposed by a program that they let in.
    """

    draft: int = 0
    version: int = 1
    process: str
    code: str
    purpose: str
    who: str
    text: Text
    sentences: tuple[Mapping[str, Any], ...] = ()
    language: str = "en"
    made_at: datetime
    made_by: Literal["generated", "edited", "proposed"] = "generated"

    @property
    def name(self) -> str:
        """What people call the draft, such as ``d3``."""
        return f"d{self.draft}"


class State(StrEnum):
    """Where a message stands."""

    DRAFT = "draft"
    APPROVED = "approved"
    CLAIMED = "claimed"
    SENT = "sent"
    UNKNOWN = "unknown"
    WITHDRAWN = "withdrawn"
    VOID = "void"


# Of one draft there is at most one message in these states: nothing goes out twice.
LIVE = (State.DRAFT, State.APPROVED, State.CLAIMED, State.UNKNOWN)


class Step(StrEnum):
    """What may be done with a message."""

    OVERRULE = "overrule"
    APPROVE = "approve"
    HOLD = "hold"
    WITHDRAW = "withdraw"
    VOID = "void"
    CLAIM = "claim"
    SEND = "send"
    LOSE = "lose"
    RETRY = "retry"


STEPS: Mapping[tuple[State, Step], State] = {
    (State.DRAFT, Step.OVERRULE): State.DRAFT,
    (State.DRAFT, Step.APPROVE): State.APPROVED,
    (State.DRAFT, Step.WITHDRAW): State.WITHDRAWN,
    (State.DRAFT, Step.VOID): State.VOID,
    (State.APPROVED, Step.HOLD): State.APPROVED,
    (State.APPROVED, Step.WITHDRAW): State.WITHDRAWN,
    (State.APPROVED, Step.VOID): State.VOID,
    (State.APPROVED, Step.CLAIM): State.CLAIMED,
    # The person has sent it by hand, and says so.
    (State.APPROVED, Step.SEND): State.SENT,
    (State.VOID, Step.SEND): State.SENT,
    (State.WITHDRAWN, Step.SEND): State.SENT,
    (State.CLAIMED, Step.SEND): State.SENT,
    (State.CLAIMED, Step.LOSE): State.UNKNOWN,
    (State.CLAIMED, Step.RETRY): State.APPROVED,
    # The server said a clear no.
    (State.CLAIMED, Step.VOID): State.VOID,
    (State.UNKNOWN, Step.SEND): State.SENT,
    # The person gives it up, or wants to approve it anew.
    (State.UNKNOWN, Step.WITHDRAW): State.WITHDRAWN,
    (State.UNKNOWN, Step.VOID): State.VOID,
}


class CannotStep(ValueError):
    """This can't be done with a message that stands where it does; the message says where."""


@dataclass(frozen=True)
class Overruled:
    """A check that the person overruled, for one text.

    Attributes:
        code: such as ``OUT001``.
        reason: in their words.
        digest: of the text that it is for.
        at: when.
    """

    code: str
    reason: str
    digest: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Dispatch:
    """One message between draft and sent. Its text, digest, sender and Message-ID never change.

    Attributes:
        number: its number; 0 before it is stored.
        process: the process that it belongs to.
        draft, version: which version of which draft it is; None where it was written elsewhere.
        purpose, who: as the draft has them.
        text: what is approved, and the ``digest`` that was taken of it.
        sender: who it is from, ``Name <address>``; empty where that is not known.
        message_id: in angle brackets.
        state: where it stands.
        profile: the policy that it was approved under.
        not_before: from when it may go out.
        approved_at: when the person approved it.
        seen: the newest event of the process that was known then, see `Store.events_since`.
        overruled: checks that the person overruled.
        advised: checks that advised against something and were passed by.
        why: why it is held, or why the approval ended, in words.
        events: ids of the events that record it as sent.
        changed_at: when it last took a step.
    """

    number: int = 0
    process: str
    draft: int | None = None
    version: int | None = None
    purpose: str = ""
    who: str = ""
    text: Text
    digest: str
    sender: str = ""
    message_id: str
    state: State = State.DRAFT
    profile: str = "default"
    not_before: datetime | None = None
    approved_at: datetime | None = None
    seen: int = 0
    overruled: tuple[Overruled, ...] = ()
    advised: tuple[str, ...] = ()
    why: str = ""
    events: tuple[str, ...] = ()
    changed_at: datetime

    @property
    def name(self) -> str:
        """What people call it, such as ``o3``."""
        return f"o{self.number}"

    @property
    def lapses(self) -> datetime | None:
        """From when on the approval no longer holds."""
        return None if self.not_before is None else self.not_before + APPROVED_FOR

    def after(self, step: Step, at: datetime, **changes: Any) -> Dispatch:
        """Return the message after a step.

        Raises:
            CannotStep: no such step leads on from where it stands.
        """
        state = STEPS.get((self.state, step))
        if state is None:
            raise CannotStep(f"{self.name}: {_WHERE[self.state]}; nothing was changed")
        return replace(self, state=state, changed_at=at, **changes)


_WHERE = {
    State.DRAFT: "this is not approved yet",
    State.APPROVED: "this is approved already",
    State.CLAIMED: "this is being sent just now",
    State.SENT: "this was sent already",
    State.UNKNOWN: "nobody knows whether this went out",
    State.WITHDRAWN: "this was withdrawn",
    State.VOID: "its approval no longer holds",
}
_NAME = re.compile(r"([a-z]?)(\d{1,9})", re.IGNORECASE)


def number_in(name: str, letter: Literal["d", "o"]) -> int | None:
    """Return the number of a draft (``d``) or a message (``o``) from its name; None where it is none."""
    found = _NAME.fullmatch(name.strip())
    return int(found[2]) if found is not None and found[1].lower() in {"", letter} else None
