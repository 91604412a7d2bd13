"""The files that all pages share, from memory: a browser asks for several with each first page."""

from __future__ import annotations

import gzip
import mimetypes
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

# Below this nothing is won.
_LEAST = 1000
_SAFE = frozenset({"GET", "HEAD"})


@dataclass(frozen=True)
class _File:
    """A file as it is sent: as it is, and where that is shorter compressed."""

    kind: str
    mark: str
    plain: bytes
    packed: bytes | None


class Files:
    """Answers with the files of a folder, as they were when each was first asked for; a page names them by digest."""

    def __init__(self, folder: Path) -> None:
        self._files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
        self._read = cache(_read)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] not in _SAFE:
            raise HTTPException(405)
        path = self._files.get(scope["path"].removeprefix(scope["root_path"]).removeprefix("/"))
        if path is None:
            raise HTTPException(404)
        await _answer(self._read(path), Request(scope))(scope, receive, send)


def _answer(file: _File, request: Request) -> Response:
    packed = file.packed if "gzip" in request.headers.get("accept-encoding", "") else None
    mark = f'"{file.mark}{"-gzip" if packed else ""}"'
    headers = {"etag": mark, "vary": "accept-encoding"}
    if mark in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if packed is not None:
        headers["content-encoding"] = "gzip"
    return Response(packed or file.plain, headers=headers, media_type=file.kind)


def _read(path: Path) -> _File:
    data = path.read_bytes()
    packed = gzip.compress(data, mtime=0) if len(data) >= _LEAST else data
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return _File(kind, blake2b(data, digest_size=9).hexdigest(), data, packed if len(packed) < len(data) else None)
