"""Several files are marked and put side by side, and what differs is told in words."""

from pathlib import Path

import pytest
from calling import call

from orgdesign.export.registry import FORMATS
from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.screens.beside import BesideScreen
from orgdesign.tui.side_by_side import NAMES
from orgdesign.tui.widgets.bars import CommandLog
from orgdesign.tui.widgets.grid import NumberGrid
from tui.driving import MEDIUM, SMALL, grid_text, press, scenario, settled, shown

REALISATION = "realisation = 0.5"


@pytest.fixture(autouse=True)
def _only_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("orgdesign.tui.file_list.gallery", tuple)


def files(folder: Path) -> tuple[Path, Path]:
    """Two files: the smallest case, and the same with another gain for its option."""
    first = scenario(folder)
    text = first.read_text("utf-8")
    assert 'form = "host"' in text
    second = folder / "zuiniger.toml"
    second.write_text(text.replace('form = "host"', f'form = "host"\n{REALISATION}'), "utf-8")
    return first, second


def beside(app: OrgdesignApp) -> BesideScreen:
    """The screen in sight."""
    assert isinstance(app.screen, BesideScreen)
    return app.screen


async def test_marked_files_have_the_numbers_that_they_get_side_by_side(tmp_path: Path) -> None:
    files(tmp_path)
    app = OrgdesignApp(tmp_path, tmp_path / "state")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "v")
        assert app.screen_at_hand.ID == "files"
        await press(pilot, "end", "m", "home", "m")
        names = [row.cells[0].text for row in app.screen.query_one(NumberGrid).content.rows]
        assert names == ["2: tiny.toml", "1: zuiniger.toml"]
        _, command, *paths = app.screen.query_one(CommandLog).command.split()
        assert (command, [Path(path).name for path in paths]) == (
            "compare",
            ["zuiniger.toml", "tiny.toml"],
        )
        await press(pilot, "end", "m")
        names = [row.cells[0].text for row in app.screen.query_one(NumberGrid).content.rows]
        assert names == ["1: tiny.toml", "   zuiniger.toml"]


async def test_the_screen_has_the_tables_of_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [str(path) for path in files(tmp_path)]
    text = call(capsys, "show", "beside", *paths, "--plain").out
    compared = call(capsys, "compare", *paths, "--plain").out
    told = call(capsys, "diff", *paths, "--plain").out
    assert text.startswith(compared)
    app = OrgdesignApp(tmp_path, tmp_path / "state")
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, "m", "m", "v")
        for name in NAMES:
            assert beside(app).name_of_table == name
            table = beside(app).shown()
            assert table is not None
            plain = FORMATS["plain"](table)
            assert plain in text
            if name == "compare":
                assert plain == compared
            elif name == "differences":
                assert all(str(row.cells[1]) in told for row in table.rows)
                assert "realisatie" in grid_text(app)
            else:
                assert plain in told
            command = app.screen.query_one(CommandLog).command.split()
            assert command[1] == ("compare" if name == "compare" else "diff")
            await press(pilot, "w")


async def test_a_column_leads_to_its_file_and_a_difference_to_its_line(tmp_path: Path) -> None:
    first, second = files(tmp_path)
    app = OrgdesignApp(second, tmp_path / "state")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "1", "home", "v")
        assert app.workspace.marked == [first, second]
        await press(pilot, "w")
        line = second.read_text("utf-8").splitlines().index(REALISATION) + 1
        assert app.screen_at_hand.place() == (second, line)
        await press(pilot, "W", *["right"] * 3)
        assert app.screen.query_one(NumberGrid).column_id == "2.host_zuid"
        await press(pilot, "enter")
        assert app.workspace.current is not None
        assert app.workspace.current.path == second
        assert app.screen_at_hand.ID == "compare"
        await press(pilot, "escape")
        assert beside(app).pair == 1


async def test_what_is_written_meanwhile_is_read_again_and_a_fault_is_told(tmp_path: Path) -> None:
    _, second = files(tmp_path)
    app = OrgdesignApp(tmp_path, tmp_path / "state")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "m", "m", "v")
        before = grid_text(app)
        text = second.read_text("utf-8")
        second.write_text(text.replace(REALISATION, "realisation = 0.1"), "utf-8")
        await press(pilot, "r")
        assert grid_text(app) != before
        second.write_text(text.replace(REALISATION, "realisation = 5"), "utf-8")
        await press(pilot, "r")
        assert "zuiniger.toml" in shown(app)
        assert "realisation = 5" in shown(app)
        second.write_text(text, "utf-8")
        await press(pilot, "r")
        assert grid_text(app) == before


async def test_the_years_are_those_that_every_file_has(tmp_path: Path) -> None:
    _, second = files(tmp_path)
    text = second.read_text("utf-8")
    assert "years = 5" in text
    second.write_text(text.replace("years = 5", "years = 3"), "utf-8")
    app = OrgdesignApp(tmp_path, tmp_path / "state")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "m", "m", "v")
        each_its_own = " 2025 2026^ [2: 2027*] [1: 2029*] "
        assert shown(app).splitlines()[2].startswith(each_its_own)
        await press(pilot, "t")
        assert list(beside(app).years) == [2025, 2026, 2027]
        assert beside(app).view.year == 2025
        assert shown(app).splitlines()[2].startswith(" [2025] 2026^ 2027* ")
        await press(pilot, "w")
        assert beside(app).idle >= {"measure", "year", "other_file"}
        assert "m maat" not in shown(app).splitlines()[-1]
        assert shown(app).splitlines()[2].startswith(" [2025 2026^ 2027*] ")
        await press(pilot, "m")
        assert beside(app).view.measure == "structural_cost"
        await press(pilot, "w")
        assert shown(app).splitlines()[2].startswith(each_its_own)
        await press(pilot, "w")
        assert shown(app).splitlines()[2].startswith(" [2025 2026^ 2027*] ")


async def test_a_table_of_two_files_has_the_years_of_these_two(tmp_path: Path) -> None:
    first, second = files(tmp_path)
    short = first.read_text("utf-8").replace("years = 5", "years = 3").replace("2026", "2027")
    second.with_name("zz.toml").write_text(short, "utf-8")
    app = OrgdesignApp(tmp_path, tmp_path / "state")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "m", "m", "m", "v")
        assert list(beside(app).years) == [2025, 2026, 2027]
        for _ in NAMES[1:]:
            await press(pilot, "w")
            assert list(beside(app).years) == [2025, 2026, 2027, 2028, 2029]
            assert "2027^" not in shown(app)
            assert "2029*" in shown(app)


@pytest.mark.parametrize(
    ("arguments", "words"), [(("beside",), "twee bestanden"), (("compare", "again"), "beside")]
)
def test_a_screen_of_several_files_is_told_from_those_of_one(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    words: str,
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    first, second = files(tmp_path)
    screen, *again = arguments
    answer = call(capsys, "show", screen, str(first), *([str(second)] if again else []))
    assert answer.code == 2
    assert words in answer.err
