"""Our own calendar on a server: entries written, changed and withdrawn, each only as the version that is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sincerely.dav.client import Dav
from sincerely.dav.errors import DavError, Missing

NAME = "Sincerely"


class ServerCalendar:
    """One calendar that Sincerely made; nothing else on the server is written to.

    Everything raises `DavError`; `Changed` where somebody else was there first, and then nothing was written.
    """

    def __init__(self, dav: Dav, url: str = "") -> None:
        self.url = url
        self._dav = dav

    def make(self, mark: str) -> str:
        """Make the calendar and return its address; ``mark`` tells it from the person's other ones."""
        self.url = f"{self._dav.home()}sincerely-{mark}/"
        self._dav.make_calendar(self.url, NAME)
        return self.url

    def there(self) -> dict[str, str]:
        """Return what lies there: names and versions.

        Raises:
            DavError: the person deleted the calendar, or it can't be read.
        """
        try:
            return self._dav.listing(self.url)
        except Missing as error:
            raise DavError(self.url, "this calendar was deleted", "--new makes another") from error

    def texts(self, names: Iterable[str]) -> Mapping[str, bytes]:
        """Return what some entries say."""
        return {name: data for name, (_, data) in self._dav.many(self.url, names).items()}

    def write(self, name: str, text: str, etag: str) -> str:
        """Write an entry over that version ("" for none) and return the new one."""
        return self._dav.put(self.url, name, text, etag)

    def withdraw(self, name: str, etag: str) -> None:
        """Take an entry away."""
        self._dav.delete(self.url, name, etag)

    def close(self) -> None:
        """Let go of the connection."""
        self._dav.close()
