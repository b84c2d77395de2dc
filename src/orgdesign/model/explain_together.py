"""Why all municipalities together pay what they pay: each with its amount and its tree."""

from __future__ import annotations

import math

from orgdesign.model.arithmetic import Expression, Factor, Product
from orgdesign.model.calculation import evaluate
from orgdesign.model.evaluation import Evaluation
from orgdesign.model.explain import Explanation, Step, Walks, cell_step, lines_of
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import ALONE, Scenario

MOST = 12
"""The municipalities of which the trees stand below each other: of more only the amounts do."""


def explain_together(
    scenario: Scenario,
    option: str,
    line: str | None = None,
    year: int | None = None,
    result: Result | None = None,
) -> Explanation:
    """Return why the municipalities together pay what they pay under an option in a year.

    It has no municipality; a factor of its arithmetic is the amount of one, named by its id.
    What they share is told once. Without a line the cell is the structural cost.
    Raises KeyError for an unknown option or line.
    """
    result = result or evaluate(scenario, options=[] if option == ALONE else [option])
    evaluation, name = result.options[option].evaluation, line or "structural_cost"
    y = scenario.years.index(year or scenario.report_year)
    walks: Walks = {}
    places = range(len(scenario.municipalities))
    if len(places) > MOST:
        each = [_amount(evaluation, line, place, y) for place in places]
    else:
        each = [cell_step(evaluation, walks, line, place, y) for place in places]
    paying = [step for step in each if step.value]
    total = math.fsum(step.value for step in paying)
    factors = (Factor(step.municipality, step.value) for step in paying)
    return Explanation(
        scenario,
        option,
        "",
        name,
        scenario.years[y],
        total,
        Step(name, total, steps=tuple(paying)),
        Expression(tuple(Product((factor,)) for factor in factors)),
    )


def _amount(evaluation: Evaluation, line: str | None, place: int, year: int) -> Step:
    """Return the step of a municipality without the tree below it."""
    scenario, name = evaluation.reading.scenario, line or "structural_cost"
    value = math.fsum(evaluation.lines[each][place, year, 0] for each in lines_of(line))
    return Step(name, value, scenario.municipalities[place])
