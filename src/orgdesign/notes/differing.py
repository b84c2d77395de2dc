"""In which cases a figure differs from what it was."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from orgdesign.model.result import Array

Figures = Mapping[str, Array]
"""What is compared, with the cases along the last axis."""
_NOISE = 1e-6
"""A difference below this is noise of floating point, in euros or posts."""


def differ(before: Figures, after: Figures, cases: int) -> Array:
    """Return for every case whether anything in it differs from what it was before."""
    moved = np.zeros(cases, dtype=bool)
    for name, was in before.items():
        now = after[name]
        if now.shape[-1] == 1 and cases > 1:
            continue
        bound = _NOISE + 1e-11 * np.abs(was)
        moved |= (np.abs(now - was) > bound).reshape(-1, now.shape[-1]).any(axis=0)
    return moved
