"""A draft as a file that the person edits, and what they made of it as its next version."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from email.utils import parseaddr
from typing import Any

from sincerely.app.drafts.draft_grounds import gathered
from sincerely.app.drafts.keeping import Kept, add_version
from sincerely.app.drafts.kept import draft_named, process_of
from sincerely.app.drafts.regrounding import Baseless, reground
from sincerely.core.outbound import Text, Written
from sincerely.core.people import is_address
from sincerely.store.base import Store

# Lines that begin so are for the person alone, wherever they stand: none gets into a mail.
_NOTE = "#|"
_HELP = (
    "Change whatever you like, above and below; leave the file empty to keep the draft as it is.",
    f'Lines that begin with "{_NOTE}" are for you and never get into the mail.',
    "What it stands on:",
)
_HEADERS = ("To", "Cc", "Subject")
BETWEEN = re.compile(r",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")


class Unreadable(ValueError):
    """An edited file that can't be taken; names the line and says what was expected."""


@dataclass(frozen=True)
class Edited:
    """What came of an edit.

    Attributes:
        kept: the draft as it is kept.
        baseless: the sentences that stand on nothing.
        meanwhile: the version that somebody else made in the meantime; None where there is none.
    """

    kept: Kept
    baseless: tuple[Baseless, ...] = ()
    meanwhile: int | None = None


def as_file(written: Written) -> str:
    """Return a draft as a file: headers, the mail, and below it what every sentence stands on, as notes."""
    text = written.text
    heads = zip(_HEADERS, (", ".join(text.to), ", ".join(text.cc), text.subject), strict=True)
    lines = [f"{name}: {value}".rstrip() for name, value in heads]
    lines += ["", text.body.rstrip(), ""]
    lines += [f"{_NOTE} {line}".rstrip() for line in (*_HELP, *_grounds(written.sentences))]
    return "\n".join(lines) + "\n"


def _grounds(sentences: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for sentence in sentences:
        yield f"  “{' '.join(sentence['text'].split())}”"
        for ground in sentence["stands_on"]:
            yield f"      {ground['kind']}: {' '.join(ground['text'].split())}"
        if not sentence["stands_on"]:
            yield "      nothing"


def from_file(told: str, before: Text) -> Text | None:
    """Return the text that an edited file holds; None where nothing is left of it.

    Args:
        told: the file.
        before: the text that was edited; what the file does not show stays as it was.

    Raises:
        Unreadable: a header line is missing or wrong.
    """
    numbered = enumerate(told.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"), 1)
    lines = [(number, line) for number, line in numbered if not line.startswith(_NOTE)]
    if not any(line.strip() for _, line in lines):
        return None
    heads, body = _parted(lines)
    if not body.strip():
        return None
    body, subject = body.strip("\n").rstrip(), heads.get("subject", (0, ""))[1]
    return replace(
        before,
        to=tuple(_people(heads.get("to", (0, "")))),
        cc=tuple(_people(heads.get("cc", (0, "")))),
        subject=before.subject if subject == before.subject.strip() else " ".join(subject.split()),
        body=before.body if body == before.body.rstrip() else body,
    )


def _parted(lines: Sequence[tuple[int, str]]) -> tuple[dict[str, tuple[int, str]], str]:
    heads: dict[str, tuple[int, str]] = {}
    for index, (number, line) in enumerate(lines):
        if not line.strip():
            if heads:
                return heads, "\n".join(text for _, text in lines[index + 1 :])
            continue
        name, colon, value = line.partition(":")
        if not colon or name.strip().title() not in _HEADERS:
            raise Unreadable(f'line {number}: expected To:, Cc: or Subject:, then an empty line, found "{line[:40]}"')
        heads[name.strip().lower()] = number, value.strip()
    return heads, ""


def _people(head: tuple[int, str]) -> Iterator[str]:
    number, value = head
    for each in filter(None, (part.strip() for part in BETWEEN.split(value))):
        if not is_address(parseaddr(each)[1]):
            raise Unreadable(f'line {number}: expected addresses with commas between them, found "{each}"')
        yield each


def save(store: Store, base: Written, text: Text, now: datetime) -> Edited:
    """Keep an edited text as the draft's next version, and say which of its sentences stand on nothing.

    That ends what was approved or overruled of the version before. The same text again is no new version.

    Args:
        store: the candidate's store.
        base: the version that was edited.
        text: what the person made of it.
        now: when.
    """
    process = process_of(store, base.process)
    sentences, baseless = reground(text, base, process, gathered(store, process, now).background, now)
    with store.transaction():
        latest = draft_named(store, base.name)
        if text.digest == latest.text.digest:
            return Edited(Kept(latest, "same"), baseless)
        new = replace(base, text=text, sentences=sentences, made_at=now, made_by="edited")
        kept = add_version(store, latest, new, now)
    return Edited(kept, baseless, latest.version if latest.version != base.version else None)
