"""A real Radicale for the tests: on a free port of 127.0.0.1, gone when they end."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from sincerely.dav.client import Account, Dav

USER, PASSWORD = "robin", "invented-Pa55word"


class Radicale:
    """A running server, and what it stores."""

    def __init__(self, port: int, folder: Path) -> None:
        self.url = f"http://127.0.0.1:{port}/"
        self.folder = folder
        self._numbers = count(1)

    def dav(self) -> Dav:
        return Dav(Account(self.url, USER), lambda _: PASSWORD)

    def address(self) -> str:
        """Return where a calendar of the test's own may be made."""
        return f"{self.url}{USER}/calendar-{next(self._numbers)}"

    def stored(self) -> dict[str, bytes]:
        """Return everything that the server keeps, but for what it works out again."""
        root = self.folder / "collection-root"
        return {
            str(path.relative_to(root)): path.read_bytes()
            for path in sorted(root.rglob("*"))
            if path.is_file() and not any(part.startswith(".Radicale.cache") for part in path.parts)
        }


@contextmanager
def running() -> Iterator[Radicale]:
    """Start a server; stop it and remove its data at the end."""
    home = Path(tempfile.mkdtemp(prefix="sincerely-radicale-"))
    (home / "users").write_text(f"{USER}:{PASSWORD}\n")
    port = _free_port()
    config = home / "config"
    config.write_text(
        f"[server]\nhosts = 127.0.0.1:{port}\n[auth]\ntype = htpasswd\nhtpasswd_filename = {home / 'users'}\n"
        f"htpasswd_encryption = plain\ndelay = 0\n[storage]\nfilesystem_folder = {home / 'data'}\n"
        "[logging]\nlevel = info\n"
    )
    log = (home / "log").open("w+")
    line = [sys.executable, "-m", "radicale", "--config", str(config)]
    server = subprocess.Popen(line, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=log)
    try:
        while not _answers(port):
            assert server.poll() is None, (home / "log").read_text()
        yield Radicale(port, home / "data")
    finally:
        server.terminate()
        server.wait()
        log.close()
        shutil.rmtree(home, ignore_errors=True)


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/.web/", timeout=30):
            return True
    except urllib.error.HTTPError as error:
        error.close()
        return True
    except OSError:
        return False


def _free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])
