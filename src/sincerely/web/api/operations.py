"""How operations are documented: what they need, and which problems they answer."""

from __future__ import annotations

from typing import Any

from sincerely.app.connections.access import Scope

from .problems import KINDS, MEDIA_TYPE

# Every operation may answer these.
_ALWAYS = ("no-token", "not-allowed", "elsewhere", "not-json", "unfit", "too-often", "too-large", "no-store")
_SCHEMA = {"$ref": "#/components/schemas/Problem"}

PROBLEM: dict[str, Any] = {
    "type": "object",
    "title": "Problem",
    "description": "What is wrong, where, and what to do about it (RFC 9457).",
    "required": ["type", "title", "status", "detail", "do"],
    "properties": {
        "type": {"type": "string", "description": "The kind of problem; the address explains it."},
        "title": {"type": "string", "description": "The kind in words, always the same."},
        "status": {"type": "integer", "description": "The HTTP status."},
        "detail": {"type": "string", "description": "What is wrong with this very request."},
        "do": {"type": "string", "description": "What to do about it."},
        "errors": {
            "type": "array",
            "description": "Where in the request what does not fit.",
            "items": {
                "type": "object",
                "required": ["pointer", "detail"],
                "properties": {"pointer": {"type": "string"}, "detail": {"type": "string"}},
            },
        },
    },
}


def operation(scope: Scope | None, *problems: str, **more: Any) -> dict[str, Any]:
    """Return what documents an operation: the scope that it needs, and the problems that are its own."""
    found: dict[int | str, dict[str, Any]] = {}
    for name in (*(_ALWAYS if scope is not None else ("elsewhere", "too-large")), *problems):
        kind = KINDS[name]
        said = found.get(kind.status, {}).get("description", "")
        words = f"{kind.title}. {kind.do}"
        found[kind.status] = {
            "description": f"{said} {words}".strip() if words not in said else said,
            "content": {MEDIA_TYPE: {"schema": _SCHEMA}},
        }
    extra = {"x-scope": str(scope)} if scope is not None else {}
    return {"responses": found, "openapi_extra": extra, **more}
