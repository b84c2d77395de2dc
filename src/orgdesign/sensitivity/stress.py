"""The stress set: what every option comes to when things go wrong in the ways that they do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from orgdesign.model.calculation import evaluate
from orgdesign.model.choices import leaving
from orgdesign.model.outcomes import measure
from orgdesign.model.result import Array, Cases, Result
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.sensitivity import stressed
from orgdesign.sensitivity.run import Told, on_and_on
from orgdesign.sensitivity.study import Study

YEARS_IN = 3
"""Years of operation after which a partner is taken to leave."""

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
    leavers = [
        m for m in scenario.municipalities if any(_can_leave(study, o, m) for o in study.options)
    ]
    number = 1 + len(STRESSES) + len(leavers)
    for test, change in STRESSES.items():
        result = evaluate(change(scenario, central), options=study.options)
        found.append(Stressed(test, None, _costs(study, result)))
        if not told(len(found), number):
            return Stress(study, tuple(found))
    left = {option: _left(study, option) for option in study.options}
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


def _can_leave(study: Study, option: str, municipality: str) -> bool:
    """Return whether a municipality can leave: a host cannot, and nobody leaves a merger."""
    scenario = study.scenario
    return (
        municipality in scenario.participants(option)
        and scenario.document.options[option].host != municipality
        and not scenario.property(option, "merges")
        and not scenario.stays_alone(option)
    )


def _left(study: Study, option: str) -> Mapping[str, Array]:
    """Return the measure of an option by who leaves it after its third year, (municipality,)."""
    scenario = study.scenario
    leavers = [m for m in scenario.municipalities if _can_leave(study, option, m)]
    if not leavers:
        return {}
    last = np.floor(scenario.document.options[option].from_.value + 0.5) + YEARS_IN - 1
    own = np.eye(len(leavers), dtype=bool)
    values = {
        leaving(place): np.where(row, last, np.inf) for place, row in zip(leavers, own, strict=True)
    }
    result = evaluate(scenario, Cases(len(leavers), values), [option])
    costs = measure(result, option, study.measure, study.year)
    every = np.broadcast_to(costs, (len(scenario.municipalities), len(leavers)))
    return dict(zip(leavers, every.T, strict=True))
