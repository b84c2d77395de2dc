"""The order in the streams by which everything that must be ready is ready soonest.

Which piece of a stream goes first is a job-shop problem with earliest dates: no quick rule is
sure to find the best order. The search below tries the orders in which no piece could begin
sooner without another beginning later (active schedules, one of which is best: Giffler and
Thompson, Operations Research 8, 1960) and leaves out what cannot beat the best found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

import numpy as np

from orgdesign.plans.network import Network
from orgdesign.plans.schedule import CLOSE, Array

MOST = 20_000
"""Places of the search that are looked at; past them the best found is not proven."""

Value = tuple[float, float]
"""When what must be ready is, and when everything is: the first decides."""


class BestOrder(NamedTuple):
    """The pieces in the best order found, when they are ready, and whether none is better."""

    order: tuple[int, ...]
    ready: float
    finished: float
    proven: bool


def best_order(network: Network, taken: Array, most: int = MOST) -> BestOrder:
    """Return the order in the streams with which all that must be ready is ready soonest.

    `taken` is how many months each piece takes in one case, shape (piece, 1); `most` bounds the
    search. Of orders that are ready equally soon, one that finishes the plan soonest.
    """
    search = _Search(network, taken[:, 0], most)
    search.look((), np.full(len(network.pieces), np.nan), {})
    assert search.best is not None
    (ready, finished), order = search.best
    return BestOrder(order, ready, finished, search.looked < most)


class _Search:
    """A walk over active schedules, the most promising piece first."""

    def __init__(self, network: Network, taken: np.ndarray, most: int) -> None:
        self.best: tuple[Value, tuple[int, ...]] | None = None
        self.looked = 0
        self._most = most
        self._taken = taken
        self._pieces = range(len(network.pieces))
        self._streams = [piece.stream for piece in network.pieces]
        self._earliest = network.earliest
        at = {id: position for position, id in enumerate(network.ids)}
        self._needs = [tuple(at[need] for need in piece.needs) for piece in network.pieces]
        self._must = set(network.must_be_ready)
        self._tails = [_tails(self._needs, taken, goals) for goals in (self._must, self._pieces)]

    def look(self, order: tuple[int, ...], ends: np.ndarray, free: dict[str, float]) -> None:
        """Look at what can follow the pieces placed: their ends, and when streams are free."""
        if len(order) == len(self._pieces):
            self._compare(order, ends)
            return
        for piece, begin in self._next(order, ends, free):
            if self.looked >= self._most and self.best is not None:
                return
            self.looked += 1
            after, end = ends.copy(), begin + self._taken[piece]
            after[piece] = end
            if self.best is None or self._bound(after) < self.best[0]:
                self.look((*order, piece), after, {**free, self._streams[piece]: end})

    def _next(
        self, order: tuple[int, ...], ends: np.ndarray, free: dict[str, float]
    ) -> Iterator[tuple[int, float]]:
        """Yield the pieces that can come next without a stream standing still for nothing."""
        ready = {
            piece: max([self._earliest[piece], *(ends[need] for need in self._needs[piece])])
            for piece in self._pieces
            if piece not in order and all(need in order for need in self._needs[piece])
        }
        begins = {p: max(at, free.get(self._streams[p], at)) for p, at in ready.items()}
        soonest = min(begins, key=lambda p: (begins[p] + self._taken[p], p))
        limit = begins[soonest] + self._taken[soonest]
        rivals = [
            piece
            for piece, begin in begins.items()
            if self._streams[piece] == self._streams[soonest]
            and (piece == soonest or begin < limit - CLOSE)
        ]
        ranked = sorted(rivals, key=lambda p: (-self._tails[0][p], -self._tails[1][p], p))
        yield from ((piece, begins[piece]) for piece in ranked)

    def _bound(self, ends: np.ndarray) -> Value:
        """Return the soonest that is still possible after the pieces placed."""
        placed = ~np.isnan(ends)
        known = np.where(placed, ends, -np.inf)
        must = max([known[p] for p in self._must], default=-np.inf)
        ready = max(must, float((known + self._tails[0])[placed].max()))
        return _rounded(ready, float((known + self._tails[1])[placed].max()))

    def _compare(self, order: tuple[int, ...], ends: np.ndarray) -> None:
        ready = max((float(ends[p]) for p in self._must), default=-np.inf)
        value = _rounded(ready, float(ends.max()))
        if self.best is None or value < self.best[0]:
            self.best = value, order


def _rounded(ready: float, finished: float) -> Value:
    """Return moments without what rounding leaves of equal ones."""
    return round(ready, 9), round(finished, 9)


def _tails(needs: list[tuple[int, ...]], taken: np.ndarray, goals: Collection[int]) -> np.ndarray:
    """Return how long the longest chain after each piece takes that leads to one of the goals.

    Minus infinity where none does, 0 for a goal that nothing follows.
    """
    tails = np.array([0.0 if piece in goals else -np.inf for piece in range(len(needs))])
    for piece in range(len(needs) - 1, -1, -1):
        for need in needs[piece]:
            tails[need] = max(tails[need], tails[piece] + taken[piece])
    return tails
