"""Keys side by side where one option takes over from another: those of the year of the table."""

from __future__ import annotations

from functools import cache

import pytest
from examples import EXAMPLE, scenario

from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Result
from orgdesign.tables.asked_for import asked_for
from orgdesign.tables.cents import amounts
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import Settings, settings_for
from orgdesign.tables.sharing.under import under_keys
from orgdesign.tables.table import Table

FIRST, NEXT, CHANGE = "joint_body", "host_zeist", 2023


@cache
def changing(*tried: str) -> Result:
    then = f'options.{FIRST}.then={{year={CHANGE}, option="{NEXT}"}}'
    keys = (f'options.{FIRST}.keys.running="equal"', f'options.{NEXT}.keys.running="inhabitants"')
    return evaluate(scenario(EXAMPLE, then, *keys, *tried))


def settings(name: str, **changes: object) -> Settings:
    return settings_for(changing().scenario, name, options=(FIRST,), **changes)


def table(name: str, **changes: object) -> Table:
    return TABLES[name](changing(), settings(name, **changes))


def test_shares_are_those_of_the_option_in_force_in_each_year() -> None:
    found, figures = table("shares"), changing().options[FIRST].evaluation
    for y, year in enumerate(changing().scenario.years):
        shares = figures.phase(y)["shares:formation"]
        for place, m in enumerate(changing().scenario.municipalities):
            at = [column.id for column in found.columns].index(str(year))
            charged = float(shares[place, 0, min(y, shares.shape[2] - 1), 0])
            assert found.row(m).cells[at] == pytest.approx(charged, abs=0.001)
    assert found.row("zeist").cells[1] != found.row("zeist").cells[-1]


@pytest.mark.parametrize("year", [CHANGE - 1, CHANGE])
def test_under_the_key_in_force_a_municipality_pays_what_is_charged(year: int) -> None:
    key = "equal" if year < CHANGE else "inhabitants"
    found = table("keys", keys=(key,), year=year, against="absolute", unit="cents")
    paid = amounts(changing(), FIRST, "structural_cost", year)
    for place, m in enumerate(changing().scenario.municipalities):
        assert found.row(m).cells[2] == paid[place]


@pytest.mark.parametrize("name", ["keys", "tournament", "overrun"])
def test_keys_differ_after_the_change_too_and_the_table_says_whose_they_are(name: str) -> None:
    found = table(name, keys=("equal", "inhabitants"), year=CHANGE + 1)
    if name == "keys":
        amounts = [found.row("zeist").cells[at] for at in (2, 4)]
    else:
        column = {"tournament": 4, "overrun": 1}[name]
        amounts = [row.cells[column] for row in found.rows]
    assert len(set(amounts)) == 2
    assert any(f"In {CHANGE + 1} is" in note for note in found.notes)
    assert not any(f"In {CHANGE - 1} is" in note for note in table(name, year=CHANGE - 1).notes)


def test_an_overrun_is_of_the_pool_in_the_year_of_the_table() -> None:
    for year in (CHANGE - 1, CHANGE):
        under = under_keys(changing(), FIRST, year)
        phase = changing().options[FIRST].evaluation.phase(changing().scenario.years.index(year))
        y = changing().scenario.years.index(year)
        lines = ("formation", "overhead", "systems", "governance")
        pool = sum(float(phase[f"total:{line}"][0, 0, y, 0]) for line in lines)
        assert under.running(year) == pytest.approx(pool)
        assert pool > 0


def test_groups_say_that_they_are_those_until_the_change() -> None:
    for name in ("stability", "groups", "stability_chance"):
        assert any(f"tot {CHANGE};" in note for note in table(name).notes)
    assert any(
        "Elke sleutel" in note for note in table("tournament", measure="present_value").notes
    )


def test_a_table_of_ones_own_by_key_says_whose_keys_they_are() -> None:
    found = changing('tables.mine={rows="municipalities", columns="keys", measure="total_cost"}')
    asked = settings_for(found.scenario, "mine", options=(FIRST,), keys=("equal",), year=CHANGE)
    assert any(f"In {CHANGE} is" in note for note in asked_for(found, asked, "mine").notes)


@pytest.mark.parametrize("name", ["stability", "groups", "stability_chance"])
def test_a_game_of_one_year_is_of_an_option_that_is_in_force_in_it(name: str) -> None:
    before, after = (table(name, measure="total_cost", year=year) for year in (CHANGE - 1, CHANGE))
    assert before.rows
    assert not after.rows
    assert any("overgegaan" in note for note in after.notes)
