"""Why all municipalities together pay what they pay: each with its amount and its tree."""

from __future__ import annotations

import math
from collections.abc import Sequence

from orgdesign.model.arithmetic import Expression, Factor, Product
from orgdesign.model.calculation import evaluate
from orgdesign.model.evaluation import Evaluation
from orgdesign.model.explain import Walks, cell_step, lines_of, name_of
from orgdesign.model.explanation import Explanation, Step
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
    measure: str = "structural_cost",
) -> Explanation:
    """Return why the municipalities together pay what they pay under an option in a year.

    It has no municipality; a factor of its arithmetic is the amount of one, named by its id.
    What they share is told once. Without a line the cell is the outcome of that year.
    Raises KeyError for an unknown option or line, or an outcome that is of no year.
    """
    result = result or evaluate(scenario, options=[] if option == ALONE else [option])
    evaluation, name = result.options[option].evaluation, name_of(line, measure)
    y = scenario.years.index(year or scenario.report_year)
    walks: Walks = {}
    places = range(len(scenario.municipalities))
    if len(places) > MOST:
        each = [_amount(evaluation, line, place, y, measure) for place in places]
    else:
        each = [cell_step(evaluation, walks, line, place, y, measure) for place in places]
    step, expression = sum_of(name, each)
    return Explanation(
        scenario, option, "", name, scenario.years[y], step.value, step, expression, measure
    )


def sum_of(name: str, each: Sequence[Step]) -> tuple[Step, Expression]:
    """Return the sum of what municipalities pay, and its arithmetic: who pays nothing is out."""
    paying = [step for step in each if step.value]
    total = math.fsum(step.value for step in paying)
    factors = (Factor(step.municipality, step.value) for step in paying)
    expression = Expression(tuple(Product((factor,)) for factor in factors))
    return Step(name, total, steps=tuple(paying)), expression


def _amount(evaluation: Evaluation, line: str | None, place: int, year: int, measure: str) -> Step:
    """Return the step of a municipality without the tree below it."""
    scenario = evaluation.reading.scenario
    lines = lines_of(line, measure)
    value = math.fsum(evaluation.lines[each][place, year, 0] for each in lines)
    return Step(name_of(line, measure), value, scenario.municipalities[place])
