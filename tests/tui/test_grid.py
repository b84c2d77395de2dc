from dataclasses import replace

import pytest
from rich.style import Style
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from orgdesign.tui.widgets.content import Content, GridCell, GridColumn, GridRow
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.widgets.lined import in_stretches


def content(rows: int = 30, columns: int = 11, second: int = 2) -> Content:
    heads = (
        GridColumn("name", "Gemeente", right=False),
        *(GridColumn(f"c{i}", f"V{i}") for i in range(1, columns + 1)),
    )
    lines = (
        GridRow(
            f"r{row}",
            (
                GridCell(f"rij {row}"),
                *(GridCell(f"{second if row == 2 else row}-{i}", "loss") for i in range(columns)),
            ),
        )
        for row in range(rows)
    )
    return Content(heads, tuple(lines))


class Shown(App[None]):
    def __init__(self, first: Content) -> None:
        super().__init__()
        self.first = first
        self.chosen: list[str | None] = []

    def compose(self) -> ComposeResult:
        yield NumberGrid(id="grid")

    def on_mount(self) -> None:
        self.grid.show(self.first, "nl")
        self.grid.focus()

    @property
    def grid(self) -> NumberGrid:
        return self.query_one(NumberGrid)

    def on_number_grid_chosen(self, event: NumberGrid.Chosen) -> None:
        self.chosen.append(event.grid.row_id)

    def lines(self) -> list[str]:
        return [self.grid.render_line(y).text for y in range(self.grid.size.height)]


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def test_arrows_and_letters_move_the_cursor_alike() -> None:
    app = Shown(content())
    async with app.run_test(size=(80, 24)) as pilot:
        start = (app.grid.row, app.grid.column)
        await press(pilot, "down", "right", "j", "l")
        assert (app.grid.row, app.grid.column) == (start[0] + 2, start[1] + 2)
        await press(pilot, "k", "h", "up", "left")
        assert (app.grid.row, app.grid.column) == start


async def test_the_cursor_shows_without_colour() -> None:
    app = Shown(content())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "down")
        (line,) = [text for text in app.lines() if text.startswith(">")]
        assert line.startswith(">rij 1")
        assert "[ 1-1]" in line


async def test_header_and_first_column_stay_in_sight() -> None:
    app = Shown(content())
    async with app.run_test(size=(60, 12)) as pilot:
        await press(pilot, "G", *["right"] * 9)
        lines = app.lines()
        assert lines[0].startswith(" Gemeente")
        assert lines[-2].startswith(">rij 29")
        assert "V11" in lines[0]
        assert lines[-1].strip() == "< kolommen 4-11 van 11 >"


async def test_the_last_row_is_reached_below_a_header_that_grew() -> None:
    plain = content(columns=9)
    tall = plain.columns[-1]._replace(title="Een naam in drie regels, die heel lang is")
    app = Shown(replace(plain, columns=(*plain.columns[:-1], tall)))
    async with app.run_test(size=(60, 12)) as pilot:
        before = len(app.grid._layout_now.header)
        await press(pilot, *["right"] * 9, "G")
        assert len(app.grid._layout_now.header) > before
        assert any(line.startswith(">rij 29") for line in app.lines())


async def test_pages_and_ends() -> None:
    app = Shown(content())
    async with app.run_test(size=(60, 12)) as pilot:
        await press(pilot, "pagedown")
        assert app.grid.row == 10
        await press(pilot, "end", "pageup", "home")
        assert app.grid.row == 0


async def test_a_click_puts_the_cursor_and_a_second_chooses() -> None:
    app = Shown(content())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(NumberGrid, offset=(22, 4))
        await pilot.pause()
        assert app.grid.row == 3
        await pilot.click(NumberGrid, offset=(22, 4), times=2)
        await pilot.pause()
        assert app.chosen == ["r3"]


async def test_only_rows_that_changed_are_painted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Shown(content())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        painted: list[str] = []
        paint = NumberGrid._cells

        def counted(grid: NumberGrid, row: GridRow, here: bool, label: str | None) -> object:
            painted.append(row.id)
            return paint(grid, row, here, label)

        monkeypatch.setattr(NumberGrid, "_cells", counted)
        app.grid.show(content(second=3), "nl")
        await pilot.pause()
        assert painted == ["r2"]


def test_a_line_has_a_segment_for_each_stretch_of_one_style() -> None:
    plain, bold = Style(), Style(bold=True)
    cells = [("a", plain), (" b", plain), ("c", bold), ("d", plain)]
    stretches = [("a b", plain), ("c", bold), ("d", plain)]
    line, wider = in_stretches(cells, 5, bold), in_stretches(cells, 7, bold)
    assert [(each.text, each.style) for each in line] == stretches
    assert [(each.text, each.style) for each in wider] == [*stretches, ("  ", bold)]
    assert (line.cell_length, wider.cell_length) == (5, 7)


async def test_the_cursor_follows_its_row_and_column() -> None:
    app = Shown(content())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "down", "down", "right")
        before = app.grid.column_id
        app.grid.show(Content(content().columns, content().rows[1:]), "nl")
        assert (app.grid.row_id, app.grid.column_id) == ("r2", before)
        app.grid.show(Content(), "nl")
        assert (app.grid.row_id, app.grid.column_id) == (None, None)


async def test_markup_and_escapes_of_a_cell_are_text() -> None:
    cells = (GridCell("[red]x[/]"), GridCell("[@click=app.quit]"))
    columns = (GridColumn("a", "[b]A[/b]", right=False), GridColumn("b", "B", right=False))
    app = Shown(Content(columns, (GridRow("r", cells),)))
    async with app.run_test(size=(60, 6)):
        assert "[red]x[/]" in app.lines()[1]
        assert "[@click=app.qu" in app.lines()[1]
        assert "[b]A[/b]" in app.lines()[0]


async def test_only_rows_in_sight_that_differ_are_painted_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Shown(content(rows=100))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        painted: list[tuple[int, int]] = []
        monkeypatch.setattr(app.grid, "refresh_lines", lambda *lines: painted.append(lines))
        app.grid.show(content(rows=100, second=7), "nl")
        assert painted == [(len(app.grid._layout_now.header) + 2, 1)]
        rows = [
            row._replace(cells=(*row.cells[:1], *row.cells[2:], row.cells[1]))
            for row in content(rows=100).rows
        ]
        app.grid.show(Content(app.grid.content.columns, tuple(rows)), "nl")
        first, number = painted[-1]
        assert first + number <= app.grid.size.height


async def test_a_line_goes_to_the_screen_with_its_colours_filtered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Shown(content())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        lines = app.grid.render_lines(app.grid.size.region)
        assert [line.text for line in lines] == app.lines()
        colours = {
            part.get_truecolor()
            for line in lines
            for segment in line
            if segment.style
            for part in (segment.style.color, segment.style.bgcolor)
            if part
        }
        assert all(red == green == blue for red, green, blue in colours)
        part = app.grid.size.region.crop_size((10, 3))
        assert [line.text for line in app.grid.render_lines(part)] == [
            t[:10] for t in app.lines()[:3]
        ]


async def test_the_cursor_comes_back_where_a_content_without_rows_came_between() -> None:
    app = Shown(content())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "down", "down", "right")
        stood = (app.grid.row_id, app.grid.column_id)
        for empty in (Content(), replace(content(), rows=())):
            app.grid.show(empty, "nl")
            await pilot.pause()
            assert app.grid.row_id is None
            app.grid.show(content(), "nl")
            await pilot.pause()
            assert (app.grid.row_id, app.grid.column_id) == stood
