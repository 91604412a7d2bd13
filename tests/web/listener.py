"""A server that nobody should ever reach: it counts who comes."""

from __future__ import annotations

import socket
import threading
from types import TracebackType
from typing import Self


class Listener:
    """Takes connections on a free port of 127.0.0.1, notes the first line of each, and hangs up.

    Attributes:
        seen: what came, a line each; of TLS only that something came.
    """

    def __init__(self) -> None:
        self.seen: list[str] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._run, daemon=True)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._socket.getsockname()[1])

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(10)

    def _run(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            # A browser opens connections that it may never use: nobody waits for them.
            threading.Thread(target=self._note, args=(connection,), daemon=True).start()

    def _note(self, connection: socket.socket) -> None:
        place = len(self.seen)
        self.seen.append("connected")
        with connection:
            connection.settimeout(5)
            try:
                self.seen[place : place + 1] = [connection.recv(4096).partition(b"\r")[0].decode("ascii", "replace")]
                connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            except OSError:
                return
