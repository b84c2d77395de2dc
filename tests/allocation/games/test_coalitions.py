import numpy as np
import pytest
from cost_games import close

from orgdesign.allocation.games.coalitions import (
    additive,
    members,
    membership,
    singles,
    sizes,
    without,
)


@pytest.mark.parametrize("players", [1, 2, 5, 9])
def test_sums_over_groups_are_those_over_their_members(players: int) -> None:
    amounts = np.random.default_rng(players).normal(size=(players, 3))
    rows = membership(np.arange(1 << players), players)
    close(additive(amounts), rows @ amounts, atol=1e-12)
    np.testing.assert_array_equal(sizes(players), rows.sum(axis=1))


def test_a_player_is_a_bit() -> None:
    assert members(0b101, ("a", "b", "c")) == ("a", "c")
    assert singles(3).tolist() == [1, 2, 4]
    assert without(np.array([0b101, 0b000]), 3).tolist() == [0b010, 0b111]
