"""Marks by which figures of the same numbers are known to be the same."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import numpy as np

from orgdesign.model.axes import Difference, Product
from orgdesign.model.reading import Grid


def mark(value: Any) -> Hashable:
    """Return what two figures have in common only where every formula gives the same of both.

    Of anything but numbers, words and paths it is the thing itself, which must be kept as long as
    the mark.
    """
    if isinstance(value, np.ndarray):
        return value.dtype.str, value.shape, value.tobytes()
    if isinstance(value, Grid):
        return Grid, value.paths.shape, tuple(value.paths.ravel()), value.default
    if isinstance(value, tuple | Product | Difference):
        return type(value), *map(mark, _parts(value))
    return (type(value), value) if isinstance(value, str | int | None) else id(value)


def _parts(value: tuple[Any, ...] | Product | Difference) -> tuple[Any, ...]:
    if isinstance(value, Product):
        return value.factors
    return (value.whole, value.less) if isinstance(value, Difference) else value
