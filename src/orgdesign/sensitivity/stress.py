"""The stress set: what every option comes to when things go wrong in the ways that they do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from orgdesign.model.calculation import evaluate
from orgdesign.model.choices import leaving
from orgdesign.model.exits import can_leave, year_of_operation
from orgdesign.model.outcomes import measure
from orgdesign.model.result import Array, Cases, Result
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.sensitivity import stressed
from orgdesign.sensitivity.run import Told, on_and_on, outcomes
from orgdesign.sensitivity.study import Study

YEARS_IN = 3
"""Years of operation after which a partner is taken to leave, sooner where all end by then."""

STRESSES: dict[str, Callable[[Scenario, Result], Scenario]] = {
    "no_gain": lambda scenario, central: stressed.gain(scenario, central, 0.0),
    "half_gain": lambda scenario, central: stressed.gain(scenario, central, 0.5),
    "late": lambda scenario, _: stressed.late(scenario),
    "no_vat": lambda scenario, _: stressed.no_vat_recovered(scenario),
    "wages": lambda scenario, _: stressed.dearer_wages(scenario),
    "volume": lambda scenario, _: stressed.more_volume(scenario),
    "change": lambda scenario, _: stressed.dearer_change(scenario),
}
"""The tests that are there for every scenario, in the order of the table."""

CENTRAL, LEAVES = "central", "leaves"


class Stressed(NamedTuple):
    """A test, and the measure under it of the zero option and every option, (municipality,).

    `leaver` is the municipality that leaves in a test of leaving; an option that it cannot
    leave is not among `costs`.
    """

    test: str
    leaver: str | None
    costs: Mapping[str, Array]


@dataclass(frozen=True)
class Stress:
    """The central case, and then every test."""

    study: Study
    tests: tuple[Stressed, ...]


def stress(study: Study, told: Told = on_and_on) -> Stress:
    """Return what the options come to under each test of the stress set."""
    scenario = study.scenario
    central = evaluate(scenario, options=study.options)
    found = [Stressed(CENTRAL, None, _costs(study, central))]
    left = {option: _left(study, central, option) for option in study.options}
    leavers = [m for m in scenario.municipalities if any(m in each for each in left.values())]
    number = 1 + len(STRESSES) + len(leavers)
    for test, change in STRESSES.items():
        result = evaluate(change(scenario, central), options=study.options)
        found.append(Stressed(test, None, _costs(study, result)))
        if not told(len(found), number):
            return Stress(study, tuple(found))
    for place in leavers:
        costs = dict(found[0].costs)
        for option in study.options:
            if place in left[option]:
                costs[option] = left[option][place]
            else:
                del costs[option]
        found.append(Stressed(LEAVES, place, costs))
    told(number, number)
    return Stress(study, tuple(found))


def _costs(study: Study, result: Result) -> Mapping[str, Array]:
    return {
        option: np.asarray(measure(result, option, study.measure, study.year)[:, 0])
        for option in (ALONE, *study.options)
    }


def _left(study: Study, central: Result, option: str) -> Mapping[str, Array]:
    """Return the measure of an option by who leaves it after its third year, (municipality,).

    Nobody leaves where all stay alone.
    """
    scenario = study.scenario
    if scenario.stays_alone(option):
        return {}
    last = year_of_operation(central, option, YEARS_IN)
    leavers = can_leave(central, option, last)
    if not leavers:
        return {}
    own = np.eye(len(leavers), dtype=bool)
    values = {
        leaving(place): np.where(row, last, np.inf) for place, row in zip(leavers, own, strict=True)
    }
    cases, asked = Cases(len(leavers), values), (study.measure,)
    found = outcomes(scenario, cases, asked, (option,), year=study.year)
    return dict(zip(leavers, found[option, study.measure].T, strict=True))
