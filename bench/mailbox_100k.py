"""First sync of a large mailbox and a second one with ten new mails; beside a plain parse, and notmuch where it is.

    python bench/mailbox_100k.py [--mails 100000] [--keep FOLDER]

The mails are those of ../shared/data/mail/ham, repeated with changed ids, plus the bundled sample.
"""

from __future__ import annotations

import argparse
import email
import email.policy
import mailbox
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

HAM = Path(__file__).parents[2] / "shared" / "data" / "mail" / "ham"
_ID = re.compile(rb"^message-id:[^\n]*\n(?:[ \t][^\n]*\n)*", re.IGNORECASE | re.MULTILINE)
_ENVELOPE = re.compile(rb"\AFrom [^\n]*\n")
_FROM = re.compile(rb"^(>*From )", re.MULTILINE)


def build(folder: Path, mails: int, start: int = 0) -> Path:
    """Write an mbox of so many mails, each with an id of its own."""
    source = [_ENVELOPE.sub(b"", path.read_bytes().replace(b"\r\n", b"\n")) for path in sorted(HAM.glob("*.eml"))]
    box = folder / "inbox.mbox"
    with box.open("ab") as out:
        for number in range(start, start + mails):
            data = source[number % len(source)]
            head, _, body = data.partition(b"\n\n")
            head = _ID.sub(b"", head + b"\n") + f"Message-ID: <{number}@bench.example>".encode()
            data = head + b"\n\n" + _FROM.sub(rb">\1", body)
            out.write(b"From sender@bench.example Mon Jan  5 09:00:00 2026\n" + data.rstrip(b"\n") + b"\n\n")
    return box


def sync(home: Path, box: Path) -> tuple[float, float]:
    """Sync in a process of its own; return seconds and its largest memory in MB."""
    environment = {**os.environ, "SINCERELY_HOME": str(home)}
    begun = time.perf_counter()
    command = [sys.executable, "-m", "sincerely", "sync", str(box), "--me", "robin.ashdown@mail.example", "--json"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE)
    out, _ = process.communicate()
    spent = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"    {out.decode().strip()}")
    return spent, peak


def parse_all(box: Path, policy: email.policy.Policy | None, most: int) -> float:
    """Read mails with Python's own mailbox and email; return mails a second."""
    factory: Any = None if policy is None else partial(email.message_from_binary_file, policy=policy)
    begun, count = time.perf_counter(), 0
    for message in mailbox.mbox(box, factory=factory, create=False):
        for part in message.walk():
            if part.get_content_maintype() == "text":
                part.get_payload(decode=True)
        str(message["subject"])
        count += 1
        if count >= most:
            break
    return count / (time.perf_counter() - begun)


def notmuch(folder: Path, box: Path) -> float | None:
    """Index the same mails with notmuch, which wants one file a mail; return mails a second."""
    if shutil.which("notmuch") is None:
        return None
    maildir = folder / "notmuch" / "cur"
    for name in ("cur", "new", "tmp"):
        (maildir.parent / name).mkdir(parents=True, exist_ok=True)
    count = 0
    for key, message in mailbox.mbox(box, create=False).iteritems():
        (maildir / f"{key}.bench:2,S").write_bytes(message.as_bytes())
        count += 1
    config = folder / "notmuch.config"
    config.write_text(f"[database]\npath={maildir.parent}\n[user]\nname=R\nprimary_email=r@mail.example\n")
    environment = {**os.environ, "NOTMUCH_CONFIG": str(config)}
    begun = time.perf_counter()
    subprocess.run(["notmuch", "new", "--quiet"], env=environment, check=True, capture_output=True)
    return count / (time.perf_counter() - begun)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--mails", type=int, default=100_000)
    options.add_argument("--peers", type=int, default=5_000, help="how many mails the slow peers read")
    options.add_argument("--notmuch", type=int, default=20_000, help="how many mails notmuch indexes")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        box = build(folder, given.mails)
        from sincerely.sample.write import write

        sample = write(folder / "sample", datetime(2026, 3, 11, 16, tzinfo=UTC))
        with box.open("ab") as out:
            out.write(sample.mbox.read_bytes())
        print(f"{given.mails:,} mails and the sample, {box.stat().st_size / 1e6:,.0f} MB")
        first, peak = sync(folder / "home", box)
        rate = given.mails / first
        print(f"first sync          {first:7.1f} s  {rate:8,.0f} mails/s  {peak:5.0f} MB")
        build(folder, 10, start=given.mails)
        again, peak = sync(folder / "home", box)
        print(f"again, 10 new       {again:7.2f} s                    {peak:5.0f} MB")
        for label, policy in (("compat32", None), ("default policy", email.policy.default)):
            peer = parse_all(box, policy, given.peers)
            print(f"email, {label:14} {peer:18,.0f} mails/s   sync is {rate / peer:.2f} times that")
        (folder / "small").mkdir()
        indexed = notmuch(folder, build(folder / "small", given.notmuch))
        if indexed is None:
            print("notmuch             not installed")
        else:
            print(f"notmuch new {indexed:27,.0f} mails/s   sync is {rate / indexed:.2f} times that")


if __name__ == "__main__":
    main()
