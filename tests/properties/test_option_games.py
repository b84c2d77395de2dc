"""The game of an option holds what groups pay, and a key by game gives what its method says."""

from __future__ import annotations

from random import Random
from typing import get_args

import numpy as np
import pytest
from drawing.steps import Tables
from examples import example
from hypothesis import assume, given
from hypothesis import strategies as st
from pencil import outcomes as pencil
from pencil.bill import pencil_bill
from properties.test_groups import among_themselves, brings_work
from strategies import RANDOM, scenario_from, scenarios

from orgdesign.allocation.games.coalitions import members
from orgdesign.lines import TOTAL
from orgdesign.model.calculation import evaluate, recompute
from orgdesign.model.coalitions import OptionGame, Worth, option_game
from orgdesign.model.outcomes import discounted, present_value
from orgdesign.model.result import Cases
from orgdesign.scenario.key_names import BY_GAME
from orgdesign.scenario.scenario import ALONE, Scenario

WORTHS = get_args(Worth)


def by_staff(scenario: Scenario, option: str) -> Scenario:
    return scenario.with_keys(option, {"all": "staff"})


@RANDOM
@given(scenarios(options=1), st.randoms(use_true_random=False))
def test_a_group_costs_what_its_members_pay_together_with_nobody_else(
    tables: Tables, random: Random
) -> None:
    scenario = scenario_from(tables)
    for option in scenario.options:
        players = scenario.participants(option)
        position = random.randrange(1, 1 << len(players))
        group = members(position, players)
        assume(brings_work(scenario, option, group))
        in_all, in_year = (option_game(scenario, option, worth=worth) for worth in WORTHS)
        assert in_all.players == in_year.players == players
        together = among_themselves(by_staff(scenario, option), option, group)
        bill = pencil_bill(together, ALONE if len(group) == 1 else option)
        year = scenario.years.index(scenario.report_year)
        value = sum(pencil.present_value(scenario, bill, m) for m in group)
        cost = sum(pencil.total_cost(bill, m)[year] for m in group)
        for game, expected in ((in_all, value), (in_year, cost)):
            assert game.costs is not None
            assert game.costs[position, 0] == pytest.approx(expected, rel=1e-8, abs=1e-3)


def tax(scenario: Scenario, option: str, game: OptionGame) -> np.ndarray:
    """Return the present value of the tax that each pays."""
    result = evaluate(scenario, options=[option])
    lines = result.options[option].lines
    places = [scenario.municipalities.index(m) for m in game.players]
    return np.asarray(discounted(result, lines["vat"] + lines["vat_one_off"])[places, 0])


@pytest.mark.parametrize("method", BY_GAME)
def test_with_the_tax_of_key_staff_each_pays_what_the_method_says(method: str) -> None:
    scenario = example()
    for option in scenario.options:
        game = option_game(scenario, option)
        keyed = scenario.with_keys(option, {"all": method})
        places = [scenario.municipalities.index(m) for m in game.players]
        paid = present_value(evaluate(keyed, options=[option]), option)[places, 0]
        others = tax(by_staff(scenario, option), option, game) - tax(keyed, option, game)
        said = game.allocation(method).amounts
        if said is None:
            keyed = scenario.with_keys(option, {"all": "inhabitants"})
            said = present_value(evaluate(keyed, options=[option]), option)[places, 0]
            others = 0.0
        assert paid + others == pytest.approx(said, rel=1e-12)


@RANDOM
@given(scenarios(options=1), st.sampled_from(["shapley", "nucleolus", "stand_alone"]))
def test_shares_by_game_sum_to_one(tables: Tables, method: str) -> None:
    scenario = scenario_from(tables)
    for option in scenario.options:
        keyed = scenario.with_keys(option, {"all": method})
        shares = evaluate(keyed, options=[option]).options[option].evaluation[f"key:{method}"]
        assert shares.sum(axis=0) == pytest.approx(1.0, abs=1e-12)


def test_a_case_of_many_has_the_game_that_it_has_alone() -> None:
    scenario = example()
    option = scenario.options[-1]
    path = f"options.{option}.realisation"
    values = np.array([0.2, 0.9, 0.5])
    together = option_game(scenario, option, Cases(3, {path: values}))
    for case, value in enumerate(values):
        single = option_game(scenario, option, Cases(1, {path: np.array([value])}))
        assert together.costs is not None
        assert single.costs is not None
        assert together.costs[:, case] == pytest.approx(single.costs[:, 0], rel=1e-12)


@RANDOM
@given(scenarios(options=1), st.randoms(use_true_random=False))
def test_inhabitants_of_a_case_weigh_as_those_of_the_file(tables: Tables, random: Random) -> None:
    places = tables["municipalities"]
    place, number = random.choice([*places]), random.choice([900, 30_000, 250_000])
    given = scenario_from(tables)
    cases = Cases(2, {f"municipalities.{place}.inhabitants": np.array([5_000.0, number])})
    places = places | {place: places[place] | {"inhabitants": number}}
    stated = scenario_from(tables | {"municipalities": places})
    for option in given.options:
        keys = {"all": "weighted_shapley"}
        drawn, single = (each.with_keys(option, keys) for each in (given, stated))
        together = evaluate(drawn, cases, [option]).options[option].lines
        alone = evaluate(single, options=[option]).options[option].lines
        for line in TOTAL:
            found, expected = together[line][..., -1], alone[line][..., 0]
            assert found == pytest.approx(expected, rel=1e-9, abs=1e-6), line


def test_a_figure_that_changes_changes_the_shares_by_game() -> None:
    scenario = example()
    option = scenario.options[-1]
    keyed = scenario.with_keys(option, {"all": "shapley"})
    before = evaluate(keyed)
    path = f"options.{option}.governance_fixed"
    cases = Cases(1, {path: np.array([1_000_000.0])})
    again = recompute(before, keyed, [path], cases)
    anew = evaluate(keyed, cases)
    for line in TOTAL:
        found, expected = (each.options[option].lines[line] for each in (again, anew))
        assert found == pytest.approx(expected, rel=1e-12)
    shares = [each.options[option].evaluation["key:shapley"] for each in (before, again)]
    assert np.abs(shares[0] - shares[1]).max() > 1e-6
    same = recompute(before, keyed, [path], cases, games=False)
    assert (same.options[option].evaluation["key:shapley"] == shares[0]).all()


def test_above_twenty_players_orders_are_sampled_and_the_error_is_said() -> None:
    scenario = many(21)
    game = option_game(scenario, "together")
    found = game.allocation("shapley")
    assert found.amounts is not None
    assert found.remarks == ("sampled",)
    assert game.allocation("nucleolus").undefined == "too_many_players"
    assert found.amounts.sum() == pytest.approx(float(game.own.sum() + game.pools[0]), rel=1e-9)
    # All but the first are alike, so what they pay differs by the error of sampling alone.
    errors = game.sampled[0].errors[1:]
    assert (errors > 0).all()
    spread = found.amounts[1:] - found.amounts[1:].mean()
    assert (np.abs(spread) < 5 * errors).all()


def many(number: int) -> Scenario:
    """Return a scenario of many municipalities, all alike but the first, which is larger."""
    places = [f"m{i}" for i in range(number)]
    return scenario_from(
        {
            "format": 1,
            "scenario": {
                "title": "Many", "price_level": 2024, "first_year": 2024, "years": 3,
                "discount_rate": 0.02,
            },
            "municipalities": {
                m: {"name": m, "inhabitants": 40_000 if m == "m0" else 10_000} for m in places
            },
            "tasks": {"work": {"name": "Work", "scale_elasticity": 0.9, "overlap": 0.2}},
            "salary": {"10": 80_000},
            "overhead": {"per_fte": 10_000},
            "jobs": {
                "job": {
                    "name": "Job", "task": "work", "scale": "10",
                    "fte": {m: 20.0 if m == "m0" else 4.0 for m in places},
                }
            },
            "options": {
                "together": {
                    "form": "public_body", "name": "Together", "from": 2024,
                    "scope": {"work": 1.0}, "overhead_per_fte": 10_000,
                }
            },
        }
    )  # fmt: skip
