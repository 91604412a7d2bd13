"""Write docs/reference from the code: rules, policy, commands, the notation's verbs. `make docs` runs it."""

from __future__ import annotations

import dataclasses
import inspect
import sys
from pathlib import Path
from typing import Any

import click

from sincerely.app.today.explaining import explain, rule_list
from sincerely.app.today.policies import PROFILES, load_policy, load_sources
from sincerely.cli.main import _COMMANDS, cli
from sincerely.core.events import Event
from sincerely.core.verbs import KINDS
from sincerely.mcp.tools import propose_tool, read_tools
from sincerely.web.api.application import create_api
from sincerely.web.api.problems import BASE
from sincerely.web.api.problems import KINDS as PROBLEMS

HERE = Path(__file__).parent / "reference"


def rules() -> str:
    """One section a rule, as `sincerely explain` prints it."""
    parts = ["# Rules\n\nMade from the rules themselves; the examples are their tests.\n"]
    for row in rule_list():
        page = explain(row["code"])
        parts.append(f"## {page['code']} {page['name']}\n\n{page['summary']}\n")
        for name, text in page["sections"].items():
            if name != "Options":
                parts.append(f"**{name}.** {' '.join(text.split())}\n")
        if page["options"]:
            parts.append("| option | default | source |\n|---|---|---|")
            parts[-1] += "".join(f"\n| `{o['name']}` | {o['value']} | {o['source']} |" for o in page["options"]) + "\n"
        parts.append(f"It finds:\n\n```\n{page['examples']['finds']}\n```\n")
        parts.append(f"It passes:\n\n```\n{page['examples']['passes']}\n```\n")
    return "\n".join(parts)


def policy() -> str:
    """Every value of every profile, with its source."""
    parts = ["# Policy\n\nSpans: `h` elapsed hours, `d` days, `bd` the employer's business days.\n"]
    default = load_policy("default").tables
    for profile in PROFILES:
        sources = load_sources(profile)
        parts.append(f"## {profile}\n\n| rule | value | is | source |\n|---|---|---|---|")
        for code, table in load_policy(profile).tables.items():
            for key, value in table.items():
                if profile == "default" or value != default[code][key]:
                    parts.append(f"| {code} | `{key}` | {value} | {sources.get(code, {}).get(key, '')} |")
        parts.append("")
    return "\n".join(parts)


def commands() -> str:
    """Every command's help."""
    parts = ["# Commands\n"]
    for name in ("", *_COMMANDS):
        command: click.Command | None = cli if not name else cli.get_command(click.Context(cli), name)
        assert command is not None
        parts.append(_help(f"sincerely {name}".strip(), command))
        if name and isinstance(command, click.Group):
            parts += [_help(f"sincerely {name} {part}", inner) for part, inner in command.commands.items()]
    return "\n".join(parts)


def _help(name: str, command: click.Command) -> str:
    context = click.Context(command, info_name=name, max_content_width=100)
    return f"## `{name}`\n\n```\n{command.get_help(context)}\n```\n"


def verbs() -> str:
    """Every verb of the notation with its keys."""
    common = {field.name for field in dataclasses.fields(Event)}
    parts = ["# Event verbs\n\n`source=`, `confidence=` and `quote=` may stand on every line.\n"]
    parts.append("| verb | means | keys of its own |\n|---|---|---|")
    for kind in KINDS:
        keys = ", ".join(f"`{f.name}`" for f in dataclasses.fields(kind) if f.name not in common)
        summary = (kind.__doc__ or "").strip().splitlines()[0]
        parts.append(f"| `{kind.verb}` | {summary} | {keys} |")
    return "\n".join(parts) + "\n"


class _Nothing:
    """A site, and a desk, that nobody asks anything."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"the reference needs no {name}")


def api() -> str:
    """Every operation, problem and model of the API, from its own description."""
    schema = create_api(_Nothing()).openapi()
    parts = [f"# The API\n\nAs `{BASE}/openapi.json` describes it; `{BASE}/docs` shows the same.\n"]
    parts.append(schema["info"]["description"])
    for tag in schema["tags"]:
        parts.append(f"## {tag['name']}\n\n| operation | scope | does |\n|---|---|---|")
        for path, operations in schema["paths"].items():
            for method, told in operations.items():
                if tag["name"] in told["tags"]:
                    asked = ", ".join(f"`{one['name']}`" for one in told.get("parameters", ()) if one["in"] != "path")
                    does = told["description"] + (f" Takes {asked}." if asked else "")
                    parts[-1] += f"\n| `{method.upper()} {path}` | {told['x-scope']} | {' '.join(does.split())} |"
        parts[-1] += "\n"
    parts.append("## Problems\n\n| type | status | what it is | what to do |\n|---|---|---|---|")
    parts[-1] += "".join(f"\n| `{name}` | {k.status} | {k.title} | {k.do} |" for name, k in PROBLEMS.items()) + "\n"
    parts.append("## Models\n")
    for name, model in schema["components"]["schemas"].items():
        parts.append(f"### {name}\n\n{model['description']}\n\n| field | is | means |\n|---|---|---|")
        for field, told in model.get("properties", {}).items():
            parts[-1] += f"\n| `{field}` | {_type(told)} | {' '.join(told.get('description', '').split())} |"
        parts[-1] += "\n"
    return "\n".join(parts)


def _type(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " or ".join(map(_type, schema["anyOf"]))
    if "enum" in schema or "const" in schema:
        return ", ".join(f"`{one}`" for one in schema.get("enum", [schema.get("const")]))
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    return str(schema.get("format") or schema.get("type", "anything"))


def assistant() -> str:
    """Every tool that an assistant is given, as it reads about it."""
    desk: Any = _Nothing()
    parts = ["# An assistant's tools\n\nWhat `sincerely mcp` offers, in the words that the assistant reads.\n"]
    tools = (*read_tools(desk), propose_tool(desk))
    parts += [f"## `{tool.__name__}`\n\n{inspect.getdoc(tool)}\n" for tool in tools]
    return "\n".join(parts)


def main() -> int:
    """Write the pages; with ``--check`` say which are out of date instead."""
    made = {"rules": rules, "policy": policy, "commands": commands, "verbs": verbs, "api": api, "assistant": assistant}
    pages = {f"{name}.md": make() for name, make in made.items()}
    old = [name for name, text in pages.items() if _read(HERE / name) != text]
    if "--check" in sys.argv:
        for name in old:
            click.echo(f"docs/reference/{name} is out of date; run make docs", err=True)
        return 1 if old else 0
    HERE.mkdir(exist_ok=True)
    for name, text in pages.items():
        (HERE / name).write_text(text, "utf-8")
    return 0


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main())
