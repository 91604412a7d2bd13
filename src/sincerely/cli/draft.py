"""``sincerely draft``: the mail that settles a finding."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .common import At, Failure, at_option, json_option, one_line, put

if TYPE_CHECKING:
    from sincerely.app.drafting import Unwritten
    from sincerely.writing.grounds import Draft

_EPILOG = """Examples:

\b
  sincerely draft THX001 --process acme-analyst
  sincerely draft THX001 --process acme-analyst --to dana@acme.example --json
  sincerely draft WAIT004 --process acme-analyst --say "Tuesday at 10 suits me well."
  sincerely draft ASK001 --process acme.timeline --to writing-sample
"""


@click.command("draft", epilog=_EPILOG)
@click.argument("code")
@click.option("--process", "process", required=True, metavar="P", help="A process's name, or a timeline file.")
@click.option("--to", "who", default="", metavar="WHO", help="Whom it is to or about; or the item to hand in.")
@click.option("--say", "said", default="", metavar="TEXT", help="Your own words for it: an answer, a reason.")
@click.option("--name", default="", metavar="NAME", help="How you sign, where it is not known yet.")
@click.option("--language", type=click.Choice(["en", "de"]), default=None, help="Else as the thread is.")
@at_option
@json_option
def draft_command(
    code: str, process: str, who: str, said: str, name: str, language: str | None, at: At | None, *, as_json: bool
) -> int:
    """Write the mail that settles the finding CODE of a process; nothing is sent.

    One mail for each person it is owed to. Every sentence stands on a debrief, your CV, the posting, a mail or an
    event, and --json says on which. Where ground is missing, nothing is made up: exit code 1, and what to give.
    """
    from sincerely.app.drafting import NoSuchDraft, Unwritten, Wish, drafts
    from sincerely.app.exits import NothingThere
    from sincerely.core.timeline import TimelineError
    from sincerely.store.base import StoreError

    with one_line(StoreError, TimelineError, NothingThere, NoSuchDraft):
        from sincerely.app.draft_grounds import from_file, from_store

        path = Path(process)
        file = path if path.suffix or path.is_file() else None
        found = from_file(_text(file), str(file), name) if file is not None else from_store(process, name)
        moment = at.within(found.process.header.tz) if at is not None else found.now
        made = drafts(found.process, code, found.background, Wish(who, said, language or ""), moment)
    for each in made:
        if as_json:
            put(each.as_json())
        elif isinstance(each, Unwritten):
            _ask(each)
        else:
            _show(each)
    return 1 if any(isinstance(each, Unwritten) for each in made) else 0


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except OSError as error:
        raise Failure(f"{file}: cannot be read ({error.strerror}); name a process or a timeline file") from error
    except UnicodeDecodeError as error:
        raise Failure(f"{file}: is not UTF-8 text (byte {error.start}); save it as UTF-8") from error


def _ask(each: Unwritten) -> None:
    for missing in each.missing:
        click.echo(f"Not written yet, for want of {missing.what}. {missing.ask}")
        if missing.how:
            click.echo(f"  {missing.how}")


def _show(draft: Draft) -> None:
    click.secho(f"To:      {draft.to or '(no address known)'}", dim=True)
    click.secho(f"Subject: {draft.subject}", dim=True)
    for each in draft.attach:
        click.secho(f"Attach:  {each}", dim=True)
    click.echo(f"\n{draft.body}\n")
    click.secho("What it stands on:", dim=True)
    for sentence in draft.sentences:
        first = sentence.text.splitlines()[0]
        grounds = "; ".join(f"{ground.kind}: {ground.text}" for ground in sentence.stands_on)
        click.secho(f"  {first}\n      {grounds}", dim=True)
    click.echo()
