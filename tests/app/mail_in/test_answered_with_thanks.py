"""Who thanks in a thread that asks something, and says more than that, has answered."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.app.conftest import Run

DAY = datetime.now(UTC) - timedelta(days=4)
FIXED = f"""From: Ina Feld <ina.feld@brettner-personal.example>
To: Robin Ashdown <robin@mail.example>
Subject: Vorstellungsgespräch als Disponentin
Date: {DAY - timedelta(days=3):%a, %d %b %Y} 10:00:00 +0000
Message-ID: <f1@brettner-personal.example>
Content-Type: text/plain; charset=utf-8

Guten Tag Frau Ashdown,

das Vorstellungsgespräch als Disponentin bei der Tolle Technik GmbH ist am {DAY:%d.%m.%Y} um 10 Uhr in der Poststraße 4.

Mit freundlichen Grüßen
Ina Feld
"""
ASKED = f"""From: Ina Feld <ina.feld@brettner-personal.example>
To: Robin Ashdown <robin@mail.example>
Subject: Wie war es?
Date: {DAY:%a, %d %b %Y} 15:00:00 +0000
Message-ID: <f2@brettner-personal.example>
Content-Type: text/plain; charset=utf-8

Guten Tag Frau Ashdown,

wie war Ihr Eindruck von dem Gespräch heute?

Mit freundlichen Grüßen
Ina Feld
"""
ANSWER = f"""From: Robin Ashdown <robin@mail.example>
To: Ina Feld <ina.feld@brettner-personal.example>
Subject: Re: Wie war es?
Date: {DAY:%a, %d %b %Y} 18:00:00 +0000
Message-ID: <f3@mail.example>
In-Reply-To: <f2@brettner-personal.example>
References: <f2@brettner-personal.example>
Content-Type: text/plain; charset=utf-8

Hallo Frau Feld,

{{said}}

Gruß
Robin Ashdown
"""


@pytest.mark.parametrize(
    ("said", "open_"),
    [
        (
            "war ein gutes Gespräch, danke fürs Einfädeln! Herr Kolb hat mir die Halle gezeigt. Ich kanns mir vorstellen.",
            False,
        ),
        ("thanks so much for setting this up! They were lovely, and I could see myself there.", False),
        ("gibts schon was Neues von Herrn Kolb?", True),
    ],
)
@pytest.mark.parametrize("at_once", [True, False])
def test_thanks_with_an_answer_answer(run: Run, tmp_path: Path, said: str, *, open_: bool, at_once: bool) -> None:
    for number, mail in enumerate((FIXED, ASKED, ANSWER.format(said=said))):
        (tmp_path / f"{number}.eml").write_text(mail, "utf-8")
        if not at_once:
            run("sync", tmp_path / f"{number}.eml", "--me", "robin@mail.example")
    if at_once:
        run("sync", *(tmp_path / f"{number}.eml" for number in range(3)), "--me", "robin@mail.example")
    assert ("WAIT004" in run("today", "--json").stdout) is open_
