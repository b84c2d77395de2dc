import numpy as np
import pytest
from cost_games import KINDS, close, drawn, everyone, game
from scipy.optimize import linprog

from orgdesign.allocation.games.coalitions import additive
from orgdesign.allocation.games.core import (
    core_of,
    cost_of_stability,
    least_core_level,
    least_core_of,
)
from orgdesign.allocation.games.game import zero_normalised
from orgdesign.allocation.games.nucleolus import prenucleolus


@pytest.mark.parametrize("kind", KINDS)
def test_level_and_subsidy_are_those_of_one_program_with_every_group(kind: str) -> None:
    for seed in range(6):
        tried = drawn(kind, 2 + seed, seed)
        scale, rows = tried.scale or 1.0, everyone(tried.size)
        costs = tried.costs / scale
        groups = np.column_stack([rows[1:-1], -np.ones(len(rows) - 2)])
        whole, total = np.append(rows[-1], 0)[None], costs[-1:]
        objective = np.append(np.zeros(tried.size), 1)
        least = linprog(objective, groups, costs[1:-1], whole, total, bounds=(None, None))
        assert least_core_level(tried) == pytest.approx(least.fun * scale, abs=1e-7 * scale)
        most = linprog(-rows[-1], rows[1:], costs[1:], bounds=(None, None))
        subsidy = costs[-1] + most.fun
        assert cost_of_stability(tried) == pytest.approx(subsidy * scale, abs=1e-7 * scale)


def test_an_empty_core_by_hand() -> None:
    # Any two share 1, all three 2: the core needs 1.5, so a subsidy of a half.
    tried = game([1, 1, 1, 1, 1, 1, 2])
    assert cost_of_stability(tried) == pytest.approx(0.5)
    assert least_core_level(tried) == pytest.approx(1 / 3)
    assert core_of(zero_normalised(tried.costs).costs) is None


def test_one_player_is_stable() -> None:
    tried = game([5])
    assert least_core_level(tried) == 0
    assert cost_of_stability(tried) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_the_tight_groups_are_tight_at_the_nucleolus_and_leave_an_inside(kind: str) -> None:
    for seed in range(6):
        tried = drawn(kind, 5, seed)
        normal = zero_normalised(tried.costs)
        smallest = least_core_of(normal.costs)
        amounts = prenucleolus(tried).amounts
        assert amounts is not None
        excess = additive((amounts - normal.alone) / normal.unit) - normal.costs
        close(excess[smallest.tight], smallest.epsilon, atol=1e-8)
        # At the nucleolus, whatever is not fixed lies below the level.
        spanned = np.vstack([np.ones(5), everyone(5)[smallest.tight]])
        free = [np.linalg.matrix_rank([*spanned, row]) > np.linalg.matrix_rank(spanned)
                for row in everyone(5)]  # fmt: skip
        assert (excess[free] < smallest.epsilon - 1e-9).all()


def test_a_core_of_one_point_is_its_least_core() -> None:
    # Additive: everyone pays its own cost and nothing else is stable.
    normal = zero_normalised(drawn("additive_costs", 3, 1).costs)
    core = core_of(normal.costs)
    assert core is not None
    rows, limits = core.equalities(normal.costs)
    assert np.linalg.matrix_rank(rows) == 3
    close(limits, 0, atol=1e-12)
