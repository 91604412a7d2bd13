"""A property that is worked out once."""

from __future__ import annotations

from sincerely.core.lazy import Lazy, lazy


class Sum:
    def __init__(self) -> None:
        self.asked = 0

    @lazy
    def total(self) -> int:
        """What it comes to."""
        self.asked += 1
        return self.asked


def test_it_is_worked_out_once_for_each_object() -> None:
    one, other = Sum(), Sum()
    assert (one.total, one.total, one.asked, other.asked) == (1, 1, 1, 0)
    assert isinstance(Sum.total, Lazy)
    assert Sum.total.__doc__ == "What it comes to."
