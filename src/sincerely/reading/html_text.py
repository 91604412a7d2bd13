"""HTML mail to text: what a reader sees, with quotes as ``> `` lines and marks for what the markup says.

What nobody sees is left out: scripts, styles, hidden preheaders, zero-width filling. The walk keeps no stack
of Python frames, and markup nested too deep for the parser is flattened first, so that work grows with the
input.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sincerely.reading import html_hints as hints
from sincerely.reading.letter import Mark

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
_SPACED = frozenset(["blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "ul"])

_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
                        r"\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+")  # fmt: skip
_WIDE = re.compile(r"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BARE_ADDRESS = re.compile(r"<(?=[^\s<>@\"'=/!?]{1,64}@[^\s<>\"'=]{1,255}>)|<(?=(?:mailto|https?):[^\s<>\"']{1,1000}>)")
_DEEP_TAGS = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)[^>]*>")
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
    if source.count("<") > _SUSPICIOUS:
        source = _flatten(source)
    body = LexborHTMLParser(source).body
    if body is None:
        return HtmlText("", (), cut)
    writer = _Writer()
    _walk(body, writer)
    return writer.result(cut=cut)


def visible(text: str) -> str:
    """Return text without zero-width and control characters, with every odd space made a plain one."""
    if text.isascii():
        return text if text.isprintable() else _INVISIBLE.sub("", text)
    return _WIDE.sub(" ", _INVISIBLE.sub("", text))


def _flatten(html: str) -> str:
    """Take out tags nested deeper than any mail program writes."""
    depth = 0

    def keep(match: re.Match[str]) -> str:
        nonlocal depth
        if match[2].lower() in _VOID:
            return match[0]
        if match[1]:
            depth = max(depth - 1, 0)
            return match[0] if depth < _DEEPEST else ""
        depth += 1
        return match[0] if depth <= _DEEPEST else " "

    return _DEEP_TAGS.sub(keep, html)


def _walk(body: LexborNode, writer: _Writer) -> None:
    """Visit every node in document order; elements get a call at their end too."""
    closers: list[_Closer | None] = []
    node: LexborNode | None = body
    while node is not None and not writer.full:
        tag = node.tag or ""
        child = None
        if tag == "-text":
            writer.text(node.text_content or "")
        elif tag not in _SKIP:
            closer, descend = writer.enter(node, tag)
            child = node.first_child if descend else None
            if child is not None:
                closers.append(closer)
                node = child
                continue
            writer.leave(closer)
        while node is not None and (after := node.next) is None:
            if not closers:
                return
            writer.leave(closers.pop())
            node = node.parent
            if not closers:
                return
        node = after


class _Closer(NamedTuple):
    """What to undo at the end of an element."""

    spaced: bool = False
    block: bool = False
    quoted: bool = False
    pre: bool = False
    listed: bool = False
    mark: int = -1


class _Writer:
    """Collects lines. A block begins on a fresh line; a paragraph leaves one blank line around it."""

    def __init__(self) -> None:
        self.full = False
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
        self._attribution = -1

    # -- what the walk calls

    def text(self, data: str) -> None:
        """Add a text node."""
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

    def enter(self, node: LexborNode, tag: str) -> tuple[_Closer | None, bool]:
        """Begin an element; return what ends it, and whether to look inside."""
        if tag == "br":
            self._break()
            return None, False
        if tag in _INLINE:
            return None, True
        attributes = node.attributes
        style = (attributes.get("style") or "").lower() if attributes else ""
        if attributes and ("hidden" in attributes or hints.is_hidden(style, attributes.get("class") or "")):
            return None, False
        if tag in {"td", "th"}:
            self._cell()
            return _Closer(mark=self._open(node, tag, attributes, style)), True
        if tag not in _BLOCK:
            mark = self._open(node, tag, attributes, style) if attributes else -1
            return (_Closer(mark=mark), True) if mark >= 0 else (None, True)
        return self._enter_block(node, tag, attributes, style), tag != "hr"

    def leave(self, closer: _Closer | None) -> None:
        """End an element."""
        if closer is None:
            return
        if closer.block or closer.mark >= 0:
            self._fresh()
        if closer.mark >= 0:
            kind, begin, _ = self._marks[closer.mark]
            self._marked -= kind != "signature"
            self._marks[closer.mark] = (kind, begin, self._length)
        if closer.spaced:
            self._gap = True
        if closer.quoted:
            self._quoted -= 1
        if closer.pre:
            self._pre -= 1
        if closer.listed:
            self._lists.pop()

    def result(self, *, cut: bool) -> HtmlText:
        """Return everything written."""
        self._fresh()
        text = "".join(self._out)
        end = len(text.rstrip())
        marks = []
        for kind, begin, stop in sorted(self._marks, key=lambda mark: mark[1]):
            last = end if kind == "quote-on" or stop < 0 else min(stop, end)
            if begin < last:
                marks.append(Mark(kind, begin, last))
        return HtmlText(text[:end], tuple(marks), cut or self.full)

    # -- elements

    def _enter_block(self, node: LexborNode, tag: str, attributes: dict[str, str | None], style: str) -> _Closer:
        self._fresh()
        spaced = tag in _SPACED and not hints.is_tight(tag, style, attributes.get("class") or "")
        self._gap = self._gap or spaced
        mark = self._open(node, tag, attributes, style) if attributes else -1
        quoted = tag == "blockquote" and not hints.is_indent(style, attributes.get("class") or "")
        if quoted:
            self._close_attribution()
            if self._gap and not self._blanks:
                self._emit("")
            self._gap = False
            self._quoted += 1
        pre = tag == "pre" or "white-space:pre" in style.replace(" ", "")
        self._pre += pre
        listed = tag in {"ul", "ol"}
        if listed:
            self._lists.append(0 if tag == "ol" else -1)
            self._gap = self._gap and len(self._lists) == 1
        if tag == "li":
            self._bullet()
        return _Closer(
            spaced=spaced and len(self._lists) < 2,
            block=True,
            quoted=quoted,
            pre=pre,
            listed=listed,
            mark=mark,
        )

    def _open(self, node: LexborNode, tag: str, attributes: dict[str, str | None], style: str) -> int:
        """Open a mark if the element's class or id says what it is; return its number, or -1."""
        kind = hints.kind(tag, attributes, style)
        if kind is None or self._quoted or (self._marked and kind != "signature"):
            return -1
        self._fresh()
        if kind == "gmail-quote":
            if node.css_first("blockquote") is not None:
                self._attribution = self._length
                return -1
            kind = "quote"
        self._marked += kind != "signature"
        self._marks.append((kind, self._length, -1))
        return len(self._marks) - 1

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

    def _cell(self) -> None:
        if self._has:
            self._line.append("\t")
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
            self._break()
            if line:
                self._put(line)

    def _break(self) -> None:
        """End the line, be it empty."""
        self._emit("".join(self._line).rstrip())
        self._line.clear()
        self._has = self._space = self._gap = False

    def _fresh(self) -> None:
        """Stand at the beginning of a line."""
        if self._has:
            gap = self._gap
            self._break()
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
