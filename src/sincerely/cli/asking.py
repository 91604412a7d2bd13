"""Asking for a password: on the terminal without showing it, or out of a file. Never an argument."""

from __future__ import annotations

import sys
from pathlib import Path

from .common import Failure


def secret_from(file: Path | None, prompt: str) -> str:
    """Return a password.

    Args:
        file: holds it in its first line; only its owner may read it.
        prompt: what is asked where no file is named.

    Raises:
        VaultError: the file can't be read, or others can.
        Failure: there is none, and nobody to ask.
    """
    from sincerely.accounts.passphrase import from_file, typed

    if file is not None:
        secret = from_file(file)
    elif sys.stdin.isatty():
        secret = typed(prompt)
    else:
        raise Failure('the password is needed and there is no terminal to ask on; "--password-file FILE" names a file')
    if not secret:
        raise Failure("no password was given; nothing was changed")
    return secret
