"""A CV or a posting as it came, to lines that can be quoted. What a file is, its bytes say and not its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from . import charsets, html_text

Form = Literal["text", "html", "docx", "pdf"]

# A CV has some kilobytes; with pictures inside some megabytes.
LARGEST = 20_000_000
# Of text: far more than any CV or posting, and little enough to be looked through for every draft.
LONGEST = 400_000
MOST_LINES = 8_000
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Typesetters join letters; nobody types them so, and words must be found.
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
_ANY = re.IGNORECASE | re.DOTALL
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", _ANY)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w.:+-]{1,40})", re.IGNORECASE)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_READABLE = "save it as PDF, as DOCX or as plain text, and name that file"


class DocumentFault(ValueError):
    """A file that holds no text that can be kept; the message says what it is and what to do instead."""


@dataclass(frozen=True)
class Document:
    """The text of a file.

    Attributes:
        form: what the file is.
        lines: its lines in the order in which they are read, blank ones kept; without line ends, white space at their
            end, and characters that nobody sees.
        notes: what was left out and why, in words for the person.
    """

    form: Form
    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()


def form_of(data: bytes) -> Form:
    """Return what a file is.

    Raises:
        DocumentFault: it is nothing whose text is read.
    """
    if len(data) > LARGEST:
        raise DocumentFault(f"has more than {LARGEST // 1_000_000} million bytes; {_READABLE}, without pictures")
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise DocumentFault("is empty; write something first, or name another file")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    if _HTML.match(data[:4000].removeprefix(b"\xef\xbb\xbf")):
        return "html"
    what = _what_else(data)
    if what:
        raise DocumentFault(what)
    return "text"


def _what_else(data: bytes) -> str:
    """Return what is wrong with a file that is known and not read; empty where it may be text."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "is an old Word file, or one that is protected with a password; save it as DOCX without one, or as PDF"
    if data.startswith(b"{\\rtf"):
        return f"is rich text (RTF); {_READABLE}"
    bitmap = data.startswith(b"BM") and data[6:10] == bytes(4)
    if bitmap or data.startswith(_PICTURES) or data[4:12] in {b"ftypheic", b"ftypmif1"} or data[8:12] == b"WEBP":
        return "is a picture, not text; run it through text recognition (OCR), or type what it says into a text file"
    if data.startswith(b"PK"):
        return f"is a broken or empty archive; {_READABLE}"
    return ""


def text_document(data: bytes) -> Document:
    """Return a plain text's lines.

    Raises:
        DocumentFault: it is no text, or in no encoding that can be told.
    """
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\x00" in data[:4000]:
            raise DocumentFault(f"is no text; {_READABLE}") from error
        raise DocumentFault(f"is not UTF-8 text (byte {error.start}); save it as UTF-8") from error
    if "\x00" in text:
        raise DocumentFault(f"is no text; {_READABLE}")
    return document("text", text)


def html_document(data: bytes) -> Document:
    """Return what a reader of a saved web page sees, as lines.

    Raises:
        DocumentFault: it shows no text.
    """
    named = _CHARSET.search(data[:2000])
    text, _ = charsets.decode(data.removeprefix(b"\xef\xbb\xbf"), named[1].decode("ascii") if named else "")
    made = html_text.convert(text)
    return document("html", made.text, ("Only the page's beginning was read: it is very long.",) if made.cut else ())


def document(form: Form, text: str, notes: tuple[str, ...] = ()) -> Document:
    """Return a text as lines.

    Raises:
        DocumentFault: it is too long, or blank.
    """
    if len(text) > LONGEST:
        raise DocumentFault(f"has more than {LONGEST:,} characters of text; keep what belongs to the CV or posting")
    shown = _LINE_ENDS.sub("\n", text).replace("\t", " ").translate(_LIGATURES)
    lines = [html_text.visible(line).rstrip() for line in shown.split("\n")]
    while lines and not lines[-1].strip():
        lines.pop()
    if not any(any(map(str.isalnum, line)) for line in lines):
        raise DocumentFault("has no text in it; write something first, or name another file")
    if len(lines) > MOST_LINES:
        raise DocumentFault(f"has more than {MOST_LINES:,} lines; keep what belongs to the CV or posting")
    return Document(form, tuple(lines), notes)
