"""Mailboxes as programs write them, and as accidents leave them; what comes out, and what the person is told."""

from __future__ import annotations

import mailbox
import random
import tracemalloc
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources.contract import Reading, letter, raws, said

from sincerely.sources import base, mbox
from sincerely.sources.base import Checkpoint, Raw, SourceError
from sincerely.sources.mbox import Mbox
from sincerely.sources.mbox_split import split

ENVELOPE = b"From dana@acme.example Mon Mar  2 10:00:00 2026\n"


def boxed(*mails: bytes, envelope: bytes = ENVELOPE) -> bytes:
    return b"".join(envelope + mail + b"\n" for mail in mails)


def read(path: Path, data: bytes) -> list[Raw]:
    path.write_bytes(data)
    return raws(Reading().sync(Mbox(path)))


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    return tmp_path / "inbox.mbox"


@pytest.mark.parametrize(
    "line",
    [
        b"From dana@acme.example Mon Mar  2 10:00:00 2026",
        b"From - Mon Mar 02 10:00:00 2026",
        b"From MAILER-DAEMON Mon Mar  2 10:00:00 2026",
        b"From 1793456@xxx Mon Mar 02 10:00:00 +0000 2026",
        b"From ???@??? Mon Mar 02 10:00:00 2026",
        b"From dana@acme.example Mon Mar  2 10:00:00 EST 2026",
        b"From dana@acme.example Mon Mar  2 10:00 2026",
        b"From dana at acme.example  Mon Mar  2 10:00:00 2026",
        b'From "dana smith"@acme.example Mon Mar  2 10:00:00 2026 remote from acme',
        b"From dana@acme.example Mon, 2 Mar 2026 10:00:00 +0000",
        b"From dana@acme.example Mon, 02-Mar-26 10:00:00",
        b"From dana@acme.example 2026-03-02T10:00:00",
        b"From  Mon Mar  2 10:00:00 2026",
    ],
)
def test_envelope_lines_as_programs_write_them(inbox: Path, line: bytes) -> None:
    mails = [letter(n) for n in range(3)]
    assert [raw.data for raw in read(inbox, boxed(*mails, envelope=line + b"\n"))] == mails
    dos = [mail.replace(b"\n", b"\r\n") for mail in mails]
    data = boxed(*mails, envelope=line + b"\n").replace(b"\n", b"\r\n")
    assert [raw.data for raw in read(inbox, data)] == dos


@pytest.mark.parametrize(
    "body",
    [
        b"From Monday on, I am away.\n",
        b"Hello,\n\nFrom what I know, Mon is fine.\n",
        b"\nFrom dana@acme.example with love\n",
        b"\nFrom dana@acme.example Mon Mar  2 10:00:00 2026\n\nThat is what the log says.\n",
        b"\nFrom dana@acme.example Mon Mar  2 10:00:00 2026\nsays the log.\n",
        b"From \n",
        b"\nFrom\n",
        b"\nFrom the desk of: Dana\n",
    ],
)
def test_from_inside_a_body_parts_nothing(inbox: Path, body: bytes) -> None:
    mails = [letter(1) + body, letter(2)]
    assert [raw.data for raw in read(inbox, boxed(*mails))] == mails


def test_escaped_lines_are_unescaped(inbox: Path) -> None:
    """As mboxrd does; mboxo writes the same for a line without a ">" of its own."""
    stored = letter(1) + b">From the start\n>>From twice\n> From quoted\n"
    [raw] = read(inbox, boxed(stored))
    assert raw.data == letter(1) + b"From the start\n>From twice\n> From quoted\n"


def test_content_length_steps_over_unescaped_mail(inbox: Path) -> None:
    """mboxcl2 escapes nothing: a whole mailbox may lie inside a mail."""
    inner = boxed(letter(7), letter(8))
    head, body = b"Message-ID: <1@acme.example>\nContent-Length: %d\n\n" % len(inner), inner
    mails = [head + body, letter(2)]
    assert [raw.data for raw in read(inbox, boxed(*mails))] == [head + body, letter(2)]


@pytest.mark.parametrize("length", [b"5", b"0", b"100000", b"99999999999", b"12345678901234567890", b"x", b"-3"])
def test_content_length_that_lands_nowhere_is_worth_nothing(inbox: Path, length: bytes) -> None:
    mails = [b"Content-Length: " + length + b"\n" + letter(n) for n in range(3)]
    assert [raw.data for raw in read(inbox, boxed(*mails))] == mails


def test_a_mailbox_without_blank_lines_between_mails(inbox: Path) -> None:
    mails = [letter(n) for n in range(3)]
    assert [raw.data for raw in read(inbox, b"".join(ENVELOPE + mail for mail in mails))] == mails


def test_nul_bytes_pass(inbox: Path) -> None:
    mails = [letter(1) + b"\0\0\0 and more\0\n", b"Subject: \0\n\n\0\n"]
    assert [raw.data for raw in read(inbox, boxed(*mails))] == mails


def test_blank_lines_and_a_mark_may_come_first(inbox: Path) -> None:
    assert len(read(inbox, b"\xef\xbb\xbf\r\n\n" + boxed(letter(1)))) == 1


@pytest.mark.parametrize(
    "mail",
    [letter(1)[:-8], letter(1)[:40], b'Content-Type: multipart/mixed;\n boundary="b"\n\n--b\n\nhello\n--b\n\nmore\n'],
)
def test_a_truncated_last_message_is_delivered_and_said_once(inbox: Path, mail: bytes) -> None:
    inbox.write_bytes(boxed(letter(0)) + ENVELOPE + mail)
    reading = Reading()
    items = reading.sync(Mbox(inbox))
    assert len(raws(items)) == 2
    begin = len(boxed(letter(0)))
    told = "its last message is cut off; read as far as it goes; if it is still being written, the rest comes with"
    assert said(items) == [f"{inbox}, byte {begin}: {told} the next sync"]
    again = reading.sync(Mbox(inbox))
    assert (raws(again), said(again)) == ([], [])


def test_a_message_that_was_being_written_is_replaced_when_it_is_whole(inbox: Path) -> None:
    whole = boxed(letter(0), letter(1), letter(2))
    inbox.write_bytes(whole[: whole.rindex(b"See you")])
    reading = Reading()
    first = raws(reading.sync(Mbox(inbox)))
    inbox.write_bytes(whole)
    [second] = raws(reading.sync(Mbox(inbox)))
    assert second.data == letter(2)
    assert second.replaces == first[-1].key != second.key


def test_only_what_was_appended_is_read(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inbox.write_bytes(boxed(*(letter(n, size=2_000) for n in range(500))))
    reading = Reading()
    reading.sync(Mbox(inbox))
    with inbox.open("ab") as file:
        file.write(boxed(letter(1000)))
    seen = 0

    def counting(*args: object, **kwargs: object) -> object:
        nonlocal seen
        for piece in split(*args, **kwargs):  # type: ignore[arg-type]  # passed on
            seen += 1
            yield piece

    monkeypatch.setattr(mbox, "split", counting)
    assert [raw.data for raw in raws(reading.sync(Mbox(inbox)))] == [letter(1000)]
    assert seen == 2  # the last one, which might have grown, and the new one


@pytest.mark.parametrize("change", ["first gone", "middle gone", "flags", "labels", "sorted"])
def test_a_mailbox_that_was_written_again_yields_nothing_twice(inbox: Path, change: str) -> None:
    mails = [b"X-Mozilla-Status: 0000\nX-Gmail-Labels: Inbox\n" + letter(n) for n in range(30)]
    inbox.write_bytes(boxed(*mails))
    reading = Reading()
    reading.sync(Mbox(inbox))
    changed = {
        "first gone": mails[1:],
        "middle gone": mails[:10] + mails[15:],
        "flags": [b"Status: RO\nX-Keywords: seen\n" + m.replace(b"0000", b"0001") for m in mails],
        "labels": [m.replace(b"Inbox", b"Archive,\n Opened") for m in mails],
        "sorted": mails[::-1],
    }[change]
    inbox.write_bytes(boxed(*changed, letter(99)))
    items = reading.sync(Mbox(inbox))
    assert [raw.data for raw in raws(items)] == [letter(99)]


def test_two_copies_have_one_key(inbox: Path) -> None:
    found = read(inbox, boxed(letter(1), letter(2), letter(1)))
    assert found[0].key == found[2].key != found[1].key


@pytest.mark.slow
def test_a_very_long_mail_is_cut_and_memory_stays_flat(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """60 MB of attachment between two small mails; the second long one differs only behind the cut."""
    line = b"QUJD" * 19 + b"\n"
    with inbox.open("wb") as file:
        for tail in (b"a", b"bc"):
            file.write(ENVELOPE + letter(1))
            for _ in range(60_000_000 // 2 // len(line)):
                file.write(line)
            file.write(b"\nFrom inside\n" + tail + b"\n\n")
        file.write(boxed(letter(2)))
    tracemalloc.start()
    scan = Mbox(inbox).scan({}, lambda _: ())
    items = [(item.key, len(item.data)) if isinstance(item, Raw) else item for item in scan]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    sizes = [item[1] for item in items if isinstance(item, tuple)]
    assert sizes == [base.MOST_BYTES, base.MOST_BYTES, len(letter(2))]
    assert len({item[0] for item in items if isinstance(item, tuple)}) == 3
    assert peak < 6 * base.MOST_BYTES
    assert said([i for i in items if not isinstance(i, tuple)])[0] == (
        f"{inbox}, byte 0: is 30 MB long; only the first 26 MB were read"
    )


@pytest.mark.slow
def test_memory_does_not_grow_with_the_mailbox(inbox: Path) -> None:
    mail = letter(1, size=4_000)

    def peak(count: int) -> int:
        with inbox.open("wb") as file:
            for n in range(count):
                file.write(ENVELOPE + b"X-Number: %d\n" % n + mail + b"\n")
        tracemalloc.start()
        for _ in Mbox(inbox).scan({}, lambda _: ()):
            pass
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(6_000) < 1.2 * peak(2_000)


def test_an_empty_file_is_an_empty_mailbox(inbox: Path) -> None:
    inbox.write_bytes(b"")
    assert [type(item) for item in Reading().sync(Mbox(inbox))] == [Checkpoint]


@pytest.mark.parametrize("data", [b"hello\n", b"\0" * 5000, b"From: dana@acme.example\n\nHi\n", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_mailbox(inbox: Path, data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        read(inbox, data)
    assert str(caught.value) == (
        f"{inbox}: is not an mbox: it does not begin with a line 'From …'; "
        "export the mail as mbox, Maildir or .eml files, and point to that"
    )


def test_a_file_that_becomes_shorter_while_it_is_read(inbox: Path) -> None:
    inbox.write_bytes(boxed(*(letter(n, size=3_000) for n in range(2_000))))
    reading = Reading()
    scan = Mbox(inbox).scan({}, reading.known)
    items = [next(scan)]
    inbox.write_bytes(boxed(*(letter(n, size=3_000) for n in range(5))))
    items += scan
    assert said(items) == [f"{inbox}: became shorter while it was read; what is left is read at the next sync"]
    reading.stored = {raw.key: raw.data for raw in raws(items)}
    assert isinstance(items[-1], Checkpoint)
    reading.state = items[-1].state
    with inbox.open("ab") as file:
        file.write(boxed(letter(9_999)))
    assert [raw.data for raw in raws(reading.sync(Mbox(inbox)))] == [letter(9_999)]


def test_a_file_that_grows_while_it_is_read(inbox: Path) -> None:
    inbox.write_bytes(boxed(*(letter(n, size=3_000) for n in range(1_000))))
    reading = Reading()
    scan = Mbox(inbox).scan({}, reading.known)
    items = [next(scan)]
    with inbox.open("ab") as file:
        file.write(boxed(letter(9_999)))
    items += scan
    assert len(raws(items)) == 1_001


def test_thunderbirds_deleted_messages_are_left_out(inbox: Path) -> None:
    gone = b"X-Mozilla-Status: 0009\nX-Mozilla-Status2: 00000000\n" + letter(2)
    inbox.write_bytes(boxed(letter(1), gone, b"X-Mozilla-Status: 0001\n" + letter(3)))
    items = Reading().sync(Mbox(inbox))
    assert len(raws(items)) == 2
    assert said(items) == [f"{inbox}: left out (1 message), it was deleted or moved in the mail program"]


@pytest.mark.parametrize(
    ("labels", "sent"),
    [
        (b"Inbox,Important,Opened", [False]),
        (b"Sent", [True]),
        (b"Archive,Sent,Category Personal", [True]),
        (b"Spam", []),
        (b"Trash,Sent", []),
        (b"Drafts", []),
        (b"=?UTF-8?Q?Entw=C3=BCrfe,Ge=C3=B6ffnet?=", []),
        (b"=?UTF-8?Q?Messages_envoy=C3=A9s?=", [True]),
        (b"Jobs/Spam analysis", [False]),
        (b"\n Sent,\n Opened", [True]),
        (b"=?UTF-8?Q?broken", [False]),
    ],
)
def test_takeout_labels(inbox: Path, labels: bytes, sent: list[bool]) -> None:
    found = read(inbox, boxed(b"X-GM-THRID: 1\nX-Gmail-Labels: " + labels + b"\n" + letter(1)))
    assert [raw.sent for raw in found] == sent


@pytest.mark.parametrize(
    ("path", "folder", "sent"),
    [
        ("inbox.mbox", "", False),
        ("Inbox", "", False),
        ("Sent", "Sent", True),
        ("Gesendete Objekte.mbox/mbox", "Gesendete Objekte", True),
        ("Archives.sbd/2026", "Archives/2026", False),
        ("Sent.sbd/2026", "Sent/2026", True),
        ("All mail Including Spam and Trash.mbox", "All mail Including Spam and Trash", False),
    ],
)
def test_folders(tmp_path: Path, path: str, folder: str, *, sent: bool) -> None:
    file = tmp_path / path
    file.parent.mkdir(exist_ok=True)
    [raw] = read(file, boxed(letter(1)))
    assert (raw.folder, raw.sent) == (folder, sent)


def test_fetch_finds_a_message_that_moved_inside_the_file(inbox: Path) -> None:
    first = read(inbox, boxed(letter(1), letter(2)))
    inbox.write_bytes(boxed(letter(9), letter(8), letter(1), letter(2)))
    for raw in first:
        assert Mbox(inbox).fetch(raw.key, raw.where).data == raw.data


@pytest.mark.slow
@given(
    st.lists(st.binary(max_size=300).map(lambda b: b.replace(b"From ", b"Frim ")), min_size=1, max_size=8),
    st.integers(8, 200),
)
@settings(deadline=None)
def test_any_mails_come_out_as_they_went_in(bodies: list[bytes], chunk: int) -> None:
    """Whatever the bytes, and wherever the pieces in which the file is read happen to end."""
    mails = [b"X: %d\n\n" % n + body + b"\n" for n, body in enumerate(bodies)]
    pieces = list(split(BytesIO(boxed(*mails)), 0, chunk=chunk))
    assert [piece.data for piece in pieces] == mails
    assert [p.begin for p in pieces] == [sum(q.length for q in pieces[:n]) for n in range(len(pieces))]


def test_agrees_with_pythons_mailbox_on_escaped_mail(tmp_path: Path) -> None:
    rng = random.Random(7)
    theirs = mailbox.mbox(str(tmp_path / "theirs.mbox"))
    for n in range(200):
        lines = [
            rng.choice(["From here", ">From", "", "From a@b.example Mon Mar  2 10:00:00 2026", "x"]) for _ in range(9)
        ]
        theirs.add((letter(n).decode() + "\n".join(lines) + "\n").encode())
    theirs.flush()
    ours = read(tmp_path / "theirs.mbox", (tmp_path / "theirs.mbox").read_bytes())
    assert len(ours) == len(theirs) == 200
    assert all(raw.data.startswith(letter(n)) for n, raw in enumerate(ours))
    theirs.close()


@pytest.mark.slow
@pytest.mark.parametrize("filler", [b"x" * 75 + b"\n", b"From x Mon Mar 2 10:00 x\n", b"\nFrom x\n", b"\n"])
def test_a_long_message_is_copied_a_few_times_only(filler: bytes) -> None:
    """Each read copies what is in memory; so twice the length may cost twice the bytes, not four times."""

    class Watched(BytesIO):
        copied = 0
        kept = 0

        def read(self, size: int | None = -1) -> bytes:
            data = super().read(size)
            self.kept += len(data)
            self.copied += self.kept
            return data

    def copied(megabytes: int) -> int:
        file = Watched(boxed(letter(1) + filler * (megabytes * 1_000_000 // len(filler))))
        assert len(list(split(file, 0))) == 1
        return file.copied

    assert copied(8) < 2.5 * copied(4)
