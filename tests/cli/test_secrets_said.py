"""What `serve` says when all goes wrong, on its pages and at the terminal: never a password or a passphrase."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from base64 import b64encode
from pathlib import Path

import httpx2
import pytest
from tests.outbox.server import Manners, serving
from tests.sources.certificates import shown
from tests.sources.dovecot import PASSWORD, Dovecot

from .conftest import PASSPHRASE
from .test_account_command import running_programs

pytestmark = pytest.mark.slow
WRONG = "not-the-password-at-all"


def test_no_page_and_no_log_holds_a_secret(
    dovecot: Dovecot, home: Path, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SINCERELY_PASSPHRASE_FILE")  # it is typed on the page
    seen: dict[str, bytes] = {}

    def look(command: str) -> None:
        if command == "AUTH":
            seen.update(running_programs())

    log = tmp_path / "log"
    line = [sys.executable, "-m", "sincerely", "serve", "--port", "0", "--no-browser"]
    with (
        serving(Manners(password=PASSWORD, at=look), "tls", shown(dovecot.certificates)) as smtp,
        log.open("w+") as told,
        subprocess.Popen(line, env={**os.environ, "PYTHONUNBUFFERED": "1"}, stdout=told, stderr=told) as program,
    ):
        try:
            form = {
                "address": address,
                "imap": f"tls://127.0.0.1:{dovecot.port}",
                "smtp": f"tls://127.0.0.1:{smtp.port}",
                "ca": str(dovecot.certificates.ca),
                "passphrase": PASSPHRASE,
            }
            pages = everything_wrong(where(program, log), form, home)
        finally:
            program.terminate()
    assert seen, "the password was at work"
    pages |= {name: told.decode("utf-8", "replace") for name, told in seen.items()}
    pages["log"] = log.read_text()
    for name, page in pages.items():
        for secret in (PASSWORD, PASSPHRASE, WRONG):
            assert secret not in page, name
            assert b64encode(secret.encode()).decode() not in page, name


def where(program: subprocess.Popen[bytes], log: Path) -> str:
    """Return the address that the program printed."""
    while not (found := re.search(r"http://\S+", log.read_text())):
        assert program.poll() is None, log.read_text()
    return found[0].rstrip("/")


def everything_wrong(url: str, form: dict[str, str], home: Path) -> dict[str, str]:
    """Do whatever can go wrong with a password in a form; return every page, by what it was."""
    new, pages = "/settings/accounts/new", {}
    anew = httpx2.Limits(max_keepalive_connections=0)  # what was kept open the server may just be closing
    with httpx2.Client(
        base_url=url, headers={"origin": url}, timeout=60, follow_redirects=True, limits=anew
    ) as browser:
        [token, *_] = re.findall(r'name="token" value="([^"]+)"', browser.get("/settings/reminders").text)
        form |= {"token": token}

        def send(what: str, status: int, more: dict[str, str], **headers: str) -> None:
            answer = browser.post(new, data={**form, **more}, headers=headers)
            assert answer.status_code == status, f"{what}: {answer.status_code}"
            pages[what] = answer.text

        send("refused", 422, {"password": WRONG})
        send("no address", 422, {"password": WRONG, "address": "nobody"})
        send("too long", 422, {"password": WRONG * 100})
        send("no token", 403, {"password": PASSWORD, "token": ""})
        send("from elsewhere", 403, {"password": PASSWORD}, origin="https://elsewhere.example")
        answer = browser.put(new, data={**form, "password": PASSWORD})
        assert answer.status_code == 405
        pages["not like this"] = answer.text
        send("connected", 200, {"password": PASSWORD})
        send("again", 422, {"password": PASSWORD})
        pages["listed"] = browser.get("/settings/accounts").text
        # Put in its place, as a sync folder or a restore does it: a file that the server has mapped, written over as it
        # is, would take the server with it.
        broken = home / "broken"
        for path in home.glob("sincerely.db*"):
            broken.write_bytes(b"this is no database any more" * 400)
            broken.replace(path)
        send("a broken store", 503, {"password": PASSWORD})
    return pages
