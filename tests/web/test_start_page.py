"""The first run: every way in, how far it is, and what is not taken."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.support import POLICY

from sincerely.app.mail_in import bringing
from sincerely.app.mail_in.reading_in import Readings
from sincerely.app.wiring import opened
from sincerely.web.app import Site

from .conftest import HOST, NOW
from .lending import lend
from .test_pages import ORIGIN, token

RECEIPT = """From x Mon Mar  2 09:00:00 2026
From: Dana Ito <dana@acme.example>
To: Robin <robin@mail.example>
Subject: Your application as Data analyst
Date: Mon, 02 Mar 2026 09:00:00 +0000
Message-ID: <i@acme.example>

Dear Robin,

thank you for your application for the position of Data analyst at Acme Corp. We have received it and will get back to you.

Kind regards,
Dana Ito
Acme Corp

"""


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[TestClient]:
    site = Site(lambda: opened(tmp_path), POLICY, lambda: NOW, (HOST,), folder=tmp_path)
    app = lend(site)
    with TestClient(app, base_url=f"http://{HOST}") as client:
        yield client
        app.state.readings.close()


def readings(client: TestClient) -> Readings:
    found: Readings = client.app.state.readings  # type: ignore[attr-defined]
    return found


def send(client: TestClient, *files: tuple[str, bytes], me: str = "", **more: str) -> str:
    form = {"token": token(client.get("/start").text), "me": me, **more}
    answer = client.post("/start/files", data=form, files=[("files", file) for file in files], headers=ORIGIN)
    return answer.text


def post(client: TestClient, path: str, **form: str) -> str:
    form = {"token": token(client.get("/start").text), **form}
    return client.post(path, data=form, headers=ORIGIN).text


def ended(client: TestClient) -> str:
    thread = readings(client)._thread
    assert thread is not None
    thread.join(120)
    return client.get("/start").text


def test_it_says_what_is_read_and_what_never_leaves(fresh: TestClient) -> None:
    page = fresh.get("/start").text
    for words in ("Bring a mailbox", "Connect your mailbox", "See the sample", "What is read, and what never leaves"):
        assert words in page
    assert re.search(r"room for [\d.,]+ [GMT]B", page)


def test_a_mailbox_through_the_browser(fresh: TestClient, tmp_path: Path) -> None:
    send(fresh, ("inbox.mbox", RECEIPT.encode()), me="Robin@mail.example, nonsense")
    page = ended(fresh)
    assert "inbox.mbox was read" in page
    assert "See Today" in page
    assert "Bring your Sent mail too" in page
    assert "Bring your Sent mail too" in fresh.get("/").text
    assert "Acme Corp" in fresh.get("/processes").text
    with opened(tmp_path) as store:
        assert store.setting("me") == ["robin@mail.example"]
    [event] = re.findall(
        r'href="(/e/[^"]+)"', fresh.get(re.findall(r'href="(/p/[^"]+)"', fresh.get("/processes").text)[0]).text
    )[:1]
    assert "thank you for your application" in fresh.get(event).text


def test_mail_that_was_sent_is_not_missed(fresh: TestClient) -> None:
    """With one answer of the person's own it is known that their mail is among it."""
    receipt = RECEIPT.partition("\n")[2]
    answer = (
        "From: robin@mail.example\nTo: jobs@acme.example\nIn-Reply-To: <i@acme.example>\nMessage-ID: <r@mail.example>\n"
        "Date: Tue, 03 Mar 2026 09:00:00 +0000\nSubject: Re: Your application as Data analyst\n\nDear Dana,\n\n"
        "thank you for looking at my application as Data analyst. I am glad to come to an interview.\n\nRobin\n"
    )
    files = [("files", ("in.eml", receipt.encode())), ("files", ("out.eml", answer.encode()))]
    form = {"token": token(fresh.get("/start").text), "me": "robin@mail.example"}
    fresh.post("/start/files", data=form, files=files, headers=ORIGIN)
    assert "Bring your Sent mail too" not in ended(fresh)
    assert "Bring your Sent mail too" not in fresh.get("/").text


def test_a_takeout_through_the_browser(fresh: TestClient, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "t.zip", "w") as archive:
        archive.writestr("Takeout/Mail/All mail Including Spam and Trash.mbox", RECEIPT)
    send(fresh, ("takeout-1.zip", (tmp_path / "t.zip").read_bytes()))
    assert "takeout-1.zip was read" in ended(fresh)
    assert "Acme Corp" in fresh.get("/processes").text


def test_by_path_and_pasted(fresh: TestClient, tmp_path: Path) -> None:
    (tmp_path / "my inbox").write_text(RECEIPT)
    post(fresh, "/start/path", place=f'"{tmp_path / "my inbox"}"')
    assert "my inbox was read" in ended(fresh)
    shown = (
        RECEIPT.partition("\n")[2]
        .replace("Message-ID: <i@acme.example>\n", "")
        .replace("Date: Mon, 02 Mar 2026 09:00:00 +0000", "Sent: Monday, March 2, 2026 9:00 AM")
        .replace("Acme", "Globex")
        .replace("acme", "globex")
    )
    post(fresh, "/start/paste", mail=shown)
    assert "The mail that you pasted was read" in ended(fresh)
    assert "Globex Corp" in fresh.get("/processes").text


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"place": ""}, "Say where your mail lies"),
        ({"place": "Mail"}, "Give the whole path"),
        ({"place": "/nowhere/at/all.mbox"}, "There is nothing at /nowhere/at/all.mbox. Check the path."),
        ({"place": "/a\x00b"}, "Check the path"),
    ],
)
def test_a_path_that_leads_nowhere_says_so(fresh: TestClient, form: dict[str, str], says: str) -> None:
    assert says in post(fresh, "/start/path", **form)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("me.jpg", b"\xff\xd8\xff\xe0 a picture" * 99, "me.jpg: is neither a mailbox, nor a mail, nor a calendar"),
        ("half.zip", b"PK\x03\x04 half", "half.zip: is damaged, or only a part of it; download or copy it again"),
        ("mail.pst", b"!BDN 1234", "mail.pst: is an Outlook data file; export its mail"),
        ("cv.pdf", b"%PDF-1.7 1234", "cv.pdf: is a PDF, not a mailbox"),
    ],
)
def test_what_is_no_mail_says_what_to_bring_instead(
    fresh: TestClient, name: str, data: bytes, says: str, tmp_path: Path
) -> None:
    send(fresh, (name, data))
    page = ended(fresh)
    assert "could not be read" in page
    assert says in page
    assert str(tmp_path) not in page
    assert [path for path in (tmp_path / "brought").rglob("*") if path.is_file()] == []


@pytest.mark.slow
def test_a_bomb_is_stopped_and_leaves_nothing(fresh: TestClient, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "t.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Takeout/Mail/All.mbox", bytes(90_000_000))
    send(fresh, ("takeout.zip", (tmp_path / "t.zip").read_bytes()))
    assert "as no mail does; it may be made to fill the disk" in ended(fresh)
    assert [path for path in (tmp_path / "brought").rglob("*") if path.is_file()] == []


def test_without_room_nothing_is_taken(fresh: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bringing, "RESERVE", 10**18)
    assert "This does not fit: 0 bytes are free" in send(fresh, ("inbox.mbox", RECEIPT.encode() * 200))
    assert not (tmp_path / "brought").exists()


def test_what_is_too_large_without_saying_so_is_stopped_on_its_way(
    fresh: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bringing, "room", lambda _: 100_000)
    head = f'--b\r\nContent-Disposition: form-data; name="token"\r\n\r\n{token(fresh.get("/start").text)}\r\n--b\r\nContent-Disposition: form-data; name="files"; filename="a.mbox"\r\n\r\n'

    def chunks() -> Iterator[bytes]:
        yield head.encode()
        for _ in range(100):
            yield bytes(10_000)

    headers = {**ORIGIN, "content-type": "multipart/form-data; boundary=b"}
    answer = fresh.post("/start/files", content=chunks(), headers=headers)
    assert answer.status_code == 422
    assert "This does not fit" in answer.text
    assert list((tmp_path / "brought").rglob("*")) == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"--b\r\nContent-Disp",
        b"nonsense",
        b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.mbox"\r\n\r\nhalf',
    ],
)
def test_half_a_form_changes_nothing(fresh: TestClient, tmp_path: Path, body: bytes) -> None:
    headers = {**ORIGIN, "content-type": "multipart/form-data; boundary=b"}
    assert fresh.post("/start/files", content=body, headers=headers).status_code in {403, 422}
    assert not (tmp_path / "brought").exists()


def test_without_its_token_no_file_is_written(fresh: TestClient, tmp_path: Path) -> None:
    for form in ({}, {"token": "0" * 64}):
        files = [("files", ("a.mbox", RECEIPT.encode()))]
        assert fresh.post("/start/files", data=form, files=files, headers=ORIGIN).status_code == 403
    good = {"token": token(fresh.get("/start").text)}
    files = [("files", ("a.mbox", RECEIPT.encode()))]
    assert (
        fresh.post("/start/files", data=good, files=files, headers={"origin": "http://evil.example"}).status_code == 403
    )
    assert not (tmp_path / "brought").exists()


@pytest.mark.parametrize("path", ["/start/sample", "/start/path", "/start/paste", "/start/stop", "/start/again"])
def test_without_its_token_nothing_begins(fresh: TestClient, path: str) -> None:
    assert fresh.post(path, data={"place": "/tmp", "mail": "x"}, headers=ORIGIN).status_code == 403
    assert readings(fresh).look() is None


def test_no_file_chosen_says_so(fresh: TestClient) -> None:
    assert "No file was chosen" in send(fresh, ("", b""))


@pytest.mark.slow
def test_the_sample_comes_and_goes_as_a_whole(fresh: TestClient, tmp_path: Path) -> None:
    post(fresh, "/start/sample")
    assert "The sample was read" in ended(fresh)
    assert "This is the sample" in fresh.get("/").text
    assert len(re.findall(r'href="/p/', fresh.get("/processes").text)) > 10
    send(fresh, ("inbox.mbox", RECEIPT.encode()))
    ended(fresh)
    page = fresh.get("/processes").text
    assert "This is the sample" not in page
    assert set(re.findall(r'href="/p/([^"]+)"', page)) == {"acme-data-analyst"}
    assert not (tmp_path / "sample").exists()
    assert "the sample would stand among it" in post(fresh, "/start/sample")
