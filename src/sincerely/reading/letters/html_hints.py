"""What the markup of mail programs gives away: quotes, signatures, hidden and indented text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

Kind = Literal["quote", "quote-on", "attribution", "signature"]

# Outlook and old Yahoo put an "x_" or a random prefix before every class and id of what they quote.
_QUOTE_ON = re.compile(
    r"divrplyfwdmsg|appendonsend|zwchr|stopspelling|outlookmessageheader|mail-editor-reference-message-container"
    r"|ms-outlook-mobile-reference-message|olk_src_body_section|isreplycontent|isforwardcontent"
)
_QUOTE = re.compile(
    r"yahoo_quoted|messagereplysection|aolmsgpart|notes-quote|mail-quote|protonmail_quote|tutanota_quote|zmail_extra|moz-forward-container|gmx_quote|name_quote"
    r"|applemailquote|mail_quote|quoted_message|reply-original|front-blockquote|hs_reply|freshdesk_quote"
    r"|intercom-quote|skiff_quote|hey-quote|missive_quote|superhuman-quote|bloop_original_html"
)
_ATTRIBUTION = re.compile(r"gmail_attr|moz-cite-prefix|moz-email-headers-table|protonmail_attribution|reply-intro")
_SIGNATURE = re.compile(
    r"gmail_signature|messagesignaturesection|moz-signature|applemailsignature|ms-outlook-mobile-signature|protonmail_signature"
    r"|tutanota_signature|(?:^|[ _])signature(?:$|\s)|yahoo-signature|ydp[0-9a-z]{0,40}signature|zoho_signature"
    r"|mobile-signature|linebreakatbeginningofsignature|_mailautosig|missive_signature|front-signature"
    r"|superhuman-signature|mail_signature|email-signature|hs_signature"
)
# Outlook for Windows draws a thin line above the headers of what it quotes.
_OUTLOOK_LINE = re.compile(
    r"border:\s*none;\s*border-top:\s*solid\s+(?:#\w{6}|windowtext)\s+1\.0pt;\s*padding:\s*3\.0pt\s+0"
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|max-height\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)"
)
_PREHEADER = re.compile(r"\bpre-?header\b|\bpreview-?text\b|\bmcnpreviewtext\b", re.IGNORECASE)
_INDENT = re.compile(r"border\s*:\s*(?:none|0)|margin\s*:\s*0(?:px)?\s+0(?:px)?\s+0(?:px)?\s+40px")
_NO_MARGIN = re.compile(r"margin(?:-top|-bottom)?\s*:\s*0")


# Without one of these in a page no attribute tells a quote, a signature or something hidden.
_TELLING = (
    "quote", "signature", "reply", "divrplyfwdmsg", "appendonsend", "zwchr", "stopspelling", "outlookmessageheader",
    "reference-message", "olk_src", "isreplycontent", "isforwardcontent", "zmail_extra", "moz-", "gmail_", "aolmsgpart", "border-top", "bloop",
    "display", "visibility", "mso-hide", "max-height", "hidden", "header", "preview", "white-space", "_mailautosig",
    "linebreakat",
)  # fmt: skip


def may_tell(html: str) -> bool:
    """Whether any attribute of a page may say more than how things look."""
    lowered = html.lower()
    return any(word in lowered for word in _TELLING)


def kind(tag: str, attributes: Mapping[str, str | None], style: str) -> Kind | Literal["gmail-quote"] | None:
    """Return what an element is, by its class, id and style; None for most."""
    name = f"{attributes.get('class') or ''} {attributes.get('id') or ''} {attributes.get('name') or ''}"
    if len(name) == 2:
        return "quote-on" if tag == "div" and style and _OUTLOOK_LINE.search(style) else None
    if tag != "blockquote" and "gmail_quote" in name:
        return "gmail-quote"
    return _named(name[:400].lower())


def _named(name: str) -> Kind | None:
    if _QUOTE_ON.search(name):
        return "quote-on"
    if _QUOTE.search(name):
        return "quote"
    if _ATTRIBUTION.search(name):
        return "attribution"
    if _SIGNATURE.search(name):
        return "signature"
    return None


def is_hidden(style: str, class_: str) -> bool:
    """Whether nobody sees the element."""
    if style and _HIDDEN.search(style):
        return True
    return bool(class_) and "pre" in class_.lower() and _PREHEADER.search(class_) is not None


def is_indent(style: str, class_: str) -> bool:
    """Whether a blockquote only moves its text to the right, as mail editors' indent button does."""
    if "webkit-indent-blockquote" in class_:
        return True
    return "gmail_quote" not in class_ and _INDENT.search(style) is not None


def is_tight(tag: str, style: str, class_: str) -> bool:
    """Whether a paragraph stands without blank lines around it."""
    return tag == "p" and ("MsoNormal" in class_ or "MsoPlainText" in class_ or bool(_NO_MARGIN.search(style)))
