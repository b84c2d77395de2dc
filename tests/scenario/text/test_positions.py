"""Every path that TOML reads is found where it stands."""

import tomllib
from pathlib import Path

import pytest

from orgdesign.scenario.paths import Parts, find, split_path, walk
from orgdesign.scenario.text.positions import positions

ROOT = Path(__file__).parents[3]
GALLERY = sorted((ROOT / "scenarios").glob("*.toml"))
SOUND = ROOT / "tests/invalid/sound/region.toml"
LIBRARY = sorted((ROOT / "src/orgdesign/library").rglob("*.toml"))


@pytest.mark.parametrize("path", [*GALLERY, SOUND, *LIBRARY], ids=lambda path: path.name)
def test_all_paths_of_a_file_are_found_and_no_others(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = positions(text, path.name)
    assert set(found.by_parts) == {split_path(one) for one, _ in walk(tomllib.loads(text))}
    assert not found.duplicates


@pytest.mark.parametrize("path", [*GALLERY, SOUND], ids=lambda path: path.name)
def test_what_stands_at_a_place_is_the_key_and_the_value(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    found = positions(text, path.name)
    for one, value in walk(tables):
        parts = split_path(one)
        name, key, typed = parts[-1], found.place(parts, key=True), found.place(parts)
        assert key is not None
        assert typed is not None
        if isinstance(name, str):
            assert name in key.text
        on_one_line = found.by_parts[parts].value.end_line == typed.line
        if on_one_line and not isinstance(value, dict | list):
            assert tomllib.loads(f"v = {typed.text}")["v"] == value


HARD = """\
top = 1
a.b.c = 2
"quoted key" = { x = 1, y.z = [1, 2.5] } # comment
é = "not a key of TOML, passed over"
[t."u.v".w]
name = "één" # the é counts as one letter
after = { ë = 3, plain = 4 }
list = [
  1, # one
  2,
]
[[rows]]
n = \"\"\"
long\"\"\"
[rows.inner]
x = 1
[[rows]]
n = 2
[[rows.deep]]
k = 1
"""


@pytest.mark.parametrize(
    ("parts", "line", "column", "text"),
    [
        (("top",), 1, 7, "1"),
        (("a", "b", "c"), 2, 9, "2"),
        (("quoted key", "y", "z", 1), 3, 35, "2.5"),
        (("t", "u.v", "w", "name"), 6, 8, '"één"'),
        (("t", "u.v", "w", "list", 1), 10, 3, "2"),
        (("rows", 0, "n"), 13, 5, '"""'),
        (("rows", 0, "inner", "x"), 16, 5, "1"),
        (("rows", 1, "n"), 18, 5, "2"),
        (("rows", 1, "deep", 0, "k"), 20, 5, "1"),
    ],
)
def test_every_way_of_writing_a_path(parts: Parts, line: int, column: int, text: str) -> None:
    place = positions(HARD, "hard.toml").place(parts)
    assert place is not None
    assert (place.line, place.column, place.text) == (line, column, text)


def test_the_key_of_a_table_is_its_header() -> None:
    place = positions(HARD, "hard.toml").place(("rows", 1), key=True)
    assert place is not None
    assert (place.line, place.column, place.text) == (17, 3, "rows")


def test_what_is_not_there_has_the_place_of_the_table_around_it() -> None:
    found = positions(HARD, "hard.toml")
    assert found.place(("rows", 1, "absent")) is None
    assert found.nearest(("rows", 1, "absent", 3)).line == 17
    assert found.nearest(("nothing",)) == found.start


def test_what_stands_twice_is_told_with_both_places() -> None:
    found = positions("a = 1\nb = { x = 1, x = 2 }\na = 3\n[t]\nk = 1\n[t]\nk = 2\n", "f.toml")
    twice = [(d.parts, d.first.line, d.again.line, d.header) for d in found.duplicates]
    assert twice == [(("b", "x"), 2, 2, False), (("a",), 1, 3, False), (("t",), 4, 6, True)]
    assert found.by_parts[("a",)].value.line == 1


def test_the_path_of_a_place_and_its_value_agree_with_the_tables() -> None:
    text = SOUND.read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    assert find(tables, ("jobs", "administrator", "fte", "midden")) == 5.5
    place = positions(text, "f").place(("jobs", "administrator", "fte", "midden"))
    assert place is not None
    assert place.text == "5.5"
