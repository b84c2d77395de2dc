"""Why a quantity does nothing to an outcome: what it moves instead, if anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from orgdesign.lines import LINES
from orgdesign.model.calculation import evaluate
from orgdesign.model.making_steps import steps
from orgdesign.model.outcomes import LINES_OF, OF_ALL_YEARS, year_index
from orgdesign.model.result import Array, Bills, Result
from orgdesign.scenario.scenario import ALONE
from orgdesign.sensitivity.quantities import ends
from orgdesign.sensitivity.single import is_choice, members, one_at_a_time, quantity
from orgdesign.sensitivity.study import EQUAL, Study

Silence = Literal[
    "unread", "discounting", "elsewhere", "inert", "lines", "years", "both", "shifted"
]
RATE = "scenario.discount_rate"


@dataclass(frozen=True)
class Silent:
    """Why a quantity does nothing here.

    `unread` no formula reads it, `discounting` it only counts in a present value, `elsewhere`
    only the options in `names` read it, `inert` it changes no line of the bill, `lines` only
    the lines in `names`, `years` only other years, `both` staying alone as much, `shifted` only
    who pays.
    """

    why: Silence
    names: tuple[str, ...] = ()


def silent(
    study: Study, option: str, municipalities: Sequence[str], paths: Sequence[str]
) -> dict[str, Silent]:
    """Return why each of some quantities does nothing to the measure of an option."""
    scenario = study.scenario
    keys = [path for path in paths if is_choice(scenario, path)]
    paths = [path for path in paths if path not in keys]
    shared = {path: _of_key(path, option) for path in keys}
    if not paths:
        return shared
    central = evaluate(scenario)
    names = [path for path in paths for _ in range(2)]
    values = [end for path in paths for end in ends(quantity(scenario, path))]
    cases = one_at_a_time(scenario, names, values)
    made = steps(central, cases.values.keys(), tuple(LINES))
    tried = made.bills(made.values(cases), cases)
    looked = _Look(study, option, municipalities, central, tried)
    found = {path: looked.at(path, slice(2 * at, 2 * at + 2)) for at, path in enumerate(paths)}
    return shared | found


def _of_key(path: str, option: str) -> Silent:
    """Return why the key of a pool does nothing: another option has it, or the sum stays."""
    whose = path.split(".")[1]
    return Silent("shifted") if whose == option else Silent("elsewhere", (whose,))


@dataclass(frozen=True)
class _Look:
    """The central bills beside those with one quantity at its ends."""

    study: Study
    option: str
    municipalities: Sequence[str]
    central: Result
    tried: Bills

    def at(self, path: str, cases: slice) -> Silent:
        """Return why a quantity, at its ends in these cases, does nothing."""
        if path == RATE:
            return Silent("discounting")
        readers = self._readers(path)
        if not readers:
            return Silent("unread")
        if not {self.option, ALONE} & set(readers):
            return Silent("elsewhere", readers)
        return self._of_bill(self._moved(self.option, cases), self._moved(ALONE, cases))

    def _of_bill(self, own: dict[str, Array], alone: dict[str, Array]) -> Silent:
        """Return why what moves in the bill of the option and of alone does not count."""
        lines = [line for line in LINES if own[line].any() or alone[line].any()]
        if not lines:
            return Silent("inert")
        counted = [line for line in lines if line in LINES_OF[self.study.measure]]
        if not counted:
            return Silent("lines", tuple(lines))
        if not any(self._in_year(own[line]) or self._in_year(alone[line]) for line in counted):
            return Silent("years", tuple(counted))
        differs = any(not np.array_equal(own[line], alone[line]) for line in counted)
        return Silent("shifted" if differs else "both")

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
        scenario = self.study.scenario
        rows = [scenario.municipalities.index(m) for m in self.municipalities]
        before, after = self.central.options[option].lines, self.tried.options[option].lines
        found = {}
        for line in LINES:
            shape = (*before[line].shape[:2], self.tried.cases.number)
            apart = np.broadcast_to(after[line], shape)[rows, :, cases] - before[line][rows]
            found[line] = np.where(np.abs(apart) > EQUAL, np.round(apart, 2), 0.0)
        return found

    def _in_year(self, apart: Array) -> bool:
        if self.study.measure in OF_ALL_YEARS:
            return bool(apart.any())
        year = self.study.year if self.study.measure == "total_cost" else None
        return bool(apart[:, year_index(self.central, year)].any())
