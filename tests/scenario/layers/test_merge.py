from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from orgdesign.scenario.layers.merge import changed, merged, removed, same
from orgdesign.scenario.paths import without

LEAVES = st.one_of(st.integers(-3, 3), st.booleans(), st.sampled_from(["a", 0.5, 1.0]))
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=2), st.dictionaries(st.sampled_from("abc"), inner, max_size=3)
    ),
    max_leaves=8,
)
TABLES = st.dictionaries(st.sampled_from("abcd"), VALUES, max_size=4)


def test_the_upper_table_wins_by_key_and_arrays_are_replaced_whole() -> None:
    lower = {"a": {"b": 1, "c": [1, 2, 3]}, "d": 4}
    upper = {"a": {"c": [9]}, "e": 5}
    assert merged(lower, upper) == {"a": {"b": 1, "c": [9]}, "d": 4, "e": 5}


def test_a_number_and_a_table_replace_each_other() -> None:
    assert merged({"a": 1}, {"a": {"value": 2}}) == {"a": {"value": 2}}
    assert merged({"a": {"value": 2, "low": 1}}, {"a": 3}) == {"a": 3}


def test_a_quantity_and_figures_by_municipality_replace_each_other() -> None:
    for_all, by_place = {"value": 0.9, "low": 0.5, "source": "us"}, {"zeist": 1.0}
    assert merged({"a": for_all}, {"a": by_place}) == {"a": by_place}
    assert merged({"a": by_place}, {"a": for_all}) == {"a": for_all}
    assert merged({"a": for_all}, {"a": {"note": "x"}}) == {"a": {**for_all, "note": "x"}}


def test_the_order_is_that_of_the_lower_table_then_what_is_new() -> None:
    assert list(merged({"b": 1, "a": 2}, {"c": 3, "a": 4})) == ["b", "a", "c"]


@settings(deadline=None)
@given(TABLES, TABLES)
def test_merging_changes_neither_table(lower: dict[str, Any], upper: dict[str, Any]) -> None:
    before = repr(lower), repr(upper)
    merged(lower, upper)
    assert (repr(lower), repr(upper)) == before


@settings(deadline=None)
@given(TABLES, TABLES)
def test_what_changed_and_was_removed_leads_from_one_to_the_other(
    lower: dict[str, Any], upper: dict[str, Any]
) -> None:
    base = lower
    for parts in removed(lower, upper):
        lacking = without(base, parts)
        assert lacking is not base
        base = dict(lacking)
    assert same(merged(base, changed(lower, upper)), upper)


def test_true_is_not_one_but_one_is_one_point_nought() -> None:
    assert not same({"a": [True]}, {"a": [1]})
    assert same({"a": [1.0]}, {"a": [1]})
