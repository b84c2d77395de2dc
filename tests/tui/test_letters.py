"""The app in ASCII and without colour says the same as with both."""

import shutil
from pathlib import Path

import pytest

from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.screens import SCREENS, number_of
from orgdesign.words.ascii import ascii_text
from tui.driving import SMALL, opened, press, scenario, settled, shown


async def test_in_ascii_every_letter_stands_where_it_stood(tmp_path: Path) -> None:
    """On each screen itself, and on its help over it."""
    written, plain = [
        await _screens_and_help(tmp_path, plain_letters) for plain_letters in (False, True)
    ]
    for place, text in plain.items():
        assert text.isascii(), place
        assert text == ascii_text(written[place]), place


async def _screens_and_help(folder: Path, plain_letters: bool) -> dict[tuple[str, str], str]:
    path = scenario(folder / "scenarios", "zuidoost-utrecht.toml")
    app, found = OrgdesignApp(path, folder / f"state {plain_letters}", plain_letters), {}
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        for screen in SCREENS:
            await press(pilot, str(number_of(screen)))
            found[screen, "itself"] = shown(app)
            await press(pilot, "question_mark")
            found[screen, "help"] = shown(app)
            await press(pilot, "escape")
    return found


async def test_every_screen_says_the_same_without_colour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    coloured = await _screens(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    shutil.rmtree(tmp_path / "state")
    assert await _screens(tmp_path) == coloured


async def _screens(folder: Path) -> dict[str, str]:
    app, found = opened(folder, "zuidoost-utrecht.toml"), {}
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        for screen in SCREENS:
            await press(pilot, str(number_of(screen)))
            found[screen] = shown(app)
    return found
