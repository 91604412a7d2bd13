"""``sincerely debrief`` and ``sincerely card``: after the interview, and before it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .common import At, Failure, at_option, json_option, now_or, one_line, put

if TYPE_CHECKING:
    from sincerely.app.drafts.draft_grounds import Gathered
    from sincerely.app.interviews.carding import Card
    from sincerely.app.interviews.debriefing import Question
    from sincerely.app.processes.exits import Deed
    from sincerely.store.base import Store

_EPILOG = """Examples:

\b
  sincerely debrief acme-analyst
  sincerely debrief acme --with dana --liked "the migration story" --fit "an owner for billing ↔ I ran it for a year"
  sincerely debrief acme --answer-by 2026-03-13 --contact dana@acme.example
  sincerely debrief acme --mail            the questions, as a mail to yourself: answer it on the phone
  sincerely debrief acme --eml ask.eml     the same as a file, where no mailbox is connected
"""


@click.command("debrief", epilog=_EPILOG)
@click.argument("process")
@click.option("--with", "who", multiple=True, metavar="WHO", help="Whom the notes are about; may be repeated.")
@click.option("--liked", default="", metavar="TEXT", help="What you liked.")
@click.option("--fit", default="", metavar="TEXT", help="Where you fit: what they need ↔ what you did.")
@click.option("--topic", default="", metavar="TEXT", help="What they talked about.")
@click.option("--send", default="", metavar="TEXT", help="What you said you would send.")
@click.option("--note", default="", metavar="TEXT", help="For yourself; never in a mail.")
@click.option("--answer-by", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="By when they said they decide.")
@click.option("--contact", default="", metavar="ADDRESS", help="Whom they want you to write to.")
@click.option("--mail", is_flag=True, help="Send the questions to yourself; your answer is read when it comes in.")
@click.option("--eml", type=click.Path(path_type=Path), metavar="FILE", help="Write that mail to a file instead.")
def debrief_command(
    process: str,
    who: tuple[str, ...],
    liked: str,
    fit: str,
    topic: str,
    send: str,
    note: str,
    answer_by: datetime | None,
    contact: str,
    eml: Path | None,
    *,
    mail: bool,
) -> None:
    """Note what was said in the last interview of PROCESS; drafts and reminders stand on it.

    Without options it asks, and only what is not known yet; an empty answer skips. Every answer can be undone. With
    --mail the questions go to your own address, and what you answer there is noted when your mail is read.
    """
    from sincerely.app.drafts.draft_grounds import gathered, one_process
    from sincerely.app.interviews.debriefing import Answers, debrief
    from sincerely.app.processes.exits import NothingThere
    from sincerely.app.wiring import opened
    from sincerely.store.base import StoreError

    notes = {"liked": liked, "fit": fit, "topic": topic, "send": send, "note": note}
    given = any((*notes.values(), who, answer_by, contact))
    with one_line(StoreError, NothingThere), opened() as store:
        now = datetime.now().astimezone()
        found = gathered(store, one_process(store, process), now)
        if mail or eml is not None:
            if given or (mail and eml is not None):
                raise click.UsageError("--mail and --eml go without answers, and one at a time")
            _ask_by_mail(store, found, eml, now)
            return
        if given:
            by = answer_by.date() if answer_by else None
            answers = Answers(who=_split(who), notes=notes, answer_by=by, contact=contact)
            deeds = [debrief(store, found.process, answers, now)]
        else:
            deeds = _asked(store, found, now)
    for deed in deeds:
        click.echo(f'{deed.label}. "sincerely undo" takes it back.')


def _ask_by_mail(store: Store, found: Gathered, file: Path | None, now: datetime) -> None:
    from sincerely.app.interviews.debrief_mail import account_to_self, make, send_to_self
    from sincerely.app.wiring import account_outbox
    from sincerely.core.account import AccountError

    account = account_to_self(store)
    if file is None and account is None:
        raise Failure('no connected mailbox can send; write the mail with "--eml FILE", or see "sincerely account"')
    known = [account.address] if account is not None else list(store.setting("me") or ())
    if not known:
        raise Failure("your own address is not known yet; sync your mail first")
    made = make(store, found.process, known[0], found.background.names, now)
    if file is not None:
        try:
            with file.open("xb") as out:
                out.write(made.data)
        except OSError as error:
            raise Failure(f"{file}: cannot be written ({error.strerror}); name another file") from error
        click.echo(f"{file}: send it to yourself, {made.to}; your answer is noted when your mail is read.")
        return
    assert account is not None
    with one_line(AccountError):
        result = send_to_self(made, account_outbox(account))
    if result.fate != "taken":
        raise Failure(f"the questions were not sent to {made.to}. {result.told}")
    click.echo(f"Sent to {made.to}: “{made.subject}”. Answer it; it is noted when your mail is read.")


def _split(who: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.strip() for each in who for name in each.split(",") if name.strip())


def _asked(store: Store, found: Gathered, now: datetime) -> list[Deed]:
    from sincerely.app.interviews.debriefing import Answers, debrief, questions

    open_ = questions(found.process, now, found.background.names)
    if not open_:
        click.echo("Everything is known; nothing to ask.")
        return []
    if not sys.stdin.isatty():
        for question in open_:
            click.echo(f"{question.who or '-'} --{question.key}: {question.words}")
        raise Failure("nobody is there to answer; give the answers as options")
    told: dict[str, dict[str, str]] = {}
    for question in open_:
        told.setdefault(question.who, {})[question.key] = _prompt(question)
    deeds = []
    for who, answers in told.items():
        people = (who,) if who else _split((answers.pop("with", ""),))
        by, contact = answers.pop("answer-by", ""), answers.pop("contact", "")
        if any((*answers.values(), by, contact, not who and people)):
            said = Answers(who=people, notes=answers, answer_by=date.fromisoformat(by) if by else None, contact=contact)
            deeds.append(debrief(store, found.process, said, now))
    return deeds


def _prompt(question: Question) -> str:
    while True:
        answer: str = click.prompt(question.words, default="", show_default=False)
        if question.key != "answer-by" or not answer:
            return answer
        try:
            return date.fromisoformat(answer.strip()).isoformat()
        except ValueError:
            click.echo("A day looks like 2026-03-13; leave it empty if they named none.")


_CARD = """Examples:

\b
  sincerely card acme-analyst
  sincerely card --process acme-analyst --pdf card.pdf
"""


@click.command("card", epilog=_CARD)
@click.argument("name", required=False, default="", metavar="[PROCESS]")
@click.option("--process", default="", metavar="P", help="The same, as an option.")
@click.option("--pdf", "file", type=click.Path(path_type=Path), metavar="FILE", help="Write a page to print instead.")
@at_option
@json_option
def card_command(name: str, process: str, file: Path | None, at: At | None, *, as_json: bool) -> None:
    """Show one page for the next interview of PROCESS: who, where, when, and what to ask before you leave.

    The page to print is A4, or Letter where the employer's country prints on that.
    """
    from sincerely.app.drafts.draft_grounds import one_process
    from sincerely.app.here import here
    from sincerely.app.interviews.carding import card_of
    from sincerely.app.processes.exits import NothingThere
    from sincerely.app.wiring import opened
    from sincerely.store.base import StoreError

    wanted = process or name
    if not wanted or (process and name and process != name):
        raise click.UsageError("name one process, such as: sincerely card acme-analyst")
    zone = here()
    with one_line(StoreError, NothingThere), opened() as store:
        made = card_of(store, one_process(store, wanted), now_or(at).within(zone), zone)
    if file is not None:
        _write_card(made, file)
    elif as_json:
        put(made.as_json())
    else:
        click.echo(made.text())


def _write_card(made: Card, file: Path) -> None:
    from sincerely.app.interviews.card_pdf import card_pdf

    try:
        file.write_bytes(card_pdf(made))
    except OSError as error:
        raise Failure(f"{file}: cannot be written ({error.strerror}); name another file") from error
    click.echo(f"{file}: one page, {made.title}.")
