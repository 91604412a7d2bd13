"""The API's description as a plain page: no script, nothing from elsewhere."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from markupsafe import Markup, escape

from .problems import BASE, KINDS

_STYLE = Markup("""
:root{color-scheme:light dark}
body{margin:0 auto;max-width:60rem;padding:2rem 1rem 6rem;font:1rem/1.55 system-ui,sans-serif}
h2{margin:3rem 0 0;border-bottom:1px solid}h3{margin:2rem 0 .25rem;font-size:1rem}
p{margin:.25rem 0 .5rem;max-width:46rem}
code{font-size:.92em;overflow-wrap:anywhere}table{border-collapse:collapse;margin:.5rem 0}dt{margin-top:.75rem}
th,td{padding:.25rem .75rem .25rem 0;text-align:start;vertical-align:top;border-bottom:1px solid #8884}
""")
POLICY = (
    f"default-src 'none'; style-src 'sha256-{base64.b64encode(sha256(_STYLE.encode()).digest()).decode()}'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEAD = Markup(
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    '<title>API · Sincerely</title><style>{}</style></head><body><main id="main">'
).format(_STYLE)
_STRONG, _CODE = re.compile(r"\*\*(.+?)\*\*"), re.compile(r"`(.+?)`")
_ORDER = ("get", "post", "put", "patch", "delete")


def page(schema: Mapping[str, Any]) -> str:
    """Return the page of an OpenAPI description."""
    return str(Markup("").join(_parts(schema)))


def _parts(schema: Mapping[str, Any]) -> Iterator[Markup]:
    yield _HEAD
    yield Markup('<h1>The API</h1><p class="lede"><a href="{0}/openapi.json">{0}/openapi.json</a></p>').format(BASE)
    for paragraph in schema["info"]["description"].split("\n\n"):
        yield Markup("<p>{}</p>").format(_inline(paragraph))
    for tag in schema["tags"]:
        yield Markup("<h2>{}</h2>").format(tag["name"])
        for path, operations in schema["paths"].items():
            for method in _ORDER:
                if tag["name"] in operations.get(method, {}).get("tags", ()):
                    yield from _operation(schema, method, path, operations[method])
    yield Markup("<h2>Problems</h2><dl>")
    for name, kind in KINDS.items():
        yield Markup('<dt id="{0}"><code>{0}</code> {1}: {2}</dt><dd>{3}</dd>').format(
            name, kind.status, kind.title, _inline(kind.do)
        )
    yield Markup("</dl><h2>Models</h2>")
    for name, model in schema["components"]["schemas"].items():
        yield Markup('<h3 id="{}">{}</h3><p>{}</p>').format(f"model-{name}", name, model.get("description", ""))
        yield _fields(model.get("properties", {}), frozenset(model.get("required", ())))
    yield Markup("</main></body></html>")


def _operation(schema: Mapping[str, Any], method: str, path: str, told: Mapping[str, Any]) -> Iterator[Markup]:
    del schema
    yield Markup("<h3 id='{}'><code>{} {}{}</code></h3>").format(told["operationId"], method.upper(), BASE, path)
    yield Markup("<p>{}</p>").format(_inline(told.get("description", "")))
    yield Markup("<p>Scope: <code>{}</code></p>").format(told.get("x-scope", "none"))
    rows = [
        Markup("<tr><td><code>{}</code></td><td>{}{}</td><td>{}</td></tr>").format(
            one["name"],
            one["in"],
            ", needed" if one.get("required") else "",
            _inline(one.get("description", one.get("schema", {}).get("description", ""))),
        )
        for one in told.get("parameters", ())
    ]
    if rows:
        yield Markup(
            "<table><thead><tr><th>Parameter</th><th>In</th><th>Means</th></tr></thead><tbody>{}</tbody></table>"
        ).format(Markup("").join(rows))
    body = told.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    if body is not None:
        yield Markup("<p>Body: {}</p>").format(_type(body))
    for status, answer in told["responses"].items():
        if status.startswith("2"):
            kinds = [_type(one.get("schema", {})) or escape(kind) for kind, one in answer.get("content", {}).items()]
            yield Markup("<p>Answers {}: {}</p>").format(status, Markup(", ").join(kinds))


def _fields(properties: Mapping[str, Any], needed: frozenset[str]) -> Markup:
    rows = [
        Markup("<tr><td><code>{}</code></td><td>{}{}</td><td>{}{}</td></tr>").format(
            name,
            _type(one),
            ", needed" if name in needed else "",
            _inline(one.get("description", "")),
            Markup(" Such as <code>{}</code>").format(json.dumps(one["examples"][0], ensure_ascii=False))
            if one.get("examples")
            else "",
        )
        for name, one in properties.items()
    ]
    head = Markup("<table><thead><tr><th>Field</th><th>Is</th><th>Means</th></tr></thead><tbody>{}</tbody></table>")
    return head.format(Markup("").join(rows)) if rows else Markup("")


def _type(schema: Mapping[str, Any]) -> Markup:
    """Return a schema's type in a few words, a model as a link to it."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return Markup('<a href="#model-{0}">{0}</a>').format(name)
    if "anyOf" in schema:
        return Markup(" or ").join(filter(None, map(_type, schema["anyOf"])))
    if "enum" in schema or "const" in schema:
        return Markup(", ").join(
            Markup("<code>{}</code>").format(one) for one in schema.get("enum", [schema.get("const")])
        )
    if schema.get("type") == "array":
        return Markup("list of {}").format(_type(schema.get("items", {})))
    return escape(schema.get("format") or schema.get("type", ""))


def _inline(text: str) -> Markup:
    """Return a paragraph whose ``**strong**`` and ```code``` are marked up."""
    strong = _STRONG.sub(r"<strong>\1</strong>", str(escape(text)))
    return Markup(_CODE.sub(r"<code>\1</code>", strong))  # noqa: S704  (what others wrote was escaped before)
