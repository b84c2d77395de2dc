"""Every faulty file of a game says in both languages what is wrong with it, letter for letter."""

import pytest

from orgdesign.scenario.games.load import LARGEST_TABLES, LoadedGame, game_of_bytes, load_game
from orgdesign.words import LANGUAGES, Language, catalogue
from scenario.faulty import FOLDER as FAULTY
from scenario.faulty import assert_all_asked, assert_said

FOLDER = FAULTY / "games"
NAMES = sorted(path.name for path in FOLDER.iterdir() if path.suffix in (".toml", ".csv"))


def loaded(name: str) -> LoadedGame:
    return load_game(FOLDER / name, name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said(name: str, language: Language) -> None:
    assert_said(loaded(name).problems, FOLDER / name, language)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_calculated(name: str) -> None:
    outcome = loaded(name)
    assert outcome.game is None
    assert outcome.problems


@pytest.mark.parametrize("name", NAMES)
def test_each_problem_has_a_place(name: str) -> None:
    for problem in loaded(name).problems:
        lines = (FOLDER / problem.file).read_bytes().count(b"\n") + 1
        assert 1 <= problem.line <= lines
        assert 1 <= problem.column <= len(problem.quoted) + 1
        assert problem.width >= 1


def test_there_are_no_answers_without_a_question() -> None:
    assert_all_asked(FOLDER, NAMES)


def test_every_fault_of_a_game_has_its_file() -> None:
    said = {problem.code for name in NAMES for problem in loaded(name).problems}
    words = {code for code in catalogue("problems") if code.startswith("game_")}
    assert words - {"game_too_large"} <= said


def test_a_file_that_is_too_large_is_not_read() -> None:
    remarks = (b"#" * 999 + b"\n") * (LARGEST_TABLES // 1000 + 1)
    large = b"[costs]\n" + b"#" * LARGEST_TABLES
    (problem,) = game_of_bytes(large, "large.toml").problems
    assert problem.code == "game_too_large"
    assert game_of_bytes(b"coalition,cost\na,1\n" + remarks, "large.csv").game


def test_a_line_without_an_end_is_not_read_on() -> None:
    (problem,) = game_of_bytes(b"coalition,cost\na,1\n" + b"b" * 200_000, "x.csv").problems
    assert (problem.code, problem.line) == ("line_too_long", 3)


def test_of_very_many_faults_the_first_are_told() -> None:
    rows = "".join(f"a{number};x\n" for number in range(5000))
    assert len(game_of_bytes(f"coalition;cost\n{rows}".encode(), "x.csv").problems) == 201


@pytest.mark.parametrize("data", [b"", b"\xff\xfea\x00", b"caf\xe9", b"\x00" * 50, b"[[", b"a=1"])
@pytest.mark.parametrize("name", ["x.toml", "x.csv", "-"])
def test_bytes_that_are_no_game_are_told_not_raised(data: bytes, name: str) -> None:
    assert game_of_bytes(data, name).problems
