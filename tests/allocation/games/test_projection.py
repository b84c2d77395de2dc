import numpy as np
import pytest
from cost_games import close

from orgdesign.allocation.games.programs import InfeasibleError
from orgdesign.allocation.games.projection import least_move


@pytest.mark.parametrize("scale", [1e-6, 1.0, 1e6])
@pytest.mark.parametrize("seed", range(20))
def test_the_shortest_move_meets_the_conditions_of_optimality(seed: int, scale: float) -> None:
    draws = np.random.default_rng(seed)
    rows = draws.integers(-1, 2, (12, 4)).astype(float)
    room = (rows @ draws.normal(0, 3, 4) + draws.uniform(0, 0.5, 12)) * scale
    move = least_move(rows, room)
    slack = room - rows @ move
    assert (slack >= -1e-9 * scale).all()
    # The move is minus a combination of the rows that bind, with prices of 0 or more.
    from scipy.optimize import nnls

    binding = rows[slack <= 1e-8 * scale]
    rest = nnls(binding.T, -move / scale)[1] if len(binding) else np.abs(move).max() / scale
    assert rest <= 1e-8


def test_whoever_stands_right_stays() -> None:
    assert least_move(np.array([[1.0, 0]]), np.array([2.0])).tolist() == [0, 0]
    assert least_move(np.empty((0, 2)), np.empty(0)).tolist() == [0, 0]


def test_a_step_to_a_line_by_hand() -> None:
    close(least_move(np.array([[3.0, 4.0]]), np.array([-10.0])), [-1.2, -1.6])


def test_rows_that_contradict_each_other_are_infeasible() -> None:
    with pytest.raises(InfeasibleError):
        least_move(np.array([[1.0], [-1.0]]), np.array([-1.0, -1.0]))
