"""When the salary guarantee of people above the joint posts has ended."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.axes import Array, half_up


def settles(guarantee_clock: Array, guarantee_years: Array, employer: str) -> NDArray[np.bool_]:
    """Return whether people above the joint posts are settled in a year: after the guarantee."""
    return (guarantee_clock >= half_up(guarantee_years)) & (employer != "home")
