"""Who would object to an allocation, and how much it takes."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from orgdesign.allocation.games.coalitions import Masks, additive, sizes
from orgdesign.allocation.games.game import Game
from orgdesign.model.axes import Array

TOLERANCE = 1e-9
"""How much a group may overpay without an objection, as a part of the largest cost."""


class Groups(NamedTuple):
    """Groups and an amount of each, the largest first. Shapes: (k,) each. Unit: euros."""

    coalitions: Masks
    amounts: Array


def excesses(game: Game, amounts: Array) -> Array:
    """Return what each group pays above its own cost. Unit: euros. Shape: (2**n,).

    Formula: e(S, x) = x(S) - c(S).
    """
    return additive(amounts) - game.costs


def in_core(game: Game, amounts: Array, tolerance: float = TOLERANCE) -> bool:
    """Return whether the amounts pay the bill and no group could do it cheaper itself.

    Formula: x(N) = c(N) and x(S) <= c(S) for all S, within a part of the largest cost.
    """
    excess = excesses(game, amounts)
    within = tolerance * game.scale
    return bool(excess.max() <= within and excess[-1] >= -within)


def objections(game: Game, amounts: Array, tolerance: float = TOLERANCE) -> dict[int, Groups]:
    """Return the groups that could do it cheaper themselves, by size. Unit: euros.

    Formula: e(S, x) > 0; the amount is what the group overpays.
    """
    excess = excesses(game, amounts)
    excess[-1] = 0.0
    return _by_size(excess, tolerance * game.scale, game.size)


def tightest(game: Game, amounts: Array, most: int = 5) -> Groups:
    """Return the groups that gain least or lose most, of all but everyone together.

    Formula: the largest e(S, x); the margin of an allocation is minus the first. Unit: euros.
    """
    excess = excesses(game, amounts)[1:-1]
    if not len(excess):
        return Groups(np.empty(0, dtype=np.int64), excess)
    least = np.partition(excess, -most)[-most] if most < len(excess) else excess.min()
    near = np.flatnonzero(excess >= least - TOLERANCE * game.scale)
    order = _falling(excess[near], TOLERANCE * game.scale)[:most]
    return Groups(near[order] + 1, excess[near[order]])


def carried(game: Game, amounts: Array, tolerance: float = TOLERANCE) -> dict[int, Groups]:
    """Return the groups that pay less than they add to the others, by size. Unit: euros.

    Formula: x(S) < c(N) - c(N without S); the amount is what the others pay for them. Of one
    player it is what it pays below its separable cost.
    """
    short = game.total - game.costs[::-1] - additive(amounts)
    short[[0, -1]] = 0.0
    return _by_size(short, tolerance * game.scale, game.size)


def disruption(game: Game, amounts: Array) -> Array:
    """Return the propensity to disrupt: what others lose per euro that a leaver loses.

    Formula: d_i = (y(N without i) - v(N without i)) / y_i with the savings y_i = c_i - x_i; no
    number where both are 0, infinite where only y_i is. Above 1 it is a threat. Source: Gately
    1974. Shape: (n,).
    """
    saved = game.stand_alone - amounts
    # y(N) - v(N) is 0 for amounts that pay the bill, so the others lose what i would not.
    lost = game.stand_alone - game.separable - saved + saved.sum() - game.savings[-1]
    within = TOLERANCE * game.scale
    lost, saved = (np.where(np.abs(each) <= within, 0.0, each) for each in (lost, saved))
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(lost / saved)


def variation_of_savings(game: Game, amounts: Array) -> float:
    """Return how unequal the savings are, no number where there are none.

    Formula: standard deviation / mean of y_i / sum of y over the players. Source: Loehman et
    al. 1979; Dinar & Howitt 1997.
    """
    saved = game.stand_alone - amounts
    if abs(saved.sum()) <= TOLERANCE * game.scale:
        return float("nan")
    shares = saved / saved.sum()
    return float(shares.std() / shares.mean())


def _by_size(figures: Array, within: float, players: int) -> dict[int, Groups]:
    above = np.flatnonzero(figures > within)
    counted = sizes(players)[above]
    groups = {int(size): above[counted == size] for size in np.unique(counted)}
    found = {size: each[_falling(figures[each], within)] for size, each in groups.items()}
    return {size: Groups(each, figures[each]) for size, each in found.items()}


def _falling(figures: Array, within: float) -> Masks:
    """Return the order of figures from the largest; those that differ by rounding as they come."""
    steps = figures if within == 0 else np.round(figures / within)
    return np.argsort(-steps, kind="stable")
