"""The panel of text: drawn line by line, scrolled, and selected by the mouse."""

from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Offset
from textual.selection import Selection
from textual.strip import Strip

from orgdesign.tui.widgets.content import Lines, plain_lines
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.widgets.panel import Panel
from tui.driving import SMALL, opened, press, settled, shown

LONG = plain_lines("\n".join(f"regel {number}" for number in range(50)))


class Shown(App[None]):
    def __init__(self, lines: Lines) -> None:
        super().__init__()
        self.lines = lines

    def compose(self) -> ComposeResult:
        yield Panel()

    def on_mount(self) -> None:
        self.query_one(Panel).show(self.lines)


def rows(panel: Panel) -> list[str]:
    return [panel.render_line(y).text.rstrip() for y in range(panel.size.height)]


async def test_a_panel_without_a_place_yet_has_no_row_for_every_letter() -> None:
    app = Shown(())
    async with app.run_test(size=(40, 6)):
        panel = Panel()
        panel.styles.display = "none"
        await app.mount(panel)
        panel.show(plain_lines("bezig met rekenen"))
        assert not panel.size.width
        assert panel.virtual_size.height == 1


async def test_long_lines_are_broken_and_broken_anew_at_another_width() -> None:
    app = Shown(plain_lines("een twee drie vier vijf zes zeven"))
    async with app.run_test(size=(20, 6)) as pilot:
        await pilot.pause()
        panel = app.query_one(Panel)
        assert rows(panel)[:3] == ["een twee drie vier", "vijf zes zeven", ""]
        await pilot.resize_terminal(40, 6)
        await pilot.pause()
        assert rows(panel)[:2] == ["een twee drie vier vijf zes zeven", ""]


async def test_another_text_starts_at_its_beginning_the_same_text_stays() -> None:
    app = Shown(LONG)
    async with app.run_test(size=(20, 6)) as pilot:
        await pilot.pause()
        panel = app.query_one(Panel)
        panel.scroll_to(y=10, animate=False)
        await pilot.pause()
        panel.show(LONG)
        assert rows(panel)[0] == "regel 10"
        panel.show(LONG[1:])
        await pilot.pause()
        assert rows(panel)[0] == "regel 1"
        panel.show(LONG[:2])
        await pilot.pause()
        assert rows(panel)[:3] == ["regel 0", "regel 1", ""]
        assert not panel.show_vertical_scrollbar


async def test_how_lines_are_broken_does_not_hang_on_the_text_before() -> None:
    just = plain_lines("\n".join(["een twee drie vier5"] * 5 + ["een twee drie vier56"]))
    app = Shown(LONG)
    async with app.run_test(size=(20, 6)) as pilot:
        await pilot.pause()
        panel = app.query_one(Panel)
        assert panel.show_vertical_scrollbar
        panel.show(just)
        await pilot.pause()
        assert rows(panel) == ["een twee drie vier5"] * 5 + ["een twee drie vier56"]
        assert not panel.show_vertical_scrollbar


async def test_only_rows_that_differ_are_drawn_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Shown(LONG)
    async with app.run_test(size=(20, 10)) as pilot:
        await pilot.pause()
        panel = app.query_one(Panel)
        drawn: list[int] = []
        real = panel.render_line

        def noted(y: int) -> Strip:
            drawn.append(y)
            return real(y)

        monkeypatch.setattr(panel, "render_line", noted)
        panel.show((*LONG[:3], (("anders", "loss"),), *LONG[4:]))
        await pilot.pause()
        assert drawn == [3]


async def test_the_mouse_can_select_text() -> None:
    app = Shown(plain_lines("een twee\ndrie"))
    async with app.run_test(size=(20, 6)) as pilot:
        await pilot.pause()
        chosen = Selection(Offset(4, 0), Offset(4, 1))
        assert app.query_one(Panel).get_selection(chosen) == ("twee\ndrie", "\n")


async def test_a_panel_with_the_keys_shows_it_without_colour_and_esc_leaves_it(
    tmp_path: Path,
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        before = shown(app)
        await press(pilot, "tab")
        assert isinstance(app.focused, Panel)
        assert shown(app) != before
        assert "┃" in shown(app)
        await press(pilot, "escape")
        assert isinstance(app.focused, NumberGrid)
        assert shown(app) == before
        await press(pilot, "escape")
        assert app.screen_at_hand.ID == "files"
