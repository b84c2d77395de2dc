"""What is tried, on a file that was changed since so that it fits no more."""

import subprocess
from contextlib import nullcontext
from pathlib import Path

import pytest

from tui.driving import MEDIUM, opened, press, settled, shown

OTHER = """
[options.later]
name = "Later"
form = "host"
host = "noord"
participants = "all"
from = 2028
scope = { administration = 1.0 }
"""


async def test_it_is_said_to_be_tried_and_how_it_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, file = opened(tmp_path), tmp_path / "scenarios" / "tiny.toml"
    calls: list[list[str]] = []

    def run(command: list[str], check: bool) -> None:
        calls.append(command)

    monkeypatch.setenv("VISUAL", "vi")
    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(app, "suspend", nullcontext)
    before = file.read_text("utf-8")
    file.write_text(before + OTHER, "utf-8")
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        session = app.workspace.current
        assert session is not None
        session.set("options.later.from", "2029")
        app.recompute()
        await settled(pilot)
        file.write_text(before, "utf-8")
        await press(pilot, "r", "3")
        assert "VEROUDERD: past niet meer, z neemt terug" in shown(app)
        assert "hier gewijzigd, niet bewaard:1:1: options.later.from" in shown(app)
        assert "--set:1" not in shown(app)
        await press(pilot, "e")
        assert [Path(each).name for each in calls[0] if each.endswith(".toml")] == ["tiny.toml"]
        await press(pilot, "z")
        assert not session.stale
        assert "past niet meer" not in shown(app)
