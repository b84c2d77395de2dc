"""Two quantities at a time: how far two options lie apart, and the line where they are equal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.result import Array, Cases
from orgdesign.sensitivity.quantities import in_steps, points
from orgdesign.sensitivity.roots import solved
from orgdesign.sensitivity.run import Told, on_and_on
from orgdesign.sensitivity.study import EQUAL, Study

SHOWN = 9
"""Values of a quantity along a side of the grid, the central one beside them."""


@dataclass(frozen=True)
class TwoWay:
    """What the first option costs above the second, (row, column), in euros.

    `equal` holds for each row every value of the column's quantity at which they cost the same.
    """

    first: str
    second: str
    row: str
    column: str
    rows: Array
    columns: Array
    apart: Array
    equal: tuple[tuple[float, ...], ...]


def two_way(
    study: Study,
    first: str,
    second: str,
    figures: tuple[str, str],
    municipalities: Sequence[str] | None = None,
    told: Told = on_and_on,
) -> TwoWay:
    """Return the grid of two quantities, for some municipalities together or for all.

    Along every row the columns are tried finer than they are shown, and each change of sign is
    followed to where the options are equal.
    """
    asked = _Asked(study, first, second, figures, municipalities)
    row, column = (points(path, study.scenario.figures[path]) for path in figures)
    rows = row[_shown(row, study.scenario.figures[figures[0]].value)]
    columns = _shown(column, study.scenario.figures[figures[1]].value)
    down, along = (each.ravel() for each in np.meshgrid(rows, column, indexing="ij"))
    apart = asked.apart(down, along, told).reshape(rows.size, -1)
    equal = asked.equal(rows, column, apart)
    return TwoWay(first, second, *figures, rows, column[columns], apart[:, columns], equal)


def _shown(values: Array, central: float) -> NDArray[np.intp]:
    """Return the positions of the values to show: evenly spread, and the central one."""
    spread = np.round(np.linspace(0, values.size - 1, min(SHOWN, values.size))).astype(np.intp)
    return np.union1d(spread, np.flatnonzero(values == central))


@dataclass(frozen=True)
class _Asked:
    """Two options and the quantities of a grid."""

    study: Study
    first: str
    second: str
    figures: tuple[str, str]
    municipalities: Sequence[str] | None

    def apart(self, down: Array, along: Array, told: Told = on_and_on) -> Array:
        """Return how much the first costs above the second at pairs of values, (pair,)."""
        cases = Cases(down.size, dict(zip(self.figures, (down, along), strict=True)))
        costs = self.study.costs(cases, told)
        rows = self.study.scenario.places(self.municipalities)
        return np.asarray((costs[self.first] - costs[self.second])[rows].sum(axis=0))

    def equal(self, rows: Array, column: Array, apart: Array) -> tuple[tuple[float, ...], ...]:
        """Return for each row the values along it at which the sign changes."""
        sides = np.where(apart > EQUAL, 1, -1)
        row, at = np.nonzero(np.diff(sides, axis=1))
        values = column[at + 1]
        path = self.figures[1]
        if row.size and not in_steps(path, self.study.scenario.figures[path]):

            def between(value: Array, which: NDArray[np.intp]) -> Array:
                return self.apart(rows[row[which]], value)

            values = solved(between, column[at], column[at + 1]).value
        return tuple(tuple(values[row == number].tolist()) for number in range(rows.size))
