"""A cost game: what every group of players would pay on its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from orgdesign.allocation.games.coalitions import additive, singles, without
from orgdesign.cached import cached_property
from orgdesign.model.axes import Array


@dataclass(frozen=True, eq=False)
class Game:
    """Players and what each coalition of them costs. Unit: euros.

    `costs` has shape (2**n,); the coalition at position S has player i where bit i of S is 1,
    and the empty one costs 0. `weights` are the players' own for the weighted Shapley value,
    shape (n,), equal where there are none.
    """

    players: tuple[str, ...]
    costs: Array
    weights: Array | None = None

    def __post_init__(self) -> None:
        """Refuse what is no game: a wrong number of costs, a cost that is no number."""
        players = len(self.players)
        if not players or self.costs.shape != (1 << players,):
            message = f"{players} players have {1 << players} costs, not {self.costs.shape}"
            raise ValueError(message)
        if self.costs[0] != 0 or not np.isfinite(self.costs).all():
            message = "costs are finite, and nobody together costs nothing"
            raise ValueError(message)
        if self.weights is not None and self.weights.shape != (players,):
            message = f"{players} players have {players} weights, not {self.weights.shape}"
            raise ValueError(message)

    @property
    def size(self) -> int:
        """The number of players n."""
        return len(self.players)

    @property
    def total(self) -> float:
        """The cost of all together, c(N)."""
        return float(self.costs[-1])

    @cached_property
    def stand_alone(self) -> Array:
        """What each player pays alone, c_i. Shape: (n,)."""
        return self.costs[singles(self.size)]

    @cached_property
    def separable(self) -> Array:
        """What each player adds to all others, m_i = c(N) - c(N without i). Shape: (n,)."""
        return self.total - self.costs[without(singles(self.size), self.size)]

    @cached_property
    def savings(self) -> Array:
        """The savings game, v(S) = sum of c_i over S - c(S). Shape: (2**n,)."""
        return additive(self.stand_alone) - self.costs

    @cached_property
    def scale(self) -> float:
        """The largest cost in size, by which tolerances are measured."""
        return float(np.abs(self.costs).max())


class ZeroNormalised(NamedTuple):
    """A game without its stand-alone costs, in units of its largest saving or loss.

    `costs` has shape (2**n, ...) and is 0 for everyone alone; `alone` (n, ...) and `unit`
    (...) lead back to euros. Savings are often a hundredth of the costs: tolerances measured
    on them are a hundred times as sharp.
    """

    costs: Array
    alone: Array
    unit: Array

    def restored(self, amounts: Array) -> Array:
        """Return amounts of the normalised game in euros. Shape: (n, ...)."""
        return self.alone + self.unit * amounts


def zero_normalised(costs: Array) -> ZeroNormalised:
    """Return a game, or one a column, without stand-alone costs.

    Formula: (c(S) - sum of c_i over S) / unit; what is left by rounding alone counts as 0.
    """
    players = len(costs).bit_length() - 1
    alone = costs[singles(players)]
    left = costs - additive(alone)
    noise = 4 * players * np.finfo(np.float64).eps * np.abs(costs).max(axis=0)
    left[np.abs(left) <= noise] = 0.0
    unit = np.abs(left).max(axis=0)
    unit = np.where(unit == 0, 1.0, unit)
    return ZeroNormalised(np.divide(left, unit, out=left), alone, unit)
