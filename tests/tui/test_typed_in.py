"""What is being typed stays until it is taken over or left."""

from pathlib import Path

import pytest
from textual.widgets import Input

from tui.driving import MEDIUM, grids, opened, press, settled


@pytest.mark.parametrize(("screen", "value"), [("3", "1234"), ("4", "Ander")])
async def test_what_is_being_typed_is_not_lost_by_tab_or_a_click(
    tmp_path: Path, screen: str, value: str
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, screen, *(["down"] if screen == "3" else []), "enter", *value, "tab")
        assert isinstance(app.focused, Input)
        await pilot.click(grids(app)[0], offset=(4, 3))
        await press(pilot, "enter")
        assert isinstance(app.focused, Input)
        assert app.focused.value == value
        await press(pilot, "enter")
        assert app.workspace.current is not None
        assert value in str(app.workspace.current.layer)
