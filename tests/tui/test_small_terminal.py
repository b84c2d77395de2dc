"""What 80 columns and plain letters have room for is what matters most."""

from pathlib import Path

from orgdesign.tui.screens.sensitivity import SensitivityScreen
from orgdesign.tui.screens.why import Why
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.widgets.panel import Panel
from orgdesign.words import say
from orgdesign.words.ascii import ascii_text
from tui.driving import SMALL, opened, press, settled

CASE = "zuidoost-utrecht.toml"


def test_how_far_a_draw_may_be_off_has_a_plain_letter() -> None:
    assert ascii_text("fout ± 2.811") == "fout ~ 2.811"


async def test_a_table_opens_at_its_first_column_where_that_is_text(tmp_path: Path) -> None:
    app = opened(tmp_path, CASE)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "7")
        grid = app.screen.query_one(NumberGrid)
        assert (grid.column_id, grid.columns_in_sight()[0]) == ("moment", 1)
        await press(pilot, "2")
        assert app.screen.query_one(NumberGrid).column == 2


async def test_a_long_sentence_of_why_can_be_read_to_its_end(tmp_path: Path) -> None:
    app = opened(tmp_path, CASE)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, Why)
        said = app.screen.query_one("#said", Panel)
        assert said.text.endswith(" euro")
        assert 0 < said.size.height < said.virtual_size.height
        said.focus()
        await press(pilot, *["down"] * (said.virtual_size.height - said.size.height))
        assert said.scroll_offset.y == said.max_scroll_y


async def test_what_a_part_lacks_is_told_without_calling_it_a_fault(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        app.action_show("sensitivity")
        page = app.screen
        assert isinstance(page, SensitivityScreen)
        page.chosen = "grid"
        await settled(pilot)
        page.redraw()
        await settled(pilot)
        text = page.query_one("#picture", Panel).text
        assert say("app.two_figures", "nl") in text
        assert "ging mis" not in text
