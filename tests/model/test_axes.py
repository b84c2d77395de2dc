"""Sums over products that are never multiplied out, and profiles read year by year."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.model.axes import JOB, MUNICIPALITY, YEAR, Array, Product, along, over

SIZES = (3, 4, 5, 6)
"""Municipalities, jobs, years and cases."""


def figures(count: int) -> st.SearchStrategy[list[Array]]:
    shapes = st.tuples(*(st.sampled_from([1, size]) for size in SIZES))
    return st.lists(shapes, min_size=1, max_size=count).map(
        lambda drawn: [
            np.random.default_rng(number).uniform(-1, 2, shape)
            for number, shape in enumerate(drawn)
        ]
    )


def multiplied(factors: list[Array]) -> Array:
    whole = np.ones((1, 1, 1, 1))
    for factor in factors:
        whole = whole * factor
    return whole


@given(figures(5), st.sampled_from([(JOB,), (MUNICIPALITY,), (MUNICIPALITY, JOB), (YEAR,)]))
def test_a_sum_over_a_product_is_the_sum_of_what_is_multiplied(
    factors: list[Array], axes: tuple[int, ...]
) -> None:
    expected = multiplied(factors).sum(axis=axes, keepdims=True)
    found = over(Product(*factors), *axes)
    assert found.shape == expected.shape
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12)


@given(figures(3), figures(3))
def test_products_multiply_with_arrays_and_with_each_other(
    ours: list[Array], others: list[Array]
) -> None:
    expected = multiplied([*ours, *others])
    both = Product(*ours) * Product(*others)
    assert both.shape == expected.shape
    np.testing.assert_allclose(np.asarray(both), expected, rtol=1e-12)
    whole = multiplied(others)
    for one in (Product(*ours) * whole, whole * Product(*ours)):
        assert isinstance(one, Product)
        np.testing.assert_allclose(np.asarray(one), expected, rtol=1e-12)


@given(
    figures(3), figures(3), st.sampled_from([(JOB,), (MUNICIPALITY,), (MUNICIPALITY, JOB), (YEAR,)])
)
def test_a_difference_of_products_adds_up_and_multiplies_as_its_array_does(
    ours: list[Array], others: list[Array], axes: tuple[int, ...]
) -> None:
    left = Product(*ours) - Product(*others)
    expected = multiplied(ours) - multiplied(others)
    assert left.shape == expected.shape
    np.testing.assert_allclose(np.asarray(left), expected, rtol=1e-12, atol=1e-12)
    total = (expected * ours[0]).sum(axis=axes, keepdims=True)
    np.testing.assert_allclose(over(left * ours[0], *axes), total, rtol=1e-12, atol=1e-11)


def test_without_jobs_there_is_nothing_to_add_up() -> None:
    none = np.ones((2, 0, 1, 1))
    assert over(Product(none, np.ones((1, 1, 3, 1))), JOB).tolist() == [[[[0]] * 3]] * 2


@pytest.mark.parametrize(("after", "last"), [("hold", 0.9), ("zero", 0.0)])
@pytest.mark.parametrize("cases", [1, 2])
def test_a_profile_starts_in_its_year_and_holds_or_ends(
    after: str, last: float, cases: int
) -> None:
    profile = np.array([0.2, 0.9])[None, None, :, None]
    years = np.broadcast_to(np.arange(-1.0, 3.0)[None, None, :, None], (1, 1, 4, cases))
    found = along(profile, years, "hold" if after == "hold" else "zero")
    assert found[0, 0, :, 0].tolist() == [0.0, 0.2, 0.9, last]
    assert (found == found[..., :1]).all()


def test_a_difference_is_made_into_an_array_once() -> None:
    whole, less = (Product(np.full((2, 3, 4, 1), value)) for value in (5.0, 2.0))
    left = whole - less
    assert np.asarray(left) is np.asarray(left)
    assert (np.asarray(left) == 3.0).all()
