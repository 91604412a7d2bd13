"""No tool reaches approving or sending: not by what it may do, not by what it loads, and not by what it imports."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.support import POLICY

from sincerely.app.connections.access import CAN_PROPOSE, FULL, READ_ONLY, Scope
from sincerely.app.connections.narrowing import APPROVES, LIMITED, NEVER, READS, WRITES, NotAllowed, narrowed
from sincerely.app.processes.transfer import take
from sincerely.app.wiring import opened
from sincerely.core.outbound import State, Text, Written
from sincerely.mcp.desk import Desk
from sincerely.mcp.tools import propose_tool, read_tools
from sincerely.store.base import Store

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)
STORY = """
process acme-analyst employer="Acme Corp" role="Data analyst" zone=America/New_York country=US
2026-03-02 09:00 scheduled dana@acme.example start="2026-03-04 14:00" end="2026-03-04 15:00"
"""
MINE = Written(process="acme-analyst", code="THX001", purpose="thank-you", who="x", text=Text(body="x"), made_at=NOW)
THEIRS = replace(MINE, made_by="proposed")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "story.timeline").write_text(STORY)
    with opened(tmp_path) as store:
        take(store, tmp_path / "story.timeline", NOW)
    return tmp_path


@pytest.fixture
def whole(folder: Path) -> Iterator[Store]:
    with opened(folder) as store:
        yield store


class Noting:
    """A store that notes which of its methods are asked for."""

    def __init__(self, store: Store, seen: set[str]) -> None:
        self._store, self._seen = store, seen

    def __getattr__(self, name: str) -> Any:
        self._seen.add(name)
        return getattr(self._store, name)


def test_tools_change_nothing_but_by_adding_a_version(folder: Path) -> None:
    from contextlib import contextmanager

    seen: set[str] = set()

    @contextmanager
    def noting() -> Iterator[Any]:
        with opened(folder) as store:
            yield Noting(store, seen)

    desk = Desk(noting, POLICY, lambda: NOW)
    today, processes, find, process, evidence, questions, explain, drafts, review = read_tools(desk)
    event = process("acme")["data"]["events"][0]["id"]
    for call in (today, processes, questions, explain, drafts):
        call()
    evidence("acme", event)
    find("acme")
    review("Hi Dana, any news?", "acme", ["dana@acme.example"])
    before = set(seen)
    propose_tool(desk)("acme", "THX001", ["dana@acme.example"], "Thanks", "Dear Dana,\n\nThank you.\n\nRobin")
    changing = {"add", "step", "add_outgoing", "add_messages", "set_header", "save_account", "alone", "forget_paper"}
    assert not seen & changing
    assert "add_version" not in before
    assert "add_version" in seen


@pytest.mark.slow
def test_what_the_tools_load_has_nothing_that_approves_or_sends(folder: Path) -> None:
    program = f"""
import sys
from datetime import UTC, datetime
from pathlib import Path
from sincerely.app.today.policies import load_policy
from sincerely.app.wiring import opened
from sincerely.mcp.desk import Desk
from sincerely.mcp.tools import propose_tool, read_tools
now = datetime(2026, 3, 5, 12, tzinfo=UTC)
desk = Desk(lambda: opened(Path({str(folder)!r})), load_policy(), lambda: now)
import sincerely.mcp.server
for tool in read_tools(desk)[:2]:
    tool()
propose_tool(desk)("acme", "THX001", ["dana@acme.example"], "Thanks", "Dear Dana, thank you. Robin")
words = ("approv", "claiming", "sending", "sent_by_hand", "withdrawing", "outbox", "smtplib")
print(sorted(name for name in sys.modules if name.startswith(("sincerely.", "smtplib")) and any(w in name for w in words)))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_import_contract_says_so_too() -> None:
    import tomllib

    contracts = tomllib.loads(Path("pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    [found] = [one for one in contracts if one.get("source_modules") == ["sincerely.mcp"]]
    assert {"sincerely.app.outgoing.approving", "sincerely.app.outgoing.sending", "sincerely.outbox"} <= set(
        found["forbidden_modules"]
    )
    assert not found.get("allow_indirect_imports")


@pytest.mark.parametrize("scopes", [READ_ONLY, CAN_PROPOSE, FULL])
def test_without_its_scope_nobody_approves(whole: Store, scopes: frozenset[Scope]) -> None:
    from sincerely.app.outgoing.approving import Wish, approve_draft

    kept = whole.add_version(replace(MINE, text=Text(to=("dana@acme.example",), subject="Thanks", body="Dear Dana")))
    with pytest.raises(NotAllowed):
        approve_draft(narrowed(whole, scopes), kept.name, Wish(reasons={}), lambda _: NOW)
    assert whole.outgoings() == []


def test_who_may_write_may_end_an_approval_and_nothing_else(whole: Store) -> None:
    from sincerely.app.outgoing.approving import Wish, approve_draft

    text = Text(to=("dana@acme.example",), subject="Thank you", body="Dear Dana,\n\nThank you for Wednesday.\n\nRobin")
    kept = whole.add_version(replace(MINE, text=text, who="dana@acme.example"))
    message = approve_draft(whole, kept.name, Wish(), lambda _: NOW).message
    store = narrowed(whole, FULL)
    for state in (State.CLAIMED, State.SENT, State.APPROVED):
        with pytest.raises(NotAllowed):
            store.step(message, replace(message, state=state))
    for reader in (READ_ONLY, CAN_PROPOSE):
        with pytest.raises(NotAllowed):
            narrowed(whole, reader).step(message, replace(message, state=State.VOID))
    assert store.step(message, replace(message, state=State.WITHDRAWN))


def test_every_method_of_a_store_has_its_place() -> None:
    """A new one is allowed to nobody: whoever adds it says here to whom it is."""
    methods = {name for name in dir(Store) if not name.startswith("_")}
    lists = (READS, WRITES, APPROVES, LIMITED, NEVER)
    assert set().union(*lists) == methods
    assert sum(map(len, lists)) == len(methods)


def test_not_even_who_may_approve_sends_or_lets_others_in(whole: Store) -> None:
    store = narrowed(whole, set(Scope))
    for name in NEVER:
        with pytest.raises(NotAllowed):
            getattr(store, name)
    for name in ("tokens", "front_door", "feed", "public_address", "policy", "me", "style"):
        with pytest.raises(NotAllowed):
            store.set_setting(name, [])


def test_who_may_propose_writes_nothing_else(whole: Store) -> None:
    assert narrowed(whole, CAN_PROPOSE).add_version(THEIRS).made_by == "proposed"
    for scopes, written in ((CAN_PROPOSE, MINE), (READ_ONLY, MINE), (READ_ONLY, THEIRS)):
        with pytest.raises(NotAllowed):
            narrowed(whole, scopes).add_version(written)
    with pytest.raises(NotAllowed):
        narrowed(whole, CAN_PROPOSE).set_setting("style", {})
    with pytest.raises(NotAllowed):
        _ = narrowed(whole, CAN_PROPOSE).add
