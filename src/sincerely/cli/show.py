"""``sincerely show`` and ``sincerely processes``."""

from __future__ import annotations

import click

from .common import At, at_option, json_option, now_or, one_line, put


@click.command("processes", epilog="Examples:\n\n\b\n  sincerely processes\n  sincerely processes --json")
@json_option
def processes_command(*, as_json: bool) -> None:
    """List every process, those heard of last first."""
    from sincerely.app.processes.regrouping import listed
    from sincerely.app.wiring import opened
    from sincerely.store.base import StoreError

    with one_line(StoreError), opened() as store:
        rows = listed(store)
    for row in rows:
        last = row.last_at.astimezone(row.header.tz) if row.last_at else None
        if as_json:
            put(
                {
                    "process": row.header.id,
                    "employer": row.header.employer,
                    "role": row.header.role,
                    "state": row.state,
                    "last": last.isoformat() if last else None,
                    "wake_at": row.wake_at.astimezone(row.header.tz).isoformat() if row.wake_at else None,
                }
            )
        else:
            name = " · ".join(part for part in (row.header.employer, row.header.role) if part)
            click.echo(f"{row.header.id:32} {row.state:16} {last or '':%Y-%m-%d}  {name}" if last else row.header.id)
    if not rows and not as_json:
        click.echo('No process is known yet. "sincerely sync PATH" reads your mail.')


@click.command("show", epilog="Examples:\n\n\b\n  sincerely show acme-analyst")
@click.argument("process")
@at_option
def show_command(process: str, at: At | None) -> int:
    """Show one process: its way from the first mail to now, and what comes next."""
    from sincerely.app.here import here
    from sincerely.app.processes.exits import NothingThere
    from sincerely.app.processes.regrouping import named
    from sincerely.app.today.policies import policy_of
    from sincerely.app.today.reporting import Line, report_process
    from sincerely.app.wiring import opened
    from sincerely.store.base import StoreError

    with one_line(StoreError, NothingThere), opened() as store:
        found, policy = store.process(named(store, process).id), policy_of(store)
    assert found is not None
    moment = now_or(at)
    now = moment.within(here())
    report = report_process(found, now, policy)
    held = [Line(found, f, stage) for f, stage in zip(report.findings, report.stages, strict=True)]
    from .render import print_way

    print_way(found, held, report.ahead, now)
    return 1 if held else 0
