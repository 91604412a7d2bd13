"""The bundles of training mails can be trusted: notation, quotes, dates; and nothing of the blind part stands in them."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from email import message_from_bytes, policy
from pathlib import Path

import pytest

HERE = Path(__file__).parent
BUNDLES = sorted((HERE / "bundles").glob("*.mails"))
sys.path.append(str(HERE / "bundles"))

import check  # noqa: E402 - stands beside the bundles

# A sentence of so many words is somebody's own.
_LONG = 7


@pytest.mark.parametrize("path", BUNDLES, ids=lambda path: path.stem)
def test_every_mail_is_well_told(path: Path) -> None:
    mails = list(check.mails(path.read_text("utf-8")))
    assert len(mails) > 150
    assert len({mail.name for mail in mails}) == len(mails)
    assert {mail.name: list(check.faults(mail)) for mail in mails if list(check.faults(mail))} == {}


def sentences(text: str) -> set[str]:
    found = set()
    for block in re.split(r"\n\s*\n", text):
        if not block.lstrip().startswith((">", "On ", "From:")):
            for sentence in re.split(r"(?<=[.!?:;])\s+", " ".join(block.split())):
                words = re.findall(r"\w+", sentence.lower())
                if len(words) >= _LONG:
                    found.add(" ".join(words))
    return found


@pytest.mark.slow
def test_no_sentence_stands_in_more_than_three_mails_and_none_of_the_blind_part_here() -> None:
    where: dict[str, set[str]] = defaultdict(set)
    for path in BUNDLES:
        for mail in check.mails(path.read_text("utf-8")):
            for sentence in sentences(mail.mail.partition("\n\n")[2]):
                where[sentence].add(mail.name)
    assert {text: names for text, names in where.items() if len(names) > 3} == {}
    blind: set[str] = set()
    for file in sorted((HERE / "test").glob("*.eml")):
        message = message_from_bytes(file.read_bytes(), policy=policy.default)
        body = message.get_body(("plain",))
        if body is not None:
            blind |= sentences(str(body.get_content()))
    assert blind
    # Only what no writer can avoid is shared.
    assert len(blind & set(where)) <= len(blind) // 200
