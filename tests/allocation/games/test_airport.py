"""Closed forms on airports against the general solvers."""

import numpy as np
import pytest
from airports import per_movement_nucleolus, per_movement_shapley
from cost_games import close, everyone, game

from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.nucleolus import nucleolus, prenucleolus
from orgdesign.allocation.games.shapley import shapley
from orgdesign.model.axes import Array


def airport(seed: int) -> tuple[Game, Array]:
    """An airport of single movements, and the runway of each, the shortest first."""
    draws = np.random.default_rng(seed)
    runways = np.sort(draws.integers(1, 40, draws.integers(1, 9)) * 2500.0)
    return game((everyone(len(runways)) * runways).max(axis=1)[1:]), runways


@pytest.mark.parametrize("seed", range(40))
def test_the_closed_forms_are_the_general_solvers(seed: int) -> None:
    tried, runways = airport(seed)
    movements = np.ones(len(runways))
    close(shapley(tried).amounts, per_movement_shapley(runways, movements))
    expected = per_movement_nucleolus(runways, movements)
    for method in (nucleolus, prenucleolus):
        close(method(tried).amounts, expected, rtol=1e-9)
