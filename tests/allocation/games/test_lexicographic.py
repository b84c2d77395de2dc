from typing import Any

import numpy as np
import pytest
from cost_games import KINDS, close, drawn

from orgdesign.allocation.games import lexicographic
from orgdesign.allocation.games.coalitions import additive
from orgdesign.allocation.games.game import zero_normalised
from orgdesign.allocation.games.lexicographic import Family, structure
from orgdesign.allocation.games.programs import InfeasibleError, Optimum, least


@pytest.mark.parametrize("bounded", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_the_sets_that_fix_an_answer_make_a_square_system(kind: str, bounded: bool) -> None:
    for seed in range(4):
        costs = zero_normalised(drawn(kind, 5, seed).costs).costs
        if bounded and costs[-1] > 0:
            continue
        weights = np.ones(len(costs))
        fixed = structure(costs, Family(weights, bounded=bounded))
        rows = fixed.system(weights)
        assert rows.shape == (5 + fixed.depth,) * 2
        assert np.linalg.matrix_rank(rows) == len(rows)
        assert fixed.depth <= 4
        amounts, levels = fixed.solved(costs, weights)
        assert (np.diff(levels) <= 1e-9).all()
        excess = additive(amounts) - costs
        soft = ~fixed.hard
        close(excess[fixed.coalitions[soft]], levels[fixed.levels[soft]], atol=1e-9)
        close(excess[fixed.coalitions[fixed.hard]], 0, atol=1e-9)


def test_one_player_needs_no_program() -> None:
    fixed = structure(np.array([0.0, 0.0]), Family(np.ones(2), bounded=True))
    assert fixed.depth == 0
    assert fixed.solved(np.array([0.0, 2.0]), np.ones(2))[0].tolist() == [2.0]


def test_an_optimum_without_a_price_settles_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def unpriced(*given: Any) -> Optimum:
        found = least(*given)
        return found._replace(row_prices=0 * found.row_prices)

    monkeypatch.setattr(lexicographic, "least", unpriced)
    costs = zero_normalised(drawn("municipal", 4, 1).costs).costs
    with pytest.raises(InfeasibleError):
        structure(costs, Family(np.ones(16), bounded=False))


def test_many_weights_give_many_systems() -> None:
    costs = drawn("municipal", 4, 1).costs
    fixed = structure(zero_normalised(costs).costs, Family(costs / costs.max(), bounded=False))
    many = np.column_stack([costs / costs.max(), np.ones(16)])
    rows = fixed.system(many)
    for draw in range(2):
        close(rows[draw], fixed.system(many[:, draw]))
