"""Whose mailbox it is: several addresses of one person, found as they show themselves, and what is never taken for one.

Kim Rhee writes from a private address and from a university's; an interview with Acme was agreed from the second.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest

from sincerely.app.connections.choosing import add_address, remove_address
from sincerely.app.mail_in.own_addresses import OwnAddresses
from sincerely.app.mail_in.sync import sync
from sincerely.app.wiring import opened, reader
from sincerely.core.events import Event
from sincerely.reading.letters.mime import parse
from sincerely.sources.base import Source
from sincerely.sources.maildir import Maildir
from sincerely.sources.mbox import Mbox

NOW = datetime(2026, 3, 20, 16, tzinfo=UTC)
HOME, UNIVERSITY = "kim.rhee@mail.example", "er2199@columbia.example"
DANA = "Dana Ito <dana@acme.example>"
INVITATION = (
    "Dear Kim,\n\nThank you for applying for the position of Data analyst at Acme Corp. We would like to invite you to "
    "an interview. Would Thursday, 12 March at 2 pm work for you? Please also send us a writing sample.\n\n"
    "Kind regards,\nDana Ito\nAcme Corp\n"
)
ANSWER = "Dear Dana,\n\nThursday at 2 pm works for me. I attach my writing sample.\n\nKind regards,\nKim Rhee\n"
THANKS = (
    "Dear Dana,\n\nThank you for the interview today. I enjoyed our conversation about the Data analyst position.\n\n"
    "Kind regards,\nKim Rhee\n"
)
CHAT = "Hi Pat,\n\nshall we have lunch?\n\nKim\n"


def mail(number: int, from_: str, to: str, body: str, subject: str = "Lunch", **headers: str) -> bytes:
    """Return a mail of the given day of March; of its headers "_" stands for "-"."""
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = from_, to, subject
    letter["Date"] = format_datetime(datetime(2026, 3, 1 + number % 15, 9, number % 60, tzinfo=UTC))
    letter["Message-ID"] = f"<{number}@{from_.rpartition('@')[2].strip('>')}>"
    for name, value in headers.items():
        letter[name.replace("_", "-")] = value
    letter.set_content(body)
    if "attach" in body:
        letter.add_attachment(b"Once.", "application", "pdf", filename="writing sample.pdf")
    return letter.as_bytes()


STORY = {
    "invited": mail(3, DANA, HOME, INVITATION, "Interview for the Data analyst position"),
    "agreed": mail(
        4,
        f"Kim Rhee <{UNIVERSITY}>",
        DANA,
        ANSWER,
        "Re: Interview for the Data analyst position",
        In_Reply_To="<3@acme.example>",
        References="<3@acme.example>",
    ),
    "thanked": mail(
        11,
        f"Kim Rhee <{UNIVERSITY}>",
        DANA,
        THANKS,
        "Thank you for the interview",
        In_Reply_To="<3@acme.example>",
        References="<3@acme.example>",
    ),
}


def chats(address: str, count: int, name: str = "", first: int = 100) -> list[bytes]:
    return [mail(first + n, f"{name} <{address}>", "pat@friends.example", CHAT) for n in range(count)]


def mbox(path: Path, mails: Sequence[bytes], more: bytes = b"") -> Mbox:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as out:
        out.writelines(b"From a@b.example Mon Mar  2 09:00:00 2026\n" + more + data + b"\n" for data in mails)
    return Mbox(path)


def maildir(path: Path, **folders: Sequence[bytes]) -> Maildir:
    for folder, mails in folders.items():
        inside = path if folder == "inbox" else path / f".{folder}"
        for name in ("cur", "new", "tmp"):
            (inside / name).mkdir(parents=True, exist_ok=True)
        for number, data in enumerate(mails, len(list((inside / "cur").iterdir()))):
            (inside / "cur" / f"{folder}{number}:2,S").write_bytes(data)
    return Maildir(path)


def read(home: Path, *sources: Source, me: Sequence[str] = ()) -> list[str]:
    """Read sources, and return the person's addresses."""
    with opened(home) as store:
        sync(store, sources, reader(store, me, NOW), NOW, lambda *_: None)
        return list(store.setting("me") or ())


def told(home: Path) -> list[Event]:
    with opened(home) as store:
        return [event for process in store.histories() for event in process.told]


def boxes(
    path: Path, inbox: Sequence[bytes], archive: Sequence[bytes], sent: Sequence[bytes], form: str
) -> list[Source]:
    """Return the same mail as a Maildir, as mbox files, or as one mbox file of Google's."""
    if form == "maildir":
        return [maildir(path / "mail", inbox=inbox, Archive=archive, Sent=sent)]
    if form == "mbox":
        files = {"Inbox": inbox, "Archive": archive, "Sent": sent}
        return [mbox(path / f"{name}.mbox", mails) for name, mails in files.items()]
    mbox(path / "All mail.mbox", [*inbox, *archive])
    return [mbox(path / "All mail.mbox", sent, b"X-Gmail-Labels: Important,Sent\n")]


@pytest.mark.parametrize("form", ["maildir", "mbox", "takeout"])
def test_nobody_is_their_own_interviewer(tmp_path: Path, form: str) -> None:
    # What was written from the university lies in an archive that does not say who sent it, and is read before "Sent".
    sent = [*chats(HOME, 3, "Kim Rhee"), *chats(UNIVERSITY, 2, "K. Rhee", first=200)]
    sources = boxes(tmp_path, [STORY["invited"]], [STORY["agreed"], STORY["thanked"]], sent, form)
    assert read(tmp_path / "home", *sources) == [HOME, UNIVERSITY]
    events = told(tmp_path / "home")
    assert not [event for event in events if UNIVERSITY in event.who]
    verbs = {event.verb for event in events}
    assert {"requested", "submitted", "thanked"} <= verbs
    assert "rejected" not in verbs


@pytest.mark.parametrize(
    ("sent", "found"),
    [
        (chats(UNIVERSITY, 1, '"Rhee, Kim"'), True),
        (chats(UNIVERSITY, 1, "Pat Poe"), False),
        (chats(UNIVERSITY, 1), False),
        (chats(UNIVERSITY, 2), True),
        (chats(UNIVERSITY, 1) * 2, False),  # two copies of one mail
        # Somebody else's mail, sent on unchanged, or moved there.
        ([mail(n, DANA, HOME, CHAT, Resent_From=HOME) for n in (40, 41)], False),
        ([mail(n, DANA, HOME, CHAT, Delivered_To=HOME) for n in (40, 41)], False),
    ],
)
def test_what_was_sent_says_whose_an_address_is(tmp_path: Path, sent: list[bytes], *, found: bool) -> None:
    box = maildir(tmp_path / "mail", inbox=[], Sent=[*chats(HOME, 3, "Kim Rhee", first=300), *sent])
    assert read(tmp_path / "home", box) == ([HOME, UNIVERSITY] if found else [HOME])


def test_a_later_sync_learns_what_an_earlier_one_could_not_know(tmp_path: Path) -> None:
    box = maildir(tmp_path / "mail", inbox=[], Sent=chats(HOME, 3, "Kim Rhee"))
    assert read(tmp_path / "home", box) == [HOME]
    maildir(tmp_path / "mail", Sent=chats("a@other.example", 1, first=200))
    assert read(tmp_path / "home", box) == [HOME]
    maildir(tmp_path / "mail", Sent=[*chats("a@other.example", 1, first=300), *chats(UNIVERSITY, 1, "Kim Rhee")])
    # Whoever sorts before it: what is sent is from the first.
    assert read(tmp_path / "home", box) == [HOME, "a@other.example", UNIVERSITY]


def test_what_was_taken_out_stays_out_until_it_is_put_back(tmp_path: Path) -> None:
    home, box = tmp_path / "home", maildir(tmp_path / "mail", inbox=[], Sent=chats(HOME, 3, "Kim Rhee"))
    maildir(tmp_path / "mail", Sent=chats(UNIVERSITY, 2, "Kim Rhee", first=200))
    assert read(home, box) == [HOME, UNIVERSITY]
    with opened(home) as store:
        remove_address(store, UNIVERSITY, NOW)
    maildir(tmp_path / "mail", Sent=chats(UNIVERSITY, 4, "Kim Rhee", first=210))
    assert read(home, box) == [HOME]
    with opened(home) as store:
        add_address(store, UNIVERSITY, NOW)
        assert store.setting("not_me") == []
    assert read(home, box) == [HOME, UNIVERSITY]


def delivered(count: int, to: str = UNIVERSITY, header: str = "Delivered-To", **more: str) -> list[bytes]:
    return [
        mail(n, f"Pat <pat{n}@friends.example>", "friends@friends.example", CHAT, **{header: to}, **more)
        for n in range(count)
    ]


@pytest.mark.parametrize("header", ["Delivered-To", "X-Original-To", "X-Forwarded-For"])
def test_where_mail_is_delivered_is_the_persons_own(tmp_path: Path, header: str) -> None:
    box = maildir(tmp_path / "mail", inbox=delivered(4, header=header))
    assert read(tmp_path / "home", box, me=[HOME]) == [HOME]
    maildir(tmp_path / "mail", inbox=delivered(5, header=header)[4:])
    assert read(tmp_path / "home", box) == [HOME, UNIVERSITY]


@pytest.mark.parametrize(
    "inbox",
    [
        delivered(9, "info@club.example"),
        delivered(9, "econ-students@columbia.example"),
        delivered(9, "class2026@columbia.example"),
        delivered(9, "hiring-team@acme.example"),
        delivered(9, "noreply@club.example"),
        delivered(9, "mailing list kim@club.example"),
        delivered(9, "SRS0=kJ2=friends.example=pat@club.example"),
        delivered(9, List_Id="<econ.columbia.example>"),
        delivered(9, Precedence="list"),
        delivered(9, "lee@friends.example"),  # the sender's own server wrote that
    ],
)
def test_what_several_people_read_is_nobodys_own(tmp_path: Path, inbox: list[bytes]) -> None:
    assert read(tmp_path / "home", maildir(tmp_path / "mail", inbox=inbox), me=[HOME]) == [HOME]


def test_a_few_senders_cannot_make_somebody_the_person_in_a_large_mailbox(tmp_path: Path) -> None:
    me = frozenset({HOME})
    with opened(tmp_path) as store:
        own = OwnAddresses(store)
        for data in (*delivered(9, "dana@acme.example"), *[mail(1, DANA, HOME, CHAT)] * 991):
            own.see(parse(data), me, sent=False)
        assert own.settle(me) == me


def test_memory_is_flat_and_what_is_sent_is_seen_however_late(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        own = OwnAddresses(store)
        for n in range(3000):
            own.see(parse(delivered(1, f"u{n}@columbia.example", To_=HOME)[0]), frozenset(), sent=False)
        for data in chats(UNIVERSITY, 2):
            own.see(parse(data), frozenset(), sent=True)
        assert UNIVERSITY in own.settle(frozenset())
        own.keep()
        seen = store.setting("own_seen")
    assert len(seen["delivered"]) <= 200
    assert len(own._delivered) <= 1001
