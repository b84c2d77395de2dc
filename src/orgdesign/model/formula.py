"""A formula as a node: a function with the names of the figures it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple


class Formula(NamedTuple):
    """A function and the nodes that its arguments come from, in their order."""

    function: Callable[..., Any]
    arguments: tuple[str, ...]

    @classmethod
    def of(cls, function: Callable[..., Any], **renamed: str) -> Formula:
        """Return the formula of a function whose argument names are the nodes it reads.

        `renamed` gives the node of an argument that has another name.
        """
        names = parameters(function)
        return cls(function, tuple(renamed.get(name, name) for name in names))


def parameters(function: Callable[..., Any]) -> tuple[str, ...]:
    """Return the names of a function's arguments."""
    code = function.__code__
    return code.co_varnames[: code.co_argcount]


def named(*pages: Iterable[Callable[..., Any]]) -> Mapping[str, Formula]:
    """Return the formulas of several pages by the name of their function."""
    return MappingProxyType(
        {function.__name__: Formula.of(function) for page in pages for function in page}
    )
