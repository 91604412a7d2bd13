"""Where the pages listen, and what has to be so before anybody but this machine may reach them."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .common import Failure, one_line

if TYPE_CHECKING:
    from sincerely.store.base import Store

HOST = "127.0.0.1"


@dataclass(frozen=True, kw_only=True)
class Listening:
    """Where to listen, and how what is sent is protected.

    Attributes:
        host: the address to listen on.
        port: the port; 0 takes a free one.
        names: under which the pages are opened from elsewhere, each with a port where it is not the usual one.
        cert, key: files of the certificate and its key, for https of our own.
        proxy: the address of a proxy that speaks https for us, and whose word is taken for who asks, and how.
        plain: let what is sent be read on its way.
        passphrase_file: a file whose first line is the passphrase.
        new_passphrase: ask for a new one.
    """

    host: str = HOST
    port: int = 7411
    names: Sequence[str] = ()
    cert: Path | None = None
    key: Path | None = None
    proxy: str = ""
    plain: bool = False
    passphrase_file: Path | None = None
    new_passphrase: bool = False

    @property
    def beyond(self) -> bool:
        """Whether anybody but this machine can reach the pages."""
        return bool(self.names or self.proxy) or not self._address.is_loopback

    @property
    def https(self) -> bool:
        """Whether the pages are opened by https alone."""
        return bool(self.cert or self.proxy)

    @property
    def _address(self) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
        try:
            return ipaddress.ip_address(HOST if self.host == "localhost" else self.host)
        except ValueError:
            raise click.UsageError(f'--host: expected an address such as 0.0.0.0, found "{self.host}"') from None

    def check(self) -> None:
        """See that it all fits together.

        Raises:
            click.UsageError: something is missing, or would be dangerous.
        """
        if bool(self.cert) is not bool(self.key):
            raise click.UsageError("expected --cert and --key together")
        if self.proxy and not _is_address(self.proxy):
            raise click.UsageError(f'--proxy: expected an address such as 127.0.0.1, found "{self.proxy}"')
        if not self.beyond:
            if self.plain or self.cert or self.passphrase_file or self.new_passphrase:
                raise click.UsageError(
                    "only this machine can reach these pages: expected --host, --name or --proxy with --cert, "
                    "--plain-http or a passphrase"
                )
            return
        if (self._address.is_unspecified or self.proxy) and not self.names:
            raise click.UsageError("expected --name too, the name or address under which you open the pages")
        if not self.https and not self.plain:
            raise click.UsageError(
                "by plain http everybody on the network between can read your passphrase and your mail, and change "
                "what you see; expected --cert and --key, or --proxy ADDRESS of one that speaks https, or --plain-http "
                "where nobody else is on that network"
            )

    def hosts(self, port: int) -> tuple[str, ...]:
        """Return the values of Host that are ours, once the port is known."""
        own = f"[{self.host}]" if ":" in self.host else self.host
        local = (f"{HOST}:{port}", f"localhost:{port}")
        here = () if self._address.is_unspecified else (f"{own}:{port}",)
        named = [name.strip().lower() for name in self.names]
        ported = [f"{name}:{port}" for name in named if not _has_port(name)]
        return tuple(dict.fromkeys((*here, *local, *named, *ported)))

    def url(self, port: int) -> str:
        """Return the address to open."""
        scheme = "https" if self.https else "http"
        if not self.names:
            return f"{scheme}://{self.hosts(port)[0]}/"
        name = self.names[0].strip().lower()
        # Behind a proxy the port is the proxy's own.
        return f"{scheme}://{name}/" if self.proxy or _has_port(name) else f"{scheme}://{name}:{port}/"

    def server(self) -> dict[str, Any]:
        """Return what the server is told: whose word is taken, and the certificate.

        Raises:
            Failure: the certificate or its key can't be used.
        """
        # Whoever is not named may say of itself what it likes.
        told: dict[str, Any] = {"proxy_headers": bool(self.proxy), "forwarded_allow_ips": self.proxy or None}
        if self.cert is not None and self.key is not None:
            _check_certificate(self.cert, self.key)
            told |= {"ssl_certfile": str(self.cert), "ssl_keyfile": str(self.key)}
        return told


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def _has_port(name: str) -> bool:
    return name.rpartition("]")[2].rpartition(":")[2].isdigit() and ":" in name.rpartition("]")[2]


def _check_certificate(cert: Path, key: Path) -> None:
    import ssl

    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(cert, key)
    except (OSError, ssl.SSLError) as error:
        raise Failure(f"{cert} and {key}: expected a certificate and its key as PEM files ({error})") from error


def see_to_passphrase(store: Store, listening: Listening) -> None:
    """See that the pages have a passphrase: from its file, else asked for once on the terminal.

    Raises:
        Failure: there is none, and nobody to ask.
    """
    import sys

    from sincerely.accounts.passphrase import from_file, typed
    from sincerely.accounts.vault import VaultError
    from sincerely.app.connections.front_door import WeakPassphrase, fits, has_passphrase, set_passphrase

    with one_line(VaultError, WeakPassphrase):
        if listening.passphrase_file is not None:
            given = from_file(listening.passphrase_file.expanduser())
            if not fits(store, given):
                set_passphrase(store, given)
        elif listening.new_passphrase or not has_passphrase(store):
            if not sys.stdin.isatty():
                raise Failure("the pages need a passphrase and nobody is there to ask; name its --passphrase-file")
            click.echo("The pages can be reached from elsewhere, so they will ask for a passphrase.", err=True)
            set_passphrase(store, typed("New passphrase for the pages", twice=True))
