"""The tables of a game by name, in the order in which readers meet them."""

from __future__ import annotations

from collections.abc import Callable

from orgdesign.allocation.games.study import Study
from orgdesign.tables.games.allocations import allocations
from orgdesign.tables.games.game import game
from orgdesign.tables.games.groups import excesses, objections
from orgdesign.tables.games.players import changes, disruption, overrun, separable
from orgdesign.tables.games.stability import stability
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Table

GAME_TABLES: dict[str, Callable[[Study, Settings], Table]] = {
    "game": game,
    "allocations": allocations,
    "stability": stability,
    "objections": objections,
    "excesses": excesses,
    "separable": separable,
    "disruption": disruption,
    "overrun": overrun,
    "changes": changes,
}
"""What makes each table of a game; a shortfall has one table of its own."""
