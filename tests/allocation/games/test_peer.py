"""Against an independent package, coopgame-py, on the savings game."""

from __future__ import annotations

from collections.abc import Callable

import coopgame
import numpy as np
import pytest
from cost_games import KINDS, close, drawn

from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.registry import METHODS

PEER: dict[str, Callable[[coopgame.Game], list[float]]] = {
    "shapley": coopgame.shapley,
    "nucleolus": lambda game: coopgame.nucleolus(game)["allocation"],
    "prenucleolus": lambda game: coopgame.prenucleolus(game)["allocation"],
    "per_capita_nucleolus": lambda game: coopgame.per_capita_nucleolus(game, "preimputation")[
        "allocation"
    ],
    "tau": coopgame.tau_value,
    "gately": coopgame.gately_point,
}


def savings_game(game: Game) -> coopgame.Game:
    return coopgame.Game((game.savings[1:] / (game.scale or 1.0)).tolist())


def compare(game: Game, method: str) -> bool:
    """Compare both answers where both have one; return whether they have."""
    found = METHODS[method](game)
    try:
        expected = np.array(PEER[method](savings_game(game)))
    except ValueError:
        return False
    if found.amounts is None:
        return False
    amounts = game.stand_alone - expected * (game.scale or 1.0)
    close(found.amounts, amounts, rtol=0, atol=1e-7 * game.scale)
    return True


@pytest.mark.parametrize("method", ["shapley", "prenucleolus", "per_capita_nucleolus"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_always_exists_is_the_same(kind: str, method: str) -> None:
    for seed in range(3):
        for players in range(2, 9):
            assert compare(drawn(kind, players, seed), method)


@pytest.mark.parametrize("method", ["nucleolus", "tau", "gately"])
def test_what_may_be_undefined_is_the_same_where_it_is_not(method: str) -> None:
    compared = [
        compare(drawn(kind, players, seed), method)
        for kind in KINDS
        for players in range(2, 9)
        for seed in range(3)
    ]
    assert sum(compared) >= 60


@pytest.mark.parametrize("kind", KINDS)
def test_tau_exists_for_both_or_for_neither(kind: str) -> None:
    for seed in range(6):
        for players in range(2, 7):
            game = drawn(kind, players, seed)
            ours = METHODS["tau"](game).amounts is not None
            try:
                coopgame.tau_value(savings_game(game))
            except ValueError:
                assert not ours
            else:
                assert ours


@pytest.mark.parametrize("kind", ["noise", "ties", "constant"])
def test_without_an_imputation_neither_has_a_nucleolus(kind: str) -> None:
    refused = 0
    for seed in range(12):
        game = drawn(kind, 3, seed)
        found = METHODS["nucleolus"](game)
        if found.undefined == "no_imputation":
            refused += 1
            with pytest.raises(ValueError, match=r".+"):
                coopgame.nucleolus(savings_game(game))
    assert refused or kind == "constant"
