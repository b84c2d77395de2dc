"""What the theory promises of each method, on games of every kind and scale."""

from __future__ import annotations

import numpy as np
import pytest
from cost_games import KINDS, close, core_is_empty, drawn, everyone, games
from hypothesis import given, settings
from hypothesis import strategies as st

from orgdesign.allocation.games.coalitions import additive
from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.method import Allocation
from orgdesign.allocation.games.registry import METHODS
from orgdesign.allocation.games.stability import in_core
from orgdesign.model.axes import Array

EVERY = sorted(METHODS)
IN_CORE = ["nucleolus", "prenucleolus", "per_capita_nucleolus", "least_core", "epm"]
COVARIANT = [
    "shapley", "weighted_shapley", "nucleolus", "prenucleolus", "per_capita_nucleolus", "scrb",
    "equal_charge", "equal_saving", "tau", "gately",
]  # fmt: skip
DUMMY = ["shapley", "weighted_shapley", "nucleolus", "prenucleolus", "tau", "scrb", "gately"]

some = settings(max_examples=25, deadline=None)


def same(found: Allocation, expected: Array, game: Game, within: float = 1e-7) -> None:
    assert found.amounts is not None
    close(found.amounts, expected, rtol=0, atol=within * game.scale)


@pytest.mark.parametrize("method", EVERY)
@some
@given(game=games())
def test_an_answer_pays_the_bill_or_says_why_there_is_none(method: str, game: Game) -> None:
    found = METHODS[method](game)
    assert (found.amounts is None) == bool(found.undefined)
    assert found.undefined != "not_verified"
    if found.amounts is not None:
        assert abs(found.amounts.sum() - game.total) <= 1e-9 * game.scale
        assert found.amounts.shape == (game.size,)
        assert found.verified is (True if "nucleolus" in method else None)


@pytest.mark.parametrize("method", EVERY)
@some
@given(game=games(least=2), draws=st.randoms(use_true_random=False))
def test_names_do_not_matter(method: str, game: Game, draws: object) -> None:
    order = list(range(game.size))
    draws.shuffle(order)  # type: ignore[attr-defined]
    # Player k of the renamed game is player order[k]: its bit k stands for bit order[k].
    renamed = Game(
        game.players, game.costs[everyone(game.size).astype(int) @ (1 << np.array(order))]
    )
    found, other = METHODS[method](game), METHODS[method](renamed)
    assert found.undefined == other.undefined
    if found.amounts is not None:
        same(other, found.amounts[order], game)


@pytest.mark.parametrize("method", EVERY)
@some
@given(seed=st.integers(0, 999), players=st.integers(2, 6))
def test_twins_pay_the_same(method: str, seed: int, players: int) -> None:
    game = drawn("twins", players, seed)
    found = METHODS[method](game)
    if found.amounts is not None:
        assert found.amounts[0] == pytest.approx(found.amounts[1], abs=1e-8 * game.scale)


@pytest.mark.parametrize("method", DUMMY)
@some
@given(seed=st.integers(0, 999), players=st.integers(4, 6))
def test_who_brings_no_saving_pays_its_own_cost(method: str, seed: int, players: int) -> None:
    game = drawn("twins", players, seed)
    found = METHODS[method](game)
    if found.amounts is not None:
        assert found.amounts[-1] == pytest.approx(7e3, abs=1e-8 * game.scale)


@pytest.mark.parametrize("method", COVARIANT)
@some
@given(game=games(), factor=st.sampled_from([0.5, 3.0]), seed=st.integers(0, 99))
def test_other_units_and_own_costs_change_nothing_else(
    method: str, game: Game, factor: float, seed: int
) -> None:
    own = np.random.default_rng(seed).integers(-3, 9, game.size) * game.scale / 4
    moved = Game(game.players, factor * game.costs + additive(own))
    found, other = METHODS[method](game), METHODS[method](moved)
    assert found.undefined == other.undefined
    if found.amounts is not None:
        same(other, factor * found.amounts + own, moved)


@pytest.mark.parametrize("method", sorted(set(EVERY) - set(COVARIANT)))
@some
@given(game=games())
def test_other_units_change_nothing_else(method: str, game: Game) -> None:
    moved = Game(game.players, 3.0 * game.costs)
    found, other = METHODS[method](game), METHODS[method](moved)
    assert found.undefined == other.undefined
    if found.amounts is not None:
        same(other, 3.0 * found.amounts, moved)


@pytest.mark.parametrize("method", IN_CORE)
@some
@given(game=games(kinds=["municipal", "concave", "airport", "ties", "noise", "twins"]))
def test_the_answer_is_stable_wherever_any_is(method: str, game: Game) -> None:
    found = METHODS[method](game)
    empty = core_is_empty(game)
    assert ("core_empty" in found.remarks) <= empty
    if found.amounts is not None and not empty:
        assert in_core(game, found.amounts, 1e-7)


@some
@given(game=games(kinds=["concave", "airport", "constant", "additive_costs"]))
def test_the_shapley_value_of_a_concave_game_is_in_the_core(game: Game) -> None:
    found = METHODS["shapley"](game).amounts
    assert found is not None
    assert in_core(game, found)


@some
@given(game=games(), group=st.integers(1, 63), more=st.floats(0, 2))
def test_the_shapley_value_is_coalitionally_monotone(game: Game, group: int, more: float) -> None:
    group = group % len(game.costs) or len(game.costs) - 1
    dearer = Game(
        game.players, game.costs + more * game.scale * (np.arange(len(game.costs)) == group)
    )
    before, after = METHODS["shapley"](game).amounts, METHODS["shapley"](dearer).amounts
    assert before is not None
    assert after is not None
    member = everyone(game.size)[group] > 0
    assert (after[member] >= before[member] - 1e-12 * dearer.scale).all()


@pytest.mark.parametrize("method", ["shapley", "per_capita_nucleolus", "equal_saving"])
@some
@given(game=games(), percent=st.floats(0, 50))
def test_nobody_pays_less_when_the_whole_costs_more(
    method: str, game: Game, percent: float
) -> None:
    costs = game.costs.copy()
    costs[-1] += percent / 100 * game.scale
    before, after = METHODS[method](game), METHODS[method](Game(game.players, costs))
    assert before.amounts is not None
    assert after.amounts is not None
    assert (after.amounts >= before.amounts - 1e-8 * game.scale).all()


@some
@given(game=games())
def test_the_gately_point_is_separable_costs_remaining_benefits(game: Game) -> None:
    disruption, benefits = METHODS["gately"](game), METHODS["scrb"](game)
    if disruption.amounts is not None:
        same(benefits, disruption.amounts, game)
    elif benefits.amounts is not None:
        assert disruption.undefined == "no_savings"
        assert "costs_more_together" in benefits.remarks or game.size == 1


@some
@given(game=games(most=3, least=3, kinds=["municipal", "concave", "airport"]))
def test_tau_is_scrb_for_three_players_in_a_concave_game(game: Game) -> None:
    # With three players and concave costs the smallest gap of a player is its own.
    tau, benefits = METHODS["tau"](game), METHODS["scrb"](game)
    gaps = game.costs - additive(game.separable)
    alone = gaps[[1, 2, 4]]
    least = [gaps[everyone(3)[:, player] > 0].min() for player in range(3)]
    if tau.amounts is not None and np.allclose(alone, least, atol=1e-9 * game.scale):
        same(benefits, tau.amounts, game)


@pytest.mark.parametrize("method", EVERY)
@pytest.mark.parametrize("kind", KINDS)
def test_one_player_pays_everything(method: str, kind: str) -> None:
    game = drawn(kind, 1, 2)
    found = METHODS[method](game)
    if found.amounts is not None:
        assert found.amounts.tolist() == pytest.approx([game.total])
    else:
        assert game.total <= 0
