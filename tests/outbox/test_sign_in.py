"""Signing in to aiosmtpd, with TLS, by password and by XOAUTH2; what it took is what was sent."""

from __future__ import annotations

import socket
import ssl
from base64 import b64decode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from tests.sources.certificates import Certificates, make, shown

from sincerely.core.account import Credential, Password, Token, xoauth2
from sincerely.outbox.base import Fate, Parcel
from sincerely.outbox.mailbox import Mailbox
from sincerely.outbox.smtp import Smtp

from .contract import PARCEL

Opened = Callable[[Credential], Smtp]
PASSWORD, TOKEN = "invented-größe", "invented-token"


class _Keeps:
    """What aiosmtpd asks; its names."""

    def __init__(self) -> None:
        self.taken: list[Parcel] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        self.taken.append(Parcel(envelope.content, envelope.mail_from, tuple(envelope.rcpt_tos)))
        return "250 OK"

    async def auth_XOAUTH2(self, _server: Any, args: list[str]) -> AuthResult:  # noqa: N802
        right = b64decode(args[1]).decode() == xoauth2("robin", TOKEN)
        return AuthResult(success=right, handled=right, auth_data=b"robin")


def _knows(_server: Any, _session: Any, _envelope: Any, mechanism: str, data: Any) -> AuthResult:
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (b"robin", PASSWORD.encode())
    return AuthResult(success=mechanism == "PLAIN" and right, handled=False)


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return make(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def keeps() -> _Keeps:
    return _Keeps()


@pytest.fixture
def opened(keeps: _Keeps, certificates: Certificates) -> Iterator[Opened]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(
        keeps,
        hostname="127.0.0.1",
        port=port,
        ssl_context=shown(certificates),
        authenticator=_knows,
        auth_require_tls=False,  # it is encrypted from the start, which aiosmtpd does not count
    )
    trusted = ssl.create_default_context(cafile=str(certificates.ca))

    def talk() -> None:
        """See that it runs: its own way trusts no authority of ours."""
        with (
            socket.create_connection(("127.0.0.1", port)) as plain,
            trusted.wrap_socket(plain, server_hostname="127.0.0.1") as talking,
        ):
            assert talking.recv(3) == b"220"

    controller._trigger_server = talk  # type: ignore[method-assign]
    controller.start()
    place = Mailbox("127.0.0.1", port, "tls", str(certificates.ca))
    try:
        yield lambda credential: Smtp(place, lambda *, renew=False: credential)  # noqa: ARG005
    finally:
        controller.stop()


@pytest.mark.parametrize("credential", [Password("robin", PASSWORD), Token("robin", TOKEN)], ids=["PLAIN", "XOAUTH2"])
def test_signed_in(opened: Opened, keeps: _Keeps, credential: Credential) -> None:
    assert opened(credential).attempt() is None
    assert opened(credential).send(PARCEL, lambda: True).fate is Fate.TAKEN
    assert keeps.taken == [PARCEL]


@pytest.mark.parametrize("credential", [Password("robin", "wrong"), Token("robin", "wrong")], ids=["PLAIN", "XOAUTH2"])
def test_refused(opened: Opened, keeps: _Keeps, credential: Credential) -> None:
    found = opened(credential).send(PARCEL, lambda: True)
    assert found.fate is Fate.ACCOUNT
    assert credential.secret not in found.told
    assert keeps.taken == []


def test_another_authority(opened: Opened, tmp_path: Path) -> None:
    """The mailbox says which authority is trusted; where that file is gone, nothing is handed over."""
    box = opened(Password("robin", PASSWORD))._mailbox
    for ca, says in (
        (str(make(tmp_path / "other").ca), "can't prove who it is"),
        ("/nothing", "no certificate can be"),
    ):
        other = Mailbox(box.host, box.port, "tls", ca)
        found = Smtp(other, lambda *, renew=False: Password("robin", PASSWORD)).attempt()  # noqa: ARG005
        assert found is not None
        assert (found.fate, says in found.advice) == (Fate.ACCOUNT, True)
