"""The person's calendar server: named, tried and kept, or forgotten."""

from __future__ import annotations

from dataclasses import replace

from sincerely.accounts.vault import VaultError
from sincerely.app import wiring
from sincerely.app.connections.calendar_secret import forget, moved, secret_name
from sincerely.app.connections.calendar_settings import CalendarSettings, changed
from sincerely.app.connections.unlocking import wanted
from sincerely.dav.errors import DavError


def is_kept(settings: CalendarSettings) -> bool:
    """Whether a password is kept for the server; so it is taken to be where there is no server, or nobody can tell."""
    if not settings.server or settings.password_file:
        return True
    try:
        vault = wiring.open_secrets()
        return bool(wanted(vault)) or vault.get(secret_name(settings)) is not None
    except VaultError:
        return True


def named(before: CalendarSettings, server: str, user: str, password: str) -> CalendarSettings:
    """Return the settings with a server in them; its password is tried, then kept in the vault.

    Args:
        before: the settings so far.
        server: its address; "" forgets the one before, and its password.
        user: who signs in there.
        password: theirs; "" leaves the one that is kept.

    Raises:
        DavError: something is missing, or the server can't be used; nothing was kept.
        VaultError: the password can't be kept, or not be forgotten.
    """
    if not server:
        forget(before, wiring.open_secrets)
        return replace(before, server="", user="", password_file="", own="")
    if not user:
        raise DavError(server, "needs a name to sign in with", "type it")
    new = changed(before, server=server, user=user)
    if not password and (moved(new, before) or not is_kept(new)):
        raise DavError(server, "needs a password", "type it: it is kept in your system's keyring, or sealed")
    if password:
        new = replace(new, password_file="")
        with wiring.connected(new, lambda _: password) as dav:
            dav.home()
        wiring.open_secrets().put(secret_name(new), password)
    return new
