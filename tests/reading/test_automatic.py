"""Mail that came back and mail from who is away: each mail beside what is understood of it, and nothing else is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.reading import automatic
from sincerely.reading.letters import dsn, mime
from sincerely.reading.statements.statement import Clock

HERE = Path(__file__).parent / "automatic"
NOW = datetime(2026, 3, 11, 12, tzinfo=UTC)
MAILS = sorted(path.stem for path in HERE.glob("*.eml"))


def understood(data: bytes) -> Iterator[str]:
    """What a mail comes to, in the words of the files beside the mails."""
    letter = mime.parse(data)
    told = automatic.of(letter, Clock(at=letter.date or NOW))
    if told is None:
        yield "none"
    elif told.bounce is not None:
        original = told.bounce.original
        yield f'bounce {", ".join(original.ids) or "-"} subject="{original.subject}"'
        for one in told.bounce.recipients:
            yield f"{one.fate} {one.address} {one.status or '-'} {one.reason}"
    elif told.away is not None:
        yield f"away {told.sender} back={told.away.back or '-'}"
    else:
        yield "nothing"


@pytest.mark.parametrize("name", MAILS)
def test_all_and_only_what_it_says_is_understood(name: str) -> None:
    wanted = (HERE / f"{name}.events").read_text("utf-8").splitlines()
    assert list(understood((HERE / f"{name}.eml").read_bytes())) == wanted


def test_there_are_many_of_each() -> None:
    kinds = [(HERE / f"{name}.events").read_text("utf-8").split()[0] for name in MAILS]
    assert kinds.count("bounce") >= 20
    assert kinds.count("away") >= 20
    assert kinds.count("none") >= 8


@pytest.mark.parametrize("name", [name for name in MAILS if name.startswith("b")])
def test_lines_may_end_as_servers_end_them(name: str) -> None:
    data = (HERE / f"{name}.eml").read_bytes()
    assert list(understood(data.replace(b"\n", b"\r\n"))) == list(understood(data))


@pytest.mark.parametrize("name", [name for name in MAILS if name.startswith("a")])
def test_what_an_absence_quotes_is_in_the_mail(name: str) -> None:
    letter = mime.parse((HERE / f"{name}.eml").read_bytes())
    told = automatic.of(letter, Clock(at=letter.date or NOW))
    assert told is not None
    assert told.away is not None
    assert told.away.quote in " ".join(f"{letter.subject}\n{letter.text}".split())


@pytest.mark.parametrize("name", [name for name in MAILS if name.startswith("a")])
def test_a_person_who_writes_the_same_is_no_program(name: str) -> None:
    letter = mime.parse((HERE / f"{name}.eml").read_bytes())
    person = replace(letter, headers={}, subject=f"Re: {letter.subject}")
    assert automatic.of(person, Clock(at=letter.date or NOW)) is None


@given(st.binary(max_size=400))
def test_any_report_is_read(data: bytes) -> None:
    assert all(one.address and one.fate for one in dsn.recipients(data))


@given(
    st.lists(
        st.sampled_from(
            [
                "Final-Recipient: rfc822; a@b.example",
                "Action: failed",
                "Status: 5.1.1",
                "",
                " folded",
                "Diagnostic-Code: smtp; 550 x",
            ]
        )
    )
)
def test_a_report_with_its_lines_in_disorder_is_read(lines: list[str]) -> None:
    for one in dsn.recipients("\n".join(lines).encode()):
        assert re.fullmatch(r"\S+@\S+", one.address)
