"""The allocation whose largest excess is least, then the next largest, and so on.

A sequence of linear programs finds which coalitions fix it; the amounts follow from those
alone. A nucleolus differs from another only by what an excess weighs and by its bounds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from orgdesign.allocation.games.coalitions import Flags, Masks, additive, membership, singles
from orgdesign.allocation.games.programs import (
    FREE,
    InfeasibleError,
    Optimum,
    first_rows,
    least,
    with_rows_as_needed,
)
from orgdesign.allocation.games.span import Span
from orgdesign.model.axes import Array

PRICED = 1e-7
"""The price from which a row is tight at every optimum."""


class Family(NamedTuple):
    """Which nucleolus: what an excess of each coalition weighs, and whether x_i <= c_i holds.

    `weights` has shape (2**n,). A weight of 0 makes x(S) <= c(S) a condition.
    """

    weights: Array
    bounded: bool


@dataclass(frozen=True, eq=False)
class Structure:
    """The coalitions that fix an allocation, level by level. Shapes: (k,) each.

    A coalition of level j has x(S) - w(S) eps_j = c(S); a `hard` one has x(S) = c(S). Each level
    has one coalition more than what it adds to the rank, so all of them and x(N) = c(N) make a
    square system in x and eps. The proof that an allocation is the nucleolus needs no more than
    these sets and that no other excess is above its level: costs may change under it.
    """

    players: int
    coalitions: Masks
    levels: Masks
    hard: Flags

    @property
    def depth(self) -> int:
        """The number of levels."""
        return int(self.levels[-1]) + 1 if len(self.levels) else 0

    def system(self, weights: Array) -> Array:
        """Return the rows of the system: all players first.

        Shapes: (2**n, ...) to (..., 1 + k, n + depth).
        """
        shape = (*weights.shape[1:], 1 + len(self.coalitions), self.players + self.depth)
        rows = np.zeros(shape)
        rows[..., 0, : self.players] = 1.0
        rows[..., 1:, : self.players] = membership(self.coalitions, self.players)
        soft = np.flatnonzero(~self.hard)
        weighed = -weights[self.coalitions[soft]].T
        rows[..., 1 + soft, self.players + self.levels[soft]] = weighed
        return rows

    def limits(self, costs: Array) -> Array:
        """Return the right-hand side of the system. Shapes: (2**n, ...) to (1 + k, ...)."""
        return np.concatenate([costs[-1:], costs[self.coalitions]])

    def solved(self, costs: Array, weights: Array) -> tuple[Array, Array]:
        """Return amounts and the excess of each level. Shapes: (n,) and (depth,)."""
        found = np.asarray(np.linalg.lstsq(self.system(weights), self.limits(costs))[0], float)
        return found[: self.players], found[self.players :]


def structure(costs: Array, family: Family) -> Structure:
    """Return what fixes the allocation of a zero-normalised game; may raise InfeasibleError.

    Sources: Kopelowitz 1967 for the sequence of programs; Benedek, Fliege & Nguyen 2021 for the
    rank argument that bounds it by n - 1 levels.
    """
    settling = Settling(costs, family)
    while not settling.span.full:
        settling.settle()
    return settling.structure()


class Settling:
    """The levels settled so far of a zero-normalised game.

    Each program minimises eps with x(S) - w(S) eps <= c(S) for the coalitions whose x(S) is not
    yet fixed. `epsilons` lists what it came to, level by level.
    """

    def __init__(self, costs: Array, family: Family) -> None:
        self.costs, self.family = costs, family
        self.players = len(costs).bit_length() - 1
        self.span = Span(self.players)
        self.epsilons: list[float] = []
        self._rows = first_rows(self.players)
        self._equal = [(np.ones(self.players), float(costs[-1]))]
        self._found: list[tuple[int, int, bool]] = []

    def structure(self, levels: int | None = None) -> Structure:
        """Return what is settled, or the first levels of it."""
        found = [one for one in self._found if levels is None or one[1] < levels]
        coalitions, level, hard = np.array(found, dtype=np.int64).reshape(-1, 3).T
        return Structure(self.players, coalitions, level, hard.astype(np.bool_))

    def settle(self) -> None:
        """Settle the next level; raises InfeasibleError where no allocation is possible."""
        outside = self.span.outside
        inside = ~outside

        def broken_by(optimum: Optimum) -> Array:
            excess = additive(optimum.point[:-1])
            excess -= self.costs
            excess -= self.family.weights * optimum.point[-1]
            excess[inside] = 0.0
            return excess

        rows = self._rows[outside[self._rows]]
        optimum, self._rows = with_rows_as_needed(self._solve, broken_by, rows, self.players)
        rank = self.span.rank
        self._keep_priced(optimum)
        self.epsilons.append(float(optimum.point[-1]))
        if self.span.rank == rank:
            message = "nothing is left that has a price"
            raise InfeasibleError(message)

    def _solve(self, rows: Masks) -> Optimum:
        left, limits = self._program(rows)
        equal = np.column_stack([[row for row, _ in self._equal], np.zeros(len(self._equal))])
        fixed = np.array([limit for _, limit in self._equal])
        limited = self.span.outside[singles(self.players)] & self.family.bounded
        bounds = [(None, 0.0) if bounded else FREE for bounded in limited]
        objective = np.append(np.zeros(self.players), 1.0)
        return least(objective, left, limits, equal, fixed, [*bounds, FREE])

    def _program(self, rows: Masks) -> tuple[Array, Array]:
        """Return the rows over x and eps of some coalitions, and their limits."""
        weighed = self.family.weights[rows]
        return np.column_stack([membership(rows, self.players), -weighed]), self.costs[rows]

    def _keep_priced(self, optimum: Optimum) -> None:
        """Settle whatever has a price: it is tight at every optimum, not just at this vertex."""
        eps = float(optimum.point[-1])
        weights = self.family.weights[self._rows]
        prices = optimum.row_prices * np.where(weights > 0, weights, 1.0)
        for coalition in self._rows[prices > PRICED]:
            self._keep(int(coalition), eps, hard=bool(self.family.weights[coalition] == 0))
        for player in np.flatnonzero(optimum.bound_prices[:-1] > PRICED):
            self._keep(1 << int(player), 0.0, hard=True)

    def _keep(self, coalition: int, eps: float, *, hard: bool) -> None:
        self._found.append((coalition, len(self.epsilons), hard))
        row = membership(np.array([coalition]), self.players)[0]
        above = 0.0 if hard else float(self.family.weights[coalition]) * eps
        self._fix(row, float(self.costs[coalition]) + above)

    def _fix(self, row: Array, limit: float) -> None:
        if self.span.add(row):
            self._equal.append((row, limit))
