import numpy as np
import pytest
from cost_games import KINDS, drawn, game

from orgdesign.allocation.games import sanity
from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.sanity import (
    cheaper,
    is_concave,
    is_monotone,
    steeper,
    subadditivity,
)


def breaks(tried: Game, *, simple: bool) -> dict[tuple[int, int], float]:
    """Every unordered pair of disjoint groups that costs more together, by plain loops."""
    whole, found = len(tried.costs) - 1, {}
    for first in range(1, whole):
        for second in range(first + 1, whole + 1):
            one = bin(first).count("1") == 1 or bin(second).count("1") == 1
            if first & second or (simple and not one and first | second != whole):
                continue
            more = tried.costs[first | second] - tried.costs[first] - tried.costs[second]
            if more > 1e-9 * tried.scale:
                found[first, second] = more
    return found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("simple", [False, True])
def test_every_pair_that_is_looked_at_counts_once(
    kind: str, simple: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if simple:
        monkeypatch.setattr(sanity, "ALL_PAIRS", 0)
    for players in range(1, 7):
        tried = drawn(kind, players, players)
        expected, found = breaks(tried, simple=simple), subadditivity(tried, most=4)
        assert found.number == len(expected)
        assert found.complete == (not simple)
        worst = sorted(expected.values(), reverse=True)[:4]
        assert [broken.more for broken in found.worst] == pytest.approx(worst)
        for broken in found.worst:
            pair = min(broken.first, broken.second), max(broken.first, broken.second)
            assert expected[pair] == pytest.approx(broken.more)


def test_many_players_are_looked_at_without_all_pairs() -> None:
    tried = drawn("concave", 15, 1)
    assert subadditivity(tried) == ((), 0, False)
    costs = tried.costs.copy()
    costs[-1] += costs.max()
    assert subadditivity(Game(tried.players, costs)).number > 0


def test_by_hand() -> None:
    concave, convex = game([3, 3, 5]), game([3, 3, 7])
    assert is_concave(concave)
    assert is_monotone(concave)
    assert not is_concave(convex)
    assert is_monotone(convex)
    assert not is_monotone(game([3, 3, 2]))
    ((first, second, more),) = subadditivity(convex).worst
    assert (first, second, more) == (1, 2, 1)


@pytest.mark.parametrize("kind", KINDS)
def test_concave_is_that_a_player_adds_less_to_more(kind: str) -> None:
    for players in range(1, 6):
        tried = drawn(kind, players, players)
        costs, groups = tried.costs, range(len(tried.costs))
        expected = all(
            costs[s | t] + costs[s & t] <= costs[s] + costs[t] + 1e-9 * tried.scale
            for s in groups
            for t in groups
        )
        assert is_concave(tried) == expected
        rising = all(
            costs[s | 1 << i] >= costs[s] - 1e-9 * tried.scale
            for s in groups
            for i in range(players)
        )
        assert is_monotone(tried) == rising


def test_kinds_that_are_concave_are_seen_to_be() -> None:
    for kind in ("concave", "airport", "constant", "additive_costs"):
        assert is_concave(drawn(kind, 6, 4))
    assert not np.all([is_concave(drawn("noise", 4, seed)) for seed in range(3)])


@pytest.mark.parametrize("kind", KINDS)
def test_the_worst_break_of_monotonicity_and_of_concavity_is_named(kind: str) -> None:
    for players in range(1, 6):
        tried = drawn(kind, players, players)
        costs, whole, within = tried.costs, len(tried.costs), 1e-9 * tried.scale
        less = {
            (group, 1 << i): costs[group] - costs[group | 1 << i]
            for group in range(whole)
            for i in range(players)
            if not group >> i & 1
        }
        more = {
            (group, 1 << i, 1 << j): costs[group | 1 << i | 1 << j]
            - costs[group | 1 << i] - costs[group | 1 << j] + costs[group]
            for group in range(whole)
            for j in range(players)
            for i in range(j)
            if not (group >> i & 1 or group >> j & 1)
        }  # fmt: skip
        first, second = cheaper(tried), steeper(tried)
        assert (first is not None) == (max(less.values()) > within)
        assert (second is not None) == (max(more.values(), default=0.0) > within)
        if first is not None:
            assert first.more == pytest.approx(max(less.values()))
            assert less[first[:-1]] == pytest.approx(first.more)
        if second is not None:
            assert second.more == pytest.approx(max(more.values()))
            assert more[second[:-1]] == pytest.approx(second.more)
