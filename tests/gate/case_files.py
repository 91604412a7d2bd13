"""The gate's cases: processes in the notation, then the mail, as tests/gate/cases/README.md says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tests.support import POLICY

from sincerely.app.outgoing.message import outgoing_mail
from sincerely.app.outgoing.reviewing import Review, review_with
from sincerely.core.policy import Policy
from sincerely.core.timeline import Timeline, parse
from sincerely.gate.message import Outgoing

FOLDER = Path(__file__).parent / "cases"
_HEAD = re.compile(r"=== (?P<name>\S+) \| (?P<verdict>hit|pass) (?P<keys>.*)")
_KEY = re.compile(r'(\w+)="((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True)
class Written:
    """One case as it was written down."""

    name: str
    hits: bool
    at: str
    words: str
    until: str
    why: str
    timeline: str
    mail: str

    @property
    def code(self) -> str:
        return self.name.partition("-")[0].upper()

    @property
    def timelines(self) -> list[Timeline]:
        return parse(self.timeline, self.name) if self.timeline.strip() else []

    @property
    def message(self) -> Outgoing:
        return outgoing_mail(self.mail.encode())

    def instant(self, text: str) -> datetime:
        given = datetime.fromisoformat(text)
        if given.tzinfo is not None:
            return given
        zone = self.timelines[0].header.tz if self.timelines else None
        return given.replace(tzinfo=zone) if zone else given.astimezone()

    def review(self, policy: Policy = POLICY, overruled: Iterable[str] = ()) -> Review:
        at = self.instant(self.at)
        return review_with(self.message, self.timelines, at, policy=policy, overruled=overruled)


def read(text: str) -> Iterator[Written]:
    for block in re.split(r"(?m)^(?==== )", text):
        if not block.startswith("=== "):
            continue
        head, _, rest = block.partition("\n")
        match = _HEAD.fullmatch(head)
        assert match is not None, head
        keys = {k: v.replace('\\"', '"') for k, v in _KEY.findall(match["keys"])}
        above, _, mail = rest.partition("\n---\n")
        why, _, timeline = above.partition("\n")
        yield Written(match["name"], match["verdict"] == "hit", keys["at"], keys.get("words", ""), keys.get("until", ""),
                      why.removeprefix("why: "), timeline, mail)  # fmt: skip


def cases() -> list[Written]:
    return [case for path in sorted(FOLDER.glob("*.cases")) for case in read(path.read_text("utf-8"))]


def example(text: str) -> Written:
    """Read a check's own example: ``at TIME``, processes, ``---``, the mail."""
    above, _, mail = text.strip().partition("---\n")
    at, _, timeline = above.partition("\n")
    return Written("example", True, at.removeprefix("at ").replace(" ", "T"), "", "", "", timeline, mail + "\n")  # noqa: FBT003
