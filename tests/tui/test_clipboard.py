"""A copy goes to every clipboard that can be reached and to a file, and the app says to which."""

import stat
from collections.abc import Collection
from pathlib import Path

import pytest

from orgdesign.tui.clipboard import clipboard_program
from tui.driving import SMALL, opened, press, settled, shown


@pytest.mark.parametrize(
    ("variables", "there", "expected"),
    [
        (("DISPLAY",), ("xclip", "xsel"), "xclip"),
        (("DISPLAY",), ("xsel",), "xsel"),
        (("DISPLAY", "WAYLAND_DISPLAY"), ("xclip", "wl-copy"), "wl-copy"),
        (("DISPLAY",), ("wl-copy",), None),
        ((), ("xclip", "wl-copy"), None),
        ((), ("pbcopy",), "pbcopy"),
        ((), ("clip.exe",), "clip.exe"),
        ((), (), None),
    ],
)
def test_the_program_of_the_desktop_at_hand_takes_it(
    variables: Collection[str], there: Collection[str], expected: str | None
) -> None:
    found = clipboard_program(
        dict.fromkeys(variables, ":0"), lambda name: name if name in there else None
    )
    assert (found[0] if found else None) == expected


@pytest.mark.parametrize("works", [True, False])
async def test_a_copy_says_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, works: bool
) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "xclip"
    end = f"cat > {tmp_path}/clipboard" if works else "exit 1"
    program.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{end}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    app = opened(tmp_path)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "y")
        told = " ".join(each.message for each in app._notifications)
        assert ("klembord van het systeem (xclip)" in told) is works
        assert "klembord van de terminal" in told
        kept = (tmp_path / "state" / "last-copy.tsv").read_bytes().decode()
        assert f"bestand {tmp_path / 'state' / 'last-copy.tsv'}" in told
        assert "Noord\t" in kept
        assert app.clipboard == kept
        if works:
            assert (tmp_path / "clipboard").read_bytes().decode() == kept
        assert "Gekopieerd" in shown(app)


async def test_a_table_is_copied_as_markdown_too(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "C")
        told = " ".join(each.message for each in app._notifications)
        kept = (tmp_path / "state" / "last-copy.md").read_bytes().decode()
        assert f"bestand {tmp_path / 'state' / 'last-copy.md'}" in told
        assert "| Noord" in kept
        assert app.clipboard == kept
