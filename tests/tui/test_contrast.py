"""Every cell that is drawn can be read in every theme: letters, rules, bars and the cursor."""

from collections.abc import Iterator
from pathlib import Path

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.command import CommandList
from textual.widgets import Input

from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.themes import CONTRAST, TERMINAL, THEMES
from tui.driving import SMALL, opened, press, settled
from tui.test_colours import contrast


def drawn(app: OrgdesignApp, rows: slice = slice(None)) -> Iterator[tuple[str, Style]]:
    """What stands on rows of the screen, spaces left out, with its colours."""
    for strip in app.screen._compositor.render_strips()[rows]:
        for segment in strip:
            if segment.text.strip() and segment.style:
                yield segment.text, segment.style


def check(app: OrgdesignApp, rows: slice = slice(None)) -> None:
    """Letters stand out as WCAG 2.1 asks, rules and bars too; a terminal's own colours are 16."""
    for text, style in drawn(app, rows):
        fore, ground = style.color, style.bgcolor
        assert fore is not None
        assert ground is not None
        if app.theme == TERMINAL.name:
            assert fore.triplet is None, (text, fore)
            assert ground.triplet is None, (text, ground)
            continue
        ratio = contrast(Color.from_rich_color(fore), Color.from_rich_color(ground))
        letters = any(letter.isalnum() for letter in text)
        least = 3.0 if not letters else 7.0 if app.theme == CONTRAST.name else 4.5
        assert ratio >= least, (app.theme, text, fore.name, ground.name, ratio)


def cursor(app: OrgdesignApp) -> Segment:
    """The cell of the cursor in the field that is typed in: the one behind the last letter."""
    strip = app.screen._compositor.render_strips()[app.screen.query_one("#cell", Input).region.y]
    parts = list(strip)
    return parts[[part.text.strip() for part in parts].index("q") + 1]


async def test_every_cell_can_be_read_in_every_theme(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        for theme in THEMES:
            app.theme = theme.name
            await press(pilot, "2")
            check(app)
            await press(pilot, "ctrl+p")
            region = app.screen.query_one(CommandList).region
            check(app, slice(region.y - 3, region.bottom))
            await press(pilot, "escape", "4", "enter")
            field = app.screen.query_one("#cell", Input)
            field.cursor_blink = False
            await press(pilot, "q")
            check(app)
            style = cursor(app).style
            assert style is not None
            swapped = style.reverse if theme is TERMINAL else style.bgcolor != style.color
            assert swapped
            if theme is TERMINAL:
                assert style.color is not None
                assert style.color.is_default
            await press(pilot, "escape")
