"""A key that changes nothing says why, and the footer leaves it out."""

from pathlib import Path

import pytest

from orgdesign.tui.app import OrgdesignApp
from tui.driving import MEDIUM, SMALL, opened, press, settled, shown


def footer(app: OrgdesignApp) -> str:
    """The last line of the screen."""
    return shown(app).split("\n")[-1]


@pytest.mark.parametrize("screen", ["3", "5", "6", "9"])
async def test_where_there_is_one_option_no_key_offers_another(tmp_path: Path, screen: str) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, screen)
        assert "v variant" not in footer(app)
        await press(pilot, *("w" if screen == "9" else ""), "v")
        assert "Er is geen andere variant." in shown(app)


async def test_a_table_of_every_option_has_no_key_for_one(tmp_path: Path) -> None:
    app = opened(tmp_path, "zuidoost-utrecht.toml")
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "0")
        assert "v variant" not in footer(app)
        before = app.screen_at_hand.command()
        await press(pilot, "v")
        assert "gaat niet over één variant" in shown(app)
        assert app.screen_at_hand.command() == before
        await press(pilot, *"wwwwwwww")
        assert "v variant" in footer(app)
        await press(pilot, "6", "W")
        assert "--option" not in app.screen_at_hand.command()


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("r", "tiny.toml wordt opnieuw gelezen"),
        ("3u", "Op dit cijfer is niets uitgeprobeerd."),
        ("9f", "ga daarheen met w"),
        ("9WW\r", "geen cijfer dat u kunt wijzigen"),
        ("9WWu", "geen cijfer dat u kunt wijzigen"),
    ],
)
async def test_a_key_that_changes_nothing_says_so(tmp_path: Path, keys: str, words: str) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=MEDIUM, notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, *keys.replace("\r", ""), *(["enter"] if "\r" in keys else []))
        assert words in shown(app)


async def test_what_a_list_cuts_is_told_in_whole_below_it(tmp_path: Path) -> None:
    app = opened(tmp_path, "zuidoost-utrecht.toml")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "1")
        assert "titel: Samenwerking backoffices Jeugd en Wmo, Zuidoost-Utrecht" in shown(app)
        await press(pilot, "3")
        assert "Bron: " in shown(app)
        assert "Plaats: zuidoost-utrecht.toml" in shown(app)
        await press(pilot, "4", "down")
        assert "(regeling zonder mee" not in shown(app)
        await press(pilot, "right")
        assert "Netwerkorganisatie (regeling zonder meer of overeenkomst)" in shown(app)


async def test_the_list_of_files_stands_on_the_one_that_is_open(tmp_path: Path) -> None:
    app = opened(tmp_path, "zuidoost-utrecht.toml")
    (tmp_path / "scenarios" / "aaa.toml").write_text("format = 1\n", "utf-8")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "1")
        assert "check" in app.screen_at_hand.command()
        assert "zuidoost-utrecht.toml" in app.screen_at_hand.command()
        await press(pilot, "up", "2", "1")
        assert "aaa.toml" in app.screen_at_hand.command()
