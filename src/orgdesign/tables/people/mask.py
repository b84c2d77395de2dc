"""Which figures are not printed, so that no small number of people can be worked out.

The rule, for figures of people that may not be below zero, of which a reader knows what adds up
to what: a figure above zero and below the threshold is masked, and as many more as it takes for
every masked figure to have a least and a largest value, with all that is printed, that lie at
least the threshold apart. Where figures are a part of another one, what is left of it is a
figure too, that is never printed.

A zero stays what it is, so what is printed twice but for zeros is one figure here. Where a system
of figures that hang together is too large to solve, all of it is masked: then it can be any
multiple of what it is, so that each figure ranges from zero up.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.axes import Array
from orgdesign.tables.people.mask_room import Mask, Room, roomy

Key = TypeVar("Key", bound=Hashable)
Sums = Sequence[tuple[int, Sequence[int]]]
"""Figures and those that add up to them, by their positions; to within rounding."""

SOLVED = 20_000
"""How many figures that hang together are solved; of more, all above zero are masked."""
ZERO = -1
"""The number of the figures that stay zero."""


class _System(NamedTuple):
    """Figures that are told apart, each printed in one place or more, and what adds up."""

    number: NDArray[np.intp]
    """Which figure each printed one is, or `ZERO`."""
    room: Room
    unseen: Mask
    """What is never printed, and needs no room of its own."""


def small(value: float, least: float) -> bool:
    """Return whether a figure counts people, but too few to show."""
    return 0 < value < least


def hidden(
    values: Mapping[Key, float],
    sums: Sequence[tuple[Key, Sequence[Key]]],
    least: float,
    bounds: Sequence[tuple[Key, Sequence[Key]]] = (),
) -> frozenset[Key]:
    """Return the figures to mask. Values and the threshold in fte, at least 0.

    A sum that holds by less than a rounding counts as one that a reader can use. Of `bounds` the
    parts are together no more than the whole. The order in which all is given changes nothing.
    """
    keys = sorted(values, key=repr)
    at = {key: position for position, key in enumerate(keys)}
    placed = [(at[whole], [at[part] for part in parts]) for whole, parts in sums]
    limits = sorted((at[whole], sorted(at[part] for part in parts)) for whole, parts in bounds)
    amounts = [values[key] for key in keys]
    for whole, parts in limits:
        placed.append((whole, [*parts, len(amounts)]))
        amounts.append(amounts[whole] - sum(amounts[part] for part in parts))
    system = _system(np.maximum(np.array(amounts, float), 0.0), placed, len(keys))
    found = np.zeros(system.unseen.size, bool)
    few = [n for n, key in zip(system.number, keys, strict=False) if small(values[key], least)]
    found[few] = True
    for group in system.room.groups():
        if found[group].any():
            found[group] = _with_others(system, group, found[group], least)
    masked = np.flatnonzero(np.append(found, False)[system.number[: len(keys)]])
    return frozenset(keys[position] for position in masked)


def _system(values: Array, sums: Sums, printed: int) -> _System:
    """Return figures with those taken together that are the same, zeros left out."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    there = (values > 0) | (np.arange(values.size) >= printed)
    left = [
        ([whole] if there[whole] else [], [part for part in parts if there[part]])
        for whole, parts in sums
    ]
    same = np.array([(*w, *p) for w, p in left if len(w) == len(p) == 1], int).reshape(-1, 2).T
    linked = coo_array((np.ones(same.shape[1]), (same[0], same[1])), shape=(values.size,) * 2)
    _, label = connected_components(linked, directed=False)
    number = np.full(values.size, ZERO)
    kept, number[there] = np.unique(label[there], return_inverse=True)
    least, price = np.full(kept.size, np.inf), np.zeros(kept.size)
    np.minimum.at(least, number[there], values[there])
    np.add.at(price, number[there], 1 + values[there])
    unseen = np.ones(kept.size, bool)
    unseen[number[:printed][there[:printed]]] = False
    rows = {_row(number[whole], number[parts]) for whole, parts in left}
    return _System(number, Room.of(sorted(rows - {()}), least, price), unseen)


def _row(whole: NDArray[np.intp], parts: NDArray[np.intp]) -> tuple[tuple[int, int], ...]:
    """Return how often each figure counts in a sum that is zero, those that do not left out."""
    row = dict.fromkeys(whole.tolist(), -1)
    for part in parts.tolist():
        row[part] = row.get(part, 0) + 1
    return tuple(sorted((figure, times) for figure, times in row.items() if times))


def _with_others(system: _System, group: NDArray[np.intp], found: Mask, least: float) -> Mask:
    """Return what is masked of figures that hang together; of too many it is all."""
    if group.size == 1:
        return found
    if group.size > SOLVED:
        return np.ones(group.size, bool)
    return roomy(system.room.within(group), found, system.unseen[group], least)
