"""Sources into the store: once, again, interrupted, two at a time, and with what is broken."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest
from tests.app.conftest import Run, command

from sincerely.sample.write import Sample

ME = "robin.ashdown@mail.example"
REMEDY = "give yourself read access, or start as the user who has it"
PLAIN = b"From: a@b.example\nTo: robin.ashdown@mail.example\nSubject: Hello\nMessage-ID: <%d@b.example>\n\nHi.\n"


def box(path: Path, mails: int, tail: bytes = b"") -> Path:
    parts = [b"From a@b.example Mon Jan  5 09:00:00 2026\n" + PLAIN % n + b"\n" for n in range(mails)]
    path.write_bytes(b"".join(parts) + tail)
    return path


def places(sample: Sample) -> tuple[Path, Path, Path]:
    return sample.mbox, sample.maildir, sample.calendar


@pytest.fixture
def few(sample: Sample, tmp_path: Path) -> tuple[Path, ...]:
    """Every fourth mail of the sample, and its calendar."""
    mails = re.split(rb"(?m)^(?=From )", sample.mbox.read_bytes())[1:]
    (tmp_path / "few.mbox").write_bytes(b"".join(mails[::4]))
    return tmp_path / "few.mbox", sample.calendar


@pytest.mark.slow
def test_the_sample_is_read_once(run: Run, sample: Sample) -> None:
    first = json.loads(run("sync", *places(sample), "--json").stdout)
    assert first["read"] == first["new"] > 150
    assert first["events"] > 50
    again = json.loads(run("sync", *places(sample), "--json").stdout)
    assert (again["new"], again["events"], again["unsure"]) == (0, 0, 0)


def test_what_was_read_before_is_read_again_without_being_named(run: Run, tmp_path: Path) -> None:
    inbox = box(tmp_path / "inbox.mbox", 3)
    assert "3 new of 3" in run("sync", inbox).stdout
    with inbox.open("ab") as out:
        out.write(b"From a@b.example Mon Jan  5 09:00:00 2026\n" + PLAIN % 99 + b"\n")
    assert "1 new of 1" in run("sync").stdout


def test_nothing_to_read_says_how_to_begin(run: Run) -> None:
    done = run("sync")
    assert done.returncode == 2
    assert "sincerely sync ~/Mail" in done.stderr
    assert "Nothing has been read yet" in run("today").stdout


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("photo.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" * 40, "point to an mbox"),
        ("archive.zip", b"PK\x03\x04" + b"\x00" * 400, "download or copy it again"),
    ],
)
def test_what_is_no_mailbox_is_said_in_one_line(run: Run, tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(data)
    done = run("sync", tmp_path / name)
    assert done.returncode == 2
    assert says in done.stderr
    assert name in done.stderr
    assert done.stderr.count("\n") == 1


def ordinary(home: Path, arguments: list[str | Path]) -> subprocess.CompletedProcess[str]:
    """Run a command as somebody who may not read everything."""
    line, environment = command(home, arguments)
    # Root may read everything; without these two rights it is like anybody else.
    if os.geteuid() == 0:
        line = ["setpriv", "--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search", *line]
    return subprocess.run(line, env=environment, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.slow
def test_a_folder_without_permission_says_what_to_do(home: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0)
    done = ordinary(home, ["sync", locked])
    assert done.returncode == 2
    assert done.stderr == f"sincerely: {locked}: no permission to read it; {REMEDY}\n"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["locked", "locked.mbox", "locked.eml"])
def test_the_rest_of_a_folder_is_read_where_a_place_inside_is_without_permission(
    run: Run, home: Path, tmp_path: Path, name: str
) -> None:
    mail = tmp_path / "mail"
    mail.mkdir()
    box(mail / "inbox.mbox", 3)
    (mail / "one.eml").write_bytes(PLAIN % 7)
    locked = mail / name
    locked.touch() if locked.suffix else locked.mkdir()
    locked.chmod(0)
    done = ordinary(home, ["sync", mail])
    assert "4 new of 4" in done.stdout
    assert done.stderr == f"sincerely: {locked}: no permission to read it; {REMEDY}\n"
    assert done.returncode == 2
    locked.chmod(0o700)
    assert run("sync", mail).returncode == 0


@pytest.mark.slow
def test_a_folder_that_holds_nothing_but_a_place_without_permission_names_that_place(
    home: Path, tmp_path: Path
) -> None:
    locked = tmp_path / "mail" / "locked"
    locked.mkdir(parents=True)
    locked.chmod(0)
    done = ordinary(home, ["sync", tmp_path / "mail"])
    assert done.stderr == f"sincerely: {locked}: no permission to read it; {REMEDY}\n"
    assert done.returncode == 2


def test_a_truncated_mailbox_is_read_as_far_as_it_goes(run: Run, tmp_path: Path) -> None:
    tail = b"From a@b.example Mon Jan  5 09:00:00 2026\nFrom: c@d.example\nSubject: cut o"
    done = run("sync", box(tmp_path / "inbox.mbox", 3, tail))
    assert done.returncode == 0
    assert "4 new of 4" in done.stdout


def test_one_source_that_cannot_be_read_does_not_keep_the_others(run: Run, tmp_path: Path) -> None:
    inbox = box(tmp_path / "inbox.mbox", 3)
    other = box(tmp_path / "other.mbox", 2)
    run("sync", inbox, other)
    other.write_bytes(b"")
    with inbox.open("ab") as out:
        out.write(b"From a@b.example Mon Jan  5 09:00:00 2026\n" + PLAIN % 99 + b"\n")
    done = run("sync")
    assert done.returncode == 2
    assert "though it held" in done.stderr
    assert "1 new of 1" in done.stdout


def test_a_store_of_a_newer_version_is_left_alone(run: Run, home: Path, tmp_path: Path) -> None:
    run("sync", box(tmp_path / "inbox.mbox", 1))
    before = (home / "sincerely.db").read_bytes()
    with sqlite3.connect(home / "sincerely.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999_from_the_future'")
    done = run("today")
    assert done.returncode == 2
    assert "newer" in done.stderr
    assert len((home / "sincerely.db").read_bytes()) >= len(before) // 2


@pytest.mark.slow
def test_a_full_disk_is_said_and_nothing_is_half_kept(home: Path, sample: Sample) -> None:
    line, environment = command(home, ["sync", sample.mbox])
    # 64 kB a file is what a full disk looks like from inside: every write beyond it fails.
    limited = ["sh", "-c", 'ulimit -f 64; exec "$@"', "sh", *line]
    done = subprocess.run(limited, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr.startswith("sincerely: ")
    assert done.stderr.count("\n") == 1
    again = subprocess.run(line, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert again.returncode == 0


def timelines(run: Run) -> str:
    return run("export", "--timeline").stdout


@pytest.mark.slow
def test_killed_at_any_moment_and_run_again_the_result_is_the_same(run: Run, home: Path, few: tuple[Path, ...]) -> None:
    line, environment = command(home / "whole", ["sync", *few, "--me", ME])
    begun = time.monotonic()
    subprocess.run(line, env=environment, check=True, capture_output=True)
    usual = time.monotonic() - begun
    line, environment = command(home, ["sync", *few, "--me", ME])
    chance = random.Random(7)
    for _ in range(12):
        process = subprocess.Popen(line, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(chance.uniform(0, usual))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
    assert run("sync", *few).returncode == 0
    whole, environment = command(home / "whole", ["export", "--timeline"])
    clean = subprocess.run(whole, env=environment, check=True, capture_output=True, text=True).stdout
    assert events(timelines(run)) == events(clean)


def events(text: str) -> set[str]:
    """What was read, without when: the closing of silent processes is dated by the day of the sync."""
    return {line for line in text.splitlines() if line}


@pytest.mark.slow
def test_two_syncs_at_once_both_finish(run: Run, home: Path, few: tuple[Path, ...]) -> None:
    line, environment = command(home, ["sync", *few, "--me", ME])
    both = [subprocess.Popen(line, env=environment, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    for process in both:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
    clean, environment = command(home / "whole", ["sync", *few, "--me", ME])
    subprocess.run(clean, env=environment, check=True, capture_output=True)
    whole, environment = command(home / "whole", ["export", "--timeline"])
    expected = subprocess.run(whole, env=environment, check=True, capture_output=True, text=True).stdout
    assert events(timelines(run)) == events(expected)
