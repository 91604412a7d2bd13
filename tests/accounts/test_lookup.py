"""What DNS and a provider's own file say; a DNS server of the tests' own answers."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import pytest
from dns.resolver import Resolver
from tests.sources.certificates import make, shown

from sincerely.accounts.lookup import look_up, read_page, settings_in
from sincerely.core.account import Server

FILE = b"""<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="own.example">
<incomingServer type="pop3"><hostname>pop.own.example</hostname><port>995</port><socketType>SSL</socketType></incomingServer>
<incomingServer type="imap"><hostname>plain.own.example</hostname><port>143</port><socketType>plain</socketType></incomingServer>
<incomingServer type="imap"><hostname>imap.own.example</hostname><port>993</port><socketType>SSL</socketType></incomingServer>
<outgoingServer type="smtp"><hostname>smtp.own.example</hostname><port>587</port><socketType>STARTTLS</socketType></outgoingServer>
</emailProvider></clientConfig>"""


def nowhere(_: str) -> bytes:
    raise OSError


@contextmanager
def dns_server(*records: tuple[str, str, str]) -> Iterator[Resolver]:
    """Answer with these records, (name, type, data), and with "no such name" for all else."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))

        def serve() -> None:
            while True:
                data, whom = server.recvfrom(4096)
                if not data:
                    return
                query = dns.message.from_wire(data)
                answer = dns.message.make_response(query)
                asked = query.question[0]
                found = [
                    told for name, kind, told in records if (f"{name}.", kind) == (str(asked.name), asked.rdtype.name)
                ]
                if found:
                    answer.answer.append(dns.rrset.from_text(asked.name, 60, "IN", asked.rdtype.name, *found))
                else:
                    answer.set_rcode(dns.rcode.NXDOMAIN)
                server.sendto(answer.to_wire(), whom)

        thread = Thread(target=serve)
        thread.start()
        resolver = Resolver(configure=False)
        resolver.nameservers = ["127.0.0.1"]
        resolver.port = server.getsockname()[1]
        try:
            yield resolver
        finally:
            server.sendto(b"", server.getsockname())
            thread.join()


def test_services_in_dns() -> None:
    with dns_server(
        ("_imaps._tcp.own.example", "SRV", "10 1 993 second.own.example."),
        ("_imaps._tcp.own.example", "SRV", "0 1 993 first.own.example."),
        ("_submissions._tcp.own.example", "SRV", "0 0 0 ."),
        ("_submission._tcp.own.example", "SRV", "0 1 587 smtp.own.example."),
    ) as resolver:
        found = look_up("robin@own.example", resolver, nowhere)
    assert found is not None
    assert found.imap == Server("first.own.example", 993)
    assert found.smtp == Server("smtp.own.example", 587, "starttls")
    assert not found.sure


def test_whose_customer_a_domain_is() -> None:
    with dns_server(("own.example", "MX", "1 aspmx.l.google.com.")) as resolver:
        found = look_up("robin@own.example", resolver, nowhere)
    assert found is not None
    assert found.imap == Server("imap.gmail.com", 993)
    assert found.found == "known provider (google), to whom the mail of own.example goes"


def test_the_providers_own_file() -> None:
    asked = []

    def read(url: str) -> bytes:
        asked.append(url)
        return FILE if ".well-known" in url else nowhere(url)

    with dns_server() as resolver:
        found = look_up("robin@own.example", resolver, read)
    assert found is not None
    assert found.imap == Server("imap.own.example", 993)
    assert found.smtp == Server("smtp.own.example", 587, "starttls")
    assert all(url.startswith("https://") and "robin" not in url for url in asked)


def test_nothing_known() -> None:
    with dns_server() as resolver:
        assert look_up("robin@own.example", resolver, nowhere) is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html>",
        b"<clientConfig/>",
        b'<!DOCTYPE a [<!ENTITY b "c">]>' + FILE,
        FILE.replace(b"imap.own.example", b"a b"),
        FILE.replace(b"993", b"99999"),
        FILE.replace(b">SSL<", b">plain<"),
    ],
)
def test_files_that_will_not_do(data: bytes) -> None:
    assert settings_in(data, "robin@own.example") is None


@pytest.mark.parametrize(
    ("told", "login"),
    [
        ("%EMAILADDRESS%", ""),
        ("Robin@own.example", ""),
        ("%EMAILLOCALPART%", "robin"),
        ("%EMAILLOCALPART%@mail.%EMAILDOMAIN%", "robin@mail.own.example"),
        ("%REALNAME%", ""),
    ],
)
def test_the_name_to_sign_in_with(told: str, login: str) -> None:
    data = FILE.replace(b"<port>993</port>", f"<port>993</port><username>{told}</username>".encode())
    found = settings_in(data, "robin@own.example")
    assert found is not None
    assert found.login == login


@contextmanager
def web_server(folder: Path, leads_to: str = "") -> Iterator[str]:
    """Serve the file over https, or lead to another page; yield where."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(302 if leads_to and self.path != "/there" else 200)
            self.send_header("Location", leads_to.format(port=server.server_port))
            self.end_headers()
            self.wfile.write(FILE)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        server.socket = shown(make(folder)).wrap_socket(server.socket, server_side=True)
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"https://127.0.0.1:{server.server_port}/mail"
        finally:
            server.shutdown()
            thread.join()


def test_it_is_read_encrypted_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with web_server(tmp_path) as url:
        with pytest.raises(OSError, match="certificate"):
            read_page(url)
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
        assert read_page(url) == FILE
    with web_server(tmp_path, "https://127.0.0.1:{port}/there") as url:
        assert read_page(url) == FILE
    with web_server(tmp_path, "http://127.0.0.1:{port}/there") as url, pytest.raises(OSError, match="not encrypted"):
        read_page(url)
