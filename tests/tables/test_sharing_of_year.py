"""The game of an option in one year: in the tables of groups."""

from __future__ import annotations

import pytest
from examples import example, result
from tables.test_sharing import OPTION, cells, table

from orgdesign.model.coalitions import option_game
from orgdesign.model.outcomes import total_cost
from orgdesign.tables.sharing.under import under_keys
from orgdesign.tables.table import Table

GAMES = ("stability", "groups", "stability_chance")


def in_year(name: str, year: int | None = None, **changes: object) -> Table:
    return table(name, measure="total_cost", year=year, **changes)


@pytest.mark.parametrize("year", [None, 2022])
def test_a_game_of_one_year_is_of_the_total_cost_of_that_year(year: int | None) -> None:
    asked = year or example().report_year
    found, at = in_year("groups", year, keys=("inhabitants",)), example().years.index(asked)
    alone = total_cost(result(), "alone")[:, at, 0]
    own, pays = cells(found, "on_its_own"), cells(found, "pays")
    by_key = under_keys(result(), OPTION, game_year=asked)
    paid = dict(zip(by_key.players, by_key.amounts("inhabitants"), strict=True))
    for place, municipality in enumerate(example().municipalities):
        assert own[municipality] == pytest.approx(alone[place], abs=0.5)
    for group, amount in pays.items():
        assert amount == pytest.approx(sum(paid[m] for m in group.split("+")), abs=0.5)
    total = total_cost(by_key.under("staff"), OPTION)[by_key.places, at, 0].sum()
    assert sum(paid.values()) == pytest.approx(total)


def test_methods_on_a_game_of_one_year_are_of_that_year() -> None:
    by_key = under_keys(result(), OPTION, game_year=2022)
    game = option_game(example(), OPTION, worth="total_cost", year=2022)
    for key in by_key.keys:
        assert by_key.amounts(key).sum() == pytest.approx(game.central.total, rel=1e-12)
    assert by_key.amounts("shapley") == pytest.approx(game.allocation("shapley").amounts)


@pytest.mark.parametrize("name", GAMES)
def test_a_table_of_a_game_says_whether_it_is_of_all_years_or_of_one(name: str) -> None:
    usual, of_year = table(name), in_year(name, 2022)
    assert "2022" not in usual.title
    assert any(note.startswith("In contante waarde") for note in usual.notes)
    assert of_year.title.endswith("Totale lasten 2022")
    assert any(note.startswith("In de totale lasten van 2022") for note in of_year.notes)
    assert of_year.rows != usual.rows
    assert table(name, measure="structural_cost") == usual
