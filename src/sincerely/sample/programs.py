"""The mail programs and relays of the sample: how each labels, encodes and divides what it sends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from .letters import Letter, token

_UUID: Final = "^^^^^^^^-^^^^-4^^^-A^^^-^^^^^^^^^^^^"
_SES: Final = "0100018e%%%%%%%%-%%%%%%%%-%%%%-4%%%-a%%%-%%%%%%%%%%%%-000000"


@dataclass(frozen=True)
class Program:
    """A program that writes mail.

    Attributes:
        page: the HTML style (see `pages`), empty for plain text only.
        parts: ``both``, ``plain`` or ``html``.
        charset: what it chooses when ASCII will not do.
        transfer: how it encodes a text body.
        message_id: the pattern of its Message-IDs (see `letters.token`; ``{stamp}`` is the time, ``{domain}`` the
            writer's).
        boundary: the pattern of its boundaries, ``{n}`` numbering the levels.
        relay: the host that hands the mail over.
        wrap: where it breaks lines in plain text, 0 for never.
        flowed: whether it does so as format=flowed.
        head: headers of its own, with patterns as above.
    """

    page: str
    parts: str
    charset: str
    transfer: str
    message_id: str
    boundary: str
    relay: str
    wrap: int = 0
    flowed: bool = False
    head: tuple[tuple[str, str], ...] = ()


_EXCHANGE: Final = (
    ("Accept-Language", "en-US"),
    ("Content-Language", "en-US"),
    ("X-MS-TNEF-Correlator", ""),
    ("X-MS-Exchange-Organization-SCL", "-1"),
    ("X-OriginatorOrg", "{domain}"),
    ("MIME-Version", "1.0"),
)
_AUTOMATIC: Final = ("Auto-Submitted", "auto-generated")
_EXCHANGE_HOST: Final = "NAM12-BN8-obe.outbound.protection.outlook.com"
_EXCHANGE_ID: Final = "SN6PR04MB####^^^^^^^^^^^^^^^^^^^^^^@SN6PR04MB####.namprd04.prod.outlook.com"
_EXCHANGE_BOUNDARY: Final = "_00{n}_SN6PR04MB####^^^^^^^^^^^^^^^^^^SN6PR04MB####namp_"
_MANDRILL: Final = (("X-Mandrill-User", "md_########"), ("X-Report-Abuse", "abuse@mandrillapp.com"))

PROGRAMS: Final[Mapping[str, Program]] = {
    "gmail": Program(
        page="gmail",
        parts="both",
        charset="UTF-8",
        transfer="7bit",
        message_id="CA~~~~~~~~~~~~~~~~=~~~~~~~~~~~~~~~~~+~~~~~~~~~~~~~@mail.gmail.com",
        boundary="0000000000{n}0%%%%%%06%%%%%%%%%%",
        relay="mail-qk1-f###.google.com",
        wrap=76,
        head=(("MIME-Version", "1.0"),),
    ),
    "iphone": Program(
        page="apple",
        parts="both",
        charset="utf-8",
        transfer="quoted-printable",
        message_id=_UUID + "@{domain}",
        boundary="Apple-Mail-" + _UUID,
        relay="st43p00im-ztbu1007####.me.com",
        head=(("Mime-Version", "1.0 (1.0)"), ("X-Mailer", "iPhone Mail (21F90)")),
    ),
    "apple": Program(
        page="apple",
        parts="plain",
        charset="windows-1252",
        transfer="quoted-printable",
        message_id=_UUID + "@{domain}",
        boundary="Apple-Mail=_" + _UUID,
        relay="smtp.{domain}",
        head=(
            ("Mime-Version", r"1.0 (Mac OS X Mail 16.0 \(3774.600.62\))"),
            ("X-Mailer", "Apple Mail (2.3774.600.62)"),
        ),
    ),
    "outlook": Program(
        page="outlook",
        parts="both",
        charset="windows-1252",
        transfer="quoted-printable",
        message_id=_EXCHANGE_ID,
        boundary=_EXCHANGE_BOUNDARY,
        relay=_EXCHANGE_HOST,
        head=_EXCHANGE,
    ),
    "owa": Program(
        page="owa",
        parts="both",
        charset="utf-8",
        transfer="base64",
        message_id=_EXCHANGE_ID,
        boundary=_EXCHANGE_BOUNDARY,
        relay=_EXCHANGE_HOST,
        head=_EXCHANGE,
    ),
    "outlook-ios": Program(
        page="owa",
        parts="both",
        charset="iso-8859-1",
        transfer="quoted-printable",
        message_id=_EXCHANGE_ID,
        boundary=_EXCHANGE_BOUNDARY,
        relay=_EXCHANGE_HOST,
        head=_EXCHANGE,
    ),
    "thunderbird": Program(
        page="",
        parts="plain",
        charset="UTF-8",
        transfer="8bit",
        message_id="%%%%%%%%-%%%%-4%%%-a%%%-%%%%%%%%%%%%@{domain}",
        boundary="------------~~~~~~~~~~~~~~~~~~~~~~~~",
        relay="mail.{domain}",
        wrap=72,
        flowed=True,
        head=(("MIME-Version", "1.0"), ("User-Agent", "Mozilla Thunderbird"), ("Content-Language", "en-US")),
    ),
    "mutt": Program(
        page="",
        parts="plain",
        charset="iso-8859-1",
        transfer="8bit",
        message_id="~~~~~~~~~~~~~~~~@{domain}",
        boundary="~~~~~~~~~~~~~~~~",
        relay="mx.{domain}",
        wrap=72,
        head=(("MIME-Version", "1.0"), ("Content-Disposition", "inline")),
    ),
    "greenhouse": Program(
        page="relay",
        parts="both",
        charset="UTF-8",
        transfer="quoted-printable",
        message_id="{stamp}.%%%%%%%%%%%%%%%%@us.greenhouse-mail.io",
        boundary="--==_mimepart_%%%%%%%%%%%%%_%%%%%%%%%",
        relay="m42-##.mailgun.net",
        head=(
            ("Mime-Version", "1.0"),
            ("X-Mailgun-Sending-Ip", "198.51.100.42"),
            ("X-Mailgun-Variables", '{"message_type": "candidate_email"}'),
            _AUTOMATIC,
        ),
    ),
    "lever": Program(
        page="relay",
        parts="html",
        charset="utf-8",
        transfer="quoted-printable",
        message_id=_SES + "@email.amazonses.com",
        boundary="--_NmP-%%%%%%%%%%%%%%%%-Part_{n}",
        relay="a8-##.smtp-out.amazonses.com",
        head=(("MIME-Version", "1.0"), ("Feedback-ID", "1.us-east-1.~~~~~~~~:AmazonSES")),
    ),
    "ashby": Program(
        page="relay",
        parts="both",
        charset="utf-8",
        transfer="quoted-printable",
        message_id=_SES + "@email.amazonses.com",
        boundary="--_NmP-%%%%%%%%%%%%%%%%-Part_{n}",
        relay="a11-##.smtp-out.amazonses.com",
        head=(("MIME-Version", "1.0"), ("X-SES-Outgoing", "198.51.100.11")),
    ),
    "workday": Program(
        page="relay",
        parts="html",
        charset="utf-8",
        transfer="base64",
        message_id="##########.#####.171####.JavaMail.workday@wd5prvps0001.myworkday.com",
        boundary="----=_Part_{n}####_##########.171####",
        relay="mail###.wd5.myworkday.com",
        head=(("MIME-Version", "1.0"), _AUTOMATIC, ("X-Auto-Response-Suppress", "All")),
    ),
    "smartrecruiters": Program(
        page="table",
        parts="both",
        charset="utf-8",
        transfer="quoted-printable",
        message_id="3084####.{stamp}.%%%%%%%%%%%%%%.%%%%%%%%@mandrillapp.com",
        boundary="_av-~~~~~~~~~~~~~~~~~~~~~~",
        relay="mail178-##.suw51.mandrillapp.com",
        head=(("MIME-Version", "1.0"), *_MANDRILL),
    ),
    "bulk": Program(
        page="table",
        parts="both",
        charset="utf-8",
        transfer="quoted-printable",
        message_id="%%%%%%%%%%%%%%%%%%%%%%%%.{stamp}.%%%%%%%%%%@{domain}",
        boundary="_----------=_MCPart_#########",
        relay="out##.mta.{domain}",
        head=(
            ("MIME-Version", "1.0"),
            ("Precedence", "bulk"),
            ("List-Unsubscribe", "<https://{domain}/u/~~~~~~~~~~~~>, <mailto:unsubscribe-~~~~~~@{domain}>"),
            ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        ),
    ),
    "notice": Program(
        page="table",
        parts="html",
        charset="utf-8",
        transfer="base64",
        message_id="{stamp}.########.JavaMail.app@{domain}",
        boundary="----=_Part_{n}_#########.#############",
        relay="mta##.{domain}",
        head=(("MIME-Version", "1.0"), _AUTOMATIC),
    ),
    "script": Program(
        page="",
        parts="plain",
        charset="iso-8859-1",
        transfer="7bit",
        message_id="{stamp}.######@{domain}",
        boundary="=_%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%",
        relay="app#.{domain}",
        head=(("MIME-Version", "1.0"), ("X-Mailer", "PHPMailer 6.9.1 (https://github.com/PHPMailer/PHPMailer)")),
    ),
    "list": Program(
        page="",
        parts="plain",
        charset="utf-8",
        transfer="base64",
        message_id="mailman.##.##########.####.list@{domain}",
        boundary="===============###################==",
        relay="lists.{domain}",
        wrap=72,
        head=(("MIME-Version", "1.0"), ("Precedence", "list"), ("X-Mailman-Version", "2.1.39")),
    ),
}


def fill(pattern: str, letter: Letter, level: int = 1) -> str:
    """Fill one of a program's patterns in for a mail."""
    numbered = "{n}" in pattern  # such a program keeps one number through all levels
    seed = f"{letter.template.name}/{pattern}" if numbered else f"{letter.template.name}/{pattern}/{level}"
    shown = token(seed, pattern)
    return (
        shown.replace("{stamp}", f"{letter.written:%Y%m%d%H%M%S}")
        .replace("{domain}", letter.sender.domain)
        .replace("{n}", str(level))
    )
