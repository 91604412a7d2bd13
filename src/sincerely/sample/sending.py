"""Letters into bytes: what each program puts on the wire, and what the way to the mailbox adds."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import UTC
from email.utils import format_datetime
from typing import Final

from . import mime
from .invites import Invitation
from .letters import Letter, token
from .pages import PAGES, whole
from .pdf import pdf
from .programs import PROGRAMS, Program, fill
from .templates import Person

_MINE: Final = "robin.ashdown@mail.example"
_MX: Final = "mx2.mail.example"
_EXCHANGE: Final = frozenset({"outlook", "owa", "outlook-ios"})
_RELAYS: Final = frozenset({"greenhouse", "lever", "ashby", "workday", "smartrecruiters", "bulk", "notice"})
_LOGO: Final = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def raw(letter: Letter, invitation: Invitation | None) -> bytes:
    """Return the mail as it lies in the mailbox, with LF line ends."""
    program = PROGRAMS[letter.sender.program]
    head = list(_head(letter, program))
    if not letter.template.sent:
        head = [*_trace(letter, program), *head]
    return mime.message(head, _content(letter, program, invitation))


def _content(letter: Letter, program: Program, invitation: Invitation | None) -> mime.Part:
    body = _body(letter, program, invitation)
    extra = [
        mime.file_part("application/pdf", name, pdf([name.removesuffix(".pdf").replace("_", " ")]))
        for name in _names(letter.template.get("attach"))
    ]
    if invitation and letter.sender.program not in _EXCHANGE:
        extra.append(mime.file_part("application/ics", "invite.ics", invitation.ics().encode()))
    if not extra:
        return body
    return mime.multipart("mixed", fill(program.boundary, letter, 1), [body, *extra])


def _body(letter: Letter, program: Program, invitation: Invitation | None) -> mime.Part:
    charset = letter.template.get("charset") or program.charset
    transfer = letter.template.get("transfer") or program.transfer
    parts = []
    if program.parts != "html":
        parts.append(_plain(letter, program, charset, transfer))
    if program.parts != "plain":
        parts.append(_html(letter, program, charset, transfer))
    if invitation:
        parts.append(_calendar(invitation, exchange=letter.sender.program in _EXCHANGE))
    if len(parts) == 1:
        return parts[0]
    return mime.multipart("alternative", fill(program.boundary, letter, 2), parts)


def _plain(letter: Letter, program: Program, charset: str, transfer: str) -> mime.Part:
    text = letter.plain + "\n"
    if program.flowed:
        return mime.text_part(mime.flowed(text), "plain", charset, transfer, "; format=flowed")
    if program.wrap:
        text = mime.wrapped(text, program.wrap)
    return mime.text_part(text, "plain", charset, transfer)


def _calendar(invitation: Invitation, *, exchange: bool) -> mime.Part:
    """The calendar part: Exchange keeps its line ends in base64, others send it as text."""
    params = f"; method={invitation.method}"
    if exchange:
        return mime.text_part(invitation.ics(), "calendar", "utf-8", "base64", params)
    return mime.text_part(invitation.ics().replace("\r\n", "\n"), "calendar", "utf-8", "7bit", params)


def _html(letter: Letter, program: Program, charset: str, transfer: str) -> mime.Part:
    name = letter.template.get("logo")
    content_id = f"{name}@01DA{token(letter.template.name, '^^^^.^^^^^^^^')}"
    picture = f'<p class="MsoNormal"><img width="96" height="28" src="cid:{content_id}" alt="logo"></p>'
    page = whole(letter.html + (picture if name else ""), PAGES[program.page])
    html = mime.text_part(page, "html", charset, transfer)
    if not name:
        return html
    inline = mime.file_part("image/png", name, _LOGO, content_id)
    return mime.multipart("related", fill(program.boundary, letter, 4), [html, inline], '; type="text/html"')


def _head(letter: Letter, program: Program) -> Iterator[tuple[str, str]]:
    charset = "utf-8" if program.charset == "UTF-8" else program.charset
    yield "From", mime.mailbox(letter.sender.name, letter.sender.address, charset)
    if letter.sender.reply_to:
        yield "Reply-To", f"<{letter.sender.reply_to}>"
    yield "To", _list(letter.to, charset)
    if letter.cc:
        yield "Cc", _list(letter.cc, charset)
    yield "Subject", mime.encoded_word(letter.subject, charset)
    if letter.sender.program in _EXCHANGE:
        yield "Thread-Topic", mime.encoded_word(_topic(letter.subject), charset)
        yield "Thread-Index", "AQHa" + token(letter.thread[0] if letter.thread else letter.message_id, "~" * 22) + "=="
    yield "Date", format_datetime(letter.written)
    yield "Message-ID", letter.message_id
    if letter.answers is not None:
        yield "In-Reply-To", letter.answers.message_id
        yield "References", " ".join(letter.thread)
    for name, value in program.head:
        yield name, fill(value, letter)
    for name, value in letter.template.fields.items():
        if name.startswith("head-"):
            yield "-".join(word.capitalize() for word in name.split("-")[1:]), value


def _trace(letter: Letter, program: Program) -> Iterator[tuple[str, str]]:
    """The headers that delivery adds, last hop first."""
    name, domain = letter.template.name, letter.sender.domain
    bounce = f"bounce+{token(name, '%%%%%%.%%%%%%')}@{domain}"
    yield "Return-Path", f"<{bounce if letter.sender.program in _RELAYS else letter.sender.address}>"
    yield "Delivered-To", _MINE
    host = fill(program.relay, letter)
    octet = int(token(name, "##")) + 10
    at = format_datetime(letter.written.astimezone(UTC))
    hop = f"from {host} ({host} [198.51.100.{octet}]) by {_MX} with ESMTPS id {token(name, '~~~~~~~~~~~~')}"
    yield "Received", f"{hop} for <{_MINE}>; {at}"
    yield "Authentication-Results", f"{_MX}; dkim=pass header.d={domain}; spf=pass smtp.mailfrom={domain}; dmarc=pass"
    signed = "h=from:to:subject:date:message-id:mime-version"
    digest, signature = token(name + "bh", "~" * 43), [token(f"{name}{n}", "~" * 60) for n in range(3)]
    values = f"d={domain}; s=s1; {signed}; bh={digest}=; b={' '.join(signature)}=="
    yield "DKIM-Signature", f"v=1; a=rsa-sha256; c=relaxed/relaxed; {values}"


def _list(people: tuple[Person, ...], charset: str) -> str:
    return ", ".join(mime.mailbox(person.name, person.address, charset) for person in people)


def _topic(subject: str) -> str:
    return subject.removeprefix("Re: ").removeprefix("RE: ").removeprefix("AW: ")


def _names(listed: str) -> list[str]:
    return [name.strip() for name in listed.split(",") if name.strip()]
