"""``sincerely questions`` and ``sincerely answer``."""

from __future__ import annotations

import sys
from datetime import datetime

import click

from .common import json_option, one_line, put

_EPILOG = """Examples:

\b
  sincerely questions              one key settles each: y, n, s (later), q (enough)
  sincerely questions --list
  sincerely answer 3f2a yes
"""


@click.command("questions", epilog=_EPILOG)
@click.option("--list", "listing", is_flag=True, help="Only list them.")
@json_option
def questions_command(*, listing: bool, as_json: bool) -> None:
    """Settle what is unsure: a sentence was found that may mean something, and nothing was assumed."""
    from sincerely.app.processes.questions import answer, open_questions, when
    from sincerely.app.processes.questions import as_json as question_json
    from sincerely.app.wiring import opened
    from sincerely.store.base import StoreError

    now = datetime.now().astimezone()
    with one_line(StoreError), opened() as store:
        found = open_questions(store, now)
        if as_json:
            for question in found:
                put(question_json(question))
            return
        if not found:
            click.echo("Nothing is unsure.")
        asking = sys.stdin.isatty() and sys.stdout.isatty() and not listing
        for number, question in enumerate(found, 1):
            name = question.header.employer or question.header.id
            click.echo(f"\n{question.event.id[:6]}  {name}, {when(question)}  ({number} of {len(found)})")
            if question.event.quote:
                click.echo(click.style(f"  “{question.event.quote}”", italic=True))
            click.echo(f"  {question.words}")
            if not asking:
                continue
            click.echo("  [y]es, [n]o, [s] later, [q] enough: ", nl=False)
            key = click.getchar().lower()
            click.echo(key)
            if key == "q":
                break
            if key in {"y", "n"}:
                answer(store, question.event.id, yes=key == "y", now=now)


@click.command("answer", epilog=_EPILOG)
@click.argument("question")
@click.argument("said", type=click.Choice(["yes", "no"]))
def answer_command(question: str, said: str) -> None:
    """Answer QUESTION (its name, or the beginning of it) with yes or no."""
    from sincerely.app.processes.exits import NothingThere
    from sincerely.app.processes.questions import answer
    from sincerely.app.wiring import opened
    from sincerely.store.base import StoreError

    with one_line(StoreError, NothingThere), opened() as store:
        deed = answer(store, question, yes=said == "yes", now=datetime.now().astimezone())
        click.echo(f'{deed.label}. "sincerely undo" takes it back.')
