"""Everyone stops earlier than the file says: what is then different in the figures of an option."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.axes import Array, half_up
from orgdesign.model.evaluation import Evaluation
from orgdesign.model.result import Result

NEVER = 1e6
"""A calendar year that is past every horizon."""


def if_ended(result: Result, option: str, years: Sequence[int]) -> dict[str, Array]:
    """Return the figures that differ if everyone stops after each of some years, by path.

    The option in force has that last year, no other one takes over from it, and of its amounts
    only those are due that have been entered into.
    """
    last = np.array(years, dtype=float)
    found: dict[str, Array] = {}
    for phase in result.options[option].evaluation.phases():
        path = f"options.{phase.reading.option}"
        start, stop = _calendar(phase, "start"), _calendar(phase, "end")
        in_force = np.logical_and(last >= start, last <= stop)
        found[f"{path}.until"] = np.where(in_force, last, phase["until_year"].item(0))
        then = half_up(phase["then_year"]).item(0)
        if np.isfinite(then):
            found[f"{path}.then.year"] = np.where(last < then, NEVER, then)
        found |= _amounts(phase, last, in_force & (last < stop), stop)
    return found


def _calendar(phase: Evaluation, name: str) -> float:
    return float(phase[name].item(0) + phase["first_year"].item(0))


def _amounts(
    phase: Evaluation, last: Array, earlier: NDArray[np.bool_], stop: float
) -> Iterator[tuple[str, Array]]:
    """Yield when amounts fall if an option ends after each of some years, earlier than stated.

    One that would begin later, while the option still operated, does not come. One without a
    last year of its own is running cost, and stops. Every other one was entered into.
    """
    delay, table = float(phase["delay"].item(0)), phase.reading.table
    for position, row in enumerate(() if table is None else table.amounts):
        first = row.from_ if row.year is None else row.year
        if first is None:
            continue
        begins = float(half_up(np.array(first.value))) + delay
        later = earlier & (begins > last) & (begins <= stop)
        path = f"options.{phase.reading.option}.amounts[{position}]"
        if row.year is not None:
            yield f"{path}.year", np.where(later, NEVER, first.value)
        else:
            ends = np.inf if row.until is None else row.until.value
            stops = later | (earlier & (begins <= last) & (row.until is None))
            yield f"{path}.until", np.where(stops, last - delay, ends)
