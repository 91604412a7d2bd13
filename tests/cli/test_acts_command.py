"""``sincerely acts``: one sentence, and many by line."""

from __future__ import annotations

import io
import json
import sys
from typing import Any

import pytest

from sincerely.cli import acts as command
from sincerely.cli.main import main


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    def run(*lines: bytes) -> list[dict[str, Any]]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\n".join(lines))))
        with pytest.raises(SystemExit) as left:
            main(["acts", "--jsonl"])
        assert not left.value.code
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return run


def test_answers_come_in_the_order_of_the_lines_errors_too(answered: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "_BATCH", 2)  # the third line begins the second batch
    lines = [
        b'{"id": 1, "text": "Could you send it?"}',
        b"",
        b"no json",
        b'{"id": "x"}',
        b'{"id": 4, "text": "..."}',
        b"[]",
    ]
    rows = answered(*lines)
    assert [row["id"] for row in rows] == [1, None, "x", 4, None]
    assert rows[0]["acts"]["request"] > 0.9
    assert rows[1]["error"].startswith("line 3: expected an object with id and text")
    assert rows[2]["error"].startswith("line 4: expected an object with id and text")
    assert rows[3]["acts"] == {"request": 0.0, "promise": 0.0, "meeting": 0.0}
    assert rows[4]["error"].startswith("line 6:")


def test_nothing_asked_is_nothing_answered(answered: Any) -> None:
    assert answered() == []


def test_a_line_is_answered_as_the_sentence_alone(answered: Any, capsys: pytest.CaptureFixture[str]) -> None:
    [row] = answered(b'{"id": null, "text": "You will hear from us by Friday."}')
    with pytest.raises(SystemExit):
        main(["acts", "You will hear from us by Friday."])
    assert json.loads(capsys.readouterr().out) == row
