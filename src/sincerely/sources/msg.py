"""Mail from Outlook's ``.msg`` files, one or a folder of them with all below."""

from __future__ import annotations

from .base import MOST_BYTES, Fault
from .msg_compound import MAGIC, Damaged
from .msg_mail import as_mail
from .tree import FileTree, Format

# An attachment may lie before the mail's own words, so the file is wanted whole.
_MOST_BYTES = 128 * 1024 * 1024
_REMEDY = "open it in Outlook and save it again, as .msg or as .eml"


def looks_like_msg(data: bytes) -> bool:
    """Whether a file begins like an Outlook file; one that is no mail after all is said when it is read."""
    return data.startswith(MAGIC)


def unwrap(place: str, data: bytes) -> bytes | Fault:
    """Return a ``.msg`` as a mail, or what is wrong with it."""
    if not data:
        return Fault(place, "is empty")
    if not looks_like_msg(data):
        return Fault(place, "is not an Outlook file, though it is called one", _REMEDY)
    try:
        return as_mail(data)[:MOST_BYTES]
    except Damaged as error:
        return Fault(place, f"is an Outlook file that can't be read: {error}", _REMEDY)


class Msg(FileTree):
    """A read-only ``.msg`` file, or a folder of them."""

    form = Format("msg", "mail", frozenset({".msg"}), unwrap, _MOST_BYTES, whole=True)
