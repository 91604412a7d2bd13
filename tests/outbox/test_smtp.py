"""Handing a message to servers that behave, and to servers that don't."""

from __future__ import annotations

import socket
import ssl
from base64 import b64encode
from datetime import UTC, datetime

import pytest
from tests.sources.certificates import Certificates, make, shown

from sincerely.core.account import Credential, Password
from sincerely.core.outbound import Text
from sincerely.outbox.base import Fate, Parcel, Result
from sincerely.outbox.eml import NoAddress, parcel
from sincerely.outbox.mailbox import Mailbox, NoPassword, SignIn, Unsafe
from sincerely.outbox.smtp import Patience, Smtp

from .contract import ID, PARCEL
from .server import DROP, HANG, TWICE, Manners, Server, serving

ENOUGH = Patience(command=30, text=30)
AT_ONCE = Patience(command=0.2, text=0.2)


def send(server: Server, patience: Patience = ENOUGH, **changes: str) -> Result:
    box = Mailbox("127.0.0.1", server.port, "plain")
    sign_in = as_robin(changes["password"]) if changes else None
    return Smtp(box, sign_in, patience=patience).send(PARCEL, lambda: True)


def as_robin(password: str) -> SignIn:
    def sign_in(*, renew: bool = False) -> Credential:
        assert not renew, "a password is not renewed"
        return Password("robin", password)

    return sign_in


def test_the_steps() -> None:
    with serving() as server:
        assert send(server) == Result(Fate.TAKEN, "250 2.0.0 taken")
    [taken] = server.taken
    assert (taken.data, taken.message_id) == (PARCEL.data, ID)
    assert [line.split()[0] for line in server.heard[:5]] == ["ehlo", "mail", "rcpt", "rcpt", "DATA"]


@pytest.mark.parametrize("command", ["HELLO", "EHLO", "MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize("how", [DROP, HANG, b"451 4.7.1 greylisted, come back", b"421 4.3.2 closing"])
def test_before_the_text_has_ended_it_may_be_tried_again(command: str, how: bytes) -> None:
    manners = Manners()
    manners.instead(command, how, how)
    with serving(manners) as server:
        found = send(server, AT_ONCE if how == HANG else ENOUGH)
        assert found.fate is Fate.LATER
        assert "Try again" in found.advice
        manners.answers.clear()
        assert send(server).fate is Fate.TAKEN
        assert len(server.taken) == 1


@pytest.mark.parametrize("how", [DROP, HANG, b"451 4.3.0 try again", b"354 go on", b"nonsense", b"25"])
def test_after_the_final_dot_only_a_clear_answer_counts(how: bytes) -> None:
    manners = Manners()
    manners.instead("TEXT", how)
    with serving(manners) as server:
        found = send(server, AT_ONCE if how == HANG else ENOUGH)
        assert found.fate is Fate.UNKNOWN
        assert "look into your Sent folder" in found.advice


def test_a_clear_no_after_the_text_is_a_no() -> None:
    manners = Manners()
    manners.instead("TEXT", b"554 5.7.1 this looks like spam")
    with serving(manners) as server:
        found = send(server)
    assert found.fate is Fate.REFUSED
    assert "554 5.7.1 this looks like spam" in found.told
    assert server.taken == []


@pytest.mark.parametrize(
    ("command", "answer", "fate", "advice"),
    [
        ("RCPT", b"550 5.1.1 no such user here", Fate.REFUSED, "dana@acme.example: There is no such address"),
        ("RCPT", b"552 5.2.2 mailbox full", Fate.REFUSED, "Their mailbox is full"),
        ("RCPT", b"599 what", Fate.REFUSED, "its words say why"),
        ("MAIL", b"550 5.7.60 not your address", Fate.REFUSED, "may not send as that address"),
        ("MAIL", b"530 5.7.0 sign in first", Fate.ACCOUNT, "wants a sign-in"),
        ("HELLO", b"554 5.3.2 no service", Fate.ACCOUNT, "by hand"),
        ("DATA", b"552 5.3.4 too big", Fate.REFUSED, "too long for the server"),
        ("DATA", b"250 whatever", Fate.LATER, "Try again"),
    ],
)
def test_refusals_are_translated(command: str, answer: bytes, fate: Fate, advice: str) -> None:
    manners = Manners()
    manners.instead(command, answer)
    with serving(manners) as server:
        found = send(server)
    assert found.fate is fate
    assert advice in found.advice
    assert server.taken == []


def test_it_goes_to_all_or_to_none() -> None:
    manners = Manners()
    manners.instead("RCPT", b"450 4.2.1 busy", b"550 5.1.1 nobody")
    with serving(manners) as server:
        found = send(server)
    assert found.fate is Fate.REFUSED
    assert found.advice.startswith("lee@acme.example: There is no such address")
    assert server.taken == []


def test_a_server_that_keeps_two_copies_was_asked_once() -> None:
    manners = Manners()
    manners.instead("TEXT", TWICE)
    with serving(manners) as server:
        assert send(server).fate is Fate.TAKEN
        assert len(server.taken) == 2
        assert server.heard.count("DATA") == 1


def test_whoever_lost_the_right_to_send_does_not_end_the_text() -> None:
    with serving() as server:
        box = Mailbox("127.0.0.1", server.port, security="plain")
        found = Smtp(box, patience=ENOUGH).send(PARCEL, lambda: False)
        assert found.fate is Fate.LATER
        assert send(server).fate is Fate.TAKEN
    assert len(server.taken) == 1


def test_nobody_listens() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    found = Smtp(Mailbox("127.0.0.1", port, security="plain")).send(PARCEL, lambda: True)
    assert (found.fate, found.advice[:26]) == (Fate.LATER, "The server was not reached")


# Signing in


def test_signing_in() -> None:
    with serving(Manners(password="correct horse")) as server:
        assert send(server, password="correct horse").fate is Fate.TAKEN
        wrong = send(server, password="battery staple")
        assert wrong.fate is Fate.ACCOUNT
        assert "app password" in wrong.advice
        assert "battery" not in wrong.told
        assert send(server, password="größe").fate is Fate.ACCOUNT
        server.manners.instead("AUTH", b"454 4.7.0 temporary")
        assert send(server, password="correct horse").fate is Fate.LATER
    assert len(server.taken) == 1


def test_a_server_that_repeats_the_password_is_not_quoted_with_it() -> None:
    secret = "größe-invented"
    sent = b64encode(f"\0robin\0{secret}".encode())
    with serving(Manners(password="x")) as server:
        for answer in (secret.encode(), b64encode(secret.encode()), sent):
            server.manners.instead("AUTH", b"535 5.7.8 no: %s, try again" % answer)
            assert send(server, password=secret).words == "535 5.7.8 no: …, try again"


def test_letters_that_are_not_ascii_sign_in() -> None:
    with serving(Manners(password="größe")) as server:
        assert send(server, password="größe").fate is Fate.TAKEN


def test_no_sign_in_is_offered() -> None:
    with serving() as server:
        assert send(server, password="x").fate is Fate.ACCOUNT


def test_no_password_is_to_be_had() -> None:
    def locked(*, renew: bool = False) -> Credential:
        raise NoPassword("The keyring is locked; unlock it.")

    with serving() as server:
        box = Mailbox("127.0.0.1", server.port, "plain")
        assert Smtp(box, locked).send(PARCEL, lambda: True) == Result(
            Fate.ACCOUNT, "", "The keyring is locked; unlock it."
        )
        assert server.heard == []


# Encryption


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return make(tmp_path_factory.mktemp("ours"))


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return make(tmp_path_factory.mktemp("elsewhere"), "other.example")


def trusted(certificates: Certificates) -> ssl.SSLContext:
    """A client's trust in that authority, and in no other."""
    return ssl.create_default_context(cafile=str(certificates.ca))


def encrypted(server: Server, trust: ssl.SSLContext | None) -> Result:
    show = server.show
    assert show != "plain"
    box = Mailbox("127.0.0.1", server.port, show)
    return Smtp(box, as_robin("correct horse"), trust=trust, patience=ENOUGH).send(PARCEL, lambda: True)


def test_tls(ours: Certificates) -> None:
    with serving(Manners(password="correct horse"), "tls", shown(ours)) as server:
        assert encrypted(server, trusted(ours)).fate is Fate.TAKEN


def test_starttls(ours: Certificates) -> None:
    manners = Manners(password="correct horse", offers=("STARTTLS",))
    with serving(manners, "starttls", shown(ours)) as server:
        assert encrypted(server, trusted(ours)).fate is Fate.TAKEN
    assert [line.split()[0].upper() for line in server.heard[:4]] == ["EHLO", "STARTTLS", "EHLO", "AUTH"]


@pytest.mark.parametrize("show", ["tls", "starttls"])
def test_a_wrong_certificate(ours: Certificates, elsewhere: Certificates, show: str) -> None:
    """Of another host, or signed by nobody who is believed: neither password nor mail is handed over."""
    for certificate, trust in ((elsewhere, trusted(elsewhere)), (ours, None)):
        manners = Manners(password="correct horse", offers=("STARTTLS",))
        with serving(manners, "tls" if show == "tls" else "starttls", shown(certificate)) as server:
            found = encrypted(server, trust)
        assert found.fate is Fate.ACCOUNT
        assert "can't prove who it is" in found.advice
        assert not [line for line in server.heard if line.upper().startswith(("AUTH", "MAIL"))]


@pytest.mark.parametrize(
    ("offers", "answer"),
    [
        ((), None),  # somebody on the way has taken it out
        (("STARTTLS",), b"454 4.7.0 not today"),
        (("STARTTLS",), b"500 5.5.1 what is that"),
        (("STARTTLS",), b"250 ok, but no"),
        (("STARTTLS",), b"220 go ahead"),  # and then it goes on in the clear
    ],
)
def test_a_server_that_lies_about_starttls(
    ours: Certificates, monkeypatch: pytest.MonkeyPatch, offers: tuple[str, ...], answer: bytes | None
) -> None:
    manners = Manners(password="correct horse", offers=offers)
    if answer is not None:
        manners.instead("STARTTLS", answer)
    with serving(manners, "starttls", shown(ours)) as server:
        if answer == b"220 go ahead":
            monkeypatch.setattr(
                "tests.outbox.server._Talk._wrap", lambda talk: talk.request.sendall(b"250 in the clear\r\n")
            )
        found = encrypted(server, trusted(ours))
    assert found.fate is Fate.ACCOUNT
    assert "neither password nor mail" in found.advice
    assert not [line for line in server.heard if line.upper().startswith(("AUTH", "MAIL"))]


def test_tls_where_there_is_none(ours: Certificates) -> None:
    with serving() as server:
        box = Mailbox("127.0.0.1", server.port, security="tls")
        found = Smtp(box, trust=trusted(ours), patience=ENOUGH).send(PARCEL, lambda: True)
    assert (found.fate, "port 465" in found.advice) == (Fate.ACCOUNT, True)


@pytest.mark.parametrize("host", ["mail.example", "localhost", "127.0.0.2", "::1"])
def test_plain_goes_nowhere_else(host: str) -> None:
    with pytest.raises(Unsafe, match=r"TLS \(465\)"):
        Mailbox(host, 25, security="plain")


# What is handed over


def test_an_address_that_not_every_server_takes() -> None:
    for to in ("jürgen@acme.example", "dana", "Dana <>"):
        with pytest.raises(NoAddress):
            parcel(Text(to=(to,), body="x"), "robin@mail.example", ID, datetime(2026, 3, 5, tzinfo=UTC))


@pytest.mark.parametrize("data", [b"A: b\n\nx\n.\ny\r.\rz", b"A: b\r\n\r\n.", b"A: b\r\n\r\n.x\r\n..\r\n"])
def test_no_line_ends_the_text_early(data: bytes) -> None:
    """Bare line ends become whole ones, and dots are doubled: nobody smuggles a second mail in."""
    with serving() as server:
        box = Mailbox("127.0.0.1", server.port, security="plain")
        found = Smtp(box, patience=ENOUGH).send(Parcel(data, "a@b.example", ("c@d.example",)), lambda: True)
    assert found.fate is Fate.TAKEN
    [taken] = server.taken
    assert taken.data.split() == data.replace(b"\r", b"\n").split()
