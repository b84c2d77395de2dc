"""Whether an allocation is a nucleolus, found out without the program that computed it."""

from __future__ import annotations

import numpy as np

from orgdesign.allocation.games.coalitions import Masks, additive, membership, singles
from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.lexicographic import Family
from orgdesign.allocation.games.span import Span
from orgdesign.model.axes import Array


def is_nucleolus(game: Game, amounts: Array, family: Family) -> bool:
    """Return whether amounts are the nucleolus of a family, by the Kohlberg criterion.

    From the largest weighted excess down, the coalitions met so far must be balanced at each
    level: some weights, all above 0, give every player the same sum. With bounds, players at
    x_i = c_i may join with any weight from 0 up, as may hard coalitions at x(S) = c(S).
    Sources: Kohlberg 1971; Sobolev 1975 without bounds; Benedek, Fliege & Nguyen 2021 for
    leaving out what lies in the span of earlier levels.
    """
    excess = additive(amounts) - game.costs
    within = _tolerance(game)
    hard = family.weights == 0
    hard[[0, -1]] = False
    if family.bounded:
        hard[singles(game.size)] |= amounts >= game.stand_alone - within
        if (amounts > game.stand_alone + within).any():
            return False
    soft = family.weights > 0
    if not np.isfinite(amounts).all() or abs(excess[-1]) > within:
        return False
    if (excess[~soft] > within).any():
        return False
    helping = np.flatnonzero(hard & (excess >= -within))
    return _balanced_throughout(excess, np.where(soft, family.weights, 0.0), helping, within)


def _tolerance(game: Game) -> float:
    """Return up to where two excesses are the same: a part of the savings, above rounding."""
    rounding = 64 * game.size * np.finfo(np.float64).eps * game.scale
    return float(1e-8 * np.abs(game.savings).max() + rounding)


def _balanced_throughout(excess: Array, weights: Array, helping: Masks, within: float) -> bool:
    players = len(excess).bit_length() - 1
    span = Span(players)
    soft = np.flatnonzero(weights > 0)
    helpers = membership(helping, players)
    while not span.full:
        soft = soft[span.outside[soft]]
        if not len(soft):
            return False
        level = (excess[soft] / weights[soft]).max()
        worst = soft[excess[soft] - level * weights[soft] >= -within]
        if not _balanced(membership(worst, players), helpers, span):
            return False
        span.add_all(worst)
    return True


def _balanced(new: Array, helpers: Array, span: Span) -> bool:
    """Return whether weights from 1 up on the new vectors lead into the span.

    Formula: sum of new + sum of mu x new + sum of nu x helpers = 0 outside the span, with mu and
    nu from 0 up: a least-squares problem with non-negative unknowns whose rest is 0.
    """
    from scipy.optimize import nnls

    new, helpers = span.residual(new), span.residual(helpers)
    missing = -new.sum(axis=0)
    if np.abs(missing).max() <= 1e-9 * len(new):
        return True
    columns = np.concatenate([new, helpers]).T
    try:
        rest = nnls(columns, missing, maxiter=100 * columns.shape[1])[1]
    except RuntimeError:  # the search did not end, so nothing is proved
        return False
    return bool(rest <= 1e-8)
