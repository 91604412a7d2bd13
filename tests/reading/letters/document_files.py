"""Word files and PDFs as the tests need them: whole, broken and hostile."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from pypdf import PdfReader, PdfWriter

from sincerely.sample.pdf import pdf

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CV = ["Robin Ashdown", "Led the move of forty dashboards from Tableau to Looker", "Python, SQL & dbt"]


def word(body: str, **others: bytes) -> bytes:
    """A DOCX with this inside its body; further parts by name, ``__`` for a slash and ``_`` for a point."""
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return packed({"word/document.xml": document.encode(), **{_part(name): data for name, data in others.items()}})


def _part(name: str) -> str:
    return name.replace("__", "/").replace("_", ".")


def packed(parts: dict[str, bytes]) -> bytes:
    """A ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def paragraphs(*lines: str, before: str = "") -> str:
    """Paragraphs as Word writes them; ``before`` stands before each one's words."""
    return "".join(f'<w:p>{before}<w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in lines)


def protected(password: str) -> bytes:
    """A PDF that is protected: with a password, or (empty) against printing only."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(CV))))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def pages(*texts: list[str]) -> bytes:
    """A PDF with several pages."""
    writer = PdfWriter()
    for lines in texts:
        writer.append(io.BytesIO(pdf(lines)))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
