"""The debrief as a mail to oneself: made, sent through the connected mailbox, answered, and read as events."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path
from typing import cast

import pytest
from tests.outbox.server import Manners, serving
from tests.sources.certificates import make

from sincerely.app.connections.signing_in import secret_name
from sincerely.app.wiring import open_secrets, opened
from sincerely.core.account import Account
from sincerely.core.account import Server as Place
from sincerely.core.events import Debriefed, Event, Interviewed, Prefers, Promised
from sincerely.core.process import Process

from .calling import Call

ME = "robin@mail.example"
DAY = datetime.now(UTC) - timedelta(days=2)


@pytest.fixture
def story(call: Call, tmp_path: Path) -> str:
    file = tmp_path / "acme.timeline"
    day = f"{DAY:%Y-%m-%d}"
    file.write_text(
        'process acme employer="Acme Corp" role="Data analyst" zone=UTC country=US\n'
        f'{day} 00:10 scheduled dana.whitlock@acme.example, lee.park@acme.example start="{day} 00:20" end="{day} 00:40"\n',
        "utf-8",
    )
    assert call("import", file).code == 0
    with opened() as store:
        store.set_setting("me", [ME])
    return "acme"


def asked(call: Call, story: str, tmp_path: Path) -> bytes:
    file = tmp_path / "ask.eml"
    told = call("debrief", story, "--eml", file)
    assert (told.code, told.err) == (0, "")
    assert f"send it to yourself, {ME}" in told.out
    return file.read_bytes()


def reply(data: bytes, answers: dict[int, str], sender: str = ME, *, renamed: bool = False) -> bytes:
    """Return the answer as Gmail writes it: each below its question, the form quoted."""
    mail = message_from_bytes(data, policy=policy.default)
    lines: list[str] = []
    for line in mail.get_content().splitlines():
        lines.append(f"> {line}".rstrip())
        number = re.match(r"\((\d+)\)", line)
        if number and int(number[1]) in answers:
            lines += ["", answers[int(number[1])], ""]
    thread = f"In-Reply-To: {mail['Message-ID']}\n" if not renamed else "In-Reply-To: <renamed@server.example>\n"
    head = f"From: Robin <{sender}>\nTo: {ME}\nSubject: Re: {mail['Subject']}\nMessage-ID: <answer-1@mail.example>\n"
    date = f"Date: {datetime.now(UTC) - timedelta(hours=1):%a, %d %b %Y %H:%M:%S} +0000\n"
    body = f"On Wed, Mar 4, 2026 at 5:02 PM Robin <{ME}> wrote:\n\n" + "\n".join(lines)
    return (head + date + thread + "Content-Type: text/plain; charset=utf-8\n\n" + body).encode()


def read(call: Call, folder: Path, *mails: bytes) -> None:
    folder.mkdir(exist_ok=True)
    for number, data in enumerate(mails):
        (folder / f"{number}.eml").write_bytes(data)
    told = call("sync", folder)
    assert told.code == 0, told.err


def said(kind: type[Event]) -> Sequence[Event]:
    with opened() as store:
        return cast("Process", store.process("acme")).all(kind)


ANSWERS = {
    1: "only Dana, and Kim Odell",
    2: "the migration to the new warehouse",
    4: "an owner; I ran it for a year",
    10: "by the end of next week",
    11: "dana.whitlock@acme.example, no calls please",
    12: "they seemed tired",
}


@pytest.mark.parametrize("renamed", [False, True])
def test_the_answer_becomes_events_that_can_be_taken_back(
    call: Call, story: str, tmp_path: Path, *, renamed: bool
) -> None:
    question = asked(call, story, tmp_path)
    read(call, tmp_path / "mail", question, reply(question, ANSWERS, renamed=renamed))
    note, own = said(Debriefed)
    assert isinstance(note, Debriefed)
    assert isinstance(own, Debriefed)
    assert (note.who, note.topic) == (("dana.whitlock@acme.example",), "the migration to the new warehouse")
    assert note.fit == "an owner; I ran it for a year"
    assert "the migration to the new warehouse" in note.quote
    assert {note.source, own.source} == {"<answer-1@mail.example>"}
    assert own.note == "they seemed tired"
    [there] = said(Interviewed)
    assert there.who == ("dana.whitlock@acme.example", "Kim Odell")
    [promise] = said(Promised)
    assert isinstance(promise, Promised)
    assert (promise.quote, promise.by is not None) == ("by the end of next week", True)
    [wish] = said(Prefers)
    assert isinstance(wish, Prefers)
    assert (wish.contact, wish.calls) == ("dana.whitlock@acme.example", False)
    assert "your notes by mail" in call("undo").out
    assert not said(Debriefed)
    assert not said(Promised)


def test_it_counts_once_whatever_folder_it_lies_in(call: Call, story: str, tmp_path: Path) -> None:
    question = asked(call, story, tmp_path)
    answer = reply(question, ANSWERS)
    read(call, tmp_path / "inbox", answer)
    read(call, tmp_path / "sent", question, answer)
    assert len(said(Debriefed)) == 2
    assert len(said(Interviewed)) == 1


def test_nobody_else_can_say_what_was_said(call: Call, story: str, tmp_path: Path) -> None:
    question = asked(call, story, tmp_path)
    read(call, tmp_path / "mail", reply(question, ANSWERS, sender="mallory@evil.example"))
    assert not said(Debriefed)
    assert not said(Promised)


def test_the_questions_themselves_are_no_hiring_mail(call: Call, story: str, tmp_path: Path) -> None:
    before = [*said(Event)]
    read(call, tmp_path / "mail", asked(call, story, tmp_path))
    assert [*said(Event)] == before
    with opened() as store:
        assert [row.header.id for row in store.summaries()] == ["acme"]


@pytest.mark.parametrize("number", [1, 10])
def test_what_is_not_understood_is_kept_as_a_note(call: Call, story: str, tmp_path: Path, number: int) -> None:
    question = asked(call, story, tmp_path)
    read(call, tmp_path / "mail", reply(question, {2: "the move", number: "when the moon is full"}))
    assert not said(Promised)
    told = [n for n in said(Debriefed) if isinstance(n, Debriefed) and "the moon is full" in n.note]
    assert bool(told) == (number == 10)


def test_it_is_sent_to_oneself_and_to_nobody_else(call: Call, story: str, tmp_path: Path) -> None:
    none = call("debrief", story, "--mail")
    assert none.code == 2
    assert "--eml FILE" in none.err
    certificates = make(tmp_path / "tls")
    import ssl

    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trust.load_cert_chain(certificates.certificate, certificates.key)
    with serving(Manners(password="right"), "tls", trust) as server:
        account = Account(address=ME, smtp=Place("127.0.0.1", server.port), ca=str(certificates.ca))
        open_secrets().put(secret_name(account), "right")
        with opened() as store:
            store.save_account(account, datetime.now(UTC))
        told = call("debrief", story, "--mail")
        assert (told.code, told.err) == (0, "")
        [taken] = server.taken
        assert (taken.sender, taken.recipients) == (ME, (ME,))
        assert b"X-Sincerely: debrief" in taken.data
        with opened() as store:
            store.save_account(replace(account, read_only=True), datetime.now(UTC))
        assert call("debrief", story, "--mail").code == 2
        assert len(server.taken) == 1


@pytest.mark.parametrize("more", [("--liked", "x"), ("--mail",)])
def test_it_goes_without_answers(call: Call, story: str, tmp_path: Path, more: tuple[str, ...]) -> None:
    assert call("debrief", story, "--eml", tmp_path / "x.eml", *more).code == 2
    assert not (tmp_path / "x.eml").exists()
