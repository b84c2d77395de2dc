import subprocess
from contextlib import nullcontext
from pathlib import Path

import pytest

from orgdesign.tui.editor import editor_command
from orgdesign.tui.widgets.grid import NumberGrid
from tui.driving import SMALL, opened, press, settled, shown

FILE = Path("zou.toml")


@pytest.mark.parametrize(
    ("editor", "expected"),
    [
        ("vim", ["vim", "+7", "zou.toml"]),
        ("emacs -nw", ["emacs", "-nw", "+7", "zou.toml"]),
        ("code --wait", ["code", "--wait", "--goto", "zou.toml:7"]),
        ("hx", ["hx", "zou.toml:7"]),
        ("notepad", ["notepad", "zou.toml"]),
    ],
)
def test_editors_are_called_at_the_line(editor: str, expected: list[str]) -> None:
    assert editor_command(FILE, 7, {"EDITOR": editor}) == expected


def test_visual_goes_before_editor() -> None:
    assert editor_command(FILE, 7, {"EDITOR": "vi", "VISUAL": "kak"}) == ["kak", "+7", "zou.toml"]


def test_without_an_editor_there_is_no_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert editor_command(FILE, 7, {}) is None


async def test_the_editor_opens_at_the_figure_under_the_cursor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(tmp_path)
    calls: list[list[str]] = []

    def run(command: list[str], check: bool) -> None:
        calls.append(command)

    monkeypatch.setenv("VISUAL", "vi")
    monkeypatch.setattr(subprocess, "run", run)
    text = (tmp_path / "scenarios" / "tiny.toml").read_text(encoding="utf-8").splitlines()
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "e")
        assert "Hier kan geen editor" in shown(app)
        monkeypatch.setattr(app, "suspend", nullcontext)
        await press(pilot, "e", "3", "down", "down", "down", "e")
        assert app.workspace.current is not None
        app.workspace.current.set("overhead.per_fte", "60000")
        app.recompute()
        await press(pilot, "e")
        grid = app.screen.query_one(NumberGrid)
        grid.go_to(len(grid.content.rows) - 1, 1)
        await press(pilot, "e")
        assert "Dit staat niet in een bestand van u" in shown(app).replace("\n", "")
    lines = [text[int(call[1].removeprefix("+")) - 1] for call in calls]
    assert lines == ["[options.host_zuid]", "per_fte = 50_000", "per_fte = 50_000"]


async def test_what_is_computed_opens_the_file_where_it_comes_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, opened_at = opened(tmp_path, "zuidoost-utrecht.toml"), []

    def run(command: list[str], check: bool) -> None:
        opened_at.append(int(command[1].removeprefix("+")))

    monkeypatch.setenv("VISUAL", "vi")
    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(app, "suspend", nullcontext)
    file = tmp_path / "scenarios" / "zuidoost-utrecht.toml"
    lines = file.read_text(encoding="utf-8").splitlines()
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "5", "v", "e", "8", "e", "0", "e")
        assert lines[opened_at[0] - 1].startswith("[options.")
        assert lines[opened_at[1] - 1].startswith("[criteria.")
        assert opened_at[2] == 1
        lines[40] = "wrong ="
        file.write_text("\n".join(lines), encoding="utf-8")
        await press(pilot, "r", "e")
        assert opened_at[3] == 41
