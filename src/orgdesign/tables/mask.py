"""Which figures are not printed, so that no small number of people can be worked out.

The rule, for figures of people that may not be below zero, of which a reader knows what adds up
to what: a figure above zero and below the threshold is masked, and as many more as it takes for
every masked figure to have a least and a largest value, with all that is printed, that lie at
least the threshold apart. Where figures are a part of another one, what is left of it is a
figure too, that is never printed.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.axes import Array

Key = TypeVar("Key", bound=Hashable)
Mask = NDArray[np.bool_]

MOVED = 1e-7
"""How far a figure moves before it counts as moved. Unit: fte."""
ZERO_PRICE = 1e3
"""What hiding a zero costs, in fte: a reader often knows that nobody is there."""


class Sum(NamedTuple):
    """A figure and those that add up to it, by their positions; to within rounding."""

    whole: int
    parts: tuple[int, ...]


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
    parts are together no more than the whole.
    """
    at = {key: position for position, key in enumerate(values)}
    placed = [Sum(at[whole], tuple(at[part] for part in parts)) for whole, parts in sums]
    rests = [values[whole] - sum(values[part] for part in parts) for whole, parts in bounds]
    placed += [
        Sum(at[whole], (*(at[part] for part in parts), len(values) + position))
        for position, (whole, parts) in enumerate(bounds)
    ]
    amounts = np.maximum(np.array([*values.values(), *rests], float), 0.0)
    masked = {position for position in at.values() if small(amounts[position], least)}
    for group in _groups(len(amounts), placed):
        free = {position for position in group if position >= len(values)}
        masked |= _with_others(group, placed, amounts, masked & set(group), free, least)
    return frozenset(key for key, position in at.items() if position in masked)


def _groups(number: int, sums: Sequence[Sum]) -> list[list[int]]:
    """Return the positions that hang together by sums, group by group."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    pairs = [(total.whole, part) for total in sums for part in total.parts]
    ends = np.array(pairs, int).reshape(-1, 2).T
    linked = coo_array((np.ones(len(pairs)), (ends[0], ends[1])), shape=(number, number))
    count, label = connected_components(linked, directed=False)
    order, starts = np.argsort(label, kind="stable"), np.cumsum(np.bincount(label))[:-1]
    return [group.tolist() for group in np.split(order, starts)] if count else []


def _with_others(
    group: Sequence[int],
    sums: Sequence[Sum],
    values: Array,
    masked: Collection[int],
    free: Collection[int],
    least: float,
) -> set[int]:
    """Return what is masked of a group: each masked figure gets its room, the smallest first.

    What is `free` is never printed, and needs no room of its own.
    """
    inside = set(group)
    own = [total for total in sums if total.whole in inside]
    position = {at: index for index, at in enumerate(group)}
    rows = np.zeros((len(own), len(group)))
    for row, total in zip(rows, own, strict=True):
        row[position[total.whole]] = -1.0
        row[[position[part] for part in total.parts]] = 1.0
    found, unseen = (np.array([at in each for at in group], bool) for each in (masked, free))
    if not own or not found.any():
        return set(masked)
    hide = _hidden(Room(rows, values[list(group)]), found | unseen, unseen, least)
    return {group[index] for index in np.flatnonzero(hide).tolist()}


def _hidden(room: Room, found: Mask, unseen: Mask, least: float) -> Mask:
    """Return what is masked of a group: each masked figure gets its room, the smallest first."""
    found, safe = found.copy(), unseen.copy()
    while (found & ~safe).any():
        up, down = room.widest(found & ~safe, found, least)
        roomy = found & ~safe & (up - down >= least - MOVED)
        if not roomy.any():
            asked = np.flatnonzero(found & ~safe)
            at = int(asked[room.values[asked].argmin()])
            up, down = room.least_shown(at, found, least)
            found |= (np.abs(up) > MOVED) | (np.abs(down) > MOVED)
            roomy = found & (np.abs(up - down) >= least - MOVED)
        safe |= roomy
    return found


class Room(NamedTuple):
    """The ways in which figures can differ from what they are while all sums stay as they are."""

    rows: Array
    """What adds up: shape (sum, figure)."""
    values: Array

    def widest(self, asked: Mask, masked: Mask, least: float) -> tuple[Array, Array]:
        """Return two sets of changes of what is masked, between which the asked differ most.

        Formula: max sum over the asked of min(up - down, threshold), subject to
        rows x change = 0 and value + change >= 0. Most of the asked get their room at once.
        """
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import block_array, csr_array, eye_array

        at = np.flatnonzero(masked)
        number, count, height = at.size, int(asked.sum()), len(self.rows)
        sums = csr_array(self.rows[:, at])
        chosen = eye_array(number, format="csr")[np.flatnonzero(asked[at])]
        rows = block_array(
            [
                [-chosen, chosen, eye_array(count)],
                [sums, None, None],
                [None, sums, csr_array((height, count))],
            ],
            format="csc",
        )
        fewest, most = -self.values[at], np.full(number, np.inf)
        # Without whole numbers in it this is a linear program, solved as by linprog but sooner.
        solved = milp(
            np.concatenate([np.zeros(2 * number), -np.ones(count)]),
            bounds=Bounds(
                np.concatenate([fewest, fewest, np.zeros(count)]),
                np.concatenate([most, most, np.full(count, least)]),
            ),
            constraints=LinearConstraint(
                rows,
                np.concatenate([np.full(count, -np.inf), np.zeros(2 * height)]),
                np.zeros(count + 2 * height),
            ),
        )
        changes = np.zeros((2, self.values.size))
        if solved.x is not None:
            changes[:, at] = solved.x[: 2 * number].reshape(2, number)
        return changes[0], changes[1]

    def least_shown(self, at: int, masked: Mask, least: float) -> tuple[Array, Array]:
        """Return two sets of changes between which a figure differs by the threshold.

        Formula: min sum of price x |change| over what is shown, subject to rows x change = 0,
        value + change >= 0 and up - down = threshold for the figure. What moves is to be masked;
        all of it, where the sums leave a figure no room whatever is masked.
        Source: the heuristic of Kelly, Golden and Assad (1992), Cell suppression, with the
        room on both sides as in Fischetti and Salazar (2001).
        """
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import block_array, csr_array

        number, sums = self.values.size, csr_array(self.rows)
        price = np.where(masked, 0.0, np.where(self.values > 0, 1 + self.values, ZERO_PRICE))
        apart = np.zeros((1, number))
        apart[0, at] = 1.0
        equal = block_array(
            [[sums, -sums, None, None], [None, None, sums, -sums], [apart, -apart, -apart, apart]],
            format="csc",
        )
        limits = np.zeros(2 * sums.shape[0] + 1)
        limits[-1] = least
        most = np.concatenate([np.full(number, np.inf), self.values])
        solved = milp(
            np.tile(price, 4),
            bounds=Bounds(np.zeros(4 * number), np.tile(most, 2)),
            constraints=LinearConstraint(equal, limits, limits),
        )
        if solved.x is None:
            return np.full(number, least), np.zeros(number)
        more, less, again, fewer = solved.x.reshape(4, number)
        return more - less, again - fewer
