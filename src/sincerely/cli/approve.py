"""``sincerely approve``: the person says yes to one text, and the gate has its say."""

from __future__ import annotations

from datetime import timedelta
from email.utils import parseaddr
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .common import At, Failure, at_option, json_option, now_or, one_line, put

if TYPE_CHECKING:
    from sincerely.app.outgoing.approving import Answer, Wish
    from sincerely.store.base import Store

_EPILOG = """Examples:

\b
  sincerely approve d1
  sincerely approve d1 --version 2
  sincerely approve d1 --overrule OUT001 --reason "Dana asked me to write today"
  sincerely approve thanks.eml --process acme   a mail that you wrote elsewhere
  sincerely outgoing withdraw o1                takes it back
"""


@click.command("approve", epilog=_EPILOG)
@click.argument("draft")
@click.option("--process", metavar="P", help="Of a mail written elsewhere: the process that it belongs to.")
@click.option("--version", type=click.IntRange(min=1), metavar="N", help="The version that you have read.")
@click.option("--overrule", multiple=True, metavar="CODE", help="You have read this finding and send it all the same.")
@click.option("--reason", multiple=True, metavar="TEXT", help="Why; one for each --overrule, in their order.")
@click.option(
    "--from", "sender", default="", metavar="ADDRESS", help="Your own address, where it is not the usual one."
)
@click.option("--policy", "profile", default="", metavar="PROFILE", help="For once: default, strict, campus or agency.")
@click.option(
    "--undo", type=click.IntRange(0, 3600), default=0, metavar="SECONDS", help="Hold it for so long: to withdraw it."
)
@click.option("--by-hand", is_flag=True, help="You send it yourself; nothing goes out by itself.")
@at_option
@json_option
def approve_command(
    draft: str,
    process: str | None,
    version: int | None,
    overrule: tuple[str, ...],
    reason: tuple[str, ...],
    sender: str,
    profile: str,
    undo: int,
    at: At | None,
    *,
    by_hand: bool,
    as_json: bool,
) -> int:
    """Approve the latest version of DRAFT, or the mail of an .eml file, word for word; nothing is sent by it.

    The gate judges that very text. What it would hold is approved from its day on; what it stops is not approved:
    exit code 1, and how to mend it or to overrule the check. What you overrule is kept with your reason, for this
    text only: any change of the text ends the approval and the overruling.
    """
    from sincerely.app.outgoing.approving import Wish
    from sincerely.app.outgoing.sent_by_whom import by_hand as leave
    from sincerely.app.outgoing.sent_by_whom import goes_by_itself
    from sincerely.core.outbound import CannotStep
    from sincerely.core.people import is_address
    from sincerely.core.policy import PolicyError
    from sincerely.gate.approval import NothingToOverrule

    from .exits import opened_store

    if len(overrule) != len(reason) or not all(text.strip() for text in reason):
        raise click.UsageError("expected one --reason, in words, for each --overrule")
    if sender and not is_address(parseaddr(sender)[1]):
        raise click.UsageError(f'--from: expected an address, or "Name <address>", found "{sender}"')
    reasons = {code.upper(): text.strip() for code, text in zip(overrule, reason, strict=True)}
    wish = Wish(version, reasons, sender, profile, timedelta(seconds=undo))
    with opened_store() as store, one_line(PolicyError, NothingToOverrule, CannotStep):
        found = _approve(store, draft, process, wish, now_or(at))
        if found.approved and by_hand:
            leave(store, found.message.name)
        goes = found.approved and goes_by_itself(store, found.message) is not None
    if as_json:
        put({**_json(found), "by_itself": goes})
    else:
        _say(found, goes=goes)
    return 0 if found.approved else 1


def _approve(store: Store, draft: str, process: str | None, wish: Wish, at: At) -> Answer:
    from sincerely.app.outgoing.approving import approve_draft
    from sincerely.app.outgoing.approving_mail import approve_mail
    from sincerely.app.outgoing.message import Unreadable

    file = Path(draft)
    if process is None and file.suffix != ".eml":
        return approve_draft(store, draft, wish, at.within)
    if process is None or wish.version is not None:
        raise click.UsageError("expected --process P, the process that the mail belongs to, and no --version")
    try:
        return approve_mail(store, file.read_bytes(), process, wish, at.within)
    except OSError as error:
        raise Failure(f"{file}: cannot be read ({error.strerror}); name a mail as an .eml file") from error
    except Unreadable as error:
        raise Failure(f"{file}: {error}") from error


def _named(found: Answer) -> str:
    written = found.written
    return f"{written.name} version {written.version}" if written.draft else "This mail"


def _json(found: Answer) -> dict[str, object]:
    from sincerely.app.outgoing.reviewing import as_json as review_json

    message, zone = found.message, found.process.header.tz

    def say(code: str) -> str | None:
        instant = getattr(message, code)
        return None if instant is None else instant.astimezone(zone).isoformat()

    told: dict[str, object] = {
        "approved": found.approved,
        "id": message.name if message.number else None,
        "draft": found.written.name if found.written.draft else None,
        "version": found.written.version if found.written.draft else None,
        "state": str(message.state),
        "not_before": say("not_before"),
        "approved_at": say("approved_at"),
        "digest": message.digest,
        "message_id": message.message_id,
        "overruled": [{"code": each.code, "reason": each.reason} for each in message.overruled],
        "forbidden": list(found.forbidden),
    }
    return told | ({"review": review_json(found.review, naive=False)} if found.review is not None else {})


def _say(found: Answer, *, goes: bool) -> None:
    if found.review is not None and (not found.approved or not found.review.verdict.clean):
        from .render_review import print_review

        print_review(found.review)
        click.echo()
    if found.approved:
        _say_approved(found, goes=goes)
    else:
        _say_refused(found)


def _say_approved(found: Answer, *, goes: bool) -> None:
    from sincerely.app.today.wording import moment

    message, zone = found.message, found.process.header.tz
    name = _named(found)
    people = ", ".join(message.text.to)
    words = "was approved already" if found.already else "is approved"
    click.echo(f"{name} {words} as {message.name}: to {people}, “{message.text.subject}”.")
    assert message.not_before is not None
    assert message.approved_at is not None
    assert message.lapses is not None
    if message.not_before > message.approved_at:
        click.echo(f"It is held until {moment(message.not_before, zone)} (their time): {message.why}")
        click.echo("Don't send it before. Should anything new come until then, you are asked again.")
    else:
        click.echo(f"It may go out now. From {moment(message.lapses, zone)} on (their time) you are asked again.")
    if goes:
        click.echo(
            'Then it goes out by itself, if "sincerely serve" or "sincerely worker" runs; half a minute is yours.'
        )
    click.echo(f'By hand: "sincerely outgoing eml {message.name} FILE", then "sincerely outgoing sent {message.name}".')
    click.echo(f'"sincerely outgoing withdraw {message.name}" takes the approval back.')


def _say_refused(found: Answer) -> None:
    written = found.written
    click.echo(f"{_named(found)} is not approved.")
    for each in found.message.overruled:
        click.echo(f"{each.code} is overruled for this text: {each.reason}")
    for code in found.forbidden:
        click.echo(f"{code}: the profile {found.message.profile} lets nobody overrule a check that stops.")
    click.echo(f'Mend it: "sincerely draft {written.name} --edit".' if written.draft else "Mend it, and try again.")
    stopped = any(str(finding.weight) == "stop" for finding in found.in_the_way)
    left = dict.fromkeys(finding.code for finding in found.in_the_way if finding.code not in found.forbidden)
    if left and not (stopped and found.strict):
        options = " ".join(f'--overrule {code} --reason "…"' for code in left)
        name = written.name if written.draft else f"FILE --process {written.process}"
        click.echo(f'Or send it as it is: "sincerely approve {name} {options}".')
