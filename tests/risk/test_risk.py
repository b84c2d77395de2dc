"""The risk of the budgets of a scenario: by hand, by draws, and by who pays for heavy care."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from examples import EXAMPLE
from examples import scenario as the_scenario

from orgdesign.model.calculation import evaluate
from orgdesign.risk.buffer import quantile
from orgdesign.risk.risk import by_clients, by_variation, solidarity
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Table

CLIENTS = "{bunnik=320, de_bilt=985, utrechtse_heuvelrug=1135, wijk_bij_duurstede=545, zeist=1510}"
PLACES = ("bunnik", "de_bilt", "utrechtse_heuvelrug", "wijk_bij_duurstede", "zeist")
KNOWN = (
    f"budgets.youth_care.clients={CLIENTS}",
    "budgets.youth_care.cost_variation=2.5",
    "budgets.youth_care.heavy_from=75_000",
    "sensitivity.draws=4_000",
)


scenario = partial(the_scenario, EXAMPLE)


def test_by_the_coefficient_of_variation_as_by_hand() -> None:
    found = by_variation(scenario(), "youth_care", ("bunnik", "zeist"))
    assert found is not None
    own = np.array([0.12 * 2_900_000, 0.12 * 14_800_000])
    np.testing.assert_allclose(found.alone, quantile(0.95) * own)
    together = np.sqrt(own[0] ** 2 + own[1] ** 2 + 2 * 0.3 * own[0] * own[1])
    assert found.pooled == pytest.approx(quantile(0.95) * together)
    assert by_variation(scenario(), "youth_care", ()) is not None
    assert by_clients(scenario(), "youth_care", PLACES) is None


def test_by_clients_the_spread_is_exact_and_the_draws_come_near_it() -> None:
    found = by_clients(scenario(*KNOWN), "youth_care", PLACES)
    assert found is not None
    mean = 2_900_000 / 320
    assert found.deviation[0] == pytest.approx(mean * np.sqrt(320 * (1 + 2.5**2)))
    # A skewed year needs a little more than a normal one.
    assert (found.alone > 1.0 * quantile(0.95) * found.deviation).all()
    assert (found.alone < 1.15 * quantile(0.95) * found.deviation).all()
    assert found.pooled < found.alone.sum()


def test_the_same_seed_draws_the_same_whatever_the_order() -> None:
    known = scenario(*KNOWN)
    one, other = (by_clients(known, "youth_care", p) for p in (PLACES, PLACES[::-1]))
    assert one is not None
    assert other is not None
    np.testing.assert_array_equal(one.alone, other.alone[::-1])
    assert one.pooled == other.pooled
    again = by_clients(scenario(*KNOWN, "sensitivity.seed=5"), "youth_care", PLACES)
    assert again is not None
    assert again.pooled != one.pooled


def test_everyone_pays_the_same_total_under_every_rule_and_sharing_more_steadies_it() -> None:
    shares = np.full(5, 0.2)
    found = solidarity(scenario(*KNOWN), "youth_care", PLACES, shares)
    assert found is not None
    assert found.heavy.sum() == pytest.approx(found.own.sum())
    assert found.shared.sum() == pytest.approx(found.own.sum())
    np.testing.assert_allclose(found.shared, found.own.sum() / 5)
    between = (found.heavy - found.own) * (found.shared - found.heavy)
    assert (between >= 0).all()
    assert found.shared_deviation.sum() < found.heavy_deviation.sum() < found.own_deviation.sum()


def test_with_no_heavy_care_each_pays_its_own_and_with_all_heavy_everything_is_shared() -> None:
    shares = np.array([0.1, 0.2, 0.3, 0.15, 0.25])
    light, heavy = (
        solidarity(scenario(*KNOWN, f"budgets.youth_care.heavy_from={least}"), "youth_care",
                   PLACES, shares)
        for least in (1e11, 0)
    )  # fmt: skip
    assert light is not None
    assert heavy is not None
    np.testing.assert_allclose(light.heavy, light.own)
    np.testing.assert_allclose(light.heavy_deviation, light.own_deviation)
    np.testing.assert_allclose(heavy.heavy, heavy.shared)
    np.testing.assert_allclose(heavy.heavy_deviation, heavy.shared_deviation)


def table(name: str, *overrides: str, **changes: object) -> Table:
    known = scenario(*overrides)
    asked = {"language": "en", "options": ("joint_body",), **changes}
    return TABLES[name](evaluate(known), settings_for(known, name, **asked))


def test_the_buffer_together_is_the_same_by_every_key() -> None:
    found = table("risk")
    total = found.row("youth_care.by_variation.total").cells
    parts = [cell for cell in total[6:] if isinstance(cell, int)]
    assert len(parts) == len(total[6:]) > 5
    assert max(parts) - min(parts) <= 3
    assert total[6] < total[5]  # type: ignore[operator]


def test_what_is_missing_is_said() -> None:
    assert any("heavy_from" in note for note in table("solidarity").notes)
    silent = table("risk", "budgets={}", "options.joint_body.programme_effect={}")
    assert any("No budget has" in note for note in silent.notes)


def test_the_effect_on_a_budget_stands_with_the_range_of_its_evidence() -> None:
    found = table("programme", year=2024)
    zeist = found.row("youth_care.zeist").cells
    budget = round(14_800_000 * 1.01**5)
    assert zeist[2:] == (budget, -round(budget * 0.005), 0, -round(budget * 0.01))


def test_each_table_says_of_which_year_its_budgets_are() -> None:
    headings = {
        name: {column.id: column.title for column in table(name, *KNOWN).columns}
        for name in ("risk", "programme")
    }
    assert headings["risk"]["expected"] == "Expected in 2019"
    assert headings["programme"]["expected"] == "Expected in 2025"
    for name in ("risk", "solidarity"):
        assert any("of 2019, the first year, without the" in n for n in table(name, *KNOWN).notes)


def test_contracts_made_more_than_once_are_counted_and_priced() -> None:
    counted = (
        "budgets.youth_care.contracts={bunnik=40, zeist=60}",
        "budgets.youth_care.contracts_together=70",
        "budgets.youth_care.cost_per_contract=900",
    )
    (note,) = [n for n in table("programme", *counted).notes if "different ones" in n]
    assert "contracts: 100; different ones: 70; made more than once: 30, which costs" in note
    assert "27,000" in note.replace(".", ",")


def test_where_another_option_takes_over_its_key_grows_from_the_year_in_which_it_does() -> None:
    """By equal parts in 2023, by inhabitants four years later: a quarter of the way in 2024."""
    known = scenario(
        "keys.growing={name='Growing', figure='inhabitants', path={from='equal', years=4}}",
        "options.joint_body.keys={running='growing'}",
        "options.host_zeist.then={year=2023, option='joint_body'}",
        "scenario.years=8",
    )
    result = evaluate(known, options=["host_zeist", "joint_body"])
    asked = {"options": ("host_zeist",), "year": 2024}
    found = TABLES["risk"](result, settings_for(known, "risk", **asked))
    at = {column.id: place for place, column in enumerate(found.columns)}
    people = [table.inhabitants.value for table in known.document.municipalities.values()]
    pooled = by_variation(known, "youth_care", PLACES)
    assert pooled is not None
    place = known.municipalities.index("bunnik")
    share = 0.25 * people[place] / sum(people) + 0.75 / 5
    cell = found.row("youth_care.by_variation.bunnik").cells[at["growing"]]
    assert cell == pytest.approx(share * pooled.pooled, abs=1)


def test_where_another_option_takes_over_the_effect_on_budgets_is_that_of_the_one_in_force() -> (
    None
):
    known = scenario(
        "options.host_zeist.then={year=2023, option='joint_body'}",
        "options.host_zeist.programme_effect={youth_care=0.01}",
        "options.joint_body.programme_effect={youth_care=0.02}",
    )
    result = evaluate(known, options=["host_zeist"])
    bill = result.options["host_zeist"].lines["programme"][..., 0].sum(axis=0)
    for year in (2022, 2024):
        asked = {"options": ("host_zeist",), "year": year}
        found = TABLES["programme"](result, settings_for(known, "programme", **asked))
        at = [column.id for column in found.columns].index("central")
        paid = found.row("youth_care.total").cells[at]
        assert paid == pytest.approx(bill[known.years.index(year)], abs=3)
        assert paid != 0
