import numpy as np
import pytest
from cost_games import close, core_is_empty, drawn, everyone, game
from scipy.optimize import linprog

from orgdesign.allocation.games.change import smallest_change
from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.registry import METHODS
from orgdesign.allocation.games.stability import in_core
from orgdesign.model.axes import Array

STABLE = ["municipal", "concave", "airport", "constant", "additive_costs", "ties"]


def cases(kind: str) -> list[tuple[Game, Array]]:
    """Games with a core, and a key that need not lie in it."""
    draws = np.random.default_rng(0)
    drawn_games = [drawn(kind, 2 + seed % 5, seed) for seed in range(12)]
    return [
        (tried, tried.total * draws.dirichlet(np.ones(tried.size)))
        for tried in drawn_games
        if tried.scale and not core_is_empty(tried)
    ]


@pytest.mark.parametrize("kind", STABLE)
def test_no_stable_allocation_is_nearer_in_least_squares(kind: str) -> None:
    for tried, given in cases(kind):
        found = smallest_change(tried, given)
        assert found is not None
        assert in_core(tried, found)
        back = (found - given) / tried.scale
        least = linprog(
            back, everyone(tried.size)[1:-1], tried.costs[1:-1] / tried.scale + 1e-10,
            np.ones((1, tried.size)), [tried.total / tried.scale], bounds=(None, None),
        )  # fmt: skip
        assert back @ found / tried.scale <= least.fun + 1e-7


def test_what_is_stable_stays() -> None:
    tried = drawn("concave", 5, 1)
    amounts = METHODS["nucleolus"](tried).amounts
    assert amounts is not None
    close(smallest_change(tried, amounts), amounts)


def test_an_empty_core_leaves_nothing_to_move_to() -> None:
    tried = game([1, 1, 1, 1, 1, 1, 2])
    assert smallest_change(tried, np.full(3, 2 / 3)) is None


def test_two_towns_by_hand() -> None:
    # Per head the first pays 11.25, a quarter more than alone.
    tried, per_head = game([11, 7, 15]), np.array([11.25, 3.75])
    close(smallest_change(tried, per_head), [11, 4])


def test_amounts_that_do_not_pay_the_bill_come_to_do_so() -> None:
    found = smallest_change(game([11, 7, 15]), np.array([9.0, 5.0]))
    close(found, [9.5, 5.5])
