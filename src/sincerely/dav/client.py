"""A CalDAV server, asked for what `sources.caldav` and `outbox.caldav_calendar` need, and nothing else.

Connections, authentication and XML are the library's (extra ``caldav``). Which version may be replaced is ours to
say: every writing request carries the ETag that must still be there, or that nothing may be there.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote, urljoin, urlsplit
from xml.sax.saxutils import escape

from .errors import Changed, DavError, Missing, Refused, Stale, from_status

Secret = Callable[[str], str]
"""Returns the password of an account, by the account's name."""

TIMEOUT = 30
_TEXT = {"Content-Type": "text/calendar; charset=utf-8"}
_XML = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:s="http://calendarserver.org/ns/"'
_DAV, _CAL, _CS = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}", "{http://calendarserver.org/ns/}"
# A server that cuts its answers is asked on, but not for ever.
_MOST_PAGES = 1000
_OK, _MULTI, _CUT = 200, 207, 507


@dataclass(frozen=True)
class Account:
    """Where to, and as whom.

    Attributes:
        url: of the server, or of one calendar.
        user: the name to log in with.
    """

    url: str
    user: str


@dataclass(frozen=True)
class Marks:
    """What tells whether a calendar changed; "" where a server has no such thing."""

    token: str
    ctag: str


@dataclass(frozen=True)
class Changes:
    """What changed since a token: names with their ETags, and whether anything went away."""

    token: str
    changed: Mapping[str, str]
    gone: bool


class Dav:
    """One account on one server. Names are those of resources directly below a calendar."""

    def __init__(self, account: Account, secret: Secret) -> None:
        self.account = account
        _check(account.url)
        try:
            from caldav.davclient import DAVClient
        except ImportError as error:
            remedy = "install it: pip install 'sincerely[caldav]'"
            raise DavError(account.url, "calendars on servers need the extra caldav", remedy) from error
        password = secret(account.user)
        # No discovery by DNS: what the person typed is where the password goes.
        self._client = DAVClient(
            url=account.url, username=account.user, password=password, timeout=TIMEOUT, enable_rfc6764=False
        )

    def close(self) -> None:
        """Let go of the connection."""
        self._client.close()

    def home(self) -> str:
        """Return the address below which the person's calendars lie."""
        me = self._hrefs(self.account.url, "current-user-principal", "d")
        principal = urljoin(self.account.url, me[0]) if me else self.account.url
        found = self._hrefs(principal, "calendar-home-set", "c")
        if not found:
            raise DavError(self.account.url, "names no place for calendars", "give the address of your calendars")
        return _folder(urljoin(principal, found[0]))

    def make_calendar(self, url: str, name: str) -> None:
        """Make a calendar where there is none.

        Raises:
            DavError: there is one already, or the server makes none.
        """
        body = (
            f"<c:mkcalendar {_XML}><d:set><d:prop><d:displayname>{escape(name)}</d:displayname>"
            '<c:supported-calendar-component-set><c:comp name="VEVENT"/></c:supported-calendar-component-set>'
            "</d:prop></d:set></c:mkcalendar>"
        )
        self._ask("MKCALENDAR", _folder(url), body)

    def marks(self, url: str) -> Marks:
        """Return what tells whether a calendar changed.

        Raises:
            Missing: there is no such calendar.
        """
        body = f"<d:propfind {_XML}><d:prop><d:sync-token/><s:getctag/><d:resourcetype/></d:prop></d:propfind>"
        for _, prop in self._multi("PROPFIND", _folder(url), body, {"Depth": "0"}):
            if prop.find(f"{_DAV}resourcetype/{_CAL}calendar") is None:
                raise DavError(url, "is no calendar", "give the address of one calendar")
            return Marks(_text(prop, f"{_DAV}sync-token"), _text(prop, f"{_CS}getctag"))
        raise DavError(url, "says nothing of itself", "give the address of one calendar")

    def listing(self, url: str) -> dict[str, str]:
        """Return every entry's name and ETag."""
        body = f"<d:propfind {_XML}><d:prop><d:getetag/><d:resourcetype/></d:prop></d:propfind>"
        found = self._multi("PROPFIND", _folder(url), body, {"Depth": "1"})
        return {
            _name(href): _text(prop, f"{_DAV}getetag")
            for href, prop in found
            if prop.find(f"{_DAV}resourcetype/{_DAV}collection") is None and _name(href)
        }

    def changes(self, url: str, token: str) -> Changes:
        """Return what changed since a token.

        Raises:
            Stale: the server no longer knows it; a listing tells all.
        """
        changed: dict[str, str] = {}
        gone = False
        for _ in range(_MOST_PAGES):
            cut, root = False, self._since(url, token)
            for response in root.findall(f"{_DAV}response"):
                href, status = _text(response, f"{_DAV}href"), _text(response, f"{_DAV}status")
                if f" {_CUT}" in status:
                    cut = True
                elif " 404" in status:
                    gone = True
                    changed.pop(_name(href), None)
                else:
                    changed[_name(href)] = _text(response, f".//{_DAV}getetag")
            after = _text(root, f"{_DAV}sync-token")
            if not cut or after == token:
                return Changes(after, changed, gone)
            token = after
        return Changes(token, changed, gone)

    def _since(self, url: str, token: str) -> Any:
        body = (
            f"<d:sync-collection {_XML}><d:sync-token>{escape(token)}</d:sync-token>"
            "<d:sync-level>1</d:sync-level><d:prop><d:getetag/></d:prop></d:sync-collection>"
        )
        stale = Stale(url, "no longer knows what was read before", "all is looked at again")
        try:
            answer = self._raw("REPORT", _folder(url), body, {"Depth": "0"})
        except Refused as error:
            # So it is said of a token that is too old (RFC 6578, 3.2); a password that is wrong is refused again.
            raise stale from error
        if answer.status != _MULTI:
            raise stale
        return answer.tree

    def many(self, url: str, names: Iterable[str]) -> dict[str, tuple[str, bytes]]:
        """Return the ETag and text of some entries; one that is gone is left out."""
        folder = _folder(url)
        path = urlsplit(folder).path
        hrefs = "".join(f"<d:href>{escape(path + quote(name))}</d:href>" for name in names)
        if not hrefs:
            return {}
        body = (
            f"<c:calendar-multiget {_XML}><d:prop><d:getetag/><c:calendar-data/></d:prop>{hrefs}</c:calendar-multiget>"
        )
        found = {}
        for href, prop in self._multi("REPORT", folder, body, {"Depth": "1"}):
            data = prop.find(f"{_CAL}calendar-data")
            if data is not None and data.text:
                found[_name(href)] = _text(prop, f"{_DAV}getetag"), _lines(data.text)
        return found

    def put(self, url: str, name: str, text: str, etag: str) -> str:
        """Write an entry and return its ETag.

        Args:
            url: of the calendar.
            name: of the entry.
            text: what it says.
            etag: the version that is replaced; "" where nothing may be there.

        Raises:
            Changed: something else is there.
        """
        only = {"If-Match": etag} if etag else {"If-None-Match": "*"}
        place = _folder(url) + quote(name)
        answer = self._ask("PUT", place, text, {**_TEXT, **only})
        told = answer.headers.get("ETag")
        # A server that changed what it was given names no version: it must be asked.
        return str(told) if told else self.etag(url, name)

    def etag(self, url: str, name: str) -> str:
        """Return the ETag of one entry."""
        body = f"<d:propfind {_XML}><d:prop><d:getetag/></d:prop></d:propfind>"
        for _, prop in self._multi("PROPFIND", _folder(url) + quote(name), body, {"Depth": "0"}):
            return _text(prop, f"{_DAV}getetag")
        return ""

    def delete(self, url: str, name: str, etag: str) -> None:
        """Take an entry away, if it is still that version; gone already is gone.

        Raises:
            Changed: it is another version.
        """
        try:
            self._ask("DELETE", _folder(url) + quote(name), "", {"If-Match": etag})
        except Missing:
            return

    def _hrefs(self, url: str, prop: str, prefix: str) -> list[str]:
        body = f"<d:propfind {_XML}><d:prop><{prefix}:{prop}/></d:prop></d:propfind>"
        space = _DAV if prefix == "d" else _CAL
        found = self._multi("PROPFIND", url, body, {"Depth": "0"})
        return [str(one.text) for _, got in found for one in got.findall(f"{space}{prop}/{_DAV}href") if one.text]

    def _multi(self, method: str, url: str, body: str, headers: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
        """Yield each resource's path and its properties that are there."""
        answer = self._ask(method, url, body, headers)
        if answer.status != _MULTI:
            raise DavError(url, f"gave an answer that is none ({answer.status})", "check that this is a CalDAV server")
        for response in answer.tree.findall(f"{_DAV}response"):
            for stat in response.findall(f"{_DAV}propstat"):
                if f" {_OK}" in _text(stat, f"{_DAV}status"):
                    yield _text(response, f"{_DAV}href"), stat.find(f"{_DAV}prop")

    def _ask(self, method: str, url: str, body: str, headers: Mapping[str, str] | None = None) -> Any:
        answer = self._raw(method, url, body, headers or {})
        problem = from_status(url, answer.status)
        if problem is not None:
            raise problem
        return answer

    def _raw(self, method: str, url: str, body: str, headers: Mapping[str, str]) -> Any:
        with _told(url):
            return self._client.request(url, method, body, dict(headers))


@contextmanager
def _told(url: str) -> Iterator[None]:
    """Turn the library's errors into words that say what to do; none of them shows the password."""
    from caldav.lib import error as said
    from niquests.exceptions import RequestException

    try:
        yield
    except said.AuthorizationError as error:
        raise Refused(url, "refused the user or the password", "check both; some need an app password") from error
    except said.RateLimitError as error:
        raise DavError(url, "was asked too often", "try again later") from error
    except (said.DAVError, ValueError) as error:
        raise DavError(url, f"gave an answer that is none ({type(error).__name__})", "check the address") from error
    except (RequestException, OSError) as error:
        raise DavError(
            url, f"can't be reached ({type(error).__name__})", "check the network and the address"
        ) from error


def _check(url: str) -> None:
    """See that a password would travel encrypted, or not at all."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.username or parts.password:
        raise DavError(f"{parts.scheme}://{host}", "holds a user or password", "give them apart from the address")
    if parts.scheme == "https" and host:
        return
    if parts.scheme == "http" and (host == "localhost" or _is_loopback(host)):
        return
    raise DavError(url, "is no address that begins with https://", "over anything else others could read the password")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _folder(url: str) -> str:
    return url if url.endswith("/") else f"{url}/"


def _name(href: str) -> str:
    """Return a resource's name below its calendar; "" for the calendar itself."""
    return unquote(urlsplit(href).path.rpartition("/")[2])


def _text(node: Any, path: str) -> str:
    return (node.findtext(path) or "").strip()


def _lines(text: str) -> bytes:
    """Return text with the line ends that calendars have; XML makes them plain."""
    return text.replace("\r\n", "\n").replace("\n", "\r\n").encode()


__all__ = ["Account", "Changed", "Changes", "Dav", "DavError", "Marks", "Missing", "Refused", "Secret", "Stale"]
