"""What an option says that the app does not change is shown with where it stands."""

from pathlib import Path

from orgdesign.tui.screens.options import OptionsScreen
from orgdesign.tui.widgets.cell_edit import CellEdit
from tui.driving import MEDIUM, opened, press, settled, shown


async def test_what_only_the_file_changes_says_where_it_stands(tmp_path: Path) -> None:
    app = opened(tmp_path, "zuidoost-utrecht.toml")
    async with app.run_test(size=MEDIUM, notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "4", "slash", *"extra functie", "enter", *["right"] * 3)
        screen, session = app.screen, app.workspace.current
        assert isinstance(screen, OptionsScreen)
        assert session is not None
        assert screen.cell == ("joint_body", "posts[0]")
        place = screen.place()
        assert not isinstance(place, str)
        path, line = place
        assert path.read_text("utf-8").split("\n")[line - 1] == "[[options.joint_body.posts]]"
        assert "e opent het op deze regel" in shown(app)
        await press(pilot, "enter")
        assert not screen.query_one(CellEdit).display
        await press(pilot, "u")
        assert not session.dirty
