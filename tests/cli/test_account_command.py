"""A mailbox is connected, read, changed and forgotten; its password is nowhere but in the vault."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from base64 import b64encode
from pathlib import Path

import pytest
from tests.outbox.server import Manners, serving
from tests.sources.certificates import shown
from tests.sources.dovecot import PASSWORD, Dovecot

from sincerely.app.wiring import open_secrets

from .calling import Call
from .conftest import PASSPHRASE, secret_file
from .desk import nowhere

HIRING = """From: Dana Ito <dana@acme.example>
To: {address}
Subject: Your interview for the Data analyst position at Acme
Date: Mon, 02 Mar 2026 09:00:00 +0000
Message-ID: <invitation-1@acme.example>

Dear Robin,

thank you for applying for the position of Data analyst at Acme Corp. Your interview is on Wednesday, 4 March 2026
at 2 pm, with Lee Park and me. Please confirm that you can come.

Kind regards,
Dana Ito
Acme Corp
"""


def where(dovecot: Dovecot, password: Path) -> list[str | Path]:
    ca = dovecot.certificates.ca
    return ["--imap", f"tls://127.0.0.1:{dovecot.port}", "--ca", ca, "--password-file", password]


@pytest.mark.slow
def test_connect_read_change_forget(call: Call, dovecot: Dovecot, home: Path, password: Path, address: str) -> None:
    dovecot.put(address, [HIRING.format(address=address).replace("\n", "\r\n").encode()])
    smtp = ("--smtp", "tls://127.0.0.1:1")
    told = [call("account", "add", address, *where(dovecot, password), *smtp, "--since", "all")]
    assert told[0].code == 0, told[0].err
    assert "can't send yet, at tls://127.0.0.1:1: The server was not reached." in told[0].err
    assert "signed in. Read: INBOX, Ausgang" in told[0].out
    told.append(call("account", "list", "--json"))
    row = json.loads(told[-1].out)
    assert (row["address"], row["since_days"], row["read_only"]) == (address, 0, False)
    told.append(call("sync", "--json"))
    assert json.loads(told[-1].out)["new"] == 1, told[-1].err
    assert json.loads(told[-1].out)["events"] > 0
    told.append(call("sync", "--json"))
    assert json.loads(told[-1].out)["read"] == 0
    told.append(call("processes"))
    assert "Acme" in told[-1].out
    told.append(call("account", "set", address, "--read-only", "--folder", "INBOX"))
    assert "read only; folders INBOX" in told[-1].out
    told.append(call("account", "test", address))
    assert told[-1].out == f"{address}: signed in. Read: INBOX.\n"
    told += [call("backup", home / "copy.db"), call("export", home / "export")]
    nowhere(home, told, PASSWORD, PASSPHRASE)
    assert call("account", "remove", address).code == 0
    assert call("account", "list").out.startswith("No mailbox is connected")
    assert call("processes", "--json").out


@pytest.mark.slow
def test_sending_is_tried_and_nothing_sent(call: Call, dovecot: Dovecot, password: Path, address: str) -> None:
    with serving(Manners(password=PASSWORD), "tls", shown(dovecot.certificates)) as smtp:
        at = ("--smtp", f"tls://127.0.0.1:{smtp.port}")
        told = call("account", "add", address, *where(dovecot, password), *at)
        assert (told.code, told.err) == (0, "")
        told = call("account", "test", address)
        says = f"{address}: can send, at tls://127.0.0.1:{smtp.port}; nothing was sent."
        assert (told.code, told.out.splitlines()[-1]) == (0, says)
        smtp.manners.password = "another"
        told = call("account", "test", address)
        assert (told.code, told.err.count("\n")) == (2, 1)
        assert "can't send yet" in told.err
        assert "app password" in told.err
        assert "signed in. Read: INBOX" in told.out
        smtp.manners.instead("AUTH", b"535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled")
        assert "switch on authenticated SMTP" in call("account", "test", address).err
        smtp.wait_until_quiet()
        assert {line.split()[0].upper() for line in smtp.heard} == {"EHLO", "AUTH", "QUIT"}
        heard = len(smtp.heard)
        call("account", "set", address, "--read-only")
        assert call("account", "test", address).code == 0
        assert (len(smtp.heard), smtp.taken) == (heard, [])


@pytest.mark.slow
def test_a_wrong_password_keeps_nothing(call: Call, dovecot: Dovecot, home: Path, tmp_path: Path, address: str) -> None:
    wrong = secret_file(tmp_path / "wrong", "not-the-one")
    told = call("account", "add", address, *where(dovecot, wrong))
    assert told.code == 2
    assert "the server refuses this name and password" in told.err
    assert "not-the-one" not in told.err
    assert told.err.count("\n") == 1
    assert not (home / "secrets.sealed").exists()
    assert call("account", "list").out.startswith("No mailbox")


@pytest.mark.slow
def test_a_certificate_that_nobody_vouches_for_is_refused(
    call: Call, dovecot: Dovecot, password: Path, address: str
) -> None:
    told = call("account", "add", address, "--imap", f"tls://127.0.0.1:{dovecot.port}", "--password-file", password)
    assert told.code == 2
    assert "the server's certificate is not to be trusted" in told.err


@pytest.mark.slow
def test_to_send_only(call: Call, dovecot: Dovecot, home: Path, password: Path, address: str) -> None:
    """Whoever reads from files need not let their mailbox be read."""
    with serving(Manners(password=PASSWORD), "tls", shown(dovecot.certificates)) as smtp:
        at = ("--smtp", f"tls://127.0.0.1:{smtp.port}", "--ca", dovecot.certificates.ca, "--password-file", password)
        smtp.manners.instead("AUTH", b"535 5.7.8 Username and Password not accepted")
        refused = call("account", "add", address, "--imap", "none", *at)
        assert (refused.code, refused.out, refused.err.count("\n")) == (2, "", 1)
        assert "can't send yet" in refused.err
        assert call("account", "list").out.startswith("No mailbox")
        told = call("account", "add", address, "--imap", "none", *at)
        assert (told.code, told.err) == (0, "")
        assert told.out == f"{address} is connected: to send with; its secret is in {home / 'secrets.sealed'}.\n"
        where = f"tls://127.0.0.1:{smtp.port}"
        assert call("account", "list").out == f"{address}: is not read; sent at {where}\n"
        told = call("account", "test", address)
        assert (told.code, told.out) == (0, f"{address}: can send, at {where}; nothing was sent.\n")
        assert "nothing to read" in call("sync").err
    told = call("account", "set", address, "--smtp", "none")
    assert (told.code, told.err.count("\n")) == (2, 1)
    assert f'"sincerely account remove {address}" forgets it, and its password' in told.err
    assert call("account", "remove", address).code == 0
    assert PASSWORD not in str(open_secrets().get(f"password:{address}"))


@pytest.mark.slow
def test_no_secret_stands_in_the_process_list(dovecot: Dovecot, home: Path, password: Path, address: str) -> None:
    """Nor in any program's environment, while the password is at work; nor in what the command prints."""
    seen: dict[str, bytes] = {}

    def look(command: str) -> None:
        if command == "AUTH":
            seen.update(running_programs())

    with serving(Manners(password=PASSWORD, at=look), "tls", shown(dovecot.certificates)) as smtp:
        line = [sys.executable, "-m", "sincerely", "account", "add", address, *map(str, where(dovecot, password))]
        line += ["--smtp", f"tls://127.0.0.1:{smtp.port}"]
        done = subprocess.run(line, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    assert any(address.encode() in told for told in seen.values()), "the command itself was seen"
    everything = b"\n".join(seen.values()) + (done.stdout + done.stderr).encode()
    for secret in (PASSWORD, PASSPHRASE):
        assert secret.encode() not in everything
        assert b64encode(secret.encode()) not in everything


def running_programs() -> dict[str, bytes]:
    """Return the command line and the environment of every program that runs, as far as one may see them."""
    found = {}
    for place in Path("/proc").glob("[0-9]*"):
        for name in ("cmdline", "environ"):
            with contextlib.suppress(OSError):  # it has ended, or is somebody else's
                found[f"{place.name} {name}"] = (place / name).read_bytes()
    return found


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("add", "robin"), "expected an address"),
        (("add", "robin@nobody-knows.example"), "name its servers: --imap HOST:PORT"),
        (("add", "robin@nobody-knows.example", "--smtp", "a.example"), "--imap none to send only"),
        (("add", "robin@a.example", "--imap", "none", "--smtp", "none"), "neither read nor sent with"),
        (("add", "robin@a.example", "--imap", "none", "--smtp", "a.example", "--read-only"), "neither read nor"),
        (("add", "robin@a.example", "--imap", "a b"), "expected a server such as"),
        (("add", "robin@a.example", "--imap", "a.example", "--since", "soon"), "expected how far back"),
        (("add", "robin@a.example", "--imap", "a.example"), '"--password-file FILE" names a file'),
        (("test", "robin@a.example"), "is not connected"),
        (("remove", "robin@a.example"), "is not connected"),
        (("set", "robin@a.example"), "nothing to change"),
        (("set", "robin@a.example", "--read-only"), "is not connected"),
    ],
)
def test_wrong_usage_is_one_line(call: Call, arguments: tuple[str, ...], says: str) -> None:
    told = call("account", *arguments)
    assert told.code == 2
    assert says in told.err
    assert told.err.count("\n") == 1


def test_an_address_without_a_server(call: Call) -> None:
    assert call("account", "add", "robin@mail.example", "--files").out == (
        "robin@mail.example is connected: from files.\n"
    )
    assert call("account", "list").out == "robin@mail.example: from files; nothing is sent\n"
    told = call("account", "add", "Robin@mail.example", "--files")
    assert "is connected already" in told.err
    assert "nothing to read" in call("sync").err


def test_what_is_known_of_a_provider_is_said_before_the_password(call: Call) -> None:
    told = call("account", "add", "robin@gmail.com")
    assert told.code == 2  # nobody is there to give a password
    assert "read at tls://imap.gmail.com:993, sent at tls://smtp.gmail.com:465" in told.err
    assert "make an app password" in told.err
    told = call("account", "add", "robin@gmail.com", "--imap", "none")
    assert "read at nowhere, sent at tls://smtp.gmail.com:465" in told.err
