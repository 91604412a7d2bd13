"""A test of many cases tries them all and tells which failed."""

from __future__ import annotations

import pytest

from tests.each import of_each


def test_every_case_is_tried_and_what_failed_is_named() -> None:
    tried = []

    @of_each([3, 1, 2], "case-{}".format)
    def small(number: int) -> None:
        tried.append(number)
        assert number < 2, "too large"

    with pytest.raises(ExceptionGroup, match=r"2 of 3 cases: case-3, case-2") as told:
        small()
    assert tried == [3, 1, 2]
    first, second = told.value.exceptions
    assert str(first).startswith("too large\nassert 3 < 2")
    assert second.__notes__ == ["in the case case-2"]


def test_cases_of_one_name_are_all_told() -> None:
    @of_each([1, 2], lambda _: "same")
    def small(number: int) -> None:
        raise LookupError(number)

    with pytest.raises(ExceptionGroup) as told:
        small()
    assert [each.args for each in told.value.exceptions] == [(1,), (2,)]


def test_no_cases_test_nothing() -> None:
    with pytest.raises(ValueError, match="no cases"):
        of_each([])
