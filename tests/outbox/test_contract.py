"""The outbox contract, against our own server and against aiosmtpd."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from sincerely.outbox.base import Parcel
from sincerely.outbox.mailbox import Mailbox
from sincerely.outbox.smtp import Smtp

from .contract import NOBODY, OutboxContract
from .server import Server, serving


class TestSmtp(OutboxContract):
    @pytest.fixture
    def server(self) -> Iterator[Server]:
        with serving() as server:
            server.manners.unknown = (NOBODY,)
            yield server

    @pytest.fixture
    def outbox(self, server: Server) -> Smtp:
        return Smtp(Mailbox("127.0.0.1", server.port, security="plain"))

    @pytest.fixture
    def taken(self, server: Server) -> Callable[[], Sequence[Parcel]]:
        return lambda: [Parcel(each.data, each.sender, each.recipients) for each in server.taken]


class _Keeps:
    """What aiosmtpd asks; its names."""

    def __init__(self) -> None:
        self.taken: list[Parcel] = []

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:  # noqa: N802
        if address == NOBODY:
            return "550 5.1.1 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        self.taken.append(Parcel(envelope.content, envelope.mail_from, tuple(envelope.rcpt_tos)))
        return "250 OK"


class TestAiosmtpd(OutboxContract):
    @pytest.fixture
    def keeps(self) -> _Keeps:
        return _Keeps()

    @pytest.fixture
    def outbox(self, keeps: _Keeps) -> Iterator[Smtp]:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        controller = Controller(keeps, hostname="127.0.0.1", port=port)
        controller.start()
        try:
            yield Smtp(Mailbox("127.0.0.1", port, security="plain"))
        finally:
            controller.stop()

    @pytest.fixture
    def taken(self, keeps: _Keeps) -> Callable[[], Sequence[Parcel]]:
        return lambda: keeps.taken
