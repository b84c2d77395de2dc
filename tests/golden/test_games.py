"""The tables of the games that come along, letter for letter; run this file to write them anew."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from examples import ROOT

from orgdesign.allocation.games.study import study_of
from orgdesign.export.data import encoded
from orgdesign.export.registry import FORMATS
from orgdesign.scenario.games.given import GivenGame, GivenShortfall
from orgdesign.scenario.games.load import load_game
from orgdesign.tables.games.data import shortfall_data
from orgdesign.tables.games.registry import GAME_TABLES
from orgdesign.tables.games.shortfall import shortfall
from orgdesign.tables.settings import Settings

HERE = Path(__file__).parent / "games"
EXAMPLES = ROOT / "scenarios" / "games"
DUTCH, ENGLISH = Settings(), Settings("en", "en_GB")
METHODS = ("shapley", "nucleolus", "scrb", "stand_alone", "cea")
"""Some methods: those of more than a few make a file that nobody reads."""


def expected() -> Iterator[tuple[str, str]]:
    """Yield the name of every golden file with what it must hold."""
    given = load_game(EXAMPLES / "tennessee-valley.toml").game
    assert isinstance(given, GivenGame)
    study = study_of(given, METHODS)
    for name, make in GAME_TABLES.items():
        yield f"{name}.txt", FORMATS["text"](make(study, DUTCH))
        yield f"{name}.en.txt", FORMATS["text"](make(study, ENGLISH))
    for form, writer in FORMATS.items():
        yield f"allocations.{form}", writer(GAME_TABLES["allocations"](study, DUTCH))
    claims = load_game(EXAMPLES / "shortfall.toml").game
    assert isinstance(claims, GivenShortfall)
    yield "shortfall.txt", FORMATS["text"](shortfall(claims, DUTCH))
    yield "shortfall.data.json", encoded(shortfall_data(claims))


@cache
def everything() -> dict[str, str]:
    return {name: text.replace("\r\n", "\n") for name, text in expected()}


NAMES = (
    *(f"{name}{end}" for name in GAME_TABLES for end in (".txt", ".en.txt")),
    *(f"allocations.{form}" for form in FORMATS),
    "shortfall.txt",
    "shortfall.data.json",
)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_of_a_game_is_what_was_written(name: str) -> None:
    assert everything()[name] == (HERE / name).read_text("utf-8")


def test_no_golden_file_of_a_game_is_left_over() -> None:
    assert {path.name for path in HERE.iterdir()} == set(NAMES)


if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    for name, text in expected():
        (HERE / name).write_bytes(text.replace("\r\n", "\n").encode("utf-8"))
