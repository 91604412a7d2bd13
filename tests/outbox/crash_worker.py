"""Senders that are there to be killed: each a process of its own, forked from one that has everything loaded.

Reads a job a line from standard input and answers with a process id, or with how that process ended. At the boundary
where a job says that it is to stop, it tells the port that it was given, and waits for whatever happens to it.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import socket
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tests.store.judges import judge

from sincerely.app.background.loop import Background, Waiter
from sincerely.app.outgoing.claiming import claim_message
from sincerely.app.outgoing.sending import send
from sincerely.app.outgoing.sending_by_itself import send_due
from sincerely.app.outgoing.sent_by_hand import told_sent
from sincerely.core.outbound import CannotStep, Dispatch
from sincerely.outbox.base import Outbox, Parcel, Result
from sincerely.store.base import Still
from sincerely.store.opening import open_database, open_store, sqlite_url
from sincerely.store.sql_store import SqlStore

from .crash import LATER, approved
from .crash import outbox as through

REFUSED = 3
Hook = Callable[[str], None]


class HookedStore(SqlStore):
    """A store that tells when a step is written, and not committed yet."""

    hook: Hook

    def step(self, old: Dispatch, new: Dispatch) -> bool:
        done = super().step(old, new)
        self.hook(f"{new.state} written")
        return done

    @contextmanager
    def alone(self, name: str) -> Iterator[Still | None]:
        with super().alone(name) as still:
            if still is not None:
                self.hook("locked")
            yield still


class HookedOutbox:
    """An outbox that tells when it is to send, when the text but for the final dot is out, and when it is done."""

    def __init__(self, inner: Outbox, hook: Hook) -> None:
        self.inner, self.hook = inner, hook

    def send(self, parcel: Parcel, still: Still) -> Result:
        def dot() -> bool:
            self.hook("before the dot")
            return still()

        self.hook("claimed")
        result = self.inner.send(parcel, dot)
        self.hook("answered")
        return result


def work(job: dict[str, Any]) -> int:
    def hook(name: str) -> None:
        if name == job["stop"]:
            with socket.create_connection(("127.0.0.1", job["tell"])) as told:
                told.recv(1)

    now = datetime.fromisoformat(job["now"])
    store = HookedStore(open_database(job["url"]), "home", job["candidate"], judge)
    store.hook = hook
    outbox = HookedOutbox(through(job["port"], job["ca"]), hook)
    if job.get("by_itself"):
        return by_itself(store, outbox, now, hook)
    try:
        send(store, job["name"], outbox, lambda: now, lambda: hook("before the claim"))
    except CannotStep:
        return REFUSED
    hook("confirmed")
    return 0


def by_itself(store: SqlStore, outbox: Outbox, now: datetime, hook: Hook) -> int:
    """Send as the background does: whatever is due, and no word of what was not."""
    hook("before the claim")
    loop = Background(
        {"Sending": lambda _: send_due(store, lambda: now, through=outbox)},
        lambda: nullcontext(lambda: True),
        wall=lambda: now,
        waiter=Once(),
    )
    loop.waiter.loop = loop  # type: ignore[attr-defined]  # it ends the loop
    loop.run()
    hook("confirmed")
    return 0


class Once(Waiter):
    """Ends the loop when it wants to sleep."""

    loop: Background

    def wait(self, span: timedelta) -> bool:
        self.loop.stop()
        return super().wait(span * 0)


def _say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def warm_up() -> None:
    """Load and compute once what every sender needs, so that a thousand of them cost little."""
    for name in ("sincerely.store.postgres_opening", "psycopg", "sincerely.app.outgoing.posting", "stringprep"):
        importlib.import_module(name)
    with tempfile.TemporaryDirectory() as folder:
        store = approved(open_store(sqlite_url(Path(folder) / "store.sqlite"), "home", "robin", judge), "Thank you")
        claim_message(store, "o1", LATER)
        told_sent(store, "o1", lambda _: LATER, LATER)
        store.close()
    assert threading.active_count() == 1, "a fork takes one thread along"
    gc.freeze()  # what is there stays where it is: a fork that looks through all of it copies all of it


def main() -> None:
    warm_up()
    for line in sys.stdin:
        job = json.loads(line)
        if "wait" in job:
            _, status = os.waitpid(job["wait"], 0)
            _say(os.waitstatus_to_exitcode(status))
            continue
        pid = os.fork()
        if pid == 0:
            try:
                os._exit(work(job))
            except BaseException:  # noqa: BLE001  (a fork must not go on as its parent)
                traceback.print_exc()
                os._exit(1)
        _say(pid)


if __name__ == "__main__":
    main()
