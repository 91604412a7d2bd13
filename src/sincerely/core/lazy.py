"""A property that is worked out when it is first asked for, and kept with its object."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar, overload

Owner = TypeVar("Owner")
T = TypeVar("T")


def lazy(make: Callable[[Owner], T]) -> Lazy[Owner, T]:
    """Make a method a property like `functools.cached_property`, without the lock that that takes until Python 3.12.

    The lock costs more than most of what a report works out. Two threads may both work out one answer, and keep
    the same: what is kept is a pure function of a frozen object.
    """
    return Lazy(make)


class Lazy(Generic[Owner, T]):
    """What `lazy` puts in the method's place."""

    def __init__(self, make: Callable[[Owner], T]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type[Owner], name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type[Owner]) -> Lazy[Owner, T]: ...

    @overload
    def __get__(self, instance: Owner, owner: type[Owner]) -> T: ...

    def __get__(self, instance: Owner | None, owner: type[Owner]) -> Lazy[Owner, T] | T:
        if instance is None:
            return self
        made = instance.__dict__[self._name] = self._make(instance)
        return made
