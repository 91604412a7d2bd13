"""What a CalDAV server refuses, in words that say what to do."""

from __future__ import annotations


class DavError(Exception):
    """The server could not be used.

    Attributes:
        place: its address.
        what: what is wrong.
        remedy: what the person can do.
    """

    def __init__(self, place: str, what: str, remedy: str) -> None:
        super().__init__(f"{place}: {what}; {remedy}")
        self.place = place
        self.what = what
        self.remedy = remedy


class Missing(DavError):
    """There is no such calendar or entry."""


class Refused(DavError):
    """Not with this user and password."""


class Changed(DavError):
    """Another version is there than the one that was to be replaced; nothing was written."""


class Stale(DavError):
    """The server no longer knows what was read before."""


_REFUSALS: dict[int, tuple[type[DavError], str, str]] = {
    401: (Refused, "refused the user or the password", "check both; some need an app password"),
    403: (Refused, "allows this user no such thing", "check the address, and who may write there"),
    404: (Missing, "there is no such calendar", "check the address"),
    405: (DavError, "is there already, or the server does no such thing", "choose another address"),
    409: (DavError, "lies nowhere", "check the address"),
    410: (Missing, "there is no such calendar", "check the address"),
    412: (Changed, "was changed by somebody else", "it was left alone"),
    423: (DavError, "is locked", "try again later"),
    507: (DavError, "the server is full", "make room there"),
}


def from_status(place: str, status: int) -> DavError | None:
    """Return what an answer's status means; None where it is fine."""
    if status < 400:
        return None
    other = (DavError, f"gave an error ({status})", "try again later")
    kind, what, remedy = _REFUSALS.get(status, other)
    return kind(place, what, remedy)
