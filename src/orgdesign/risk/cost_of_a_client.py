"""What one client costs in a year: lognormal, so that a few cost very much."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from orgdesign.model.axes import Array


@dataclass(frozen=True)
class CostOfAClient:
    """A lognormal yearly cost with a mean in euros, above 0, and a coefficient of variation.

    Heavy-tailed: no exponential moment exists. Source: Klugman, Panjer and Willmot, Loss Models,
    appendix A.
    """

    mean: float
    variation: float

    @property
    def _sigma(self) -> float:
        return math.sqrt(math.log1p(self.variation**2))

    @property
    def _mu(self) -> float:
        return math.log(self.mean) - self._sigma**2 / 2

    def moment(self, order: int) -> float:
        """Return the mean of the cost to a power. Formula: exp(k mu + k^2 sigma^2 / 2)."""
        return math.exp(order * self._mu + order**2 * self._sigma**2 / 2)

    def moment_above(self, order: int, least: float) -> float:
        """Return the part of that mean that comes from clients who cost `least` or more.

        Formula: E[X^k] x Phi((mu + k sigma^2 - ln least) / sigma); order 0 gives their share.
        """
        if least <= 0:
            return self.moment(order)
        if self._sigma == 0:
            return self.moment(order) * (self.mean >= least)
        distance = (self._mu + order * self._sigma**2 - math.log(least)) / self._sigma
        return self.moment(order) * NormalDist().cdf(distance)

    def drawn(self, number: int, generator: np.random.Generator) -> Array:
        """Return the cost of so many clients, shape (number,). Unit: euros."""
        return generator.lognormal(self._mu, self._sigma, number)
