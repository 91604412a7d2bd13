"""``sincerely outgoing send`` and what follows where nobody knows whether a message went out."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.outbox.crash import rewriting
from tests.outbox.server import DROP, Manners, Server, serving

from .story import noon_story
from .test_outgoing_commands import Result, Run

PASSWORD = "correct horse battery"
ROBIN = "Robin <robin@mail.example>"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("SINCERELY_HOME", str(tmp_path / "home"))
    run = Run(capsys, tmp_path)
    file = noon_story(tmp_path)
    assert run("import", file).code == 0
    assert run("draft", "THX001", "--process", "acme", "--to", "dana").code == 0
    assert run("approve", "d1", "--from", ROBIN).code == 0
    return run


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(Manners(password=PASSWORD)) as server:
        yield server


def send(run: Run, server: Server, *more: str) -> Result:
    secret = run.folder / "password"
    secret.write_text(f"{PASSWORD}\n", "utf-8")
    secret.chmod(stat.S_IRUSR)
    smtp = ("--smtp", f"127.0.0.1:{server.port}", "--plain", "--user", "robin", "--password-file", str(secret))
    return run("outgoing", "send", "o1", *smtp, *more)


def test_sent(run: Run, server: Server) -> None:
    found = send(run, server)
    assert (found.code, found.out[:36]) == (0, "o1 is sent: to dana@acme.example, “T")
    assert len(server.taken) == 1
    assert sum(" thanked " in line for line in run.events()) == 1
    twice = send(run, server)
    assert (twice.code, twice.err) == (2, "sincerely: o1: this was sent already; nothing was changed\n")
    assert len(server.taken) == 1
    kept = b"".join(file.read_bytes() for file in (run.folder / "home").rglob("*") if file.is_file())
    assert PASSWORD.encode() not in kept


def test_refused_in_words(run: Run, server: Server) -> None:
    server.manners.instead("RCPT", b"550 5.1.1 no such user")
    found = send(run, server)
    assert found.code == 1
    assert "There is no such address" in found.out
    assert 'then "sincerely approve d1"' in found.out


def test_no_password(run: Run, server: Server) -> None:
    server.manners.password = "another"
    found = send(run, server, "--json").row
    assert (found["state"], found["fate"]) == ("approved", "account")
    assert "app password" in str(found["why"])
    smtp = ("--smtp", f"127.0.0.1:{server.port}", "--plain", "--user", "robin")
    assert run("outgoing", "send", "o1", *smtp).code == 2
    missing = run("outgoing", "send", "o1", *smtp, "--password-file", run.folder / "nothing")
    assert (missing.code, "the password can't be read" in missing.out) == (1, True)


@pytest.mark.parametrize("wrong", ["mail.example:x", ":25", "mail.example:70000"])
def test_no_server(run: Run, wrong: str) -> None:
    found = run("outgoing", "send", "o1", "--smtp", wrong)
    assert (found.code, "expected a server such as" in found.err) == (2, True)


def test_not_without_encryption(run: Run) -> None:
    found = run("outgoing", "send", "o1", "--smtp", "mail.example", "--plain")
    assert (found.code, "without encryption mail goes to 127.0.0.1 only" in found.err) == (2, True)


def lose_the_answer(run: Run, server: Server) -> None:
    server.manners.instead("TEXT", DROP)
    found = send(run, server)
    assert found.code == 1
    assert "Nobody knows whether o1 went out." in found.out
    server.wait_until_quiet()


@pytest.mark.parametrize("copies", ["same Message-ID", "original kept", "another Message-ID"])
def test_its_copy_is_read_with_the_mail(run: Run, server: Server, copies: str) -> None:
    """Whatever name the server gave it: it is found, and counted once."""
    server.manners.rewrite = rewriting(copies)
    lose_the_answer(run, server)
    assert run("outgoing", "look", "o1").code == 1
    folder = run.folder / "Sent"
    folder.mkdir()
    (folder / "1.eml").write_bytes(server.taken[0].data)
    assert run("sync", folder, "--me", "robin@mail.example").code == 0
    [line] = run("outgoing", "--json").rows
    assert (line["state"], line["why"]) == ("sent", "Its copy was found among your sent mail.")
    assert sum(" thanked " in line for line in run.events()) == 1
    assert run("outgoing", "look", "o1").code == 0


def test_a_copy_of_what_was_sent_is_counted_once(run: Run, server: Server) -> None:
    server.manners.rewrite = rewriting("another Message-ID")
    assert send(run, server).code == 0
    folder = run.folder / "Sent"
    folder.mkdir()
    (folder / "1.eml").write_bytes(server.taken[0].data)
    assert run("sync", folder, "--me", "robin@mail.example").code == 0
    assert sum(" thanked " in line for line in run.events()) == 1


def test_three_ways_out(run: Run, server: Server) -> None:
    lose_the_answer(run, server)
    listed = run("outgoing").out
    assert all(f"outgoing {way} o1" in listed for way in ("look", "found", "again", "give-up"))
    assert run("outgoing", "again", "o1").code == 0
    assert run("approve", "d1", "--from", ROBIN).code == 0
    assert [(row["id"], row["state"]) for row in run("outgoing", "--json").rows] == [("o2", "approved"), ("o1", "void")]
    assert run("outgoing", "give-up", "o1").code == 2


def test_found_by_the_person(run: Run, server: Server) -> None:
    lose_the_answer(run, server)
    found = run("outgoing", "found", "o1")
    assert (found.code, "o1 is sent." in found.out) == (0, True)
    assert sum(" thanked " in line for line in run.events()) == 1
    assert run("outgoing", "found", "o1").code == 2


def test_given_up(run: Run, server: Server) -> None:
    lose_the_answer(run, server)
    assert run("outgoing", "give-up", "o1").code == 0
    assert [row["state"] for row in run("outgoing", "--json").rows] == ["withdrawn"]
    assert not [line for line in run.events() if " thanked " in line]


def test_time_to_undo(run: Run, server: Server) -> None:
    assert run("outgoing", "withdraw", "o1").code == 0
    assert run("approve", "d1", "--from", ROBIN, "--undo", "30").code == 0
    secret = run.folder / "password"
    secret.write_text(PASSWORD, "utf-8")
    found = run("outgoing", "send", "o2", "--smtp", f"127.0.0.1:{server.port}", "--plain")
    assert (found.code, "it is held until" in found.err) == (2, True)
    assert server.heard == []
