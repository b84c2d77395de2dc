from itertools import combinations

import numpy as np
import pytest
from cost_games import close, core_is_empty, drawn, everyone, game
from scipy.optimize import linprog

from orgdesign.allocation.games.core import least_core_level
from orgdesign.allocation.games.epm import epm
from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.stability import excesses, in_core
from orgdesign.model.axes import Array


def least_spread(tried: Game, level: float) -> float:
    """The least difference of relative costs, from one program with every group."""
    size, scale = tried.size, tried.scale
    rows, one = everyone(size)[1:-1], np.ones((size, 1))
    slopes, none = np.diag(scale / tried.stand_alone), np.zeros((len(rows), 2))
    left = np.vstack([
        np.hstack([rows, none]),
        np.hstack([slopes, -one, 0 * one]),
        np.hstack([-slopes, 0 * one, one]),
    ])  # fmt: skip
    limits = np.concatenate([(tried.costs[1:-1] + level) / scale + 1e-10, np.zeros(2 * size)])
    found = linprog(
        np.append(np.zeros(size), [1, -1]), left, limits,
        np.append(np.ones(size), [0, 0])[None], [tried.total / scale], bounds=(None, None),
    )  # fmt: skip
    return float(found.fun)


def differences(tried: Game, amounts: Array) -> Array:
    """Differences of relative costs between all pairs, the largest first."""
    relative = amounts / tried.stand_alone
    return np.sort([abs(relative[i] - relative[j]) for i, j in combinations(range(tried.size), 2)])[
        ::-1
    ]


@pytest.mark.parametrize("kind", ["municipal", "concave", "airport", "twins", "constant"])
def test_the_largest_difference_is_the_least_there_is(kind: str) -> None:
    for seed in range(10):
        tried = drawn(kind, 2 + seed % 5, seed)
        found = epm(tried)
        assert found.amounts is not None
        level = max(0.0, least_core_level(tried))
        assert excesses(tried, found.amounts)[1:-1].max() <= level + 1e-9 * tried.scale
        spread = np.ptp(found.amounts / tried.stand_alone)
        assert spread <= least_spread(tried, level) + 1e-6


@pytest.mark.parametrize("seed", range(12))
def test_the_other_differences_are_lexicographically_least(seed: int) -> None:
    tried = drawn("airport", 4 + seed % 2, seed)
    amounts = epm(tried).amounts
    assert amounts is not None
    own = differences(tried, amounts)
    draws = np.random.default_rng(seed)
    for _ in range(300):
        step = draws.normal(size=tried.size)
        other = amounts + (step - step.mean()) * tried.scale * draws.choice([1e-3, 1e-2, 1e-1])
        if in_core(tried, other):
            apart = differences(tried, other) - own
            first = apart[np.abs(apart) > 1e-7]
            assert len(first) == 0 or first[0] > 0


def test_where_equal_savings_are_stable_they_are_the_answer() -> None:
    tried = game([11, 7, 15])
    found = epm(tried)
    close(found.amounts, 15 * np.array([11, 7]) / 18)
    assert found.remarks == ()


def test_an_empty_core_gives_way_by_the_least_epsilon() -> None:
    tried = game([1, 2, 2, 3, 3, 3, 5])
    assert core_is_empty(tried)
    found = epm(tried)
    assert found.remarks == ("core_empty", "epsilon_core")
    assert found.amounts is not None
    assert excesses(tried, found.amounts)[1:-1].max() == pytest.approx(least_core_level(tried))


@pytest.mark.parametrize("seed", range(6))
def test_players_of_very_different_size_have_an_answer(seed: int) -> None:
    # The smallest pays a hundred thousandth of the largest.
    draws = np.random.default_rng(seed)
    sizes = np.array([1.0, 10, 1e3, 1e5, 1e5])
    costs = np.sqrt(everyone(5) @ sizes) * np.sqrt(everyone(5) @ sizes[::-1]) ** 0.2
    costs[-1] *= draws.uniform(0.97, 0.999)
    tried = game(costs[1:])
    found = epm(tried)
    assert found.amounts is not None
    level = max(0.0, least_core_level(tried))
    assert excesses(tried, found.amounts)[1:-1].max() <= level + 1e-9 * tried.scale
    spread = np.ptp(found.amounts / tried.stand_alone)
    assert spread <= least_spread(tried, level) + 1e-5
