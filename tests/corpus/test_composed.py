"""The mails that training puts together from stock phrases are well told, and the same each time."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
sys.path.append(str(HERE / "bundles"))
sys.path.append(str(HERE.parents[1] / "bench" / "reader"))

import check  # noqa: E402 - stands beside the bundles
import stock  # noqa: E402 - a script of training, no part of the package

COUNT = 400


def test_no_composed_mail_has_a_fault() -> None:
    mails = list(check.mails(stock.bundle(COUNT)))
    assert len(mails) == COUNT
    assert {mail.name: list(check.faults(mail)) for mail in mails if list(check.faults(mail))} == {}


def test_the_same_seed_composes_the_same_mails() -> None:
    assert stock.bundle(COUNT, seed=7) == stock.bundle(COUNT, seed=7)
    assert stock.bundle(COUNT, seed=7) != stock.bundle(COUNT, seed=8)


def test_the_same_words_are_composed_with_other_news_too() -> None:
    kinds = Counter(mail.kind for mail in check.mails(stock.bundle(COUNT)))
    assert kinds["rejection"] > COUNT / 2
    assert min(kinds["acknowledgement"], kinds["other"]) > COUNT / 40
