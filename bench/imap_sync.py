"""A mailbox of 20,000 mails on a real Dovecot: first useful Today, the whole sync, a second one; beside the same mbox.

    python bench/imap_sync.py [--mails 20000]

The mails are those of `mailbox_100k.py`, spread over a year, and the bundled sample as the newest. Dovecot answers on
127.0.0.1 over TLS. Wall seconds, and processor seconds of the syncing process: on a busy machine only these compare.
"""

from __future__ import annotations

import argparse
import mailbox
import os
import pwd
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE.parent), str(HERE)]

from mailbox_100k import build  # noqa: E402
from tests.sources.dovecot import Dovecot, running, sign_in  # noqa: E402

from sincerely.app.mail_in.sync import sync  # noqa: E402
from sincerely.app.mail_in.synced import Synced  # noqa: E402
from sincerely.app.today.listing import today_of  # noqa: E402
from sincerely.app.today.policies import load_policy  # noqa: E402
from sincerely.app.wiring import opened, reader  # noqa: E402
from sincerely.sample.write import write  # noqa: E402
from sincerely.sources.base import Source  # noqa: E402
from sincerely.sources.imap import Imap  # noqa: E402
from sincerely.sources.mbox import Mbox  # noqa: E402

ADDRESS = "robin.ashdown@mail.example"


@dataclass
class Run:
    """One sync: what it did, and when Today became useful."""

    home: Path
    begun: float = field(default_factory=time.perf_counter)
    useful: float = 0.0
    useful_cpu: float = 0.0
    findings: int = 0
    wall: float = 0.0
    cpu: float = 0.0
    done: Synced = field(default_factory=Synced)

    def sync(self, sources: Sequence[Source], now: datetime) -> Run:
        with opened(self.home) as store:
            spent = time.process_time()

            def progress(label: str, _done: int, _total: int) -> None:
                if label.startswith("Reading the rest") and not self.useful:
                    today = today_of(store, now, load_policy())
                    self.useful, self.useful_cpu = time.perf_counter() - self.begun, time.process_time() - spent
                    self.findings = sum(map(len, (today.late, today.due, today.soon, today.waiting)))

            self.done = sync(store, sources, reader(store, [ADDRESS], now), now, progress)
            self.wall, self.cpu = time.perf_counter() - self.begun, time.process_time() - spent
        return self


def fill(server: Dovecot, box: Path, sample: Path, now: datetime) -> int:
    """Put the mails into the account's Maildir, the sample's as the newest; return how many."""
    home = server.home / "users" / ADDRESS / "mail"
    owner = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
    for name in ("cur", "new", "tmp"):
        (home / name).mkdir(parents=True)
    olds, news = (list(mailbox.mbox(path, create=False)) for path in (box, sample))
    for number, mail in enumerate([*olds, *news]):
        old = number < len(olds)
        days = 360 - 330 * number / len(olds) if old else 25 - 25 * (number - len(olds)) / len(news)
        at = (now - timedelta(days=days)).timestamp()
        path = home / "cur" / f"{int(at)}.{number}.bench:2,S"
        path.write_bytes(mail.as_bytes().replace(b"\r\n", b"\n"))
        os.utime(path, (at, at))
    if os.geteuid() == 0:
        for root, _, files in os.walk(server.home / "users"):
            for name in ("", *files):
                os.chown(Path(root) / name, owner.pw_uid, owner.pw_gid)
    return len(olds) + len(news)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--mails", type=int, default=20_000)
    given = options.parse_args()
    now = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as name, running() as server:
        folder = Path(name)
        box = build(folder, given.mails)
        sample = write(folder / "sample", now)
        count = fill(server, box, sample.mbox, now)
        with box.open("ab") as out:
            out.write(sample.mbox.read_bytes())
        account = server.account(ADDRESS, since_days=0)
        print(f"{count:,} mails, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors", flush=True)
        first = Run(folder / "imap").sync([Imap(account, sign_in(account))], now)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        rate = first.done.read / first.wall
        print(
            f"first useful Today  {first.useful:7.1f} s   {first.useful_cpu:.1f} s processor, {first.findings} findings",
            flush=True,
        )
        print(
            f"whole sync          {first.wall:7.1f} s  {rate:8,.0f} mails/s  {first.cpu:.1f} s processor, {peak:.0f} MB"
        )
        again = Run(folder / "imap").sync([Imap(account, sign_in(account))], now)
        print(
            f"again, nothing new  {again.wall:7.2f} s   {again.cpu:.2f} s processor, {again.done.new} new", flush=True
        )
        file = Run(folder / "mbox").sync([Mbox(box)], now)
        print(
            f"the same from mbox  {file.wall:7.1f} s  {file.done.read / file.wall:8,.0f} mails/s  {file.cpu:.1f} s processor"
        )
        print(
            f"IMAP is {rate / (file.done.read / file.wall):.2f} of mbox by the clock, {file.cpu / first.cpu:.2f} by processor time"
        )
        print(f"events: {first.done.events} by IMAP, {file.done.events} from mbox")


if __name__ == "__main__":
    main()
