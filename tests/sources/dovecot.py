"""A real Dovecot for the tests: on a free port of 127.0.0.1, with TLS, gone when they end."""

from __future__ import annotations

import grp
import os
import pwd
import shutil
import socket
import ssl
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from imapclient import IMAPClient

from sincerely.core.account import Account, Credential, Password, Server
from sincerely.sources.imap_line import SignIn

from .certificates import Certificates, make

PASSWORD = "invented-Pa55/phrase-ü"
_CONFIG = """
protocols = imap
listen = 127.0.0.1
base_dir = {home}/run
state_dir = {home}/state
log_path = {home}/log
{users}
ssl = required
ssl_cert = <{certificates.certificate}
ssl_key = <{certificates.key}
ssl_dh =
auth_mechanisms = plain login{mechanisms}
auth_failure_delay = 0
login_trusted_networks = 127.0.0.0/8
mail_location = {format}:~/mail
mail_fsync = never
mail_max_userip_connections = 50
first_valid_uid = 1
default_vsz_limit = 0
imap_idle_notify_interval = 60 s
mailbox_list_index = yes
passdb {{
  driver = static
  args = password={password}
}}
{passdb}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={home}/users/%u
}}
namespace inbox {{
  inbox = yes
  separator = {separator}
  mailbox Drafts {{
    special_use = \\Drafts
    auto = create
  }}
  mailbox "Ausgang" {{
    special_use = \\Sent
    auto = create
  }}
  mailbox Müll {{
    special_use = \\Trash
    auto = create
  }}
}}
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    address = 127.0.0.1
    port = {port}
    ssl = yes
  }}
}}
service stats {{
  chroot =
}}
"""

# As root it uses the users that its package made; as anybody else it is that one throughout.
_AS_ONE = "default_internal_user = {user}\ndefault_internal_group = {group}\ndefault_login_user = {user}"


@dataclass(frozen=True)
class Dovecot:
    """A running server. Every address is a mailbox of its own; one password opens all."""

    home: Path
    port: int
    certificates: Certificates

    def account(self, address: str, **more: object) -> Account:
        """Return how to reach the mailbox of an address."""
        server = Server("127.0.0.1", self.port)
        return Account(address=address, imap=server, ca=str(self.certificates.ca), **more)  # type: ignore[arg-type]

    @contextmanager
    def client(self, address: str) -> Iterator[IMAPClient]:
        """Look into a mailbox, or change it, as another mail program does."""
        context = ssl.create_default_context(cafile=str(self.certificates.ca))
        with IMAPClient("127.0.0.1", self.port, ssl_context=context) as client:
            client.plain_login(address, PASSWORD)
            yield client

    def put(self, address: str, mails: Sequence[bytes], folder: str = "INBOX") -> None:
        """Add mails to a folder, which is made where there is none."""
        with self.client(address) as client:
            if not client.folder_exists(folder):
                client.create_folder(folder)
            for mail in mails:
                client.append(folder, mail)


def sign_in(account: Account, password: str = PASSWORD) -> SignIn:
    """Return what signs in to an account; with the password of all where none is named."""

    def signed(*, renew: bool = False) -> Credential:
        return Password(account.user, password)

    return signed


@contextmanager
def running(
    *, mailboxes: str = "maildir", separator: str = "/", passdb: str = "", mechanisms: str = ""
) -> Iterator[Dovecot]:
    """Start a server; stop it and remove its mail at the end."""
    program = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin:/usr/local/sbin")
    if program is None:
        pytest.skip("dovecot is not installed: scripts/system-packages dovecot-imapd")
    home = Path(tempfile.mkdtemp(prefix="sincerely-dovecot-"))
    me = pwd.getpwuid(os.geteuid())
    # Mail of root's it serves to nobody.
    owner = me if me.pw_uid else pwd.getpwnam("nobody")
    certificates = make(home / "tls")
    users = home / "users"
    users.mkdir()
    if me.pw_uid == 0:
        os.chown(users, owner.pw_uid, owner.pw_gid)
        home.chmod(0o755)
    text = _CONFIG.format(
        home=home,
        users="" if me.pw_uid == 0 else _AS_ONE.format(user=me.pw_name, group=grp.getgrgid(me.pw_gid).gr_name),
        certificates=certificates,
        password=PASSWORD,
        format=mailboxes,
        separator=separator,
        uid=owner.pw_uid,
        gid=owner.pw_gid,
        port=(port := _free_port()),
        passdb=passdb,
        mechanisms=mechanisms,
    )
    config = home / "dovecot.conf"
    config.write_text(text, "utf-8")
    server = subprocess.Popen([program, "-F", "-c", config], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        _await(server, port, home / "log")
        yield Dovecot(home, port, certificates)
    finally:
        server.terminate()
        server.wait(20)
        if server.stderr is not None:
            server.stderr.close()
        shutil.rmtree(home, ignore_errors=True)


def _await(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Wait until the server listens; it answers at once when the port is there, so this asks in a loop."""
    while server.poll() is None:
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        try:
            server.wait(0.02)
        except subprocess.TimeoutExpired:
            continue
    words = server.stderr.read().decode() if server.stderr else ""
    raise RuntimeError(f"dovecot did not start: {words} {log.read_text() if log.exists() else ''}")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
