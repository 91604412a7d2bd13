"""What is put into a connected mailbox: copies of what was sent, drafts to finish there, reminders to oneself."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.utils import format_datetime
from pathlib import Path

import pytest
from tests.outbox.crash import rewriting
from tests.outbox.server import DROP
from tests.sources.dovecot import PASSWORD, Dovecot

from sincerely.app.background.background_jobs import jobs
from sincerely.app.outgoing.filing import file_copies
from sincerely.app.outgoing.sending_by_itself import due_by_itself
from sincerely.app.wiring import opened
from sincerely.core.account import Account
from sincerely.core.account import Server as At
from sincerely.core.handed import Place
from sincerely.core.outbound import UNDO_FOR
from sincerely.sources.base import SourceError

from .calling import Call
from .desk import Desk, Seen, approved, empty, keep, lying_in, settings

# The copy in Sent


def sent_folder(dovecot: Dovecot, address: str) -> Seen:
    return lying_in(dovecot, address, "Ausgang")


@pytest.mark.slow
def test_a_copy_is_put_into_sent_once(desk: Desk, dovecot: Dovecot) -> None:
    desk.smtp.manners.at = lambda command: (
        seen.append(sent_folder(dovecot, desk.address)) if command == "TAKEN" else None
    )
    seen: list[object] = []
    assert desk.send().code == 0
    assert seen == [[]]  # not before the server had it
    [(flags, data)] = sent_folder(dovecot, desk.address)
    assert b"\\Seen" in flags
    mail, taken = message_from_bytes(data), message_from_bytes(desk.smtp.taken[0].data)
    assert mail["Message-ID"] == taken["Message-ID"]
    assert mail.get_payload() == taken.get_payload()
    assert desk.call("sync").code == 0
    assert desk.thanked() == 1
    with opened() as store:
        store.save_handed(replace(store.handed(Place.SENT)[0], done=False))
        assert file_copies(store, datetime.now(UTC), pytest.fail) == 0
    assert len(sent_folder(dovecot, desk.address)) == 1


@pytest.mark.slow
def test_what_was_refused_leaves_no_copy(desk: Desk, dovecot: Dovecot) -> None:
    desk.smtp.manners.instead("TEXT", b"554 5.7.1 no")
    assert desk.send().code == 1
    assert sent_folder(dovecot, desk.address) == []


@pytest.mark.slow
def test_where_the_provider_saves_it_none_is_added(
    desk: Desk, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sincerely.app.outgoing.filing.saves_sent", lambda host: host == "127.0.0.1")
    assert desk.send().code == 0
    assert sent_folder(dovecot, desk.address) == []


@pytest.mark.slow
def test_a_copy_that_could_not_be_put_there_is_put_there_later(desk: Desk, dovecot: Dovecot) -> None:
    account = settings(dovecot, desk.address, desk.smtp)
    gone = replace(account, imap=At("127.0.0.1", 1))
    desk.smtp.manners.at = lambda command: keep(gone, PASSWORD) if command == "TAKEN" else None
    found = desk.send()
    assert (found.code, found.out.startswith("o1 is sent")) == (0, True)
    assert "its copy is not in your Sent folder yet" in found.err
    assert sent_folder(dovecot, desk.address) == []
    keep(account, PASSWORD)
    with opened() as store:
        assert [file_copies(store, datetime.now(UTC), pytest.fail) for _ in range(2)] == [1, 0]
    assert len(sent_folder(dovecot, desk.address)) == 1


def unfiled(desk: Desk, dovecot: Dovecot) -> tuple[Account, Account]:
    """Send while the mailbox can't be reached for the copy; return how it is reached, and how it is not."""
    account = settings(dovecot, desk.address, desk.smtp)
    gone = replace(account, imap=At("127.0.0.1", 1))
    desk.smtp.manners.at = lambda command: keep(gone, PASSWORD) if command == "TAKEN" else None
    assert desk.send().code == 0
    return account, gone


@pytest.mark.slow
def test_the_next_sync_puts_it_there_once_and_asks_no_other_mailbox(
    desk: Desk, dovecot: Dovecot, tmp_path: Path
) -> None:
    account, _ = unfiled(desk, dovecot)
    (tmp_path / "other.mbox").write_bytes(b"")
    assert desk.call("sync", tmp_path / "other.mbox").err == ""
    found = desk.call("sync")
    assert (found.code, found.err.count("its copy is not in your Sent folder yet")) == (2, 1)
    keep(account, PASSWORD)
    told = [desk.call("sync").out for _ in range(2)]
    assert ["Also put 1 copy" in out for out in told] == [True, False]
    assert len(sent_folder(dovecot, desk.address)) == 1
    assert desk.thanked() == 1


@pytest.mark.slow
def test_the_background_puts_it_there_once_whatever_broke_off(desk: Desk, dovecot: Dovecot) -> None:
    account, gone = unfiled(desk, dovecot)
    reading = jobs(opened)["Reading"]
    keep(gone, PASSWORD)
    with pytest.raises(SourceError):
        reading(datetime.now(UTC))
    keep(account, PASSWORD)
    for _ in range(2):
        reading(datetime.now(UTC))
        assert len(sent_folder(dovecot, desk.address)) == 1
    # A crash between the folder and the store: it is looked for before it is added.
    with opened() as store:
        store.save_handed(replace(store.handed(Place.SENT)[0], done=False))
    reading(datetime.now(UTC))
    assert len(sent_folder(dovecot, desk.address)) == 1


@pytest.mark.slow
@pytest.mark.parametrize("copies", ["same Message-ID", "original kept", "another Message-ID"])
def test_in_doubt_the_sent_folder_is_looked_into(desk: Desk, dovecot: Dovecot, copies: str) -> None:
    """The provider has put a copy there, in a folder that is not read; by whatever name."""
    keep(settings(dovecot, desk.address, desk.smtp, folders=("INBOX",)), PASSWORD)
    desk.smtp.manners.instead("TEXT", DROP)
    found = desk.send()
    assert (found.code, found.out.startswith("Nobody knows whether o1 went out.")) == (1, True)
    desk.smtp.wait_until_quiet()
    other = b"From: robin@mail.example\r\nTo: dana@acme.example\r\nSubject: Lunch\r\n\r\nOn Friday?\r\n"
    dovecot.put(desk.address, [other], "Ausgang")
    assert desk.call("outgoing", "look", "o1").code == 1
    dovecot.put(desk.address, [rewriting(copies)(desk.smtp.taken[0].data)], "Ausgang")
    found = desk.call("outgoing", "look", "o1")
    assert (found.code, found.out.startswith("o1 is sent. Its copy was found")) == (0, True), found.out
    assert desk.thanked() == 1
    assert len(sent_folder(dovecot, desk.address)) == 2  # and none was added


# Drafts


def drafts_folder(dovecot: Dovecot, address: str) -> Seen:
    return lying_in(dovecot, address, "Drafts")


def sent_by_hand(dovecot: Dovecot, address: str, data: bytes, *changes: tuple[bytes, bytes]) -> None:
    """Do as a mail program does: the text is changed, named anew, dated, and put into Sent; the draft goes."""
    for old, new in changes:
        assert old in data
        data = data.replace(old, new)
    mail = message_from_bytes(data)
    mail.replace_header("Message-ID", "<their-program-1@mail.example>")
    mail.replace_header("Date", format_datetime(datetime.now(UTC) + timedelta(seconds=1)))
    dovecot.put(address, [mail.as_bytes()], "Ausgang")
    empty(dovecot, address, "Drafts")


@pytest.mark.slow
def test_a_draft_is_finished_in_the_persons_own_program(desk: Desk, dovecot: Dovecot) -> None:
    """From d1 to Drafts, changed there, sent there, recognised in Sent: the debt is closed, once, and o1 never goes."""
    found = desk.call("draft", "d1", "--to-drafts")
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith(f"d1 is in Drafts of {desk.address}: finish and send it in your mail program.\n")
    assert "o1 is not sent from here any more." in found.out
    [(flags, data)] = drafts_folder(dovecot, desk.address)
    assert b"\\Draft" in flags
    assert message_from_bytes(data)["To"] == "dana@acme.example"
    refused = desk.call("outgoing", "send", "o1")
    assert (refused.code, "its approval no longer holds" in refused.err) == (2, True)
    assert json.loads(desk.call("sync", "--json").out)["events"] == 0  # what lies in Drafts was not sent
    assert desk.thanked() == 0
    sent_by_hand(dovecot, desk.address, data, (b"Dear Dana", b"Hello Dana"))
    assert desk.call("sync").code == 0
    assert desk.thanked() == 1
    assert (desk.row["state"], desk.row["draft"]) == ("void", "d1")  # o1, the oldest, is listed last
    first = json.loads(desk.call("outgoing", "--json").out.splitlines()[0])
    assert (first["state"], first["why"]) == ("sent", "You sent it from your own mail program.")
    again = desk.call("approve", "d1")
    assert (again.code, "d1 was sent already" in again.err) == (2, True)
    assert desk.call("draft", "d1", "--to-drafts").code == 2
    assert desk.call("sync").code == 0
    assert (desk.thanked(), desk.smtp.taken) == (1, [])


@pytest.mark.slow
def test_what_lies_in_drafts_is_put_there_again_when_its_text_changed(
    desk: Desk, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for _ in range(2):
        found = desk.call("outgoing", "to-drafts", "o1")
        assert found.code == 0
    assert found.out.startswith(f"d1 is in Drafts of {desk.address} already, with this text")
    assert len(drafts_folder(dovecot, desk.address)) == 1
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nsed -i 's/^Subject: .*/Subject: Thanks again/' \"$1\"\n")
    editor.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(editor))
    assert desk.call("draft", "d1", "--edit").code == 0
    found = desk.call("draft", "d1", "--to-drafts")
    assert "1 older version lies there too: nothing of yours is deleted." in found.out
    subjects = [message_from_bytes(data)["Subject"] for _, data in drafts_folder(dovecot, desk.address)]
    assert (len(subjects), subjects[1]) == (2, "Thanks again")
    empty(dovecot, desk.address, "Drafts")
    assert json.loads(desk.call("draft", "d1", "--to-drafts", "--json").out)["new"] is False
    assert drafts_folder(dovecot, desk.address) == []
    assert json.loads(desk.call("draft", "d1", "--to-drafts", "--again", "--json").out)["new"] is True
    assert len(drafts_folder(dovecot, desk.address)) == 1


@pytest.mark.slow
def test_a_crash_between_folder_and_store_adds_no_second_draft(
    desk: Desk, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as crashing:
        crashing.setattr("sincerely.store.handing.Handing.save_handed", crash)
        assert desk.call("draft", "d1", "--to-drafts").code != 0
    assert len(drafts_folder(dovecot, desk.address)) == 1
    assert desk.call("draft", "d1", "--to-drafts").code == 0
    assert len(drafts_folder(dovecot, desk.address)) == 1


@pytest.mark.slow
def test_no_draft_is_put_into_a_read_only_mailbox(desk: Desk, dovecot: Dovecot) -> None:
    assert desk.call("account", "set", desk.address, "--read-only").code == 0
    found = desk.call("draft", "d1", "--to-drafts")
    told = f"{desk.address}: is connected read only, so no draft is put into it"
    assert (found.code, told in found.err, found.err.count("\n")) == (2, True, 1)
    assert drafts_folder(dovecot, desk.address) == []
    assert desk.row["state"] == "approved"  # nothing was changed


def test_no_mailbox_no_drafts(call: Call, tmp_path: Path) -> None:
    approved(call, tmp_path, "robin@mail.example")
    found = call("draft", "d1", "--to-drafts")
    assert (found.code, "is not a connected mailbox" in found.err) == (2, True)
    found = call("draft", "d1", "--again")
    assert (found.code, "go with --to-drafts" in found.err) == (2, True)


@pytest.mark.slow
def test_what_was_written_to_a_file_is_left_to_the_person(desk: Desk, tmp_path: Path) -> None:
    with opened() as store:
        assert [each.name for each in due_by_itself(store, datetime.now(UTC) + UNDO_FOR)] == ["o1"]
    assert desk.call("outgoing", "eml", "o1", tmp_path / "thanks.eml").code == 0
    with opened() as store:
        assert due_by_itself(store, datetime.now(UTC) + UNDO_FOR) == []


# Reminders


def late(desk: Desk, folder: Path) -> None:
    """Something was asked for days ago."""
    day = f"{datetime.now(UTC) - timedelta(days=6):%Y-%m-%d}"
    file = folder / "late.timeline"
    file.write_text(
        f'process beta employer="Beta Ltd" role="Analyst" zone=UTC country=US\n{day} 09:00 requested writing-sample\n',
        "utf-8",
    )
    assert desk.call("import", file).code == 0


@pytest.mark.slow
def test_a_reminder_is_a_mail_to_oneself_and_no_evidence(desk: Desk, dovecot: Dovecot, tmp_path: Path) -> None:
    late(desk, tmp_path)
    chosen = ("--by", "mail", "--digest", "00:00", "--quiet", "off")
    found = desk.call("remind", *chosen)
    assert found.code == 0, found.err
    [taken] = desk.smtp.taken
    assert (taken.sender, taken.recipients) == (desk.address, (desk.address,))
    mail = message_from_bytes(taken.data)
    assert mail["From"] == mail["To"] == desk.address
    assert (mail["Auto-Submitted"], mail["X-Sincerely"]) == ("auto-generated", "reminder")
    assert "Beta Ltd" in mail.get_payload()
    assert "Nothing to say now" in desk.call("remind").out
    dovecot.put(desk.address, [taken.data])
    before = desk.call("export", "--timeline").out
    assert json.loads(desk.call("sync", "--json").out)["events"] == 0
    assert desk.call("export", "--timeline").out == before


@pytest.mark.slow
def test_a_reminder_that_was_refused_is_said_later(desk: Desk, tmp_path: Path) -> None:
    late(desk, tmp_path)
    desk.smtp.manners.instead("AUTH", b"535 5.7.8 no")
    found = desk.call("remind", "--by", "mail", "--digest", "00:00", "--quiet", "off")
    assert (found.code, "the reminder is not sent" in found.err) == (2, True)
    assert desk.smtp.taken == []
    assert desk.call("remind").code == 0
    assert len(desk.smtp.taken) == 1
