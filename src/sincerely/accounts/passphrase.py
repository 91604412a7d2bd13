"""Secrets from the person: typed without being shown, or from a file or a file descriptor. Never an argument."""

from __future__ import annotations

import contextlib
import getpass
import os
import stat
import sys
import threading
from pathlib import Path

from .vault import VaultError

_FILE, _NUMBER = "SINCERELY_PASSPHRASE_FILE", "SINCERELY_PASSPHRASE_FD"
_MOST = 4096
_HOW = f"set {_FILE} to a file with it that only you may read, or {_NUMBER} to an open file descriptor"


def ask_passphrase(*, new: bool) -> str:
    """Return the sealed file's passphrase.

    Args:
        new: whether it is a new one, and so asked for twice.

    Raises:
        VaultError: there is nobody to ask.
    """
    if number := os.environ.get(_NUMBER):
        return _from_number(number)
    if place := os.environ.get(_FILE):
        return from_file(Path(place))
    # Pages and background work must not wait for somebody at the terminal.
    if not sys.stdin.isatty() or threading.current_thread() is not threading.main_thread():
        raise VaultError(f"the passphrase of the sealed file is needed and there is nobody to ask; {_HOW}")
    return typed("New passphrase for your secrets" if new else "Passphrase", twice=new)


def typed(prompt: str, *, twice: bool = False) -> str:
    """Ask on the terminal; nothing is shown.

    Raises:
        VaultError: the two differ.
    """
    first = getpass.getpass(f"{prompt}: ")
    if twice and getpass.getpass("Once more: ") != first:
        raise VaultError("the two are not the same; nothing was changed")
    return first


def from_file(path: Path) -> str:
    """Return the first line of a file that only its owner may read.

    Raises:
        VaultError: it cannot be read, or others can.
    """
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            if stat.S_ISREG(status.st_mode) and os.name == "posix" and status.st_mode & 0o077:
                raise VaultError(f"{path}: others may read it; chmod 600 it first")
            return _line(file.read(_MOST))
    except OSError as error:
        raise VaultError(f"{path}: cannot be read ({error.strerror})") from error


_given: dict[int, str] = {}


def _from_number(number: str) -> str:
    """Return what a file descriptor holds: it can be read once, and may be asked for twice."""
    try:
        wanted = int(number)
        if wanted not in _given:
            with contextlib.closing(os.fdopen(wanted, "rb", closefd=False)) as file:
                _given[wanted] = _line(file.read(_MOST))
        return _given[wanted]
    except (OSError, ValueError) as error:
        raise VaultError(f"{_NUMBER}: expected an open file descriptor, found {number}") from error


def _line(data: bytes) -> str:
    try:
        return data.decode().partition("\n")[0].removesuffix("\r")
    except UnicodeDecodeError as error:
        raise VaultError("a passphrase file is UTF-8 text") from error
