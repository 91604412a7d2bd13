"""A property that is worked out when it is first asked for, and kept with its object."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar, overload

O = TypeVar("O")  # noqa: E741  (the object's class)
T = TypeVar("T")


class lazy(Generic[O, T]):  # noqa: N801  (a decorator, as `property` is)
    """`functools.cached_property` without the lock that it takes until Python 3.12.

    The lock costs more than most of what a report works out. Two threads may both work out one answer, and keep
    the same: what is kept is a pure function of a frozen object.
    """

    def __init__(self, make: Callable[[O], T]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type[O], name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type[O]) -> lazy[O, T]: ...

    @overload
    def __get__(self, instance: O, owner: type[O]) -> T: ...

    def __get__(self, instance: O | None, owner: type[O]) -> lazy[O, T] | T:
        if instance is None:
            return self
        made = instance.__dict__[self._name] = self._make(instance)
        return made
