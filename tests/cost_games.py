"""Cost games to try things on: like those of municipalities, random, and full of ties."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from hypothesis import strategies as st
from numpy.typing import ArrayLike

from orgdesign.allocation.games.coalitions import additive, membership, sizes
from orgdesign.allocation.games.game import Game
from orgdesign.model.axes import Array

Draws = np.random.Generator


def game(costs: Sequence[float] | Array, weights: Sequence[float] | None = None) -> Game:
    """A game with players a, b, ... whose costs leave out the empty group."""
    table = np.concatenate([[0.0], np.asarray(costs, dtype=float)])
    names = tuple(chr(ord("a") + player) for player in range(len(table).bit_length() - 1))
    return Game(names, table, None if weights is None else np.array(weights, dtype=float))


def everyone(players: int) -> Array:
    """Who is a member of every group. Shape: (2**n, n)."""
    return membership(np.arange(1 << players), players)


def municipal(draws: Draws, players: int) -> Array:
    """Volumes with economies of scale, a fixed part, costs of distance, and an estimate's noise."""
    volume, place = draws.lognormal(0, 0.6, players), draws.uniform(0, 1, (players, 2))
    members = np.maximum(sizes(players), 1)
    middle = np.column_stack([additive(place[:, axis]) / members for axis in (0, 1)])
    spread = additive((place**2).sum(axis=1)) / members - (middle**2).sum(axis=1)
    costs = 50e3 * additive(volume) ** 0.8 + 5e3 + 10e3 * np.sqrt(np.maximum(spread, 0) * members)
    return np.asarray(costs * (1 + 0.01 * draws.normal(size=len(costs))))


def concave(draws: Draws, players: int) -> Array:
    """A concave function of size, and a fixed cost for each of some things that a group needs."""
    costs = 1e3 * np.sqrt(additive(draws.uniform(0.5, 3, players)))
    for _ in range(players):
        needed = draws.random(players) < 0.5
        costs += draws.uniform(0, 500) * (everyone(players) @ needed > 0)
    return np.asarray(costs)


def noise(draws: Draws, players: int) -> Array:
    """Any costs at all, credits too."""
    return draws.normal(0, 1e4, 1 << players)


def ties(draws: Draws, players: int) -> Array:
    """Small whole numbers, so that most excesses tie."""
    return draws.integers(0, 4, 1 << players).astype(float)


def credits(draws: Draws, players: int) -> Array:
    """What a group earns, in whole numbers."""
    return -np.floor(additive(draws.integers(1, 5, players).astype(float)) ** 1.2)


def constant(draws: Draws, players: int) -> Array:
    """The same cost for every group."""
    return np.full(1 << players, float(draws.integers(1, 10)))


def additive_costs(draws: Draws, players: int) -> Array:
    """A game in which nobody gains anything."""
    return additive(draws.integers(0, 10, players).astype(float))


def airport(draws: Draws, players: int) -> Array:
    """A group needs the runway of its largest aircraft; sizes repeat."""
    return np.asarray((everyone(players) * draws.integers(1, 6, players)).max(axis=1) * 1e5)


def twins(draws: Draws, players: int) -> Array:
    """Players 0 and 1 are the same, and the last is a dummy at its own cost, from 4 players."""
    costs = municipal(draws, players)
    groups = np.arange(1 << players)
    if players >= 2:
        swapped = groups & ~3 | (groups & 1) << 1 | (groups & 2) >> 1
        costs = (costs + costs[swapped]) / 2
    if players >= 4:
        half = len(costs) // 2
        costs[half:] = np.append(0.0, costs[1:half]) + 7e3
    return np.asarray(costs)


KINDS: dict[str, Callable[[Draws, int], Array]] = {
    kind.__name__: kind
    for kind in (
        municipal, concave, noise, ties, credits, constant, additive_costs, airport, twins,
    )
}  # fmt: skip


def drawn(kind: str, players: int, seed: int, scale: float = 1.0) -> Game:
    """A game of a kind."""
    costs = KINDS[kind](np.random.default_rng(seed), players) * scale
    return game(costs[1:])


def close(
    found: Array | None, expected: ArrayLike | None, rtol: float = 1e-9, atol: float = 1e-12
) -> None:
    """Assert that an answer is there and what is expected."""
    assert found is not None
    assert expected is not None
    np.testing.assert_allclose(found, np.asarray(expected, dtype=float), rtol=rtol, atol=atol)


@st.composite
def games(
    draw: st.DrawFn, most: int = 6, least: int = 1, kinds: Sequence[str] = tuple(KINDS)
) -> Game:
    """Games of every kind, of every scale that money has."""
    players = draw(st.integers(least, most))
    scale = draw(st.sampled_from([1.0, 1e-4, 1e6]))
    return drawn(draw(st.sampled_from(kinds)), players, draw(st.integers(0, 10_000)), scale)


def core_is_empty(tried: Game) -> bool:
    """Whether the core is empty, from one program with every group."""
    from scipy.optimize import linprog

    if tried.size == 1:
        return False
    costs, rows = tried.costs / (tried.scale or 1.0), everyone(tried.size)
    found = linprog(-np.ones(tried.size), rows[1:], costs[1:], bounds=(None, None))
    return bool(-found.fun < costs[-1] - 1e-8)
