"""Files of the person's own: a CV, a posting. Read once, whole, and taken for hostile.

A PDF is read in a process of its own, which may take so much time and memory and no more.
"""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

from sincerely.reading.letters.document import LARGEST, Document, DocumentFault, form_of, html_document, text_document

SECONDS = 30
_MEMORY = 1_500_000_000
_TOO_MUCH = (
    f"takes more than {SECONDS} seconds or too much memory to read; open it, print it to a new PDF, and name that file"
)


def read_file(path: Path) -> bytes:
    """Return a file's bytes, at most one more than are taken.

    Raises:
        DocumentFault: it can't be read; nothing was changed.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise DocumentFault("is not a file; name a PDF, DOCX or text file")
        with path.open("rb") as file:
            return read_stream(file)
    except OSError as error:
        raise DocumentFault(f"cannot be read ({error.strerror}); name a PDF, DOCX or text file") from error
    except ValueError as error:  # a NUL in its name
        if isinstance(error, DocumentFault):
            raise
        raise DocumentFault("is no file's name; name a PDF, DOCX or text file") from error


def read_stream(stream: BinaryIO) -> bytes:
    """Return what a stream holds, at most one byte more than are taken."""
    return stream.read(LARGEST + 1)


def extract(data: bytes) -> Document:
    """Return the text of a file's bytes.

    Raises:
        DocumentFault: there is none that can be kept; the message says why and what to do.
    """
    form = form_of(data)
    if form == "pdf":
        return _apart(data)
    if form == "docx":
        from sincerely.reading.letters.document_docx import docx_document

        return docx_document(data)
    return html_document(data) if form == "html" else text_document(data)


def _apart(data: bytes) -> Document:
    """Read a PDF in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    try:
        done = subprocess.run(  # noqa: S603  (our own module, and Python itself)
            [sys.executable, "-m", __name__],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            env=environment,
            check=False,
        )
        told = json.loads(done.stdout) if done.returncode == 0 else None
    except (subprocess.TimeoutExpired, ValueError):
        told = None
    if told is None:
        raise DocumentFault(_TOO_MUCH)
    if "fault" in told:
        raise DocumentFault(told["fault"])
    return Document("pdf", tuple(told["lines"]), tuple(told["notes"]))


def _confine() -> None:
    """Give this process so much time and memory and no more, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Read a PDF from standard input and write its lines, or what is wrong with it, as JSON."""
    from sincerely.reading.letters.document_pdf import pdf_document

    _confine()
    try:
        found = pdf_document(sys.stdin.buffer.read())
        told: dict[str, object] = {"lines": found.lines, "notes": found.notes}
    except DocumentFault as fault:
        told = {"fault": str(fault)}
    except MemoryError:
        told = {"fault": _TOO_MUCH}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
