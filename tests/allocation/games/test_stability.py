import numpy as np
import pytest
from cost_games import KINDS, close, drawn, everyone, game

from orgdesign.allocation.games.nucleolus import nucleolus
from orgdesign.allocation.games.stability import (
    carried,
    disruption,
    excesses,
    in_core,
    objections,
    tightest,
    variation_of_savings,
)

# Alone 6, 8, 10; two together 11, 13, 14; all three 18.
THREE = game([6, 8, 11, 10, 13, 14, 18])
# The first two pay 12 and the first one 7: too much by 1 each; the third pays 1 less than it adds.
UNFAIR = np.array([7.0, 5, 6])


def test_excesses_by_hand() -> None:
    assert excesses(THREE, UNFAIR).tolist() == [0, 1, -3, 1, -4, 0, -3, 0]


def test_who_objects_and_who_is_carried_by_hand() -> None:
    assert not in_core(THREE, UNFAIR)
    found = objections(THREE, UNFAIR)
    assert {size: groups.coalitions.tolist() for size, groups in found.items()} == {1: [1], 2: [3]}
    assert found[2].amounts.tolist() == [1]
    # The complement of every group that overpays is carried by it.
    paid_for = carried(THREE, UNFAIR)
    assert {size: groups.coalitions.tolist() for size, groups in paid_for.items()} == {
        1: [4], 2: [6],
    }  # fmt: skip
    assert paid_for[1].amounts.tolist() == [1]


def test_the_tightest_groups_come_first() -> None:
    found = tightest(THREE, UNFAIR, 3)
    assert found.coalitions.tolist() == [1, 3, 5]
    assert found.amounts.tolist() == [1, 1, 0]
    assert len(tightest(THREE, UNFAIR, 99).coalitions) == 6


def test_two_towns_per_head() -> None:
    # Young 1994: with 36 000 and 12 000 people the first pays a quarter more than alone.
    found = objections(game([11, 7, 15]), np.array([11.25, 3.75]))
    assert found[1].amounts.tolist() == [0.25]
    assert list(found) == [1]


def test_the_propensity_to_disrupt_by_hand() -> None:
    # Savings 3, 1, 2 of 6 (v = 3, 3, 4 for two): the others lose 3 - 4, 5 - 3, 4 - 3.
    found = disruption(THREE, np.array([3.0, 7, 8]))
    close(found, [(3 - 4) / 3, (5 - 3) / 1, (4 - 3) / 2])


def test_who_saves_nothing_has_no_propensity_or_an_infinite_one() -> None:
    found = disruption(THREE, np.array([6.0, 6, 6]))
    assert found[0] == np.inf
    additive = drawn("additive_costs", 3, 1)
    assert np.isnan(disruption(additive, additive.stand_alone)).all()


def test_savings_that_are_equal_do_not_vary() -> None:
    assert variation_of_savings(THREE, np.array([4.0, 6, 8])) == pytest.approx(0)
    assert variation_of_savings(THREE, np.array([3.0, 7, 8])) == pytest.approx(np.sqrt(1 / 6))
    assert np.isnan(variation_of_savings(game([1, 2, 3]), np.array([1.0, 2])))


@pytest.mark.parametrize("kind", KINDS)
def test_no_subsidy_is_the_core_seen_from_the_other_side(kind: str) -> None:
    draws = np.random.default_rng(1)
    for seed in range(5):
        tried = drawn(kind, 2 + seed, seed)
        amounts = tried.total * draws.dirichlet(np.ones(tried.size))
        against, below = objections(tried, amounts), carried(tried, amounts)
        everyone_else = len(tried.costs) - 1
        complements = {
            everyone_else ^ int(group): float(amount)
            for groups in against.values()
            for group, amount in zip(*groups, strict=True)
        }
        found = {
            int(group): float(amount)
            for groups in below.values()
            for group, amount in zip(*groups, strict=True)
        }
        assert found.keys() == complements.keys()
        for group, amount in found.items():
            assert amount == pytest.approx(complements[group], rel=1e-6)
        assert in_core(tried, amounts) == (not against)


@pytest.mark.parametrize("kind", KINDS)
def test_groups_by_size_hold_as_many_members(kind: str) -> None:
    tried = drawn(kind, 5, 2)
    for size, groups in objections(tried, tried.stand_alone * 1.2).items():
        assert (everyone(5)[groups.coalitions].sum(axis=1) == size).all()
        assert (np.diff(groups.amounts) <= 0).all()


def test_the_nucleolus_of_a_game_with_a_core_has_no_objections() -> None:
    tried = drawn("concave", 6, 1)
    amounts = nucleolus(tried).amounts
    assert amounts is not None
    assert in_core(tried, amounts)
    assert objections(tried, amounts) == {}
    assert carried(tried, amounts) == {}
