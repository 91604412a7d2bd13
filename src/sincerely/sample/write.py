"""Write the sample to a folder: the mailbox, the sent mail and the calendar of an invented candidate."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import holidays

from sincerely.core.working_time import WorkingCalendar

from .compose import Composer
from .dates import Frame
from .invites import Invitation, folded
from .letters import Letter, token
from .sending import raw
from .templates import SENT, cast, private_calendar, templates

_PLACES: Final = {
    "ny": ("America/New_York", "US", None),
    "chicago": ("America/Chicago", "US", None),
    "london": ("Europe/London", "GB", "ENG"),
    "berlin": ("Europe/Berlin", "DE", "HH"),
}
_FROM_LINE: Final = re.compile(rb"^(>*From )", re.MULTILINE)
_HOST: Final = "sincerely-sample"  # marks our files in the Maildir, so that a second writing replaces the first


@dataclass(frozen=True)
class Sample:
    """Where the sample lies.

    Attributes:
        me: the candidate's address.
        mbox: the received mail, one mbox file (mboxrd: each "From " line of a body is quoted).
        maildir: a Maildir++ whose ``.Sent`` holds what the candidate sent.
        calendar: the candidate's calendar, interviews and private entries (CRLF, as RFC 5545 wants it).
    """

    me: str
    mbox: Path
    maildir: Path
    calendar: Path


def write(folder: Path, now: datetime) -> Sample:
    """Write the sample as it stands at an instant; a sample that is already in the folder is replaced.

    Args:
        folder: where to; made if it does not exist.
        now: the opening instant, aware.

    Raises:
        ValueError: ``now`` has no time zone.
    """
    composer = composed(now)
    letters = sorted(composer.letters(), key=lambda letter: (letter.written, letter.template.name))
    folder.mkdir(parents=True, exist_ok=True)
    sample = Sample(
        me=composer.cast.person(SENT).address,
        mbox=folder / "inbox.mbox",
        maildir=folder / "maildir",
        calendar=folder / "calendar.ics",
    )
    received = (letter for letter in letters if not letter.template.sent)
    sample.mbox.write_bytes(b"".join(_mbox_entry(letter, composer) for letter in received))
    _write_sent(sample.maildir, (letter for letter in letters if letter.template.sent), composer)
    sample.calendar.write_bytes(_calendar(letters, composer))
    return sample


def composed(now: datetime) -> Composer:
    """Return the sample's mails, ready to be composed for an opening instant.

    Raises:
        ValueError: ``now`` has no time zone.
    """
    if now.utcoffset() is None:
        raise ValueError("the opening instant needs a time zone")
    mails = {template.name: template for template in templates()}
    return Composer(now, calendars(), cast(), mails)


def calendars() -> dict[str, WorkingCalendar]:
    """Return the working time of each place at which somebody in the sample works."""
    return {
        place: WorkingCalendar(ZoneInfo(zone), holidays=holidays.country_holidays(country, subdiv=region))
        for place, (zone, country, region) in _PLACES.items()
    }


def _mbox_entry(letter: Letter, composer: Composer) -> bytes:
    data = raw(letter, composer.invitation(letter))
    envelope = f"From {letter.sender.address} {letter.written.astimezone(UTC):%a %b %d %H:%M:%S %Y}\n"
    return envelope.encode() + _FROM_LINE.sub(rb">\1", data).rstrip(b"\n") + b"\n\n"


def _write_sent(maildir: Path, letters: Iterable[Letter], composer: Composer) -> None:
    for base in (maildir, maildir / ".Sent"):
        for name in ("cur", "new", "tmp"):
            (base / name).mkdir(parents=True, exist_ok=True)
    (maildir / ".Sent" / "maildirfolder").touch()
    for old in (maildir / ".Sent" / "cur").glob(f"*.{_HOST}:2,*"):
        old.unlink()
    for letter in letters:
        unique = f"{int(letter.written.timestamp())}.M{token(letter.template.name, '######')}P4711.{_HOST}:2,S"
        data = raw(letter, composer.invitation(letter))
        (maildir / ".Sent" / "cur" / unique).write_bytes(data)


def _calendar(letters: Iterable[Letter], composer: Composer) -> bytes:
    """The private entries, and each interview in its last state; cancelled ones are gone."""
    latest: dict[str, Invitation] = {}
    for letter in letters:
        invitation = composer.invitation(letter)
        if invitation and invitation.sequence >= getattr(latest.get(invitation.uid), "sequence", 0):
            latest[invitation.uid] = invitation
    standing = (invitation for invitation in latest.values() if invitation.method != "CANCEL")
    lines = [folded(line) for invitation in standing for line in invitation.event(accepted=True)]
    own = Frame(composer.now, composer.calendars, "ny").fill(private_calendar()).splitlines()
    private = [folded(line) for line in own if line != "END:VCALENDAR"]
    return "".join(f"{line}\r\n" for line in [*private, *lines, "END:VCALENDAR"]).encode()
