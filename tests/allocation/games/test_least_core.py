import numpy as np
import pytest
from cost_games import KINDS, close, drawn, everyone, game
from scipy.optimize import linprog

from orgdesign.allocation.games.core import least_core_level
from orgdesign.allocation.games.least_core import least_core
from orgdesign.allocation.games.stability import excesses


@pytest.mark.parametrize("kind", KINDS)
def test_no_point_of_the_least_core_is_nearer(kind: str) -> None:
    for seed in range(6):
        tried = drawn(kind, 2 + seed % 5, seed)
        found = least_core(tried)
        assert found.amounts is not None
        scale, level = tried.scale or 1.0, least_core_level(tried)
        assert excesses(tried, found.amounts)[1:-1].max() <= level + 1e-9 * scale
        whole = tried.stand_alone.sum()
        start = tried.total * (
            tried.stand_alone / whole if whole else np.full(tried.size, 1 / tried.size)
        )
        # At the nearest point no direction within the set leads back to the start.
        back = (found.amounts - start) / scale
        rows = everyone(tried.size)[1:-1]
        limits = (tried.costs[1:-1] + level) / scale + 1e-10
        least = linprog(back, rows, limits, np.ones((1, tried.size)), [tried.total / scale],
                        bounds=(None, None))  # fmt: skip
        assert back @ found.amounts / scale <= least.fun + 1e-6


def test_it_says_where_it_starts_and_that_the_core_is_empty() -> None:
    assert least_core(game([1, 1, 1, 1, 1, 1, 2])).remarks == ("core_empty",)
    found = least_core(game([3, -3, -2]))
    assert found.remarks == ("nearest_to_equal",)
    close(found.amounts, [2, -4])
