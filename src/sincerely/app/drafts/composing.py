"""A draft under the person's hands: what they typed so far, what the gate says of it, what its sentences stand on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from email.utils import parseaddr
from typing import Any

from sincerely.app.drafts.draft_grounds import gathered
from sincerely.app.drafts.drafting import Background
from sincerely.app.drafts.editing import BETWEEN, Edited, save
from sincerely.app.drafts.kept import Clock, draft_named, live, process_of, went_out
from sincerely.app.drafts.mending import Mend, mends
from sincerely.app.drafts.regrounding import Baseless, reground
from sincerely.app.drafts.sheets import Merged, Sheet, Typed, keep, load, merge
from sincerely.app.models.tone_model import load_tone
from sincerely.app.outgoing.approving import from_line, usual_sender
from sincerely.app.outgoing.message import outgoing_of
from sincerely.app.outgoing.reviewing import Beside, Review, names_of, others_of, review_beside, stood_on
from sincerely.app.processes.papers import Lines
from sincerely.app.today.policies import policy_of
from sincerely.core.events import Debriefed
from sincerely.core.outbound import LIVE, CannotStep, Dispatch, State, Text, Written
from sincerely.core.people import is_address
from sincerely.core.policy import Policy
from sincerely.core.process import Process
from sincerely.gate.review import Options
from sincerely.store.base import Store
from sincerely.writing.facts.languages import UNWRITTEN, language_of
from sincerely.writing.german.nouns import nouns_in
from sincerely.writing.saying.noted import kept_back, unsaid

FIELDS = ("to", "cc", "subject", "body")


class NoAddress(ValueError):
    """Something in To or Cc is no address; the message says what, and how to write one."""


@dataclass(frozen=True)
class Desk:
    """A draft as it lies on the desk.

    Attributes:
        written: its latest version.
        process: the process that it belongs to.
        fields: what the editor says, whether kept as a version or not.
        sender: who it will be from.
        changed: whether the fields say something else than the version.
        saved_at: when they were last saved; None where nothing was typed.
        message: the message that it has become, unless that was withdrawn or is over.
        sent: whether it went out.
    """

    written: Written
    process: Process
    fields: Mapping[str, str]
    sender: str
    changed: bool
    saved_at: datetime | None
    message: Dispatch | None
    sent: bool

    @property
    def text(self) -> Text:
        """What would go out if it went out now."""
        return text_of(self.fields, self.written.text)

    @property
    def open(self) -> bool:
        """Whether it may be changed: nothing is approved of it, and nothing went out."""
        return not self.sent and (self.message is None or self.message.state is State.DRAFT)


@dataclass(frozen=True)
class Looked:
    """What is to be said of a draft.

    Attributes:
        review: what the gate says.
        sentences: every sentence and what it stands on, as JSON.
        baseless: those that stand on nothing.
        mends: what one press mends, in the order of the gate's findings; None where there is no such thing.
        kept_back: what the person noted for this mail and it leaves out because it is private.
        unsaid: what they noted for it and no sentence could be made of.
        their_language: what they write in, where no drafts are written in it and this one is in English.
    """

    review: Review
    sentences: tuple[Mapping[str, Any], ...]
    baseless: tuple[Baseless, ...]
    mends: tuple[Mend | None, ...]
    kept_back: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()
    their_language: str = ""


def sheet_name(written: Written) -> str:
    """Return the name of a draft's sheet."""
    return f"draft:{written.name}"


def desk(store: Store, name: str) -> Desk:
    """Return a draft with what was typed so far.

    Raises:
        NothingThere: there is no such draft, or its process is gone.
    """
    written = draft_named(store, name)
    process = process_of(store, written.process)
    sheet, fields = _typed_into(store, written)
    sent = went_out(store, written)
    message = sent or live(store, written)
    sender = message.sender if message is not None and message.sender else usual_sender(store, signed(store))
    changed = text_of(fields, written.text).digest != written.text.digest
    return Desk(written, process, fields, sender, changed, sheet.at, message, sent is not None)


def _typed_into(store: Store, written: Written) -> tuple[Sheet, dict[str, str]]:
    """Return a draft's sheet, and what the editor's fields say with it."""
    sheet = load(store, sheet_name(written))
    return sheet, {**fields_of(written.text), **sheet.fields}


def signed(store: Store) -> str:
    """Return how the person signs; empty where that is not known."""
    from sincerely.app.drafts.style import style_of

    return style_of(store).as_style("").name


def fields_of(text: Text) -> dict[str, str]:
    """Return a text as the editor's fields."""
    return {"to": ", ".join(text.to), "cc": ", ".join(text.cc), "subject": text.subject, "body": text.body}


def text_of(fields: Mapping[str, str], before: Text) -> Text:
    """Return what the editor's fields say; what they don't show stays as it was."""
    body = fields["body"].replace("\r\n", "\n")
    subject = " ".join(fields["subject"].split())
    return replace(
        before,
        to=_people(fields["to"]),
        cc=_people(fields["cc"]),
        subject=before.subject if subject == " ".join(before.subject.split()) else subject,
        body=before.body if body.rstrip() == before.body.rstrip() else body.rstrip(),
    )


def _people(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in BETWEEN.split(" ".join(value.split())) if part.strip())


def look(store: Store, found: Desk, clock: Clock) -> Looked:
    """Let the gate read what the editor says now, and look for what each sentence stands on."""
    load_tone()
    process, now = found.process, clock(found.process.header.tz)
    background = gathered(store, process, now).background
    text = found.text
    lines = Lines(background.cv, background.posting)
    told = (names_of(found.written), background.said_by_mail, background.unread)
    beside = Beside(others_of(store, process, now), lines, stood_on(found.written), *told)
    message = outgoing_of(text, found.sender)
    overruled = {o.code for o in found.message.overruled if o.digest == text.digest} if found.message else set()
    review = review_beside(message, process, now, beside, policy=policy_of(store), overruled=overruled)
    sentences, baseless = _grounds(found, text, background, now)
    mended = mends(review.verdict.findings, message, found.fields)
    notes, language = _notes(found.written, process), found.written.language
    private = tuple(dict.fromkeys(part for note in notes for part in kept_back(note)))
    known = nouns_in(line.text for line in (*background.cv, *background.posting, *background.mail))
    left = tuple(dict.fromkeys(part for note in notes for part in unsaid(note, language, known)))
    theirs = _their_language(found, background) if language == "en" else ""
    return Looked(review, sentences, baseless, mended, private, left, theirs)


def _their_language(found: Desk, background: Background) -> str:
    """Return what they write in, where no drafts are written in it; empty where they are."""
    to = found.written.text.to[0] if found.written.text.to else ""
    quotes = " ".join(event.quote for event in found.process.told if event.quote)
    texts = (background.thread(to, "").text, quotes)
    return UNWRITTEN.get(next((name for text in texts if (name := language_of(text))), ""), "")


def _notes(written: Written, process: Process) -> list[Debriefed]:
    """Return what was noted of whom a thank-you is for, or of everybody."""
    if written.purpose != "thank-you":
        return []
    people = {written.who, *written.text.to}
    return [note for note in process.all(Debriefed) if not note.who or people & set(note.who)]


def _grounds(
    found: Desk, text: Text, background: Background, now: datetime
) -> tuple[tuple[Mapping[str, Any], ...], tuple[Baseless, ...]]:
    if not found.changed:
        return found.written.sentences, ()
    return reground(text, found.written, found.process, background, now)


def type_in(store: Store, name: str, typed: Typed, now: datetime) -> Merged:
    """Save what one window has typed; what another has changed too stays as it is, and both texts come back.

    Raises:
        NothingThere: there is no such draft.
        CannotStep: it is approved, being sent, or was sent.
    """
    with store.transaction():
        written = check_open(store, name)
        sheet, before = _typed_into(store, written)
        ours = {field: text for field, text in typed.fields.items() if field in FIELDS}
        merged = merge(before, sheet.by, replace(typed, fields=ours))
        if merged.fields != before:
            keep(store, sheet_name(written), Sheet(merged.fields, merged.by, sheet.about, now))
    return merged


def check_open(store: Store, name: str) -> Written:
    """Return a draft's latest version, if it may be changed.

    Raises:
        NothingThere: there is no such draft.
        CannotStep: it is approved, being sent, or was sent.
    """
    written = draft_named(store, name)
    message = went_out(store, written) or live(store, written)
    if message is not None and message.state in {*LIVE, State.SENT} and message.state is not State.DRAFT:
        raise CannotStep(f"{written.name}: {_WHY.get(message.state, 'it is on its way')}")
    return written


_WHY = {
    State.APPROVED: "this text is approved; withdraw it first, then change it",
    State.SENT: "this was sent; what you changed is kept in this browser",
}


def set_field(store: Store, name: str, mend: Mend, now: datetime) -> None:
    """Put a mend into a draft; what it said before is kept as a version, so that it can be had back.

    Raises:
        NothingThere: there is no such draft.
        CannotStep: it is approved, being sent, or was sent.
    """
    with store.transaction():
        keep_version(store, name, now)
        written = check_open(store, name)
        fields = {**fields_of(written.text), mend.field: mend.text}
        keep(store, sheet_name(written), Sheet(fields, {}, {}, now))


def keep_version(store: Store, name: str, now: datetime) -> Edited | None:
    """Keep what was typed as the draft's next version; None where that says nothing new.

    Raises:
        NothingThere: there is no such draft.
        CannotStep: it is approved, being sent, or was sent.
    """
    with store.transaction():
        written = check_open(store, name)
        _, fields = _typed_into(store, written)
        text = text_of(fields, written.text)
        keep(store, sheet_name(written), Sheet())
        return None if text.digest == written.text.digest else save(store, written, text, now)


def check_addresses(found: Desk) -> None:
    """See that everybody whom it goes to has an address.

    Raises:
        NoAddress: one has none, or nobody is named.
    """
    if not found.text.to:
        raise NoAddress("Nobody is named whom it goes to; write an address into To.")
    for each in (*found.text.to, *found.text.cc):
        if not is_address(parseaddr(each)[1]):
            raise NoAddress(f"“{each}” is no address; write it as name@place.example, with commas between several.")


def restore(store: Store, name: str, version: int, now: datetime) -> Written:
    """Make an earlier version the latest again; what was typed meanwhile is kept as a version too.

    Raises:
        NothingThere: there is no such version.
        CannotStep: the draft is approved, being sent, or was sent.
    """
    with store.transaction():
        old = draft_named(store, name, version)
        keep_version(store, name, now)
        return save(store, old, old.text, now).kept.written


def senders(store: Store) -> tuple[str, ...]:
    """Return whom a mail of the person's can be from, ``Name <address>``: first those that can be sent from here."""
    able = [account.address for account in store.accounts() if account.may_send]
    known = [*(store.setting("me") or ()), *(account.address for account in store.accounts())]
    name = signed(store)
    return tuple(from_line(name, address) for address in dict.fromkeys(a.lower() for a in (*able, *known)))


def address_of(sender: str) -> str:
    """Return the address of ``Name <address>``."""
    return parseaddr(sender)[1]


def may_overrule(policy: Policy) -> bool:
    """Whether the person may overrule a check that stops."""
    return bool(policy.of("GATE", Options).overrule_stop)
