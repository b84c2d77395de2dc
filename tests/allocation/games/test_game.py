import numpy as np
import pytest
from cost_games import close, drawn, game

from orgdesign.allocation.games.game import Game, zero_normalised


def test_the_figures_of_a_game_by_hand() -> None:
    tried = game([11, 7, 15])
    assert tried.size == 2
    assert tried.total == 15
    assert tried.stand_alone.tolist() == [11, 7]
    assert tried.separable.tolist() == [8, 4]
    assert tried.savings.tolist() == [0, 0, 0, 3]
    assert tried.scale == 15


@pytest.mark.parametrize(
    ("players", "costs", "weights", "says"),
    [
        (("a", "b"), [0, 1, 2], None, "4 costs"),
        ((), [0], None, "0 players"),
        (("a",), [1, 2], None, "costs nothing"),
        (("a",), [0, np.nan], None, "finite"),
        (("a",), [0, 1], [1, 2], "1 weights"),
    ],
)
def test_what_is_no_game_is_refused(
    players: tuple[str, ...], costs: list[float], weights: list[float] | None, says: str
) -> None:
    given = None if weights is None else np.array(weights, dtype=float)
    with pytest.raises(ValueError, match=says):
        Game(players, np.array(costs, dtype=float), given)


@pytest.mark.parametrize("kind", ["municipal", "ties", "credits", "constant"])
def test_a_normalised_game_leads_back_to_euros(kind: str) -> None:
    tried = drawn(kind, 5, 1)
    normal = zero_normalised(tried.costs)
    assert np.abs(normal.costs).max() == pytest.approx(1.0)
    close(normal.costs * normal.unit, -tried.savings, atol=1e-12 * tried.scale)
    close(normal.restored(np.zeros(5)), tried.stand_alone)


def test_what_rounding_leaves_of_an_additive_game_is_nothing() -> None:
    tried = drawn("additive_costs", 8, 3, scale=0.1)
    assert not zero_normalised(tried.costs).costs.any()


def test_many_draws_are_normalised_as_one_by_one() -> None:
    costs = np.column_stack([drawn("municipal", 4, seed).costs for seed in range(5)])
    together = zero_normalised(costs)
    for draw in range(5):
        alone = zero_normalised(costs[:, draw])
        close(together.costs[:, draw], alone.costs)
        close(together.unit[draw], alone.unit)
