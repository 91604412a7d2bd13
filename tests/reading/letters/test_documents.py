"""CV and posting to lines: what people have, and what is broken or hostile."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sincerely.reading.letters.document import (
    LARGEST,
    LONGEST,
    MOST_LINES,
    Document,
    DocumentFault,
    form_of,
    html_document,
    text_document,
)
from sincerely.reading.letters.document_docx import docx_document
from sincerely.reading.letters.document_pdf import MOST_PAGES, pdf_document
from sincerely.sample.pdf import pdf

from .document_files import CV, W, packed, pages, paragraphs, protected, word

MANY = 40_000_000


def read(data: bytes) -> Document:
    readers = {"text": text_document, "html": html_document, "docx": docx_document, "pdf": pdf_document}
    return readers[form_of(data)](data)


# What people have


def test_a_text_is_kept_line_by_line() -> None:
    assert read(b"\xef\xbb\xbfRobin\r\n\r\n\xe2\x80\xa2 Led a move \r\n\r\n").lines == ("Robin", "", "• Led a move")
    assert read("Größe\nLünen".encode("utf-16")).lines == ("Größe", "Lünen")
    assert read(b"BMW Group\nYou bring SQL").lines == ("BMW Group", "You bring SQL")


def test_what_nobody_sees_is_left_out_and_letters_that_were_joined_come_apart() -> None:
    assert read("of\u200bfice \u202eﬁnance\u202c\tﬂow\u00a0x\x07".encode()).lines == ("office finance flow x",)


def test_a_saved_page_is_what_its_reader_sees() -> None:
    page = b"<!DOCTYPE html><html><head><meta charset=windows-1252><title>x</title></head><body><h1>Analyst</h1>"
    found = read(page + b"<script>alert(1)</script><ul><li>SQL for \x80 figures<li>dbt</ul>")
    assert [line for line in found.lines if line] == ["Analyst", "- SQL for € figures", "- dbt"]


def test_a_word_file_is_its_headers_its_text_and_its_footers() -> None:
    header = f'<w:hdr xmlns:w="{W}">{paragraphs("Robin Ashdown")}</w:hdr>'.encode()
    footer = f'<w:ftr xmlns:w="{W}">{paragraphs("robin@mail.example")}</w:ftr>'.encode()
    parts = {"word__header1_xml": header, "word__header2_xml": header, "word__footer1_xml": footer}
    assert read(word(paragraphs("SQL & <dbt>", ""), **parts)).lines == (
        "Robin Ashdown", "SQL & <dbt>", "", "robin@mail.example",
    )  # fmt: skip


def test_of_a_word_file_items_breaks_and_tables_are_seen() -> None:
    item = paragraphs("Led it", before='<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    listed = paragraphs("Built it", before='<w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>')
    broken = "<w:p><w:r><w:t>2019</w:t><w:tab/><w:t>Acme</w:t><w:br/><w:t>Leeds</w:t></w:r></w:p>"
    table = f"<w:tbl><w:tr><w:tc>{paragraphs('one')}</w:tc><w:tc>{paragraphs('two')}</w:tc></w:tr></w:tbl>"
    found = read(word(item + listed + broken + table))
    assert found.lines == ("• Led it", "• Built it", "2019 Acme", "Leeds", "one", "two")


def test_what_word_keeps_twice_or_has_deleted_is_not_read() -> None:
    space = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    twice = (
        f'<w:p><w:r><m:AlternateContent xmlns:m="{space}"><m:Choice><w:t>once</w:t></m:Choice>'
        "<m:Fallback><w:p><w:r><w:t>once</w:t></w:r></w:p></m:Fallback></m:AlternateContent></w:r></w:p>"
    )
    gone = "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:instrText>DATE</w:instrText></w:r></w:p>"
    assert read(word(twice + gone)).lines == ("once",)


def test_macros_are_not_run_and_that_is_said() -> None:
    found = read(word(paragraphs("SQL"), word__vbaProject_bin=b"\x00"))
    assert (found.lines, found.notes) == (("SQL",), ("It has macros; they were not run.",))


def test_a_pdf_is_its_lines() -> None:
    assert read(pdf(CV)).lines == tuple(CV)
    assert read(b"junk before\n" + pdf(CV)).lines == tuple(CV)
    assert read(protected("")).lines == tuple(CV)
    found = read(pages(CV, [], ["Second page"]))
    assert found.lines == (*CV, "", "Second page")
    assert found.notes == ("Page 2 has no text, only a picture of it; nothing of it was kept.",)


# What is broken or hostile: one message that says what it is and what to do


def _xml(body: str, head: str = "") -> bytes:
    text = f'<?xml version="1.0"?>{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return packed({"word/document.xml": text.encode()})


_LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
_OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
# What is large is made when it is asked for.
BAD: dict[str, tuple[bytes | Callable[[], bytes], str]] = {
    "empty": (b"", "is empty; write something"),
    "blank": (b" \n\t\r\n\x00", "is empty"),
    "nothing to read": ("—\n…".encode(), "has no text in it"),
    "large": (lambda: b"a" * (LARGEST + 1), "more than 20 million bytes; save it"),
    "long": (b"a" * (LONGEST + 1), "more than 400,000 characters"),
    "many lines": (b"a\n" * (MOST_LINES + 1), "more than 8,000 lines"),
    "not utf-8": (b"caf\xe9 and a good deal more", r"not UTF-8 text \(byte 3\); save it as UTF-8"),
    "binary": (b"\x7fELF\x02\x01\x00\x00\xff\xfe", "is no text; save it as PDF"),
    "nul": (b"a\x00b", "is no text"),
    "picture named pdf": (b"\x89PNG\r\n\x1a\n" + bytes(40), r"is a picture.*text recognition \(OCR\)"),
    "bitmap": (b"BM\x36\x00\x00\x00\x00\x00\x00\x00\x36", "is a picture"),
    "old word": (b"\xd0\xcf\x11\xe0" + bytes(500), "old Word file, or one that is protected with a password; save it"),
    "rich text": (b"{\\rtf1 hello}", "is rich text"),
    "archive cut short": (lambda: word(paragraphs("SQL"))[:60], "broken Word file; open it"),
    "archive of nothing": (packed({"a.txt": b"x"}), "is an archive, not a Word file; save it as PDF"),
    "spreadsheet": (packed({"xl/workbook.xml": b"<x/>"}), "is a spreadsheet, not a Word file"),
    "presentation": (packed({"ppt/presentation.xml": b"<x/>"}), "is a presentation"),
    "broken xml": (_xml("<w:p><w:t>x</w:p>"), r"broken Word file \(word/document.xml, line 1\)"),
    "xml cut short": (packed({"word/document.xml": b"<a><b>"}), "broken Word file"),
    "entities": (_xml("<w:p><w:t>&b;</w:t></w:p>", _LAUGHS), "defines things of its own"),
    "outside entity": (_xml("<w:p><w:t>&a;</w:t></w:p>", _OUTSIDE), "defines things of its own"),
    "bomb of text": (lambda: _xml(f"<w:p><w:t>{'a' * MANY}</w:t></w:p>"), "more than 400,000 characters"),
    "bomb of space": (lambda: _xml("<w:p>" + " " * MANY + "</w:p>"), "unpacks to more than 30 million bytes"),
    "many parts": (lambda: packed({f"{n}": b"" for n in range(5001)}), "more than 5,000 parts"),
    "pdf in name only": (b"%PDF-1.4 nonsense", "is a broken PDF; open it, print it to a new PDF"),
    "pdf cut short": (pdf(CV)[:200], "is a broken PDF"),
    "pdf of pictures": (pdf([]), r"only pictures of it; save it.*text recognition \(OCR\)"),
    "pdf with password": (
        lambda: protected("secret"),
        "is protected; open it, print it to a new PDF.*without protection",
    ),
    "pdf of many pages": (lambda: pages(*[["x"]] * (MOST_PAGES + 1)), "has 61 pages, more than 60"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_told_with_a_remedy(name: str) -> None:
    made, words = BAD[name]
    data = made if isinstance(made, bytes) else made()
    with pytest.raises(DocumentFault, match=words) as told:
        read(data)
    assert "\n" not in str(told.value)


def test_a_protected_archive_is_told() -> None:
    data = bytearray(word(paragraphs("SQL")))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.find(mark) + (6 if mark == b"PK\x03\x04" else 8)
        data[at] |= 1
    with pytest.raises(DocumentFault, match="protected with a password; save it without one"):
        read(bytes(data))


# Whatever comes: lines, or one fault


def _holds(data: bytes) -> None:
    try:
        found = read(data)
    except DocumentFault:
        return
    assert found.lines
    assert any(line.strip() for line in found.lines)
    for line in found.lines:
        assert line == line.rstrip()
        assert not set(line) & set("\n\r\x00\x0b\x0c\u2028")


def _damaged(whole: bytes, cuts: list[tuple[int, bytes]]) -> bytes:
    data = bytearray(whole)
    for at, piece in cuts:
        place = at % (len(data) or 1)
        data[place : place + len(piece)] = piece
    return bytes(data)


DAMAGE = st.lists(st.tuples(st.integers(0, 10_000), st.binary(max_size=6)), min_size=1, max_size=5)


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=400), head=st.sampled_from([b"", b"<html>", b"PK\x03\x04", b"\xff\xfe", b"{\\rtf"]))
def test_any_bytes_are_lines_or_a_fault(data: bytes, head: bytes) -> None:
    _holds(head + data)


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(cuts=DAMAGE)
def test_a_damaged_word_file_is_lines_or_a_fault(cuts: list[tuple[int, bytes]]) -> None:
    _holds(_damaged(word(paragraphs(*CV)), cuts))


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(body=st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60))
def test_what_word_holds_comes_out(body: str) -> None:
    _holds(word(paragraphs("x " + body)))


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(cuts=DAMAGE)
def test_a_damaged_pdf_is_lines_or_a_fault(cuts: list[tuple[int, bytes]]) -> None:
    _holds(_damaged(pdf(CV), cuts))
