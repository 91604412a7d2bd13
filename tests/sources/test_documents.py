"""Files of the person's own: read once, whole, and a PDF apart."""

from __future__ import annotations

import os
import zlib
from pathlib import Path

import pytest

from sincerely.reading.letters.document import LARGEST, DocumentFault
from sincerely.sample.pdf import pdf
from sincerely.sources import documents
from sincerely.sources.documents import extract, read_file


@pytest.mark.slow
def test_a_pdf_is_read_in_a_process_of_its_own() -> None:
    assert extract(pdf(["Robin Ashdown", "Led it"])).lines == ("Robin Ashdown", "Led it")
    with pytest.raises(DocumentFault, match="only pictures of it"):
        extract(pdf([]))


@pytest.mark.slow
def test_a_pdf_that_unpacks_without_end_is_given_up() -> None:
    stream = zlib.compress(b"BT (x) Tj ET " * 20_000_000, 9)
    small = pdf(["x"]).replace(b"<</Length", b"<</Filter/FlateDecode/Length")
    begin = small.index(b"stream\n") + 7
    stop = small.index(b"\nendstream")
    with pytest.raises(DocumentFault):
        extract(small[:begin] + stream + small[stop:])


def test_a_pdf_that_takes_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "SECONDS", 0.01)
    with pytest.raises(DocumentFault, match="print it to a new PDF"):
        extract(pdf(["x"]))


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, words in (
        ("", "is not a file"),
        ("pipe", "is not a file"),
        ("none.pdf", "cannot be read"),
        ("\0", "name"),
    ):
        with pytest.raises(DocumentFault, match=f"{words}.*name a PDF, DOCX or text file"):
            read_file(tmp_path / name)


def test_a_large_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(LARGEST * 3)
    assert len(read_file(tmp_path / "large.txt")) == LARGEST + 1
