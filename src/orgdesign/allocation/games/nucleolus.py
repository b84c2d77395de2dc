"""The nucleolus and its relatives: the worst-off group is as well off as can be.

They differ in what counts as worst off: the euros of a group, the euros per member, or the
part of its own cost.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from orgdesign.allocation.games.coalitions import sizes
from orgdesign.allocation.games.core import SAME
from orgdesign.allocation.games.game import Game, zero_normalised
from orgdesign.allocation.games.kohlberg import is_nucleolus
from orgdesign.allocation.games.lexicographic import Family, Structure, structure
from orgdesign.allocation.games.method import Allocation, Remark, undefined
from orgdesign.allocation.games.programs import InfeasibleError
from orgdesign.model.axes import Array


def nucleolus(game: Game) -> Allocation:
    """Return the nucleolus: nobody pays more than alone. Unit: euros.

    Formula: the excesses x(S) - c(S) in falling order are lexicographically least among all x
    with x(N) = c(N) and x_i <= c_i. Undefined where c(N) exceeds the stand-alone costs.
    Source: Schmeidler 1969.
    """
    return solved(game, KINDS["nucleolus"])[0]


def prenucleolus(game: Game) -> Allocation:
    """Return the prenucleolus: the nucleolus without x_i <= c_i. Unit: euros.

    Formula: as for the nucleolus, among all x with x(N) = c(N). The two are the same where the
    core is not empty. Source: Sobolev 1975.
    """
    return solved(game, KINDS["prenucleolus"])[0]


def per_capita_nucleolus(game: Game) -> Allocation:
    """Return the per-capita prenucleolus. Unit: euros.

    Formula: as for the prenucleolus, with (x(S) - c(S)) / |S|. It lies in the core where there
    is one and nobody's part falls when c(N) rises. Source: Grotte 1970; Young, Okada &
    Hashimoto 1982.
    """
    return solved(game, KINDS["per_capita_nucleolus"])[0]


def proportional_nucleolus(game: Game) -> Allocation:
    """Return the proportional prenucleolus, weighed by cost. Unit: euros.

    Formula: as for the prenucleolus, with (x(S) - c(S)) / c(S); a group that costs nothing pays
    nothing or less. It depends on how the game is written: other programs weigh by the savings
    v(S). Source: Young, Okada & Hashimoto 1982.
    """
    return solved(game, KINDS["proportional_nucleolus"])[0]


def plain(costs: Array) -> Array:
    """Return the weights of an excess in euros: 1. Shapes: (2**n, ...) to (2**n,)."""
    return np.ones(len(costs))


def per_member(costs: Array) -> Array:
    """Return the weights of an excess per member: |S|. Shapes: (2**n, ...) to (2**n,)."""
    return sizes(len(costs).bit_length() - 1)


def by_cost(costs: Array) -> Array:
    """Return the weights of an excess as a part of cost: c(S) / largest c. Shape: of the costs."""
    largest = np.abs(costs).max(axis=0)
    return np.asarray(costs / np.where(largest == 0, 1.0, largest))


class Kind(NamedTuple):
    """What tells one nucleolus from another."""

    weights: Callable[[Array], Array]
    bounded: bool = False
    remarks: tuple[Remark, ...] = ()

    def family(self, costs: Array) -> Family:
        """Return the weights and bounds for the costs of one game."""
        return Family(self.weights(costs), self.bounded)


KINDS: dict[str, Kind] = {
    "nucleolus": Kind(plain, bounded=True),
    "prenucleolus": Kind(plain),
    "per_capita_nucleolus": Kind(per_member),
    "proportional_nucleolus": Kind(by_cost, remarks=("weights_by_cost",)),
}
"""Every nucleolus by its id."""


def solved(game: Game, kind: Kind) -> tuple[Allocation, Structure | None]:
    """Return a nucleolus and the coalitions that fix it.

    The allocation is given only where the Kohlberg criterion confirms it; without one there is
    no structure.
    """
    family, normal = kind.family(game.costs), zero_normalised(game.costs)
    if family.weights.min() < 0:
        return undefined("negative_costs"), None
    if family.bounded and normal.costs[-1] > 0:
        return undefined("no_imputation"), None
    try:
        found = structure(normal.costs, family)
    except InfeasibleError:
        free = family.weights[1:-1].min(initial=1.0) == 0
        return undefined("zero_cost_refuses" if free else "not_solved"), None
    amounts, levels = found.solved(normal.costs, family.weights)
    amounts = normal.restored(amounts)
    if not is_nucleolus(game, amounts, family):
        return Allocation(None, "not_verified", kind.remarks, verified=False), None
    empty: tuple[Remark, ...] = ("core_empty",) if levels.max(initial=0.0) > SAME else ()
    return Allocation(amounts, remarks=kind.remarks + empty, verified=True), found
