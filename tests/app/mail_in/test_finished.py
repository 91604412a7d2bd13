"""What the person sent from their own program, begun as a draft here: told by its words, and counted once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from types import MappingProxyType

import pytest
from tests.app.contract_approval import NOW, STORY, WRITTEN
from tests.store.judges import changes, judge

from sincerely.app.drafts.kept import draft_named, went_out
from sincerely.app.mail_in.finished import WHY, Beginnings, likeness, words_of
from sincerely.app.mail_in.found_sent import OwnCopies, settle
from sincerely.app.outgoing.approving import Wish, approve_draft
from sincerely.app.outgoing.claiming import claim_message
from sincerely.app.outgoing.sent_by_hand import told_sent
from sincerely.core.events import Event, Submitted, Thanked, Wrote
from sincerely.core.handed import Handed, Place
from sincerely.core.outbound import CannotStep, State, Written
from sincerely.reading.letters.letter import Letter
from sincerely.reading.letters.mime import parse
from sincerely.store.base import Change
from sincerely.store.opening import open_store, sqlite_url
from sincerely.store.sql_store import SqlStore

HOUR = timedelta(hours=1)
DRAFT = """Dear Dana,

thank you for taking the time to meet me on Wednesday. I enjoyed hearing how the team moved its reports to the new
warehouse, and the migration story stayed with me.

You are looking for somebody who has done that before: I ran two such migrations at Hartwell, the second without a
day of downtime, and I would be glad to do a third with you.

I look forward to hearing from you.

Kind regards,
Robin
"""
UNCHANGED = DRAFT + "\n-- \nRobin Ashdown\n+1 555 0100\n"
TOUCHED = DRAFT.replace("Dear Dana", "Hi Dana").replace(
    "I look forward to hearing from you.", "Let me know if there's anything else you need from me."
)
HALF = """Hi Dana,

thank you for taking the time to meet me on Wednesday. I enjoyed hearing how the team moved its reports to the new
warehouse, and it was a pleasure to meet Lee too.

You are looking for somebody who has done that before: I ran two such migrations at Hartwell, and Bob Aske, who led
the second one, would tell you about it any time.

Kind regards,
Robin
"""
OTHERS = (
    "Dear Dana,\n\nTuesday at ten suits me well. Shall I bring anything?\n\nKind regards,\nRobin\n",
    (
        "Dear Dana,\n\nthank you for the invitation. I look forward to meeting you on Wednesday at two.\n\n"
        "Kind regards,\nRobin\n"
    ),
    (
        "Dear Dana,\n\nI would like to ask whether you have decided on the position of Data analyst. I am still very much "
        "interested, and would be glad to hear from you.\n\nKind regards,\nRobin\n"
    ),
)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        (DRAFT, 1, 1),
        (UNCHANGED, 0.9, 1),
        (TOUCHED, 0.75, 1),
        (HALF, 0.5, 0.75),
        *((text, 0, 0.25) for text in OTHERS),
        ("", 0, 0),
        ("word", 0, 0),
    ],
)
def test_likeness(text: str, least: float, most: float) -> None:
    """The figures that the borders were drawn by."""
    share = likeness(words_of(DRAFT), words_of(text))
    assert least <= share <= most
    assert share == likeness(words_of(text), words_of(DRAFT))


@pytest.mark.slow
def test_a_mail_of_any_length_is_compared_quickly() -> None:
    assert len(words_of("word " * 1_000_000)) == 3000


TEXT = replace(WRITTEN.text, body=DRAFT)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    store = open_store(sqlite_url(tmp_path / "store.sqlite"), "home", "robin", judge)
    store.add(changes(STORY), NOW)
    store.add_version(replace(WRITTEN, text=TEXT))
    yield store
    store.close()


def letter(
    body: str = TOUCHED, headers: Mapping[str, str] = MappingProxyType({}), *, at: datetime = NOW + HOUR
) -> Letter:
    mail = EmailMessage(policy=SMTP)
    told = {"To": ", ".join(TEXT.to), "Subject": f"Re: {TEXT.subject}", "Message-ID": "<own-1@mail.example>", **headers}
    mail["From"] = "Robin <robin@mail.example>"
    mail["Date"] = format_datetime(at)
    for name, value in told.items():
        mail[name] = value
    mail.set_content(body)
    return parse(bytes(mail))


def read(store: SqlStore, *letters: Letter, events: tuple[Event, ...] = ()) -> list[Event]:
    """Let a sync read sent mails, of which it makes these events; return what it keeps of them."""
    copies = OwnCopies(store)
    for each in letters:
        copies.named(each, sent=True)
    with store.transaction():
        kept = settle(store, {"acme": list(events)} if events else {}, NOW + 2 * HOUR, copies)
        process = store.process("acme")
        assert process is not None
        store.add([Change(process.header, kept.get("acme", []))], NOW + 2 * HOUR)
    return kept.get("acme", [])


def thanks(store: SqlStore) -> list[Event]:
    process = store.process("acme")
    assert process is not None
    return [event for event in process.events if event.verb == "thanked"]


@pytest.mark.parametrize("body", [DRAFT, UNCHANGED, TOUCHED, HALF])
def test_it_is_recorded_as_what_it_was_begun_as(store: SqlStore, body: str) -> None:
    """What the reading made of it gives way, and it can't be approved any more."""
    source = "<own-1@mail.example>"
    wrote = Wrote(at=NOW + HOUR, who=("dana@acme.example",), source=source, purpose="reply")
    seen = Thanked(at=NOW + HOUR, who=("dana@acme.example",), source=source, confidence=0.6)
    assert read(store, letter(body), events=(wrote, seen)) == []
    [event] = thanks(store)
    assert (event.source, event.at, event.confidence) == (source, NOW + HOUR, 1.0)
    [sent] = store.outgoings()
    assert (sent.state, sent.draft, sent.why) == (State.SENT, 1, WHY)
    assert sent.text.body.strip() == body.partition("-- ")[0].strip()
    with pytest.raises(CannotStep, match="d1 was sent already, as o1"):
        approve_draft(store, "d1", Wish(), lambda _: NOW + 2 * HOUR)
    read(store, letter(body), events=(seen,))
    assert (len(thanks(store)), len(store.outgoings())) == (1, 1)


def test_what_else_was_read_of_it_stays(store: SqlStore) -> None:
    more = Submitted(at=NOW + HOUR, who=("writing-sample",), source="<own-1@mail.example>")
    assert read(store, letter(), events=(more,)) == [more]


def test_an_approval_ends_and_nothing_is_sent_twice(store: SqlStore) -> None:
    approve_draft(store, "d1", Wish(sender="robin@mail.example"), lambda _: NOW)
    read(store, letter())
    new, old = store.outgoings()
    assert (new.state, old.state, old.why) == (State.SENT, State.VOID, WHY)
    with pytest.raises(CannotStep):
        claim_message(store, "o1", NOW + 2 * HOUR)
    told = told_sent(store, "o1", lambda _: NOW + 2 * HOUR, NOW + 2 * HOUR, anyway=True)
    assert told.why == "It is recorded already, as o2."
    assert len(thanks(store)) == 1


def test_what_is_being_sent_is_left_alone(store: SqlStore) -> None:
    approve_draft(store, "d1", Wish(sender="robin@mail.example"), lambda _: NOW)
    claim_message(store, "o1", NOW)
    read(store, letter())
    assert [each.state for each in store.outgoings()] == [State.CLAIMED]


@pytest.mark.parametrize(
    "other",
    [
        letter(OTHERS[0]),
        letter(at=NOW - 2 * HOUR),
        letter(headers={"To": "lee@acme.example"}),
        letter(HALF, {"Subject": "Something else"}),
        letter(headers={"To": "", "Subject": ""}),
    ],
    ids=["other words", "older", "to somebody else", "half of it in another thread", "to nobody"],
)
def test_another_mail_is_another_mail(store: SqlStore, other: Letter) -> None:
    assert read(store, other) == []
    assert (thanks(store), store.outgoings()) == ([], [])


def test_nearly_all_of_its_words_do_without_the_thread(store: SqlStore) -> None:
    read(store, letter(TOUCHED, {"Subject": "Something else"}))
    assert len(thanks(store)) == 1


def test_in_its_thread_half_of_the_words_do(store: SqlStore) -> None:
    answering = replace(TEXT, in_reply_to="<inv-1@acme.example>", references=("<inv-0@acme.example>",))
    store.add_version(replace(WRITTEN, draft=1, text=answering))
    assert Beginnings(store).of(letter(HALF)) is not None  # version 1 had none, and its subject
    found = Beginnings(store).of(letter(HALF, {"Subject": "Hi", "In-Reply-To": "<inv-1@acme.example>"}))
    assert found is not None
    assert found.written.version == 2
    assert Beginnings(store).of(letter(HALF, {"Subject": "Hi", "In-Reply-To": "<x@acme.example>"})) is None


def test_it_is_known_by_the_name_it_had_in_drafts(store: SqlStore) -> None:
    """Whatever was made of the text: some programs keep the Message-ID of a draft."""
    digest = draft_named(store, "d1").text.digest
    handed = Handed(place=Place.DRAFTS, message_id="<put@mail.example>", draft=1, account="a", digest=digest, at=NOW)
    store.save_handed(handed)
    for name in ("Message-ID", "X-Google-Original-Message-ID"):
        found = Beginnings(store).of(letter(OTHERS[0], {"To": "alice@acme.example", name: "<put@mail.example>"}))
        assert found is not None, name
    read(store, letter(OTHERS[0], {"Message-ID": "<put@mail.example>"}))
    assert len(thanks(store)) == 1


def test_of_two_drafts_it_is_the_likest(store: SqlStore) -> None:
    answer = Written(
        process="acme", code="WAIT004", purpose="answer", who="dana@acme.example", made_at=NOW,
        text=replace(TEXT, body=TOUCHED.replace("thank you", "many thanks")),
    )  # fmt: skip
    store.add_version(answer)
    read(store, letter(DRAFT))
    assert went_out(store, draft_named(store, "d1")) is not None
    assert went_out(store, draft_named(store, "d2")) is None


def test_one_draft_is_finished_once(store: SqlStore) -> None:
    """Two mails that are alike: the first was begun as the draft, of the other the reading says what it did."""
    second = Thanked(at=NOW + 2 * HOUR, who=("dana@acme.example",), source="<own-2@mail.example>")
    kept = read(
        store, letter(), letter(headers={"Message-ID": "<own-2@mail.example>"}, at=NOW + 2 * HOUR), events=(second,)
    )
    assert kept == [second]
    assert len(store.outgoings()) == 1
