"""The last picture: shown at once when nothing it rests on has changed, and only then."""

import io
import os
from pathlib import Path

import pyte
import pytest

from orgdesign.tui.last_frame import Frame, LastFrame
from orgdesign.tui.resting import REST
from tui.driving import SMALL, opened, press, scenario, settled, shown

LOOK = {"TERM": "xterm-256color"}
FRAME = Frame(["een", "twee", "drie"], "bezig")


def kept(folder: Path) -> tuple[LastFrame, Path]:
    file = scenario(folder)
    frames = LastFrame(folder / "state", LOOK)
    frames.keep(file, [file], (80, 24), FRAME)
    return frames, file


def test_the_last_picture_comes_back(tmp_path: Path) -> None:
    frames, file = kept(tmp_path)
    assert frames.last(file, (80, 24)) == FRAME


def test_not_at_another_size_or_in_another_look(tmp_path: Path) -> None:
    frames, file = kept(tmp_path)
    assert frames.last(file, (120, 40)) is None
    assert LastFrame(tmp_path / "state", {**LOOK, "NO_COLOR": "1"}).last(file, (80, 24)) is None


def test_not_when_the_file_was_written_since_or_is_gone(tmp_path: Path) -> None:
    frames, file = kept(tmp_path)
    os.utime(file, (1, 1))
    assert frames.last(file, (80, 24)) is None
    file.unlink()
    assert frames.last(file, (80, 24)) is None


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"files": {}, "frame": [[], 1, 2]}', "\x00"])
def test_a_page_that_cannot_be_read_is_none(tmp_path: Path, text: str) -> None:
    frames, file = kept(tmp_path)
    (page,) = (tmp_path / "state" / "frames").iterdir()
    page.write_text(text, encoding="utf-8")
    assert frames.last(file, (80, 24)) is None


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    file = scenario(tmp_path)
    (tmp_path / "state").write_text("", encoding="utf-8")
    LastFrame(tmp_path / "state", LOOK).keep(file, [file], (80, 24), FRAME)


def test_the_last_line_says_that_the_app_is_starting() -> None:
    screen = pyte.Screen(20, 3)
    output = io.StringIO()
    FRAME.paint(output)
    pyte.Stream(screen).feed(output.getvalue())
    assert [line.rstrip() for line in screen.display] == ["een", "twee", " bezig"]


async def test_the_app_keeps_what_is_in_sight_but_nothing_unsaved(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.pause(1.5 * REST)
        assert app.given is not None
        found = LastFrame(tmp_path / "state").last(app.given, SMALL)
        assert found is not None
        screen = pyte.Screen(*SMALL)
        pyte.Stream(screen).feed("\r\n".join(found.lines))
        seen = [line.rstrip() for line in screen.display]
        assert seen == [line.rstrip() for line in shown(app).split("\n")]
        assert app.workspace.current is not None
        app.workspace.current.set("overhead.per_fte", "60000")
        app.recompute()
        await settled(pilot)
        await press(pilot, "m")
        await pilot.pause(1.5 * REST)
        assert LastFrame(tmp_path / "state").last(app.given, SMALL) == found
