"""The screens over the tables of one option."""

from pathlib import Path

import pytest

from orgdesign.model.result import Result
from orgdesign.tui.pages import tables_of
from orgdesign.tui.screens import number_of
from orgdesign.tui.screens.tabled import TableScreen
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.widgets.panel import Panel
from tui.driving import LARGE, MEDIUM, SMALL, grid_text, opened, press, settled, shown

CASE = "zuidoost-utrecht.toml"


def key_of(screen: str) -> str:
    return str(number_of(screen))


async def test_every_table_of_a_screen_comes_by(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        for screen in ("staffing", "keys", "plan", "criteria", "overview"):
            await press(pilot, key_of(screen))
            for name in tables_of(screen):
                page = app.screen
                assert isinstance(page, TableScreen)
                table = page.shown()
                assert table is not None
                assert table.id == name
                assert f"orgdesign table {name} " in page.command()
                grid = page.query_one(NumberGrid).content
                assert [row.id for row in grid.rows] == [row.id for row in table.rows]
                assert table.notes[0] in page.query_one(Panel).text
                await press(pilot, "w")
            await press(pilot, "W")
            assert f"{len(tables_of(screen))}/{len(tables_of(screen))}" in shown(app)


async def test_another_result_is_never_taken_for_the_one_that_a_table_was_made_of(
    tmp_path: Path,
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, key_of("staffing"))
        page = app.screen
        assert isinstance(page, TableScreen)
        result = page.result
        assert result is not None
        assert page.about(result) == page.about(result)
        # Each of these is gone before the next is made, most often in the very same place.
        seen = [page.about(Result(*result)) for _ in range(9)]
        assert len(set(seen)) == len(seen)


async def test_the_option_is_the_same_on_every_screen(tmp_path: Path) -> None:
    app = opened(tmp_path, CASE)
    async with app.run_test(size=LARGE) as pilot:
        await settled(pilot)
        await press(pilot, key_of("staffing"), "v")
        assert "Formatie en bezetting: Centrumgemeente Zeist" in shown(app)
        await press(pilot, key_of("keys"))
        assert "Verdeelsleutels naast elkaar: Centrumgemeente Zeist" in shown(app)
        assert "--option host_zeist" in shown(app)
        await press(pilot, "V")
        assert "Verdeelsleutels naast elkaar: Netwerkorganisatie" in shown(app)


@pytest.mark.parametrize(
    ("screen", "titles"),
    [
        ("plan", ("Besluitmomenten en begrotingskalender", "Werkplan")),
        ("criteria", ("Criteria naast het geld", "Scores op de criteria")),
    ],
)
async def test_a_page_about_every_option_has_them_all(
    tmp_path: Path, screen: str, titles: tuple[str, str]
) -> None:
    app = opened(tmp_path, CASE)
    async with app.run_test(size=LARGE) as pilot:
        await settled(pilot)
        await press(pilot, key_of(screen))
        text = grid_text(app)
        assert titles[0] in shown(app)
        assert "Netwerkorganisatie" in text
        assert "Centrumgemeente Zeist" in text
        assert "--option" not in app.screen_at_hand.command()
        await press(pilot, "w")
        assert titles[1] in shown(app)


async def test_a_score_has_no_letter_and_an_amount_has(tmp_path: Path) -> None:
    app = opened(tmp_path, CASE)
    async with app.run_test(size=LARGE) as pilot:
        await settled(pilot)
        await press(pilot, key_of("criteria"))
        content = app.screen.query_one(NumberGrid).content
        money = [c.id for c in content.columns].index("money")
        ends = {cell.text.strip()[-1] for row in content.rows for cell in row.cells[money:][:1]}
        assert {"V", "N"} < ends
        scores = [i for i, c in enumerate(content.columns) if c.id.startswith("on.")]
        texts = [row.cells[i].text for row in content.rows for i in scores]
        assert "+2" in texts
        assert not [text for text in texts if text.strip().endswith(("V", "N"))]


async def test_small_counts_are_masked_on_request(tmp_path: Path) -> None:
    app = opened(tmp_path, CASE)
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, key_of("staffing"), "w")
        assert "•" not in grid_text(app)
        await press(pilot, "b")
        assert "•" in grid_text(app)
        assert "--mask 3" in app.screen_at_hand.command()
        await press(pilot, "b")
        assert "•" not in grid_text(app)


async def test_a_table_moves_along_with_what_is_tried(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, key_of("staffing"))
        before = grid_text(app)
        assert app.workspace.current is not None
        app.workspace.current.set("jobs.administrator.fte.noord", "9.5")
        app.recompute()
        await settled(pilot)
        assert "9,50" in grid_text(app)
        await press(pilot, "z")
        assert grid_text(app) == before


async def test_rows_are_filtered_sorted_and_a_column_pinned(tmp_path: Path) -> None:
    app = opened(tmp_path, CASE)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, key_of("staffing"), "slash", *"zei", "enter")
        assert "Zeist" in grid_text(app)
        assert "Bunnik" not in grid_text(app)
        await press(pilot, "slash", "escape", "o")
        names = [row.id for row in app.screen.query_one(NumberGrid).content.rows]
        assert names[0] == "zeist"
        await press(pilot, "o")
        names = [row.id for row in app.screen.query_one(NumberGrid).content.rows]
        assert names[0] == "bunnik"
        grid = app.screen.query_one(NumberGrid)
        await press(pilot, "o", "p", *["right"] * 12)
        assert "Nodig" in grid_text(app)
        assert grid.column == len(grid.content.columns) - 1


async def test_a_fault_in_a_table_is_said_and_the_app_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from orgdesign.tables.registry import TABLES

    def broken(*_: object) -> None:
        raise ArithmeticError(7)

    monkeypatch.setitem(TABLES, "staffing", broken)
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, key_of("staffing"))
        assert "ArithmeticError: 7" in shown(app)
        await press(pilot, "w")
        assert "Noord" in grid_text(app)


async def test_what_is_cut_of_the_first_row_is_told_as_soon_as_a_table_comes(
    tmp_path: Path,
) -> None:
    app = opened(tmp_path, "zuidoost-utrecht.toml")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "5", "w", "w", "w")
        assert "Medewerker adm…istratie Jeugd" in grid_text(app)
        assert "Functie: Medewerker administratie Jeugd" in app.screen.query_one(Panel).text
