"""What an exit does: the bill with and without it, of the leavers and of those who stay."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from orgdesign.lines import LINES
from orgdesign.model.axes import Array
from orgdesign.model.calculation import recompute
from orgdesign.model.choices import leaving, merges
from orgdesign.model.outcomes import total_cost
from orgdesign.model.result import Cases, Result
from orgdesign.scenario.scenario import ALONE

_MOST = 2**18
"""Municipalities x years x sets of leavers that are computed at a time, to bound memory."""

Leavers = tuple[str, ...]
"""Municipalities that leave together."""


class Exit(NamedTuple):
    """One exit. Unit: euros a year. Each array has one amount for every year.

    `stays` and `leaves` are the total cost of the leavers if they stay and if they leave, what
    they pay the others and for building up again in it. `before` and `after` are what the others
    pay more than without the exit, before and after that compensation.
    """

    leavers: Leavers
    last_year: int
    stays: Array
    leaves: Array
    compensation: Array
    rebuilding: Array
    before: Array
    after: Array

    @property
    def covered(self) -> float | None:
        """The part of what the others are left with that is compensated, None without a loss."""
        loss = float(self.before.sum())
        return float(self.compensation.sum()) / loss if loss > 0.005 else None


def can_leave(result: Result, option: str, last_year: int | None = None) -> tuple[str, ...]:
    """Return who can leave after a year: participants but a host, nobody where they merged.

    Of the option that is in force in it; without a year at the start. Nobody leaves after the
    last year of operation, when all stop, nor a body in which nobody else would stay.
    """
    year = result.scenario.years[0] if last_year is None else last_year
    evaluation = result.in_force(option, year)
    if merges(evaluation.reading) or (last_year is not None and stops(result, option, last_year)):
        return ()
    host = evaluation["host"][:, 0, 0, 0]
    places = result.scenario.municipalities
    inside = frozenset(result.scenario.participants(evaluation.reading.option))
    if len(inside) == 1:
        return ()
    return tuple(m for m, hosts in zip(places, host, strict=True) if m in inside and not hosts)


def nobody_stays(result: Result, option: str, leavers: Leavers, last_year: int) -> bool:
    """Return whether no participant is left when these leave after a year: they then end it."""
    in_force = result.in_force(option, last_year).reading.option
    return set(result.scenario.participants(in_force)) <= set(leavers)


def able_sets(
    result: Result, option: str, sets: Sequence[Leavers], last_year: int
) -> tuple[Leavers, ...]:
    """Return which sets can leave after a year: each of them can, and a participant stays."""
    able = frozenset(can_leave(result, option, last_year))

    def can(leavers: Leavers) -> bool:
        if len(leavers) > 1 and nobody_stays(result, option, leavers, last_year):
            return False
        return able.issuperset(leavers)

    return tuple(filter(can, sets))


def stops(result: Result, option: str, last_year: int) -> bool:
    """Return whether an option, with what takes over from it, has ended after a calendar year."""
    *_, last = result.options[option].evaluation.phases()
    return bool(last_year - result.scenario.years[0] >= last["end"].item(0))


def year_of_operation(result: Result, option: str, number: int) -> int:
    """Return a calendar year of operation, counted from 1: the last in of who leaves after it.

    It is not the very last year, after which all stop, but where that is the only one.
    """
    phases = tuple(result.options[option].evaluation.phases())
    start, end = (float(phases[at][name].item(0)) for at, name in ((0, "start"), (-1, "end")))
    return result.scenario.years[0] + int(min(start + number - 1, max(start, end - 1)))


def first_exit(result: Result, option: str, last_year: int) -> int:
    """Return the first calendar year after which one can be out: notice is given from the start.

    Formula: first year of operation + years of notice of the option in force in a year.
    """
    start = int(result.options[option].evaluation["start"].item(0))
    return result.scenario.years[0] + start + notice(result, option, last_year)


def notice(result: Result, option: str, last_year: int) -> int:
    """Return the years of notice of the option in force in a calendar year, 0 where it says none.

    Unit: years.
    """
    in_force = result.in_force(option, last_year).reading.option
    path = result.scenario.property_path(in_force, "exit_notice_years")
    given = result.scenario.figures.get(path)
    return 0 if given is None else given.whole


def exits(result: Result, option: str, sets: Sequence[Leavers], last_year: int) -> tuple[Exit, ...]:
    """Return what the exit of each set of municipalities does, after the end of a year.

    Raises ValueError for who cannot leave, and for all participants together: they end it.
    """
    if len(able_sets(result, option, sets, last_year)) < len(sets):
        able = can_leave(result, option, last_year)
        message = f"only {able} can leave {option}, and not all of its participants together"
        raise ValueError(message)
    without = total_cost(result, option)[..., 0]
    return tuple(
        each
        for some, left in _left(result, option, sets, last_year)
        for each in _exits(without, left, option, some, last_year)
    )


def paid_by_leavers(
    result: Result, option: str, sets: Sequence[Leavers], last_year: int
) -> Iterator[tuple[Leavers, Array, Array]]:
    """Yield what each set pays that leaves after a year: the others, and for building up again.

    Both by year, unit: euros. Nothing else of the bill is computed.
    """
    for some, left in _left(result, option, sets, last_year, lines=()):
        compensation, rebuilding = _paid(left, option)
        for case, leavers in enumerate(some):
            gone = _gone(left, leavers)
            yield leavers, compensation[gone, :, case].sum(0), rebuilding[gone, :, case].sum(0)


def _left(
    result: Result,
    option: str,
    sets: Sequence[Leavers],
    last_year: int,
    lines: Collection[str] = LINES,
) -> Iterator[tuple[Sequence[Leavers], Result]]:
    """Yield sets of leavers with the bill of an option if they leave, each set in its own case."""
    own = result.only((ALONE, option))
    size = max(1, _MOST // (len(result.scenario.municipalities) * len(result.scenario.years)))
    for some in (sets[start : start + size] for start in range(0, len(sets), size)):
        values = {
            leaving(m): np.array([float(last_year) if m in leavers else np.inf for leavers in some])
            for m in sorted({m for leavers in some for m in leavers})
        }
        cases = Cases(len(some), values)
        yield some, recompute(own, result.scenario, values, cases, lines=lines)


def _exits(
    without: Array, left: Result, option: str, sets: Sequence[Leavers], last_year: int
) -> Iterator[Exit]:
    """Yield what the exit of each of some sets does; `without` is what is paid if all stay."""
    costs = total_cost(left, option)
    costs = np.broadcast_to(costs, (*costs.shape[:2], len(sets)))
    compensation, rebuilding = _paid(left, option)
    for case, leavers in enumerate(sets):
        gone, leaves = _gone(left, leavers), costs[..., case]
        after, paid = (leaves - without)[~gone].sum(0), compensation[gone, :, case].sum(0)
        yield Exit(
            leavers, last_year, without[gone].sum(0), leaves[gone].sum(0), paid,
            rebuilding[gone, :, case].sum(0), after + paid, after,
        )  # fmt: skip


def _gone(result: Result, leavers: Leavers) -> NDArray[np.bool_]:
    """Return which municipalities leave, shape (municipality,)."""
    return np.array([m in leavers for m in result.scenario.municipalities])


def _paid(left: Result, option: str) -> tuple[Array, Array]:
    """Return what leavers pay the others, and for building up again, under whoever is in force.

    Both by (municipality, year, case). Unit: euros.
    """
    phases = tuple(left.options[option].evaluation.phases())
    shape = (len(left.scenario.municipalities), len(left.scenario.years), left.cases.number)

    def whole(name: str) -> Array:
        figures = (np.broadcast_to(phase[name][:, 0], shape) for phase in phases)
        return np.asarray(sum(figures, np.zeros(shape)))

    return whole("compensation"), whole("rebuilding")
