import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgdesign.scenario.paths import (
    Parts,
    PathError,
    find,
    holds,
    join_path,
    split_path,
    take_out,
    walk,
    with_value,
    without,
)

PARTS = st.tuples(
    st.text(min_size=1),
    st.lists(st.one_of(st.text(), st.integers(0, 999_999))).map(tuple),
).map(lambda drawn: (drawn[0], *drawn[1]))


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("salary.7", ("salary", "7")),
        ("options.a.ramp[1]", ("options", "a", "ramp", 1)),
        ("options.a.amounts[0].amount", ("options", "a", "amounts", 0, "amount")),
        ("salaries.cao-gemeenten-2019-10.7.max", ("salaries", "cao-gemeenten-2019-10", "7", "max")),
        ('sensitivity.correlation."a.b, c.d"', ("sensitivity", "correlation", "a.b, c.d")),
    ],
)
def test_a_path_is_split_into_its_steps(path: str, parts: Parts) -> None:
    assert split_path(path) == parts
    assert join_path(parts) == path


@settings(deadline=None)
@given(PARTS)
def test_any_steps_make_a_path_and_come_back(parts: Parts) -> None:
    assert split_path(join_path(parts)) == parts


@pytest.mark.parametrize(
    "path", ["", ".a", "a.", "a..b", "[0]", "a[x]", "a b", "a[0]b", 'a."b', "ä"]
)
def test_what_is_no_path_is_refused(path: str) -> None:
    with pytest.raises(PathError):
        split_path(path)


def test_tables_are_walked_before_what_they_hold() -> None:
    tables = {"a": {"b": [1, {"c": 2}]}}
    assert [path for path, _ in walk(tables)] == ["a", "a.b", "a.b[0]", "a.b[1]", "a.b[1].c"]


def test_every_path_of_a_walk_is_found() -> None:
    tables = {"a": {"b c": [[1], {"d": 2}]}, "e": {}}
    assert all(find(tables, split_path(path)) is value for path, value in walk(tables))


def test_what_is_not_there_is_not_found() -> None:
    tables = {"a": [1], "b": "text"}
    assert not any(holds(tables, parts) for parts in [("c",), ("a", 1), ("a", "x"), ("b", 0)])


def test_a_value_is_put_and_taken_out() -> None:
    tables: dict[str, object] = {"a": 1}
    assert with_value(tables, ("a", "b", "c"), 2) == {"a": {"b": {"c": 2}}}
    tables = {"a": {"b": {"c": 2}}}
    assert take_out(tables, ("a", "b"))
    assert tables == {"a": {}}
    assert not take_out(tables, ("a", "b"))


def test_a_change_leaves_the_tables_as_they_were_and_shares_the_rest() -> None:
    tables = {"a": {"b": 1, "c": {"d": 2}}, "e": {"f": 3}}
    before = repr(tables)
    changed, lacking = with_value(tables, ("a", "b"), 9), without(tables, ("a", "c"))
    assert (changed["a"]["b"], changed["a"]["c"]) == (9, {"d": 2})
    assert lacking == {"a": {"b": 1}, "e": {"f": 3}}
    assert changed["e"] is lacking["e"] is tables["e"]
    assert without(tables, ("a", "x")) is tables
    assert without(tables, ("e", "f", "g")) is tables
    assert repr(tables) == before
