"""``sincerely token``: made, shown once, listed, revoked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sincerely.app.connections.access import Scope, check
from sincerely.app.wiring import opened
from sincerely.cli.main import cli


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SINCERELY_HOME", str(tmp_path))
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, list(words))


@pytest.mark.parametrize(
    ("options", "scopes"),
    [
        ([], {"read"}),
        (["--read-only"], {"read"}),
        (["--can-propose"], {"read", "propose"}),
        (["--full"], {"read", "propose", "write"}),
        (["--can-approve"], {"read", "approve"}),
        (["--full", "--can-approve"], {"read", "propose", "write", "approve"}),
    ],
)
def test_a_token_may_what_was_said_and_no_more(options: list[str], scopes: set[str], home: Path) -> None:
    made = run("token", "add", "x", "--days", "30", "--json", *options)
    told = json.loads(made.stdout)
    assert set(told["scopes"]) == scopes
    assert told["ends_at"] is not None
    from datetime import datetime

    with opened(home) as store:
        assert check(store, told["token"], datetime.now().astimezone()).scopes == {Scope(one) for one in scopes}


def test_only_the_token_is_printed_for_scripts() -> None:
    made = run("token", "add", "my script")
    assert made.stdout.startswith("sincerely_")
    assert len(made.stdout.split()) == 1
    assert "not shown again" in made.stderr
    listed = run("token", "list")
    assert "my script" in listed.stdout
    assert "never used" in listed.stdout
    assert made.stdout.strip() not in listed.stdout


def test_who_may_approve_is_warned_about() -> None:
    assert "in your name" in run("token", "add", "x", "--can-approve").stderr


def test_a_token_is_revoked_once() -> None:
    run("token", "add", "x")
    assert run("token", "revoke", "x").exit_code == 0
    again = run("token", "revoke", "x")
    assert again.exit_code == 2
    assert 'no token is called "x"' in again.output
    assert "token add" in run("token", "list").stdout


@pytest.mark.parametrize(("words", "says"), [(["add", ""], "1 to 60"), (["add", "x", "--days", "0"], "--days")])
def test_what_cannot_be_is_refused(words: list[str], says: str) -> None:
    done = run("token", *words)
    assert done.exit_code == 2
    assert says in done.output
    run("token", "add", "x")
    assert "choose another name" in run("token", "add", "x").output
