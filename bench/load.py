"""The server as people's browsers load it: 200 requests a second, mixed, on one worker with 200 processes and 50,000 mails.

    python bench/load.py [--keep FOLDER] [--rate 200] [--seconds 20] [--connections 6] [--anew]

The store is that of `pages.py`. The server is the real one (uvicorn, the whole application, the store on its disk) in a
process of its own; here, in another one, connections with a browser's cookies and validators ask what people ask,
drawn by the weights of `MIX` in an order that a seed fixes. The load is open: a request is due at its time, however
long the others take, and waiting counts as its time. What each answer cost the server in processor time is measured
before, one after the other, drawn likewise; and under the load all that the server's process used: parsing, threads,
what is collected. A busy machine makes answers late, and hardly dearer.

Stylesheet and scripts are asked for with their validators, as after a reload. Now and then somebody types: the draft is
saved, and the gate looks at it. So the store changes all the time, and what was kept is made anew.
"""

from __future__ import annotations

import argparse
import json
import os
import queue
import random
import re
import sys
import tempfile
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from pages import NOW, fill, p95, served
from selectolax.lexbor import LexborHTMLParser

from sincerely.app.connections.access import READ_ONLY, add
from sincerely.app.today.listing import today_of
from sincerely.app.today.policies import load_policy
from sincerely.app.wiring import opened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# How often each is asked for, beside the others. A page brings its stylesheet and scripts the first time only: they
# are asked for again, with validators, by a reload.
MIX = {
    "today": 18,
    "processes": 9,
    "board": 3,
    "process": 16,
    "evidence": 8,
    "card": 3,
    "debrief": 2,
    "questions": 3,
    "search": 4,
    "insights": 4,
    "drafts": 3,
    "outgoing": 2,
    "settings": 2,
    "a rule": 2,
    "editor": 4,
    "typed, and looked at": 1,
    "API: today": 4,
    "API: a process": 2,
    "style or script": 10,
}
# So many processes are looked at in one sitting, of the 200.
LOOKED_AT = 12
_FINE = frozenset({200, 304})
# What each costs is measured one after the other: of several at once nobody can tell whose time it was.
_ALONE, _AT_ONCE = 1500, 10**6


@dataclass(frozen=True)
class Ask:
    """One request."""

    what: str
    path: str
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)


class Person:
    """What somebody with a store has before them, and asks."""

    def __init__(self, folder: Path, host: str, seed: int) -> None:
        self.host = host
        self.chance = random.Random(seed)
        with opened(folder) as store:
            lines = today_of(store, NOW, load_policy()).all
            held = list(dict.fromkeys(line.process.header.id for line in lines))
            self.processes = (held + [row.header.id for row in store.summaries()])[:LOOKED_AT]
            self.events = [
                (process.header.id, event.id)
                for process in store.processes(self.processes)
                for event in process.told
                if event.quote
            ]
            self.fullest = quote(max(store.summaries(), key=lambda row: row.events).header.id)
            self.token = add(store, f"load {time.time_ns()}", READ_ONLY, NOW)
            self.owed = next(line for line in lines if line.finding.code == "OFF001")
        self.cookie = ""
        self._begin()

    def _begin(self) -> None:
        """Open Today, take the cookie, and begin a draft."""
        connection = HTTPConnection(self.host, timeout=60)
        connection.request("GET", "/")
        answer = connection.getresponse()
        page = answer.read().decode()
        self.cookie = (answer.getheader("set-cookie") or "").partition(";")[0]
        self.files = re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js)\?[^"]+)"', page)
        finding = self.owed.finding
        about = urlencode({"process": self.owed.process.header.id, "who": finding.who})
        connection.request("GET", f"/draft/{finding.code}?{about}", headers=self._headers())
        answer = connection.getresponse()
        answer.read()
        self.draft = (answer.getheader("location") or "").partition("?")[0]
        if not self.draft.startswith("/drafts/"):
            raise SystemExit(f"no draft was begun: {answer.status}")
        connection.request("GET", self.draft, headers=self._headers())
        self.typed = _form(connection.getresponse().read().decode(), self.draft)
        connection.close()

    def _headers(self) -> dict[str, str]:
        return {"cookie": self.cookie, "accept-encoding": "gzip"}

    def asks(self, count: int) -> Iterator[Ask]:
        """Yield requests, as the weights have it."""
        for number, what in enumerate(self.chance.choices(list(MIX), list(MIX.values()), k=count)):
            yield self._ask(what, number)

    def _ask(self, what: str, number: int) -> Ask:
        name, event = self.chance.choice(self.events)
        some = quote(self.chance.choice(self.processes))
        if what == "typed, and looked at":
            body = f"{self.typed['body']}\n\nYours, for the {number}th time."
            told = urlencode({**self.typed, "body": body})
            form = {"content-type": "application/x-www-form-urlencoded", "origin": f"http://{self.host}"}
            return Ask(what, self.draft, told, {**self._headers(), **form, "hx-request": "true"})
        if what.startswith("API"):
            path = "/api/v1/today" if what == "API: today" else f"/api/v1/processes/{some}"
            return Ask(what, path, headers={"authorization": f"Bearer {self.token}"})
        if what == "style or script":
            return Ask(what, self.chance.choice(self.files), headers=self._headers())
        paths = {
            "today": "/",
            "processes": "/processes",
            "board": "/processes?view=board",
            "process": f"/p/{some}",
            "evidence": f"/e/{quote(name)}/{event}",
            "card": f"/card/{self.fullest}",
            "debrief": f"/debrief/{self.fullest}",
            "search": f"/search?q={self.chance.choice(('interview', 'dana', 'offer', 'team'))}",
            "a rule": "/explain/WAIT003",
            "editor": self.draft,
        }
        return Ask(what, paths.get(what, f"/{what}"), headers=self._headers())


def _form(page: str, action: str) -> dict[str, str]:
    """Return what the editor's form would send, as when it saves itself."""
    form = next(f for f in LexborHTMLParser(page).css("form") if f.attributes.get("action") == action)
    told: dict[str, str] = {}
    for node in form.css("input, textarea"):
        name = node.attributes.get("name")
        if name and node.attributes.get("type") not in {"checkbox", "radio", "submit"}:
            told[name] = node.text() if node.tag == "textarea" else node.attributes.get("value") or ""
    return told


@dataclass
class Told:
    """What came of the requests of one kind."""

    took: list[float] = field(default_factory=list)
    cost: list[float] = field(default_factory=list)
    kb: float = 0
    statuses: dict[int, int] = field(default_factory=lambda: defaultdict(int))


def load(host: str, asks: Sequence[Ask], rate: int, connections: int) -> tuple[dict[str, Told], float]:
    """Send requests, each when its time has come; return what came of them, and how many seconds it took."""
    jobs: queue.SimpleQueue[tuple[float, Ask] | None] = queue.SimpleQueue()
    found: dict[str, Told] = defaultdict(Told)
    writing = threading.Lock()

    def work() -> None:
        connection = HTTPConnection(host, timeout=60)
        validators: dict[str, str] = {}
        while (job := jobs.get()) is not None:
            due, ask = job
            headers = dict(ask.headers)
            if ask.path in validators:
                headers["if-none-match"] = validators[ask.path]
            status, cost, size = 0, 0.0, 0
            try:
                connection.request("POST" if ask.body else "GET", ask.path, ask.body or None, headers)
                answer = connection.getresponse()
                size, status = len(answer.read()), answer.status
                cost = float((answer.getheader("x-cost") or "0 0").split()[1])
                if ask.what == "style or script":
                    validators[ask.path] = answer.getheader("etag") or ""
            except (OSError, HTTPException):
                connection.close()
            took = (time.perf_counter() - due) * 1e3
            with writing:
                told = found[ask.what]
                told.took.append(took)
                told.cost.append(cost)
                told.statuses[status] += 1
                told.kb = max(told.kb, size / 1e3)

    workers = [threading.Thread(target=work, daemon=True) for _ in range(connections)]
    for worker in workers:
        worker.start()
    begun = time.perf_counter()
    for number, ask in enumerate(asks):
        due = begun + number / rate
        time.sleep(max(due - time.perf_counter(), 0))
        jobs.put((due, ask))
    for _ in workers:
        jobs.put(None)
    for worker in workers:
        worker.join()
    return found, time.perf_counter() - begun


def _processor(pid: int) -> float:
    """Return the processor time of a process so far, in seconds, in its own code and in the system's for it."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> int:
    """Make the store, load the server, and print what came of it; 1 where anything failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--processes", type=int, default=200)
    parser.add_argument("--mails", type=int, default=50_000)
    parser.add_argument("--rate", type=int, default=200, help="requests a second")
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--connections", type=int, default=6, help="as a browser opens to one server")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--anew", action="store_true", help="keep no answer: each page is made anew")
    parser.add_argument("--keep", type=Path, help="where the store lies, made if it is not there")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = wanted.keep or Path(name)
        folder.mkdir(exist_ok=True, parents=True)
        if not (folder / "sincerely.db").exists():
            fill(folder, wanted.processes, wanted.mails)
        with opened(folder) as store:
            print(json.dumps(dict(store.counts())))
        with served(folder, kept=not wanted.anew) as (host, pid):
            person = Person(folder, host, wanted.seed)
            load(host, list(person.asks(150)), _AT_ONCE, 1)  # what loads at first use has loaded
            alone, _ = load(host, list(person.asks(_ALONE)), _AT_ONCE, 1)
            asks = list(person.asks(wanted.rate * wanted.seconds))
            before = _processor(pid)
            found, took = load(host, asks, wanted.rate, wanted.connections)
            spent = _processor(pid) - before
    return _print(found, alone, len(asks), took, spent, wanted.rate)


def _print(found: dict[str, Told], alone: dict[str, Told], count: int, took: float, spent: float, rate: int) -> int:
    print(f"\n{'asked for':<22} {'n':>5} {'p50':>7} {'p95':>8} ms   {'processor p50':>13} {'mean':>6} ms {'KB':>6}")
    for what in MIX:
        told = found[what]
        if not told.took:
            continue
        cost = alone[what].cost or [0.0]
        costs = f"{median(cost):13.1f} {sum(cost) / len(cost):6.1f}"
        line = f"{what:<22} {len(told.took):5} {median(told.took):7.1f} {p95(told.took):8.1f}      {costs}    {told.kb:6.1f}"
        print(line + ("" if set(told.statuses) <= _FINE else f"   {dict(told.statuses)}"))
    every = [took for told in found.values() for took in told.took]
    errors = sum(n for told in found.values() for status, n in told.statuses.items() if status not in _FINE)
    print(f"\n{count} requests due at {rate}/s: {count / took:.0f}/s answered, {errors} errors, ", end="")
    print(f"p50 {median(every):.0f} ms, p95 {p95(every):.0f} ms")
    print(
        f"the server's process: {spent * 1e3 / count:.2f} ms of processor time a request, so {count / spent:.0f}/s a core"
    )
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
