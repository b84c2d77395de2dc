"""A region as large as the country: its totals first, every row within reach."""

from pathlib import Path

from study import scenario

from orgdesign.identity.identified import identified
from orgdesign.model.calculation import evaluate
from orgdesign.scenario.load import load
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Table
from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.table_content import MANY, totals_first
from orgdesign.tui.widgets.content import Content, GridCell, GridColumn, GridRow
from orgdesign.tui.widgets.grid import NumberGrid
from tui.driving import SMALL, grid_text, press, settled, shown

EVERY = 342
"""The municipalities of the Netherlands in 2024."""


async def test_342_municipalities_open_with_their_totals_first(tmp_path: Path) -> None:
    file = tmp_path / "all.toml"
    file.write_text(scenario(EVERY, 1, 2, 3), encoding="utf-8")
    app = OrgdesignApp(file, tmp_path / "state")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot, seconds=60)
        grid = app.screen.query_one(NumberGrid)
        assert grid.row_id == "total"
        assert "Totaal" in grid_text(app).splitlines()[len(grid._layout_now.header)]
        assert len(grid.content.rows) == EVERY + len(["total", "gaps"])
        assert app.screen_at_hand.shown() == the_table(file)
        await press(pilot, "end")
        assert grid.row_id == "place_341"
        assert "place_341" in shown(app)
        await press(
            pilot,
            "home",
            "slash",
            *("underscore" if letter == "_" else letter for letter in "place_341"),
            "enter",
        )
        assert [row.id for row in grid.content.rows] == ["place_341", "total", "gaps"]


async def test_the_posts_and_the_comparison_beside_the_options_have_their_totals_first_too(
    tmp_path: Path,
) -> None:
    file = tmp_path / "all.toml"
    file.write_text(scenario(EVERY, 1, 2, 3), encoding="utf-8")
    app = OrgdesignApp(file, tmp_path / "state")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot, seconds=60)
        await press(pilot, "5")
        assert app.screen.query_one(NumberGrid).content.rows[0].id == "total"
        await press(pilot, "4")
        assert app.screen.query_one("#beside", NumberGrid).content.rows[0].id == "total"


def the_table(file: Path) -> Table:
    """The comparison as the command line gives it, with how to check it."""
    loaded = load(file).scenario
    assert loaded is not None
    settings = settings_for(loaded, "compare")
    return identified(TABLES["compare"](evaluate(loaded), settings), loaded, settings)


def rows(number: int, *totals: int) -> Content:
    lines = (GridRow(str(at), (GridCell(str(at)),), at in totals) for at in range(number))
    return Content((GridColumn("name", ""),), tuple(lines))


def ids(content: Content) -> list[int]:
    return [int(row.id) for row in content.rows]


def test_totals_come_first_only_where_rows_are_many_and_it_is_one_list() -> None:
    few, many, parted = rows(5, 4), rows(MANY, MANY - 2), rows(MANY, 9, MANY - 1)
    assert totals_first(few) is few
    assert ids(totals_first(many)) == [MANY - 2, MANY - 1, *range(MANY - 2)]
    assert totals_first(parted) is parted
