"""Marks beside the type of a field: how it is spelled, how much it holds, how a file writes it.

A mark that has a function `read` reads what is given by itself, whatever the type beside it; it
raises PydanticCustomError.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple


class Spelling(NamedTuple):
    """How a text may be spelled: a pattern that it has, and its fewest and most characters."""

    pattern: str | None = None
    at_least: int | None = None
    at_most: int | None = None


class Holds(NamedTuple):
    """How many elements a list or a keyed table has at least."""

    at_least: int


class WrittenAs(NamedTuple):
    """The key by which a file writes a field whose name the code cannot have."""

    key: str


class Either(NamedTuple):
    """Which side of a choice is meant: `of` returns one of the names, in the order of the sides."""

    names: tuple[str, ...]
    of: Callable[[Any], str]
