"""The first picture: what the file says it is about, and nothing where it is no scenario."""

from pathlib import Path

import pytest

from orgdesign.tui.first_frame import LARGEST, first_frame
from tui.driving import scenario

FILE = """
[scenario]
title = "Samen \\u001b[31m verder, met een titel van meer dan een regel lang"
question = "Welke vorm?"
language = "en"
[municipalities]
noord = { name = "Noord" }
zuid = 3
[options.body]
name = "Een bedrijfsvoeringsorganisatie"
"""


def seen(path: Path, columns: int = 40, rows: int = 24) -> list[str]:
    frame = first_frame(path, (columns, rows))
    assert frame is not None
    assert len(frame.lines) == rows
    return [line.replace("\x1b[1m", "").replace("\x1b[0m", "").strip() for line in frame.lines]


def test_it_says_what_the_file_is_about(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(FILE, encoding="utf-8")
    lines = [line for line in seen(file) if line]
    assert lines == [
        "Samen ␛[31m verder, met een titel",
        "van meer dan een regel lang",
        "Welke vorm?",
        "Municipalities",
        "Noord",
        "Options",
        "Een bedrijfsvoeringsorganisatie",
    ]


@pytest.mark.parametrize("rows", [1, 3])
def test_it_is_no_longer_than_the_screen(tmp_path: Path, rows: int) -> None:
    assert len(seen(scenario(tmp_path), 80, rows)) == rows


@pytest.mark.parametrize(
    "text",
    ["", "scenario = 3", "[scenario]\ntitle = 3", "a = [", "a = " + "[" * 5000, "\udcff"],
    ids=["empty", "no_table", "no_title", "broken", "deep", "not_utf_8"],
)
def test_what_is_no_scenario_has_none(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert first_frame(file, (80, 24)) is None


def test_what_is_no_file_or_a_large_one_has_none(tmp_path: Path) -> None:
    assert first_frame(tmp_path, (80, 24)) is None
    assert first_frame(tmp_path / "gone.toml", (80, 24)) is None
    large = tmp_path / "large.toml"
    large.write_text(FILE + "#" * LARGEST, encoding="utf-8")
    assert first_frame(large, (80, 24)) is None
