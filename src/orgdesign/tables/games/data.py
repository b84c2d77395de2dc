"""A game as data for other programs: unrounded amounts by method and player id."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from orgdesign.allocation.games import stability as of
from orgdesign.allocation.games.bankruptcy import RULES
from orgdesign.allocation.games.method import Allocation
from orgdesign.allocation.games.study import Study
from orgdesign.model.axes import Array
from orgdesign.scenario.games.given import GivenShortfall
from orgdesign.tables.games.groups import MOST
from orgdesign.tables.games.parts import group_id
from orgdesign.tables.games.stability import counted
from orgdesign.tables.games.warnings import warnings
from orgdesign.tables.settings import Settings

Data = dict[str, object]


def game_data(study: Study, settings: Settings) -> Data:
    """Return players, allocations, stability and warnings; null where a method is undefined."""
    return {
        "players": list(study.game.players),
        "allocations": {
            method: _by_player(study.game.players, found.amounts)
            for method, found in study.allocations.items()
        },
        "stability": {
            method: _stability(study, found) for method, found in study.allocations.items()
        },
        "warnings": warnings(study, settings),
    }


def shortfall_data(given: GivenShortfall, rules: Sequence[str] = ()) -> Data:
    """Return what each player gets by each rule; rules have no groups, so no stability either."""
    claims = np.array(given.claims)
    awards = {rule: RULES[rule](claims, given.estate) for rule in rules or RULES}
    return {
        "players": list(given.players),
        "allocations": {rule: _by_player(given.players, each) for rule, each in awards.items()},
        "stability": {},
        "warnings": [],
    }


def _by_player(players: tuple[str, ...], amounts: Array | None) -> dict[str, float | None] | None:
    if amounts is None:
        return None
    return {
        player: float(amount) + 0.0 if np.isfinite(amount) else None
        for player, amount in zip(players, amounts, strict=True)
    }


def _stability(study: Study, found: Allocation) -> Data | None:
    """Return who objects, the groups with the smallest margin first."""
    amounts, game = found.amounts, study.game
    if amounts is None:
        return None
    tightest = of.tightest(game, amounts, MOST)
    variation = of.variation_of_savings(game, amounts)
    return {
        "in_core": of.in_core(game, amounts),
        "largest_excess": float(tightest.amounts[0]) if len(tightest.amounts) else None,
        "excesses": _listed(study, tightest),
        "objecting": _counted(of.objections(game, amounts)),
        "carried": _counted(of.carried(game, amounts)),
        "above_separable": _by_player(game.players, amounts - game.separable),
        "disruption": _by_player(game.players, of.disruption(game, amounts)),
        "variation_of_gains": None if math.isnan(variation) else variation,
        "verified": found.verified,
    }


def _counted(groups: dict[int, of.Groups]) -> dict[str, int]:
    return {str(size): number for size, number in counted(groups).items()}


def _listed(study: Study, groups: of.Groups) -> list[Data]:
    pairs = zip(groups.coalitions, groups.amounts, strict=True)
    return [{"group": group_id(study, int(s)), "excess": float(excess)} for s, excess in pairs]
