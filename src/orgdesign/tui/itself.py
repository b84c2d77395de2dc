"""What stands for a very thing in what is compared, where another that is alike is no match."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Itself:
    """Equal to what holds the same thing; it keeps the thing, so that no other takes its place."""

    thing: object

    def __eq__(self, other: object) -> bool:
        """Return whether another holds the same thing."""
        return isinstance(other, Itself) and other.thing is self.thing

    def __hash__(self) -> int:
        """Return a number that is the same for the same thing."""
        return id(self.thing)
