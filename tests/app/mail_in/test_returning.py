"""A mail came back: what it would have done is undone, the list says why, and Today says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

import pytest
from tests.app.contract_approval import NOW, STORY, WRITTEN
from tests.store.contract_base import Open
from tests.store.judges import changes

from sincerely.app import wiring
from sincerely.app.drafts.kept import went_out
from sincerely.app.mail_in.found_sent import settle
from sincerely.app.mail_in.returning import Noticed, came_back
from sincerely.app.outgoing.approving import Wish, approve_draft
from sincerely.app.outgoing.claiming import claim_message
from sincerely.app.outgoing.outgoing_listing import Line, lines
from sincerely.app.outgoing.recording import record
from sincerely.app.processes.exits import wrong
from sincerely.app.today.policies import load_policy
from sincerely.app.today.reporting import lines as finding_lines
from sincerely.core.events import Asked, Event, Submitted, Thanked, Withdrew, Wrote
from sincerely.core.outbound import State, Step
from sincerely.core.rulings import Corrected
from sincerely.reading.letters import bounces, mime
from sincerely.store.base import Change, Store
from sincerely.store.opening import open_store, sqlite_url
from sincerely.store.sql_store import SqlStore

ME, DANA, LEE = "robin@mail.example", "dana@acme.example", "lee@acme.example"
ID = "<mine.1@mail.example>"
MINUTE = timedelta(minutes=1)
POLICY = load_policy()


@pytest.fixture
def reopen(tmp_path: Path) -> Open:
    judge = wiring.judge(POLICY)
    return lambda: open_store(sqlite_url(tmp_path / "store.sqlite"), "home", "robin", judge)


@pytest.fixture
def store(reopen: Open) -> Iterator[SqlStore]:
    store = reopen()
    store.add(changes(STORY), NOW)
    store.add_version(WRITTEN)
    yield store
    store.close()


def notice(
    *failed: str, to: str = DANA, ours: str = ID, action: str = "failed", status: str = "5.1.1", headers: bool = True
) -> bytes:
    """What a mail server writes about the mail that went to ``to``."""
    people = "".join(f"Final-Recipient: rfc822; {who}\nAction: {action}\nStatus: {status}\n\n" for who in failed)
    copy = f"From: {ME}\nTo: {to}\nSubject: Thank you\nMessage-ID: {ours}\n" if headers else ""
    return (
        f"From: MAILER-DAEMON@mail.example\nTo: {ME}\nSubject: Undeliverable: Thank you\nMessage-ID: <back.{status}@mail.example>\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        f"--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mail.example\n\n{people}"
        f"--b\nContent-Type: text/rfc822-headers\n\n{copy}\n--b--\n"
    ).encode()


def read(store: Store, data: bytes, at: datetime = NOW + MINUTE) -> list[Noticed]:
    letter = mime.parse(data)
    bounce = bounces.of(letter)
    assert bounce is not None
    found = [Noticed(bounce, f"<{letter.message_id}>", at)]
    with store.transaction():
        return came_back(store, found, {}, at)


def sent(store: Store) -> str:
    """Approve the draft, and send it; return its Message-ID."""
    approve_draft(store, "d1", Wish(sender=f"Robin <{ME}>"), clock)
    with store.transaction():
        claimed = claim_message(store, "o1", NOW + MINUTE).message
        process = store.process("acme")
        assert process is not None
        return record(store, claimed, process, NOW + MINUTE).message_id


def clock(_: tzinfo) -> datetime:
    return NOW


def told(store: Store, *events: Event) -> None:
    process = store.process("acme")
    assert process is not None
    store.add([Change(process.header, events)], NOW)


def verbs(store: Store) -> list[tuple[str, tuple[str, ...]]]:
    process = store.process("acme")
    assert process is not None
    return [(event.verb, event.who) for event in process.events if event.verb not in {"scheduled", "debriefed"}]


def held(store: Store, at: datetime) -> dict[tuple[str, str], str]:
    """What holds at an instant, with its words."""
    found = finding_lines(store.lively(at), at, POLICY)
    return {(line.finding.code, line.finding.who): line.finding.message for line in found}


def line(store: Store) -> Line:
    [found] = lines(store, clock)
    return found


def test_what_was_sent_here_is_owed_again_and_the_list_says_why(store: SqlStore) -> None:
    ours = sent(store)
    assert ("THX001", DANA) not in held(store, NOW + MINUTE)
    assert read(store, notice(DANA, ours=ours), NOW + 2 * MINUTE) == []
    assert verbs(store) == []
    assert (line(store).state, line(store).words) == ("came back", "came back: no such address")
    assert went_out(store, WRITTEN) is None
    found = held(store, NOW + 2 * MINUTE)
    assert ("THX001", DANA) in found
    assert found["MAIL001", DANA] == (
        "Your mail to dana@acme.example came back on Thursday 5 March: there is no such address. Find the right one: "
        "in their signature, the invitation, or by asking whoever fixed the interview."
    )


def test_the_notice_is_the_evidence_and_can_be_wrong(store: SqlStore) -> None:
    ours = sent(store)
    read(store, notice(DANA, ours=ours), NOW + 2 * MINUTE)
    [found] = [
        r
        for r in finding_lines(store.lively(NOW + 2 * MINUTE), NOW + 2 * MINUTE, POLICY)
        if r.finding.code == "MAIL001"
    ]
    correction = found.finding.evidence[-1]
    assert isinstance(correction, Corrected)
    assert (correction.source, correction.reason) == ("<back.5.1.1@mail.example>", "no-such-address")
    wrong(store, found, NOW + 3 * MINUTE)
    assert verbs(store) == [("thanked", (DANA,))]
    assert ("MAIL001", DANA) not in held(store, NOW + 3 * MINUTE)
    # It is read again, and the person's word stands.
    read(store, notice(DANA, ours=ours), NOW + 4 * MINUTE)
    assert verbs(store) == [("thanked", (DANA,))]


def test_a_copy_that_is_read_later_says_no_more(store: SqlStore) -> None:
    ours = sent(store)
    read(store, notice(DANA, ours=ours), NOW + 2 * MINUTE)
    copy = Thanked(at=NOW + MINUTE / 2, who=(DANA,), source=ours)
    with store.transaction():
        kept = settle(store, {"acme": [copy]}, NOW + 5 * MINUTE)
        told(store, *kept["acme"])
        came_back(store, [], {copy.id: ours}, NOW + 5 * MINUTE)
    assert verbs(store) == []


def test_a_mail_that_is_delayed_did_what_it_did(store: SqlStore) -> None:
    ours = sent(store)
    read(store, notice(DANA, ours=ours, action="delayed", status="4.4.1"), NOW + 2 * MINUTE)
    assert verbs(store) == [("thanked", (DANA,))]
    assert line(store).words.startswith("sent Thu 5 March, 10:01; delayed: dana@acme.example has not taken it yet")
    read(store, notice(DANA, ours=ours, status="4.4.7"), NOW + 5 * MINUTE)
    assert verbs(store) == []
    assert line(store).words == "came back: their server could not be reached"


def test_a_mail_that_arrived_changes_nothing(store: SqlStore) -> None:
    ours = sent(store)
    read(store, notice(DANA, ours=ours, action="delivered", status="2.0.0"), NOW + 2 * MINUTE)
    assert (verbs(store), line(store).state) == ([("thanked", (DANA,))], "sent")


def test_what_a_server_returns_had_gone_out(store: SqlStore) -> None:
    approve_draft(store, "d1", Wish(sender=f"Robin <{ME}>"), clock)
    claimed = claim_message(store, "o1", NOW + MINUTE).message
    assert store.step(claimed, claimed.after(Step.LOSE, NOW + MINUTE))
    read(store, notice(DANA, ours=claimed.message_id), NOW + 2 * MINUTE)
    message = store.outgoing(1)
    assert message is not None
    assert message.state is State.SENT
    assert (verbs(store), line(store).state) == ([], "came back")


@pytest.mark.parametrize("action", ["failed", "delayed"])
def test_a_notice_without_the_mail_is_about_the_latest_one_to_them(store: SqlStore, action: str) -> None:
    sent(store)
    read(store, notice(DANA, headers=False, action=action), NOW + 2 * MINUTE)
    assert (line(store).back is not None, verbs(store) == []) == (True, action == "failed")


def test_a_notice_about_somebody_else_is_not_ours(store: SqlStore) -> None:
    sent(store)
    for data in (
        notice("pat@else.example", to="pat@else.example", headers=False),
        notice(DANA, ours="<other@x.example>"),
    ):
        assert len(read(store, data, NOW + 2 * MINUTE)) == 1
    assert (verbs(store), line(store).state) == ([("thanked", (DANA,))], "sent")


def test_of_several_only_those_whom_it_never_reached(store: SqlStore) -> None:
    told(store, Thanked(at=NOW, who=(DANA, LEE), source=ID), Submitted(at=NOW, who=("writing-sample",), source=ID))
    seen(store)
    read(store, notice(DANA, to=f"{DANA}, {LEE}"))
    assert verbs(store) == [("submitted", ("writing-sample",)), ("thanked", (LEE,))]
    read(store, notice(LEE, to=f"{DANA}, {LEE}", status="5.2.2"))
    assert ("thanked", (LEE,)) not in verbs(store)


@pytest.mark.parametrize(
    "event",
    [
        Asked(at=NOW, who=(DANA,), source=ID),
        Submitted(at=NOW, who=("writing-sample",), source=ID),
        Withdrew(at=NOW, source=ID),
        Wrote(at=NOW, who=(DANA,), source=ID, purpose="check-in"),
    ],
)
def test_whatever_a_mail_of_ones_own_did(store: SqlStore, event: Event) -> None:
    told(store, event)
    seen(store)
    read(store, notice(DANA))
    assert verbs(store) == []
    assert ("MAIL001", DANA) in held(store, NOW + MINUTE)


def test_the_right_address_settles_it(store: SqlStore) -> None:
    told(store, Wrote(at=NOW, who=(DANA,), source=ID, purpose="check-in"))
    seen(store)
    read(store, notice(DANA))
    later = NOW + 10 * MINUTE
    process = store.process("acme")
    assert process is not None
    again = Wrote(at=later, who=("d.ito@acme.example",), source="<mine.2@mail.example>", purpose="check-in")
    store.add([Change(process.header, [again])], later)
    assert ("MAIL001", DANA) in held(store, later - MINUTE)
    assert ("MAIL001", DANA) not in held(store, later)


def seen(store: Store) -> None:
    """Remember the person's own mail, as the reading does."""
    from sincerely.store.base import Message

    store.add_messages(
        [
            Message(
                source="mbox:x",
                key="1",
                digest="d",
                message_id=ID.strip("<>"),
                date=NOW,
                subject="Thank you",
                sent=True,
                process="acme",
            )
        ]
    )
