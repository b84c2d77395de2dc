"""What is typed ahead of a screen or a field that is still to come goes there."""

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.widgets.filter import Filter
from orgdesign.tui.widgets.grid import NumberGrid
from tui.driving import MEDIUM, opened, settled


def typed_at_once(app: OrgdesignApp, keys: str) -> None:
    """Have keys come in together, as a terminal hands them over after a busy moment."""
    for key in keys:
        name = {"/": "slash", "\r": "enter", ".": "full_stop"}.get(key, key)
        app.post_message(events.Key(name, None if key == "\r" else key))


@pytest.mark.parametrize("keys", ["3/over", "2/sout", "4/form"])
async def test_a_filter_typed_ahead_of_its_screen_is_typed_there(tmp_path: Path, keys: str) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        typed_at_once(app, keys)
        await settled(pilot)
        assert app.screen.query_one(Filter).value == keys[2:]
        assert app.workspace.current is not None
        assert not app.workspace.current.dirty


async def test_a_value_typed_ahead_of_its_field_is_typed_there(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        typed_at_once(app, "3/per_fte\r\r")
        await settled(pilot)
        typed_at_once(app, "8")
        await settled(pilot)
        field = app.focused
        assert isinstance(field, Input)
        assert field.value.endswith("8")


@pytest.mark.parametrize(("key", "at"), [("4", "options"), ("down", "compare")])
async def test_a_key_typed_while_the_file_is_read_is_for_what_is_shown_then(
    tmp_path: Path, key: str, at: str
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        app.post_message(events.Key(key, None))
        await settled(pilot)
        assert app.visited[-1] == at
        grid = app.screen.query(NumberGrid).first()
        assert (grid.row, grid.column_id) == (
            (1, "host_zuid") if key == "down" else (0, "host_zuid")
        )
