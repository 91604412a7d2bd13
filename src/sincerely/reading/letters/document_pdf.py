"""The text of a PDF, page by page, with pypdf.

A PDF is a program of a kind, and a hostile one may take for ever: `sources.documents` runs this in a process of its
own that may use so much time and memory and no more. Nothing inside is run, and no link is followed.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from .document import LONGEST, Document, DocumentFault, document

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 60
_AGAIN = "open it, print it to a new PDF, and name that file"
# Of broken files the library raises what Python raises where something else was expected.
_WHATEVER = (
    ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, AssertionError, ArithmeticError,
    RecursionError, NotImplementedError, StopIteration,
)  # fmt: skip


def pdf_document(data: bytes) -> Document:
    """Return a PDF's lines.

    Raises:
        DocumentFault: it is broken, protected, or has no text but only pictures of it.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        pages = _pages(PdfReader(io.BytesIO(data), strict=False))
    except DocumentFault:
        raise
    except (PyPdfError, *_WHATEVER) as error:
        raise DocumentFault(f"is a broken PDF; {_AGAIN}") from error
    bare = [number for number, text in enumerate(pages, 1) if not any(map(str.isalnum, text))]
    if len(bare) == len(pages):
        raise DocumentFault(
            "has no text in it, only pictures of it; save it as PDF from the program that wrote it, "
            "or run it through text recognition (OCR)"
        )
    numbers = ", ".join(map(str, bare))
    notes = (f"Page {numbers} has no text, only a picture of it; nothing of it was kept.",) if bare else ()
    return document("pdf", "\n".join(text.strip("\n") for text in pages), notes)


def _pages(reader: PdfReader) -> list[str]:
    if reader.is_encrypted and not _opens(reader):
        raise DocumentFault(f"is protected; {_AGAIN}, without protection")
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise DocumentFault(f"has {count} pages, more than {MOST_PAGES}; keep those that are the CV or posting")
    pages: list[str] = []
    length = 0
    for page in reader.pages:
        text = page.extract_text()
        length += len(text)
        if length > 2 * LONGEST:
            raise DocumentFault(f"has more than {LONGEST:,} characters of text; keep what belongs to it")
        pages.append(text)
    return pages


def _opens(reader: PdfReader) -> bool:
    """Whether a protected file opens without a password: it is protected against printing or copying only."""
    from pypdf.errors import PyPdfError

    try:
        return bool(reader.decrypt(""))
    except (PyPdfError, *_WHATEVER):
        return False
