"""Text as HTML in each program's own style: the paragraphs, and the page around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Final

_LINK: Final = re.compile(r"\[([^\]]+)\]\((https?://[^)\s]+)\)")
_ADDRESS: Final = re.compile(r"(?<![\w@/>\"])(https?://(?:[^\s<>()&]|&amp;)+)")


@dataclass(frozen=True)
class Page:
    """How one program writes HTML.

    Attributes:
        line: a line of text, ``{}`` standing for it.
        blank: an empty line.
        bullet: the line of a list.
        page: the page, ``{}`` standing for its content.
        paragraphs: whether lines are gathered into paragraphs first.
        link: how a link looks in plain text, from its words and address.
    """

    line: str
    blank: str
    page: str
    paragraphs: bool = False
    link: str = "{0} <{1}>"


_WORD_STYLE: Final = (
    '<meta name="Generator" content="Microsoft Word 15 (filtered medium)"><style><!--\n'
    "/* Font Definitions */\n@font-face\n\t{font-family:Calibri;\n\tpanose-1:2 15 5 2 2 2 4 3 2 4;}\n"
    "/* Style Definitions */\np.MsoNormal, li.MsoNormal, div.MsoNormal\n\t{margin:0in;\n\tfont-size:11.0pt;\n"
    '\tfont-family:"Calibri",sans-serif;}\n'
    "@page WordSection1\n\t{size:8.5in 11.0in;\n\tmargin:1.0in 1.0in 1.0in 1.0in;}\n"
    "div.WordSection1\n\t{page:WordSection1;}\n--></style>"
)
_WORD_HTML: Final = (
    '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">\n<head>\n'
    '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\n'
)
_WORD: Final = (
    _WORD_HTML
    + _WORD_STYLE
    + '</head>\n<body lang="EN-US" link="#0563C1" vlink="#954F72" style="word-wrap:break-word">\n'
    '<div class="WordSection1">\n{}\n</div>\n</body>\n</html>\n'
)
_OWA: Final = (
    '<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\n'
    '<style type="text/css" style="display:none;"> P {margin-top:0;margin-bottom:0;} </style>\n</head>\n'
    '<body dir="ltr">\n{}\n</body>\n</html>\n'
)
_APPLE: Final = (
    '<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head>'
    '<body style="overflow-wrap: break-word; -webkit-nbsp-mode: space; line-break: after-white-space;">{}</body></html>'
)
_TABLE: Final = (
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
    '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml"><head>'
    '<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />'
    '<meta name="viewport" content="width=device-width, initial-scale=1.0" /></head>\n'
    '<body style="margin:0;padding:0;background-color:#f4f4f7;">'
    '<table width="100%" cellpadding="0" cellspacing="0" border="0" role="presentation"><tr><td align="center">'
    '<table class="wrapper" width="600" cellpadding="0" cellspacing="0" border="0" style="background:#ffffff;">'
    '<tr><td style="padding:24px;font-family:Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;">\n{}\n'
    "</td></tr></table></td></tr></table></body></html>\n"
)
_BARE: Final = '<html><head><meta charset="utf-8"></head><body>\n{}\n</body></html>\n'
_MSO: Final = '<p class="MsoNormal">{}<o:p></o:p></p>\n'
_PROOF: Final = (
    '<div class="elementToProof" style="font-family: Aptos, Calibri, sans-serif; font-size: 12pt; '
    'color: rgb(0, 0, 0);">{}</div>\n'
)
_P: Final = '<p style="margin:0 0 14px 0;">{}</p>\n'

PAGES: Final[Mapping[str, Page]] = {
    "gmail": Page("<div>{}</div>", "<div><br></div>", '<div dir="ltr">{}</div>\n'),
    "outlook": Page(_MSO, '<p class="MsoNormal"><o:p>&nbsp;</o:p></p>\n', _WORD, link="{0}<{1}>"),
    "owa": Page(_PROOF, _PROOF.format("<br>"), _OWA, link="{0}<{1}>"),
    "apple": Page("<div>{}</div>", "<div><br></div>", _APPLE),
    "relay": Page("<p>{}</p>\n", "", _BARE, paragraphs=True, link="{0} ( {1} )"),
    "table": Page(_P, "", _TABLE, paragraphs=True, link="{0}\n{1}"),
}


def plain(text: str, page: Page) -> str:
    """Return a text with its links written out."""
    return _LINK.sub(lambda link: page.link.format(link[1], link[2]), text)


def fragment(text: str, page: Page) -> str:
    """Return a text as HTML in a program's style, without the page around it."""
    if page.paragraphs:
        blocks = [block for block in re.split(r"\n\n+", text.strip("\n")) if block]
        return "".join(page.line.format(_block(block)) for block in blocks)
    return "".join(_run(list(lines), page, quote=quote) for quote, lines in groupby(text.split("\n"), _is_quoted))


def whole(content: str, page: Page) -> str:
    """Put the program's page around the content."""
    before, _, after = page.page.partition("{}")
    return before + content + after


def _is_quoted(line: str) -> bool:
    return line.startswith(">")


def _run(lines: list[str], page: Page, *, quote: bool) -> str:
    """Write consecutive lines, which all or none are quoted between the answers, as HTML."""
    own = [line.removeprefix(">").removeprefix(" ") for line in lines] if quote else lines
    shown = "".join(page.line.format(_linked(line)) if line.strip() else page.blank for line in own)
    return f'<blockquote type="cite" class="gmail_quote">{shown}</blockquote>' if quote else shown


def _block(block: str) -> str:
    return "<br />\n".join(_linked(line) for line in block.split("\n"))


def _linked(line: str) -> str:
    shown = escape(line, quote=False)
    shown = _LINK.sub(r'<a href="\2" target="_blank">\1</a>', shown)
    return _ADDRESS.sub(r'<a href="\1">\1</a>', shown)
