"""What looks odd in a table of costs. An estimate may break it: it is said, not refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from orgdesign.allocation.games.coalitions import Masks, sizes, without
from orgdesign.allocation.games.game import Game
from orgdesign.model.axes import Array

ALL_PAIRS = 12
"""The most players for whom every pair of disjoint groups is looked at."""


class Break(NamedTuple):
    """Two disjoint groups that cost more together than apart, and by how much. Unit: euros."""

    first: int
    second: int
    more: float


class Steeper(NamedTuple):
    """A group to which a player adds more once another has joined, and how much. Unit: euros."""

    group: int
    first: int
    second: int
    more: float


class Subadditivity(NamedTuple):
    """The worst breaks, the worst first, how many there are, and whether all pairs were seen.

    Above 12 players only a group with one more player and a group with its complement are.
    """

    worst: tuple[Break, ...]
    number: int
    complete: bool


def subadditivity(game: Game, most: int = 5) -> Subadditivity:
    """Return where working together costs more than working apart. Unit: euros.

    Formula: c(S and T) - c(S) - c(T) > 0 for disjoint S and T.
    """
    complete = game.size <= ALL_PAIRS
    pairs = iter([_disjoint_pairs(game.size)]) if complete else _simple_pairs(game.size)
    worst: list[Break] = []
    number = 0
    for first, second in pairs:
        more = game.costs[first | second] - game.costs[first] - game.costs[second]
        broken = np.flatnonzero(more > _within(game))
        number += len(broken)
        order = broken[np.argsort(-more[broken], kind="stable")[:most]]
        worst += [Break(int(first[i]), int(second[i]), float(more[i])) for i in order]
    worst.sort(key=lambda broken: -broken.more)
    return Subadditivity(tuple(worst[:most]), number, complete)


def is_monotone(game: Game) -> bool:
    """Return whether nobody makes a group cheaper: c(S with i) >= c(S)."""
    return cheaper(game) is None


def cheaper(game: Game) -> Break | None:
    """Return the group that a player makes cheaper by most; None where nobody does. Unit: euros.

    Formula: c(S) - c(S with i) > 0; the second group is the player.
    """
    worst: Break | None = None
    for player in range(game.size):
        added = _added(game.costs, player)
        at = int(added.argmin())
        less = -float(added[at])
        if less > max(_within(game), worst.more if worst else 0.0):
            worst = Break(_with_room(at, player), 1 << player, less)
    return worst


def is_concave(game: Game) -> bool:
    """Return whether a player adds less the larger the group that it joins.

    Formula: c(S with i) - c(S) >= c(S with i and j) - c(S with j). Then the Shapley value is in
    the core. Source: Shapley 1971.
    """
    return steeper(game) is None


def steeper(game: Game) -> Steeper | None:
    """Return where a player adds most more to a larger group; None where nowhere. Unit: euros.

    Formula: c(S with i and j) - c(S with j) - c(S with i) + c(S) > 0.
    """
    worst: Steeper | None = None
    for player in range(game.size):
        added = _added(game.costs, player)
        for other in range(player):
            more = _added(added, other)
            at = int(more.argmax())
            if more[at] > max(_within(game), worst.more if worst else 0.0):
                group = _with_room(_with_room(at, other), player)
                worst = Steeper(group, 1 << other, 1 << player, float(more[at]))
    return worst


def _with_room(group: int, player: int) -> int:
    """Return the group at a position among those without a player."""
    below = group & ((1 << player) - 1)
    return (group ^ below) << 1 | below


def _added(figures: Array, player: int) -> Array:
    """Return what a player adds to each group without it, in the order of those groups."""
    pairs = figures.reshape(-1, 2, 1 << player)
    added: Array = (pairs[:, 1] - pairs[:, 0]).ravel()
    return added


def _disjoint_pairs(players: int) -> tuple[Masks, Masks]:
    """Return all pairs of disjoint groups that are not empty, each once."""
    first = second = np.zeros(1, dtype=np.int64)
    for player in range(players):
        bit = 1 << player
        first, second = (
            np.concatenate([first, first | bit, first]),
            np.concatenate([second, second, second | bit]),
        )
    once = (first > 0) & (first < second)
    return first[once], second[once]


def _simple_pairs(players: int) -> Iterator[tuple[Masks, Masks]]:
    """Yield every group with one more player, then every group with its complement, each once."""
    groups = np.arange(1, 1 << players, dtype=np.int64)
    members = sizes(players)[1:]
    for player in range(players):
        bit = 1 << player
        # Two single players come up at the higher of them.
        joined = groups[(groups & bit == 0) & ((members > 1) | (groups < bit))]
        yield joined, np.full_like(joined, bit)
    several = (members > 1) & (members < players - 1)
    halves = groups[several & (groups < 1 << (players - 1))]
    yield halves, without(halves, players)


def _within(game: Game) -> float:
    return 1e-9 * game.scale
