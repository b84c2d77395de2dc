"""The equal profit method: relative savings as equal as a stable allocation lets them be."""

from __future__ import annotations

import numpy as np

from orgdesign.allocation.games.coalitions import Masks, additive, membership
from orgdesign.allocation.games.core import EpsilonCore, core_from, least_core_of
from orgdesign.allocation.games.game import Game, zero_normalised
from orgdesign.allocation.games.lexicographic import PRICED, Family, Settling
from orgdesign.allocation.games.method import Allocation, Remark, undefined
from orgdesign.allocation.games.programs import InfeasibleError, Optimum
from orgdesign.allocation.games.span import NEAR
from orgdesign.allocation.games.stand_alone import stand_alone
from orgdesign.model.axes import Array


def epm(game: Game) -> Allocation:
    """Return the allocation of the core whose relative costs differ least. Unit: euros.

    Formula: min of max |x_i / c_i - x_j / c_j| over x in the core, then the next largest
    difference and so on, which leaves one point. Where the core is empty, in the least core
    instead. Undefined where someone alone pays nothing. Source: Frisk et al. 2010, for the
    first difference and the epsilon-core.
    """
    if game.stand_alone.min() <= 0:
        return undefined("stand_alone_not_positive")
    equal = stand_alone(game)
    if equal.amounts is not None and _stable(game, equal.amounts):
        return equal
    try:
        return _within_the_core(game)
    except InfeasibleError:
        return undefined("not_solved")


def _within_the_core(game: Game) -> Allocation:
    normal = zero_normalised(game.costs)
    smallest = least_core_of(normal.costs)
    core = core_from(smallest)
    allowed = smallest if core is None else core
    remarks: tuple[Remark, ...] = ("core_empty", "epsilon_core") if core is None else ()
    slopes = game.stand_alone.min() / game.stand_alone
    point = _Evening(normal.costs, allowed, slopes).point()
    return Allocation(normal.restored(point), remarks=remarks)


def _stable(game: Game, amounts: Array) -> bool:
    excess = additive(amounts) - game.costs
    return bool(excess.max() <= 1e-13 * game.size * game.scale)


class _Evening(Settling):
    """Relative costs made even, difference by difference, within an epsilon-core.

    The relative cost of a player is slope x amount and a constant, with slopes in proportion to
    1 / c_i. What the groups may pay holds at every level; only differences of pairs have an eps.
    """

    def __init__(self, costs: Array, allowed: EpsilonCore, slopes: Array) -> None:
        limits = costs + allowed.epsilon
        limits[[0, -1]] = costs[[0, -1]]
        super().__init__(limits, Family(np.zeros_like(costs), bounded=False))
        first, second = np.nonzero(~np.eye(self.players, dtype=np.bool_))
        each = np.diag(slopes)
        self.pairs = each[first] - each[second]
        self.lengths = np.sqrt((self.pairs**2).sum(axis=1))
        self.even: list[tuple[int, int]] = []
        for coalition in allowed.tight:
            self._keep(int(coalition), 0.0, hard=True)

    def point(self) -> Array:
        """Return the amounts that are left."""
        while not self.span.full:
            self.settle()
        groups = self.structure().coalitions
        whole = np.array([len(self.costs) - 1])
        rows = membership(np.concatenate([whole, groups]), self.players)
        system = np.zeros((len(rows) + len(self.even), self.players + len(self.epsilons)))
        system[: len(rows), : self.players] = rows
        for position, (pair, level) in enumerate(self.even, len(rows)):
            system[position, : self.players] = self.pairs[pair]
            system[position, self.players + level] = -1.0
        limits = np.zeros(len(system))
        limits[: len(rows)] = np.append(self.costs[-1], self.costs[groups])
        return np.asarray(np.linalg.lstsq(system, limits)[0][: self.players])

    def _left(self) -> Masks:
        """Return the pairs whose difference is not yet fixed."""
        left = self.span.residual(self.pairs / self.lengths[:, None])
        return np.flatnonzero((left**2).sum(axis=1) > NEAR)

    def _program(self, rows: Masks) -> tuple[Array, Array]:
        groups, limits = super()._program(rows)
        pairs = self.pairs[self._left()]
        differences = np.column_stack([pairs, -np.ones(len(pairs))])
        return np.vstack([groups, differences]), np.append(limits, np.zeros(len(pairs)))

    def _keep_priced(self, optimum: Optimum) -> None:
        eps, pairs = float(optimum.point[-1]), self._left()
        prices = optimum.row_prices
        super()._keep_priced(optimum._replace(row_prices=prices[: -len(pairs)]))
        for pair in pairs[prices[-len(pairs) :] > PRICED]:
            self.even.append((int(pair), len(self.epsilons)))
            self._fix(self.pairs[pair] / self.lengths[pair], eps / self.lengths[pair])
