"""Every table is on a screen: the overview has those of outcomes and a scenario's own ones."""

from functools import cache, partial
from pathlib import Path

import pytest

from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Result
from orgdesign.parts_of_sensitivity import PARTS
from orgdesign.scenario.load import load
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for
from orgdesign.tui.pages import OF_ONE_OPTION, PAGES, tables_of
from orgdesign.tui.screens.overview import OverviewScreen
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.widgets.panel import Panel
from tui.driving import CASES, MEDIUM, SMALL, opened, press, settled, shown

ON_NO_SCREEN = {
    "morris": "a first sieve of hundreds of figures; the screen has the share of each of them",
}
"""Tables that only commands give, each with the reason."""
BY_THEMSELVES = ("compare", "assumptions", "options")
"""Screens that do not go through tables one by one."""
OWN = """
[tables.per_year]
title = "Kosten per jaar"
number = 7
rows = "municipalities"
columns = "years"
measure = "total_cost"
unit = "thousand_euros"
"""


@cache
def tiny() -> Result:
    found = load(next(path for path in CASES if path.name == "tiny.toml")).scenario
    assert found is not None
    return evaluate(found)


def test_every_table_is_on_a_screen_or_has_a_reason_not_to_be() -> None:
    ask = partial(settings_for, tiny().scenario)
    others = [screen for screen in PAGES if screen not in BY_THEMSELVES]
    found = {name for screen in others for name in tables_of(screen)}
    made = [table for each in BY_THEMSELVES for table in PAGES[each](tiny(), ask)]
    found |= {table.id.removesuffix("_by_share") for table in made}
    every = {*TABLES, *PARTS}
    assert every - found == set(ON_NO_SCREEN)
    assert found <= every


def test_what_is_about_one_option_is_so_in_the_tables_too() -> None:
    from orgdesign.export.studies import OF_OPTION

    assert {*OF_ONE_OPTION} & {*tables_of("overview")} <= OF_OPTION
    assert OF_OPTION - {*OF_ONE_OPTION} == {"lines"}, "which has all of them on the screen"


async def test_the_tables_of_a_scenario_come_last_in_units_of_their_own(tmp_path: Path) -> None:
    app, given = opened(tmp_path), tmp_path / "scenarios" / "tiny.toml"
    given.write_text(given.read_text("utf-8") + OWN, "utf-8")
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, "2", "w")
        page = app.screen
        assert isinstance(page, OverviewScreen)
        assert page.name_of_table == "summary"
        await press(pilot, "W")
        count = len(tables_of("overview")) + 1
        assert f"{count}/{count} · Tabel 7. Kosten per jaar" in shown(app)
        assert "orgdesign table per_year " in page.command()
        table = page.shown()
        assert table is not None
        assert {column.unit for column in table.columns[1:]} == {"thousand_euros"}
        await press(pilot, "escape")
        assert app.visited[-1] == "compare"
    assert page.memory()["table"] == "per_year"


def test_a_table_that_is_not_known_yet_is_still_remembered(tmp_path: Path) -> None:
    page = OverviewScreen(opened(tmp_path).workspace)
    page.recall({"table": "per_year"})
    assert page.name_of_table == "summary"
    assert page.memory()["table"] == "per_year"


@pytest.mark.parametrize(("name", "titled"), [("steps", "Van zelfstandig naar"), ("lines", "")])
async def test_v_chooses_the_option_where_a_table_is_about_one(
    tmp_path: Path, name: str, titled: str
) -> None:
    app = opened(tmp_path, "zuidoost-utrecht.toml")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        app.action_show("overview")
        await settled(pilot)
        page = app.screen
        assert isinstance(page, OverviewScreen)
        page.chosen = name
        page.redraw()
        await settled(pilot)
        before = page.shown()
        await press(pilot, "v")
        after = page.shown()
        assert before is not None
        assert after is not None
        assert (before.title != after.title) is bool(titled)
        assert titled in after.title
        assert ("--option host_zeist" in page.command()) is bool(titled)


async def test_a_sentence_that_the_grid_cuts_stands_whole_below_it(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "0", "w")
        table = app.screen_at_hand.shown()
        assert table is not None
        row = table.rows[0]
        assert app.screen.query_one(NumberGrid).row_id == row.id
        title, said = table.columns[-1].title, row.cells[-1]
        panel = app.screen.query_one(Panel)
        assert panel.text.startswith(f"{title}: {said}\n")
        assert table.notes[0] in panel.text
        await pilot.resize_terminal(200, 60)
        await settled(pilot)
        assert panel.text.startswith(table.notes[0])
