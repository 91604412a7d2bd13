"""``sincerely grounds``: the CV and the postings that drafts stand on."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .common import Failure, json_option, one_line, put

if TYPE_CHECKING:
    from sincerely.app.processes.giving import Given
    from sincerely.reading.letters.document import Document

_EPILOG = """Examples:

\b
  sincerely grounds add-cv cv.pdf
  sincerely grounds add-posting posting.html --process acme-analyst
  xclip -o | sincerely grounds add-posting - --process acme-analyst
  sincerely grounds show cv-3f2a9c
"""


@click.group("grounds", invoke_without_command=True, epilog=_EPILOG)
@json_option
@click.pass_context
def grounds_command(context: click.Context, *, as_json: bool) -> None:
    """Your CV and the postings: what drafts may say of you, and of the job, line by line.

    They are kept as they are, on this machine. Without a subcommand it lists them.
    """
    if context.invoked_subcommand is not None:
        return
    from sincerely.app.processes.papers import as_json as paper_json
    from sincerely.app.processes.papers import kept
    from sincerely.app.wiring import opened
    from sincerely.store.base import StoreError

    with one_line(StoreError), opened() as store:
        papers = kept(store)
    for paper in papers:
        if as_json:
            put(paper_json(paper))
        else:
            when = paper.added_at.astimezone()
            click.echo(
                f"{paper.id:16} {when:%Y-%m-%d}  {len(paper.lines):4} lines  {paper.process or '-'}  {paper.name}"
            )
    if not papers and not as_json:
        click.echo('Nothing is kept yet. "sincerely grounds add-cv FILE" gives your CV, add-posting a posting.')


@grounds_command.command("add-cv", epilog="Examples:\n\n\b\n  sincerely grounds add-cv ~/Documents/cv.pdf")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
def add_cv_command(file: Path) -> None:
    """Keep your CV (PDF, DOCX, HTML or text; - for what is pasted): drafts may say what it says, and nothing more."""
    _add(file, "")


@grounds_command.command(
    "add-posting", epilog="Examples:\n\n\b\n  sincerely grounds add-posting posting.pdf --process acme-analyst"
)
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--process", required=True, metavar="P", help="Whose posting it is: its name or the beginning of it.")
def add_posting_command(file: Path, process: str) -> None:
    """Keep the posting of a process (PDF, DOCX, HTML or text; - for what is pasted)."""
    _add(file, process)


def _add(file: Path, process: str) -> None:
    from sincerely.app.processes.giving import give
    from sincerely.app.processes.regrouping import named

    from .exits import opened_store

    if process:  # a wrong name is said before anything is read
        with opened_store() as store:
            named(store, process)
    data, document = _read(file)
    with opened_store() as store:
        header = named(store, process) if process else None
        name = "pasted" if str(file) == "-" else file.name
        given = give(store, data, document, name, datetime.now().astimezone(), header)
    for note in document.notes:
        click.echo(note)
    _tell(given)


def _read(file: Path) -> tuple[bytes, Document]:
    from sincerely.app.wiring import document_of, file_bytes
    from sincerely.reading.letters.document import DocumentFault

    try:
        data = file_bytes(None if str(file) == "-" else file, sys.stdin.buffer)
        return data, document_of(data)
    except DocumentFault as fault:
        raise Failure(f"{'what was pasted' if str(file) == '-' else file}: {fault}") from fault


def _tell(given: Given) -> None:
    paper = given.paper
    if not given.new:
        click.echo(f"{paper.id}: the same is kept already.")
        return
    lines = sum(1 for line in paper.lines if line.strip())
    click.echo(f'{paper.id}: {paper.name}, {lines} lines kept. "sincerely undo" takes it away.')
    for other in given.beside:
        click.echo(f'{other.id} ({other.name}) stands beside it; "sincerely grounds remove {other.id}" if it is old.')


@grounds_command.command("show", epilog="Examples:\n\n\b\n  sincerely grounds show cv-3f2a9c:12")
@click.argument("name", metavar="ID")
@json_option
def show_command(name: str, *, as_json: bool) -> None:
    """Show a CV or posting with its lines numbered; ID is enough as far as it is clear, ID:12 shows line 12."""
    from sincerely.app.processes.papers import as_json as paper_json
    from sincerely.app.processes.papers import paper_named

    from .exits import opened_store

    with opened_store() as store:
        paper = paper_named(store, name)
    number = name.partition(":")[2]
    if number and not (number.isdecimal() and 1 <= int(number) <= len(paper.lines)):
        raise Failure(f"{paper.id} has no line {number}; it has 1 to {len(paper.lines)}")
    if as_json:
        put(paper_json(paper, whole=True))
        return
    for at, line in enumerate(paper.lines, 1):
        if not number or at == int(number):
            click.echo(f"{at:5}  {line}")


@grounds_command.command("remove", epilog="Examples:\n\n\b\n  sincerely grounds remove cv-3f2a9c")
@click.argument("name", metavar="ID")
@click.option("--for-good", is_flag=True, help="Delete it; nothing brings it back but the file.")
def remove_command(name: str, *, for_good: bool) -> None:
    """Take a CV or posting away: nothing stands on it any more."""
    from sincerely.app.processes.giving import take_away
    from sincerely.app.processes.papers import paper_named

    from .exits import opened_store, say_deed

    with opened_store() as store:
        paper = paper_named(store, name)
        if for_good:
            store.forget_paper(paper.id)
            click.echo(f"{paper.id} ({paper.name}) is deleted for good.")
        else:
            say_deed(take_away(store, paper, datetime.now().astimezone()))
