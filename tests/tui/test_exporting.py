"""What is in sight leaves the app as files, through a screen that shows how it will be."""

import shlex
from pathlib import Path

import pytest
from textual.pilot import Pilot

from orgdesign.cli.main import run
from orgdesign.model.calculation import evaluate
from orgdesign.scenario.load import load
from orgdesign.tables.settings import settings_for
from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.exports import Wanted, write_files
from orgdesign.tui.screens.exporting import Exporting
from orgdesign.tui.widgets.bars import CommandLog
from orgdesign.tui.widgets.panel import Panel
from orgdesign.tui.widgets.ticks import Ticks
from tui.driving import SMALL, opened, press, scenario, settled, shown


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OrgdesignApp:
    monkeypatch.setattr("orgdesign.tui.file_list.gallery", tuple)
    made = opened(tmp_path)
    monkeypatch.chdir(tmp_path / "scenarios")
    return made


async def exporting(pilot: Pilot[None], *forms: str) -> Exporting:
    """The export screen over the comparison, with these formats on."""
    await settled(pilot)
    await press(pilot, "x")
    page = pilot.app.screen
    assert isinstance(page, Exporting)
    ticks = page.query_one(Ticks)
    ticks.offer(ticks.rows, {"masked", *forms})
    return page


def told(app: OrgdesignApp) -> str:
    """What the app told last."""
    return [note.message for note in app._notifications][-1]


async def test_the_table_in_sight_is_written_as_its_command_writes_it(
    app: OrgdesignApp, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "m", "d")
        table = app.screen_at_hand.shown()
        assert table is not None
        page = await exporting(pilot, "md")
        assert table.title in " ".join(page.query_one("#preview", Panel).text.split())
        await press(pilot, "down", "down", "space")
        assert "[x] csv" in shown(app)
        await press(pilot, "enter")
        assert told(app).startswith(
            "4 bestanden geschreven in export-tiny: compare.md, compare.csv"
        )
        command = shlex.split(app.screen.query_one(CommandLog).command)
    folder = tmp_path / "scenarios" / "export-tiny"
    written = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert {*written} == {"compare.md", "compare.csv", "resolved.toml", "MANIFEST.json"}
    assert run(("verify", str(folder / "compare.md"), "tiny.toml")) == 0
    assert run(("verify", "--bundle", str(folder))) == 0
    command[command.index("export-tiny")] = "again"
    assert run(tuple(command[1:])) == 0
    assert {file.name: file.read_bytes() for file in Path("again").iterdir()} == written


async def test_a_file_of_somebody_else_is_left_as_it_is_until_it_may_be_replaced(
    app: OrgdesignApp, tmp_path: Path
) -> None:
    folder = tmp_path / "scenarios" / "export-tiny"
    folder.mkdir()
    theirs = folder / "compare.md"
    theirs.write_text("van een ander", "utf-8")
    async with app.run_test(size=SMALL) as pilot:
        page = await exporting(pilot, "md")
        await press(pilot, "enter")
        assert app.screen is page
        assert "niets geschreven: compare.md" in shown(app)
        assert theirs.read_text("utf-8") == "van een ander"
        assert [file.name for file in folder.iterdir()] == ["compare.md"]
        await press(pilot, "end", "space", "enter")
        assert app.screen is not page
    assert "van een ander" not in theirs.read_text("utf-8")


async def test_escape_leaves_nothing(app: OrgdesignApp, tmp_path: Path) -> None:
    async with app.run_test(size=SMALL) as pilot:
        page = await exporting(pilot)
        await press(pilot, "enter")
        assert "ten minste één formaat" in shown(app)
        await press(pilot, "escape")
        assert app.screen is not page
    assert [file.name for file in (tmp_path / "scenarios").iterdir()] == ["tiny.toml"]


async def test_where_no_table_is_in_sight_the_whole_set_is_offered(app: OrgdesignApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "1", "x")
        page = app.screen
        assert isinstance(page, Exporting)
        assert "staffing_by_job" in page.query_one("#preview", Panel).text
        assert "--table" not in page.command
        await press(pilot, "end", "up", "space")
        assert shlex.split(page.command)[-2:] == ["--mask", "0"]


async def test_a_table_without_rows_says_so_and_is_not_written(
    app: OrgdesignApp, tmp_path: Path
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "8", "x")
        page = app.screen
        assert "heeft geen rijen" in page.query_one("#preview", Panel).text
        await press(pilot, "enter")
        assert app.screen is page
    assert not (tmp_path / "scenarios" / "export-tiny").exists()


def test_nothing_is_written_once_it_is_stopped(tmp_path: Path) -> None:
    loaded = load(scenario(tmp_path)).scenario
    assert loaded is not None
    result = evaluate(loaded)
    settings = settings_for(result.scenario, "compare")
    wanted = Wanted(result, "compare", settings, forms=("md",), folder=tmp_path / "set")
    assert write_files(wanted, iter((False, True)).__next__) == ""
    assert not wanted.folder.exists()
    assert write_files(wanted, lambda: False)
    assert (wanted.folder / "compare.md").exists()
