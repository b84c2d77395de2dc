"""What holds of every exit: before it nothing differs, after it the leaver is alone."""

from __future__ import annotations

from random import Random

import numpy as np
from drawing.steps import Tables
from hypothesis import given
from hypothesis import strategies as st
from strategies import RANDOM, scenario_from, scenarios

from orgdesign.allocation.pools import running_key
from orgdesign.lines import LINES, RUNNING
from orgdesign.model.calculation import evaluate
from orgdesign.model.choices import leaving
from orgdesign.model.outcomes import line_sum, total_cost
from orgdesign.model.result import Array, Cases, Result
from orgdesign.scenario.scenario import ALONE, Scenario

WITHIN = 1e-6


def left(scenario: Scenario, option: str, years: dict[str, float]) -> Result:
    """Return the result of an option that municipalities leave at the end of some years."""
    cases = Cases(1, {leaving(m): np.array([float(year)]) for m, year in years.items()})
    return evaluate(scenario, cases, [option])


def figure(result: Result, option: str, name: str) -> Array:
    """Return a figure by municipality and year."""
    value = result.options[option].evaluation[name]
    shape = (len(result.scenario.municipalities), 1, len(result.scenario.years), 1)
    return np.asarray(np.broadcast_to(value, shape)[:, 0, :, 0])


CHARGED = (*RUNNING, "vat")


def settles(result: Result, option: str) -> bool:
    """Return whether the key of the running pool is settled afterwards."""
    key = running_key(result.options[option].evaluation.reading)
    return key is not None and key.settlement is not None


def began(scenario: Scenario) -> list[str]:
    """Return the options that start before the last year."""
    tables = scenario.document.options.items()
    return [id for id, table in tables if table.from_.value + 0.5 < scenario.years[-1]]


def chosen(scenario: Scenario, option: str, random: Random) -> tuple[str, int]:
    """Return a participant that is no host, and a year of operation at whose end it leaves."""
    table = scenario.document.options[option]
    places = [m for m in scenario.participants(option) if m != table.host]
    years = [year for year in scenario.years if year >= table.from_.value + 0.5]
    return random.choice(places), random.choice(years)


@RANDOM
@given(scenarios(options=1), st.randoms(use_true_random=False))
def test_before_an_exit_nothing_differs(tables: Tables, random: Random) -> None:
    scenario = scenario_from(tables)
    for option in began(scenario):
        leaver, year = chosen(scenario, option, random)
        before = scenario.years.index(year) + 1
        stays, leaves = evaluate(scenario), left(scenario, option, {leaver: year})
        for line in LINES:
            found = leaves.options[option].lines[line][:, :before]
            assert np.allclose(found, stays.options[option].lines[line][:, :before], atol=WITHIN)


@RANDOM
@given(scenarios(options=1), st.randoms(use_true_random=False))
def test_after_its_exit_a_leaver_pays_what_it_pays_alone_and_for_leaving(
    tables: Tables, random: Random
) -> None:
    scenario = scenario_from(tables)
    for option in began(scenario):
        leaver, year = chosen(scenario, option, random)
        place, after = scenario.municipalities.index(leaver), scenario.years.index(year) + 1
        result = left(scenario, option, {leaver: year})
        paid = total_cost(result, option)[place, after:, 0]
        alone = total_cost(result, ALONE)[place, after:, 0]
        fee = figure(result, option, "leaving_cost")[place, after:]
        owed = line_sum(result, option, CHARGED) - line_sum(result, ALONE, CHARGED)
        owed = owed[place, after:, 0]
        # What the years before left to settle comes afterwards.
        assert settles(result, option) or np.allclose(owed, 0.0, atol=WITHIN)
        assert np.allclose(paid, alone + fee + owed, rtol=1e-9, atol=WITHIN)


@RANDOM
@given(scenarios(options=1), st.randoms(use_true_random=False))
def test_what_leavers_pay_the_others_get(tables: Tables, random: Random) -> None:
    scenario = scenario_from(tables)
    for option in began(scenario):
        first, year = chosen(scenario, option, random)
        second, other_year = chosen(scenario, option, random)
        result = left(scenario, option, {first: year, second: other_year})
        paid = figure(result, option, "compensation").sum(axis=0)
        received = figure(result, option, "compensation_received").sum(axis=0)
        assert np.allclose(paid, received, atol=WITHIN)


@RANDOM
@given(scenarios(options=1))
def test_leaving_after_the_last_year_changes_nothing(tables: Tables) -> None:
    scenario = scenario_from(tables)
    for option in began(scenario):
        everyone = dict.fromkeys(scenario.participants(option), float(scenario.years[-1]))
        stays, leaves = evaluate(scenario), left(scenario, option, everyone)
        for line, amounts in stays.options[option].lines.items():
            assert np.allclose(leaves.options[option].lines[line], amounts, atol=WITHIN)
