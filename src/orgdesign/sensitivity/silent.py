"""Why a quantity does nothing to an outcome: what it moves instead, if anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

import numpy as np

from orgdesign.lines import LINES
from orgdesign.model.calculation import evaluate
from orgdesign.model.making_steps import steps
from orgdesign.model.outcomes import LINES_OF, OF_YEAR, measure, year_index
from orgdesign.model.result import Array, Bill, Bills, Result
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.sensitivity.choices import parts
from orgdesign.sensitivity.quantities import ends
from orgdesign.sensitivity.single import is_choice, members, one_at_a_time, quantity
from orgdesign.sensitivity.study import EQUAL, Study

Silence = Literal[
    "unread",
    "discounting",
    "elsewhere",
    "inert",
    "unmoved",
    "lines",
    "years",
    "both",
    "cancelled",
    "shifted",
]
RATE = "scenario.discount_rate"


@dataclass(frozen=True)
class Silent:
    """Why a quantity does nothing here.

    `unread` no formula reads it, `discounting` it only counts in a present value, `elsewhere`
    it only counts in the options in `names`, `inert` it changes no line of the bill, `unmoved`
    no line of these municipalities, `lines` only the lines in `names`, `years` only other years,
    `both` staying alone as much, `cancelled` the lines in `names` by amounts that come to nothing
    for each municipality, `shifted` only who pays.
    """

    why: Silence
    names: tuple[str, ...] = ()


def silent(
    study: Study,
    option: str,
    municipalities: Sequence[str],
    paths: Sequence[str],
    against: str | None = ALONE,
) -> dict[str, Silent]:
    """Return why each of some quantities does nothing to the measure of an option.

    To its difference from the zero option, or to the amount itself where `against` is None.
    """
    scenario, central = study.scenario, evaluate(study.scenario)
    compared = (option,) if against is None else (option, against)
    look = partial(_Look, study, compared, municipalities, central)
    found = {}
    figures = [path for path in paths if not is_choice(scenario, path)]
    if figures:
        looked = look(_at_ends(central, figures))
        for at, path in enumerate(figures):
            found[path] = looked.at(path, slice(2 * at, 2 * at + 2))
    for path in (path for path in paths if path not in found):
        whose = path.split(".")[1]
        if whose in scenario.phases(option):
            found[path] = look(_with_keys(scenario, option, path)).of_key()
        else:
            found[path] = Silent("elsewhere", (whose,))
    return found


def _at_ends(central: Result, paths: Sequence[str]) -> Bills:
    """Return the bills with each quantity at its two ends in turn."""
    names = [path for path in paths for _ in range(2)]
    values = [end for path in paths for end in ends(quantity(central.scenario, path))]
    cases = one_at_a_time(central.scenario, names, values)
    made = steps(central, cases.values.keys(), tuple(LINES))
    return made.bills(made.values(cases), cases)


def _with_keys(scenario: Scenario, option: str, path: str) -> Bills:
    """Return the bills of an option and of the zero option with each key of a choice in turn."""
    positions = quantity(scenario, path).values or ()
    cases = one_at_a_time(scenario, [path] * len(positions), positions)
    found = {
        at: evaluate(part.scenario, options=[option]).options
        for part in parts(scenario, cases)
        for at in part.positions.tolist()
    }
    bills = {
        each: Bill(
            {
                line: np.concatenate([found[at][each].lines[line] for at in sorted(found)], axis=2)
                for line in LINES
            }
        )
        for each in (ALONE, option)
    }
    return Bills(scenario, cases, bills)


@dataclass(frozen=True)
class _Look:
    """The central bills beside those with one quantity at its ends.

    `compared` is the option, and what it is compared with, if anything.
    """

    study: Study
    compared: Sequence[str]
    municipalities: Sequence[str]
    central: Result
    tried: Bills

    def at(self, path: str, cases: slice) -> Silent:
        """Return why a quantity, at its ends in these cases, does nothing."""
        if path == RATE:
            return Silent("both" if self.study.measure == "present_value" else "discounting")
        readers = self._readers(path)
        if not readers:
            return Silent("unread")
        if set(self.compared).isdisjoint(readers):
            return Silent("elsewhere", readers)
        found = self._of_bill(cases)
        if found is not None:
            return found
        others = tuple(
            option
            for option in readers
            if any(apart.any() for apart in self._moved(option, cases).values())
        )
        return Silent("elsewhere", others) if others else Silent("inert")

    def of_key(self) -> Silent:
        """Return why the key of a pool, each of those tried in a case, does nothing."""
        return self._of_bill(slice(None)) or Silent("unmoved")

    def _of_bill(self, cases: slice) -> Silent | None:
        """Return why what moves in the bills that are compared does not count, None for nothing."""
        moved = [self._moved(option, cases) for option in self.compared]
        lines = tuple(line for line in LINES if any(each[line].any() for each in moved))
        if not lines:
            return None
        counted = tuple(line for line in lines if line in LINES_OF[self.study.measure])
        if not counted:
            return Silent("lines", lines)
        within = [{line: self._in_year(each[line]) for line in counted} for each in moved]
        there = tuple(line for line in counted if any(each[line].any() for each in within))
        if not there:
            return Silent("years", counted)
        own, *other = (self._apart(option, cases) for option in self.compared)
        if (np.abs(own - sum(other)) > EQUAL).any():
            return Silent("shifted")
        first, *others = within
        apart = [np.abs(first[line] - each[line]) for each in others for line in there]
        same = bool(apart) and all((each <= EQUAL).all() for each in apart)
        return Silent("both") if same else Silent("cancelled", there)

    def _apart(self, option: str, cases: slice) -> Array:
        """Return how the measure differs, (municipality, case)."""
        study, rows = self.study, self._rows
        before, after = (
            measure(each, option, study.measure, study.year) for each in (self.central, self.tried)
        )
        shape = (len(study.scenario.municipalities), self.tried.cases.number)
        return np.asarray((np.broadcast_to(after, shape)[:, cases] - before)[rows])

    @property
    def _rows(self) -> list[int]:
        return self.study.scenario.places(self.municipalities)

    def _readers(self, path: str) -> tuple[str, ...]:
        """Return the options whose formulas read a quantity."""
        asked = {path, *members(self.study.scenario, path)}
        return tuple(
            option
            for option, found in self.central.options.items()
            for phase in found.evaluation.phases()
            if any(not asked.isdisjoint(grid.reads) for grid in phase.grids.values())
        )

    def _moved(self, option: str, cases: slice) -> dict[str, Array]:
        """Return for every line how it differs, (municipality, year), 0 where it does not."""
        rows = self._rows
        before, after = self.central.options[option].lines, self.tried.options[option].lines
        found = {}
        for line in LINES:
            shape = (*before[line].shape[:2], self.tried.cases.number)
            apart = np.broadcast_to(after[line], shape)[rows, :, cases] - before[line][rows]
            found[line] = np.where(np.abs(apart) > EQUAL, apart, 0.0)
        return found

    def _in_year(self, apart: Array) -> Array:
        """Return what counts of how a line differs: one year where the measure is of one."""
        if self.study.measure not in OF_YEAR:
            return apart
        return np.asarray(apart[:, year_index(self.central, self.study.year)])
