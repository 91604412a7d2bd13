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
    if not as_json:
        from .render_way import print_processes

        print_processes(rows)
    for row in rows if as_json else ():
        last = row.last_at.astimezone(row.header.tz) if row.last_at else None
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
    if not rows and not as_json:
        click.echo('No process is known yet. "sincerely sync PATH" reads your mail.')


@click.command("show", epilog="Examples:\n\n\b\n  sincerely show acme-analyst")
@click.argument("process")
@at_option
def show_command(process: str, at: At | None) -> int:
    """Show one process: its way from the first mail to now, and what comes next."""
    from sincerely.app.here import here
    from sincerely.app.processes.exits import NothingThere
    from sincerely.app.processes.regrouping import listed, named
    from sincerely.app.today.policies import policy_of
    from sincerely.app.today.reporting import Line, report_process
    from sincerely.app.wiring import opened
    from sincerely.core.header import short_names
    from sincerely.store.base import StoreError

    with one_line(StoreError, NothingThere), opened() as store:
        found, policy = store.process(named(store, process).id), policy_of(store)
        short = short_names(row.header.id for row in listed(store))
    assert found is not None
    moment = now_or(at)
    now = moment.within(here())
    report = report_process(found, now, policy)
    held = [Line(found, f, stage) for f, stage in zip(report.findings, report.stages, strict=True)]
    from .render_way import print_way

    print_way(found, held, report.ahead, now, short.get(found.header.id, found.header.id))
    return 1 if held else 0
