"""How a problem is shown: place, line, caret and words; never what a terminal would obey."""

import pytest

from orgdesign.scenario.problems import MOST, Place, Problem, Word, in_order, render, render_all


def problem(quoted: str, column: int, width: int, line: int = 41, **details: object) -> Problem:
    place = Place("scenarios/regional.toml", line, column, width, quoted)
    return Problem.at(place, "unknown_key", "options.gr.overhaed", **details)


def test_a_problem_is_shown_with_its_line_and_a_caret() -> None:
    shown = render(problem("overhaed = 0.12", 1, 8, name="overhaed", suggestion="overhead"), "en")
    assert shown == (
        "scenarios/regional.toml:41:1: options.gr.overhaed\n"
        "   41 | overhaed = 0.12\n"
        "      | ^^^^^^^^\n"
        '      | There is no "overhaed" here. Did you mean "overhead"?'
    )


def test_the_caret_stands_under_what_is_shown_of_control_characters() -> None:
    shown = render(problem("a\x1b[2J\u202eb = 1", 7, 1, name="b"), "nl").split("\n")
    assert shown[1] == "   41 | a␛[2J<U+202E>b = 1"
    assert shown[2] == "      |              ^"


@pytest.mark.parametrize("column", [1, 50, 400, 600])
def test_a_long_line_is_cut_around_the_caret(column: int) -> None:
    quoted = "".join(str(position % 10) for position in range(1, 601))
    lines = render(problem(quoted, column, 3, name="x"), "en").split("\n")
    marked = lines[1][lines[2].index("^") :][: lines[2].count("^")]
    assert marked == quoted[column - 1 : column + 2]
    assert len(lines[1]) <= 8 + 100 + 2
    assert lines[1].endswith("…") == (column < 500)


def test_details_are_cut_and_made_visible() -> None:
    shown = render(problem("x = 1", 1, 1, name="\x1b[31m" + "y" * 500), "en")
    assert "\x1b" not in shown
    assert "y" * 95 + "…" in shown
    assert "y" * 96 not in shown


def test_a_word_among_the_details_is_said_in_the_language() -> None:
    place = Place("f.toml", 1, 1, 1, "x")
    found = Problem.at(place, "negative", "x", number=-1.0, unit=Word("unit_fte"))
    assert "a number of fte" in render(found, "en")
    assert "een aantal fte" in render(found, "nl")


def test_a_problem_of_a_file_as_a_whole_has_no_line() -> None:
    found = Problem.at(Place("absent.toml", 0, 1, 1, ""), "no_such_file")
    assert render(found, "nl").split("\n")[0] == "absent.toml"


def test_the_number_of_problems_comes_last() -> None:
    one, other = problem("x = 1", 1, 1, name="x"), problem("y = 1", 1, 1, 42, name="y")
    assert render_all([one], "nl").endswith("\n1 probleem; er is niets berekend.\n")
    assert render_all([one, other], "en").endswith("\n2 problems; nothing was calculated.\n")


def test_problems_come_in_the_order_of_the_lines_and_once() -> None:
    first, second = problem("x = 1", 1, 1, 3, name="x"), problem("y = 1", 1, 1, 9, name="y")
    assert in_order([second, first, second]) == (first, second)


def test_of_very_many_problems_the_first_are_told() -> None:
    many = [problem("x = 1", 1, 1, line, name="x") for line in range(1, 1000)]
    told = in_order(many)
    assert len(told) == MOST + 1
    assert told[-1].code == "too_many"
    assert render_all(told, "en").endswith(f"\n{MOST} problems; nothing was calculated.\n")
