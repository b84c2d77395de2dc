"""What dominates, and how often each option is best: before anybody's weights are asked."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
DRAWS = 10_000
_CLOSE = 1e-9


def compared(scores: Array) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which options and which criteria can be compared, the first option staying alone.

    A criterion on which no other option is scored is left out; then an option that lacks a
    score on one that is left.
    """
    known = ~np.isnan(scores)
    criteria = np.asarray(known[1:].any(axis=0))
    return np.asarray(known[:, criteria].all(axis=1)), criteria


def dominators(scores: Array) -> tuple[tuple[int, ...], ...]:
    """Return for each option those that dominate it.

    One option dominates another that is scored on the same criteria when it is better on one of
    them and worse on none. An option that lacks a score is neither.
    """
    options, criteria = compared(scores)
    kept = scores[:, criteria]

    def better(a: int, b: int) -> bool:
        difference = kept[a] - kept[b]
        return bool((difference >= -_CLOSE).all() and (difference > _CLOSE).any())

    everyone = range(len(scores))
    return tuple(
        tuple(a for a in everyone if options[a] and options[b] and better(a, b)) for b in everyone
    )


def best_shares(scores: Array, seed: int, draws: int = DRAWS) -> Array:
    """Return the share of weight sets in which each option is best, not a number if it cannot be.

    An option without a score cannot be, and one that there is nothing to compare with neither.
    The weights are drawn uniformly over the simplex: every set of weights that sums to 1 is as
    likely as any other. Formula: exponential draws over their sum. Options that are equally
    good share a draw.
    """
    options, criteria = compared(scores)
    shares = np.full(len(scores), np.nan)
    if not criteria.any() or options.sum() < 2:
        return shares
    drawn = np.random.default_rng(seed).exponential(size=(draws, int(criteria.sum())))
    weights = drawn / drawn.sum(axis=1, keepdims=True)
    totals = weights @ scores[np.ix_(options, criteria)].T
    best = totals >= totals.max(axis=1, keepdims=True) - _CLOSE
    shares[options] = (best / best.sum(axis=1, keepdims=True)).mean(axis=0)
    return shares


def weighted(scores: Array, weights: Array) -> Array:
    """Return the weighted mean of each option, not a number where a score with weight lacks."""
    counting = weights > 0
    return np.asarray(scores[:, counting] @ weights[counting])
