"""The risk of a programme budget: each municipality's own, and all carried together."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from orgdesign.model.axes import Array
from orgdesign.risk.buffer import arranged, beyond_expected, pooled_deviation, quantile
from orgdesign.risk.cost_of_a_client import CostOfAClient
from orgdesign.risk.year_cost import simulated, split_variance, variance
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.facts import Budget

MOST = 40_000_000
"""Clients that are drawn for one municipality; a large one gets fewer years."""
LEAST = 2_000
"""Years that are drawn at least."""


@dataclass(frozen=True)
class Risk:
    """The risk of a budget for some municipalities, in their order. Unit: euros a year."""

    expected: Array
    deviation: Array
    alone: Array
    """The buffer that each needs alone."""
    pooled: float
    """The buffer that they need together."""
    draws: int = 0
    """Years that were drawn; 0 where a formula gives the buffer."""


@dataclass(frozen=True)
class Solidarity:
    """Expected cost and standard deviation of each municipality under three rules of sharing.

    Every field has shape (municipality,). Unit: euros a year. Own: each pays its own clients;
    heavy: those who cost much are shared, the others are not; shared: all are.
    """

    own: Array
    own_deviation: Array
    heavy: Array
    heavy_deviation: Array
    shared: Array
    shared_deviation: Array


def by_variation(scenario: Scenario, budget: str, places: tuple[str, ...]) -> Risk | None:
    """Return the risk by the coefficient of variation; None where none is given.

    Formula: buffer = z(q) x sd, sd = variation x budget; together z(q) x sqrt(sum r sd sd).
    """
    table = scenario.document.budgets[budget]
    if table.variation is None:
        return None
    expected = _expected(table, places)
    deviation = expected * table.variation.value
    z = quantile(table.certainty)
    pooled = z * pooled_deviation(deviation, _correlation(table))
    return Risk(expected, deviation, z * deviation, pooled)


def by_clients(scenario: Scenario, budget: str, places: tuple[str, ...]) -> Risk | None:
    """Return the risk by drawn years of clients; None where their cost is not given.

    A Poisson number of clients, lognormal cost of a client with the mean budget / clients.
    Each municipality draws from a stream of its own, by the seed of the file and its id, so
    that the order of the file does not matter.
    """
    table = scenario.document.budgets[budget]
    costs = client_costs(table, places)
    if costs is None:
        return None
    counts = [table.clients[m].value for m in places]
    asked = scenario.document.sensitivity
    draws = int(min(asked.draws, max(LEAST, MOST // max(1.0, *counts))))
    drawn = {
        m: _drawn_years(count, cost, draws, asked.seed, m)
        for m, count, cost in zip(places, counts, costs, strict=True)
    }
    named = sorted(places)
    stream = _stream(asked.seed, budget)
    together = arranged([drawn[m] for m in named], _correlation(table), stream).sum(axis=0)
    spreads = [variance(count, cost) for count, cost in zip(counts, costs, strict=True)]
    alone = np.array([beyond_expected(drawn[m], table.certainty) for m in places])
    pooled = beyond_expected(together, table.certainty)
    return Risk(_expected(table, places), np.sqrt(spreads), alone, pooled, draws)


@lru_cache(maxsize=512)
def _drawn_years(clients: float, cost: CostOfAClient, draws: int, seed: int, id: str) -> Array:
    """Return the drawn years of a municipality: the same ones for every option and key."""
    years = simulated(clients, cost, draws, _stream(seed, id))
    years.setflags(write=False)
    return years


def client_costs(table: Budget, places: tuple[str, ...]) -> list[CostOfAClient] | None:
    """Return what a client costs in each municipality; None where it is not known for all."""
    if table.cost_variation is None or any(
        m not in table.clients or table.clients[m].value <= 0 or m not in table.values
        for m in places
    ):
        return None
    means = [table.values[m].value / table.clients[m].value for m in places]
    if min(means, default=0.0) <= 0:
        return None
    return [CostOfAClient(mean, table.cost_variation.value) for mean in means]


def solidarity(
    scenario: Scenario, budget: str, places: tuple[str, ...], shares: Array
) -> Solidarity | None:
    """Return what each pays and how far it varies, by three rules; None where not all is known.

    Formula: heavy care of all x share + own light care; its variance that of the own light care
    + share^2 x that of all heavy care. Municipalities have good and bad years independently.
    """
    table = scenario.document.budgets[budget]
    costs = client_costs(table, places)
    if costs is None or table.heavy_from is None:
        return None
    least = table.heavy_from.value
    counts = [table.clients[m].value for m in places]
    pairs = list(zip(counts, costs, strict=True))
    own = _expected(table, places)
    heavy = np.array([count * cost.moment_above(1, least) for count, cost in pairs])
    spreads = np.array([split_variance(count, cost, least) for count, cost in pairs])
    light_spread, heavy_spread = spreads[:, 0], spreads[:, 1]
    return Solidarity(
        own,
        np.sqrt(spreads.sum(axis=1)),
        own - heavy + shares * heavy.sum(),
        np.sqrt(light_spread + shares**2 * heavy_spread.sum()),
        shares * own.sum(),
        shares * np.sqrt(spreads.sum()),
    )


def _expected(table: Budget, places: tuple[str, ...]) -> Array:
    return np.array([table.values[m].value if m in table.values else 0.0 for m in places])


def _correlation(table: Budget) -> float:
    return table.correlation.value if table.correlation else 0.0


def _stream(seed: int, id: str) -> np.random.Generator:
    return np.random.default_rng([seed, zlib.crc32(id.encode())])
