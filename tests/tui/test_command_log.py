"""The command line below a screen gives what the screen shows."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from orgdesign.export.data import json
from orgdesign.tui.command_line import command_line
from orgdesign.tui.widgets.bars import CommandLog
from tui.driving import MEDIUM, opened, press, settled

KEYS = {
    "other_measure_and_year": ("t", "m", "m"),
    "amounts_per_inhabitant_in_english": ("d", "i", "L"),
    "percentages": ("percent_sign",),
    "register_with_the_heaviest_first": ("3", "o"),
}


@pytest.mark.parametrize("keys", KEYS.values(), ids=KEYS)
async def test_the_command_gives_the_table_in_sight(
    tmp_path: Path, keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(tmp_path)
    monkeypatch.chdir(tmp_path / "scenarios")
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        assert app.workspace.current is not None
        app.workspace.current.set("overhead.per_fte", "60000", "50000", "70000")
        app.workspace.current.put([("options.host_zuid.realisation", "")])
        app.recompute()
        await settled(pilot)
        await press(pilot, *keys)
        name, *arguments = shlex.split(app.screen.query_one(CommandLog).command)
        table = app.screen_at_hand.shown()
    assert name == "orgdesign"
    assert table is not None
    done = subprocess.run(
        [sys.executable, "-m", "orgdesign", *arguments, "--format", "json"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == json(table)


async def test_the_check_of_a_file_is_its_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(tmp_path)
    monkeypatch.chdir(tmp_path / "scenarios")
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, "1")
        assert app.screen.query_one(CommandLog).command == "orgdesign check tiny.toml"


def test_a_file_is_named_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "scenarios" / "tiny.toml"
    monkeypatch.chdir(tmp_path)
    assert shlex.split(command_line("check", [file]))[2] == str(Path("scenarios", "tiny.toml"))
    file.parent.mkdir()
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert shlex.split(command_line("check", [file]))[2] == str(file)
