"""Reading a file: within bounds, in one encoding, and with every fault of its writing."""

import os
from pathlib import Path

import pytest

from orgdesign.scenario.problems import Problem
from orgdesign.scenario.read import LARGEST, LONGEST_LINE, decode, parse, read, read_bytes

TEXT = 'format = 1\n[scenario]\ntitle = "Súdwest"\n'


def refusal(path: Path) -> str:
    refused = read_bytes(path, "f.toml")
    assert isinstance(refused, Problem)
    return refused.code


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes among the files")
def test_a_folder_a_device_and_a_pipe_are_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert refusal(tmp_path) == "is_folder"
    assert refusal(pipe) == "not_a_file"
    assert refusal(Path(os.devnull)) == "not_a_file"


def test_what_is_not_there_or_has_no_possible_name_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "absent.toml") == "no_such_file"
    assert refusal(Path("a\x00b")) == "not_readable"


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    large = tmp_path / "large.toml"
    with large.open("wb") as file:
        file.truncate(50_000_000)
    assert refusal(large) == "file_too_large"
    large.write_bytes(b"#" * LARGEST)
    assert isinstance(read_bytes(large, "f.toml"), bytes)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
    ids=["plain", "byte-order mark", "Windows line ends", "old Macintosh line ends"],
)
def test_line_ends_and_a_byte_order_mark_make_no_difference(data: bytes) -> None:
    text = decode(data, "f.toml")
    assert isinstance(text, str)
    parsed = parse(text, "f.toml")
    assert parsed.tables == {"format": 1, "scenario": {"title": "Súdwest"}}
    assert not parsed.problems
    place = parsed.positions.place(("scenario", "title"))
    assert place is not None
    assert (place.line, place.column) == (3, 9)


@pytest.mark.parametrize(
    ("encoding", "code"),
    [
        ("cp1252", "not_utf_8"),
        ("utf-16", "utf_16"),
        ("utf-16-le", "utf_16"),
        ("utf-16-be", "utf_16"),
    ],
)
def test_another_encoding_is_named(encoding: str, code: str) -> None:
    refused = decode(TEXT.encode(encoding), "f.toml")
    assert isinstance(refused, Problem)
    assert refused.code == code


def test_windows_1252_is_shown_as_its_writer_meant_it() -> None:
    refused = decode(TEXT.encode("cp1252"), "f.toml")
    assert isinstance(refused, Problem)
    assert refused.quoted == 'title = "Súdwest"'
    assert (refused.line, refused.column) == (3, 11)


def test_every_fault_of_the_writing_is_told_and_the_rest_is_read() -> None:
    parsed = parse("a = ja\nb = 1\nc = { d = 1,5, e = 2 }\n[f\ng = 3\nh = 01\n", "f.toml")
    assert [(p.code, p.line, p.path) for p in parsed.problems] == [
        ("boolean_word", 1, "a"),
        ("decimal_comma", 3, "c.d"),
        ("header_bracket", 4, "f"),
        ("leading_zero", 6, "f.h"),
    ]
    assert parsed.tables == {"b": 1, "c": {"e": 2}, "f": {"g": 3}}
    assert set(parsed.doubtful) == {("a",), ("c", "d"), ("f", "h")}


def test_columns_count_letters_of_the_file_as_typed() -> None:
    parsed = parse('name = "één", x = 1\n', "f.toml")
    (problem,) = parsed.problems
    assert problem.quoted == 'name = "één", x = 1'
    assert problem.column == 15


def test_what_follows_a_faulty_header_is_not_taken_for_the_table_above() -> None:
    parsed = parse("[a]\nx = 1\n[a.'s-Hertogenbosch]\nx = 2\n", "f.toml")
    assert parsed.tables == {"a": {"x": 1}}
    assert parsed.doubtful == (("a", "?"),)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a = " + "[" * 50_000, "too_deep"),
        ("a." * 20_000 + "b = 1", "too_deep"),
        ("[" + "a." * 20_000 + "b]", "too_deep"),
        ("a = " + "9" * 5_000, "too_many_digits"),
        ("a = 1" * LONGEST_LINE, "line_too_long"),
        ("a = {" * 40 + "}" * 40, "too_deep"),
    ],
)
def test_what_would_break_a_reader_is_a_problem_like_any_other(text: str, code: str) -> None:
    assert code in [problem.code for problem in parse(text, "f.toml").problems]


def test_reading_stops_after_very_many_faults() -> None:
    parsed = parse("x y\n" * 100_000, "f.toml")
    assert len(parsed.problems) < 300
    assert parsed.tables == {}


def test_a_file_is_read_under_the_name_that_readers_know(tmp_path: Path) -> None:
    path = tmp_path / "f.toml"
    path.write_text("a = ja\n", encoding="utf-8")
    assert read(path, "shown.toml").problems[0].file == "shown.toml"


def test_a_link_to_itself_is_told(tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(link)
    assert [problem.code for problem in read(link, "link.toml").problems] == ["link_to_itself"]
