"""Closed forms for airports: what each movement pays for a runway. Types in order of cost."""

from __future__ import annotations

import numpy as np

from orgdesign.model.axes import Array


def per_movement_shapley(runways: Array, movements: Array) -> Array:
    """Each piece of runway is shared by those who need it (Littlechild & Owen 1973)."""
    needing = np.cumsum(movements[::-1])[::-1]
    return np.cumsum(np.diff(runways, prepend=0.0) / needing)


def per_movement_nucleolus(runways: Array, movements: Array) -> Array:
    """Blocks of types pay the same, the lowest first (Littlechild 1974)."""
    fees = np.zeros(len(runways))
    start, before, fee = 0, 0.0, 0.0
    while start < len(runways):
        users = np.cumsum(movements[start:]).astype(float)
        users[:-1] += 1
        candidates = (runways[start:] - before + fee) / users
        end = start + int(np.argmin(candidates)) + 1
        fee = float(candidates.min())
        fees[start:end] = fee
        start, before = end, runways[end - 1]
    return fees
