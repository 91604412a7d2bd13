"""What the person wrote in a process before backs what they write now; what others wrote does not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from pathlib import Path

import pytest

from sincerely.app.drafts.own_words import own_words
from sincerely.app.mail_in.sync import sync
from sincerely.app.outgoing.message import outgoing_mail
from sincerely.app.outgoing.reviewing import review_found
from sincerely.app.today.policies import load_policy
from sincerely.app.wiring import opened, reader
from sincerely.sources.detect import open_source
from sincerely.store.base import Store

ME = "jo.ferris@mail.example"
NOW = datetime(2026, 5, 15, 9, tzinfo=UTC)
APPLIED = """From: Jo Ferris <jo.ferris@mail.example>
To: Tessa Lowe <tessa.lowe@brimfield.example>
Subject: Application: Assistant buyer
Date: Fri, 01 May 2026 09:00:00 +0000
Message-ID: <1@mail.example>

Dear Ms Lowe,

I am applying for the position of Assistant buyer at Brimfield Foods. I have six years' experience in payroll
for a chain of bakeries. My CV is attached.

Kind regards,
Jo Ferris
"""
INVITED = """From: Tessa Lowe <tessa.lowe@brimfield.example>
To: Jo Ferris <jo.ferris@mail.example>
Subject: Re: Application: Assistant buyer
Date: Fri, 08 May 2026 09:00:00 +0000
Message-ID: <2@brimfield.example>
In-Reply-To: <1@mail.example>
References: <1@mail.example>

Dear Jo,

thank you for your application. We would like to invite you to an interview on Thursday 14 May 2026 at 14:00.
We have nine years of experience in export.

Kind regards,
Tessa Lowe
Brimfield Foods

> I am applying for the position of Assistant buyer at Brimfield Foods.
"""
NOTE = """From: Jo Ferris <jo.ferris@mail.example>
To: Tessa Lowe <tessa.lowe@brimfield.example>
Subject: Thank you

Dear Tessa,

Thank you for the interview about the assistant buyer position. I have {claim}.

Kind regards,
Jo Ferris
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("own")
    with opened(folder / "home") as found:
        for number, text in enumerate((APPLIED, INVITED)):
            path = folder / f"{number}.eml"
            path.write_text(text, "utf-8")
            sync(found, [open_source(path)], reader(found, [ME], NOW), NOW, lambda *_: None)
        yield found


def _morning(zone: tzinfo) -> datetime:
    return datetime(2026, 5, 15, 9, tzinfo=zone)


@pytest.mark.parametrize(
    ("claim", "doubted"),
    [
        ("six years' experience in payroll for a chain of bakeries", False),
        ("sixteen years' experience in payroll for a chain of bakeries", True),
        ("nine years of experience in export", True),  # theirs
    ],
)
def test_what_was_told_before_needs_no_other_ground(store: Store, claim: str, *, doubted: bool) -> None:
    mail = outgoing_mail(NOTE.format(claim=claim).encode())
    found = review_found(mail, store, _morning, policy=load_policy("default"))
    assert found is not None
    assert found.process is not None
    assert ("OUT009" in {finding.code for finding in found.verdict.findings}) is doubted


def test_it_is_the_persons_own_words_alone(store: Store) -> None:
    [process] = store.histories()
    said = own_words(store, process.header.id)
    assert "six years' experience in payroll for a chain of bakeries" in said
    assert "export" not in said
