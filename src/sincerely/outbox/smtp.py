"""Hand a message to an SMTP server, step by step: so it is known whether the server may have it.

Until the final dot is written the server can't have the message, whatever breaks: it may be tried again. From then
on only a clear yes or a clear no (5xx) counts; all else is `Fate.UNKNOWN`. So the dot is written by itself.
"""

from __future__ import annotations

import re
import smtplib
import ssl
from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from sincerely.core.account import Credential, Password, Token, xoauth2

from . import smtp_words as say
from .base import Fate, Parcel, Result, Still
from .mailbox import HERE, Mailbox, NoPassword, SignIn

_LINE_END = re.compile(rb"\r\n|\r|\n")
_DOT = re.compile(rb"^\.", re.MULTILINE)
_SIGN_IN_FIRST = 530
# What this machine is called is nobody's business; RFC 5321 4.1.3 lets a client name an address instead.
_MY_NAME = f"[{HERE}]"


@dataclass(frozen=True)
class Patience:
    """How long to wait for an answer, in seconds; RFC 5321 4.5.3.2 asks for ten minutes after the text.

    Attributes:
        command: to connect, and for each command.
        text: after the final dot.
    """

    command: float = 60
    text: float = 600


class _StopHere(Exception):
    """The talk is over, and nothing was sent."""

    def __init__(self, fate: Fate, words: str = "", advice: str = "") -> None:
        super().__init__(words)
        self.result = Result(fate, words, advice)


class _Refused(_StopHere):
    """The server won't have what it was given to sign in with."""


class Smtp:
    """An `Outbox` that talks SMTP; a connection for each message.

    A token that the server refuses is fetched anew, once: it may have ended early.

    Args:
        mailbox: where.
        sign_in: gives what to sign in with when it is needed, and it is not kept; None to sign in as nobody.
        trust: which certificates are believed; by default those that the mailbox says, with the host's name.
        patience: how long to wait.
    """

    def __init__(
        self,
        mailbox: Mailbox,
        sign_in: SignIn | None = None,
        *,
        trust: ssl.SSLContext | None = None,
        patience: Patience | None = None,
    ) -> None:
        self._mailbox = mailbox
        self._asked = sign_in
        self._given = trust
        self._patience = patience or Patience()

    def send(self, parcel: Parcel, still: Still) -> Result:
        return self._talk(lambda server: self._hand_over(server, parcel, still))

    def attempt(self) -> Result | None:
        """Connect and sign in, and go again; nothing is sent. Return what is in the way, None where nothing is."""
        found = self._talk(_leave)
        return None if found.fate is Fate.TAKEN else found

    def _talk(self, work: Callable[[smtplib.SMTP], Result]) -> Result:
        """Run ``work`` on a connection on which mail may go out; what breaks before its end sent nothing."""
        server: smtplib.SMTP | None = None
        try:
            server = self._signed_in()
            return work(server)
        except NoPassword as error:
            return Result(Fate.ACCOUNT, advice=str(error))
        except _StopHere as stop:
            return stop.result
        except (smtplib.SMTPException, OSError) as error:
            return _broken(error)
        finally:
            if server is not None:
                server.close()

    def _hand_over(self, server: smtplib.SMTP, parcel: Parcel, still: Still) -> Result:
        self._address(server, parcel)
        self._text(server, parcel.data)
        if not still():
            return Result(Fate.LATER, advice=say.NOT_MINE)
        # Nothing raises from here on: the server may have it.
        return self._end(server)

    @cached_property
    def _trust(self) -> ssl.SSLContext:
        # Reading what this machine believes takes longer than everything else here.
        if self._given is not None:
            return self._given
        try:
            trust = ssl.create_default_context(cafile=self._mailbox.ca or None)
        except OSError as error:
            raise _StopHere(Fate.ACCOUNT, advice=f"{self._mailbox.ca}: {say.NO_AUTHORITY}") from error
        trust.minimum_version = ssl.TLSVersion.TLSv1_2
        return trust

    def _signed_in(self) -> smtplib.SMTP:
        """Return a connection on which mail may go out."""
        credential = self._asked() if self._asked is not None else None
        try:
            return self._connected(credential)
        except _Refused:
            if self._asked is None or not isinstance(credential, Token):
                raise
        return self._connected(self._asked(renew=True))

    def _connected(self, credential: Credential | None) -> smtplib.SMTP:
        server = self._connect()
        try:
            if credential is not None:
                _present(server, credential)
        except BaseException:
            server.close()
            raise
        return server

    def _connect(self) -> smtplib.SMTP:
        box, wait = self._mailbox, self._patience.command
        if box.security == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                box.host, box.port, local_hostname=_MY_NAME, timeout=wait, context=self._trust
            )
        else:
            server = smtplib.SMTP(box.host, box.port, local_hostname=_MY_NAME, timeout=wait)
        try:
            server.ehlo_or_helo_if_needed()
            if box.security == "starttls":
                self._encrypt(server)
        except BaseException:
            server.close()
            raise
        return server

    def _encrypt(self, server: smtplib.SMTP) -> None:
        """Go on encrypted, or not at all: whoever takes STARTTLS out of the answer learns nothing."""
        try:
            server.starttls(context=self._trust)
        except ssl.SSLCertVerificationError:
            raise
        except (smtplib.SMTPNotSupportedError, smtplib.SMTPResponseException, ssl.SSLError, ValueError) as error:
            raise _StopHere(Fate.ACCOUNT, _words_of(error), say.NO_STARTTLS) from error
        server.ehlo()

    def _address(self, server: smtplib.SMTP, parcel: Parcel) -> None:
        _expect(server.mail(parcel.sender), "")
        answers = [(to, server.rcpt(to)) for to in parcel.recipients]
        # The one that no waiting mends is told first.
        for to, answer in sorted(answers, key=lambda each: -each[1][0]):
            _expect(answer, to)

    def _text(self, server: smtplib.SMTP, data: bytes) -> None:
        code, answer = server.docmd("DATA")
        if code != 354:
            _expect((code if code >= 400 else 421, answer), "")
        lines = _LINE_END.sub(b"\r\n", data)
        whole = lines if lines.endswith(b"\r\n") else lines + b"\r\n"
        server.send(_DOT.sub(b"..", whole))

    def _end(self, server: smtplib.SMTP) -> Result:
        try:
            if server.sock is not None:
                server.sock.settimeout(self._patience.text)
            server.send(b".\r\n")
            code, answer = server.getreply()
        except (smtplib.SMTPException, OSError, ValueError) as error:
            return Result(Fate.UNKNOWN, _words_of(error), say.LOST)
        words = _words(code, answer)
        if 200 <= code < 300:
            return _leave(server, words)
        if 500 <= code < 600:
            return Result(Fate.REFUSED, words, say.meaning(code, words))
        return Result(Fate.UNKNOWN, words, say.LOST)


def _leave(server: smtplib.SMTP, words: str = "") -> Result:
    # Its answer is not waited for: what is known should be kept at once.
    with suppress(smtplib.SMTPException, OSError):
        server.send(b"QUIT\r\n")
    return Result(Fate.TAKEN, words)


def _present(server: smtplib.SMTP, credential: Credential) -> None:
    """Sign in.

    Raises:
        _StopHere: the server won't have it.
    """
    try:
        if isinstance(credential, Token):
            _by_token(server, credential)
        else:
            _by_password(server, credential)
    except UnicodeError as error:
        raise _StopHere(Fate.ACCOUNT, advice=say.PASSWORD_LETTERS) from error
    except smtplib.SMTPServerDisconnected:
        raise
    except smtplib.SMTPAuthenticationError as error:
        words = _words(error.smtp_code, _without(credential, error.smtp_error))
        if 400 <= error.smtp_code < 500:
            raise _StopHere(Fate.LATER, words, say.meaning(error.smtp_code, words)) from error
        by_token = isinstance(credential, Token)
        raise _Refused(Fate.ACCOUNT, words, say.sign_in_meaning(words, by_token=by_token)) from error
    except smtplib.SMTPException as error:
        advice = say.NO_OAUTH if isinstance(credential, Token) else say.NO_SIGN_IN
        raise _StopHere(Fate.ACCOUNT, _without(credential, _words_of(error)), advice) from error


def _without(credential: Credential, answer: bytes | str) -> str:
    """Return a server's words without what was signed in with: some repeat it, plain or as it was sent."""
    words = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    user, secret = credential.user, credential.secret
    sent = (secret, f"\0{user}\0{secret}", xoauth2(user, secret))
    for each in (secret, *(b64encode(text.encode()).decode() for text in sent)):
        words = words.replace(each, "…") if each else words
    return words


def _by_password(server: smtplib.SMTP, password: Password) -> None:
    """Sign in by what both sides know; with letters that are not ASCII by PLAIN, which alone has them (RFC 4616)."""
    offered = server.esmtp_features.get("auth", "").upper().split()
    if f"{password.user}{password.secret}".isascii() or "PLAIN" not in offered:
        server.login(password.user, password.secret)
        return
    told = b64encode(f"\0{password.user}\0{password.secret}".encode()).decode()
    code, answer = server.docmd("AUTH", f"PLAIN {told}")
    if code != 235:
        raise smtplib.SMTPAuthenticationError(code, answer)


def _by_token(server: smtplib.SMTP, token: Token) -> None:
    """Sign in by XOAUTH2: what is asked back after a refusal is answered with nothing, then the refusal follows."""
    if "XOAUTH2" not in server.esmtp_features.get("auth", "").upper().split():
        raise smtplib.SMTPNotSupportedError("XOAUTH2 is not offered")
    text = xoauth2(token.user, token.secret)
    server.auth("XOAUTH2", lambda challenge=None: text if challenge is None else "")


def _expect(answer: tuple[int, bytes], who: str) -> None:
    """Go on after a 2xx.

    Raises:
        _StopHere: the server said something else.
    """
    code, told = answer
    if 200 <= code < 300:
        return
    words = _words(code, told)
    if code == _SIGN_IN_FIRST:
        raise _StopHere(Fate.ACCOUNT, words, say.SIGN_IN_FIRST)
    fate = Fate.REFUSED if 500 <= code < 600 else Fate.LATER
    advice = say.meaning(code, words) if code >= 400 else say.NOT_REACHED
    raise _StopHere(fate, words, f"{who}: {advice}" if who else advice)


def _broken(error: smtplib.SMTPException | OSError) -> Result:
    """Return what it means that the talk broke off before the text had ended."""
    words = _words_of(error)
    if isinstance(error, ssl.SSLCertVerificationError):
        return Result(Fate.ACCOUNT, words, say.CERTIFICATE)
    if isinstance(error, ssl.SSLError) and not isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return Result(Fate.ACCOUNT, words, say.NO_TLS)
    if isinstance(error, smtplib.SMTPResponseException) and error.smtp_code >= 400:
        fate = Fate.ACCOUNT if error.smtp_code >= 500 else Fate.LATER
        return Result(fate, words, say.meaning(error.smtp_code, words))
    return Result(Fate.LATER, words, say.NOT_REACHED)


def _words(code: int, answer: bytes | str) -> str:
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return " ".join(f"{code} {text}".split())[:500]


def _words_of(error: BaseException) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return _words(error.smtp_code, error.smtp_error)
    return " ".join(str(error).split())[:500]
