"""Notifications: whichever program is there gets the words as words."""

from __future__ import annotations

import base64
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from sincerely.outbox.desktop import NoNotice, notify, program, start

HOSTILE = '-x "$(touch gone)"; `id` <b>\n\x1b]0;title\x07 & \udcff'


def only(name: str) -> Callable[[str], str | None]:
    return lambda wanted: f"/bin/{name}" if wanted == name else None


def test_notify_send_gets_a_list_and_no_markup() -> None:
    made = program("-t", HOSTILE, only("notify-send"))
    assert made.line[:4] == ("/bin/notify-send", "--app-name=Sincerely", "--", "-t")
    assert "&lt;b&gt;" in made.line[4]
    assert "\x1b" not in made.line[4]
    assert "\udcff" not in made.line[4]


def test_osascript_gets_words_as_arguments() -> None:
    line = program("Title", HOSTILE, only("osascript")).line
    script = line[1 : line.index("--")]
    assert not any("touch" in part for part in script)
    assert line[-2] == "Title"
    assert "touch" in line[-1]


def test_powershell_gets_words_in_its_environment() -> None:
    made = program("Title", HOSTILE, only("powershell"))
    assert not any("touch" in part for part in made.line)
    assert "touch" not in base64.b64decode(made.line[-1]).decode("utf-16-le")
    assert "touch" in made.environment["SINCERELY_BODY"]


def test_without_any_program_it_says_what_to_do() -> None:
    with pytest.raises(NoNotice, match="notify-send"):
        notify("Title", "Body", lambda _: None)


@pytest.mark.parametrize("fault", [1, OSError("no such file")])
def test_what_was_not_shown_is_an_error(fault: int | OSError) -> None:
    def begin(line: Sequence[str], environment: Mapping[str, str]) -> int:
        if isinstance(fault, OSError):
            raise fault
        return fault

    with pytest.raises(NoNotice):
        notify("Title", "Body", only("notify-send"), begin)


def test_a_real_program_is_started_without_a_shell(tmp_path: Path) -> None:
    script = "import sys, os, pathlib; pathlib.Path(sys.argv[1]).write_text(sys.argv[2] + os.environ['X'])"
    assert start([sys.executable, "-c", script, str(tmp_path / "told"), "$HOME; "], {"X": "y"}) == 0
    assert (tmp_path / "told").read_text() == "$HOME; y"
