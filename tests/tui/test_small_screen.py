"""What does not fit a small terminal says so, or says it in fewer words."""

from pathlib import Path

from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.widgets.panel import Panel
from tui.driving import SMALL, at_rest, opened, press, settled, shown


async def test_the_help_says_how_much_of_it_is_in_sight_and_pages(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "question_mark")
        help = app.screen.query_one(Panel)
        total, page = help.virtual_size.height, help.size.height
        assert f"regel 1 tot en met {page} van {total}:" in shown(app)
        await press(pilot, "pagedown")
        await at_rest(pilot)
        assert f"regel {page + 1} tot en met {2 * page} van {total}:" in shown(app)
        await press(pilot, "end")
        await at_rest(pilot)
        assert f"tot en met {total} van {total}:" in shown(app)
        await press(pilot, "home")
        await at_rest(pilot)
        assert f"regel 1 tot en met {page} van {total}:" in shown(app)


async def test_no_payback_fits_four_columns_in_a_small_terminal(tmp_path: Path) -> None:
    app = opened(tmp_path, "zuidoost-utrecht.toml")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "m", "m", "m", "m")
        grid = app.screen.query_one(NumberGrid)
        assert grid.columns_in_sight() == (1, 2, 3, 4)
        assert [cell.text for cell in grid.content.rows[0].cells[2:]] == ["niet"] * 3
        await press(pilot, "right")
        assert "terugverdienjaar: niet binnen de looptijd." in app.screen.query_one(Panel).text


async def test_the_panel_has_room_for_a_title_and_cells_that_are_cut(tmp_path: Path) -> None:
    app = opened(tmp_path, "zuidoost-utrecht.toml")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "6", "v", "v")
        panel = app.screen.query_one(Panel)
        assert "Bedrijfsvoeringsorganisatie" in panel.text.split("\n")[0]
        await press(pilot, "7")
        assert app.screen.query_one(Panel).size.height >= 4
