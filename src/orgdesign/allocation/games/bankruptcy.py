"""Sharing what is there among claims that exceed it; here stand-alone costs that share c(N)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.method import Allocation, undefined
from orgdesign.model.axes import Array


def proportional(claims: Array, estate: float) -> Array:
    """Return the same part of every claim. Unit: that of the claims. Shape: (n,).

    Formula: estate x d_i / sum of d.
    """
    _check(claims, estate)
    whole = claims.sum()
    return estate * (claims / whole) if whole else np.zeros_like(claims)


def constrained_equal_awards(claims: Array, estate: float) -> Array:
    """Return the same award for all, no more than the claim. Unit: that of the claims.

    Formula: min(d_i, level) with the level that makes the sum. Source: Maimonides; Thomson 2003.
    Shape: (n,).
    """
    _check(claims, estate)
    ordered = np.sort(claims)
    paid_before = np.concatenate([[0.0], np.cumsum(ordered)[:-1]])
    levels = (estate - paid_before) / np.arange(len(claims), 0, -1)
    # Whoever claims less than an equal part of what is left gets the claim.
    capped = int(np.argmax(np.append(levels <= ordered, True)))
    return claims.copy() if capped == len(claims) else np.minimum(claims, levels[capped])


def constrained_equal_losses(claims: Array, estate: float) -> Array:
    """Return the same loss for all, no more than the claim. Unit: that of the claims.

    Formula: max(0, d_i - level) with the level that makes the sum. Source: Maimonides; Thomson
    2003. Shape: (n,).
    """
    _check(claims, estate)
    return claims - constrained_equal_awards(claims, max(0.0, claims.sum() - estate))


def talmud(claims: Array, estate: float) -> Array:
    """Return equal awards up to half of each claim, equal losses beyond. Unit: of the claims.

    Formula: equal awards on d / 2 where the estate is at most half the claims, else d less equal
    awards of the loss on d / 2. It is the nucleolus of the bankruptcy game. Source: Aumann &
    Maschler 1985. Shape: (n,).
    """
    _check(claims, estate)
    half, loss = claims / 2, max(0.0, claims.sum() - estate)
    if estate <= half.sum():
        return constrained_equal_awards(half, estate)
    return claims - constrained_equal_awards(half, min(loss, half.sum()))


RULES: dict[str, Callable[[Array, float], Array]] = {
    "proportional": proportional,
    "cea": constrained_equal_awards,
    "cel": constrained_equal_losses,
    "talmud": talmud,
}
"""Every rule that shares an estate among claims, by its id."""


def cea_method(game: Game) -> Allocation:
    """Return the same cost for all, nobody above the stand-alone cost. Unit: euros.

    Formula: constrained equal awards of c(N) among the stand-alone costs.
    """
    return _sharing(game, constrained_equal_awards)


def cel_method(game: Game) -> Allocation:
    """Return the same saving for all, nobody below 0. Unit: euros.

    Formula: constrained equal losses of c(N) among the stand-alone costs.
    """
    return _sharing(game, constrained_equal_losses)


def talmud_method(game: Game) -> Allocation:
    """Return the Talmud rule on c(N) among the stand-alone costs. Unit: euros.

    Formula: equal costs up to half the stand-alone cost, equal savings beyond.
    """
    return _sharing(game, talmud)


def _sharing(game: Game, rule: Callable[[Array, float], Array]) -> Allocation:
    claims, estate = game.stand_alone, game.total
    if claims.min() < 0:
        return undefined("negative_claims")
    if estate < 0:
        return undefined("negative_estate")
    if estate > claims.sum() * (1 + 1e-12):
        return undefined("estate_above_claims")
    return Allocation(rule(claims, min(estate, float(claims.sum()))))


def _check(claims: Array, estate: float) -> None:
    if claims.min() < 0 or not 0 <= estate <= claims.sum() * (1 + 1e-12):
        message = "claims are 0 or more, and the estate lies between 0 and their sum"
        raise ValueError(message)
