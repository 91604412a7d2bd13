"""``sincerely explain``: a rule's own page."""

from __future__ import annotations

import click

from .common import json_option, put


@click.command("explain", epilog="Examples:\n\n\b\n  sincerely explain WAIT003\n  sincerely explain")
@click.argument("code", required=False)
@json_option
def explain_command(code: str | None, *, as_json: bool) -> None:
    """Say what a rule watches, why, with which options, and show an example.

    Without CODE, list every rule.
    """
    from sincerely.app.today.explaining import UnknownRule, explain, rule_list

    from .common import Failure

    if code is None:
        for rule in rule_list():
            put(rule) if as_json else click.echo(f"{rule['code']:8} {rule['name']:22} {rule['summary']}")
        return
    try:
        page = explain(code)
    except UnknownRule as error:
        raise Failure(str(error)) from error
    if as_json:
        put(page)
        return
    from .render import print_page

    print_page(page)
