"""Coalitions as bit masks, player i being bit i, and what is summed over the members of each."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.axes import Array

Masks = NDArray[np.int64]
Flags = NDArray[np.bool_]


@lru_cache(maxsize=4)
def sizes(players: int) -> Array:
    """Return the number of members of every coalition, read-only. Shape: (2**n,)."""
    counted: Array = np.bitwise_count(np.arange(1 << players)).astype(np.float64)
    counted.setflags(write=False)
    return counted


def additive(amounts: Array) -> Array:
    """Return what the members of every coalition pay together. Unit: that of the amounts.

    Formula: x(S) = sum of x_i over i in S, by doubling. Shapes: (n, ...) to (2**n, ...).
    """
    sums = np.zeros((1 << len(amounts), *amounts.shape[1:]))
    for player, amount in enumerate(amounts):
        half = 1 << player
        np.add(sums[:half], amount, out=sums[half : 2 * half])
    return sums


def membership(coalitions: Masks, players: int) -> Array:
    """Return 1 for the members of some coalitions. Shapes: (k,) to (k, n)."""
    return (coalitions[:, None] >> np.arange(players) & 1).astype(np.float64)


def singles(players: int) -> Masks:
    """Return the coalitions of one player each. Shape: (n,)."""
    return 1 << np.arange(players, dtype=np.int64)


def without(masks: Masks, players: int) -> Masks:
    """Return the complements of some coalitions. Shape: that of the masks."""
    return ((1 << players) - 1) ^ masks


def members(coalition: int, players: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of the members of a coalition."""
    return tuple(name for player, name in enumerate(players) if coalition >> player & 1)
