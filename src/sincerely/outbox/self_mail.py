"""A mail to oneself, composed; whoever sends it is handed in."""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime


def compose(me: str, title: str, body: str, at: datetime, message_id: str, kind: str = "reminder") -> bytes:
    """Return a mail from and to one address, marked so that neither people nor programs answer it.

    Args:
        me: the person's own address.
        title: the subject.
        body: plain text.
        at: when it is written.
        message_id: its name, with angle brackets; the same for the same notice.
        kind: what it is for, such as ``debrief``; programs that read it know it by that.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = message["To"] = me
    message["Subject"] = " ".join(title.split())
    message["Date"] = format_datetime(at)
    message["Message-ID"] = message_id
    message["Auto-Submitted"] = "auto-generated"
    message["X-Sincerely"] = kind
    message.set_content(body.encode("utf-8", "replace").decode("utf-8"))
    return bytes(message)
