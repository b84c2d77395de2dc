"""Shares that come to what a method on the option's cost game says that each pays."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from orgdesign.model.axes import MUNICIPALITY, Array, over, ratio
from orgdesign.model.formula import Formula
from orgdesign.model.reading import Input, Reading

if TYPE_CHECKING:
    from orgdesign.model.coalitions import OptionGame


def game(reading: Reading) -> OptionGame:
    """Return what every group of participants would pay on its own, in present value."""
    from orgdesign.model.coalitions import option_game

    return option_game(reading.scenario, reading.option, reading.cases)


def game_own(game: OptionGame, members: Array) -> Array:
    """Return what each pays outside the key, discounted. Unit: euros.

    Formula: present value of its own lines, of its own amounts and of its own surplus staff,
    with the tax on its charge by key `staff`.
    """
    return _by_place(game.own, members)


def game_pools(game: OptionGame) -> Array:
    """Return what the key shares, discounted. Unit: euros. Formula: present value of the pools."""
    return game.pools[None, None, None, :]


def by_game(
    settled: Array, game_own: Array, game_pools: Array, inhabitants: Array, participates: Array
) -> Array:
    """Return shares that come to what a method says each pays. Unit: share.

    Formula: (amount of the method - present value of own lines) / present value of the pools,
    the same every year and possibly below 0; by inhabitants where the method is undefined or
    there is nothing to share. Of those who stay after an exit, in proportion.
    """
    by_size = ratio(inhabitants * participates, over(inhabitants * participates, MUNICIPALITY), 0.0)
    there = np.isfinite(settled).all(axis=MUNICIPALITY, keepdims=True) & (game_pools != 0)
    wanted = np.where(there, settled - game_own, 0.0) / np.where(there, game_pools, 1.0)
    staying = wanted * participates
    return np.where(there, ratio(staying, over(staying, MUNICIPALITY), by_size), by_size)


def _settled(_: Reading, method: str) -> Formula:
    def settled(game: OptionGame, members: Array) -> Array:
        """Return what the method says that each pays in all, discounted. Unit: euros."""
        return _by_place(game.amounts(method), members)

    return Formula.of(settled)


def _by_place(of_players: Array, members: Array) -> Array:
    """Return figures of the players at their place among all municipalities."""
    found = np.zeros((len(members), 1, 1, of_players.shape[-1]))
    found[members[:, 0, 0, 0] > 0, 0, 0] = of_players
    return found


BY_GAME_NODES: dict[str, Callable[[Reading, str], Formula | Input]] = {
    "game": lambda *_: game,
    "game_own": lambda *_: Formula.of(game_own),
    "game_pools": lambda *_: Formula.of(game_pools),
    "settled": _settled,
}
"""The nodes of keys by game, by the part of their name before the colon."""
