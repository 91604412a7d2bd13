"""A message as the bytes of an .eml file, which any mail program opens and sends."""

from __future__ import annotations

from datetime import datetime
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr

from sincerely.core.outbound import Text

from .base import Parcel

# Lines end as RFC 5322 says; text that is not ASCII is encoded, so that every program on the way takes it.
_POLICY = policy.SMTP.clone(max_line_length=78)


class NoAddress(ValueError):
    """A line that names whom a message goes to and is no address; the message says which."""


def render(text: Text, sender: str, message_id: str, date: datetime) -> bytes:
    """Return a message as a file that a mail program opens as a draft (``X-Unsent``) and sends as it stands.

    Args:
        text: what it says.
        sender: ``Name <address>``; empty leaves From to the mail program.
        message_id: in angle brackets, fixed when it was approved.
        date: when the file is made.

    Raises:
        NoAddress: one of those it goes to is no address.
    """
    mail = _written(text, sender, message_id, date)
    mail["X-Unsent"] = "1"
    return mail.as_bytes()


def draft(text: Text, sender: str, message_id: str, date: datetime) -> bytes:
    """Return a message as it lies in a Drafts folder, for the person to finish and send from there.

    Args and errors as in `render`; whom it goes to may be left open.
    """
    return _written(text, sender, message_id, date).as_bytes()


def parcel(text: Text, sender: str, message_id: str, date: datetime) -> Parcel:
    """Return a message as it is handed to a server.

    Args:
        text: what it says.
        sender: ``Name <address>``.
        message_id: in angle brackets, fixed when it was approved.
        date: when it is sent.

    Raises:
        NoAddress: the sender, or one of those it goes to, is no address that every server takes.
    """
    mail = _written(text, sender, message_id, date)
    boxes = [_address(each) for each in (sender, *text.to, *text.cc)]
    for box in boxes:
        if not box.addr_spec.isascii():
            raise NoAddress(f'"{box.addr_spec}" has letters that not every server takes; send it by hand')
    own, *others = (box.addr_spec for box in boxes)
    return Parcel(mail.as_bytes(), own, tuple(dict.fromkeys(others)))


def _written(text: Text, sender: str, message_id: str, date: datetime) -> EmailMessage:
    mail = EmailMessage(policy=_POLICY)
    if sender:
        mail["From"] = _address(sender)
    if text.to:
        mail["To"] = [_address(each) for each in text.to]
    if text.cc:
        mail["Cc"] = [_address(each) for each in text.cc]
    mail["Subject"] = " ".join(text.subject.split())
    mail["Date"] = format_datetime(date)
    mail["Message-ID"] = message_id
    if text.in_reply_to:
        mail["In-Reply-To"] = text.in_reply_to
    if text.references:
        mail["References"] = " ".join(text.references)
    mail.set_content(f"{text.body.rstrip()}\n", cte="quoted-printable")
    return mail


def _address(written: str) -> Address:
    name, address = parseaddr(written)
    try:
        return Address(display_name=name, addr_spec=address)
    except (ValueError, IndexError) as error:
        raise NoAddress(f'"{written}" is no address; write it as Name <name@place.example>') from error
