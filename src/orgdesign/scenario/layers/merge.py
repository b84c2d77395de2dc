"""Tables laid over one another, and what one set of tables has that another has not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from orgdesign.quantities import QUANTITY_WORDS
from orgdesign.scenario.paths import Parts

Tables = dict[str, Any]
"""Plain tables as TOML gives them."""


def merged(lower: Mapping[str, Any], upper: Mapping[str, Any]) -> Tables:
    """Return two layers of tables as one, by key: the upper one wins, arrays are replaced whole.

    So is one figure for all where the other layer gives it by municipality. A table that one
    layer alone has is shared with it: nobody may change it in place.
    """
    outcome = {**lower, **upper}
    for key, value in upper.items():
        below = lower.get(key)
        if isinstance(value, Mapping) and isinstance(below, Mapping):
            outcome[key] = value if _of_another_sort(below, value) else merged(below, value)
    return outcome


def _of_another_sort(lower: Mapping[str, Any], upper: Mapping[str, Any]) -> bool:
    """Return whether one is a quantity and the other figures by id: these mean nothing together."""
    one, other = (upper, lower) if "value" in upper else (lower, upper)
    is_quantity = "value" in one and not isinstance(one["value"], Mapping)
    return is_quantity and bool(other) and not any(word in other for word in QUANTITY_WORDS)


def changed(lower: Mapping[str, Any], upper: Mapping[str, Any]) -> Tables:
    """Return the tables that, laid over the lower ones, give what the upper ones have more."""
    outcome = {}
    for key, value in upper.items():
        if key not in lower:
            outcome[key] = value
            continue
        below = lower[key]
        if isinstance(value, Mapping) and isinstance(below, Mapping):
            if inner := changed(below, value):
                outcome[key] = inner
        elif not same(below, value):
            outcome[key] = value
    return outcome


def removed(lower: Mapping[str, Any], upper: Mapping[str, Any]) -> Iterator[Parts]:
    """Yield the paths that the lower tables have and the upper ones have not."""
    for key, below in lower.items():
        if key not in upper:
            yield (key,)
        elif isinstance(below, Mapping) and isinstance(upper[key], Mapping):
            yield from ((key, *parts) for parts in removed(below, upper[key]))


def same(one: object, other: object) -> bool:
    """Return whether two plain values are the same; true is not 1, but 1 is 1.0."""
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    return isinstance(one, bool) == isinstance(other, bool) and one == other
