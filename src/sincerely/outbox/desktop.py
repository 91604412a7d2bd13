"""Notifications on the desktop, by whatever program this system has for them.

Programs are found when they are needed and started with a list of arguments, never through a shell. What is said
comes from mail: it is text, and is handed over where nothing reads it as anything else.
"""

from __future__ import annotations

import base64
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

Find = Callable[[str], str | None]
Start = Callable[[Sequence[str], Mapping[str, str]], int]

_PATIENCE = 20
_UNPRINTABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# Title and body are arguments of the script, not a part of it.
_APPLE = ("on run argv", "display notification (item 2 of argv) with title (item 1 of argv)", "end run")
_WINDOWS = """
Add-Type -AssemblyName System.Windows.Forms
$icon = New-Object System.Windows.Forms.NotifyIcon
$icon.Icon = [System.Drawing.SystemIcons]::Information
$icon.Visible = $true
$icon.ShowBalloonTip(10000, $env:SINCERELY_TITLE, $env:SINCERELY_BODY, 'None')
Start-Sleep -Seconds 10
$icon.Dispose()
"""


class NoNotice(Exception):
    """Nothing was shown; the message says why and what to do."""


@dataclass(frozen=True)
class Program:
    """A command to start, and what it finds in its environment."""

    line: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


def program(title: str, body: str, find: Find = shutil.which) -> Program:
    """Return what shows a notification here.

    Raises:
        NoNotice: this system has no program for it.
    """
    title, body = (_UNPRINTABLE.sub(" ", text) for text in (title, body))
    if (path := find("notify-send")) is not None:
        # Some desktops read the body as markup.
        marked = body.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return Program((path, "--app-name=Sincerely", "--", title, marked))
    if (path := find("osascript")) is not None:
        script = tuple(part for line in _APPLE for part in ("-e", line))
        return Program((path, *script, "--", title, body))
    if (path := find("powershell")) is not None:
        encoded = base64.b64encode(_WINDOWS.encode("utf-16-le")).decode("ascii")
        line = (path, "-NoProfile", "-NonInteractive", "-EncodedCommand", encoded)
        return Program(line, {"SINCERELY_TITLE": title, "SINCERELY_BODY": body})
    raise NoNotice("this system shows no notifications; install notify-send (libnotify-bin), or choose --by mail")


def start(line: Sequence[str], environment: Mapping[str, str]) -> int:
    """Start a program and return how it ended."""
    ended = subprocess.run(  # noqa: S603  (a list of arguments: no shell reads it)
        list(line),
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=_PATIENCE,
        check=False,
    )
    return ended.returncode


def notify(title: str, body: str, find: Find = shutil.which, begin: Start = start) -> None:
    """Show a notification.

    Raises:
        NoNotice: it was not shown.
    """
    made = program(title, body, find)
    try:
        code = begin(made.line, made.environment)
    except (OSError, subprocess.SubprocessError) as error:
        raise NoNotice(f"{made.line[0]}: can't be started ({error}); choose --by mail") from error
    if code:
        raise NoNotice(f"{made.line[0]}: showed nothing (exit code {code}); is anybody at this desktop?")
