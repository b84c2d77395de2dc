"""Figures that are tried: edited, undone, saved, journalled, and asked about before leaving."""

import asyncio
import os
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from orgdesign.tui import engine
from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.screens.dialogs import Choice, NameOfFile
from orgdesign.tui.session import Answer, Request, Session
from orgdesign.tui.widgets.bars import CommandLog
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.working import PATIENCE
from tui.driving import MEDIUM, SMALL, grid_text, opened, press, settled, shown

FIGURE = "overhead.per_fte"


def session(app: OrgdesignApp) -> Session:
    assert app.workspace.current is not None
    return app.workspace.current


async def go_to_overhead(pilot: Pilot[None]) -> None:
    await press(pilot, "3")
    grid = pilot.app.screen.query_one(NumberGrid)
    grid.go_to([row.id for row in grid.content.rows].index(FIGURE), 1)


async def edit(pilot: Pilot[None], value: str, low: str = "", high: str = "") -> None:
    """Type a value and a range for the figure under the cursor, and take them over."""
    await press(pilot, "enter")
    app = pilot.app
    for field, text in (("value", value), ("low", low), ("high", high)):
        app.screen.query_one(f"#{field}", Input).value = text
    await press(pilot, "enter")


async def test_an_edit_is_computed_at_once_and_can_be_undone(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        before = grid_text(app)
        await go_to_overhead(pilot)
        await edit(pilot, "60.000,5".replace(".", ""), "40000", "70000")
        assert "* overhead.per_fte" in shown(app)
        assert "60.000,5" in shown(app)
        assert dict(session(app).layer) == {
            FIGURE: "60000.5",
            f"{FIGURE}.low": "40000",
            f"{FIGURE}.high": "70000",
        }
        assert "*1 niet bewaard" in shown(app)
        await press(pilot, "2")
        assert "--set overhead.per_fte=60000.5" in app.screen.query_one(CommandLog).command
        assert grid_text(app) != before
        await press(pilot, "z")
        assert grid_text(app) == before
        assert not session(app).dirty
        await press(pilot, "Z")
        assert grid_text(app) != before


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("veel", "", ""), "geen getal"),
        (("50000", "60000", "70000"), "in die volgorde"),
        (("50000", "40000", ""), "horen bij elkaar"),
    ],
)
async def test_what_cannot_be_is_said_beside_the_field(
    tmp_path: Path, typed: tuple[str, str, str], words: str
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await go_to_overhead(pilot)
        await edit(pilot, *typed)
        assert words in shown(app)
        assert not session(app).dirty
        await press(pilot, "escape")
        assert isinstance(app.focused, NumberGrid)


async def test_a_value_out_of_bounds_is_not_taken_over(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await settled(pilot)
        before = grid_text(app)
        await go_to_overhead(pilot)
        await edit(pilot, "-5")
        assert "Niet overgenomen" in shown(app)
        assert not session(app).dirty
        await press(pilot, "escape", "2")
        assert grid_text(app) == before
        assert "VEROUDERD" not in shown(app)


async def test_a_figure_goes_back_to_the_file(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await go_to_overhead(pilot)
        await edit(pilot, "60000")
        await press(pilot, "u")
        assert "* overhead" not in shown(app)
        assert not session(app).dirty


async def test_saving_writes_a_variant_and_opens_it(tmp_path: Path) -> None:
    app = opened(tmp_path)
    original = (tmp_path / "scenarios" / "tiny.toml").read_bytes()
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await go_to_overhead(pilot)
        await edit(pilot, "60000")
        await press(pilot, "2")
        tried = grid_text(app)
        await press(pilot, "s")
        assert isinstance(app.screen, NameOfFile)
        app.screen.query_one(Input).value = "tiny.toml"
        await press(pilot, "enter")
        assert "bestaat al" in shown(app)
        app.screen.query_one(Input).value = "hoger.toml"
        await press(pilot, "enter")
        await settled(pilot)
        assert "hoger.toml" in shown(app).splitlines()[1]
        assert not session(app).dirty
        assert grid_text(app) == tried
    text = (tmp_path / "scenarios" / "hoger.toml").read_text(encoding="utf-8")
    assert 'extends = "tiny.toml"' in text
    assert "60000" in text
    assert (tmp_path / "scenarios" / "tiny.toml").read_bytes() == original


async def test_leaving_asks_what_to_do_with_changes(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        session(app).set(FIGURE, "60000")
        await press(pilot, "q")
        assert isinstance(app.screen, Choice)
        await press(pilot, "escape")
        assert app.is_running
        assert session(app).dirty
        await press(pilot, "ctrl+q", "down", "enter")
        await pilot.pause(0.1)
        assert app._exit
        assert not session(app).dirty


async def test_leaving_without_changes_asks_nothing(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "q")
        await pilot.pause(0.1)
        assert app._exit


@pytest.mark.parametrize(("answer", "kept"), [("enter", True), ("down", False)])
async def test_what_a_killed_run_tried_is_offered_again(
    tmp_path: Path, answer: str, kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed = opened(tmp_path)
    killed.workspace.open(killed.given or tmp_path).set(FIGURE, "60000")
    killed.workspace.journal.let_go()
    app = opened(tmp_path)
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, Choice)
        assert "tiny.toml" in shown(app)
        await press(pilot, *([answer] if kept else [answer, "enter"]))
        assert ("--set overhead.per_fte=60000" in shown(app)) is kept
        assert bool(session(app).journal.read(session(app).path)) is kept


async def test_what_another_run_tries_is_told_and_not_offered(tmp_path: Path) -> None:
    other = opened(tmp_path)
    there = other.workspace.open(other.given or tmp_path)
    there.set(FIGURE, "60000")
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert not isinstance(app.screen, Choice)
        assert ["ook elders open" in told.message for told in app._notifications] == [True]
        session(app).set(FIGURE, "70000")
    assert there.journal.read(there.path) == ((FIGURE, "60000"),)
    assert [page.layer for page in there.journal.left(there.path)] == [((FIGURE, "70000"),)]


@pytest.mark.parametrize(("answer", "saved"), [("enter", False), ("down", True)])
async def test_a_file_that_changed_since_it_was_read_is_asked_about_before_saving(
    tmp_path: Path, answer: str, saved: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(OrgdesignApp, "watch_folders", lambda *_: None)
    app = opened(tmp_path)
    path = tmp_path / "scenarios" / "tiny.toml"
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        session(app).set(FIGURE, "60000")
        os.utime(path, (1, 1))
        await press(pilot, "s", "enter")
        assert "op schijf gewijzigd" in shown(app)
        await press(pilot, *([answer, "enter"] if saved else [answer]))
        assert (path.parent / "tiny-variant.toml").exists() is saved
        assert session(app).dirty is not saved


async def test_a_broken_file_keeps_the_last_good_result(tmp_path: Path) -> None:
    app = opened(tmp_path)
    path = tmp_path / "scenarios" / "tiny.toml"
    good = path.read_text(encoding="utf-8")
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        before = grid_text(app)
        path.write_text(good.replace("20_000", "20.000"), encoding="utf-8")
        await press(pilot, "r")
        assert "VEROUDERD" in shown(app)
        assert grid_text(app) == before
        assert "20.000" in shown(app)
        assert "^" in shown(app)
        path.write_text(good, encoding="utf-8")
        await press(pilot, "r")
        assert "VEROUDERD" not in shown(app)


async def test_a_file_written_on_disk_is_read_again(tmp_path: Path) -> None:
    app = opened(tmp_path)
    path = tmp_path / "scenarios" / "tiny.toml"
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        before = grid_text(app)
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("per_fte = 50_000", "per_fte = 90_000"), encoding="utf-8")
        for _ in range(100):
            await pilot.pause(0.05)
            if grid_text(app) != before:
                break
        await settled(pilot)
        assert grid_text(app) != before


async def test_the_old_result_stays_while_the_new_one_is_computed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(tmp_path)
    release = asyncio.Event()
    loop = asyncio.get_running_loop()
    real = engine.answer

    def slow(request: Request) -> Answer:
        asyncio.run_coroutine_threadsafe(release.wait(), loop).result(10)
        return real(request)

    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        before = grid_text(app)
        monkeypatch.setattr(engine, "answer", slow)
        session(app).set(FIGURE, "60000")
        app.recompute()
        await pilot.pause(2 * PATIENCE)
        assert "bezig met rekenen" in shown(app)
        assert grid_text(app) == before
        assert app.screen.query_one(NumberGrid).has_class("-busy")
        await pilot.resize_terminal(*MEDIUM)
        await pilot.press("down")
        await pilot.pause()
        assert "bezig met rekenen" in shown(app)
        assert app.screen.query_one(NumberGrid).row == 1
        release.set()
        await settled(pilot)
        assert "bezig" not in shown(app)
        assert "506.400" not in grid_text(app)


async def test_a_fault_of_the_program_is_told_and_ends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(tmp_path)

    def broken(request: Request) -> Answer:
        raise ZeroDivisionError

    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        before = grid_text(app)
        monkeypatch.setattr(engine, "_answer", broken)
        await press(pilot, "r")
        assert "ZeroDivisionError" in shown(app)
        assert grid_text(app) == before
