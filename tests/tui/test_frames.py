"""The frames of the councils, given and taken out in the app."""

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from orgdesign.scenario.load import load_text
from orgdesign.scenario.starting.new import starter
from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.option_typed import read_cell
from orgdesign.tui.screens import SCREENS
from orgdesign.tui.widgets.grid import NumberGrid
from tui.driving import MEDIUM, opened, press, settled, shown

ROW = "thresholds.transition_cost_at_most"


async def type_frame(pilot: Pilot[None], text: str) -> None:
    """Type a frame of the first option, and take it over."""
    grid = pilot.app.screen.query_one("#options", NumberGrid)
    grid.go_to([each.id for each in grid.content.rows].index(ROW), 1)
    await press(pilot, "enter")
    pilot.app.screen.query_one("#cell", Input).value = text
    await settled(pilot)
    await press(pilot, "enter")


def beside(app: OrgdesignApp) -> list[str]:
    """The rows of the comparison beside the options."""
    return [row.id for row in app.screen.query_one("#beside", NumberGrid).content.rows]


async def test_a_frame_is_given_undone_and_taken_out_and_the_comparison_says_who_meets_it(
    tmp_path: Path,
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, str(1 + list(SCREENS).index("options")))
        assert "thresholds" not in beside(app)
        await type_frame(pilot, "1")
        assert "thresholds" in beside(app)
        assert "voldoet niet" in shown(app)
        await press(pilot, "z")
        assert "thresholds" not in beside(app)
        await press(pilot, "Z")
        await type_frame(pilot, "")
        assert "thresholds" not in beside(app)
        await type_frame(pilot, "veel")
        assert "kan hier niet" in shown(app)


def test_frames_by_municipality_are_turned_about_before_one_of_them_changes() -> None:
    text = starter() + "[options.host.thresholds]\n"
    text += "noord = { transition_cost_at_most = 5, structural_gain_at_least = 6 }\n"
    text += "zuid = { transition_cost_at_most = 7 }\n"
    scenario = load_text(text).scenario
    assert scenario is not None
    changes = read_cell(scenario, "host", ROW, "9", "nl")
    tried = [f"{path}={value}" for path, value in changes]
    again = load_text(text, overrides=tried).scenario
    assert again is not None
    found = again.raw["options"]["host"]["thresholds"]
    assert found["structural_gain_at_least"] == {"noord": 6}
    assert found["transition_cost_at_most"] == {"value": 9}


def test_a_number_for_all_takes_the_place_of_numbers_by_municipality() -> None:
    text = starter().replace("administratie = 1.0", "administratie = { noord = 0.5, zuid = 1.0 }")
    scenario = load_text(text).scenario
    assert scenario is not None
    changes = read_cell(scenario, "host", "scope.administratie", "0,7 0,6 0,8", "nl")
    again = load_text(text, overrides=[f"{path}={value}" for path, value in changes]).scenario
    assert again is not None
    scope = again.figures["options.host.scope.administratie"]
    assert (scope.value, scope.low, scope.high) == (0.7, 0.6, 0.8)
