"""A figure is changed where it stands: typed as it is printed, and refused without losing it."""

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input, Static

from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.widgets.edit import EditBar
from orgdesign.tui.widgets.grid import NumberGrid
from tui.driving import MEDIUM, opened, press, settled, shown

FIGURE = "overhead.per_fte"


async def at_figure(app: OrgdesignApp, pilot: Pilot[None], path: str = FIGURE) -> None:
    """Open the line in which a figure is changed."""
    await settled(pilot)
    await press(pilot, "3")
    grid = app.screen.query_one(NumberGrid)
    grid.go_to([row.id for row in grid.content.rows].index(path), 0)
    await settled(pilot)
    await press(pilot, "enter")


def typed(app: OrgdesignApp) -> str:
    """What stands in the field of the value."""
    return app.screen.query_one("#value", Input).value


async def test_a_number_is_typed_as_it_is_printed(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await at_figure(app, pilot)
        await press(pilot, *"48.000", "enter")
        session = app.workspace.current
        assert session is not None
        assert session.layer == ((FIGURE, "48000"),)
        assert "48.000" in shown(app)


async def test_what_is_wrong_is_said_of_what_stands_there(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await at_figure(app, pilot)
        await press(pilot, *"55%", "enter")
        assert "typ 0,55" in shown(app)
        await press(pilot, "backspace")
        assert "typ 0,55" not in shown(app)


async def test_what_the_rules_refuse_can_be_typed_on(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await at_figure(app, pilot, "options.host_zuid.from")
        await press(pilot, *"2020", "enter")
        bar = app.screen.query_one(EditBar)
        assert bar.display
        assert typed(app) == "2020"
        assert "Niet overgenomen" in str(bar.query_one("#objection", Static).content)
        await press(pilot, *"2027", "enter")
        assert not bar.display
        session = app.workspace.current
        assert session is not None
        assert session.layer == (("options.host_zuid.from", "2027"),)
