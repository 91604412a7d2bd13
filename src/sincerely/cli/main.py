"""The `sincerely` command. Each subcommand's module is imported when it runs: starting costs what is used."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

import click

# name: (module, one line of help, group of the help page)
_COMMANDS: dict[str, tuple[str, str, str]] = {
    "demo": ("demo", "Try it: a sample mailbox, read, and Today.", "Start here"),
    "sync": ("sync", "Read mail and calendars into the store.", "Start here"),
    "account": ("account", "Connect your mailbox.", "Start here"),
    "today": ("today", "What is owed, late and waited for.", "Every day"),
    "show": ("show", "One process: its way so far and what comes next.", "Every day"),
    "processes": ("show", "Every process, those heard of last first.", "Every day"),
    "insights": ("insights", "How long employers take, how far it goes, how punctual you are.", "Every day"),
    "serve": ("serve", "The pages, on this machine only.", "Every day"),
    "worker": ("worker", "The background work of serve, without pages.", "Every day"),
    "calendar": ("calendar", "What is due, into a calendar; interviews, out of one.", "Every day"),
    "remind": ("remind", "Remind of what is due, as you chose.", "Every day"),
    "review": ("review", "A message before it goes out: send, hold or stop.", "Every day"),
    "questions": ("questions", "What is unsure: one key settles each.", "Every day"),
    "answer": ("questions", "Answer one question.", "Every day"),
    "card": ("debrief", "One page for before the interview.", "Write"),
    "debrief": ("debrief", "Note what was said in an interview; it asks only what is not known.", "Write"),
    "grounds": ("grounds", "Your CV and the postings: what drafts stand on.", "Write"),
    "style": ("style", "How you write: learnt from your sent mail, yours to change.", "Write"),
    "policy": ("policy", "How long things may take, in words; yours to change.", "Write"),
    "draft": ("draft", "The mail that settles a finding; nothing is sent.", "Write"),
    "approve": ("approve", "Say yes to a draft, word for word; the gate has its say.", "Write"),
    "outgoing": ("outgoing", "What is approved, held and sent; and sending by hand.", "Write"),
    "done": ("exits", "A finding was settled elsewhere: a call, LinkedIn, a card.", "Settle a finding"),
    "dismiss": ("exits", "A finding is not for you.", "Settle a finding"),
    "snooze": ("exits", "Be reminded of a finding later.", "Settle a finding"),
    "wrong": ("exits", "What a finding stands on did not happen.", "Settle a finding"),
    "note": ("exits", "Add an event by hand.", "Settle a finding"),
    "merge": ("regroup", "Two processes are one.", "Settle a finding"),
    "split": ("regroup", "Some events belong to another process.", "Settle a finding"),
    "about": ("regroup", "The employer, role and place of a process, put right.", "Settle a finding"),
    "undo": ("exits", "Take back the last thing you said.", "Settle a finding"),
    "read": ("read", "What a mail or calendar file says; nothing is stored.", "Look closer"),
    "when": ("when", "Time expressions in a text.", "Look closer"),
    "acts": ("acts", "What a sentence does: asks, promises, proposes to meet.", "Look closer"),
    "tone": ("tone", "How a text would land, and which words carry it.", "Look closer"),
    "check": ("check", "Report a timeline file.", "Look closer"),
    "explain": ("explain", "A rule's own page.", "Look closer"),
    "eval": ("evaluate", "How well mail is read, measured.", "Look closer"),
    "token": ("token", "Let your other programs in, as far as you say.", "Other programs"),
    "mcp": ("mcp", "Let an assistant on this machine read, and propose drafts.", "Other programs"),
    "export": ("data", "Everything out, as a folder of plain files.", "Your data"),
    "import": ("data", "An export or a timeline file in.", "Your data"),
    "backup": ("data", "A copy of the store.", "Your data"),
    "restore": ("data", "A backup back in its place.", "Your data"),
    "erase": ("data", "Everything away, for good.", "Your data"),
}


class _Lazy(click.Group):
    """A group whose commands are imported when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"sincerely.cli.{_COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        groups: dict[str, list[tuple[str, str]]] = {}
        for name, (_, line, group) in _COMMANDS.items():
            groups.setdefault(group, []).append((name, line))
        for group, rows in groups.items():
            with formatter.section(group):
                formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            import difflib

            near = difflib.get_close_matches(args[0], _COMMANDS, n=1)
            hint = f' Did you mean "{near[0]}"?' if near else ""
            raise click.UsageError(f'There is no command "{args[0]}".{hint}', ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="sincerely", prog_name="sincerely")
def cli() -> None:
    """Follow through after a job interview: what is owed, what to wait for, and until when.

    Everything stays on this machine. Mail and calendars are only read.

    \b
    Examples:
      sincerely demo                          see it work, with a sample mailbox
      sincerely sync ~/Mail inbox.mbox        read your mail
      sincerely today                         what to do, and what not to do
      sincerely explain THX001                why a rule says what it says
    """


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code: 0 fine, 1 findings, 2 wrong usage or unreadable input."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that can't show a dot or a dash shows a question mark, and the rest.
            stream.reconfigure(errors="replace")
    try:
        code = cli.main(args, standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        sys.exit(2)
    except click.exceptions.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except click.UsageError as error:
        hint = f' Try "{error.ctx.command_path} --help".' if error.ctx is not None else ""
        click.echo(f"sincerely: {' '.join(error.format_message().split())}{hint}", err=True)
        sys.exit(2)
    except click.ClickException as error:
        click.echo(f"sincerely: {error.format_message()}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        # Whoever read our output has seen enough; what is left in the buffer goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        if os.environ.get("SINCERELY_DEBUG"):
            raise
        told = " ".join(str(error).split()) or "no reason given"
        click.echo(
            f"sincerely: this went wrong: {told} ({type(error).__name__}); SINCERELY_DEBUG=1 shows where", err=True
        )
        sys.exit(2)
    sys.exit(code if isinstance(code, int) else 0)
