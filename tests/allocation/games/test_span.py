import numpy as np
import pytest
from cost_games import close, everyone

from orgdesign.allocation.games.span import Span


@pytest.mark.parametrize("seed", range(20))
def test_outside_is_what_raises_the_rank(seed: int) -> None:
    draws = np.random.default_rng(seed)
    players = int(draws.integers(2, 8))
    rows = everyone(players)
    span, chosen = Span(players), [np.ones(players)]
    while not span.full:
        group = int(draws.integers(1, len(rows)))
        raised = span.add(rows[group])
        chosen.append(rows[group])
        assert span.rank == np.linalg.matrix_rank(chosen)
        with_each = [np.linalg.matrix_rank([*chosen, row]) for row in rows]
        np.testing.assert_array_equal(span.outside, np.array(with_each) > span.rank)
        close(span.basis @ span.basis.T, np.eye(span.rank), atol=1e-12)
        assert raised == (np.linalg.matrix_rank(chosen[:-1]) < span.rank)


def test_a_vector_leaves_what_is_at_right_angles() -> None:
    span = Span(3)
    close(span.residual(np.array([1.0, 0.0, 0.0])), [2 / 3, -1 / 3, -1 / 3])
    span.add_all(np.array([0b001, 0b110, 0b010]))
    assert span.full
    assert not span.outside.any()
