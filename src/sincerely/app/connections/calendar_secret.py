"""The password of the calendar server: where the mailboxes' passwords are, in the keyring or the sealed file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sincerely.accounts.vault import Vault, VaultError
from sincerely.app.connections.calendar_settings import CalendarSettings
from sincerely.dav.client import Secret
from sincerely.dav.errors import DavError


def secret_name(settings: CalendarSettings) -> str:
    """Return the name of the password in the vault; another server or user has another."""
    return f"caldav:{settings.user}@{settings.server}"


def moved(settings: CalendarSettings, before: CalendarSettings) -> bool:
    """Whether the server, or who signs in there, is another, so that the password is another."""
    return (settings.server, settings.user) != (before.server, before.user)


def secret_of(settings: CalendarSettings, vault: Callable[[], Vault]) -> Secret:
    """Return what gives the password when it is needed: out of the vault, or of the file that was named for it."""
    return in_file(Path(settings.password_file)) if settings.password_file else _kept(settings, vault)


def _kept(settings: CalendarSettings, vault: Callable[[], Vault]) -> Secret:
    def secret(_: str) -> str:
        try:
            found = vault().get(secret_name(settings))
        except VaultError as error:
            what, _, remedy = str(error).partition("; ")
            raise DavError(settings.server, f"its password can't be had: {what}", remedy or "try again") from error
        if found is None:
            raise DavError(settings.server, "no password is known", 'give it with "sincerely calendar push --password"')
        return found

    return secret


def in_file(path: Path) -> Secret:
    """Return what reads a password from a file's first line, each time it is needed."""

    def secret(_: str) -> str:
        try:
            lines = path.expanduser().read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is no text"
            raise DavError(str(path), f"the password can't be read ({reason})", "check the file") from error
        if not lines or not lines[0]:
            raise DavError(str(path), "the password's file is empty", "write the password into its first line")
        return lines[0]

    return secret


def forget(settings: CalendarSettings, vault: Callable[[], Vault]) -> bool:
    """Forget the password, and return whether there was a server that it was for.

    Raises:
        VaultError: it can't be removed.
    """
    if not settings.server or settings.password_file:
        return False
    vault().remove(secret_name(settings))
    return True
