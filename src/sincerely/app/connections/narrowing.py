"""A store that does no more than a program may: what is not allowed is not there, whoever asks for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from sincerely.app.connections.access import Scope
from sincerely.app.drafts.style import CALLED, LEARNT
from sincerely.core.outbound import Dispatch, State, Written
from sincerely.store.base import Answered, Store

READS = frozenset(
    """transaction process processes histories newest summaries lively next_wake event sources source_state known_keys
    known_digests message message_named messages_of sent_messages threads drafts versions outgoing outgoings last_event
    events_since paper papers setting reminded accounts counts answered search_events search_messages handed
    version""".split()
)
"""What every program may ask. A new method of `Store` is allowed to nobody before it stands in one of these lists."""
WRITES = frozenset({"add", "add_messages", "place_messages", "add_paper", "set_removed", "set_header", "sweep"})
APPROVES = frozenset({"add_outgoing"})
LIMITED = frozenset({"add_version", "step", "set_setting", "keep_answered"})
"""What is allowed within limits, see below."""
NEVER = frozenset(
    """alone backup claim_reminders close erase erasing forget_paper judge_all release_reminders remove_account
    save_account save_handed save_source setting_names""".split()
)
"""What no program does through here: to send, to let anybody in, to delete for good."""
# Ends an approval: always the safe side.
_ENDS = frozenset({State.VOID, State.WITHDRAWN})
# What the person has written is read; what is counted in it is kept meanwhile. Nobody's word.
_COUNTED = frozenset({LEARNT, CALLED})
# What taking back needs. Policy, accounts, and who may come in are for the person alone to say.
_KEPT = frozenset({"journal", "regrouped"})


class NotAllowed(Exception):
    """A program tried what it may not; nothing was changed."""


class _Narrow:
    """The methods of a store that some scopes allow."""

    def __init__(self, store: Store, scopes: Iterable[Scope]) -> None:
        self._store = store
        self._scopes = frozenset(scopes)
        writes = WRITES if Scope.WRITE in self._scopes else frozenset()
        approves = APPROVES if Scope.APPROVE in self._scopes else frozenset()
        self._allowed = READS | writes | approves

    def __getattr__(self, name: str) -> Any:
        if name not in self._allowed:
            raise NotAllowed(f"this program may not do that ({name.replace('_', ' ')})")
        return getattr(self._store, name)

    def add_version(self, written: Written) -> Written:
        """Keep a version: a program that may propose and no more keeps proposals and no more."""
        if Scope.WRITE in self._scopes or (Scope.PROPOSE in self._scopes and written.made_by == "proposed"):
            return self._store.add_version(written)
        raise NotAllowed("this program may not write drafts")

    def step(self, old: Dispatch, new: Dispatch) -> bool:
        """Take a step with a message: who may write may end an approval, and who may approve may approve."""
        ends = new.state in _ENDS and Scope.WRITE in self._scopes
        if ends or (Scope.APPROVE in self._scopes and new.state in {State.APPROVED, State.DRAFT, *_ENDS}):
            return self._store.step(old, new)
        raise NotAllowed("this program may not approve or send")

    def set_setting(self, name: str, value: Any) -> None:
        """Keep a setting: what undoing needs, and nothing that rules anything."""
        if name in _COUNTED or (Scope.WRITE in self._scopes and name in _KEPT):
            self._store.set_setting(name, value)
            return
        raise NotAllowed("this program may not change settings")

    def keep_answered(self, answered: Answered) -> None:
        """Remember an answer, as whoever may change anything has to."""
        if self._scopes <= {Scope.READ}:
            raise NotAllowed("this program may only read")
        self._store.keep_answered(answered)


def narrowed(store: Store, scopes: Iterable[Scope]) -> Store:
    """Return a store that allows what these scopes are for. Nobody sends through it: nothing is ever claimed."""
    return cast("Store", _Narrow(store, scopes))
