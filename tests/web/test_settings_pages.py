"""The settings: every page, every change, and its undoing."""

from __future__ import annotations

import io
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.support import POLICY

from sincerely.app import wiring
from sincerely.app.connections import unlocking
from sincerely.app.today import policies
from sincerely.app.today.policy_words import in_words
from sincerely.app.wiring import opened
from sincerely.core.account import Account, Server
from sincerely.web.app import Site

from .conftest import HOST, NOW
from .lending import lend
from .test_pages import ORIGIN, token

PAGES = (
    "/settings", "/settings/policy", "/settings/policy?process=acme-analyst", "/settings/policy?change=WAIT003.at_most",
    "/settings/you", "/settings/accounts", "/settings/accounts/new", "/settings/accounts/new?address=robin@gmail.com",
    "/settings/papers", "/settings/reminders", "/settings/calendar", "/settings/data", "/start",
)  # fmt: skip
POSTS = {
    "/settings/policy/profile": {"profile": "strict"},
    "/settings/policy/value": {"name": "WAIT003.at_most", "value": "1"},
    "/settings/you/style": {"key": "name", "value": "Robin"},
    "/settings/you/forget": {"key": "name"},
    "/settings/you/address": {"address": "robin@mail.example"},
    "/settings/reminders": {"by": "desktop"},
    "/settings/accounts/test": {"address": "robin@mail.example"},
    "/settings/accounts/read-only": {"address": "robin@mail.example"},
    "/settings/accounts/remove": {"address": "robin@mail.example"},
    "/settings/accounts/look-up": {"address": "robin@mail.example"},
    "/settings/accounts/new": {"address": "robin@mail.example"},
    "/settings/accounts/oauth": {"address": "robin@mail.example", "oauth": "google", "client_id": "x"},
    "/settings/accounts/oauth/finish": {"name": "x"},
    "/settings/accounts/oauth/again": {"address": "robin@mail.example"},
    "/settings/accounts/password": {"address": "robin@mail.example", "password": "x"},
    "/settings/unlock": {"passphrase": "x"},
    "/settings/papers/remove": {"paper": "cv-1"},
    "/settings/calendar/feed": {},
    "/settings/calendar/revoke": {},
    "/settings/calendar/server": {"url": "https://calendar.example/"},
    "/settings/calendar/push": {},
    "/settings/calendar/read": {"address": "https://calendar.example/x/"},
    "/settings/data/export": {},
    "/settings/data/backup": {},
    "/settings/data/forget": {"name": "x"},
    "/settings/data/restore-before": {"name": "x"},
    "/settings/data/erase": {"said": "erase everything"},
    "/settings/data/erase-process": {"process": "acme-analyst", "said": "acme-analyst"},
}
CV = b"Robin Ashdown\n\nLed the move of forty dashboards\n"


@pytest.fixture
def client(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setenv("SINCERELY_HOME", str(folder))
    monkeypatch.setenv("SINCERELY_SECRETS", "file")
    monkeypatch.setattr(unlocking, "_said", [])
    wiring._secrets_in.cache_clear()
    site = Site(lambda: opened(folder), POLICY, lambda: NOW, (HOST,), folder=folder)
    with TestClient(lend(site), base_url=f"http://{HOST}") as found:
        yield found


def post(client: TestClient, path: str, **form: str) -> str:
    form = {"token": token(client.get("/settings").text), **form}
    return unescape(client.post(path, data=form, headers=ORIGIN).text)


def undo(client: TestClient) -> str:
    return post(client, "/undo")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_there_and_says_where_one_is(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1
    assert not re.search(r"\s(on\w+|style)=", answer.text)
    ids = re.findall(r'\sid="([^"]+)"', answer.text)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", POSTS)
def test_without_its_token_nothing_changes(client: TestClient, path: str, folder: Path) -> None:
    for wrong in ({}, {"token": "0" * 64}):
        assert client.post(path, data={**POSTS[path], **wrong}, headers=ORIGIN).status_code == 403
    with opened(folder) as store:
        assert store.counts()["processes"] == 2
        assert policies.policy_of(store) is POLICY


def test_every_value_of_the_policy_has_its_words_and_its_source(folder: Path) -> None:
    with opened(folder) as store:
        shown = [value for _, values in in_words(store) for value in values]
    named = {f"{code}.{key}" for code, table in POLICY.tables.items() for key in table}
    assert {value.name for value in shown} == named
    assert len(shown) == len(named)
    assert all(value.source for value in shown)
    words = {value.words for value in shown}
    assert "First check-in: 2 business days after the date that they named" in words


def test_a_value_is_changed_seen_and_taken_back(client: TestClient) -> None:
    page = post(client, "/settings/policy/value", name="WAIT003.after_promise", value="4", unit="bd")
    assert 'First check-in: <b class="num">4 business days</b> after the date that they named' in page
    assert "The profile says 2 business days" in page
    assert "Write on Thursday 19 March at the earliest." in client.get("/").text
    undo(client)
    assert "Write on Tuesday 17 March at the earliest." in client.get("/").text
    page = post(client, "/settings/policy/value", name="WAIT003.after_promise", value="soon", unit="")
    assert 'expected a length of time such as 24h, 30d or 5bd (business days), found "soon"' in page


def test_a_process_has_values_of_its_own(client: TestClient) -> None:
    post(client, "/settings/policy/value", name="WAIT003.after_promise", value="5bd", process="acme-analyst")
    assert "Write on Friday 20 March at the earliest." in client.get("/").text
    assert "5 business days</b> after the date" not in client.get("/settings/policy").text
    assert "(own values)" in client.get("/settings/policy").text
    page = post(client, "/settings/policy/value", name="", do="reset", process="acme-analyst")
    assert "(own values)" not in page
    assert client.get("/settings/policy?process=nobody").status_code == 404


def test_a_profile_is_chosen(client: TestClient) -> None:
    page = post(client, "/settings/policy/profile", profile="strict")
    assert re.search(r'value="strict" checked', page)
    assert "Write on Friday 20 March at the earliest." in client.get("/").text
    assert "no profile is called" in post(client, "/settings/policy/profile", profile="lenient")


def test_who_one_is_and_how_one_writes(client: TestClient, folder: Path) -> None:
    assert "robin@mail.example" in post(client, "/settings/you/address", address="Robin@mail.example")
    assert "expected an address" in post(client, "/settings/you/address", address="nobody")
    page = post(client, "/settings/you/address", address="robin@mail.example", do="remove")
    assert "None is known yet" in page
    assert "robin@mail.example" in undo(client)
    page = post(client, "/settings/you/style", key="sign-off", value="Viele Grüße")
    assert "you said so" in page
    assert "German" in page
    post(client, "/settings/you/forget", key="sign-off")
    with opened(folder) as store:
        assert store.setting("style") == {}
    undo(client)
    with opened(folder) as store:
        assert store.setting("style") == {"sign-off": {"de": "Viele Grüße"}}
    assert "expected one line" in post(client, "/settings/you/style", key="name", value="")
    assert 'there is no "shoe size"' in post(client, "/settings/you/style", key="shoe size", value="9")


def test_reminders_are_chosen_and_taken_back(client: TestClient, folder: Path) -> None:
    chosen = {"by": "desktop", "digest": "08:30", "quiet_from": "20:00", "quiet_until": "08:00", "most": "2"}
    page = post(client, "/settings/reminders", **chosen)
    assert 'value="08:30"' in page
    with opened(folder) as store:
        assert store.setting("reminders") == {
            "by": "desktop",
            "digest": "08:30",
            "quiet": "20:00-08:00",
            "urgent": False,
            "most": 2,
        }
    undo(client)
    with opened(folder) as store:
        assert store.setting("reminders") is None
    assert "lies in the quiet hours" in post(client, "/settings/reminders", **{**chosen, "digest": "06:00"})
    assert "Something is missing" in post(client, "/settings/reminders", **{**chosen, "most": "99"})
    assert "is not a valid By" in post(client, "/settings/reminders", **{**chosen, "by": "pigeon"})


def test_papers_come_and_go(client: TestClient) -> None:
    form = {"token": token(client.get("/settings/papers").text), "process": ""}
    page = client.post("/settings/papers", data=form, files={"file": ("cv.txt", CV)}, headers=ORIGIN).text
    assert "cv.txt" in page
    [name] = re.findall(r'href="/settings/papers/(cv-[0-9a-f]+)"', page)
    assert '<li value="3">Led the move of forty dashboards</li>' in client.get(f"/settings/papers/{name}").text
    assert "No CV yet" in post(client, "/settings/papers/remove", paper=name)
    assert client.get(f"/settings/papers/{name}").status_code == 404
    undo(client)
    assert "cv.txt" in client.get("/settings/papers").text
    form |= {"text": "What you bring\n- SQL", "process": "acme-analyst"}
    page = client.post("/settings/papers", data=form, files={"file": ("", b"")}, headers=ORIGIN).text
    assert "Posting of Acme &lt;Corp&gt;" in page


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("", b"", "Choose a file, or paste the text."),
        ("me.jpg", b"\xff\xd8\xff\xe0" + bytes(200), "me.jpg "),
        ("big.txt", b"a" * 30_000_000, "This is larger than"),
    ],
)
def test_a_paper_that_is_none_says_so(client: TestClient, name: str, data: bytes, says: str) -> None:
    form = {"token": token(client.get("/settings/papers").text)}
    answer = client.post("/settings/papers", data=form, files={"file": (name, data)}, headers=ORIGIN)
    assert answer.status_code == 422
    assert says in answer.text


def test_a_calendar_server_that_is_not_complete_is_not_kept(client: TestClient, folder: Path) -> None:
    form = {"url": "https://calendar.example/dav/", "user": "robin"}
    page = post(client, "/settings/calendar/server", **form)
    assert "needs a password" in page
    assert 'value="https://calendar.example/dav/"' in page
    assert "needs a name" in post(client, "/settings/calendar/server", **{**form, "user": "", "password": "x"})
    assert "expected an address" in post(client, "/settings/calendar/server", url="ftp://x")
    page = post(client, "/settings/calendar/server", url="http://calendar.example/", user="robin", password="pass-x")
    assert "https://" in page
    assert "pass-x" not in page
    with opened(folder) as store:
        assert store.setting("calendar")["server"] == ""


def test_a_feed_is_shown_once_and_ends_for_good(client: TestClient, folder: Path) -> None:
    assert "a feed needs a public address" in post(client, "/settings/calendar/feed")
    with opened(folder) as store:
        store.set_setting("public_address", "https://search.example")
    page = post(client, "/settings/calendar/feed", shows="all")
    [address] = re.findall(r"https://search\.example/feed/[\w-]+\.ics", page)
    again = client.get("/settings/calendar").text
    assert address not in again
    assert "End the address for good" in again
    assert "nobody can fetch it any more" in post(client, "/settings/calendar/revoke")
    assert "End the address for good" not in client.get("/settings/calendar").text


def test_known_and_unknown_providers(client: TestClient) -> None:
    page = client.get("/settings/accounts/new?address=robin@gmail.com").text
    assert 'value="imap.gmail.com:993"' in page
    assert "App password" in page
    assert "A new passphrase for your secrets" in page
    page = client.get("/settings/accounts/new?address=robin@own.example").text
    assert "The servers of own.example are not known here" in page
    assert "expected an address" in unescape(client.get("/settings/accounts/new?address=nobody").text)
    page = client.get("/settings/accounts/new?address=robin@outlook.com").text
    assert "<option selected>microsoft</option>" in page
    assert page.index("/settings/accounts/oauth") < page.index('action="/settings/accounts/new"')


def test_a_mailbox_that_cannot_be_reached_is_not_kept(client: TestClient, folder: Path) -> None:
    form = {
        "address": "robin@own.example",
        "imap": "127.0.0.1:1",
        "password": "secret-word",
        "passphrase": "four words are best",
    }
    page = post(client, "/settings/accounts/new", **form)
    assert "nobody answers at that port" in page
    assert "sincerely account" not in page.partition('role="alert"')[2].partition("</p>")[0]
    assert "secret-word" not in page
    assert 'value="127.0.0.1:1"' in page
    with opened(folder) as store:
        assert store.accounts() == []
    assert "expected a server such as" in post(client, "/settings/accounts/new", **{**form, "imap": "no server"})
    assert "Type the password" in post(client, "/settings/accounts/new", **{**form, "password": ""})


def test_a_connected_mailbox_is_only_read_tested_and_forgotten(client: TestClient, folder: Path) -> None:
    with opened(folder) as store:
        server = Server("127.0.0.1", 1)
        store.save_account(Account(address="robin@own.example", imap=server, smtp=server), NOW)
    assert "Let it send what I approve" in post(
        client, "/settings/accounts/read-only", address="robin@own.example", value="yes"
    )
    assert "Only read it" in post(client, "/settings/accounts/read-only", address="robin@own.example", value="")
    page = post(client, "/settings/accounts/test", address="robin@own.example")
    assert "no secret is kept for it" in page
    assert "account set" not in page
    page = post(client, "/settings/accounts/remove", address="robin@own.example")
    assert "No mailbox is connected" in page
    assert "is not connected" in post(client, "/settings/accounts/test", address="robin@own.example")


def test_everything_out_and_a_backup_back_in(client: TestClient, folder: Path) -> None:
    form = {"token": token(client.get("/settings/data").text)}
    out = client.post("/settings/data/export", data=form, headers=ORIGIN)
    assert "attachment" in out.headers["content-disposition"]
    with zipfile.ZipFile(io.BytesIO(out.content)) as archive:
        assert "acme-analyst" in archive.read("sincerely/processes.timeline").decode()
    backup = client.post("/settings/data/backup", data=form, headers=ORIGIN).content
    assert backup.startswith(b"SQLite format 3")
    post(client, "/settings/you/address", address="later@mail.example")
    page = client.post("/settings/data/restore", data=form, files={"file": ("s.db", backup)}, headers=ORIGIN).text
    assert "Restored" in page
    with opened(folder) as store:
        assert store.setting("me") is None
        assert store.counts()["processes"] == 2
    [before] = re.findall(r'value="(before-restoring-[^"]+)"', page)
    post(client, "/settings/data/restore-before", name=before)
    with opened(folder) as store:
        assert store.setting("me") == ["later@mail.example"]


@pytest.mark.parametrize(
    ("data", "says"),
    [(b"", "is empty"), (b"nonsense" * 200, "name another"), (b"SQLite format 3\x00" + bytes(2000), "s.db: ")],
)
def test_what_is_no_backup_changes_nothing(client: TestClient, folder: Path, data: bytes, says: str) -> None:
    form = {"token": token(client.get("/settings/data").text)}
    answer = client.post("/settings/data/restore", data=form, files={"file": ("s.db", data)}, headers=ORIGIN)
    assert answer.status_code == 422
    assert says in answer.text
    assert str(folder) not in answer.text.partition('role="alert"')[2].partition("</p>")[0]
    with opened(folder) as store:
        assert store.counts()["processes"] == 2


def test_half_a_backup_and_somebody_elses_database_are_refused(
    client: TestClient, folder: Path, tmp_path: Path
) -> None:
    form = {"token": token(client.get("/settings/data").text)}
    backup = client.post("/settings/data/backup", data=form, headers=ORIGIN).content
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as made:
        made.execute("CREATE TABLE bookmarks (url TEXT)")
    for data in (backup[: len(backup) // 2], other.read_bytes()):
        answer = client.post("/settings/data/restore", data=form, files={"file": ("s.db", data)}, headers=ORIGIN)
        assert answer.status_code == 422
    with opened(folder) as store:
        assert store.counts()["processes"] == 2


def test_erasing_wants_its_words_and_leaves_nothing(client: TestClient, folder: Path) -> None:
    (folder / "brought" / "x").mkdir(parents=True)
    (folder / "brought" / "x" / "inbox.mbox").write_text("From x")
    post(client, "/settings/you/address", address="robin-the-erased@mail.example")
    page = post(client, "/settings/data/erase", said="yes")
    assert 'Type "erase everything"' in page
    assert "Everything is erased" in post(client, "/settings/data/erase", said=" Erase  Everything ")
    with opened(folder) as store:
        assert set(store.counts().values()) == {0}
        assert store.setting("me") is None
    assert not (folder / "brought").exists()
    for path in folder.glob("sincerely.db*"):
        assert b"robin-the-erased" not in path.read_bytes()
        assert b"Acme" not in path.read_bytes()
    assert "Begin with your mail" in client.get("/start").text


def test_one_process_goes_for_good_and_the_other_stays(client: TestClient, folder: Path) -> None:
    assert "Acme &lt;Corp&gt;, Data analyst (acme-analyst)" in client.get("/settings/data").text
    page = post(client, "/settings/data/erase-process", process="acme-analyst", said="yes")
    assert 'Type "acme-analyst"' in page
    assert "acme-analyst is erased" in post(
        client, "/settings/data/erase-process", process="acme-analyst", said="acme-analyst"
    )
    with opened(folder) as store:
        assert [row.header.id for row in store.summaries()] == ["globex-lead"]
    assert "dana@acme.example" not in client.get("/").text
    again = post(client, "/settings/data/erase-process", process="acme-analyst", said="acme-analyst")
    assert 'no process begins with "acme-analyst"' in again
