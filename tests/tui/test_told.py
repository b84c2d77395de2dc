"""What the app says for a while: it covers little, and goes when the person goes on."""

from pathlib import Path

import pytest

from orgdesign.tui import working
from tui.driving import SMALL, at_rest, opened, press, shown

TOLD = "Er is niets om terug te nemen."


async def test_a_short_notice_covers_the_line_of_the_command_alone(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await at_rest(pilot)
        before = shown(app).split("\n")
        await press(pilot, "z")
        after = shown(app).split("\n")
    assert TOLD in after[-2]
    assert after[:-2] + after[-1:] == before[:-2] + before[-1:]


async def test_the_next_key_takes_away_what_was_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await at_rest(pilot)
        await press(pilot, "z", "down")
        assert TOLD in shown(app), "it was not there long enough to be seen"
        monkeypatch.setattr(working, "GLANCE", 0.0)
        await press(pilot, "up")
        assert TOLD not in shown(app)
        await press(pilot, "Z")
        assert "opnieuw te doen" in shown(app)


async def test_what_is_told_in_lines_stands_in_lines_with_nothing_to_obey(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await at_rest(pilot)
        app.tell("een\ntwee \x1b[31m")
        await at_rest(pilot)
        lines = [line.rstrip() for line in shown(app).split("\n")]
        at = next(at for at, line in enumerate(lines) if line.endswith("een"))
        assert "▌ twee ␛[31m" in lines[at + 1]


async def test_a_key_takes_nothing_away_where_nothing_was_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cleared: list[str] = []
    app = opened(tmp_path)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await at_rest(pilot)
        monkeypatch.setattr(working, "GLANCE", -1.0)
        monkeypatch.setattr(app, "clear_notifications", lambda: cleared.append("all"))
        await press(pilot, "down")
        assert cleared == []
        app.notify("een")
        await press(pilot, "up", "down")
        assert cleared == ["all"]
