"""The inputs of the formulas that come from amounts stated in the file, by name."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from orgdesign.lines import LINES
from orgdesign.model.reading import Grid, Input, Reading
from orgdesign.scenario.schema.options import AloneAmount, AmountTable


def amounts(reading: Reading) -> list[tuple[str, AmountTable]]:
    """Return the amounts that may count for the option, each with its path."""
    stated = () if reading.table is None else reading.table.amounts
    alone = reading.scenario.document.alone.amounts
    own = [(f"options.{reading.option}.amounts[{i}]", row) for i, row in enumerate(stated)]
    return own + [(f"alone.amounts[{i}]", row) for i, row in enumerate(alone)]


def amount(reading: Reading) -> Grid:
    """Return the stated amounts."""
    return Grid.row([f"{path}.amount" for path, _ in amounts(reading)])


def _limit(reading: Reading, end: str, default: float) -> Grid:
    """Return the first or the last calendar year of each amount, the default where not given."""
    paths = [
        f"{path}.year" if row.year is not None else f"{path}.{end}"
        for path, row in amounts(reading)
    ]
    return Grid.row(paths, default)


def amount_from(reading: Reading) -> Grid:
    """Return the first calendar year of each amount."""
    return _limit(reading, "from", float(reading.scenario.years[0]))


def amount_until(reading: Reading) -> Grid:
    """Return the last calendar year of each amount; no end where not given."""
    return _limit(reading, "until", np.inf)


def amount_operating(reading: Reading) -> NDArray[np.bool_]:
    """Return whether each amount falls in all years of operation: an option's without a year."""
    return np.array(
        [
            row.year is None
            and row.from_ is None
            and row.until is None
            and not isinstance(row, AloneAmount)
            for _, row in amounts(reading)
        ],
        dtype=bool,
    )


def amount_line(reading: Reading) -> NDArray[np.intp]:
    """Return the position of the line of each amount."""
    lines = list(LINES)
    return np.array([lines.index(row.line) for _, row in amounts(reading)], dtype=np.intp)


def amount_owner(reading: Reading) -> NDArray[np.float64]:
    """Return 1 for the municipality of each amount, shape (municipality, amount)."""
    places = reading.scenario.municipalities
    rows = [[float(row.municipality == m) for _, row in amounts(reading)] for m in places]
    return np.array(rows).reshape(len(rows), -1)


def amount_alone(reading: Reading) -> NDArray[np.bool_]:
    """Return whether each amount is one of the zero option."""
    return np.array([isinstance(row, AloneAmount) for _, row in amounts(reading)], dtype=bool)


def amount_everywhere(reading: Reading) -> NDArray[np.bool_]:
    """Return whether each amount of the zero option comes in every option."""
    return np.array(
        [isinstance(row, AloneAmount) and row.everywhere for _, row in amounts(reading)],
        dtype=bool,
    )


STATED: dict[str, Input] = {
    "amount": amount,
    "amount_from": amount_from,
    "amount_until": amount_until,
    "amount_operating": amount_operating,
    "amount_line": amount_line,
    "amount_owner": amount_owner,
    "amount_alone": amount_alone,
    "amount_everywhere": amount_everywhere,
}
"""Inputs that stated amounts give, by name."""
