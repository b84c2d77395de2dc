"""A cell in which nothing falls: why, in place of arithmetic that gives 0."""

from __future__ import annotations

from orgdesign.model.explanation import Explanation
from orgdesign.model.gaps import gaps
from orgdesign.scenario.scenario import ALONE


def why_nothing(explanation: Explanation) -> str:
    """Return the word of why a cell holds nothing, empty where something counts in it.

    That nobody states the line (a gap, no zero), that the municipality takes no part in what
    is shared, or only that there is nothing.
    """
    products = explanation.expression.products
    if any(all(factor.value for factor in product.factors) for product in products):
        return ""
    scenario, option, who = explanation.scenario, explanation.option, explanation.municipality
    if option == ALONE:
        return "nothing"
    if who and who not in scenario.participants(option):
        return "no_part"
    unstated = any(explanation.line in gaps(scenario, each) for each in scenario.phases(option))
    return "unstated" if unstated else "nothing"
