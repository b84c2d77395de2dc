"""A game that was given, with what every method asked for makes of it, each computed once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from orgdesign.allocation.games import core, sanity
from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.method import Allocation
from orgdesign.allocation.games.registry import METHODS
from orgdesign.cached import cached_property
from orgdesign.model.axes import Array
from orgdesign.scenario.games.given import GivenGame, Heading


@dataclass(frozen=True, eq=False)
class Study:
    """A game, the names of its players as readers see them, and the methods asked for."""

    game: Game
    names: tuple[str, ...]
    heading: Heading
    methods: tuple[str, ...]

    @cached_property
    def allocations(self) -> dict[str, Allocation]:
        """What each method answers, by its id."""
        return {method: METHODS[method](self.game) for method in self.methods}

    @property
    def defined(self) -> dict[str, Array]:
        """The amounts of the methods that have an answer. Unit: of the heading. Shapes: (n,)."""
        found = {method: each.amounts for method, each in self.allocations.items()}
        return {method: amounts for method, amounts in found.items() if amounts is not None}

    @cached_property
    def least_core_level(self) -> float:
        """How much every group is better off at least, with the sign turned."""
        return core.least_core_level(self.game)

    @property
    def core_is_empty(self) -> bool:
        """Whether some group can do it cheaper itself, however the cost is shared."""
        return self.least_core_level > core.SAME * float(np.abs(self.game.savings).max())

    @cached_property
    def cost_of_stability(self) -> float:
        """The least subsidy under which no group can do it cheaper itself."""
        return core.cost_of_stability(self.game)

    @cached_property
    def subadditivity(self) -> sanity.Subadditivity:
        """Where working together costs more than working apart."""
        return sanity.subadditivity(self.game)


def study_of(given: GivenGame, methods: Sequence[str] = ()) -> Study:
    """Return the study of a game that a file gives; of all methods where none are named."""
    weights = None if given.weights is None else np.array(given.weights)
    game = Game(given.players, np.array(given.costs), weights)
    return Study(game, given.names, given.heading, tuple(methods) or tuple(METHODS))
