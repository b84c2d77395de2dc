"""Every screen in every terminal: without colours, in ASCII, in every size, and quietly."""

import shutil
from pathlib import Path

import pytest
from textual.app import App
from textual.color import Color
from textual.strip import Strip

from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.screens import SCREENS, number_of
from orgdesign.tui.widgets.bars import CommandLog
from orgdesign.tui.widgets.filter import Filter
from orgdesign.tui.widgets.grid import NumberGrid
from tui.driving import LARGE, MEDIUM, SMALL, at_rest, busy, opened, press, settled, shown

UNCITED = ("files", "assumptions")
"""The list of files is of no scenario; the shares of the register are of a sample."""
EMPTY = ("criteria",)
"""Screens that have nothing to list in the smallest case."""


async def texts(app: OrgdesignApp, colours: set[tuple[int, ...]] | None = None) -> dict[str, str]:
    """What each screen shows, and the colours that it is painted in."""
    found = {}
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        for screen in SCREENS:
            app.action_show(screen)
            await settled(pilot)
            await at_rest(pilot)
            found[screen] = shown(app)
            if colours is not None:
                colours |= painted(app)
    return found


def painted(app: OrgdesignApp) -> set[tuple[int, ...]]:
    """The colours of what is in sight, as the terminal gets them."""
    return {
        tuple(part.get_truecolor())
        for strip in filtered(app)
        for segment in strip
        if segment.style
        for part in (segment.style.color, segment.style.bgcolor)
        if part is not None
    }


def filtered(app: OrgdesignApp) -> list[Strip]:
    """What is in sight as it goes to the terminal."""
    strips = app.screen._compositor.render_strips()
    for each in app.get_line_filters():
        strips = [strip.apply_filter(each, Color(0, 0, 0)) for strip in strips]
    return strips


async def test_no_screen_says_anything_by_colour_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    coloured = await texts(opened(tmp_path))
    monkeypatch.setenv("NO_COLOR", "1")
    shutil.rmtree(tmp_path / "state")
    colours: set[tuple[int, ...]] = set()
    grey = await texts(opened(tmp_path), colours)
    assert grey == coloured
    assert all(red == green == blue for red, green, blue in colours)
    for screen, text in grey.items():
        assert f"[{number_of(screen)} " in text
        assert any(cursor in text for cursor in ("\n>", "│>")) or screen in EMPTY, screen


async def test_every_screen_fits_every_size_in_ascii_too_and_has_its_habits(tmp_path: Path) -> None:
    app = opened(tmp_path)
    app.plain_letters = True
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        for screen in SCREENS:
            app.action_show(screen)
            for size in (LARGE, SMALL):
                await pilot.resize_terminal(*size)
                await settled(pilot)
                assert "? hulp" in shown(app).splitlines()[-1], (screen, size)
                assert f"[{number_of(screen)} " in shown(app).splitlines()[0]
            assert all(strip.text.isascii() for strip in filtered(app)), screen
            assert app.screen.query_one(CommandLog).command.startswith("orgdesign "), screen
            table = app.screen_at_hand.shown()
            assert table is not None, screen
            assert (table.identity is None) is (screen in UNCITED), screen
            before = len(app.screen.query(NumberGrid).first().content.rows)
            assert bool(before) is (screen not in EMPTY)
            await press(pilot, "slash", *"qqq", "enter")
            assert len(app.screen.query(NumberGrid).first().content.rows) < max(before, 1), screen
            await press(pilot, "slash", "escape")
            assert app.screen.query_one(Filter).value == ""
            assert len(app.screen.query(NumberGrid).first().content.rows) == before, screen


async def test_nothing_is_painted_where_nothing_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(tmp_path)
    updates: list[object] = []
    real = App._display

    def noted(app: App[None], screen: object, update: object) -> None:
        updates.extend([update] if update is not None else [])
        real(app, screen, update)  # type: ignore[arg-type]

    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        monkeypatch.setattr(App, "_display", noted)
        for screen in ("compare", "assumptions", "options", "staffing"):
            app.action_show(screen)
            await settled(pilot)
            await pilot.pause(0.1)
            updates.clear()
            app.redraw()
            await pilot.pause(0.2)
            assert not busy(app)
            assert updates == [], screen
