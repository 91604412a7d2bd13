"""What every outbox must do. Subclass `OutboxContract` once per adapter and peer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pytest

from sincerely.core.outbound import Text
from sincerely.outbox.base import Fate, Outbox, Parcel
from sincerely.outbox.eml import parcel

TEXT = Text(
    to=("Dana Ito <dana@acme.example>",),
    cc=("lee@acme.example",),
    subject="Grüße – thank you",
    body="Dear Dana,\n\n.a line that begins with a dot\n.\nThank you.\n\nRobin",
    in_reply_to="<1@acme.example>",
)
ID = "<a1b2@mail.example>"
PARCEL = parcel(TEXT, "Robin <robin@mail.example>", ID, datetime(2026, 3, 5, 15, tzinfo=UTC))
NOBODY = "nobody@acme.example"


class OutboxContract:
    @pytest.fixture
    def outbox(self) -> Outbox:
        """An outbox whose server knows everybody but `NOBODY`."""
        raise NotImplementedError

    @pytest.fixture
    def taken(self, outbox: Outbox) -> Callable[[], Sequence[Parcel]]:
        """What the server has taken so far."""
        raise NotImplementedError

    def test_it_arrives_as_it_was_written(self, outbox: Outbox, taken: Callable[[], Sequence[Parcel]]) -> None:
        assert outbox.send(PARCEL, lambda: True).fate is Fate.TAKEN
        assert taken() == [PARCEL]

    def test_it_goes_to_all_or_to_none(self, outbox: Outbox, taken: Callable[[], Sequence[Parcel]]) -> None:
        found = outbox.send(Parcel(PARCEL.data, PARCEL.sender, ("dana@acme.example", NOBODY)), lambda: True)
        assert found.fate is Fate.REFUSED
        assert found.advice.startswith(NOBODY)
        assert taken() == []

    def test_nothing_is_sent_once_the_right_is_lost(
        self, outbox: Outbox, taken: Callable[[], Sequence[Parcel]]
    ) -> None:
        assert outbox.send(PARCEL, lambda: False).fate is Fate.LATER
        assert outbox.send(PARCEL, lambda: True).fate is Fate.TAKEN
        assert taken() == [PARCEL]

    def test_it_sends_as_often_as_it_is_told(self, outbox: Outbox, taken: Callable[[], Sequence[Parcel]]) -> None:
        """Whether something went out before is for the caller to know."""
        for _ in range(2):
            assert outbox.send(PARCEL, lambda: True).fate is Fate.TAKEN
        assert len(taken()) == 2
