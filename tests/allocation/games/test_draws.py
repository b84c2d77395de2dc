import numpy as np
import pytest
from cost_games import KINDS, close, drawn

from orgdesign.allocation.games import draws as module
from orgdesign.allocation.games.coalitions import additive, sizes
from orgdesign.allocation.games.draws import (
    PATIENCE,
    amounts_of_draws,
    nucleolus_of_draws,
    shapley_of_draws,
)
from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.lexicographic import Structure
from orgdesign.allocation.games.nucleolus import KINDS as NUCLEOLI
from orgdesign.allocation.games.registry import METHODS
from orgdesign.model.axes import Array


def of_drivers(players: int, number: int, seed: int) -> Array:
    """Costs of all groups from uncertain volumes, prices and economies of scale."""
    draws = np.random.default_rng(seed)

    def around(middle: Array | float, *shape: int) -> Array:
        return np.asarray(middle) * (1 + 0.015 * draws.normal(size=(*shape, number)))

    volumes = around(draws.lognormal(0, 0.6, (players, 1)), players)
    size = sizes(players)[:, None]
    costs = around(50e3) * additive(volumes) ** around(0.8) + around(8e3) * size**0.4
    return np.asarray(costs * (size > 0) * (1 + 0.01 * draws.normal(size=(len(size), 1))))


def one_by_one(method: str, costs: Array) -> Array:
    players = len(costs).bit_length() - 1
    names = tuple(str(player) for player in range(players))
    answers = [METHODS[method](Game(names, draw)).amounts for draw in costs.T]
    return np.column_stack([np.full(players, np.nan) if a is None else a for a in answers])


@pytest.mark.parametrize("method", NUCLEOLI)
@pytest.mark.parametrize("players", [1, 2, 5, 7])
def test_a_nucleolus_of_draws_is_that_of_each(method: str, players: int) -> None:
    costs = of_drivers(players, 60, players)
    found = nucleolus_of_draws(method, costs)
    assert found.programs <= 12
    expected = one_by_one(method, costs)
    close(found.amounts, expected, rtol=0, atol=1e-9 * costs.max())


@pytest.mark.parametrize("method", NUCLEOLI)
@pytest.mark.parametrize("kind", KINDS)
def test_draws_that_share_nothing_are_solved_all_the_same(method: str, kind: str) -> None:
    costs = np.column_stack([drawn(kind, 4, seed).costs for seed in range(30)])
    expected = one_by_one(method, costs)
    found = nucleolus_of_draws(method, costs)
    np.testing.assert_array_equal(np.isnan(found.amounts), np.isnan(expected))
    within = 1e-9 * np.abs(costs).max(axis=0)
    near = np.isnan(expected) | (np.abs(found.amounts - expected) <= within)
    assert near.all()


def test_structures_that_catch_too_little_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    applied = []
    original = module._apply

    def counted(*given: object) -> object:
        holds = original(*given)  # type: ignore[arg-type]
        applied.append(int(holds.sum()))
        return holds

    monkeypatch.setattr(module, "_apply", counted)
    draws = np.random.default_rng(0)
    costs = draws.normal(size=(32, 60))
    costs[0] = 0
    found = nucleolus_of_draws("prenucleolus", costs)
    assert max(applied) < 3
    assert len(applied) == PATIENCE
    assert found.programs == 60 - sum(applied)


def test_blocks_do_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    costs = of_drivers(5, 40, 3)
    whole = {m: amounts_of_draws(m, costs) for m in ("nucleolus", "proportional_nucleolus")}
    monkeypatch.setattr(module, "MOST_NUMBERS", 32 * 7)
    for method, expected in whole.items():
        close(amounts_of_draws(method, costs), expected, rtol=1e-12)


@pytest.mark.parametrize("players", [1, 4, 12, 13])
def test_shapley_values_of_draws_are_those_of_each(players: int) -> None:
    draws = np.random.default_rng(players)
    costs = draws.normal(size=(1 << players, 5))
    costs[0] = 0
    close(shapley_of_draws(costs), one_by_one("shapley", costs), atol=1e-12)


@pytest.mark.parametrize("method", sorted(set(METHODS) - set(NUCLEOLI)))
def test_other_methods_answer_draw_by_draw(method: str) -> None:
    costs = np.column_stack([drawn("ties", 3, seed).costs for seed in range(8)])
    close(amounts_of_draws(method, costs), one_by_one(method, costs), atol=1e-9)


def test_weights_reach_the_method_draw_by_draw() -> None:
    costs, weights = of_drivers(3, 2, 1), np.array([[1.0, 3], [2, 2], [4, 1]])
    found = amounts_of_draws("weighted_shapley", costs, weights)
    for draw in range(2):
        game = Game(("a", "b", "c"), costs[:, draw], weights[:, draw])
        close(found[:, draw], METHODS["weighted_shapley"](game).amounts)


def test_a_structure_that_is_not_square_proves_nothing() -> None:
    costs = of_drivers(3, 4, 1)
    fixed = Structure(3, np.array([1, 2, 4, 6]), np.zeros(4, dtype=np.int64), np.zeros(4, np.bool_))
    _, proved = module._Rule(fixed, bounded=False).applied(costs, np.ones((8, 1)))
    assert not proved.any()
