"""``sincerely eval``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .common import json_option, one_line, put
from .progress import reading_progress

if TYPE_CHECKING:
    from sincerely.app.evaluating.figures import Outcome

_EPILOG = """Examples:

\b
  sincerely eval                                        every set that is there
  sincerely eval --set times --errors                   one set, with every error
  sincerely eval --peers ~/peers/bin/python --node-modules ~/peers/node_modules
  sincerely eval --write docs/measures.md               the page of measures
"""
_FOLDER = click.Path(path_type=Path)


@click.command("eval", epilog=_EPILOG)
@click.option("--set", "names", multiple=True, metavar="NAME", help="Only this set; may be given several times.")
@click.option("--data", type=_FOLDER, metavar="FOLDER", help="Other people's cases  [default: ../shared/data].")
@click.option("--tests", type=_FOLDER, metavar="FOLDER", help="Our own cases  [default: tests].")
@click.option("--corpus", type=_FOLDER, metavar="FOLDER", help="Mails in pairs, .eml and .events  [default: in tests].")
@click.option("--peers", type=_FOLDER, metavar="PYTHON", help="An interpreter that has other parsers, to compare.")
@click.option("--node-modules", type=_FOLDER, metavar="FOLDER", help="Likewise, for those that run in Node.")
@click.option("--errors", is_flag=True, help="List every error. Those of blind mail are told by number.")
@click.option("--reveal", is_flag=True, help="Show what blind mail says too: not for whoever writes the reader.")
@click.option(
    "--write", type=_FOLDER, metavar="FILE", help="Write the page of measures, its first figures kept beside."
)
@json_option
def eval_command(
    names: tuple[str, ...],
    data: Path | None,
    tests: Path | None,
    corpus: Path | None,
    peers: Path | None,
    node_modules: Path | None,
    write: Path | None,
    *,
    errors: bool,
    reveal: bool,
    as_json: bool,
) -> None:
    """Measure how well mail is read: times, replies, acts, kinds, events, false alarms, speed.

    Each set of cases is measured where it is there, and beside the parsers of other people that are installed.
    """
    from sincerely.app.evaluating import page, versions
    from sincerely.app.evaluating.folders import folders
    from sincerely.app.evaluating.pairs import TruthError
    from sincerely.app.evaluating.peers import PeerError, Peers
    from sincerely.app.evaluating.running import SETS, evaluate

    unknown = [name for name in names if name not in SETS]
    if unknown:
        raise click.UsageError(f'no set is called "{unknown[0]}"; sets are {", ".join(SETS)}')
    if names and write is not None:
        raise click.UsageError("--write wants every set: leave --set out")
    commit = versions.measured()
    outcomes = []
    with one_line(PeerError, TruthError, OSError, ValueError), reading_progress() as progress:
        for outcome in evaluate(folders(data, tests, corpus), Peers(peers, node_modules), names, progress):
            outcomes.append(outcome)
            _show(outcome, commit, errors=errors, reveal=reveal, as_json=as_json)
        if write is not None:
            page.publish(write, outcomes, commit)


def _show(outcome: Outcome, commit: str, *, errors: bool, reveal: bool, as_json: bool) -> None:
    if as_json:
        from sincerely.app.evaluating.lines import json_lines

        for line in json_lines(outcome, commit, errors=errors, reveal=reveal):
            put(line)
    else:
        from .render_measures import print_outcome

        print_outcome(outcome, errors=errors, reveal=reveal)
