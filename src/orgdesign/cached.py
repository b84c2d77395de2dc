"""What is computed once and kept, without the lock that Python 3.11 has for a property.

That lock is one for all objects of a class, held while the value is computed. Two threads that
each compute something for the other then wait for ever.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable
from typing import Any, Generic, Self, TypeVar, overload

Value = TypeVar("Value")

if sys.version_info >= (3, 12):
    from functools import cached_property
else:

    class cached_property(Generic[Value]):  # noqa: N801 as in functools, from 3.12 on
        """Two threads that ask at once may both compute the value, which is the same."""

        def __init__(self, function: Callable[[Any], Value]) -> None:
            self.function = function
            self.name = function.__name__
            self.__doc__ = function.__doc__

        @overload
        def __get__(self, instance: None, owner: type | None = None) -> Self: ...

        @overload
        def __get__(self, instance: object, owner: type | None = None) -> Value: ...

        def __get__(self, instance: object | None, owner: type | None = None) -> Self | Value:
            """Return what was computed; what is kept on the object is asked before this."""
            if instance is None:
                return self
            value = instance.__dict__[self.name] = self.function(instance)
            return value


def kept(owner: object, name: Hashable, make: Callable[[], Value]) -> Value:
    """Return what was made of an owner under a name; it is made where it was not, and kept with it.

    Two threads that ask at once may both make it: what is there first is what both get.
    """
    known: dict[Hashable, Value] = vars(owner).setdefault("_kept", {})
    if name not in known:
        known.setdefault(name, make())
    return known[name]


__all__ = ["cached_property", "kept"]
