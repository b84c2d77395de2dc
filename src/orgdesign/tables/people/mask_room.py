"""How far masked figures can differ from what they are, and which to mask so that they can."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.axes import Array

Mask = NDArray[np.bool_]

MOVED = 1e-7
"""How far a figure moves before it counts as moved. Unit: fte."""
AT_ONCE = 1 / 24
"""For which part of the figures room is found in one go by masking more."""
WORTH = 1e4
"""What a fte of room is worth, in what masking costs: more than to mask what gives it."""


class Room(NamedTuple):
    """The ways in which figures can differ from what they are while all sums stay as they are."""

    rows: Any
    """What adds up to zero: a sparse array of shape (sum, figure)."""
    values: Array
    price: Array
    """What it costs to mask a figure, for each fte that it moves."""

    @classmethod
    def of(cls, sums: Sequence[Sequence[tuple[int, int]]], values: Array, price: Array) -> Room:
        """Return the room of figures of which sums are zero: figures, and how often they count."""
        from scipy.sparse import csr_array

        row = np.repeat(np.arange(len(sums)), [len(each) for each in sums])
        terms = np.array([term for each in sums for term in each], int).reshape(-1, 2)
        shape = (len(sums), values.size)
        return cls(csr_array((terms[:, 1].astype(float), (row, terms[:, 0])), shape), values, price)

    def groups(self) -> list[NDArray[np.intp]]:
        """Return the figures that hang together by sums, group by group."""
        from scipy.sparse import block_array
        from scipy.sparse.csgraph import connected_components

        if not self.values.size:
            return []
        height = self.rows.shape[0]
        _, label = (
            connected_components(
                block_array([[None, self.rows], [self.rows.T, None]]), directed=False
            )
            if height
            else (0, np.arange(self.values.size))
        )
        label = label[height:]
        order, starts = np.argsort(label, kind="stable"), np.cumsum(np.bincount(label))[:-1]
        return [group for group in np.split(order, starts) if group.size]

    def within(self, figures: NDArray[np.intp]) -> Room:
        """Return the room that some figures have while all others stay as they are."""
        rows = self.rows[:, figures]
        used = rows[np.diff(rows.indptr) > 0]
        return Room(used, self.values[figures], self.price[figures])

    def moved(self, asked: Mask, goal: Array, masked: Mask, shown: Mask) -> Array:
        """Return a change of what is masked that brings the asked as near to their goals as it can.

        What is shown may move too, at its price. Goals are of one sign: all up, or all down.
        Formula: max worth x sum over the asked of min(change, goal) - sum of price x |change| of
        what is shown, subject to rows x change = 0 and value + change >= 0; downwards with minus.
        """
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import block_array, csr_array, eye_array

        own, others = np.flatnonzero(masked), np.flatnonzero(shown & ~masked)
        figures = np.concatenate([own, others, others])
        sign = np.ones(figures.size)
        sign[own.size + others.size :] = -1.0
        sums = csr_array(self.rows[:, figures].multiply(sign[None, :]))
        sums = sums[np.diff(sums.indptr) > 0]
        place = np.searchsorted(own, np.flatnonzero(asked))
        count, height = place.size, sums.shape[0]
        way = -np.sign(goal[asked])
        chosen = csr_array((way, (np.arange(count), place)), shape=(count, figures.size))
        rows = block_array(
            [[chosen, eye_array(count)], [sums, csr_array((height, count))]], format="csc"
        )
        upward = np.full(own.size + others.size, np.inf)
        free = np.zeros(2 * others.size)
        # Without whole numbers in it this is a linear program, solved as by linprog but sooner.
        solved = milp(
            np.concatenate([0 * own, self.price[others], self.price[others], -WORTH + 0 * place]),
            bounds=Bounds(
                np.concatenate([-self.values[own], free, np.full(count, -np.inf)]),
                np.concatenate([upward, self.values[others], np.abs(goal[asked])]),
            ),
            constraints=LinearConstraint(
                rows,
                np.concatenate([np.full(count, -np.inf), np.zeros(height)]),
                np.zeros(count + height),
            ),
        )
        change = np.zeros(self.values.size)
        if solved.x is not None:
            np.add.at(change, figures, sign * solved.x[: figures.size])
        return change


def roomy(room: Room, found: Mask, unseen: Mask, least: float) -> Mask:
    """Return what is masked: what is found, and what gives each of them its room.

    Room between what has been found to fit the print stays there when more is masked. Where
    some cannot be given theirs, all is masked.
    """
    search = _Search(room, found | unseen, found & ~unseen, least)
    size = search.asked.sum() // 4
    at_once = 1 + int(search.asked.sum() * AT_ONCE)
    while search.asked.any():
        size = max(1, min(size, int(search.asked.sum())))
        chosen = search.some(search.asked, size)
        done = search.push(chosen, shown=False)
        size = 2 * size if done >= size else size
        if 2 * done >= size:
            continue
        chosen = search.some(chosen & search.asked, at_once)
        if chosen.any() and not search.push(chosen, shown=True) and not search.alone(chosen):
            return np.ones(found.size, bool)
    return search.masked


class _Search:
    """What is masked so far, and how far each figure has been seen to move."""

    def __init__(self, room: Room, masked: Mask, asked: Mask, least: float) -> None:
        self.room, self.masked, self.asked, self.least = room, masked.copy(), asked.copy(), least
        self.low, self.high = np.zeros(asked.size), np.zeros(asked.size)

    def some(self, asked: Mask, number: int) -> Mask:
        """Return some of the asked, spread from the largest to the smallest."""
        at = np.flatnonzero(asked)
        at = at[np.argsort(-self.room.values[at], kind="stable")]
        chosen = np.zeros(asked.size, bool)
        if at.size:
            chosen[at[np.linspace(0, at.size - 1, min(number, at.size)).astype(int)]] = True
        return chosen

    def push(self, chosen: Mask, shown: bool) -> int:
        """Move what is chosen down and then up; return how many more have their room.

        What is masked for it is asked for its own room from then on.
        """
        before = self.asked.copy()
        for down in (True, False):
            chosen = chosen & self.asked
            if not chosen.any():
                break
            goal = self.high - self.least if down else self.low + self.least
            change = self.room.moved(chosen, goal, self.masked, np.full(chosen.size, shown))
            also = (np.abs(change) > MOVED) & ~self.masked
            self.masked, self.asked = self.masked | also, self.asked | also
            self.low, self.high = np.minimum(self.low, change), np.maximum(self.high, change)
            self.asked &= self.high - self.low < self.least - MOVED
        return int((before & ~self.asked).sum())

    def alone(self, chosen: Mask) -> bool:
        """Move one after the other what could not move together; return whether each could."""
        return all(
            self.push(np.arange(chosen.size) == at, shown=True)
            for at in np.flatnonzero(chosen)
            if self.asked[at]
        )
