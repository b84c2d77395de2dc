"""Keys and what they do, at three sizes."""

import re
from pathlib import Path

import pytest

from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.screens.dialogs import Help
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.widgets.panel import Panel
from tui.driving import LARGE, MEDIUM, SMALL, grid_text, opened, press, scenario, settled, shown

SIZES = pytest.mark.parametrize("size", [SMALL, MEDIUM, LARGE], ids=["small", "medium", "large"])


@SIZES
async def test_the_comparison_is_there_at_once(
    tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(tmp_path, "zuidoost-utrecht.toml")
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        text = shown(app)
        assert "[2 Vergelijking]" in text
        assert "zuidoost-utrecht.toml" in text
        assert f"$ orgdesign compare {Path('scenarios/zuidoost-utrecht.toml')}" in text
        for name in ("Bunnik", "De Bilt", "Utrechtse Heuvelrug", "Wijk bij Duurstede", "Totaal"):
            assert name in grid_text(app)
        assert "q stop" in text.splitlines()[-1]
        assert all(len(line) <= size[0] for line in text.splitlines())


async def test_every_screen_has_its_help(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        for key, words in (("3", "Elk cijfer"), ("1", "De scenario's"), ("2", "De varianten")):
            await press(pilot, key, "question_mark")
            assert isinstance(app.screen, Help)
            assert words in shown(app)
            await press(pilot, "escape")
            assert not isinstance(app.screen, Help)


async def test_a_panel_explains_the_cell_under_the_cursor(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert "Noord komt bij Centrumgemeente Zuid uit op" in shown(app)
        assert "--------" in shown(app)
        assert "++++++++" in shown(app)
        assert "Ontbrekende posten" in app.screen.query_one("#explanation", Panel).text
        await press(pilot, "down", "left")
        assert "Zuid komt zelfstandig uit op" in shown(app)
        await press(pilot, "down")
        assert ": het totaal komt zelfstandig uit op" in shown(app)


async def test_measure_year_and_difference_are_one_key_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(tmp_path)
    monkeypatch.chdir(tmp_path / "scenarios")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        before = grid_text(app)
        await press(pilot, "m")
        assert "--measure transition_cost" in shown(app)
        await press(pilot, "M", "t")
        assert "--year 2025" in shown(app)
        assert grid_text(app) != before
        await press(pilot, "T")
        assert grid_text(app) == before
        await press(pilot, "d")
        assert "--against absolute" in shown(app)
        assert "+" not in grid_text(app)
        await press(pilot, "i")
        assert "--per-inhabitant" in shown(app)


async def test_gains_and_losses_have_a_sign_and_a_letter(tmp_path: Path) -> None:
    app = opened(tmp_path, "zuidoost-utrecht.toml")
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        marks = [word for line in grid_text(app).splitlines() for word in line.split("  ")]
        assert any(word.strip(" []!").endswith(" N") and "+" in word for word in marks)
        assert any(word.strip(" []!").endswith(" V") and "−" in word for word in marks)
        await press(pilot, "L")
        assert " L" in grid_text(app)
        assert "[2 Compare]" in shown(app)


async def test_escape_goes_back_and_a_screen_is_as_it_was_left(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "down", "3", "escape")
        assert "[2 Vergelijking]" in shown(app)
        assert app.screen.query_one(NumberGrid).row == 1
        await press(pilot, "escape")
        assert "[1 Bestanden]" in shown(app)
        await press(pilot, "escape")
        assert "[1 Bestanden]" in shown(app)


async def test_files_show_their_state_and_enter_opens_one(tmp_path: Path) -> None:
    folder = scenario(tmp_path).parent
    (folder / "a_broken.toml").write_text("format = 1\nscenario = 78.500.1\n", encoding="utf-8")
    app = OrgdesignApp(folder, tmp_path / "state")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        text = shown(app)
        assert "[1 Bestanden]" in text
        assert "a_broken.toml:2:" in text
        assert "scenario = 78.500.1" in text
        assert "^" in text
        assert "in orde" in text
        await press(pilot, "j", "enter")
        assert "[2 Vergelijking]" in shown(app)
        assert "Noord" in shown(app)


async def test_commands_are_found_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(tmp_path)
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "ctrl+p")
        await press(pilot, *"per inw")
        await pilot.pause(0.3)
        assert "per inwoner (i)" in shown(app)
        await press(pilot, "enter")
        await pilot.pause(0.1)
        assert "--per-inhabitant" in shown(app)


async def test_the_mouse_opens_screens_and_moves_the_cursor(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.click("#comparison", offset=(30, 3))
        await settled(pilot)
        assert app.screen.query_one(NumberGrid).row == 1
        await pilot.click("TitleBar", offset=(shown(app).index(" 3 ") + 1, 0))
        await settled(pilot)
        assert "[3 Aannames]" in shown(app)


async def test_a_copy_is_always_in_a_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(tmp_path)
    monkeypatch.chdir(tmp_path / "scenarios")
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "y")
        file = tmp_path / "state" / "last-copy.tsv"
        assert file.read_text(encoding="utf-8") == app.clipboard.replace("\r\n", "\n")
        assert "Noord\t506400" in app.clipboard
        assert "klembord" in shown(app)
        await press(pilot, "Y")
        assert app.clipboard == "orgdesign compare tiny.toml"


async def test_the_panel_scrolls_by_keys(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        panel = app.screen.query_one("#explanation", Panel)
        await press(pilot, "tab", "j", "j")
        await pilot.pause(0.3)
        assert panel.scroll_offset.y == 2
        await press(pilot, "shift+tab")
        assert isinstance(app.focused, NumberGrid)


async def test_names_with_markup_and_escapes_are_text(tmp_path: Path) -> None:
    path = scenario(tmp_path)
    text = path.read_text(encoding="utf-8")
    name = r'name = "[red]Noord[/]\u001b[31m"'
    path.write_text(text.replace('name = "Noord"', name), encoding="utf-8")
    app = OrgdesignApp(path, tmp_path / "state")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert "[red]Noord[/]␛[31m" in grid_text(app)
        assert "[red]Noord[/]␛[31m komt" in shown(app)
        assert "\x1b" not in shown(app)


async def test_the_filter_narrows_the_list_while_typing(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "3", "slash", *"fte noord")
        assert "jobs.administrator.fte.noord" in grid_text(app)
        assert "fte.zuid" not in grid_text(app)
        await press(pilot, "enter")
        assert isinstance(app.focused, NumberGrid)
        await press(pilot, "slash", "escape")
        assert "fte.zuid" in grid_text(app)


async def test_enter_on_a_total_tells_why_down_to_the_line_of_the_file(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=MEDIUM, notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        await press(pilot, "G")
        await press(pilot, "enter")
        assert "Noord, Centrumgemeente Zuid, 2029, structurele lasten:" in shown(app)
        tree = app.screen.query_one(NumberGrid).content
        places = [row.cells[2].text for row in tree.rows]
        assert any("tiny.toml:" in place and "overhead.per_fte" in place for place in places)
        await press(pilot, "escape")
        await press(pilot, "escape")
        await press(pilot, "G", "enter")
        assert "Samen bij Centrumgemeente Zuid, post voor post" in shown(app)
        await press(pilot, "enter")
        assert "Samen, Zelfstandig, 2029, eigen (achterblijvende) formatie:" in shown(app)


async def test_why_fits_a_small_terminal(tmp_path: Path) -> None:
    app = opened(tmp_path, "zuidoost-utrecht.toml")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "right", "right", "enter")
        assert "enter waarom  esc sluiten" in shown(app)
        await press(pilot, "G")
        await press(pilot, "enter")
        text = shown(app)
        assert " euro " in text, "the end of the sentence is in sight"
        assert re.search(r" zuidoost-utrecht\.toml:\d+[ …]", text)
        assert "esc sluiten" in text


async def test_percentages_are_a_key_away_and_keep_their_letters(tmp_path: Path) -> None:
    app = opened(tmp_path, "zuidoost-utrecht.toml")
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, "percent_sign")
        assert "in procenten van zelfstandig" in shown(app)
        assert "−2,6% V" in grid_text(app)
        assert "+4,4% N" in grid_text(app)
        await press(pilot, "percent_sign")
        assert "%" not in grid_text(app)


async def test_a_cell_per_inhabitant_is_explained_per_inhabitant(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "d", "i")
        cell = app.screen.query_one(NumberGrid).content.rows[0].cells[2].text.split()[0]
        assert f"Per inwoner {cell} euro, zelfstandig 25,32." in shown(app)


async def test_thresholds_of_the_option_under_the_cursor_are_told(tmp_path: Path) -> None:
    app = opened(tmp_path, "zuidoost-utrecht.toml")
    async with app.run_test(size=LARGE) as pilot:
        await settled(pilot)
        assert "Kader (" not in shown(app)
        await press(pilot, "right", "right")
        assert "transitiekosten hooguit 2.000.000 euro, uitkomst" in shown(app)


async def test_help_and_quit_stay_in_a_narrow_footer(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        await settled(pilot)
        assert shown(app).splitlines()[-1].rstrip().endswith("? hulp  q stop")
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert "/ filter  ? hulp  q stop" in shown(app).splitlines()[-1]


async def test_escape_takes_the_filter_away_before_it_goes_back(tmp_path: Path) -> None:
    app = opened(tmp_path, "zuidoost-utrecht.toml")
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        grid = app.screen.query_one(NumberGrid)
        every = len(grid.content.rows)
        first = next(at for at, row in enumerate(grid.content.rows) if row.total)
        grid.go_to(first - 1, grid.column)
        await press(pilot, "slash", *"zeist", "enter")
        assert len(grid.content.rows) < every
        assert grid.row == 0
        assert "(alle " in grid_text(app)
        await press(pilot, "escape")
        assert app.visited[-1] == "compare"
        assert len(grid.content.rows) == every
        await press(pilot, "escape")
        assert app.visited[-1] == "files"
