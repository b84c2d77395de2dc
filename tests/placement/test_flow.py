"""Placements at least cost: by hand, against every other placement, and whatever the order."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgdesign.model.axes import Array
from orgdesign.placement import flow
from orgdesign.placement.flow import place

NEVER = np.inf
NOWHERE = 1500.0


def placed(people: list[float], posts: list[float], costs: list[list[float]]) -> Array:
    return place(np.array(people), np.array(posts), np.array(costs), NOWHERE)


def test_equal_groups_share_the_posts_and_the_lack_of_them_by_size() -> None:
    found = placed([1.0, 2.0, 5.0], [6.0], [[0.0], [0.0], [0.0]])
    expected = [[0.75, 0.25], [1.5, 0.5], [3.75, 1.25]]
    np.testing.assert_allclose(found, expected, atol=1e-12)


def test_who_loses_the_job_goes_to_the_nearest_scale_and_to_an_open_post_at_last() -> None:
    # Three clerks for two posts; the other job is a scale away, the further post costs more.
    found = placed([3.0], [2.0, 0.4, 5.0], [[0.0, 1001.0, 1100.0]])
    np.testing.assert_allclose(found, [[2.0, 0.4, 0.6, 0.0]], atol=1e-12)


def test_nobody_loses_the_own_job_to_make_place_for_another() -> None:
    # The second group suits the first post alone, the first group could go elsewhere.
    found = placed([2.0, 1.0], [2.0, 3.0], [[0.0, 1000.0], [1000.0, NEVER]])
    np.testing.assert_allclose(found, [[2.0, 0.0, 0.0], [0.0, 0.0, 1.0]], atol=1e-12)


def test_two_jobs_that_suit_one_open_post_share_it_by_the_people_who_need_it() -> None:
    found = placed([3.0, 1.0], [2.0], [[1000.0], [1000.0]])
    np.testing.assert_allclose(found[:, 0], [1.5, 0.5], atol=1e-12)


def test_one_who_has_another_way_leaves_the_shared_post_to_one_who_has_none() -> None:
    costs = [[1000.0, 1000.0], [1000.0, NEVER]]
    found = placed([1.0, 1.0], [1.0, 1.0], costs)
    np.testing.assert_allclose(found, [[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]], atol=1e-12)


@pytest.mark.parametrize("first", [0.0, 1e-13, 1e-12, 1e-11, 1e-9])
def test_where_posts_are_just_enough_for_all_rounding_contradicts_nothing(
    first: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flow, "ROUNDING", (first, *flow.ROUNDING))
    # Each of four jobs has posts of its own, and further ones that two of them get.
    people = [0.9331550152936439, 0.2, 3.2, 1.0, 2.018844985010288]
    posts = [0.2, 3.2, 1.0, 1.9599999999999993, 0.192, 0.7999999999999998, 0.0, 0.0]
    clerk = [0.0, 1001.0, 1000.0, 1000.0, 0.25, 1001.25, 1000.25, 1000.25]
    desk = [1001.0, 0.0, 1001.0, 1001.0, 1001.25, 0.25, 1001.25, 1001.25]
    planner = [1000.0, 1001.0, 0.0, 1000.0, 1000.25, 1001.25, 0.25, 1000.25]
    lawyer = [1001.0, 1000.0, 1001.0, 0.0, 1001.25, 1000.25, 1001.25, 0.25]
    found = placed(people, posts, [lawyer, clerk, desk, planner, lawyer])
    np.testing.assert_allclose(found.sum(axis=1), people, atol=1e-7)
    np.testing.assert_allclose(found[:, :-1].sum(axis=0), posts, atol=1e-7)


def test_without_people_or_posts_nobody_is_placed() -> None:
    assert placed([0.0], [2.0], [[0.0]]).tolist() == [[0.0, 0.0]]
    assert placed([2.0], [0.0], [[0.0]]).tolist() == [[0.0, 2.0]]


def cheapest(people: tuple[int, ...], posts: tuple[int, ...], costs: Array) -> float:
    """Return the least cost over all ways to place whole fte."""
    choices = [range(len(posts) + 1)] * sum(people)
    group = [g for g, count in enumerate(people) for _ in range(count)]
    priced = np.hstack([costs, np.full((len(people), 1), NOWHERE)])
    least = NEVER
    for way in itertools.product(*choices):
        used = np.bincount(way, minlength=len(posts) + 1)[: len(posts)]
        if (used <= posts).all():
            least = min(least, sum(priced[g, at] for g, at in zip(group, way, strict=True)))
    return float(least)


COST = st.sampled_from([0.0, 1000.0, 1000.5, 1001.0, 1002.0, 1100.0, NEVER])


@st.composite
def problems(draw: st.DrawFn) -> tuple[tuple[int, ...], tuple[int, ...], Array]:
    groups, kinds = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    people = tuple(draw(st.lists(st.integers(0, 2), min_size=groups, max_size=groups)))
    posts = tuple(draw(st.lists(st.integers(0, 3), min_size=kinds, max_size=kinds)))
    row = st.lists(COST, min_size=kinds, max_size=kinds)
    return people, posts, np.array(draw(st.lists(row, min_size=groups, max_size=groups)))


def cost_of(found: Array, costs: Array) -> float:
    priced = np.hstack([costs, np.full((len(costs), 1), NOWHERE)])
    return float((found[found > 1e-9] * priced[found > 1e-9]).sum())


@settings(max_examples=150, deadline=None)
@given(problems())
def test_no_other_placement_costs_less(
    problem: tuple[tuple[int, ...], tuple[int, ...], Array],
) -> None:
    people, posts, costs = problem
    found = place(np.array(people, float), np.array(posts, float), costs, NOWHERE)
    assert cost_of(found, costs) == pytest.approx(cheapest(people, posts, costs), abs=1e-5)


@settings(max_examples=150, deadline=None)
@given(problems(), st.randoms(use_true_random=False), st.floats(0.1, 50))
def test_everyone_is_placed_once_within_the_posts_and_the_order_does_not_matter(
    problem: tuple[tuple[int, ...], tuple[int, ...], Array], random: object, size: float
) -> None:
    counts, room, costs = problem
    people, posts = np.array(counts) * size, np.array(room) * size * 0.7
    found = place(people, posts, costs, NOWHERE)
    assert (found >= 0).all()
    np.testing.assert_allclose(found.sum(axis=1), people, atol=1e-9 * size)
    assert (found[:, :-1].sum(axis=0) <= posts + 1e-9 * size).all()
    assert (found[:, :-1][~np.isfinite(costs)] == 0).all()
    rows, columns = list(range(len(people))), list(range(len(posts)))
    random.shuffle(rows)  # type: ignore[attr-defined]
    random.shuffle(columns)  # type: ignore[attr-defined]
    again = place(people[rows], posts[columns], costs[rows][:, columns], NOWHERE)
    np.testing.assert_allclose(again, found[rows][:, [*columns, len(posts)]], atol=1e-7 * size)


@settings(max_examples=60, deadline=None)
@given(problems(), st.floats(0.05, 0.95))
def test_a_group_in_two_parts_is_placed_as_one(
    problem: tuple[tuple[int, ...], tuple[int, ...], Array], part: float
) -> None:
    counts, room, costs = problem
    people, posts = np.array(counts, float), np.array(room, float)
    whole = place(people, posts, costs, NOWHERE)
    parted = np.concatenate([people[:1] * part, people[:1] * (1 - part), people[1:]])
    found = place(parted, posts, np.vstack([costs[:1], costs]), NOWHERE)
    np.testing.assert_allclose(found[0] + found[1], whole[0], atol=1e-7)
    np.testing.assert_allclose(found[0] * (1 - part), found[1] * part, atol=1e-7)
