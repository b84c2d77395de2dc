"""The screens as pictures: a change in how they look is seen and judged."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from orgdesign.tui.themes import CONTRAST, DARK, LIGHT
from tui.driving import MEDIUM, SMALL, at_rest, opened, press, settled

CASES = {
    "compare": (SMALL, DARK.name, ()),
    "compare_wide": (MEDIUM, LIGHT.name, ("down", "right")),
    "assumptions": (SMALL, CONTRAST.name, ("3", "enter")),
    "why": (MEDIUM, DARK.name, ("down", "right", "enter", "G", "enter")),
    "sensitivity": (SMALL, DARK.name, ("9", "w")),
    "sensitivity_wide": (MEDIUM, LIGHT.name, ("9",)),
    "help": (SMALL, DARK.name, ("question_mark",)),
}


@pytest.mark.parametrize("case", CASES)
def test_the_picture_is_as_it_was(
    tmp_path: Path,
    case: str,
    snap_compare: Callable[..., bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    size, theme, keys = CASES[case]
    monkeypatch.delenv("NO_COLOR", raising=False)
    app = opened(tmp_path, "example.toml")
    monkeypatch.chdir(tmp_path / "scenarios")

    async def before(pilot: Pilot[None]) -> None:
        await settled(pilot)
        app.theme = theme
        for key in keys:
            await press(pilot, key)
        await at_rest(pilot)

    assert snap_compare(app, terminal_size=size, run_before=before)
