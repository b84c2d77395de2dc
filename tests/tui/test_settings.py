"""Keys that a person chose in the settings file, and what is told of those that cannot be."""

from pathlib import Path

import pytest

from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.settings import NO_SETTINGS, Settings, read_settings
from tui.driving import SMALL, press, scenario, settled, shown


def settings(folder: Path, text: str) -> Settings:
    file = folder / "settings.toml"
    file.write_text(text, encoding="utf-8")
    return read_settings(file)


def test_without_a_file_the_usual_keys_hold(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml").keys == NO_SETTINGS.keys == {}


def test_keys_are_written_as_they_are_printed(tmp_path: Path) -> None:
    found = settings(tmp_path, '[keys]\nundo = "ctrl+z, f9"\nfilter = "?"\nhelp = "f1"\n')
    assert found.faults == ()
    assert found.keys == {"undo": "ctrl+z,f9", "filter": "question_mark", "help": "f1"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[keys]\n\nundoo = 'x'", "settings.toml:3: er is geen actie “undoo”."),
        ("[keys]\nundo = 'not a key'", "settings.toml:2: “not a key” is geen toets"),
        ("[keys]\nundo = 3", "settings.toml:2: “3” is geen toets"),
        ("[keys]\nundo = 's'", "settings.toml:2: de toets s is al van save"),
        ("[keys]\nundo = 'm'", "settings.toml:2: de toets m is al van measure"),
        ("[key]\nundo = 'x'", "settings.toml:1: “key” is geen instelling"),
        ("keys = 3", "settings.toml:1: “keys” is geen instelling"),
        ("[keys]\nundo = ", "settings.toml:2: Na = staat geen waarde."),
    ],
)
def test_what_cannot_be_is_named_with_its_line_and_left_out(
    tmp_path: Path, text: str, told: str
) -> None:
    found = settings(tmp_path, text)
    (fault,) = found.faults
    assert fault.words(tmp_path / "settings.toml", "nl").startswith(told)
    assert found.keys == {}


def test_two_actions_may_trade_their_keys(tmp_path: Path) -> None:
    found = settings(tmp_path, '[keys]\nundo = "r"\nreload = "z"\n')
    assert found.faults == ()
    assert found.keys == {"undo": "r", "reload": "z"}


async def test_own_keys_work_and_stand_in_footer_and_help(tmp_path: Path) -> None:
    own = settings(tmp_path, '[keys]\nmeasure = "f7"\nassumptions = "A"\nundo = "nope nope"\n')
    app = OrgdesignApp(scenario(tmp_path), tmp_path / "state", settings=own)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await settled(pilot)
        assert "settings.toml:4" in shown(app)
        assert "f7 maat" in shown(app)
        before = app.screen_at_hand.context()
        await press(pilot, "m")
        assert app.screen_at_hand.context() == before
        await press(pilot, "f7")
        assert app.screen_at_hand.context() != before
        await press(pilot, "A")
        assert "[3 Aannames]" in shown(app)
        await press(pilot, "question_mark", "end", "pagedown", "pagedown", "pagedown")
        text = app.screen.query_one("Panel").text  # type: ignore[attr-defined]
        assert "settings.toml" in text
        assert "A               " in text
