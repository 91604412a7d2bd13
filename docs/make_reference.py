"""Write docs/reference from the code: rules, policy, commands, the notation's verbs. `make docs` runs it."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

import click

from sincerely.app.explaining import explain, rule_list
from sincerely.app.policies import PROFILES, load_policy, load_sources
from sincerely.cli.main import _COMMANDS, cli
from sincerely.core.events import KINDS, Event

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
        below = command.commands if name and isinstance(command, click.Group) else {}
        for path, each in ((name, command), *((f"{name} {part}", below[part]) for part in below)):
            context = click.Context(each, info_name=f"sincerely {path}".strip(), max_content_width=100)
            parts.append(f"## `sincerely {path}`".replace(" `", " `") + f"\n\n```\n{each.get_help(context)}\n```\n")
    return "\n".join(parts)


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


def main() -> int:
    """Write the pages; with ``--check`` say which are out of date instead."""
    pages = {"rules.md": rules(), "policy.md": policy(), "commands.md": commands(), "verbs.md": verbs()}
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
