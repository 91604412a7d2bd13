"""The pages with 200 processes and 50,000 mails stored: server time, a mixed load, weight, first paint and shift.

    PYTHONPATH=src:. python bench/pages.py [--processes 200] [--mails 50000] [--times 60] [--rate 200] [--seconds 10]
                                           [--without-browser] [--keep FOLDER]

The store is the bundled sample's, read once, and its processes again under other names, at other employers and at
earlier times, what had long been silent closed as after a first import. The pages are served by one worker in a process
of its own. Server time is the wall time and the processor time between request and answer inside that process, one
request at a time; the load is open: a request starts when its time has come, however long the others take.
"""

from __future__ import annotations

import argparse
import http.client
import json
import multiprocessing
import queue
import sys
import tempfile
import threading
import time
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from sincerely.app.connections.held import HeldStore
from sincerely.app.demo import prepare
from sincerely.app.mail_in.silent import close_silent
from sincerely.app.today.policies import load_policy
from sincerely.app.wiring import opened
from sincerely.core.events import (
    Agreed,
    Asked,
    Briefed,
    Declined,
    Event,
    Named,
    Reminded,
    ThankedReference,
    Told,
)
from sincerely.core.people import is_address
from sincerely.store.base import Change, Message, Store
from sincerely.web.navigation import NAVIGATION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Request

NOW = datetime(2026, 3, 11, 12, tzinfo=ZoneInfo("America/New_York"))
# So that one process in five is alive, as in the mail of a year: the others ended, or were silent and are closed.
APART = timedelta(days=30)
OF_REFEREES = (Asked, Agreed, Declined, Told, Briefed, Named, Reminded, ThankedReference)
LIMIT_MS, LIMIT_BYTES = 50, 120_000
# Beside the places of the navigation, as far as they are served: a process's own, what its buttons lead to, and words.
ONE = ("/p/{name}", "/card/{name}", "/e/{name}/{event}", "/debrief/{name}", "/mail/{name}/{event}")
OTHER = ("/explain/WAIT003", "/search?q=interview", "/board", "/outgoing", "/drafts")
PROBE = """() => new Promise(done => {
  let shift = 0;
  new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) shift += e.value }))
    .observe({type: 'layout-shift', buffered: true});
  const look = () => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    if (!paint) return requestAnimationFrame(look);
    setTimeout(() => done({paint: paint.startTime, shift}), 300);
  };
  look();
})"""


# The store


def fill(folder: Path, processes: int, mails: int) -> None:
    """Make the store: the sample, its processes many times over, and mail about other things."""
    prepare(folder, NOW, lambda *_: None)
    multiply(folder, processes, mails)


def multiply(folder: Path, processes: int, mails: int) -> None:
    """Add copies of the processes that a store holds, and mail, until there are so many."""
    with opened(folder) as store:
        sample = [process for row in store.summaries() if (process := store.process(row.header.id)) is not None]
        names: list[str] = []
        with store.transaction():
            copies = -(-(processes - len(sample)) // len(sample))
            changes = [
                Change(
                    replace(p.header, id=f"{p.header.id}-{n}", employer=f"{p.header.employer} {n}"),
                    [_again(event, n) for event in p.reports],
                )
                for n in range(1, copies + 1)
                for p in sample
            ][: processes - len(sample)]
            names = [change.header.id for change in changes]
            store.add(changes, NOW)
            close_silent(store, names, NOW)
            _fill_mail(store, names, mails)


def _again(event: Event, number: int) -> Event:
    """Return an event as another employer's people did it, earlier; the referees are the same."""

    def elsewhere(who: str) -> str:
        local, _, domain = who.rpartition("@")
        return f"{local}@{number}.{domain}" if is_address(who) and not isinstance(event, OF_REFEREES) else who

    moved: dict[str, Any] = {"at": event.at - number * APART, "who": tuple(map(elsewhere, event.who))}
    for name in ("start", "end", "was", "by", "until"):
        value = getattr(event, name, None)
        if value is not None:
            moved[name] = value - number * APART
    source = event.source.replace("@", f".{number}@") if event.source.startswith("<") else event.source
    return replace(event, **moved, source=source)


def _fill_mail(store: Store, names: Sequence[str], mails: int) -> None:
    """Add mails: one in ten is about a process."""
    missing = mails - store.counts()["messages"]
    store.add_messages(
        Message(
            source="mbox:/invented",
            key=f"k{n}",
            digest=f"{n:064x}",
            place=f"/invented.mbox#{n}",
            where=str(n * 4096),
            message_id=f"<{n}@mail.example>",
            date=NOW - timedelta(minutes=7 * n),
            sender=f"dana@{n % 500}.example",
            subject=f"Re: your interview, number {n}",
            kind="interview_set" if n % 10 == 0 else "other",
            process=names[n // 10 % len(names)] if names and n % 10 == 0 else None,
        )
        for n in range(missing)
    )


# The server


def serve(folder: Path, told: Any, kept: bool = False) -> None:  # noqa: FBT001, FBT002 - handed to a process by place
    """Serve the pages with one worker, and say with each answer what it cost; every page made anew, or kept."""
    import socket

    import uvicorn

    from sincerely.web.app import Site, create_app
    from sincerely.web.warm import warm

    sock = socket.socket()
    sock.bind(("127.0.0.1", 0))
    sock.listen()  # who is told the address may ask at once
    host = f"127.0.0.1:{sock.getsockname()[1]}"
    # The clock goes on, as it does for people.
    begun = time.monotonic()
    held = HeldStore(folder)
    app = create_app(
        Site(
            held.opened,
            load_policy(),
            lambda: NOW + timedelta(seconds=time.monotonic() - begun),
            (host,),
            mark=held.mark if kept else lambda: None,
        )
    )

    warm(app)

    async def timed(scope: Any, receive: Any, send: Any) -> None:
        wall, cpu = time.perf_counter(), time.process_time()

        async def sent(message: Any) -> None:
            if message["type"] == "http.response.start":
                cost = f"{(time.perf_counter() - wall) * 1e3:.3f} {(time.process_time() - cpu) * 1e3:.3f}"
                message["headers"].append((b"x-cost", cost.encode()))
            await send(message)

        await app(scope, receive, sent)

    told.put(host)
    uvicorn.Server(uvicorn.Config(timed, log_level="error", access_log=False)).run(sockets=[sock])


@contextmanager
def served(folder: Path, *, kept: bool = False) -> Iterator[tuple[str, int]]:
    """Run the server in a process of its own; yield its host and port, and the process's number."""
    context = multiprocessing.get_context("spawn")
    told = context.Queue()
    process = context.Process(target=serve, args=(folder, told, kept), daemon=True)
    process.start()
    try:
        yield told.get(timeout=120), process.pid or 0
    finally:
        process.terminate()
        process.join(10)


def paths_of(folder: Path) -> list[str]:
    """Return the addresses to ask for: those of the process that most is known of, for what has a process."""
    with opened(folder) as store:
        fullest = max(store.summaries(), key=lambda row: row.events).header.id
        process = store.process(fullest)
    assert process is not None
    event = next(e for e in process.told if e.quote)
    own = [path.format(name=quote(fullest), event=event.id) for path in ONE]
    return [*(place.path for place in NAVIGATION), *own, *OTHER]


# What is measured


def ask(connection: http.client.HTTPConnection, path: str) -> tuple[int, float, float, int]:
    """Return status, wall and processor time in ms, and size of an answer."""
    connection.request("GET", path)
    answer = connection.getresponse()
    size = len(answer.read())
    wall, cpu = (answer.getheader("x-cost") or "0 0").split()
    return answer.status, float(wall), float(cpu), size


def one_at_a_time(host: str, paths: Sequence[str], times: int) -> list[str]:
    """Print what each page costs, and return those that are served."""
    connection = http.client.HTTPConnection(host, timeout=60)
    found = [path for path in dict.fromkeys(paths) if ask(connection, path)[0] == 200]
    print(f"\n{'page':<44} {'wall p50':>9} {'p95':>7} {'processor p50':>14} {'p95':>7}   ms, {times} times")
    for path in found:
        costs = [ask(connection, path)[1:3] for _ in range(times)]
        wall, cpu = (sorted(column) for column in zip(*costs, strict=True))
        line = f"{path[:44]:<44} {median(wall):9.1f} {p95(wall):7.1f} {median(cpu):14.1f} {p95(cpu):7.1f}"
        print(line + ("   over the limit" if p95(cpu) > LIMIT_MS else ""), flush=True)
    return found


def p95(values: Sequence[float]) -> float:
    return quantiles(values, n=20)[-1]


def under_load(host: str, paths: Sequence[str], rate: int, seconds: int) -> None:
    """Print how a mixed load went: requests in turn, each started when its time has come."""
    jobs: queue.SimpleQueue[tuple[float, str] | None] = queue.SimpleQueue()
    took: list[float] = []
    statuses: dict[int, int] = defaultdict(int)

    def work() -> None:
        connection = http.client.HTTPConnection(host, timeout=60)
        while (job := jobs.get()) is not None:
            due, path = job
            try:
                status = ask(connection, path)[0]
            except (OSError, http.client.HTTPException):
                status = 0
                connection.close()
            took.append((time.perf_counter() - due) * 1e3)
            statuses[status] += 1

    workers = [threading.Thread(target=work, daemon=True) for _ in range(32)]
    for worker in workers:
        worker.start()
    begun = time.perf_counter()
    for number in range(rate * seconds):
        due = begun + number / rate
        time.sleep(max(due - time.perf_counter(), 0))
        jobs.put((due, paths[number % len(paths)]))
    for _ in workers:
        jobs.put(None)
    for worker in workers:
        worker.join()
    done = time.perf_counter() - begun
    print(
        f"\n{rate * seconds} requests at {rate}/s over {len(paths)} pages: {rate * seconds / done:.0f}/s answered, ",
        end="",
    )
    print(f"p50 {median(took):.0f} ms, p95 {p95(took):.0f} ms; statuses {dict(statuses)}", flush=True)


def in_a_browser(host: str, paths: Sequence[str]) -> None:
    """Print weight, first paint and layout shift of each page, on a desk and on a phone, nothing kept before."""
    sys.path.append(str(Path(__file__).resolve().parents[1]))  # for the tests' Chromium
    from tests.web.live import chromium

    print(f"\n{'page':<44} {'weight KB':>10} {'paint ms':>9} {'shift':>7} {'on a phone':>11} {'shift':>7}")
    with chromium() as browser:
        for path in paths:
            shown: list[dict[str, float]] = []
            weight = 0
            for width, height in ((1440, 900), (390, 844)):
                context = browser.new_context(base_url=f"http://{host}", viewport={"width": width, "height": height})
                page = context.new_page()
                sizes: list[int] = []
                page.on("requestfinished", partial(_weigh, sizes))
                page.goto(path, wait_until="load")
                shown.append(page.evaluate(PROBE))
                weight = max(weight, sum(sizes))
                context.close()
            desk, phone = shown
            line = f"{path[:44]:<44} {weight / 1e3:10.1f} {desk['paint']:9.0f} {desk['shift']:7.3f}"
            line += f" {phone['paint']:11.0f} {phone['shift']:7.3f}"
            print(line + ("   over the limit" if weight > LIMIT_BYTES else ""), flush=True)


def _weigh(sizes: list[int], request: Request) -> None:
    told = request.sizes()
    sizes.append(told["responseBodySize"] + told["responseHeadersSize"])


def main() -> int:
    """Make the store, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--processes", type=int, default=200)
    parser.add_argument("--mails", type=int, default=50_000)
    parser.add_argument("--times", type=int, default=60)
    parser.add_argument("--rate", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--without-browser", action="store_true")
    parser.add_argument("--keep", type=Path, help="where the store lies, made if it is not there")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = wanted.keep or Path(name)
        folder.mkdir(exist_ok=True, parents=True)
        if not (folder / "sincerely.db").exists():
            begun = time.perf_counter()
            fill(folder, wanted.processes, wanted.mails)
            print(f"store made in {time.perf_counter() - begun:.0f} s")
        with opened(folder) as store:
            print(json.dumps(dict(store.counts())))
        paths = paths_of(folder)
        with served(folder) as (host, _):
            found = one_at_a_time(host, paths, wanted.times)
            under_load(host, found, wanted.rate, wanted.seconds)
            if not wanted.without_browser:
                in_a_browser(host, found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
