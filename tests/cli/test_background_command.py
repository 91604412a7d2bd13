"""``serve`` and ``worker`` as programs of their own: one works, all end when asked to."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sincerely.app.wiring import opened, working_alone

pytestmark = pytest.mark.slow
Begin = Callable[..., "subprocess.Popen[str]"]
PATIENCE = 60


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Begin]:
    with opened(tmp_path):
        pass
    running: list[subprocess.Popen[str]] = []

    def start(*arguments: str) -> subprocess.Popen[str]:
        line = [sys.executable, "-m", "sincerely", *arguments]
        environment = {**os.environ, "SINCERELY_HOME": str(tmp_path), "TZ": "UTC"}
        running.append(subprocess.Popen(line, env=environment, stderr=subprocess.PIPE, text=True))
        return running[-1]

    yield start
    for one in running:
        one.kill()
        one.wait()
        assert one.stderr is not None
        one.stderr.close()


def says(program: subprocess.Popen[str], words: str) -> str:
    """Return the line in which the program says it is ready."""
    assert program.stderr is not None
    ready, _, _ = select.select([program.stderr], [], [], PATIENCE)
    assert ready
    line = program.stderr.readline()
    assert words in line
    return line


def works(folder: Path) -> bool:
    with working_alone(folder) as held:
        return held is None


def await_work(program: subprocess.Popen[str], folder: Path) -> None:
    """Wait until the program works; between two looks for its end, which is to come only when it is asked to."""
    while not works(folder):
        with pytest.raises(subprocess.TimeoutExpired):
            program.wait(0.1)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("arguments", [("worker",), ("serve", "--port", "0", "--no-browser")])
def test_it_works_and_ends_cleanly_when_asked_to(
    begin: Begin, tmp_path: Path, arguments: tuple[str, ...], number: signal.Signals
) -> None:
    program = begin(*arguments)
    says(program, "Ctrl-C ends it")
    await_work(program, tmp_path)
    program.send_signal(number)
    assert program.wait(PATIENCE) == 0
    assert program.stderr is not None
    assert program.stderr.read() == ""
    assert not works(tmp_path)


def test_the_second_serves_pages_and_does_no_work(begin: Begin, tmp_path: Path) -> None:
    import urllib.request

    first = begin("worker")
    await_work(first, tmp_path)
    second = begin("serve", "--port", "0", "--no-browser")
    address = says(second, "http://").split("at ")[1].split(" ")[0]
    with urllib.request.urlopen(address, timeout=PATIENCE) as page:
        assert b"Sincerely" in page.read()
    first.kill()  # without a word
    first.wait()
    second.send_signal(signal.SIGTERM)
    assert second.wait(PATIENCE) == 0
