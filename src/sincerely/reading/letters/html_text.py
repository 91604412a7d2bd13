"""HTML mail to text: what a reader sees, with quotes as ``> `` lines and marks for what the markup says.

What nobody sees is left out: scripts, styles, hidden preheaders, zero-width filling. The walk keeps no stack
of Python frames, and markup nested too deep for the parser is flattened first, so that work grows with the
input.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from . import html_hints as hints
from .letter import Mark

HTML_CAP = 3_000_000
TEXT_CAP = 1_000_000
# The parser takes quadratic time on deeper nesting; no mail program comes near.
_DEEPEST = 250
_SUSPICIOUS = 1000
_QUOTE_LEVELS = 9
_BLANK_LINES = 2

_SKIP = frozenset({
    "-comment", "audio", "canvas", "head", "iframe", "map", "noembed", "noframes", "object", "script",
    "select", "style", "svg", "template", "textarea", "title", "video", "xml",
})  # fmt: skip
_INLINE = frozenset(
    {"a", "b", "big", "em", "font", "i", "img", "o:p", "small", "strong", "sub", "sup", "tbody", "u", "wbr"}
)
_BLOCK = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir",
    "div", "dl", "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary",
    "table", "tr", "ul",
})  # fmt: skip
# Of these it matters how they look.
_TOLD = frozenset({"blockquote", "p"})
_NOTHING: dict[str, str | None] = {}
_SPACED = frozenset(["blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "ul"])

_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
                        r"\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+")  # fmt: skip
_WIDE = re.compile(r"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BARE_ADDRESS = re.compile(r"<(?=[^\s<>@\"'=/!?]{1,64}@[^\s<>\"'=]{1,255}>)|<(?=(?:mailto|https?):[^\s<>\"']{1,1000}>)")
_ANY_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/<>]*)[^<>]*>")
# Pictures written into the page, or an attack by thousands of attributes.
_LONG = 20_000
_LONG_TAG = re.compile(r"<([a-zA-Z][^\s/<>]{0,60}+)[^<>]{10000,}")
_FORMATTING = frozenset(
    {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"}
)
_SIBLINGS = frozenset({"dd", "dt", "li", "option", "p", "tbody", "td", "tfoot", "th", "thead", "tr"})
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)


class HtmlText(NamedTuple):
    r"""Text made from HTML.

    Attributes:
        text: lines ended by ``\n``; outer blank lines are cut.
        marks: quotes and signatures as the markup has them, in order of their beginnings.
        cut: whether something was left out because there was too much.
    """

    text: str
    marks: tuple[Mark, ...]
    cut: bool


def convert(html: str) -> HtmlText:
    """Return the text that a reader of ``html`` sees."""
    cut = len(html) > HTML_CAP
    source = html[:HTML_CAP] if cut else html
    if "@" in source or "<http" in source:
        source = _BARE_ADDRESS.sub("&lt;", source)
    if len(source) > _LONG:
        source = _LONG_TAG.sub(r"<\1", source)
    if source.count("<") > _SUSPICIOUS:
        source = _flatten(source)
    writer = _Writer(telling=hints.may_tell(source))
    body = LexborHTMLParser(source).body
    if body is not None:
        _walk(body, writer)
    return writer.result(cut=cut)


def visible(text: str) -> str:
    """Return text without zero-width and control characters, with every odd space made a plain one."""
    if text.isascii():
        return text if text.isprintable() else _INVISIBLE.sub("", text)
    return _WIDE.sub(" ", _INVISIBLE.sub("", text))


def shallow(html: str) -> str:
    """Return HTML that goes no deeper than a letter does: itself, or flattened where it would keep a parser busy."""
    if html.count("<") <= _SUSPICIOUS:
        return html
    depth = deepest = 0
    for match in _ANY_TAG.finditer(html):
        tag = match[2].lower()
        if tag not in _VOID and tag not in _SIBLINGS:
            depth = max(0, depth - 1) if match[1] else depth + 1
            deepest = max(deepest, depth)
    return _flatten(html) if deepest > _DEEPEST else html


def _flatten(html: str) -> str:
    """Take out what the parser might take quadratic time for: deep nesting, formatting, ends without beginning.

    Formatting says nothing about the text; paragraphs, cells and list items end each other, so they go no deeper.
    """
    depth = 0
    opened: Counter[str] = Counter()

    def keep(match: re.Match[str]) -> str:
        nonlocal depth
        tag = match[2].lower()
        if tag in _FORMATTING:
            return ""
        if tag in _VOID:
            return match[0]
        if match[1]:
            if not opened[tag]:
                return " "
            opened[tag] -= 1
            depth -= tag not in _SIBLINGS
            return match[0]
        if depth >= _DEEPEST and tag not in _SIBLINGS:
            return " "
        opened[tag] += 1
        depth += tag not in _SIBLINGS
        return match[0]

    return _ANY_TAG.sub(keep, html)


# What to undo at the end of an element.
_FRESH, _GAP, _QUOTE, _PRE, _LIST, _MARK = 1, 2, 4, 8, 16, 32
_SKIPPED = -1


def _walk(body: LexborNode, writer: _Writer) -> None:
    """Visit every node in document order; elements get a call at their end too."""
    undo: list[int] = []
    node: LexborNode | None = body
    while node is not None and not writer.full:
        tag = node.tag or ""
        if tag == "-text":
            writer.text(node.text_content or "")
        elif tag == "br":
            writer.end_line()
        elif tag not in _SKIP:
            flags = 0 if tag in _INLINE else writer.enter(node, tag)
            child = node.first_child if flags >= 0 else None
            if child is not None:
                undo.append(flags)
                node = child
                continue
            if flags > 0:
                writer.leave(flags)
        while (after := node.next) is None:
            if not undo:
                return
            if flags := undo.pop():
                writer.leave(flags)
            parent = node.parent
            if parent is None or not undo:
                return
            node = parent
        node = after


class _Writer:
    """Collects lines. A block begins on a fresh line; a paragraph leaves one blank line around it."""

    def __init__(self, *, telling: bool) -> None:
        self.full = False
        self._telling = telling  # attributes may say more than how things look
        self._out: list[str] = []
        self._length = 0
        self._line: list[str] = []
        self._has = False  # the current line holds something, be it a no-break space
        self._space = False
        self._gap = False
        self._blanks = _BLANK_LINES  # blank lines just written; none are wanted at the top
        self._quoted = 0  # open blockquotes
        self._marked = 0  # open marks of quotes
        self._pre = 0
        self._lists: list[int] = []
        self._marks: list[tuple[hints.Kind, int, int]] = []
        self._opened: list[int] = []
        self._attribution = -1

    # -- what the walk calls

    def text(self, data: str) -> None:
        """Add a text node."""
        if data.isspace() and data.isascii() and not self._pre:
            self._space = self._space or self._has
            return
        held = False
        if not data.isascii():
            held = "\xa0" in data
            data = visible(data)
        if self._pre:
            self._preformatted(data)
            return
        stripped = " ".join(data.split())
        if not stripped:
            self._has = self._has or held  # a paragraph of one no-break space is a blank line
            self._space = self._space or self._has
            return
        if data[0] != stripped[0]:
            self._space = True
        self._put(stripped)
        self._space = data[-1] != stripped[-1]

    def enter(self, node: LexborNode, tag: str) -> int:
        """Begin an element; return what is to be undone at its end, below 0 if nothing in it is read."""
        attributes = node.attributes if self._telling or tag in _TOLD else _NOTHING
        style = (attributes.get("style") or "")[:2000].lower() if attributes else ""
        if attributes and ("hidden" in attributes or hints.is_hidden(style, attributes.get("class") or "")):
            return _SKIPPED
        if tag in _BLOCK:
            return self._enter_block(node, tag, attributes, style)
        if tag in {"td", "th"}:
            if self._has:
                self._line.append("\t")
            self._space = False
        return self._open(node, tag, attributes, style) if attributes else 0

    def leave(self, flags: int) -> None:
        """End an element."""
        if flags & (_FRESH | _MARK):
            self._fresh()
        if flags == _FRESH:
            return
        if flags & _MARK:
            number = self._opened.pop()
            kind, begin, _ = self._marks[number]
            self._marked -= kind != "signature"
            self._marks[number] = (kind, begin, self._length)
        if flags & _GAP:
            self._gap = True
        if flags & _QUOTE:
            self._quoted -= 1
        if flags & _PRE:
            self._pre -= 1
        if flags & _LIST:
            self._lists.pop()

    def result(self, *, cut: bool) -> HtmlText:
        """Return everything written."""
        self._fresh()
        text = "".join(self._out)
        end = len(text.rstrip())
        marks = []
        for kind, begin, stop in sorted(self._marks, key=lambda mark: mark[1]):
            last = end if kind == "quote-on" or stop < 0 else min(stop, end)
            blank = len(text[begin:last]) - len(text[begin:last].lstrip("\n"))
            if begin + blank < last:
                marks.append(Mark(kind, begin + blank, last))
        return HtmlText(text[:end], tuple(marks), cut or self.full)

    # -- elements

    def _enter_block(self, node: LexborNode, tag: str, attributes: dict[str, str | None], style: str) -> int:
        self._fresh()
        flags = _FRESH
        if attributes:
            flags |= self._open(node, tag, attributes, style)
        if tag in _SPACED and not hints.is_tight(tag, style, attributes.get("class") or ""):
            self._gap = True
            flags |= _GAP
        if tag == "pre" or "white-space:pre" in style.replace(" ", ""):
            self._pre += 1
            flags |= _PRE
        if tag == "blockquote" and not hints.is_indent(style, attributes.get("class") or ""):
            flags |= self._begin_quote()
        elif tag in {"ul", "ol"}:
            flags |= self._begin_list(ordered=tag == "ol")
            flags = flags & ~_GAP if len(self._lists) > 1 else flags
        elif tag == "li":
            self._bullet()
        return flags

    def _begin_quote(self) -> int:
        self._close_attribution()
        if self._gap and not self._blanks:
            self._emit("")
        self._gap = False
        self._quoted += 1
        return _QUOTE

    def _begin_list(self, *, ordered: bool) -> int:
        self._lists.append(0 if ordered else -1)
        self._gap = self._gap and len(self._lists) == 1
        return _LIST

    def _open(self, node: LexborNode, tag: str, attributes: dict[str, str | None], style: str) -> int:
        """Open a mark if the element's class or id says what it is; return what is to be undone."""
        kind = hints.kind(tag, attributes, style)
        if kind is None or self._quoted or (self._marked and kind != "signature"):
            return 0
        self._fresh()
        if kind == "gmail-quote":
            if node.css_first("blockquote") is not None:
                self._attribution = self._length
                return 0
            kind = "quote"
        self._marked += kind != "signature"
        self._opened.append(len(self._marks))
        self._marks.append((kind, self._length, -1))
        return _MARK

    def _close_attribution(self) -> None:
        """What stands between the beginning of Gmail's quote and its blockquote is the attribution."""
        if 0 <= self._attribution < self._length:
            self._marks.append(("attribution", self._attribution, self._length))
        self._attribution = -1

    def _bullet(self) -> None:
        if self._lists and self._lists[-1] >= 0:
            self._lists[-1] += 1
            self._put(f"{self._lists[-1]}. ")
        else:
            self._put("- ")
        self._space = False

    # -- lines

    def _put(self, words: str) -> None:
        if not self._line and not self._has and self._gap:
            if self._blanks == 0:
                self._emit("")
            self._gap = False
        if self._space and self._line and not self._line[-1].endswith((" ", "\t")):
            self._line.append(" ")
        self._space = False
        self._line.append(words)
        self._has = True

    def _preformatted(self, data: str) -> None:
        first, *rest = data.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        if first:
            self._put(first)
        for line in rest:
            self.end_line()
            if line:
                self._put(line)

    def end_line(self) -> None:
        """End the line, be it empty."""
        self._emit("".join(self._line).rstrip())
        self._line.clear()
        self._has = self._space = self._gap = False

    def _fresh(self) -> None:
        """Stand at the beginning of a line."""
        if self._has:
            gap = self._gap
            self.end_line()
            self._gap = gap and not self._blanks
        self._space = False

    def _emit(self, line: str) -> None:
        if line:
            self._blanks = 0
        elif self._blanks >= _BLANK_LINES:
            return
        else:
            self._blanks += 1
        if self._quoted:
            line = f"{'> ' * min(self._quoted, _QUOTE_LEVELS)}{line}".rstrip()
        self._out.append(f"{line}\n")
        self._length += len(line) + 1
        self.full = self._length > TEXT_CAP
