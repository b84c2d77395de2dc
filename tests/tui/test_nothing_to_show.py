"""Where there is nothing to show every screen says why: what is wrong, or what is not found."""

from pathlib import Path

import pytest

from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.widgets.bars import CommandLog
from tui.driving import MEDIUM, SMALL, opened, press, scenario, settled, shown

EVERY = "234567890"
"""The keys of the screens that show what is open."""


def broken(folder: Path) -> Path:
    path = scenario(folder)
    text = path.read_text("utf-8")
    path.write_text(text.replace('form = "host"', 'form = "hots"', 1), "utf-8")
    return path


@pytest.mark.parametrize("size", [SMALL, MEDIUM])
async def test_every_screen_shows_what_is_wrong_with_a_file(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = OrgdesignApp(broken(tmp_path), tmp_path / "state")
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        for key in EVERY:
            await press(pilot, key)
            assert "hots" in shown(app), key
            assert "bezig" not in shown(app), key


async def test_every_screen_shows_what_became_wrong(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        broken(tmp_path / "scenarios")
        app.recompute()
        await settled(pilot)
        for key in EVERY:
            await press(pilot, key)
            assert "hots" in shown(app), key


@pytest.mark.parametrize("key", "123456790")
async def test_a_filter_without_a_hit_says_so(tmp_path: Path, key: str) -> None:
    app = opened(tmp_path, "zuidoost-utrecht.toml")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, key, "slash", *"xyz")
        assert "geen regel met: xyz" in shown(app)
        assert "bezig met lezen" not in shown(app)
        await press(pilot, "escape")
        assert "geen regel met" not in shown(app)


async def test_rows_in_which_one_adds_are_found_by_their_words(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "4", "slash", *"erbij")
        assert "Bedrag erbij" in shown(app)
        assert "geen regel met" not in shown(app)


async def test_without_a_file_in_the_list_the_command_opens_it(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "1", "slash", *"xyz")
        assert app.screen.query_one(CommandLog).command == "orgdesign"


async def test_sentences_above_a_table_are_filtered_as_it_is(tmp_path: Path) -> None:
    app = opened(tmp_path, "zuidoost-utrecht.toml")
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, "9")
        assert "Bunnik" in shown(app)
        await press(pilot, "slash", *"xyz")
        assert "Bunnik" not in shown(app)
