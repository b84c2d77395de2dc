"""The methods with a formula of one line, by hand and where they are undefined."""

import pytest
from cost_games import close, drawn, game

from orgdesign.allocation.games.registry import METHODS
from orgdesign.allocation.games.stability import disruption


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        # Alone 6, 8, 10; separable 18 - (14, 13, 11) = 4, 5, 7; rest 2.
        ("equal_saving", [4, 6, 8]),
        ("equal_charge", [4 + 2 / 3, 5 + 2 / 3, 7 + 2 / 3]),
        ("stand_alone", [4.5, 6, 7.5]),
        # Benefits 2, 3, 3 of 8.
        ("scrb", [4.5, 5.75, 7.75]),
        ("gately", [4.5, 5.75, 7.75]),
    ],
)
def test_three_players_by_hand(method: str, expected: list[float]) -> None:
    found = METHODS[method](game([6, 8, 11, 10, 13, 14, 18]))
    close(found.amounts, expected)
    assert found.verified is None


@pytest.mark.parametrize(
    ("method", "costs", "why"),
    [
        # Alone 1 and 1, but each adds 2 to the other.
        ("scrb", [1, 1, 3], "separable_above_alone"),
        ("gately", [1, 1, 3], "separable_above_alone"),
        # Any two cost 3 and all three 5: each adds 2, more than there is to pay.
        ("scrb", [4, 4, 3, 4, 3, 3, 5], "separable_above_total"),
        ("gately", [4, 4, 3, 4, 3, 3, 5], "separable_above_total"),
        # Each adds what it costs alone, and there is a rest all the same.
        ("scrb", [4, 4, 6, 4, 6, 6, 10], "separable_above_total"),
        ("scrb", [2, 2, 5, 2, 5, 5, 7], "no_benefit"),
        # Working together costs more than working apart.
        ("gately", [2, 2, 6, 2, 6, 6, 7], "no_savings"),
        ("tau", [4, 4, 3, 4, 3, 3, 5], "not_quasi_balanced"),
        ("tau", [1, 1, 3], "not_quasi_balanced"),
        ("stand_alone", [3, -3, 1], "zero_total"),
        ("epm", [0, 3, 2], "stand_alone_not_positive"),
        ("epm", [-1, 3, 2], "stand_alone_not_positive"),
    ],
)
def test_a_method_says_why_it_is_undefined(method: str, costs: list[float], why: str) -> None:
    found = METHODS[method](game(costs))
    assert found.undefined == why
    assert found.amounts is None


def test_a_cost_above_staying_alone_is_remarked() -> None:
    found = METHODS["scrb"](game([2, 2, 6, 2, 6, 6, 7]))
    assert found.remarks == ("costs_more_together",)


@pytest.mark.parametrize("method", ["scrb", "gately", "tau"])
def test_an_additive_game_leaves_everyone_its_own_cost(method: str) -> None:
    tried = drawn("additive_costs", 4, 3)
    close(METHODS[method](tried).amounts, tried.stand_alone)


@pytest.mark.parametrize("seed", range(10))
def test_the_gately_point_gives_everyone_the_same_propensity_to_disrupt(seed: int) -> None:
    tried = drawn("concave", 4, seed)
    amounts = METHODS["gately"](tried).amounts
    assert amounts is not None
    found = disruption(tried, amounts)
    close(found, found[0], rtol=1e-6)


@pytest.mark.parametrize("seed", range(10))
def test_tau_lies_between_the_separable_cost_and_the_largest_claim_on_a_player(seed: int) -> None:
    tried = drawn("concave", 5, seed)
    amounts = METHODS["tau"](tried).amounts
    assert amounts is not None
    assert (amounts >= tried.separable - 1e-9 * tried.scale).all()
    assert (amounts <= tried.stand_alone + 1e-9 * tried.scale).all()
