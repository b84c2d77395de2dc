"""Ranges and distributions that cannot be drawn from."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.scenario.checks.finding import Finding, found
from orgdesign.scenario.scenario import Scenario


def distributions(scenario: Scenario) -> Iterator[Finding]:
    """A lognormal range lies above 0, weights are not negative and not all 0."""
    for path, quantity in scenario.figures.items():
        if quantity.distribution == "lognormal" and (quantity.low or 0) <= 0:
            yield found("lognormal_above_zero", f"{path}.low", given=quantity.low or 0.0)
        weights = quantity.weights
        if weights is not None and (min(weights, default=0) < 0 or sum(weights) <= 0):
            yield found("weights_negative", f"{path}.weights")
