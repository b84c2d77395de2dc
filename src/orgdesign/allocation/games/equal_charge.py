"""Separable cost, and the same part of the rest for everyone."""

from __future__ import annotations

from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.method import Allocation


def equal_charge(game: Game) -> Allocation:
    """Return the separable cost with an equal part of the non-separable cost. Unit: euros.

    Formula: x_i = m_i + (c(N) - sum of m) / n, m_i = c(N) - c(N without i).
    Source: James & Lee 1971; Tijs & Driessen 1986.
    """
    return Allocation(game.separable + (game.total - game.separable.sum()) / game.size)
