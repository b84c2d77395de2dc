"""Many draws of the costs at once.

What proves an allocation to be a nucleolus is the sets that fix it, not what they cost. So one
draw is solved by linear programs, and its sets solve every other draw for which no group's
excess is above its level, in one product; those that are left get the next structure.
"""

from __future__ import annotations

from collections import deque
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from orgdesign.allocation.games.coalitions import Flags, Masks, additive, membership
from orgdesign.allocation.games.game import Game, ZeroNormalised, zero_normalised
from orgdesign.allocation.games.lexicographic import Structure
from orgdesign.allocation.games.nucleolus import KINDS, solved
from orgdesign.allocation.games.registry import METHODS
from orgdesign.allocation.games.shapley import order_weights, shapley_amounts
from orgdesign.allocation.games.span import Span
from orgdesign.model.axes import Array

WITHIN = 1e-10
"""How far an inequality may be broken by rounding, in units of a normalised game."""

PATIENCE, WORTHWHILE = 20, 3
"""After so many structures in a row that solved fewer draws each, draws are solved one by one."""

MOST_NUMBERS = 1 << 22
"""How many numbers a block of draws has at most, so that memory does not grow with them."""


class Draws(NamedTuple):
    """Amounts by draw, not a number where undefined, and how many took linear programs.

    Unit: euros. Shape: (n, draws).
    """

    amounts: Array
    programs: int


def amounts_of_draws(method: str, costs: Array, weights: Array | None = None) -> Array:
    """Return what a method answers for each draw of the costs, not a number where undefined.

    Unit: euros. Shapes: (2**n, draws), and (n, draws) of the players' own weights, to (n, draws).
    """
    if method == "shapley":
        return shapley_of_draws(costs)
    if method in KINDS:
        return nucleolus_of_draws(method, costs).amounts
    players = len(costs).bit_length() - 1
    amounts = np.full((players, costs.shape[1]), np.nan)
    for draw in range(costs.shape[1]):
        own = None if weights is None else weights[:, draw]
        found = METHODS[method](_game(costs[:, draw], own)).amounts
        if found is not None:
            amounts[:, draw] = found
    return amounts


def shapley_of_draws(costs: Array) -> Array:
    """Return the Shapley value of each draw. Unit: euros. Shapes: (2**n, draws) to (n, draws).

    One matrix product while its matrix fits the cache of a processor, else by folding.
    """
    if len(costs) <= 1 << 12:
        return np.asarray(_shapley_matrix(len(costs).bit_length() - 1) @ costs)
    step = max(1, MOST_NUMBERS // len(costs))
    begins = range(0, costs.shape[1], step)
    return np.concatenate([shapley_amounts(costs[:, b : b + step]) for b in begins], axis=1)


@lru_cache(maxsize=4)
def _shapley_matrix(players: int) -> Array:
    """Return the weight of every coalition in every player's value. Shape: (n, 2**n)."""
    both, out = order_weights(players)
    return membership(np.arange(1 << players), players).T * both - out


def nucleolus_of_draws(kind: str, costs: Array) -> Draws:
    """Return a nucleolus of each draw. Unit: euros. Shapes: (2**n, draws) to (n, draws).

    Each amount is proved: by the Kohlberg criterion where linear programs found it, by its
    structure elsewhere.
    """
    chosen = KINDS[kind]
    normal, weights = zero_normalised(costs), chosen.weights(costs).reshape(len(costs), -1)
    amounts = np.full(normal.alone.shape, np.nan)
    left, programs = np.arange(costs.shape[1]), 0
    caught: deque[int] = deque(maxlen=PATIENCE)
    while len(left):
        draw, left = left[0], left[1:]
        answer, fixed = solved(_game(costs[:, draw]), chosen)
        programs += 1
        if answer.amounts is None or fixed is None:
            continue
        amounts[:, draw] = answer.amounts
        if len(caught) < PATIENCE or max(caught) >= WORTHWHILE:
            holds = _apply(_Rule(fixed, bounded=chosen.bounded), normal, weights, left, amounts)
            caught.append(int(holds.sum()))
            left = left[~holds]
    return Draws(amounts, programs)


class _Rule:
    """A structure as a rule for other costs: a linear map and the inequalities that prove it."""

    def __init__(self, fixed: Structure, *, bounded: bool) -> None:
        self.fixed, self.bounded = fixed, bounded
        self.groups, self.levels = _levels(fixed)

    def applied(self, costs: Array, weights: Array) -> tuple[Array, Flags]:
        """Return normalised amounts by draw, and which are proved. Shapes: (n, draws), (draws,).

        No excess may be above the level at which the group's payment becomes fixed, and levels
        must fall. Then every program of the sequence has its optimum here, since the prices
        that show it depend on the sets alone. Weights have one column where they never vary.
        """
        fixed = self.fixed
        alike = self.bounded | ((weights[fixed.coalitions] == 0) == fixed.hard[:, None]).all(axis=0)
        rows = fixed.system(np.where(alike, weights, 1.0))
        if rows.shape[-1] != rows.shape[-2]:
            return np.zeros((fixed.players, costs.shape[1])), np.zeros(costs.shape[1], np.bool_)
        limits = fixed.limits(costs)
        if len(rows) == 1:
            found = np.linalg.solve(rows[0], limits)
        else:
            found = np.linalg.solve(rows, limits.T[:, :, None])[:, :, 0].T
        amounts, epsilons = found[: fixed.players], found[fixed.players :]
        allowed = costs[self.groups] + weights[self.groups] * epsilons[self.levels]
        holds = (additive(amounts)[self.groups] <= allowed + WITHIN).all(axis=0) & alike
        holds &= (np.diff(epsilons, axis=0) <= WITHIN).all(axis=0)
        if self.bounded:
            holds &= amounts.max(axis=0) <= WITHIN
        return amounts, holds


def _levels(fixed: Structure) -> tuple[Masks, Masks]:
    """Return the coalitions that a program looks at, and the level at which each is fixed."""
    span = Span(fixed.players)
    level = np.full(1 << fixed.players, -1, dtype=np.int64)
    for number in range(fixed.depth):
        level[span.outside] = number
        span.add_all(fixed.coalitions[fixed.levels == number])
    groups = np.flatnonzero(level >= 0)
    return groups, level[groups]


def _apply(
    rule: _Rule, normal: ZeroNormalised, weights: Array, left: Masks, amounts: Array
) -> Flags:
    """Fill in the amounts of those draws for which a rule is proved; return which they are."""
    holds = np.zeros(len(left), dtype=np.bool_)
    step = max(1, MOST_NUMBERS // len(normal.costs))
    for begin in range(0, len(left), step):
        block = left[begin : begin + step]
        own = weights if weights.shape[1] == 1 else weights[:, block]
        points, proved = rule.applied(normal.costs[:, block], own)
        good = block[proved]
        amounts[:, good] = normal.alone[:, good] + normal.unit[good] * points[:, proved]
        holds[begin : begin + step] = proved
    return holds


def _game(costs: Array, weights: Array | None = None) -> Game:
    players = len(costs).bit_length() - 1
    return Game(tuple(str(player) for player in range(players)), costs, weights)
