"""Every faulty file says in both languages what is wrong with it, letter for letter."""

from functools import cache
from pathlib import Path

import pytest

from orgdesign.scenario.load import Loaded, load
from orgdesign.words import LANGUAGES, Language, catalogue
from scenario.faulty import FOLDER, assert_all_asked, assert_said

NAMES = sorted(path.stem for path in FOLDER.glob("*.toml"))


@pytest.fixture(autouse=True)
def in_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)


@cache
def loaded(name: str) -> Loaded:
    return load(Path(f"{name}.toml"))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said(name: str, language: Language) -> None:
    assert_said(loaded(name).problems, FOLDER / name, language)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_calculated(name: str) -> None:
    outcome = loaded(name)
    assert outcome.scenario is None
    assert outcome.problems


@pytest.mark.parametrize("name", NAMES)
def test_each_problem_has_a_place(name: str) -> None:
    for problem in loaded(name).problems:
        lines = Path(problem.file).read_bytes().count(b"\n") + 1
        assert 1 <= problem.line <= lines
        assert 1 <= problem.column <= len(problem.quoted) + 1
        assert problem.width >= 1


def test_there_are_no_answers_without_a_question() -> None:
    assert_all_asked(FOLDER, NAMES)


SHOWN_ELSEWHERE = {
    "did_you_mean",
    "taken_out",
    "taken_out_here",
    "one_problem",
    "number_of_problems",
    # Whether a file can be read at all, and what is tried on top of it.
    "no_such_file",
    "is_folder",
    "not_a_file",
    "file_too_large",
    "line_too_long",
    "not_permitted",
    "not_readable",
    "link_to_itself",
    "extends_too_deep",
    "override_malformed",
    "override_of_reading",
    "override_unknown",
    # What is said where nothing more is known.
    "not_toml",
    "not_valid",
}


def test_every_fault_has_its_file() -> None:
    said = {problem.code for name in NAMES for problem in loaded(name).problems}
    parts = ("unit_", "given_", "needs_", "mark_", "game_")
    words = {code for code in catalogue("problems") if not code.startswith(parts)}
    assert words - SHOWN_ELSEWHERE == said


def test_what_the_faulty_files_extend_is_sound() -> None:
    assert not load(Path("sound/region.toml")).problems


def test_the_language_follows_the_scenario() -> None:
    assert loaded("negative-fte").language == "nl"
