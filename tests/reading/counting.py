"""Counts work instead of time: lines of Python that run, and characters that patterns are given to read."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType, ModuleType
from typing import Any

import pytest


class _Reading:
    """A compiled pattern that counts the characters it may read."""

    def __init__(self, pattern: re.Pattern[str], count: list[int]) -> None:
        self._pattern = pattern
        self._count = count

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._pattern, name)
        if not callable(method):
            return method

        def counted(*args: Any, **kwargs: Any) -> Any:
            text = args[1] if name in {"sub", "subn"} else args[0]
            bounds = [] if name in {"sub", "subn", "split"} else [a for a in args[1:] if isinstance(a, int)]
            begin = bounds[0] if bounds else 0
            stop = bounds[1] if len(bounds) > 1 else len(text)
            self._count[0] += max(min(stop, len(text)) - begin, 0)
            return method(*args, **kwargs)

        return counted


@contextmanager
def _traced(count: list[int]) -> Iterator[None]:
    def trace(frame: FrameType, event: str, argument: object) -> Any:
        if event == "line":
            count[0] += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield
    finally:
        sys.settrace(before)


def work(monkeypatch: pytest.MonkeyPatch, modules: list[ModuleType], do: Callable[[], object]) -> int:
    """Return how much work ``do`` is.

    Args:
        monkeypatch: puts the patterns back.
        modules: whose compiled patterns are counted.
        do: what is to be measured.
    """
    count = [0]
    with monkeypatch.context() as patch:
        for module in modules:
            for name, value in list(vars(module).items()):
                if isinstance(value, re.Pattern):
                    patch.setattr(module, name, _Reading(value, count))
        with _traced(count):
            do()
    return count[0]
