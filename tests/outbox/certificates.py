"""Certificates that the tests make for themselves: one that a client may be told to trust, for 127.0.0.1 or not."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from pathlib import Path

import pytest


def made(folder: Path, name: str) -> Path:
    """Make a key and a certificate for an address or a host, in one file."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed")
    file = folder / f"{name}.pem"
    kind = "IP" if name[0].isdigit() else "DNS"
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", f"/CN={name}", "-addext", f"subjectAltName={kind}:{name}", "-keyout", folder / "key", "-out", folder / "cert"],
        check=True,
        capture_output=True,
    )  # fmt: skip
    file.write_bytes((folder / "key").read_bytes() + (folder / "cert").read_bytes())
    return file


def shown(file: Path) -> ssl.SSLContext:
    """What a server shows."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


def trusted(file: Path) -> ssl.SSLContext:
    """A client's trust in that certificate, and in no other."""
    return ssl.create_default_context(cafile=str(file))
