"""The tables of a game: what each says, that it adds up, and what is odd about the game."""

from __future__ import annotations

import re
from functools import cache

import numpy as np
import pytest
from cost_games import KINDS, drawn, game
from source_tree import PACKAGE

from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.registry import METHODS
from orgdesign.allocation.games.study import Study
from orgdesign.scenario.games.given import Heading
from orgdesign.tables.games import warnings
from orgdesign.tables.games.registry import GAME_TABLES
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Mark, Table
from orgdesign.words import LANGUAGES, Language, catalogue

SUBADDITIVE = game([10, 8, 15, 6, 14, 12, 20])
WORSE = game([10, 8, 19, 6, 14, 12, 20])


def study(tried: Game, *methods: str) -> Study:
    names = tuple(player.upper() for player in tried.players)
    return Study(tried, names, Heading("f", "T", "euro", "S"), methods or tuple(METHODS))


@cache
def studied(kind: str, players: int) -> Study:
    return study(drawn(kind, players, players))


def table(name: str, tried: Game, *methods: str, language: Language = "en") -> Table:
    return GAME_TABLES[name](study(tried, *methods), Settings(language, "en_GB"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", GAME_TABLES)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("players", [1, 2, 3, 6])
def test_a_table_is_whole(name: str, kind: str, players: int, language: Language) -> None:
    found = GAME_TABLES[name](studied(kind, players), Settings(language, "en_GB"))
    assert found.id == name
    assert found.title.endswith(": T")
    assert len({column.id for column in found.columns}) == len(found.columns)
    assert all(len(row.cells) == len(found.columns) for row in found.rows)
    assert len({row.id for row in found.rows}) == len(found.rows)
    assert all("{" not in note for note in found.notes)
    assert all(not isinstance(cell, float) or np.isfinite(cell) for _, _, cell in found.cells())


@pytest.mark.parametrize("kind", KINDS)
def test_printed_amounts_add_up_to_the_cost_of_the_whole(kind: str) -> None:
    tried = drawn(kind, 5, 3)
    found = table("allocations", tried)
    for at in range(1, len(found.columns)):
        cells = [row.cells[at] for row in found.rows]
        if Mark.UNDEFINED not in cells:
            assert cells[-1] == pytest.approx(tried.total, abs=0.006)
            assert sum(cells[:-1]) == pytest.approx(cells[-1])  # type: ignore[arg-type]


def test_a_method_without_an_answer_says_why() -> None:
    found = table("allocations", game([1, 1, 3]), "nucleolus", "shapley")
    assert [row.cells[1] for row in found.rows] == [Mark.UNDEFINED] * 3
    (why,) = (note for note in found.notes if note.startswith("nucleolus (nucleolus)"))
    assert "someone always pays more than alone" in why
    for name in ("stability", "separable", "disruption", "overrun"):
        assert Mark.UNDEFINED in [cell for _, _, cell in table(name, game([1, 1, 3])).cells()]


def test_every_entry_on_tables_of_games_is_said_somewhere() -> None:
    folder = PACKAGE / "tables" / "games"
    text = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    silent = [entry for entry in catalogue("game_tables") if not re.search(rf"\b{entry}\b", text)]
    assert set(silent) <= {f"table_{name}" for name in (*GAME_TABLES, "shortfall")}


def test_the_table_of_stability_names_who_objects() -> None:
    found = table("stability", WORSE, "cea")
    row = dict(zip((column.id for column in found.columns), found.rows[0].cells, strict=True))
    # Equal amounts up to the own cost: 7, 7, 6; b and c alone would pay 12.
    assert row["objecting"] == 1
    assert row["in_core"] == "no"
    assert row["by_size"] == "1 of 2"
    assert row["largest_excess"] == 1
    assert row["tightest"] == "B + C"
    objections = table("objections", WORSE, "cea")
    assert [row.cells[1:] for row in objections.rows] == [("B + C", 2, 1)]


def test_nobody_objects_within_the_core() -> None:
    found = table("objections", SUBADDITIVE, "nucleolus")
    assert not found.rows
    assert any("none of the methods" in note for note in found.notes)


def test_a_pair_that_costs_more_together_is_named() -> None:
    (said,) = list(warnings.of_game(study(WORSE), Settings("en", "en_GB")))
    assert said == "Not subadditive: A and B cost 1 more together than apart."
    assert said in table("game", WORSE).notes
    assert not list(warnings.of_game(study(SUBADDITIVE), Settings("en", "en_GB")))


def test_a_group_that_gets_cheaper_with_a_player_is_named() -> None:
    said = list(warnings.of_game(study(game([3, 3, 2])), Settings("en", "en_GB")))
    assert said == ["Not monotone: B cost 1 less with A than without."]


def test_an_empty_core_is_said_with_its_level_and_the_subsidy_that_fills_it() -> None:
    # Any two can do it for 4, all three for 9: the best division leaves a pair 2 above its cost.
    found = table("game", game([3, 3, 4, 3, 4, 4, 9]))
    assert found.row("core").cells[1] == "empty"
    assert found.row("level").cells[1] == pytest.approx(2)
    assert found.row("stability_cost").cells[1] == pytest.approx(3)
    assert any("at least 2 above its own cost" in note for note in found.notes)


def test_separable_cost_shows_who_is_carried() -> None:
    found = table("separable", game([10, 10, 18]), "stand_alone")
    assert found.row("a").cells == ("A", 10, 8, 1)
    carried = table("separable", game([2, 20, 21]), "cea")
    assert carried.row("b").cells == ("B", 20, 19, 0)


def test_propensity_to_disrupt_is_the_same_for_all_at_the_gately_point() -> None:
    found = table("disruption", SUBADDITIVE, "gately")
    assert len({round(row.cells[1], 9) for row in found.rows}) == 1  # type: ignore[arg-type]
    alone = table("disruption", game([1, 1, 2]), "equal_saving")
    assert {row.cells[1] for row in alone.rows} == {Mark.NOT_APPLICABLE}


def test_an_overrun_is_five_percent_of_the_whole() -> None:
    found = table("overrun", SUBADDITIVE, "shapley", "stand_alone")
    assert found.row("total").cells[1:] == (1, 1)
    assert found.row("a").cells[2] == pytest.approx(1 * 10 / 24, abs=1e-4)


def test_the_smallest_change_brings_a_method_into_the_core() -> None:
    found = table("changes", WORSE, "cea", "nucleolus")
    # B and C pay 1 too much together: half of it comes off each.
    assert [column.id for column in found.columns] == ["player", "cea"]
    assert [row.cells[1] for row in found.rows] == [1, -0.5, -0.5, 0]
    assert not table("changes", SUBADDITIVE, "nucleolus").rows
    empty = table("changes", game([3, 3, 4, 3, 4, 4, 9]), "shapley")
    assert any("core is empty" in note for note in empty.notes)


def test_small_amounts_have_four_decimals_and_large_ones_two() -> None:
    assert {c.unit for c in table("allocations", SUBADDITIVE).columns[1:]} == {"number"}
    large = drawn("concave", 3, 1)
    assert {c.unit for c in table("allocations", large).columns[1:]} == {"amount"}


def test_a_group_of_most_players_is_named_by_who_is_not_in_it() -> None:
    tried = drawn("noise", 6, 5)
    groups = {str(row.cells[1]) for row in table("excesses", tried).rows}
    assert any(group.startswith("all but ") for group in groups)
    assert all(group.count("+") <= 2 for group in groups)
