"""What is done while something is typed or made elsewhere loses nothing and cites nothing wrong."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from textual.widgets import Input

from orgdesign.tui.engine import answer
from orgdesign.tui.journal import Journal
from orgdesign.tui.screens.overview import OverviewScreen
from orgdesign.tui.screens.sensitivity import SensitivityScreen
from orgdesign.tui.session import Answer, Request, Session
from orgdesign.tui.widgets.grid import NumberGrid
from tui.driving import SMALL, opened, press, scenario, settled, shown, uncertain

TYPED = (("options.host_zuid.realisation", "0.25"),)
DONE: dict[str, tuple[Callable[[Session], object], dict[str, str]]] = {
    "put": (lambda session: session.put([("b", "4")]), {"b": "4"}),
    "set": (lambda session: session.set("a", "3"), {"a": "3"}),
    "reset": (lambda session: session.reset("a"), {}),
    "undo": (lambda session: session.undo(), {}),
    "forget": (lambda session: session.forget(), {}),
}


@pytest.mark.parametrize("name", DONE)
def test_a_change_drops_what_is_still_typed_and_is_kept_after_it(tmp_path: Path, name: str) -> None:
    session = Session(scenario(tmp_path), Journal(tmp_path / "state" / "journal"))
    session.set("a", "2")
    session.preview(TYPED)
    do, expected = DONE[name]
    do(session)
    session.end_preview(keep=False)
    assert {path: value for path, value in session.layer if value != "2"} == expected
    assert session.journal.read(session.path) == session.layer


async def test_what_is_typed_goes_to_the_cell_that_was_opened(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "4")
        grid = app.screen.query_one("#options", NumberGrid)
        grid.go_to([row.id for row in grid.content.rows].index("realisation"), 1)
        await press(pilot, "enter")
        grid.go_to(grid.row + 1, 2)
        app.screen.query_one("#cell", Input).value = "0,25"
        await settled(pilot)
        session = app.workspace.current
        assert session is not None
        assert session.layer == TYPED


async def test_a_table_that_stays_while_another_is_made_says_nothing_of_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "0")
        page = app.screen
        assert isinstance(page, OverviewScreen)
        cited = page.shown()
        assert cited is not None
        assert cited.identity is not None
        monkeypatch.setattr(page, "make", lambda *_: None)
        await press(pilot, "w")
        assert page.name_of_table == "cover"
        stays = page.shown()
        assert stays is not None
        assert (stays.id, stays.identity) == ("summary", None)
        assert page.alarm() == "bezig met rekenen ..."
        assert page.context()[1] == f"nog in beeld: {stays.title}"
        assert "bezig met rekenen ...  2/" in shown(app)


async def test_the_figure_of_a_row_is_that_of_the_part_in_sight(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in ("sampling", "screens.sensitivity"):
        monkeypatch.setattr(f"orgdesign.tui.{place}.STEPS", (20, 40))
    app = uncertain(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "9", "w", "w")
        page = app.screen
        assert isinstance(page, SensitivityScreen)
        assert page.name_of_table == "bands"
        monkeypatch.setattr(page, "make", lambda *_: None)
        await press(pilot, "W", "enter")
        assert page.figure() is None


async def test_of_requests_that_wait_for_one_another_only_the_last_is_computed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        session, goes_on, computed = app.workspace.current, Event(), list[Request]()
        assert session is not None

        def slow(request: Request) -> Answer:
            computed.append(request)
            goes_on.wait(20)
            return answer(request)

        monkeypatch.setattr("orgdesign.tui.engine.answer", slow)
        for value in range(60_000, 60_005):
            session.set("overhead.per_fte", str(value))
            app.recompute()
            await pilot.pause()
        goes_on.set()
        await settled(pilot)
        assert [request.layer[0][1] for request in computed] == ["60000", "60004"]
        assert session.scenario is not None
        assert session.scenario.figures["overhead.per_fte"].value == 60_004
