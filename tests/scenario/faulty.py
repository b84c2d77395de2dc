"""Faulty files beside what is said of them in each language."""

import os
from collections.abc import Collection, Iterable
from pathlib import Path

from orgdesign.scenario.problems import Problem, render_all
from orgdesign.words import Language

FOLDER = Path(__file__).parent.parent / "invalid"
UPDATE = os.environ.get("ORGDESIGN_UPDATE_INVALID") == "yes"


def assert_said(problems: Iterable[Problem], file: Path, language: Language) -> None:
    """Compare what is said of a faulty file with what stands beside it, letter for letter."""
    said = render_all(tuple(problems), language).encode()
    expected = file.with_name(f"{file.name}.{language}.txt")
    if UPDATE:
        expected.write_bytes(said)
    assert said == expected.read_bytes()


def assert_all_asked(folder: Path, names: Collection[str]) -> None:
    """Compare the names of the answers in a folder with those of the faulty files."""
    assert {path.name.rsplit(".", 2)[0] for path in folder.glob("*.txt")} == set(names)
