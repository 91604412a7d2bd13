"""Approve a draft: the gate judges that very text under the candidate's lock, and what it says is kept with it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from email.utils import parseaddr
from email.utils import quote as escaped
from types import MappingProxyType

from sincerely.app.drafts.draft_grounds import gathered
from sincerely.app.drafts.kept import Clock, draft_named, live, process_of, standing_of, take, went_out, why_over
from sincerely.app.models.tone_model import load_tone
from sincerely.app.outgoing.message import outgoing_of
from sincerely.app.outgoing.reviewing import Beside, Review, names_of, others_of, review_beside, stood_on
from sincerely.app.processes.exits import NothingThere
from sincerely.app.processes.papers import Lines
from sincerely.app.today.policies import load_policy, policy_of
from sincerely.core.outbound import CannotStep, Dispatch, State, Step, Written
from sincerely.core.process import Process
from sincerely.core.standing import Holds
from sincerely.gate.approval import Refused, approve
from sincerely.gate.review import Options
from sincerely.gate.verdict import Finding
from sincerely.store.base import Store

# RFC 2606: belongs to nobody.
_NO_DOMAIN = "sincerely.invalid"


@dataclass(frozen=True)
class Wish:
    """What the person says.

    Attributes:
        version: the version that they have read; None takes the latest.
        reasons: why, by the code of each check that they overrule.
        sender: their own address, where it is not known or not the usual one.
        profile: the policy; "" for the one that the person chose.
        undo: how long they may still change their mind before it goes out.
    """

    version: int | None = None
    reasons: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    sender: str = ""
    profile: str = ""
    undo: timedelta = timedelta(0)


@dataclass(frozen=True)
class Answer:
    """What came of it.

    Attributes:
        message: the message; approved, or not.
        written: the draft.
        process: the process that it belongs to.
        in_the_way: what the gate has against it.
        forbidden: codes that the person named and that the profile lets nobody overrule.
        strict: the profile lets nobody overrule any check that stops.
        already: it had been approved before.
        review: what the gate said.
    """

    message: Dispatch
    written: Written
    process: Process
    in_the_way: tuple[Finding, ...] = ()
    forbidden: tuple[str, ...] = ()
    strict: bool = False
    already: bool = False
    review: Review | None = None

    @property
    def approved(self) -> bool:
        """Whether it may go out, now or from its day on."""
        return self.message.state is State.APPROVED


def approve_draft(store: Store, name: str, wish: Wish, clock: Clock) -> Answer:
    """Approve a draft's latest version, or say what is in the way.

    Args:
        store: the candidate's store.
        name: the draft's.
        wish: what the person says.
        clock: gives the instant, on a zone's clock.

    Raises:
        NothingThere: there is no such draft, or nobody to send it to.
        NothingToOverrule: a check is named that has found nothing.
        CannotStep: it was sent, or is being sent.
    """
    written = draft_named(store, name)
    return approve_text(store, written, wish, clock, lambda: _latest(store, name, wish))


def approve_text(store: Store, written: Written, wish: Wish, clock: Clock, latest: Callable[[], Written]) -> Answer:
    """Approve what is written, or say what is in the way.

    Args:
        store: the candidate's store.
        written: the draft, or a mail that was written elsewhere, which has no number.
        wish: what the person says.
        clock: gives the instant, on a zone's clock.
        latest: returns what is to be approved, under the candidate's lock.

    Raises:
        NothingToOverrule: a check is named that has found nothing.
        CannotStep: it was sent, or is being sent.
    """
    load_tone()  # not while others wait
    wish = replace(wish, profile=policy_of(store, wish.profile).name)
    process = process_of(store, written.process)
    now = clock(process.header.tz)
    background = gathered(store, process, now).background
    sender = wish.sender or usual_sender(store, background.style.name)
    with store.transaction():
        written = latest()
        process = process_of(store, written.process)
        check_unsent(store, written)
        found = _before(store, written, wish, process, now)
        if found is not None and found.state is State.APPROVED:
            return Answer(found, written, process, already=True)
        message = found or _message(written, process, sender, wish.profile)
        lines = Lines(background.cv, background.posting)
        known = (stood_on(written), names_of(written), background.said_by_mail, background.unread)
        beside = Beside(others_of(store, process, now), lines, *known)
        review = judge(message, process, now, wish.reasons, beside)
        seen = store.last_event(process.header.id)
        result = approve(message, review.verdict, wish.reasons, now, seen, wish.undo)
        if isinstance(result, Refused):
            kept = _put(store, message, result.message) if result.message.overruled else result.message
            strict = not load_policy(wish.profile).for_process(process.header.id).of("GATE", Options).overrule_stop
            return Answer(kept, written, process, result.findings, result.forbidden, strict=strict, review=review)
        return Answer(_put(store, message, result), written, process, review=review)


def judge(message: Dispatch, process: Process, now: datetime, reasons: Mapping[str, str], beside: Beside) -> Review:
    """Ask the gate about a message's very text, with what is overruled of it."""
    codes = {*reasons, *(each.code for each in message.overruled if each.digest == message.digest)}
    return review_beside(
        outgoing_of(message.text, message.sender),
        process,
        now,
        beside,
        policy=load_policy(message.profile),
        overruled=codes,
    )


def _latest(store: Store, name: str, wish: Wish) -> Written:
    written = draft_named(store, name)
    if wish.version is not None and draft_named(store, name, wish.version) != written:
        raise NothingThere(f"{written.name} has a newer version, {written.version}: read it, then approve that one")
    if not written.text.to:
        raise NothingThere(
            f'{written.name}: nobody is named whom it goes to; "sincerely draft {written.name} --edit" adds To:'
        )
    return written


def check_unsent(store: Store, written: Written) -> None:
    """See that a text was not sent before.

    Raises:
        CannotStep: it was.
    """
    sent = went_out(store, written)
    if sent is not None:
        what = written.name if written.draft else "this text"
        raise CannotStep(f"{what} was sent already, as {sent.name}; a draft for the next time has another name")


def _before(store: Store, written: Written, wish: Wish, process: Process, now: datetime) -> Dispatch | None:
    """Return the message that the draft has already: one to go on with, or one whose approval stands as it is.

    An approval that is over, or that is to be given anew, is ended; what was overruled of the same text under an
    approval that still stands is taken along.
    """
    found = live(store, written)
    if found is None:
        return None
    same = wish.profile == found.profile and wish.sender in {"", found.sender}
    if found.state is State.DRAFT and same:
        return found
    if found.state not in {State.DRAFT, State.APPROVED}:
        return found.after(Step.APPROVE, now)  # which says that this can't be
    standing = standing_of(store, found, now)
    if standing.holds in {Holds.NOW, Holds.EARLY} and same and not wish.reasons:
        return found
    why = why_over(standing, found, process) if standing.over else "It was approved anew."
    take(store, found, found.after(Step.VOID, now, why=why))
    kept = found.overruled if standing.holds in {Holds.NOW, Holds.EARLY} else ()
    sender = wish.sender or found.sender
    return replace(_message(written, process, sender, wish.profile), overruled=kept) if kept else None


def _message(written: Written, process: Process, sender: str, profile: str) -> Dispatch:
    domain = parseaddr(sender)[1].rpartition("@")[2] or _NO_DOMAIN
    return Dispatch(
        process=process.header.id,
        draft=written.draft or None,
        version=written.version if written.draft else None,
        purpose=written.purpose,
        who=written.who,
        text=written.text,
        digest=written.text.digest,
        sender=sender,
        message_id=f"<{secrets.token_hex(12)}@{domain}>",
        profile=profile,
        changed_at=written.made_at,
    )


def _put(store: Store, old: Dispatch, new: Dispatch) -> Dispatch:
    if new == old and old.number:
        return old
    return take(store, old, new) if old.number else store.add_outgoing(new)


def usual_sender(store: Store, name: str) -> str:
    """Return who the person's mail is from: their name and first known address; empty where none is known."""
    known = store.setting("me") or ()
    return from_line(name, known[0]) if known else ""


def from_line(name: str, address: str) -> str:
    """Return who a mail is from, as its header says it."""
    return f"{_quoted(name)} <{address}>".strip()


def _quoted(name: str) -> str:
    return f'"{escaped(name)}"' if set(name) & set('()<>@,:;".[]\\') else name
