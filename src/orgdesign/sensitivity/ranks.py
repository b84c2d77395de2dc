"""Ranks and regret: how often each option is the cheapest, the second, and what a choice costs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from orgdesign.model.result import Array
from orgdesign.scenario.scenario import ALONE
from orgdesign.sensitivity.sample import Estimate, Sample
from orgdesign.sensitivity.study import EQUAL


class Rank(NamedTuple):
    """An option: the chance of each rank, the first the cheapest, and its regret in euros.

    Regret is what it costs above the option that is cheapest in the same draw.
    """

    option: str
    chances: tuple[Estimate, ...]
    regret: Estimate
    regret_in_20: Estimate


def ranks(found: Sample, municipalities: Sequence[str] | None = None) -> tuple[Rank, ...]:
    """Return the ranks of the options in which some municipalities take part, and of alone.

    For these together, or for all. Options that cost the same share their ranks.
    """
    scenario, everyone = found.study.scenario, found.study.scenario.municipalities
    places = frozenset(everyone if municipalities is None else municipalities)
    options = (
        ALONE,
        *(o for o in found.study.options if not places.isdisjoint(scenario.participants(o))),
    )
    costs = np.array([found.of(option, municipalities) for option in options])
    shares = _shares(costs)
    regrets = costs - costs.min(axis=0)
    return tuple(
        Rank(
            option,
            tuple(_chance(found, row) for row in shares[at]),
            found.mean(regrets[at]),
            found.percentile(regrets[at], 95),
        )
        for at, option in enumerate(options)
    )


def _chance(found: Sample, share: Array) -> Estimate:
    """Return the mean of a share of a rank; where it is all or nothing, as a chance."""
    whole = bool(np.isin(share, (0.0, 1.0)).all())
    return found.chance(share > 0) if whole else found.mean(share)


def _shares(costs: Array) -> Array:
    """Return what each option has of each rank in each draw, (option, rank, draw)."""
    apart = costs[:, None, :] - costs[None, :, :]
    before = (apart > EQUAL).sum(axis=1)
    equal = (np.abs(apart) <= EQUAL).sum(axis=1)
    rank = np.arange(len(costs))[None, :, None]
    inside = (rank >= before[:, None, :]) & (rank < (before + equal)[:, None, :])
    return np.asarray(inside / equal[:, None, :])
