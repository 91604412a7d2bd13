"""Everything away for good, a backup back in its place, and the sample out of the way."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sincerely.accounts.vault import Vault, VaultError
from sincerely.app import wiring
from sincerely.app.connections import calendar_secret, calendar_settings
from sincerely.app.connections.signing_in import secret_name
from sincerely.app.mail_in.bringing import FOLDER as BROUGHT
from sincerely.app.mail_in.sample_in import FOLDER as SAMPLE
from sincerely.app.mail_in.sample_in import has_sample
from sincerely.store.base import Store

WORDS = "erase everything"
"""What the person types to say that they mean it."""
_BEFORE = "before-restoring"
# Who may come in: what was ended since a backup must not begin anew with it, and nobody is to be locked out.
_DOOR = ("front_door", "tokens", "public_address", "feed")
# What the person chose, and not what the sample is about.
_CHOICES = ("policy", "style", "reminders", "calendar", *_DOOR)


class NotMeant(ValueError):
    """The words that say so were not typed; nothing was changed."""


@dataclass(frozen=True)
class Erased:
    """What went.

    Attributes:
        processes, messages: how many of them.
        secrets: how many secrets of accounts.
        files: how many files that had been brought.
        left: what could not be taken away, and what to do.
    """

    processes: int
    messages: int
    secrets: int
    files: int
    left: tuple[str, ...] = ()


def erase(home: Path, said: str, vault: Callable[[], Vault]) -> Erased:
    """Erase all that Sincerely keeps: the store, secrets, what was brought, the sample, backups of before a restore.

    The mail itself stays as it is, wherever it lies.

    Raises:
        NotMeant: the words were not typed.
        StoreError: the store can't be written; nothing of it was erased.
    """
    if " ".join(said.casefold().split()) != WORDS:
        raise NotMeant(f'Type "{WORDS}" to say that you mean it. Nothing was erased.')
    with wiring.opened(home) as store:
        counts, accounts = store.counts(), store.accounts()
        door = _held(store, _DOOR[:1])
        calendars = calendar_settings.load(store)
    left = [f"{calendars.own}: the calendar that Sincerely filled there"] if calendars.own else []
    gone = 0
    for account in accounts:
        if account.imap is not None or account.smtp is not None:
            try:
                vault().remove(secret_name(account))
                gone += 1
            except VaultError as error:
                left.append(f"the password of {account.address} ({error})")
    try:
        gone += calendar_secret.forget(calendars, vault)
    except VaultError as error:
        left.append(f"the password of {calendars.server} ({error})")
    _empty(home, door)
    files = _clear(home)
    return Erased(counts["processes"], counts["messages"], gone, files, tuple(left))


def _clear(home: Path) -> int:
    """Delete what lies beside the store, and return how many files of the person's own that were."""
    count = sum(path.is_file() for path in (home / BROUGHT).rglob("*"))
    for name in (BROUGHT, SAMPLE):
        shutil.rmtree(home / name, ignore_errors=True)
    for path in (*home.glob(f"{_BEFORE}-*.db"), home / "secrets.sealed", home / "secrets.lock"):
        with suppress(OSError):
            path.unlink(missing_ok=True)
    return count


def restore(home: Path, backup: Path, now: datetime) -> Path:
    """Make the store what a backup holds, and return where the present one was kept before.

    Raises:
        StoreError: it is no backup; nothing was changed.
    """
    before, number = home / f"{_BEFORE}-{now:%Y-%m-%d-%H%M%S}.db", 2
    while before.exists():  # it may be the very one that is restored
        before, number = home / f"{_BEFORE}-{now:%Y-%m-%d-%H%M%S}-{number}.db", number + 1
    with wiring.opened(home) as store:
        store.backup(before)
        door = _held(store, _DOOR)
    wiring.replace_store(home, backup)
    with wiring.opened(home) as store, store.transaction():
        for name, value in door.items():
            store.set_setting(name, value)
        store.judge_all(now)  # time has passed since
    return before


def _held(store: Store, names: Sequence[str]) -> dict[str, Any]:
    return {name: store.setting(name) for name in names}


def _empty(home: Path, settings: Mapping[str, Any]) -> None:
    """Make the store empty but for some settings."""
    wiring.replace_store(home, None)
    with wiring.opened(home) as store:
        for name, value in settings.items():
            if value is not None:
                store.set_setting(name, value)


def kept_before(home: Path) -> list[Path]:
    """Return what the store was before each restoring, the latest first."""
    return sorted(home.glob(f"{_BEFORE}-*.db"), reverse=True)


def clear_sample(home: Path) -> bool:
    """Take the sample away, where it is in; the person's choices stay. Return whether it was there."""
    with wiring.opened(home) as store:
        if not has_sample(store):
            return False
        choices = _held(store, _CHOICES)
    _empty(home, choices)
    shutil.rmtree(home / SAMPLE, ignore_errors=True)
    return True
