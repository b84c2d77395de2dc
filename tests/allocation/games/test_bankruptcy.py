import numpy as np
import pytest
from cost_games import close, everyone, game
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.allocation.games.bankruptcy import (
    constrained_equal_awards,
    constrained_equal_losses,
    proportional,
    talmud,
)
from orgdesign.allocation.games.nucleolus import nucleolus
from orgdesign.allocation.games.registry import METHODS
from orgdesign.model.axes import Array

RULES = {
    "cea": constrained_equal_awards, "cel": constrained_equal_losses,
    "talmud": talmud, "proportional": proportional,
}  # fmt: skip


@st.composite
def problems(draw: st.DrawFn) -> tuple[Array, float]:
    claims = np.array(draw(st.lists(st.integers(0, 30), min_size=1, max_size=6)), dtype=float)
    return claims, draw(st.floats(0, 1)) * claims.sum()


@pytest.mark.parametrize("rule", RULES)
@given(problem=problems())
def test_awards_make_the_estate_within_the_claims(rule: str, problem: tuple[Array, float]) -> None:
    claims, estate = problem
    awards = RULES[rule](claims, estate)
    assert awards.sum() == pytest.approx(estate, abs=1e-9)
    assert (awards >= -1e-9).all()
    assert (awards <= claims + 1e-9).all()


@given(problem=problems())
def test_awards_and_losses_are_equal_within_the_claims(problem: tuple[Array, float]) -> None:
    claims, estate = problem
    awards = constrained_equal_awards(claims, estate)
    losses = claims - constrained_equal_losses(claims, estate)
    for parts in (awards, losses):
        level = parts.max()
        close(parts, np.minimum(claims, level), atol=1e-9)


@given(problem=problems())
def test_the_talmud_treats_awards_and_losses_alike(problem: tuple[Array, float]) -> None:
    claims, estate = problem
    other = claims - talmud(claims, claims.sum() - estate)
    close(talmud(claims, estate), other, atol=1e-9)


@pytest.mark.parametrize("seed", range(20))
def test_the_talmud_is_the_nucleolus_of_the_bankruptcy_game(seed: int) -> None:
    draws = np.random.default_rng(seed)
    claims = draws.integers(0, 50, draws.integers(2, 7)).astype(float)
    estate = float(claims.sum() * draws.random())
    left = np.maximum(0, estate - (1 - everyone(len(claims))) @ claims)
    amounts = nucleolus(game(-left[1:])).amounts
    assert amounts is not None
    close(-amounts, talmud(claims, estate), atol=1e-8)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("cea", [100, 150, 150]),
        ("cel", [0 + 100 / 3, 400 / 3, 700 / 3]),
        ("talmud", [50, 125, 225]),
    ],
)
def test_a_cost_of_400_among_stand_alone_costs_of_100_200_300(
    rule: str, expected: list[float]
) -> None:
    found = METHODS[rule](game([100, 200, 300, 300, 400, 500, 400]))
    close(found.amounts, expected)


@pytest.mark.parametrize("rule", ["cea", "cel", "talmud"])
@pytest.mark.parametrize(
    ("costs", "why"),
    [
        ([1, 1, 3], "estate_above_claims"),
        ([-1, 3, 1], "negative_claims"),
        ([1, 1, -1], "negative_estate"),
    ],
)
def test_there_is_nothing_to_share_where_claims_do_not_exceed(
    rule: str, costs: list[float], why: str
) -> None:
    assert METHODS[rule](game(costs)).undefined == why


@pytest.mark.parametrize("rule", RULES)
def test_a_wrong_call_is_refused(rule: str) -> None:
    for claims, estate in (([1.0, 2.0], 4.0), ([1.0, 2.0], -1.0), ([-1.0, 2.0], 0.5)):
        with pytest.raises(ValueError, match="claims are 0 or more"):
            RULES[rule](np.array(claims), estate)


def test_claims_of_nothing_get_nothing() -> None:
    for rule in RULES.values():
        assert rule(np.zeros(3), 0.0).tolist() == [0, 0, 0]
