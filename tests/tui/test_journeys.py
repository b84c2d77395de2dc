"""What an adviser does in an afternoon, from the first key to the last; each says its keys."""

from pathlib import Path

import pytest
from calling import call
from textual.pilot import Pilot

from orgdesign.scenario.load import load
from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.screens import SCREENS
from tui.driving import SMALL, grid_text, opened, press, settled, shown

OPTIONS = str(1 + list(SCREENS).index("options"))


async def typed(pilot: Pilot[None], *keys: str) -> int:
    """Press keys, as many as are counted."""
    await press(pilot, *keys)
    return len(keys)


async def test_from_nothing_to_a_saved_table_in_32_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("orgdesign.tui.file_list.gallery", tuple)
    app = OrgdesignApp(tmp_path, tmp_path / "state")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        keys = await typed(pilot, "n", *"Samen", "enter", *"Zei", "right", *"; Bun", "right")
        keys += await typed(pilot, *"; Uit", "right", "enter", "enter", "enter", "enter", "enter")
        keys += await typed(pilot, "enter")
        assert "Uitgeest" in grid_text(app)
        keys += await typed(pilot, "i", "i", "y")
    assert keys == 32
    copied = (tmp_path / "state" / "last-copy.md").read_text("utf-8")
    assert "| Uitgeest" in copied
    assert load(tmp_path / "samen.toml").problems == ()


async def test_a_variant_is_tried_undone_and_saved_in_15_keys(tmp_path: Path) -> None:
    app = opened(tmp_path)
    folder = tmp_path / "scenarios"
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        before = grid_text(app)
        keys = await typed(pilot, OPTIONS, *["down"] * 4, "enter", "end", "backspace", "7", "enter")
        keys += await typed(pilot, "z", "2")
        assert grid_text(app) == before
        keys += await typed(pilot, "Z", "s", "enter")
        assert "tiny-variant.toml" in shown(app).splitlines()[1]
    assert keys == 15
    new = folder / "tiny-variant.toml"
    found = load(new).scenario
    assert found is not None
    assert found.document.options["host_zuid"].from_.value == 2027


def test_the_difference_of_a_saved_variant_is_told_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    app = opened(tmp_path)
    session = app.workspace.open(app.given or tmp_path)
    session.set("options.host_zuid.realisation", "0.4")
    new = tmp_path / "scenarios" / "v.toml"
    assert session.save_as(new) == ""
    told = call(capsys, "diff", str(session.path), str(new))
    assert told.code == 1
    assert "realisatie" in told.out
