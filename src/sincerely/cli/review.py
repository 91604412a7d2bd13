"""``sincerely review``: the gate."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .common import At, Failure, at_option, json_option, now_or, one_line, put

if TYPE_CHECKING:
    from datetime import datetime

    from sincerely.app.outgoing.reviewing import Review
    from sincerely.gate.message import Outgoing

_EPILOG = """Examples:

\b
  sincerely review thanks.eml
  sincerely review check-in.eml --process acme-analyst
  sincerely review check-in.eml acme.timeline --at 2026-03-16T10:00 --json
  sincerely review post.txt --public
"""


@click.command("review", epilog=_EPILOG)
@click.argument("message", type=click.Path(path_type=Path), metavar="MESSAGE")
@click.argument("timeline", required=False, type=click.Path(path_type=Path), metavar="[FILE.timeline]")
@click.option("--process", metavar="NAME", help="The process that it belongs to: its name, or a timeline file.")
@click.option("--public", is_flag=True, help="A post or a review, for anybody to read; a plain text file will do.")
@click.option("--overrule", multiple=True, metavar="CODE", help="You have read this finding and send it all the same.")
@click.option("--policy", "profile", default="", metavar="PROFILE", help="For once: default, strict, campus or agency.")
@at_option
@json_option
def review_command(
    message: Path,
    timeline: Path | None,
    process: str | None,
    overrule: tuple[str, ...],
    profile: str,
    at: At | None,
    *,
    public: bool,
    as_json: bool,
) -> int:
    """Judge a message before it goes out: send it, hold it until a time, or stop it.

    With a process it knows whom you wrote to and what you were promised. Where you name none, it is found by the
    thread and by who gets the message; where none fits, the text alone is judged. Nothing is sent or changed. Exit
    code 1 when it should not go out as it is.
    """
    from sincerely.core.policy import PolicyError
    from sincerely.core.timeline import TimelineError
    from sincerely.store.base import StoreError

    outgoing = _read(message, public=public)
    file = timeline or (Path(process) if process and Path(process).is_file() else None)
    moment = now_or(at)
    with one_line(TimelineError, PolicyError, StoreError):
        if file is not None:
            found = _with_file(outgoing, file, moment, profile, overrule)
        else:
            found = _with_store(outgoing, process, moment, profile, overrule)
    if as_json:
        from sincerely.app.outgoing.reviewing import as_json as verdict_json

        put(verdict_json(found, naive=moment.naive))
    else:
        from .render_review import print_review, which

        if found.fitting:
            click.echo(which(found), err=True)
        print_review(found)
    return 0 if found.verdict.decision == "send" else 1


def _read(path: Path, *, public: bool) -> Outgoing:
    from sincerely.app.outgoing.message import Unreadable, outgoing_file

    try:
        return outgoing_file(path.read_bytes(), public=public)
    except OSError as error:
        raise Failure(f"{path}: cannot be read ({error.strerror}); name a mail as an .eml file") from error
    except Unreadable as error:
        raise Failure(f"{path}: {error}") from error


def _with_file(outgoing: Outgoing, file: Path, moment: At, profile: str, overruled: tuple[str, ...]) -> Review:
    from sincerely.app.outgoing.reviewing import review_with
    from sincerely.app.today.policies import load_policy
    from sincerely.core.timeline import parse

    try:
        timelines = parse(file.read_text("utf-8-sig"), str(file))
    except OSError as error:
        raise Failure(f"{file}: cannot be read ({error.strerror}); name a timeline file") from error
    except UnicodeDecodeError as error:
        raise Failure(f"{file}: is not UTF-8 text (byte {error.start}); save it as UTF-8") from error
    zone = timelines[0].header.tz if timelines else None
    now: datetime = moment.within(zone) if zone is not None else moment.given.astimezone()
    return review_with(outgoing, timelines, now, policy=load_policy(profile or "default"), overruled=overruled)


def _with_store(outgoing: Outgoing, name: str | None, moment: At, profile: str, overruled: tuple[str, ...]) -> Review:
    from sincerely.app.outgoing.reviewing import UnknownProcess, review_stored
    from sincerely.app.today.policies import policy_of
    from sincerely.app.wiring import opened

    if name is None:
        return _found(outgoing, moment, profile, overruled) or _by_text(outgoing, moment, profile, overruled)
    with one_line(UnknownProcess), opened(profile=profile) as store:
        return review_stored(
            outgoing, store, name, moment.within, policy=policy_of(store, profile), overruled=overruled
        )


def _found(outgoing: Outgoing, moment: At, profile: str, overruled: tuple[str, ...]) -> Review | None:
    """Judge a message against the stored process that it belongs to; None where there is none."""
    from sincerely.app.outgoing.reviewing import review_found
    from sincerely.app.today.policies import policy_of
    from sincerely.app.wiring import has_store, opened
    from sincerely.store.base import StoreError

    if not has_store():
        return None
    try:
        with opened(profile=profile) as store:
            return review_found(outgoing, store, moment.within, policy=policy_of(store, profile), overruled=overruled)
    except StoreError as error:
        click.echo(f"{error}; so the text alone is judged", err=True)
        return None


def _by_text(outgoing: Outgoing, moment: At, profile: str, overruled: tuple[str, ...]) -> Review:
    from sincerely.app.here import here
    from sincerely.app.outgoing.reviewing import review_process
    from sincerely.app.today.policies import load_policy

    now = moment.within(moment.given.tzinfo or here())
    return review_process(outgoing, None, now, (), policy=load_policy(profile or "default"), overruled=overruled)
