"""Programme money: contracts that are counted twice."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.scenario.checks.finding import Finding
from orgdesign.scenario.scenario import Scenario


def contracts_together(scenario: Scenario) -> Iterator[Finding]:
    """Different contracts together lie between those of the largest and those of all."""
    for id, budget in scenario.document.budgets.items():
        counts = [count.value for count in budget.contracts.values()]
        together = budget.contracts_together
        if together is None:
            continue
        least, most = max(counts, default=0.0), sum(counts)
        if not least <= together.value <= most:
            path = f"budgets.{id}.contracts_together"
            details = {"given": together.value, "least": least, "most": most,
                       "beside": (f"budgets.{id}.contracts",)}  # fmt: skip
            yield Finding("contracts_outside", path, details)
