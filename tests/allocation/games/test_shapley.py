from itertools import permutations

import numpy as np
import pytest
from cost_games import KINDS, close, drawn, game

from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.shapley import order_weights, shapley, shapley_amounts
from orgdesign.allocation.games.weighted_shapley import dividends, weighted_shapley
from orgdesign.model.axes import Array


def by_orders(tried: Game) -> Array:
    """The mean over all orders of joining of what each player adds."""
    added = np.zeros(tried.size)
    orders = list(permutations(range(tried.size)))
    for order in orders:
        group = 0
        for player in order:
            added[player] += tried.costs[group | 1 << player] - tried.costs[group]
            group |= 1 << player
    return added / len(orders)


@pytest.mark.parametrize("kind", KINDS)
def test_the_value_is_the_mean_over_all_orders(kind: str) -> None:
    for players in range(1, 7):
        tried = drawn(kind, players, players)
        close(shapley(tried).amounts, by_orders(tried), atol=1e-12 * tried.scale)


def test_equal_weights_give_the_shapley_value() -> None:
    for players in (1, 4, 9):
        tried = drawn("municipal", players, 1)
        found = weighted_shapley(tried)
        assert found.remarks == ("equal_weights",)
        close(found.amounts, shapley(tried).amounts, rtol=1e-10)


def test_two_players_with_weights_by_hand() -> None:
    # A saving of 3 falls for a quarter to the first and three quarters to the second.
    found = weighted_shapley(game([11, 7, 15], [1, 3]))
    close(found.amounts, [11 - 0.75, 7 - 2.25])
    assert found.remarks == ()


@pytest.mark.parametrize("weights", [[0, 1], [-1, 2], [np.nan, 1]])
def test_weights_must_be_above_0(weights: list[float]) -> None:
    found = weighted_shapley(game([11, 7, 15], weights))
    assert found.undefined == "weights_not_positive"
    assert found.amounts is None


def test_the_size_of_weights_does_not_matter() -> None:
    costs = drawn("municipal", 5, 2).costs[1:]
    weights = np.array([1.0, 2, 3, 4, 5])
    few, many = game(costs, weights), game(costs, weights * 1e6)  # type: ignore[arg-type]
    close(weighted_shapley(few).amounts, weighted_shapley(many).amounts)


def test_dividends_add_up_to_the_costs() -> None:
    tried = drawn("noise", 5, 1)
    parts = dividends(tried.costs)
    for group in range(32):
        within = [part for part in range(32) if part & group == part]
        assert parts[within].sum() == pytest.approx(tried.costs[group])


def test_a_player_joins_once_in_every_order() -> None:
    for players in (1, 7, 12):
        both, out = order_weights(players)
        with_first = np.arange(1 << players) & 1 == 1
        assert (both - out)[with_first].sum() == pytest.approx(1)
        assert out[~with_first].sum() == pytest.approx(1)


def test_a_game_of_20_players_pays_the_bill() -> None:
    costs = np.sqrt(np.arange(1 << 20, dtype=float))
    assert shapley_amounts(costs).sum() == pytest.approx(costs[-1], rel=1e-12)
