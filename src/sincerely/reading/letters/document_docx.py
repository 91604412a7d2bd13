"""The text of a Word file (DOCX), read from its XML: no macro runs, no link is followed, nothing is unpacked to disk.

A file from outside is taken for hostile. How much comes out of the archive is counted while it comes, whatever the
archive says; a part with a document type is refused, so that there are no entities; and the parser is handed pieces
and keeps no tree.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO
from xml.parsers import expat

from .document import LONGEST, Document, DocumentFault, document

# XML of a CV has some hundred kilobytes.
_MOST_XML = 30_000_000
_MOST_PARTS = 5_000
_PIECE = 65_536
_BODY = re.compile(r"word/document\d*\.xml", re.IGNORECASE)
_HEADER = re.compile(r"word/header\d+\.xml", re.IGNORECASE)
_FOOTER = re.compile(r"word/footer\d+\.xml", re.IGNORECASE)
_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main ",
    "http://purl.oclc.org/ooxml/wordprocessingml/main ",
)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_BREAKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_BROKEN = "is a broken Word file"
_AGAIN = "open it, save it again as DOCX or PDF, and name that file"
_OTHERS = (
    ("ppt/", "a presentation"), ("xl/", "a spreadsheet"), ("index/", "a Pages document"), ("meta-inf/", "an archive"),
)  # fmt: skip
_ZIP_ERRORS = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, KeyError,
    IndexError, OverflowError,
)  # fmt: skip


def docx_document(data: bytes) -> Document:
    """Return a Word file's lines: what stands in its headers, its text, what stands in its footers.

    Raises:
        DocumentFault: it is no Word file, is broken, protected, or far larger than it pretends.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _parts(archive)
            budget = _Budget()
            texts = dict.fromkeys(_text(archive, part, budget) for part in parts)
            macros = any(name.lower().endswith("vbaproject.bin") for name in archive.namelist())
    except DocumentFault:
        raise
    except RuntimeError as error:
        raise DocumentFault("is protected with a password; save it without one, and name that file") from error
    except _ZIP_ERRORS as error:
        raise DocumentFault(f"{_BROKEN}; {_AGAIN}") from error
    notes = ("It has macros; they were not run.",) if macros else ()
    return document("docx", "\n".join(text for text in texts if text.strip()), notes)


class _Budget:
    """How much XML may still come out of one archive."""

    def __init__(self) -> None:
        self.left = _MOST_XML

    def take(self, size: int) -> None:
        """Count some bytes.

        Raises:
            DocumentFault: they are too many.
        """
        self.left -= size
        if self.left < 0:
            raise DocumentFault(f"unpacks to more than {_MOST_XML // 1_000_000} million bytes of text; {_AGAIN}")


def _parts(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the parts that people read, in their order."""
    infos = archive.infolist()
    if len(infos) > _MOST_PARTS:
        raise DocumentFault(f"has more than {_MOST_PARTS:,} parts inside; {_AGAIN}")
    body = sorted((info for info in infos if _BODY.fullmatch(info.filename)), key=lambda info: info.filename)
    if not body:
        names = [info.filename.lower() for info in infos]
        what = next(
            (words for folder, words in _OTHERS if any(name.startswith(folder) for name in names)), "an archive"
        )
        raise DocumentFault(f"is {what}, not a Word file; save it as PDF, as DOCX or as plain text")
    around = ([info for info in infos if pattern.fullmatch(info.filename)] for pattern in (_HEADER, _FOOTER))
    headers, footers = (sorted(found, key=lambda info: info.filename) for found in around)
    return [*headers, body[0], *footers]


def _text(archive: zipfile.ZipFile, part: zipfile.ZipInfo, budget: _Budget) -> str:
    reader = _Reader()
    try:
        with archive.open(part) as packed:
            for piece in _pieces(packed):
                budget.take(len(piece))
                reader.parser.Parse(piece, False)  # noqa: FBT003  (expat takes it by place)
            reader.parser.Parse(b"", True)  # noqa: FBT003  (likewise)
    except expat.ExpatError as error:
        where = f"{part.filename}, line {error.lineno}"
        raise DocumentFault(f"{_BROKEN} ({where}); {_AGAIN}") from error
    return "\n".join(reader.lines)


def _pieces(packed: IO[bytes]) -> Iterator[bytes]:
    while piece := packed.read(_PIECE):
        yield piece


class _Reader:
    """Paragraphs as they close; what Word keeps twice for old programs is left out once."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._said
        self._words: list[list[str]] = []
        self._in_text = 0
        self._skipped = 0
        self._length = 0

    def _doctype(self, *_: object) -> None:
        raise DocumentFault(f"{_BROKEN}: its XML defines things of its own, as no Word does; {_AGAIN}")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == _FALLBACK or self._skipped:
            self._skipped += 1
            return
        plain = _plain(name)
        if plain == "p":
            self._words.append([])
        elif plain == "t":
            self._in_text += 1
        elif plain in _BREAKS:
            self._put(_BREAKS[plain])
        elif plain == "numPr" or (plain == "pStyle" and _is_list(attributes)):
            self._bullet()

    def _bullet(self) -> None:
        """Show the point that Word draws before an item."""
        if self._words and not any(word.strip() for word in self._words[-1]):
            self._words[-1] = ["• "]

    def _end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        plain = _plain(name)
        if plain == "p" and self._words:
            line = "".join(self._words.pop())
            self.lines.append("" if line == "• " else line)
        elif plain == "t":
            self._in_text -= 1

    def _said(self, text: str) -> None:
        if self._in_text and not self._skipped:
            self._put(text)

    def _put(self, text: str) -> None:
        self._length += len(text)
        if self._length > 2 * LONGEST:
            raise DocumentFault(f"has more than {LONGEST:,} characters of text; keep what belongs to it")
        if self._words:
            self._words[-1].append(text)


def _plain(name: str) -> str:
    """Return an element's name without Word's namespace; empty for another's."""
    for space in _NAMESPACES:
        if name.startswith(space):
            return name[len(space) :]
    return ""


def _is_list(attributes: dict[str, str]) -> bool:
    return any(
        name.endswith(" val") and "listbullet" in value.lower().replace(" ", "") for name, value in attributes.items()
    )
