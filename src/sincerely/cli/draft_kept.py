"""Drafts that are kept: listed, shown, compared, edited."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .common import At, Failure, now_or, one_line, put

if TYPE_CHECKING:
    from sincerely.app.drafts.drafting import Unwritten, Wish
    from sincerely.app.drafts.editing import Edited
    from sincerely.app.drafts.keeping import Kept
    from sincerely.core.outbound import Text, Written
    from sincerely.writing.facts.grounds import Draft


def of_process(
    process: str,
    code: str,
    wish: Wish,
    name: str,
    at: At | None,
    *,
    editing: bool,
    fresh: bool,
    anyway: bool,
    as_json: bool,
) -> tuple[int, list[str]]:
    """Write, keep and show the mails of a stored process; open each in the editor where that is wanted.

    Returns:
        The exit code, and the names of the drafts.
    """
    from sincerely.app.drafts.draft_grounds import gathered, one_process
    from sincerely.app.drafts.drafting import NoSuchDraft, Unwritten
    from sincerely.app.drafts.keeping import keep
    from sincerely.app.drafts.owed import not_owed
    from sincerely.app.drafts.too_early import told_early
    from sincerely.app.today.policies import policy_of
    from sincerely.writing.facts.grounds import Draft

    from .draft import tell, written
    from .exits import opened_store

    with opened_store() as store, one_line(NoSuchDraft):
        now = datetime.now().astimezone()
        found = gathered(store, one_process(store, process), now, name)
        moment = at.within(found.process.header.tz) if at is not None else now
        policy = policy_of(store)
        refusal = "" if anyway else not_owed(found.process, code, wish.who, moment, policy)
        if refusal:
            raise Failure(refusal)
        made = [
            told_early(each, found.process, moment, policy) if isinstance(each, Draft) else each
            for each in written(found, code, wish, at)
        ]
        kept = iter(keep(store, found.process, code, _drafts(made), moment, fresh=fresh))
        shown = [(each, None if isinstance(each, Unwritten) else next(kept)) for each in made]
    names = [each.written.name for _, each in shown if each is not None]
    if not editing:
        return tell(shown, as_json=as_json), names
    for _, each in shown:
        if each is not None:
            edit(each.written, as_json=as_json)
    return tell([(each, None) for each, its in shown if its is None], as_json=as_json), names


def _drafts(made: Iterable[Draft | Unwritten]) -> list[Draft]:
    from sincerely.writing.facts.grounds import Draft

    return [each for each in made if isinstance(each, Draft)]


def told_json(kept: Kept) -> dict[str, Any]:
    """Return a draft as the command prints it, and how it came to be kept."""
    from sincerely.app.outgoing.outgoing_listing import draft_json

    return {**draft_json(kept.written), "kept": kept.how}


def list_drafts(process: str, at: At | None, *, as_json: bool) -> int:
    """Show every draft and what became of it."""
    from sincerely.app.outgoing.outgoing_listing import draft_json, draft_lines

    from .exits import opened_store

    with opened_store() as store:
        found = draft_lines(store, now_or(at).within, process)
    for line in found:
        each = line.written
        if as_json:
            put({**draft_json(each), "state": line.state})
        else:
            people = ", ".join(each.text.to) or "nobody yet"
            click.echo(f"{each.name:<4} {each.process}  {each.purpose} to {people}: {each.text.subject}")
            click.secho(f"     version {each.version}, {each.made_by}; {line.state}", dim=True)
    if not found and not as_json:
        click.echo('No drafts yet; "sincerely draft CODE --process P" writes one.')
    return 0


def show(name: str, version: int | None, *, compare: bool, as_json: bool) -> int:
    """Show a draft's latest version or another one; or what that changed."""
    from sincerely.app.drafts.kept import draft_named
    from sincerely.app.outgoing.outgoing_listing import draft_json

    from .exits import opened_store

    with opened_store() as store:
        found = draft_named(store, name, version)
        before = next((each for each in store.versions(found.draft) if each.version == found.version - 1), None)
    if compare:
        if before is None:
            raise Failure(f"{found.name} version {found.version} is the first; there is nothing to compare it with")
        click.echo(_difference(before, found), nl=False)
    elif as_json:
        put(draft_json(found))
    else:
        print_written(found)
    return 0


def _difference(before: Written, after: Written) -> str:
    from difflib import unified_diff

    one, other = (f"{each.name} version {each.version} ({each.made_by})" for each in (before, after))
    return "\n".join(unified_diff(_lines(before.text), _lines(after.text), one, other, lineterm="")) + "\n"


def _lines(text: Text) -> list[str]:
    heads = [f"To: {', '.join(text.to)}", f"Cc: {', '.join(text.cc)}", f"Subject: {text.subject}", ""]
    return [*heads, *text.body.splitlines()]


def again(name: str, *, editing: bool, as_json: bool) -> int:
    """Show a draft by its name, or edit it."""
    from sincerely.app.drafts.kept import draft_named
    from sincerely.core.outbound import number_in

    from .exits import opened_store

    if number_in(name, "d") is None:
        raise click.UsageError("expected --process P, the process that the mail is for")
    if not editing:
        return show(name, None, compare=False, as_json=as_json)
    with opened_store() as store:
        found = draft_named(store, name)
    return edit(found, as_json=as_json)


def edit(base: Written, *, as_json: bool) -> int:
    """Open a draft in the person's editor, and keep what they make of it as its next version."""
    from sincerely.app.drafts.editing import Unreadable, as_file, from_file, save
    from sincerely.app.wiring import home

    from .exits import opened_store

    file = home() / f"{base.name}.draft.txt"
    _write(file, as_file(base))
    click.edit(filename=str(file))
    try:
        text = from_file(file.read_text("utf-8"), base.text)
    except Unreadable as error:
        raise Failure(f"{file}: {error}; your text is kept there, and nothing was changed") from error
    except (OSError, UnicodeDecodeError) as error:
        raise Failure(f"{file}: cannot be read ({error}); nothing was changed") from error
    if text is None or text == base.text:
        file.unlink()
        click.echo(f"{base.name}: nothing was changed; version {base.version} stays.", err=as_json)
        return 0
    with opened_store() as store:
        edited = save(store, base, text, datetime.now().astimezone())
    file.unlink()
    put({**told_json(edited.kept), "baseless": [_bare(each) for each in edited.baseless]}) if as_json else _say(edited)
    return 0


def _bare(each: Any) -> dict[str, Any]:
    return {"sentence": each.sentence, "words": list(each.words)}


def _write(file: Path, text: str) -> None:
    """Write a file that only its owner reads."""
    import os

    try:
        file.unlink(missing_ok=True)
        with os.fdopen(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as out:
            out.write(text)
    except OSError as error:
        raise Failure(f"{file}: cannot be written ({error.strerror})") from error


def _say(edited: Edited) -> None:
    written = edited.kept.written
    if edited.meanwhile is not None:
        click.echo(f"Version {edited.meanwhile} was made meanwhile; yours comes after it.")
    click.echo(f'Kept as {written.name} version {written.version}. "sincerely draft --diff {written.name}" compares.')
    if edited.kept.ended is not None:
        click.echo(f"{edited.kept.ended.name} is void: its text was changed. Approve this version where it is right.")
    for each in edited.baseless:
        click.echo(f"This stands on nothing: “{each.sentence}”")
        click.echo(f"  Nothing shows {', '.join(f'“{word}”' for word in each.words)}. Take it out; or, where it is so,")
        click.echo(f'  note it first: sincerely debrief {written.process} --fit "…"')


def say_kept(kept: Kept) -> None:
    """Say how a draft is kept, and what to do next."""
    written = kept.written
    name = f"{written.name} version {written.version}"
    if kept.how == "edited":
        click.echo(f"This is {name}, as you edited it: it was not written over. --fresh writes it anew, as one more.")
    elif kept.how == "same":
        click.echo(f"This is {name}; the grounds are the same, and so is the text.")
    else:
        click.echo(f"Kept as {name}.")
    if kept.ended is not None:
        click.echo(f"{kept.ended.name} is void: its text was changed. Approve this version where it is right.")
    click.echo(f'"sincerely draft {written.name} --edit" changes it; "sincerely approve {written.name}" approves it.\n')


def print_written(written: Written) -> None:
    """Print a version and what its sentences stand on."""
    text = written.text
    print_text(", ".join(text.to) or "(no address known)", ", ".join(text.cc), text.subject, text.attach, text.body)
    print_grounds([(s["text"], [(g["kind"], g["text"]) for g in s["stands_on"]]) for s in written.sentences])


def print_text(to: str, cc: str, subject: str, attach: Iterable[str], body: str) -> None:
    """Print a mail."""
    click.secho(f"To:      {to}", dim=True)
    if cc:
        click.secho(f"Cc:      {cc}", dim=True)
    click.secho(f"Subject: {subject}", dim=True)
    for each in attach:
        click.secho(f"Attach:  {each}", dim=True)
    click.echo(f"\n{body}\n")


def print_grounds(sentences: Iterable[tuple[str, list[tuple[str, str]]]]) -> None:
    """Print what each sentence stands on, by kind and words."""
    click.secho("What it stands on:", dim=True)
    for text, grounds in sentences:
        told = "; ".join(f"{kind}: {words}" for kind, words in grounds) or "nothing"
        click.secho(f"  {text.splitlines()[0]}\n      {told}", dim=True)
    click.echo()
