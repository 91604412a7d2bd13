"""What a mail server says when it refuses, in words that say what to do."""

from __future__ import annotations

import re
import socket
import ssl
from dataclasses import dataclass

from imapclient.exceptions import CapabilityError

from sincerely.core.account import Account

from .base import SignInRefused, SourceError

_MOST_WORDS = 200
_APP = "make a password for this program alone in your account's security settings"
_SET = 'and give it with "sincerely account set ADDRESS --password"'


@dataclass(frozen=True)
class _Saying:
    """What servers say, and what it means."""

    words: re.Pattern[str]
    what: str
    remedy: str
    passing: bool = False  # whether it passes by itself
    refused: bool = False  # whether it is about what was signed in with


def _said(words: str, what: str, remedy: str, *, passing: bool = False, refused: bool = False) -> _Saying:
    return _Saying(re.compile(words, re.IGNORECASE), what, remedy, passing, refused)


# The first that fits counts: the more telling come first.
_SAYINGS = (
    _said(
        r"application-specific password|app(?:lication)?[- ]?(?:specific )?password|185833|bad app password",
        "the server wants an app password instead of your usual one",
        f"{_APP}, {_SET}",
        refused=True,
    ),
    _said(
        r"basic ?auth\w*.{0,40}(?:disabled|blocked)|AuthFailed:LogonDenied-BasicAuth|legacy auth|oauth.{0,30}required"
        r"|logondisabled|web login required",
        "the server takes no password any more, only OAuth",
        'register a client id of your own and add the account with "--oauth google" or "--oauth microsoft"; '
        "the guide says how",
        refused=True,
    ),
    _said(
        r"not enabled for imap|imap (?:access )?(?:is |has been )?(?:disabled|not (?:enabled|allowed|permitted))"
        r"|imap.{0,20}(?:ausgeschaltet|deaktiviert|nicht (?:aktiviert|freigeschaltet))|enable imap",
        "reading by IMAP is switched off for this mailbox",
        "switch IMAP on in the mailbox's settings on the provider's web page, then try again",
    ),
    _said(
        r"\[(?:LIMIT|INUSE|UNAVAILABLE|OVERQUOTA)\]|too many|rate.?limit|throttl|exceeded.{0,30}limit|bandwidth"
        r"|try again later|temporar|simultaneous",
        "the server asks for a pause",
        "wait a quarter of an hour and sync again; other mail programs use up the same limit",
        passing=True,
    ),
    _said(
        r"\[(?:EXPIRED)\]|password.{0,20}expired",
        "the password has expired",
        f"set a new one at the provider, {_SET}",
        refused=True,
    ),
    _said(
        r"AUTHENTICATIONFAILED|AUTHORIZATIONFAILED|invalid (?:credentials|login|user)|login failed|authentication"
        r"|authenticate failed|incorrect (?:user|password|login)|bad (?:user|password|login)|wrong password"
        r"|not authenticated|logon failure|invalid password",
        "the server refuses this name and password",
        f'check both; many providers want an app password: {_APP}, {_SET}; where the name is not the address, "--user"',
        refused=True,
    ),
)


def passes_by_itself(error: Exception) -> bool:
    """Whether a server's refusal is only for now."""
    saying = _meaning(str(error))
    return saying is not None and saying.passing


def explained(account: Account, error: Exception, secret: str = "") -> SourceError:
    """Say what a refusal means and what to do.

    Args:
        account: whose server it is.
        error: what was raised on the way.
        secret: what was signed in with; some servers repeat it, and it must not be shown.
    """
    place = f"{account.address} ({account.imap.host}:{account.imap.port})" if account.imap else account.address
    if isinstance(error, SourceError):
        return error
    kind, what, remedy = _of_line(account, error) or _of_words(error, secret)
    return kind(place, what, remedy.replace("ADDRESS", account.address))


_Told = tuple[type[SourceError], str, str]


def _of_line(account: Account, error: Exception) -> _Told | None:
    """Say what is wrong with the way to the server."""
    if isinstance(error, ssl.SSLCertVerificationError):
        host = account.imap.host if account.imap else ""
        return (
            SourceError,
            f"the server's certificate is not to be trusted ({error.verify_message.rstrip('.')})",
            f'check that "{host}" is what your provider names; for a server of your own: "--ca FILE"',
        )
    for kind, what, remedy in _ON_THE_WAY:
        if isinstance(error, kind):
            return SourceError, what, remedy
    broken = isinstance(error, OSError) or "socket error" in str(error)
    if not broken:
        return None
    return SourceError, "the connection broke off", "what was read is kept; sync again and it goes on from there"


# The first that fits counts.
_ON_THE_WAY: tuple[tuple[type[Exception], str, str], ...] = (
    (ssl.SSLError, "no encrypted connection comes about", "check the port: 993 for TLS, 143 for STARTTLS"),
    (
        CapabilityError,
        "the server offers no encryption there",
        "name its TLS port, mostly 993; without encryption no password is sent",
    ),
    (socket.gaierror, "the server's name is not found", "check the name, and that this machine is online"),
    (FileNotFoundError, "the authority's file is not there", 'name the file with its certificate: "--ca FILE"'),
    (ConnectionRefusedError, "nobody answers at that port", "check host and port; 993 is usual"),
    (
        TimeoutError,
        "the server does not answer",
        "check host, port and that this machine is online; a port of its own may want tls://HOST:PORT",
    ),
)


def _of_words(error: Exception, secret: str) -> _Told:
    words = _clean(str(error), secret)
    saying = _meaning(words)
    if saying is None:
        return SourceError, f'the server says "{words}"', "try again later; if it stays so, ask the provider"
    kind = SignInRefused if saying.refused else SourceError
    return kind, f'{saying.what} (it says "{words}")', saying.remedy


def _meaning(words: str) -> _Saying | None:
    return next((saying for saying in _SAYINGS if saying.words.search(words)), None)


def _clean(words: str, secret: str) -> str:
    """Return a server's words on one line, without what was signed in with."""
    if secret:
        words = words.replace(secret, "…")
    words = words.removeprefix("b'").removesuffix("'")
    words = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    return words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS]}…"
