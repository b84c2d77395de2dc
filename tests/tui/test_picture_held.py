"""The picture of the start stays in sight until there is something in its place."""

from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from orgdesign.tui import first_paint
from orgdesign.tui.last_frame import Frame
from tui.driving import SMALL, opened, press, settled, shown


@pytest.fixture(autouse=True)
def painted(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """For each time that the app paints whether there is a result by then."""
    seen: list[bool] = []

    def display(app: Any, screen: Any, renderable: Any) -> None:
        session = app.workspace.current
        seen.append(session is not None and session.result is not None)

    monkeypatch.setattr(App, "_display", display)
    monkeypatch.setattr(first_paint, "HELD", 60.0)
    return seen


async def test_nothing_is_painted_over_the_picture_before_there_is_a_result(
    tmp_path: Path, painted: list[bool]
) -> None:
    app = opened(tmp_path)
    app.picture = Frame(["picture", ""], "starting")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert painted
        assert all(painted)


async def test_without_a_picture_the_app_is_painted_at_once(
    tmp_path: Path, painted: list[bool]
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert not all(painted)


async def test_what_is_wrong_with_the_file_takes_the_place_of_the_picture(
    tmp_path: Path, painted: list[bool]
) -> None:
    app = opened(tmp_path)
    app.picture = Frame(["picture", ""], "starting")
    (tmp_path / "scenarios" / "tiny.toml").write_text("format = \n", "utf-8")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert painted


async def test_a_screen_that_is_new_is_painted_once_it_has_drawn_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def display(app: Any, screen: Any, renderable: Any) -> None:
        if renderable is not None:
            seen.append(shown(app))

    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        monkeypatch.setattr(App, "_display", display)
        await press(pilot, "4")
        assert seen
        assert all("deelnemers" in text for text in seen)
