"""A server that breaks its promises loses nothing, and costs no more than patience."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.sources.contract import Reading, letter, raws, said

from sincerely.sources.base import Checkpoint, SourceError, SourceGone
from sincerely.sources.imap import Imap
from sincerely.sources.imap_line import _DELAYS, AT_ONCE, Pace

from .bad_imap import PASSWORD, BadServer, Box
from .certificates import make
from .conftest import OpenImap
from .dovecot import sign_in

pytestmark = pytest.mark.slow


def mail(number: int, *, size: int = 0) -> bytes:
    return letter(number, size=size).replace(b"\n", b"\r\n")


def filled(mails: int, **more: object) -> Box:
    return Box({uid: mail(uid) for uid in range(1, mails + 1)}, **more)  # type: ignore[arg-type]


def test_cut_every_so_many_messages_it_goes_on_where_it_was(
    bad: BadServer, open_imap: OpenImap, slept: list[float]
) -> None:
    bad.boxes["INBOX"] = filled(700)
    bad.manners.cut_every = 200
    reading = Reading()
    items = reading.sync(open_imap(bad.account(), PASSWORD))
    assert sorted(reading.stored.values()) == sorted(bad.boxes["INBOX"].mails.values())
    assert len(raws(items)) == 700  # none twice
    assert said(items) == []
    assert set(slept) == {_DELAYS[0]}  # whatever comes through starts the waiting anew
    assert raws(reading.sync(open_imap(bad.account(), PASSWORD))) == []


def test_half_a_literal_is_asked_for_again_then_left_out(bad: BadServer, open_imap: OpenImap) -> None:
    bad.boxes["INBOX"] = filled(40)
    bad.manners.half = {17}
    reading = Reading()
    items = reading.sync(open_imap(bad.account(), PASSWORD))
    assert len(reading.stored) == 39
    assert said(items) == ["robin@mail.example, INBOX, message 17: breaks the connection each time, and was left out"]


def test_what_is_expunged_meanwhile_is_passed_over(bad: BadServer, open_imap: OpenImap) -> None:
    bad.boxes["INBOX"] = filled(10)
    bad.manners.vanish = {3, 4}
    reading = Reading()
    assert said(reading.sync(open_imap(bad.account(), PASSWORD))) == []
    assert len(reading.stored) == 8


def test_a_huge_message_is_not_fetched_whole(bad: BadServer, open_imap: OpenImap) -> None:
    bad.boxes["INBOX"] = filled(3)
    bad.boxes["INBOX"].mails[2] = mail(2, size=2_000_000)
    bad.manners.pretend = {2: 60_000_000}
    [first, huge, last] = raws(items := Reading().sync(open_imap(bad.account(), PASSWORD)))
    assert len(huge.data) == 1024 * 1024
    assert said(items) == [
        "robin@mail.example, INBOX, message 2: is 60 MB long; only its beginning was read, the rest was left out"
    ]
    assert (first.data, last.data) == (mail(3), mail(1))


def test_other_numbers_are_read_again_and_nothing_is_lost(bad: BadServer, open_imap: OpenImap) -> None:
    bad.boxes["INBOX"] = filled(5)
    reading = Reading()
    reading.sync(open_imap(bad.account(), PASSWORD))
    old = next(iter(reading.stored))
    bad.boxes["INBOX"] = filled(6, validity=8)
    assert len(raws(reading.sync(open_imap(bad.account(), PASSWORD)))) == 6
    assert raws(reading.sync(open_imap(bad.account(), PASSWORD))) == []
    with pytest.raises(SourceError, match="it was deleted or moved since"):
        open_imap(bad.account(), PASSWORD).fetch(old)


def test_numbered_anew_in_the_middle(bad: BadServer, open_imap: OpenImap) -> None:
    bad.boxes["INBOX"] = filled(30)
    bad.manners.cut_every = 150

    def renumber() -> None:
        bad.boxes["INBOX"] = filled(30, validity=9)
        bad.manners.on_fetch = lambda: None
        bad.manners.cut_every = 0
        raise ConnectionResetError

    bad.manners.on_fetch = renumber
    reading = Reading()
    assert (
        "was numbered anew while it was read; sync again" in said(reading.sync(open_imap(bad.account(), PASSWORD)))[0]
    )
    reading.sync(open_imap(bad.account(), PASSWORD))
    assert sorted(set(reading.stored.values())) == sorted(bad.boxes["INBOX"].mails.values())


def test_one_folder_emptied_among_others(bad: BadServer, open_imap: OpenImap) -> None:
    """Whoever tidies up keeps UIDVALIDITY and UIDNEXT; what was lost and made anew is not believed."""
    bad.boxes = {"INBOX": filled(5), "Jobs": filled(3)}
    reading = Reading()
    reading.sync(open_imap(bad.account(), PASSWORD))
    bad.boxes["Jobs"] = Box(validity=99)
    for _ in range(2):
        [told] = said(reading.sync(open_imap(bad.account(), PASSWORD)))
        assert "Jobs: is empty, though it held 3 at the last sync" in told
    bad.boxes["INBOX"] = Box()
    with pytest.raises(SourceGone, match="is empty"):
        reading.sync(open_imap(bad.account(), PASSWORD))
    assert len(reading.stored) == 8


@pytest.mark.parametrize(
    ("name", "separator", "sent"),
    [
        ("Gesendete Elemente", "/", True),
        ("INBOX.Sent", ".", True),
        ("Objets envoy&AOk-s", "/", False),
        ("El&AOk-ments envoy&AOk-s", "/", False),
        ("&AMk-l&AOk-ments envoy&AOk-s", "/", True),
        ("Archive|Enviados", "|", True),
        ("M&ABC-", "/", False),
        ("R&-D", "/", False),
    ],
)
def test_folders_are_told_by_name(
    bad: BadServer, open_imap: OpenImap, name: str, separator: str, *, sent: bool
) -> None:
    bad.separator = separator
    bad.boxes = {
        "INBOX": Box(),
        name: filled(1),
        f"INBOX{separator}Entw&APw-rfe": filled(1),
        f"INBOX{separator}Papierkorb": filled(1),
        "Courrier ind&AOk-sirable": filled(1),
    }
    source = open_imap(bad.account(), PASSWORD)
    [raw] = raws(Reading().sync(source))
    assert raw.sent is sent
    assert source.fetch(raw.key, raw.where).data == raw.data


def test_special_use_is_believed_before_names(bad: BadServer, open_imap: OpenImap) -> None:
    bad.boxes = {
        "INBOX": filled(1),
        "Briefe": filled(1, marks=r"\HasNoChildren \Sent"),
        "Ablage": filled(1, marks=r"\Junk"),
        "Papierkorb/2025": filled(1, marks=r"\Archive"),
        "Flagged": filled(1, marks=r"\Flagged"),
        "Nothing": filled(1, marks=r"\Noselect"),
    }
    found = raws(Reading().sync(open_imap(bad.account(), PASSWORD)))
    assert [(raw.folder, raw.sent) for raw in found] == [
        ("", False),
        ("Briefe", True),
        ("Papierkorb/2025", False),
    ]


def test_of_a_folder_that_holds_everything_only_that_is_read(bad: BadServer, open_imap: OpenImap) -> None:
    bad.boxes = {"INBOX": filled(2), "[Gmail]/All Mail": filled(3, marks=r"\All"), "[Gmail]/Spam": filled(1)}
    assert len(raws(Reading().sync(open_imap(bad.account(), PASSWORD)))) == 3


def test_of_a_folder_that_holds_everything_labels_say_what_was_sent(bad: BadServer, open_imap: OpenImap) -> None:
    labels = {1: r'\Inbox "Sent by post"', 2: r'"\\Sent" \Important', 3: r"\Sent", 4: ""}
    bad.boxes = {"INBOX": Box(), "[Gmail]/All Mail": filled(4, marks=r"\All", labels=labels)}
    told = open_imap(bad.account(), PASSWORD)
    assert [raw.sent for raw in raws(Reading().sync(told))] == [False] * 4  # nobody asked: it can't tell
    bad.capabilities += " X-GM-EXT-1"
    source = open_imap(bad.account(), PASSWORD)
    found = raws(Reading().sync(source))
    assert {raw.data: raw.sent for raw in found} == {mail(uid): uid in {2, 3} for uid in range(1, 5)}
    assert [source.fetch(raw.key, raw.where).sent for raw in found] == [raw.sent for raw in found]


def test_throttled_sign_in_waits_and_goes_on(bad: BadServer, open_imap: OpenImap, slept: list[float]) -> None:
    bad.boxes["INBOX"] = filled(2)
    bad.manners.refusals = ["NO [LIMIT] Too many simultaneous connections", "NO [UNAVAILABLE] Try again later"]
    assert len(raws(Reading().sync(open_imap(bad.account(), PASSWORD)))) == 2
    assert slept == list(_DELAYS[:2])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)", "refuses this name and password"),
        ("NO [ALERT] Application-specific password required: 185833 (Failure)", "wants an app password"),
        ("NO [ALERT] Your account is not enabled for IMAP use.", "switched off for this mailbox"),
        ("NO LOGIN failed: BasicAuthBlocked, basic authentication is disabled", "only OAuth"),
        ("NO Der Zugriff per IMAP ist ausgeschaltet", "switched off for this mailbox"),
        (f"NO login robin {PASSWORD}x failed: no idea", "the server says"),
    ],
)
def test_a_refusal_says_what_to_do_and_shows_no_password(
    bad: BadServer, open_imap: OpenImap, slept: list[float], words: str, told: str
) -> None:
    bad.manners.refusals = [words] * 3
    with pytest.raises(SourceError) as caught:
        Reading().sync(open_imap(bad.account(), f"{PASSWORD}x"))
    assert told in str(caught.value)
    assert PASSWORD not in str(caught.value)
    assert bad.connections == 1  # a wrong password is not tried again: that locks accounts
    assert slept == []


def test_a_wrong_certificate_is_never_accepted(bad: BadServer, open_imap: OpenImap, tmp_path: object) -> None:
    assert isinstance(bad.certificates.ca.parent, type(tmp_path))
    others = make(bad.certificates.ca.parent / "others")
    for ca in ("", str(others.ca)):
        with pytest.raises(SourceError, match="the server's certificate is not to be trusted"):
            Reading().sync(open_imap(bad.account(ca=ca), PASSWORD))
    assert bad.asked == []  # nothing was said to it, least of all a password


def test_a_certificate_for_another_host_is_refused(open_imap: OpenImap, bad: BadServer) -> None:
    named = make(bad.certificates.ca.parent / "named", "mail.example")
    with BadServer(named) as other, pytest.raises(SourceError, match="not to be trusted"):
        Reading().sync(open_imap(other.account(), PASSWORD))


def test_nobody_there_is_said_at_once(open_imap: OpenImap, bad: BadServer, slept: list[float]) -> None:
    account = bad.account()
    bad.__exit__()
    with pytest.raises(SourceError, match="nobody answers at that port"):
        Reading().sync(open_imap(account, PASSWORD))
    assert slept == []


def test_it_gives_up_in_the_end(bad: BadServer, open_imap: OpenImap, slept: list[float]) -> None:
    bad.boxes["INBOX"] = filled(5)
    bad.manners.refusals = ["BYE"] * 99

    def always() -> None:
        raise ConnectionResetError

    bad.manners.refusals = []
    bad.manners.on_fetch = always
    items = Reading().sync(open_imap(bad.account(), PASSWORD))
    assert len(said(items)) == 5  # each was asked for thrice
    assert max(slept) <= max(_DELAYS)


def test_one_mail_is_not_waited_for(bad: BadServer, slept: list[float]) -> None:
    """One more try, at once; the next mails are not tried at all."""
    account = bad.account()
    source = Imap(account, sign_in(account, PASSWORD), Pace(slept.append, AT_ONCE))
    bad.manners.refusals = ["BYE"] * 9
    for _ in range(3):
        with pytest.raises(SourceError):
            source.fetch("7.1.INBOX")
    assert slept == [0.0]
    assert bad.connections == 2


def test_what_looks_like_hiring_comes_first(bad: BadServer, open_imap: OpenImap) -> None:
    box = filled(400)
    for uid in (5, 300, 399):
        box.mails[uid] = mail(uid).replace(b"Subject: ", b"Subject: Your interview ")
    bad.boxes["INBOX"] = box
    items = Reading().sync(open_imap(bad.account(), PASSWORD, lambda: datetime(2026, 3, 11, tzinfo=UTC)))
    until = next(n for n, item in enumerate(items) if isinstance(item, Checkpoint) and item.useful)
    assert [raw.data for raw in raws(items[:until])] == [box.mails[uid] for uid in (399, 300, 5)]
    assert len(raws(items)) == 400


def test_with_what_looks_like_hiring_comes_the_latest_that_was_sent(bad: BadServer, open_imap: OpenImap) -> None:
    box = filled(400)
    box.mails[7] = mail(7).replace(b"Subject: ", b"Subject: Your interview ")
    sent = {uid: mail(uid).replace(b"From: ", b"X-From: ") for uid in range(1, 121)}
    bad.boxes = {"INBOX": box, "Sent": Box(sent), "Jobs": filled(3)}
    items = Reading().sync(open_imap(bad.account(), PASSWORD, lambda: datetime(2026, 3, 11, tzinfo=UTC)))
    until = next(n for n, item in enumerate(items) if isinstance(item, Checkpoint) and item.useful)
    first = raws(items[:until])
    assert [raw.data for raw in first] == [box.mails[7], *(sent[uid] for uid in range(120, 20, -1))]
    assert len(raws(items)) == 523


def test_a_search_that_is_refused_costs_only_the_order(bad: BadServer, open_imap: OpenImap) -> None:
    bad.boxes["INBOX"] = filled(400)
    bad.manners.no_search = True
    assert len(raws(Reading().sync(open_imap(bad.account(), PASSWORD)))) == 400


def test_nothing_but_reading_is_ever_asked(bad: BadServer, open_imap: OpenImap) -> None:
    bad.boxes = {"INBOX": filled(3), "Jobs": filled(2)}
    source = open_imap(bad.account(), PASSWORD)
    for raw in raws(Reading().sync(source)):
        source.fetch(raw.key)
    source.close()
    names = {" ".join(asked.split(" ")[: 1 + asked.startswith("UID")]) for asked in bad.asked}
    assert names == {"CAPABILITY", "LOGIN", "LIST", "STATUS", "EXAMINE", "UID SEARCH", "UID FETCH", "LOGOUT"}
    assert all("PEEK" in asked or "BODY" not in asked for asked in bad.asked)


def test_without_idle_it_waits_the_whole_time(bad: BadServer, open_imap: OpenImap, slept: list[float]) -> None:
    bad.boxes["INBOX"] = filled(2)
    source = open_imap(bad.account(), PASSWORD)
    assert not source.wait(300)
    assert slept == [300]
