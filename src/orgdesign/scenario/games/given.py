"""What a file of a game gives, once nothing is wrong with it."""

from __future__ import annotations

from array import array
from typing import NamedTuple

MOST_PLAYERS = 20
"""Players up to whom every method is exact; each one more doubles the number of groups."""


class Heading(NamedTuple):
    """What a file says of itself; empty where it is silent."""

    file: str
    title: str = ""
    unit: str = ""
    """What the amounts are counted in, in the words of the file."""
    source: str = ""


class GivenGame(NamedTuple):
    """Players and what every group of them costs; player i is bit i of a group's position.

    `costs` has 2**n figures in the unit of the heading, 0 for the empty group. `weights` are
    those of the weighted Shapley value, None where the file gives none.
    """

    heading: Heading
    players: tuple[str, ...]
    names: tuple[str, ...]
    costs: array[float]
    weights: tuple[float, ...] | None = None


class GivenShortfall(NamedTuple):
    """What there is to share among claims that exceed it, in the unit of the heading."""

    heading: Heading
    players: tuple[str, ...]
    names: tuple[str, ...]
    claims: tuple[float, ...]
    estate: float
