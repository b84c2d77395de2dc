"""What a reader waits for is painted first."""

from pathlib import Path
from typing import Any

import pytest
from examples import result
from textual.app import App

from orgdesign.measures import MEASURES, Measure
from orgdesign.tables.compare import compare
from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.comparison import View, comparison
from orgdesign.tui.messages import Computed
from orgdesign.tui.screens import compare as screen
from orgdesign.tui.screens.base import MainScreen
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.words import say
from tui.driving import SMALL, opened, press, settled, shown


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is done one after the other; every paint is noted."""
    noted: list[str] = []
    display = App._display

    def painting(app: App[None], screen: Any, found: Any) -> None:
        if found is not None:
            noted.append("painted")
        display(app, screen, found)

    monkeypatch.setattr(App, "_display", painting)
    return noted


@pytest.mark.parametrize("measure", MEASURES)
def test_what_is_shown_first_is_the_table_without_its_notes(measure: Measure) -> None:
    found, view = result(), View(measure)
    whole = compare(found, view.settings(found, "nl"))
    assert comparison(found, view, "nl").table == whole._replace(notes=())


async def test_amounts_are_painted_before_they_are_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def noting(owner: object, name: str) -> None:
        whole = getattr(owner, name)

        def call(*given: Any, **named: Any) -> Any:
            done.append(name)
            return whole(*given, **named)

        monkeypatch.setattr(owner, name, call)

    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        noting(NumberGrid, "show")
        noting(App, "_display")
        noting(screen, "explained")
        await press(pilot, "d")
        first = done[done.index("show") :]
        assert first.index("_display") < first.index("explained")


async def test_an_answer_is_painted_before_anything_else_is_done(
    tmp_path: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    take = OrgdesignApp.on_computed

    def on_computed(app: OrgdesignApp, message: Computed) -> None:
        take(app, message)
        done.append("taken")

    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert app.workspace.current is not None
        monkeypatch.setattr(OrgdesignApp, "on_computed", on_computed)
        done.clear()
        app.workspace.current.set("overhead.per_fte", "51000")
        app.recompute()
        await settled(pilot)
        before = shown(app)
        assert done[:2] == ["painted", "taken"]
        app.screen.refresh()
        await settled(pilot)
        assert shown(app) == before


async def test_a_file_that_was_named_is_being_read_from_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(tmp_path)
    monkeypatch.setattr(app, "start_work", lambda: None)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert say("app.reading", "nl") in shown(app)
        assert say("app.nothing_open", "nl") not in shown(app)


async def test_numbers_that_changed_are_painted_before_the_lines_around_them_are_drawn(
    tmp_path: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = MainScreen.redraw_lines

    def drawing(screen: MainScreen) -> None:
        done.append("lines")
        lines(screen)

    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert app.workspace.current is not None
        monkeypatch.setattr(MainScreen, "redraw_lines", drawing)
        done.clear()
        app.workspace.current.set("overhead.per_fte", "51000")
        app.recompute()
        await settled(pilot)
        assert done[:2] == ["painted", "lines"]
        assert "painted" in done[2:]
