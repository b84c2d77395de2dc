import numpy as np
import pytest

from orgdesign.allocation.keys import by_weight, equal, growing, mixed, moving_mean
from orgdesign.model.axes import Array


def column(values: list[float]) -> Array:
    return np.array(values, dtype=float)[:, None, None, None]


def test_a_figure_is_shared_among_participants_only() -> None:
    shares = by_weight(column([30, 60, 10]), column([1, 0, 1]))
    assert shares.ravel().tolist() == pytest.approx([0.75, 0.0, 0.25])


def test_where_all_weigh_nothing_shares_are_equal() -> None:
    shares = by_weight(column([0, 0, 5]), column([1, 1, 0]))
    assert shares.ravel().tolist() == [0.5, 0.5, 0.0]


def test_equal_shares() -> None:
    assert equal(column([1, 1, 0, 1])).ravel().tolist() == pytest.approx([1 / 3, 1 / 3, 0, 1 / 3])


def test_a_mean_of_years_starts_with_the_first_value_and_holds_the_last() -> None:
    figure = np.array([10.0, 20.0, 60.0])[None, None, :, None]
    found = moving_mean(figure, np.arange(5), 3).ravel().tolist()
    assert found == pytest.approx([10.0, (10 + 10 + 20) / 3, 30.0, (20 + 60 + 60) / 3, 60.0])


def test_a_mix_weighs_its_parts() -> None:
    mix = np.array([0.6, 0.4])[None, :, None, None]
    found = mixed(mix, column([0.5, 0.5]), column([0.1, 0.9]))
    assert found.ravel().tolist() == pytest.approx([0.34, 0.66])


def test_the_weights_of_a_mix_count_as_parts_of_their_sum() -> None:
    mix = np.array([3.0, 1.0])[None, :, None, None]
    found = mixed(mix, column([0.5, 0.5]), column([0.1, 0.9]))
    assert found.ravel().tolist() == pytest.approx([0.4, 0.6])


def test_a_growth_path_goes_in_equal_steps() -> None:
    year = np.arange(6.0)[None, None, :, None]
    one = np.ones((1, 1, 1, 1))
    new, old = column([1.0, 0.0]), column([0.0, 1.0])
    found = growing(new, old, 4 * one, one, year)[0].ravel().tolist()
    assert found == pytest.approx([0.0, 0.0, 0.25, 0.5, 0.75, 1.0])


def test_a_path_of_no_years_changes_at_once() -> None:
    year = np.arange(3.0)[None, None, :, None]
    one = np.ones((1, 1, 1, 1))
    found = growing(column([1.0]), column([0.0]), 0 * one, one, year).ravel().tolist()
    assert found == [0.0, 1.0, 1.0]
