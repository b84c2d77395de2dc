"""Letters at every row and column in sight, by which one goes there."""

from pathlib import Path

import pytest

from orgdesign.tui.screens import SCREENS
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.widgets.jumping import labels
from tui.driving import MEDIUM, SMALL, grid_text, opened, press, settled


def test_labels_have_two_letters_where_one_is_not_enough() -> None:
    assert labels(range(2), "ab") == {"a": 0, "b": 1}
    assert labels(range(3), "ab") == {"aa": 0, "ab": 1, "ba": 2}
    assert len(labels(range(60), "abcdefghijklmnopqrstuvwxyz")) == 60


async def test_letters_go_to_a_row_and_capitals_to_a_column(tmp_path: Path) -> None:
    app = opened(tmp_path, "zuidoost-utrecht.toml")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        grid = app.screen.query_one(NumberGrid)
        await press(pilot, "space")
        lettered = grid_text(app)
        assert "\naBunnik" in lettered
        assert "\ncUtrechtse Heuvelrug" in lettered
        await press(pilot, "c")
        assert grid.row_id == "utrechtse_heuvelrug"
        assert "\naBunnik" not in grid_text(app)
        column = grid.column
        await press(pilot, "space", "A")
        assert (grid.row_id, grid.column) == ("utrechtse_heuvelrug", 1 if column != 1 else 2)


@pytest.mark.parametrize("key", ["escape", "z", "5", "tab"])
async def test_another_key_leaves_everything_as_it_was(tmp_path: Path, key: str) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        before = grid_text(app)
        await press(pilot, "space", key)
        assert app.visited[-1] == "compare"
        assert grid_text(app) == before


async def test_every_screen_has_letters_for_its_rows(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        for screen in SCREENS:
            app.action_show(screen)
            await settled(pilot)
            grid = app.screen.query(NumberGrid).first()
            grid.focus()
            await press(pilot, "space")
            shown = grid.labels
            assert shown is not None
            label, row = [*shown.rows.items(), ("escape", grid.row)][len(shown.rows) - 1]
            await press(pilot, *([label] if label == "escape" else label))
            assert grid.labels is None
            assert grid.row == row
