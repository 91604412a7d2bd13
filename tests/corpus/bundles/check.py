"""Read and check bundles: many training mails in one readable file, the truth above each.

A mail begins with ``=== NAME | kind=… company="…" role="…" me=ADDRESS``; then its events, one a line, in the timeline
notation with ``quote="…"`` (words of the text that show it); then ``---``, headers, an empty line and the text.

    python tests/corpus/bundles/check.py FILE.mails
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_string
from email.utils import parsedate_to_datetime
from pathlib import Path

from sincerely.core.timeline import parse

HEAD = re.compile(
    r'=== (?P<name>\S+) \| kind=(?P<kind>\w+) company="(?P<company>[^"]*)" role="(?P<role>[^"]*)" me=(?P<me>\S+@\S+)$'
)
KINDS = frozenset(
    """acknowledgement assessment interview_invite interview_set interview_changed interview_cancelled offer rejection
    request promise reference_check outreach other""".split()
)
_QUOTE = re.compile(r'quote="((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True)
class Bundled:
    """One mail of a bundle, with the line on which it begins."""

    line: int
    name: str
    kind: str
    company: str
    role: str
    me: str
    events: tuple[str, ...]
    mail: str


def mails(text: str) -> Iterator[Bundled]:
    """Yield the mails of a bundle."""
    lines = text.split("\n")
    starts = [index for index, line in enumerate(lines) if line.startswith("=== ")]
    for begin, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        head = HEAD.match(lines[begin].rstrip())
        if head is None:
            raise ValueError(f'line {begin + 1}: expected === NAME | kind=… company="…" role="…" me=…')
        rule = next((index for index in range(begin + 1, end) if lines[index].rstrip() == "---"), None)
        if rule is None:
            raise ValueError(f"line {begin + 1}: expected --- before the headers")
        events = tuple(line.strip() for line in lines[begin + 1 : rule] if line.strip() and not line.startswith("#"))
        yield Bundled(
            begin + 1, **head.groupdict(), events=events, mail="\n".join(lines[rule + 1 : end]).strip() + "\n"
        )


def as_bytes(mail: str) -> bytes:
    """Return a bundled mail as a mail program would have it."""
    head, _, body = mail.partition("\n\n")
    if "content-type:" not in head.lower():
        head += '\nMIME-Version: 1.0\nContent-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: 8bit'
    return f"{head}\n\n{body}".encode()


def _squeezed(text: str) -> str:
    return " ".join(re.sub(r"^[>|\s]+", "", text, flags=re.MULTILINE).split()).casefold()


def faults(mail: Bundled) -> Iterator[str]:
    """Yield what is wrong with one mail."""
    if mail.kind not in KINDS:
        yield f"unknown kind {mail.kind}"
    message = message_from_string(mail.mail)
    for name in ("From", "To", "Subject", "Date"):
        if name not in message:
            yield f"no {name} header"
    try:
        when = parsedate_to_datetime(message["Date"])
    except (TypeError, ValueError):
        yield "Date can't be read"
        return
    if when.strftime("%a") != message["Date"][:3]:
        yield f"the Date's weekday is not {when:%a}"
    try:
        parse("process x zone=UTC country=US\n" + "\n".join(mail.events) + "\n", mail.name)
    except ValueError as error:
        yield str(error)
    body = _squeezed(str(message.get_payload()) + " " + str(message["Subject"]))
    for event in mail.events:
        quote = _QUOTE.search(event)
        if quote is None:
            yield f'no quote="…" in: {event}'
        elif _squeezed(quote[1].replace('\\"', '"')) not in body:
            yield f"the quote is not in the text: {quote[1]}"
        if not event.startswith(f"{when:%Y-%m-%d %H:%M} "):
            yield f"an event is not at the mail's own date and time ({when:%Y-%m-%d %H:%M}): {event}"


def main() -> int:
    """Print every fault, and how many mails of each kind there are."""
    bad = 0
    for name in sys.argv[1:]:
        found = list(mails(Path(name).read_text("utf-8")))
        for mail in found:
            for fault in faults(mail):
                bad += 1
                sys.stdout.write(f"{name}:{mail.line}: {mail.name}: {fault}\n")
        twice = [one for one, times in Counter(mail.name for mail in found).items() if times > 1]
        kinds = dict(Counter(mail.kind for mail in found))
        sys.stdout.write(f"{name}: {len(found)} mails {kinds} {twice}\n")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
