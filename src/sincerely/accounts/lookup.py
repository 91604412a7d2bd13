"""Asking the network for an address's servers, where the person lets it: DNS, then the provider's own file.

Only the domain is asked about, never the address. What comes back is shown before it is used: DNS is not signed.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.client import HTTPMessage
from typing import IO, TYPE_CHECKING, Any
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from sincerely.core.account import AccountError, Security, Server

from .providers import IMAP_PORT, SMTP_PORT, Settings, settings_by_exchanger

if TYPE_CHECKING:
    from dns.resolver import Resolver

_SECONDS = 5.0
_MOST = 64 * 1024
# RFC 6186 and RFC 8314: the name of each service, and what it speaks. The encrypted one comes first.
_IMAP: tuple[tuple[str, Security], ...] = (("_imaps", "tls"), ("_imap", "starttls"))
_SMTP: tuple[tuple[str, Security], ...] = (("_submissions", "tls"), ("_submission", "starttls"))
# Thunderbird's autoconfiguration, where a provider keeps it.
_FILES = (
    "https://autoconfig.{domain}/mail/config-v1.1.xml",
    "https://{domain}/.well-known/autoconfig/mail/config-v1.1.xml",
)
_SOCKETS: dict[str, Security] = {"SSL": "tls", "STARTTLS": "starttls"}

Read = Callable[[str], bytes]
"""Reads a page over https; raises OSError where there is none."""


class _Encrypted(HTTPRedirectHandler):
    """Follows to other encrypted pages only: whoever can change a page on its way names servers of their own."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if not newurl.lower().startswith("https://"):
            raise HTTPError(newurl, code, "leads to a page that is not encrypted", headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def read_page(url: str) -> bytes:
    """Read at most 64 kB of a page that is encrypted, as is every one that it leads to."""
    with build_opener(_Encrypted).open(url, timeout=_SECONDS) as page:
        data: bytes = page.read(_MOST)
        return data


def look_up(address: str, resolver: Resolver | None = None, read: Read = read_page) -> Settings | None:
    """Return what the network says of an address's domain; None where it says nothing.

    Args:
        address: only what is behind the "@" is asked about.
        resolver: asks DNS; the system's where none is given.
        read: reads the provider's file.
    """
    domain = address.rpartition("@")[2].lower()
    if resolver is None:
        from dns.resolver import Resolver as System

        resolver = System()
        resolver.lifetime = _SECONDS
    return _by_service(domain, resolver) or _by_exchanger(domain, resolver) or _by_file(address, read)


def _by_service(domain: str, resolver: Resolver) -> Settings | None:
    imap, smtp = (_service(domain, names, resolver) for names in (_IMAP, _SMTP))
    return Settings(imap, smtp, f"DNS of {domain}", sure=False) if imap else None


def _service(domain: str, names: tuple[tuple[str, Security], ...], resolver: Resolver) -> Server | None:
    for name, security in names:
        found = sorted(_records(f"{name}._tcp.{domain}", "SRV", resolver), key=lambda r: (r.priority, -r.weight))
        for record in found:
            host = str(record.target).rstrip(".")
            if host:  # "." says that there is no such service
                return _server(host, record.port, security)
    return None


def _by_exchanger(domain: str, resolver: Resolver) -> Settings | None:
    for record in sorted(_records(domain, "MX", resolver), key=lambda r: r.preference):
        known = settings_by_exchanger(str(record.exchange))
        if known is not None:
            return replace(known, found=f"{known.found}, to whom the mail of {domain} goes", sure=False)
    return None


def _records(name: str, kind: str, resolver: Resolver) -> Iterator[Any]:
    from dns.exception import DNSException

    try:
        yield from resolver.resolve(name, kind)
    except (DNSException, OSError):
        return


def _by_file(address: str, read: Read) -> Settings | None:
    domain = address.rpartition("@")[2].lower()
    for pattern in _FILES:
        try:
            data = read(pattern.format(domain=domain))
        except (OSError, ValueError):
            continue
        found = settings_in(data, address)
        if found is not None:
            return found
    return None


def settings_in(data: bytes, address: str) -> Settings | None:
    """Read an autoconfiguration file; None where it names no encrypted IMAP server, or is none.

    Args:
        data: the file.
        address: whose name to sign in with is filled in.
    """
    if b"<!" in data.replace(b"<!--", b""):  # entities could make it as large as they like
        return None
    try:
        root = ET.fromstring(data)  # noqa: S314 - no entities, 64 kB
    except ET.ParseError:
        return None
    imap, login = _first(root, ".//incomingServer", "imap", address)
    smtp, _ = _first(root, ".//outgoingServer", "smtp", address)
    domain = address.rpartition("@")[2].lower()
    found = f"the autoconfiguration of {domain}"
    return Settings(imap, smtp, found, login=login, sure=False) if imap else None


def _first(root: ET.Element, path: str, kind: str, address: str) -> tuple[Server | None, str]:
    """Return the first encrypted server of a kind, and the name to sign in with; "" for the address."""
    for told in root.iterfind(path):
        security = _SOCKETS.get(told.findtext("socketType", "").strip())
        port = told.findtext("port", "").strip()
        if told.get("type") == kind and security and port.isascii() and port.isdecimal():
            server = _server(told.findtext("hostname", "").strip(), int(port), security)
            if server is not None:
                return server, _login(told.findtext("username", "").strip(), address)
    return None, ""


def _login(told: str, address: str) -> str:
    """Fill in a name to sign in with; "" where it is the address, or needs what is not known here."""
    local, _, domain = address.rpartition("@")
    for mark, value in (("ADDRESS", address), ("LOCALPART", local), ("DOMAIN", domain)):
        told = told.replace(f"%EMAIL{mark}%", value)
    return "" if "%" in told or told.casefold() == address.casefold() or not told.isprintable() else told


def _server(host: str, port: int, security: Security) -> Server | None:
    try:
        return Server.parse(f"{security}://{host}:{port}", IMAP_PORT if security == "tls" else SMTP_PORT)
    except AccountError:
        return None
