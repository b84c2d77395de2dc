import numpy as np
import pytest
from cost_games import close, drawn, game

from orgdesign.allocation.games import nucleolus as module
from orgdesign.allocation.games.lexicographic import structure
from orgdesign.allocation.games.nucleolus import (
    KINDS,
    nucleolus,
    per_capita_nucleolus,
    prenucleolus,
    proportional_nucleolus,
    solved,
)
from orgdesign.allocation.games.registry import METHODS


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        (nucleolus, [9.5, 5.5]),
        (prenucleolus, [9.5, 5.5]),
        (per_capita_nucleolus, [9.5, 5.5]),
        # Both pay the same part of what they would alone.
        (proportional_nucleolus, [11 * 15 / 18, 7 * 15 / 18]),
    ],
)
def test_two_players_by_hand(method: object, expected: list[float]) -> None:
    found = METHODS[method.__name__](game([11, 7, 15]))  # type: ignore[attr-defined]
    close(found.amounts, expected)
    assert found.verified


def test_the_core_is_said_to_be_empty() -> None:
    # Any two share 1, all three 2: two thirds each, where two pay a third too much.
    found = prenucleolus(game([1, 1, 1, 1, 1, 1, 2]))
    close(found.amounts, [2 / 3] * 3)
    assert found.remarks == ("core_empty",)


def test_costs_above_staying_alone_leave_no_imputation() -> None:
    dearer = game([1, 1, 3])
    assert nucleolus(dearer).undefined == "no_imputation"
    close(prenucleolus(dearer).amounts, [1.5, 1.5])


def test_the_proportional_nucleolus_names_its_weights() -> None:
    found = proportional_nucleolus(drawn("municipal", 4, 1))
    assert found.remarks == ("weights_by_cost",)
    assert proportional_nucleolus(game([1, -1, 1])).undefined == "negative_costs"


def test_a_group_that_costs_nothing_pays_nothing() -> None:
    # The first player is free alone and adds 1 to the second's 4.
    close(proportional_nucleolus(game([0, 4, 3])).amounts, [-0.0, 3.0], atol=1e-12)
    assert proportional_nucleolus(game([0, 0, 5])).undefined == "zero_cost_refuses"


def test_what_the_criterion_does_not_confirm_is_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "is_nucleolus", lambda *_: False)
    found, fixed = solved(drawn("municipal", 4, 1), KINDS["prenucleolus"])
    assert found.amounts is None
    assert found.undefined == "not_verified"
    assert found.verified is False
    assert fixed is None


def test_a_wrong_structure_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    # A solver that takes the game for another one gives sets that do not belong to it.
    other = drawn("noise", 4, 8)
    monkeypatch.setattr(module, "structure", lambda _, family: structure(other.costs, family))
    found, _ = solved(drawn("municipal", 4, 1), KINDS["prenucleolus"])
    assert found.undefined == "not_verified"


@pytest.mark.parametrize("players", [10, 12, 14])
@pytest.mark.parametrize("kind", KINDS)
def test_larger_games_are_verified(kind: str, players: int) -> None:
    for costs in ("municipal", "airport"):
        found = solved(drawn(costs, players, players), KINDS[kind])[0]
        assert found.verified, costs


def test_a_game_of_18_players_has_its_nucleolus() -> None:
    found = nucleolus(drawn("municipal", 18, 1))
    assert found.verified
    assert found.amounts is not None
    assert np.isfinite(found.amounts).all()
