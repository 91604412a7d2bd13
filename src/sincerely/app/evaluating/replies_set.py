"""Replies: the writer's own words to the letter, without what is quoted and without the signature."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from sincerely.reading.letters import html_text, mime_body, reply

from .figures import OURS, Fault, Measure, Outcome, Tally
from .folders import Folders
from .peers import Peers

_ABOUT = (
    "What the suites of email_reply_parser and quotequail expect of their files, and our own cases of thirty mail "
    "programs in seven languages. Peers that know no HTML get its text. White space apart: as most of them join lines "
    "in ways of their own."
)
_NAMES = {"email_reply_parser": "email_reply_parser's cases", "quotequail": "quotequail's cases", "own": "our own"}
_ALL = "all, white space apart"
_SECTION = re.compile(r"(?m)^%% (mail crlf|mail|html|reply|signature|quoted)\n")


@dataclass(frozen=True)
class Case:
    """A mail's text, and what its writer says.

    Attributes:
        origin: whose case it is.
        name: the file.
        text: plain text, or HTML.
        html: which of the two.
        said: the reply.
    """

    origin: str
    name: str
    text: str
    html: bool
    said: str

    @property
    def plain(self) -> str:
        """The text, of HTML what it shows."""
        return html_text.convert(self.text).text if self.html else self.text


def measure(folders: Folders, peers: Peers) -> Outcome:
    """Measure the replies."""
    cases = [*_others(folders.data / "replies"), *_own(folders.replies)]
    if not cases:
        reason = f"neither {folders.data / 'replies'} nor {folders.replies} is there"
        return Outcome("replies", "Replies", _ABOUT, skipped=reason)
    answers = {OURS: [_ours(case) for case in cases], **_asked(cases, peers)}
    tally = Tally()
    for who, found in answers.items():
        for case, said in zip(cases, found, strict=True):
            tally.add(_NAMES[case.origin], who, right=said.strip() == case.said.strip())
            tally.add(_ALL, who, right=said.split() == case.said.split())
    measures = [
        Measure(name, tally.scores(name), at_least=0.95) for name in (*_NAMES.values(), _ALL) if name in tally.counts
    ]
    faults = [
        Fault(_NAMES[case.origin], case.name, f"{said!r}, not {case.said!r}")
        for case, said in zip(cases, answers[OURS], strict=True)
        if said.strip() != case.said.strip()
    ]
    return Outcome("replies", "Replies", _ABOUT, measures, faults=faults)


def _ours(case: Case) -> str:
    parts = reply.split_html(case.text) if case.html else reply.split(case.text)
    return parts.reply.replace("\r", "")


def _asked(cases: list[Case], peers: Peers) -> dict[str, list[str]]:
    """Return what each peer left of each case."""
    answers = {
        peer.who: [_plain(given) for given in peer.given]
        for peer in peers.ask("replies", [case.plain.replace("\r", "") for case in cases])
    }
    for peer in peers.ask("reply parts", [{"text": case.text, "html": case.html} for case in cases]):
        answers[peer.who] = [
            html_text.convert(given).text if case.html and isinstance(given, str) else _plain(given)
            for case, given in zip(cases, peer.given, strict=True)
        ]
    return answers


def _plain(given: object) -> str:
    """Return an answer as a text: a peer that raised has found nothing."""
    return given.replace("\r", "") if isinstance(given, str) else ""


def _others(folder: Path) -> Iterator[Case]:
    told = json.loads((files(__package__) / "replies.json").read_text("utf-8"))
    roots = {"email_reply_parser": "github", "quotequail": "quotequail"}
    for origin, said in told.items():
        for name, expected in said.items():
            path = folder / name
            if (folder / roots[origin]).is_dir() and path.is_file():
                text = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
                yield Case(origin, name, text, path.suffix == ".html", expected)


def _own(folder: Path) -> Iterator[Case]:
    """Yield our own cases: sections that begin with ``%% mail``, ``%% html``, ``%% reply`` and others."""
    for path in sorted(folder.glob("*.txt")):
        pieces = _SECTION.split(path.read_text("utf-8"))
        sections = dict(zip(pieces[1::2], pieces[2::2], strict=True))
        form = next(name for name in ("mail", "mail crlf", "html") if name in sections)
        mail = sections[form]
        text = mail.replace("\n", "\r\n") if form == "mail crlf" else mime_body.plain_text(mail)
        yield Case("own", path.name, text, form == "html", sections["reply"].rstrip("\n"))
