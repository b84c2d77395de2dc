"""The inputs of the formulas that come from amounts stated in the file, by name."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from orgdesign.lines import LINES
from orgdesign.model.reading import NOTHING, Grid, Input, Reading
from orgdesign.scenario.schema.amounts import AloneAmount, AmountTable, OptionAmount, Unwinding

Stated = AmountTable | Unwinding
"""An amount that names a line of the bill."""


def amounts(reading: Reading) -> list[tuple[str, Stated]]:
    """Return the amounts that may count for the option, each with its path."""
    own, path = reading.table, f"options.{reading.option}"
    tables: dict[str, tuple[Stated, ...]] = {
        f"{path}.amounts": () if own is None else own.amounts,
        f"{path}.unwinding": () if own is None else own.unwinding,
        "alone.amounts": reading.scenario.document.alone.amounts,
    }
    return [(f"{path}[{i}]", row) for path, rows in tables.items() for i, row in enumerate(rows)]


def amount(reading: Reading) -> Grid:
    """Return the stated amounts."""
    return Grid.row([f"{path}.amount" for path, _ in amounts(reading)])


def _limit(reading: Reading, end: str, default: float) -> Grid:
    """Return the first or the last calendar year of each amount, the default where not given."""
    paths = [
        f"{path}.{end if isinstance(row, Unwinding) or row.year is None else 'year'}"
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
            isinstance(row, OptionAmount)
            and row.year is None
            and row.from_ is None
            and row.until is None
            for _, row in amounts(reading)
        ],
        dtype=bool,
    )


def amount_ends_with(reading: Reading) -> NDArray[np.intp]:
    """Return with whose end each amount falls due, shape (amount,).

    The position of a task, -1 for the option itself, -2 for an amount with years of its own.
    """
    tasks = list(reading.scenario.document.tasks)
    rows = [row for _, row in amounts(reading)]
    ends = [row.task if isinstance(row, Unwinding) else "" for row in rows]
    return np.array([_ends_with(each, tasks) for each in ends], dtype=np.intp)


def _ends_with(task: str | None, tasks: list[str]) -> int:
    return -1 if task is None else tasks.index(task) if task else -2


def amount_profile(reading: Reading) -> Grid:
    """Return how each amount is spread over the years after an end, none where not given."""
    lists = [
        [f"{path}.profile[{i}]" for i in range(len(row.profile or (None,)))]
        if isinstance(row, Unwinding)
        else [NOTHING]
        for path, row in amounts(reading)
    ]
    width = max(map(len, lists), default=1)
    flat = np.array([[*each, *[NOTHING] * (width - len(each))] for each in lists], dtype=object)
    return Grid(flat.reshape(1, len(lists), width), np.nan)


def keys_of_amounts(reading: Reading) -> tuple[str, ...]:
    """Return the keys that share an amount alone, each once."""
    keys = (getattr(row, "key", None) for _, row in amounts(reading))
    return tuple(dict.fromkeys(key for key in keys if key is not None))


def amount_key(reading: Reading) -> NDArray[np.intp]:
    """Return the position of the key that shares each amount alone, -1 for none."""
    keys = keys_of_amounts(reading)
    given = [getattr(row, "key", None) for _, row in amounts(reading)]
    return np.array([keys.index(key) if key else -1 for key in given], dtype=np.intp)


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
    "amount_ends_with": amount_ends_with,
    "amount_profile": amount_profile,
    "amount_key": amount_key,
    "amount_line": amount_line,
    "amount_owner": amount_owner,
    "amount_alone": amount_alone,
    "amount_everywhere": amount_everywhere,
}
"""Inputs that stated amounts give, by name."""
