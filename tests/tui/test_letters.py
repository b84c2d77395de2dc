"""The app in ASCII and without colour says the same as with both."""

import shutil
from pathlib import Path

import pytest

from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.screens import SCREENS, number_of
from orgdesign.words.ascii import ascii_text
from tui.driving import SMALL, opened, press, scenario, settled, shown


@pytest.mark.parametrize("screen", SCREENS)
async def test_in_ascii_every_letter_stands_where_it_stood(tmp_path: Path, screen: str) -> None:
    """On the screen itself, and on its help over it."""
    texts = []
    for plain_letters in (False, True):
        path = scenario(tmp_path / "scenarios", "zuidoost-utrecht.toml")
        app = OrgdesignApp(path, tmp_path / f"state {plain_letters}", plain_letters)
        async with app.run_test(size=SMALL) as pilot:
            await settled(pilot)
            await press(pilot, str(number_of(screen)))
            itself = shown(app)
            await press(pilot, "question_mark")
            texts.append((itself, shown(app)))
    for written, plain in zip(*texts, strict=True):
        assert plain.isascii()
        assert plain == ascii_text(written)


@pytest.mark.parametrize("screen", SCREENS)
async def test_a_screen_says_the_same_without_colour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, screen: str
) -> None:
    texts = []
    for given in (False, True):
        if given:
            monkeypatch.setenv("NO_COLOR", "1")
            shutil.rmtree(tmp_path / "state")
        app = opened(tmp_path, "zuidoost-utrecht.toml")
        async with app.run_test(size=SMALL) as pilot:
            await settled(pilot)
            await press(pilot, str(number_of(screen)))
            texts.append(shown(app))
    assert texts[0] == texts[1]
