"""``sincerely serve`` beyond this machine: what it refuses, and that it works by https, for real."""

from __future__ import annotations

import os
import re
import socket
import ssl
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest
from click.testing import CliRunner
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from sincerely.cli.listening import Listening
from sincerely.cli.main import cli

RIGHT = "four quiet words here"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SINCERELY_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--host", "0.0.0.0"], "--name"),
        (["--host", "0.0.0.0", "--name", "desk.example"], "plain http"),
        (["--host", "192.0.2.7"], "plain http"),
        (["--name", "desk.example"], "plain http"),
        (["--proxy", "127.0.0.1"], "--name"),
        (["--proxy", "proxy.example", "--name", "desk.example"], "--proxy: expected an address"),
        (["--host", "desk.example"], "expected an address"),
        (["--cert", "a.pem"], "together"),
        (["--plain-http"], "only this machine"),
        (["--passphrase-file", "x"], "only this machine"),
    ],
)
def test_what_is_missing_or_dangerous_is_refused(options: list[str], says: str) -> None:
    done = CliRunner().invoke(cli, ["serve", "--no-browser", "--port", "0", *options])
    assert done.exit_code == 2
    assert says in done.output


def test_without_a_passphrase_nothing_is_served() -> None:
    done = CliRunner().invoke(
        cli, ["serve", "--no-browser", "--port", "0", "--name", "x.example", "--proxy", "127.0.0.1"]
    )
    assert done.exit_code == 2
    assert "--passphrase-file" in done.output


@pytest.mark.parametrize(
    ("listening", "hosts", "url"),
    [
        (Listening(), ("127.0.0.1:7411", "localhost:7411"), "http://127.0.0.1:7411/"),
        (
            Listening(host="0.0.0.0", names=("Desk.example",), cert=Path("c"), key=Path("k")),
            ("127.0.0.1:7411", "localhost:7411", "desk.example", "desk.example:7411"),
            "https://desk.example:7411/",
        ),
        (
            Listening(names=("search.example",), proxy="127.0.0.1"),
            ("127.0.0.1:7411", "localhost:7411", "search.example", "search.example:7411"),
            "https://search.example/",
        ),
        (
            Listening(host="::", names=("[2001:db8::1]:8000",), plain=True),
            ("127.0.0.1:7411", "localhost:7411", "[2001:db8::1]:8000"),
            "http://[2001:db8::1]:8000/",
        ),
    ],
)
def test_it_answers_to_its_own_names(listening: Listening, hosts: tuple[str, ...], url: str) -> None:
    assert listening.hosts(7411) == hosts
    assert listening.url(7411) == url


def test_nobody_but_the_proxy_is_believed() -> None:
    assert Listening().server() == {"proxy_headers": False, "forwarded_allow_ips": None}
    told = Listening(names=("search.example",), proxy="192.0.2.1").server()
    assert told == {"proxy_headers": True, "forwarded_allow_ips": "192.0.2.1"}


def certificate(folder: Path) -> tuple[Path, Path]:
    """Make a certificate for localhost."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    cert, place = folder / "cert.pem", folder / "key.pem"
    cert.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    place.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return cert, place


@pytest.mark.slow
def test_by_https_one_signs_in_and_looks(tmp_path: Path, home: Path) -> None:
    cert, key = certificate(tmp_path)
    secret = tmp_path / "passphrase"
    secret.write_text(f"{RIGHT}\n")
    secret.chmod(0o600)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable, "-m", "sincerely", "serve", "--no-browser", "--no-work", "--host", "0.0.0.0", "--port", str(port),
        "--name", "localhost", "--cert", str(cert), "--key", str(key), "--passphrase-file", str(secret),
    ]  # fmt: skip
    env = {**os.environ, "SINCERELY_HOME": str(home), "PYTHONPATH": ":".join(sys.path)}
    with subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            assert f"https://localhost:{port}/" in server.stderr.readline()
            trusted = ssl.create_default_context(cafile=str(cert))
            with httpx2.Client(base_url=f"https://localhost:{port}", verify=trusted, timeout=60) as client:
                assert client.get("/").status_code == 303
                page = client.get("/sign-in").text
                found = re.search(r'name="token" value="([^"]*)"', page)
                assert found is not None
                form = {"token": found[1], "passphrase": RIGHT}
                origin = {"origin": f"https://localhost:{port}"}
                assert client.post("/sign-in", data=form, headers=origin).status_code == 303
                assert client.get("/").status_code == 200
                # Nobody is believed who says that he came by another way.
                assert client.get("/", headers={"x-forwarded-proto": "http"}).status_code == 200
        finally:
            server.terminate()
    assert RIGHT.encode() not in (home / "sincerely.db").read_bytes()
