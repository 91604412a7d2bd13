"""``sincerely draft``: the mail that settles a finding, kept, shown and edited."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .common import At, Failure, at_option, json_option, one_line, put

if TYPE_CHECKING:
    from sincerely.app.drafts.draft_grounds import Gathered
    from sincerely.app.drafts.drafting import Unwritten, Wish
    from sincerely.app.drafts.keeping import Kept
    from sincerely.writing.facts.grounds import Draft

_EPILOG = """Examples:

\b
  sincerely draft THX001 --process acme-analyst
  sincerely draft THX001 --process acme-analyst --to dana@acme.example --edit
  sincerely draft WAIT004 --process acme-analyst --say "Tuesday at 10 suits me well."
  sincerely draft ASK001 --process acme.timeline --to writing-sample
  sincerely draft --list
  sincerely draft --show d1 --version 1
  sincerely draft --diff d1
  sincerely draft d1 --edit
  sincerely draft d1 --to-drafts        into your mailbox's Drafts folder, to be finished and sent from there
"""


@click.command("draft", epilog=_EPILOG)
@click.argument("code", required=False, metavar="[CODE]")
@click.option("--process", "process", metavar="P", help="A process's name, or a timeline file.")
@click.option("--to", "who", default="", metavar="WHO", help="Whom it is to or about; or the item to hand in.")
@click.option("--say", "said", default="", metavar="TEXT", help="Your own words for it: an answer, a reason.")
@click.option("--name", default="", metavar="NAME", help="How you sign, where it is not known yet.")
@click.option("--language", type=click.Choice(["en", "de", "fr"]), default=None, help="Else as the thread is.")
@click.option("--edit", "editing", is_flag=True, help="Open it in $VISUAL or $EDITOR; what you save is a new version.")
@click.option("--fresh", is_flag=True, help="Write it anew, though you have edited it; your version is kept.")
@click.option("--anyway", is_flag=True, help="Write it though nothing of the kind stands in that process.")
@click.option("--to-drafts", is_flag=True, help="Put it into your mailbox's Drafts folder; you send it from there.")
@click.option("--from", "sender", default="", metavar="ADDRESS", help="With --to-drafts: which mailbox's.")
@click.option("--again", is_flag=True, help="With --to-drafts: also where you have deleted it there.")
@click.option("--list", "listing", is_flag=True, help="Show every draft.")
@click.option("--show", metavar="ID", help="Show a draft, such as d1.")
@click.option("--diff", metavar="ID", help="Show what a version changed.")
@click.option("--version", type=click.IntRange(min=1), metavar="N", help="Of --show and --diff; else the latest.")
@at_option
@json_option
def draft_command(
    code: str | None,
    process: str | None,
    who: str,
    said: str,
    name: str,
    language: str | None,
    show: str | None,
    diff: str | None,
    version: int | None,
    at: At | None,
    sender: str,
    *,
    to_drafts: bool,
    again: bool,
    editing: bool,
    fresh: bool,
    anyway: bool,
    listing: bool,
    as_json: bool,
) -> int:
    """Write the mail that settles the finding CODE of a process, and keep it; nothing is sent.

    One mail for each person it is owed to. Every sentence stands on a debrief, your CV, the posting, a mail or an
    event, and --json says on which. Where ground is missing, nothing is made up: exit code 1, and what to give. The
    same grounds give no new version; what you edited is never written over. Of a timeline file nothing is kept.
    """
    from . import draft_kept, draft_put

    if (sender or again) and not to_drafts:
        raise click.UsageError("--from and --again go with --to-drafts")
    if listing:
        return draft_kept.list_drafts(process or "", at, as_json=as_json)
    if show or diff:
        return draft_kept.show(show or diff or "", version, compare=bool(diff), as_json=as_json)
    if code is None:
        raise click.UsageError("expected a finding's code, --list, --show ID or --diff ID")
    if process is None and to_drafts:
        return draft_put.put_drafts([code], sender, again=again, as_json=as_json)
    if process is None:
        return draft_kept.again(code, editing=editing, as_json=as_json)
    from sincerely.app.drafts.drafting import Wish

    wish, path = Wish(who, said, language or ""), Path(process)
    if path.suffix or path.is_file():
        _see_that_it_is_kept(wanted=editing or fresh or to_drafts)
        return _of_file(path, code, wish, name, at, as_json=as_json)
    done, names = draft_kept.of_process(
        process, code, wish, name, at, editing=editing, fresh=fresh, anyway=anyway, as_json=as_json
    )
    return done or (draft_put.put_drafts(names, sender, again=again, as_json=as_json) if to_drafts else 0)


def _see_that_it_is_kept(*, wanted: bool) -> None:
    if wanted:
        raise click.UsageError(
            "a draft of a timeline file is not kept, so it can be neither edited nor put anywhere; import the file"
        )


def _of_file(file: Path, code: str, wish: Wish, name: str, at: At | None, *, as_json: bool) -> int:
    from sincerely.app.drafts.draft_grounds import from_file
    from sincerely.app.drafts.drafting import NoSuchDraft
    from sincerely.app.drafts.too_early import told_early
    from sincerely.app.today.policies import load_policy
    from sincerely.core.timeline import TimelineError
    from sincerely.writing.facts.grounds import Draft

    with one_line(TimelineError, NoSuchDraft):
        found = from_file(_text(file), str(file), name, code)
        made = written(found, code, wish, at)
    if at is not None:
        moment, policy = at.within(found.process.header.tz), load_policy()
        made = [told_early(each, found.process, moment, policy) if isinstance(each, Draft) else each for each in made]
    return tell([(each, None) for each in made], as_json=as_json)


def written(found: Gathered, code: str, wish: Wish, at: At | None) -> list[Draft | Unwritten]:
    """Return the mails that settle a finding, as of now or of a given time."""
    from sincerely.app.drafts.drafting import drafts

    moment = at.within(found.process.header.tz) if at is not None else found.now
    return drafts(found.process, code, found.background, wish, moment)


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except OSError as error:
        raise Failure(f"{file}: cannot be read ({error.strerror}); name a process or a timeline file") from error
    except UnicodeDecodeError as error:
        raise Failure(f"{file}: is not UTF-8 text (byte {error.start}); save it as UTF-8") from error


def tell(made: list[tuple[Draft | Unwritten, Kept | None]], *, as_json: bool) -> int:
    """Print mails, each with how it is kept; return the exit code."""
    from sincerely.app.drafts.drafting import Unwritten

    from .draft_kept import told_json

    for each, kept in made:
        if isinstance(each, Unwritten):
            put(each.as_json()) if as_json else _ask(each)
        elif as_json:
            private: dict[str, Any] = {"kept_back": list(each.kept_back)} if each.kept_back else {}
            private |= {"unsaid": list(each.unsaid)} if each.unsaid else {}
            private |= {"their_language": each.their_language} if each.their_language else {}
            private |= {"too_early": each.too_early} if each.too_early else {}
            put(each.as_json() if kept is None else {**told_json(kept), **private})
        else:
            _show(each, kept)
    return 1 if any(isinstance(each, Unwritten) for each, _ in made) else 0


def _ask(each: Unwritten) -> None:
    for missing in each.missing:
        click.echo(f"Not written yet, for want of {missing.what}. {missing.ask}")
        if missing.how:
            click.echo(f"  {missing.how}")


def _show(draft: Draft, kept: Kept | None) -> None:
    from .draft_kept import print_grounds, print_text, print_written, say_kept

    if kept is None:
        print_text(draft.to or "(no address known)", "", draft.subject, draft.attach, draft.body)
        print_grounds(
            (sentence.text, [(str(ground.kind), ground.text) for ground in sentence.stands_on])
            for sentence in draft.sentences
        )
    else:
        print_written(kept.written)
    for note in draft.unsaid:
        click.echo(
            f"You noted “{note}”. No sentence could be made of it; write it in a few words as they should read it.\n"
        )
    if draft.their_language:
        click.echo(f"They write in {draft.their_language}. No drafts are written in it, so this one is in English.\n")
    if draft.too_early:
        click.secho(f"Too early: {draft.too_early}\n", fg="yellow")
    for note in draft.kept_back:
        click.echo(f"You noted “{note}”. It is private, so this letter leaves it out.\n")
    if kept is not None:
        say_kept(kept)
