"""Mailboxes that did not let us in when they were read last: what was signed in with is to be given anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from sincerely.sources.base import SignInRefused
from sincerely.store.base import Store

NOT_LET_IN = "not_let_in"
_KIND = "imap:"  # so their sources' names begin


@dataclass(frozen=True)
class Refusal:
    """What a mailbox said: why it lets nobody in, and what to do. Never what was signed in with."""

    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.what}; {self.remedy}"


def remember(store: Store, source: str, error: SignInRefused) -> None:
    """Keep that a source refused, and why; whatever is no mailbox is not kept."""
    if source.startswith(_KIND):
        refused = Refusal(error.what, error.remedy)
        _save(store, {**refusals(store), source.removeprefix(_KIND): refused})


def forget(store: Store, source: str) -> None:
    """Keep that a source lets us in, or is none any more."""
    kept = refusals(store) if source.startswith(_KIND) else {}
    if kept.pop(source.removeprefix(_KIND), None) is not None:
        _save(store, kept)


def refusals(store: Store) -> dict[str, Refusal]:
    """Return the mailboxes that did not let us in, by their address."""
    return {address: Refusal(**told) for address, told in (store.setting(NOT_LET_IN) or {}).items()}


def _save(store: Store, kept: Mapping[str, Refusal]) -> None:
    store.set_setting(NOT_LET_IN, {address: asdict(refused) for address, refused in kept.items()})
