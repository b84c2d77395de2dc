import numpy as np
import pytest
from cost_games import close, drawn, everyone

from orgdesign.allocation.games.coalitions import Masks, additive, membership
from orgdesign.allocation.games.programs import (
    FREE,
    InfeasibleError,
    Optimum,
    first_rows,
    least,
    with_rows_as_needed,
)
from orgdesign.model.axes import Array


def test_a_free_variable_goes_below_0() -> None:
    found = least(
        np.ones(2), -np.eye(2), np.array([3.0, 4.0]), np.empty((0, 2)), np.empty(0), [FREE] * 2
    )
    close(found.point, [-3, -4])
    close(found.row_prices, [1, 1])


def test_a_bound_that_holds_the_cost_up_has_a_price() -> None:
    found = least(
        np.array([-2.0]), np.ones((1, 1)), np.array([9.0]), np.empty((0, 1)), np.empty(0),
        [(None, 5.0)],
    )  # fmt: skip
    close(found.bound_prices, [2])
    close(found.row_prices, [0])


def test_what_contradicts_itself_is_infeasible() -> None:
    rows, limits = np.array([[1.0], [-1.0]]), np.array([1.0, -2.0])
    with pytest.raises(InfeasibleError):
        least(np.ones(1), rows, limits, np.empty((0, 1)), np.empty(0), [FREE])


@pytest.mark.parametrize("players", [6, 7, 9])
def test_few_rows_lead_to_the_answer_of_all(players: int) -> None:
    costs = drawn("municipal", players, 1).costs / 1e5
    nothing, free = np.empty((0, players)), [FREE] * players

    def solve(rows: Masks) -> Optimum:
        asked = membership(rows, players)
        return least(-np.ones(players), asked, costs[rows], nothing, np.empty(0), free)

    def broken_by(optimum: Optimum) -> Array:
        return additive(optimum.point) - costs

    found, rows = with_rows_as_needed(solve, broken_by, first_rows(players), players)
    whole = least(-np.ones(players), everyone(players)[1:], costs[1:], nothing, np.empty(0), free)
    assert found.point.sum() == pytest.approx(whole.point.sum())
    assert len(rows) == len(np.unique(rows)) < len(costs) - 1
