"""Whether someone pays less when the whole costs more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.method import Method
from orgdesign.model.axes import Array


def overrun(game: Game, percent: float) -> Game:
    """Return the game in which only all together cost more. Unit of c(N): euros.

    Formula: c(N) + percent / 100 x |c(N)|.
    """
    costs = game.costs.copy()
    costs[-1] += percent / 100 * abs(costs[-1])
    return replace(game, costs=costs)


def extra(game: Game, percent: float, methods: Mapping[str, Method]) -> dict[str, Array | None]:
    """Return what each player pays more under an overrun, by method. Unit: euros. Shape: (n,).

    None where a method is undefined with or without it. An amount below 0 breaks aggregate
    monotonicity. Source: Megiddo 1974; Young 1985.
    """
    dearer = overrun(game, percent)
    found: dict[str, Array | None] = {}
    for name, method in methods.items():
        before, after = method(game).amounts, method(dearer).amounts
        found[name] = None if before is None or after is None else after - before
    return found
