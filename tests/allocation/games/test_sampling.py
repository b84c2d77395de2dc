import numpy as np
import pytest
from cost_games import close, drawn

from orgdesign.allocation.games.coalitions import Flags
from orgdesign.allocation.games.sampling import sampled_shapley
from orgdesign.allocation.games.shapley import shapley
from orgdesign.model.axes import Array


@pytest.mark.parametrize("seed", range(5))
def test_an_estimate_is_within_four_standard_errors(seed: int) -> None:
    tried = drawn("municipal", 7, seed)
    bits = 1 << np.arange(7)
    found = sampled_shapley(lambda groups: tried.costs[groups @ bits], 7, 700, seed)
    exact = shapley(tried).amounts
    assert exact is not None
    assert (np.abs(found.amounts - exact) <= 4 * found.errors).all()
    assert (found.errors > 0).all()
    assert found.amounts.sum() == pytest.approx(tried.total)


def test_errors_are_those_of_a_mean_and_fall_with_its_root() -> None:
    tried = drawn("municipal", 5, 1)
    bits = 1 << np.arange(5)

    def cost(groups: Flags) -> Array:
        return tried.costs[groups @ bits]

    estimates = np.array([sampled_shapley(cost, 5, 64, seed).amounts for seed in range(300)])
    claimed = sampled_shapley(cost, 5, 64 * 64, 1).errors
    close(estimates.std(axis=0) / 8, claimed, rtol=0.2)


def test_a_hundred_players_with_the_cost_of_a_sum() -> None:
    weights = np.linspace(1, 3, 100)
    found = sampled_shapley(lambda groups: np.sqrt(groups @ weights), 100, 50, 0)
    assert found.amounts.sum() == pytest.approx(np.sqrt(weights.sum()))
    assert found.amounts[-1] > found.amounts[0]


def test_who_always_adds_the_same_has_no_error() -> None:
    own = np.array([3.0, 5, 7])
    found = sampled_shapley(lambda groups: groups @ own, 3, 300, 0)
    close(found.amounts, own)
    close(found.errors, 0, atol=1e-12)


def test_a_seed_gives_the_same_numbers() -> None:
    def cost(groups: Flags) -> Array:
        return np.asarray(np.sqrt(groups.sum(axis=1)))

    one, two, other = (sampled_shapley(cost, 9, 20, seed).amounts for seed in (4, 4, 5))
    assert (one == two).all()
    assert (one != other).any()


def test_an_error_takes_two_orders() -> None:
    with pytest.raises(ValueError, match="at least 2"):
        sampled_shapley(lambda groups: groups.sum(axis=1) * 1.0, 3, 1, 0)
