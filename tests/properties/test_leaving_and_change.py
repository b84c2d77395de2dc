"""Leaving an option that another takes over from: by the rules of the one then in force."""

from __future__ import annotations

from random import Random

import numpy as np
from drawing.steps import Tables
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from properties.test_changes_of_form import changed
from properties.test_leaving import WITHIN, left
from strategies import RANDOM, scenario_from, scenarios

from orgdesign.allocation.pools import running_key
from orgdesign.lines import LINES
from orgdesign.model.calculation import evaluate
from orgdesign.model.evaluation import Evaluation
from orgdesign.model.exits import can_leave
from orgdesign.model.outcomes import total_cost, years_of_operation
from orgdesign.model.result import Array, Result
from orgdesign.scenario.scenario import ALONE, Scenario

PREPARED = ("process", "vat_one_off")
"""Lines of what is done before a start."""


def yearly(scenario: Scenario, figures: Evaluation, name: str) -> Array:
    """Return a figure by municipality and year."""
    shape = (len(scenario.municipalities), 1, len(scenario.years), 1)
    return np.asarray(np.broadcast_to(figures[name], shape)[:, 0, :, 0])


def chosen(result: Result, option: str, random: Random) -> tuple[str, int]:
    """Return a municipality that can leave after a year of operation, with that year."""
    years = years_of_operation(result, option)
    ways = [(m, year) for year in years for m in can_leave(result, option, year)]
    assume(ways)
    return random.choice(ways)


def settles(result: Result, option: str) -> bool:
    keys = [running_key(each.reading) for each in result.options[option].evaluation.phases()]
    return any(key is not None and key.settlement is not None for key in keys)


@settings(RANDOM, suppress_health_check=list(HealthCheck))
@given(scenarios(options=2), st.randoms(use_true_random=False))
def test_leaving_follows_the_option_in_force(tables: Tables, random: Random) -> None:
    found = changed(tables)
    assume(found is not None)
    assert found is not None
    for table in found["options"].values():
        table |= {"exit_rebuilding": random.choice((0, 7_000, 30_000))}
        table |= {"exit_years": random.choice((0, 2)), "exit_start_share": 0.5}
    scenario = scenario_from(found)
    option = next(iter(found["options"]))
    stays = evaluate(scenario)
    leaver, year = chosen(stays, option, random)
    place, after = scenario.municipalities.index(leaver), scenario.years.index(year) + 1
    leaves = left(scenario, option, {leaver: year})
    phases = [each.reading.option for each in stays.options[option].evaluation.phases()]
    in_force = stays.options[option].evaluation.phase(after - 1).reading.option
    # Who does not come along does not pay for preparing what takes over.
    prepares = PREPARED if in_force != phases[-1] else ()
    for line in (each for each in LINES if each not in prepares):
        before = leaves.options[option].lines[line][:, :after]
        assert np.allclose(before, stays.options[option].lines[line][:, :after], atol=WITHIN)
    given, paid = 0.0, np.zeros(len(scenario.years))
    for phase in leaves.options[option].evaluation.phases():
        paid += yearly(scenario, phase, "leaving_cost")[place]
        if phase.reading.option == in_force:
            given = float(yearly(scenario, phase, "exit_rebuilding")[place, 0])
        else:
            assert not yearly(scenario, phase, "leaving_cost").any()
    rebuilt = sum(
        yearly(scenario, phase, "rebuilding")[place].sum()
        for phase in leaves.options[option].evaluation.phases()
    )
    assert rebuilt == (given if after < len(scenario.years) else 0.0)
    alone = total_cost(leaves, ALONE)[place, after:, 0]
    total = total_cost(leaves, option)[place, after:, 0]
    assert settles(leaves, option) or np.allclose(total, alone + paid[after:], atol=WITHIN)
