"""Many small cases in one test: to begin and report a test takes pytest longer than such a case takes.

Every case is tried, whichever fail before it, and each that fails is named and shown with what it compared.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeVar

Case = TypeVar("Case")


def of_each(
    cases: Collection[Case], name: Callable[[Case], str] = str
) -> Callable[[Callable[[Case], None]], Callable[[], None]]:
    """Make one test of all cases, out of the test of one case.

    Args:
        cases: what the test is asked for, one at a time.
        name: what a case is called where it fails.

    Raises:
        ExceptionGroup: by the test; it holds the exception of each case that failed.
        ValueError: there are no cases, so nothing would be tested.
    """
    if not cases:
        raise ValueError("no cases to test with")

    def decorate(test: Callable[[Case], None]) -> Callable[[], None]:
        def all_cases() -> None:
            failed: list[tuple[str, Exception]] = []
            for case in cases:
                try:
                    test(case)
                except Exception as fault:  # noqa: BLE001  (whatever it is, the other cases are tried)
                    fault.add_note(f"in the case {name(case)}")
                    failed.append((name(case), fault))
            if failed:
                names = ", ".join(each for each, _ in failed)
                raise ExceptionGroup(f"{len(failed)} of {len(cases)} cases: {names}", [fault for _, fault in failed])

        # Not functools.wraps: through __wrapped__ pytest would look for a fixture that is called like the case.
        all_cases.__name__, all_cases.__qualname__ = test.__name__, test.__qualname__
        all_cases.__module__, all_cases.__doc__ = test.__module__, test.__doc__
        return all_cases

    return decorate
