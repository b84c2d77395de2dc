"""Why an outcome is what it is: of one year, or the sum of what each year brings to it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from orgdesign.lines import LINES, TOTAL
from orgdesign.model.arithmetic import Expression, Factor, Product
from orgdesign.model.explain import Walks, cell_step, explain
from orgdesign.model.explain_payback import explain_payback
from orgdesign.model.explain_together import MOST, explain_together, sum_of
from orgdesign.model.explanation import Explanation, Step
from orgdesign.model.outcomes import (
    LINES_IN,
    LINES_OF,
    Amount,
    discount_factors,
    in_transition,
    of_kind,
    year_index,
)
from orgdesign.model.outcomes import measure as outcome
from orgdesign.model.result import Result

TEMPORARY = "kind_temporary"
"""The temporary lines together, as the bill of the transition cost has them."""


def parts_of(measure: str) -> tuple[str, ...]:
    """Return what of an outcome can be explained apart; nothing of the payback."""
    if measure == "payback":
        return ()
    if measure == "transition_cost":
        return (*of_kind("one_off"), *of_kind("temporary"), TEMPORARY)
    return LINES_OF[measure]


def explain_measure(
    result: Result,
    option: str,
    measure: str,
    municipality: str,
    line: str | None,
    year: int | None = None,
) -> Explanation:
    """Return why an outcome under an option is what it is, of a municipality or of all together.

    `year` counts where the outcome is of one. Raises KeyError for an unknown option, and for a
    line that the outcome is not a sum of; ValueError for an unknown municipality.
    """
    scenario = result.scenario
    if line and line not in parts_of(measure):
        raise KeyError(line)
    if measure == "payback":
        return explain_payback(result, option, municipality)
    if measure in LINES_IN and municipality:
        return explain(scenario, option, municipality, line, year, result, measure)
    if measure in LINES_IN:
        return explain_together(scenario, option, line, year, result, measure)
    years = _Years(result, option)
    if municipality:
        place = scenario.municipalities.index(municipality)
        step, expression = _of_all_years(years, measure, line, place)
    else:
        step, expression = sum_of(line or measure, _each(years, measure, line))
    name = line or measure
    return Explanation(
        scenario, option, municipality, name, None, step.value, step, expression, measure
    )


@dataclass
class _Years:
    """The years of an option, each with the way down from its own cells."""

    result: Result
    option: str
    walks: dict[int, Walks] = field(default_factory=dict)

    def step(self, line: str | None, place: int, y: int) -> Step:
        """Return the step of a line in a year, without one of the total cost of that year.

        The total has the amounts of its lines below it: their formulas, year by year, would be
        more than anybody reads.
        """
        who, year = self.municipality(place), self.result.scenario.years[y]
        if line is None:
            each = [Step(one, self.amounts(one, place)[y], who) for one in TOTAL]
            below = tuple(step for step in each if step.value)
            whole = math.fsum(step.value for step in below)
            return Step("total_cost", whole, who, steps=below, year=year)
        evaluation = self.result.options[self.option].evaluation
        return replace(
            cell_step(evaluation, self.walks.setdefault(y, {}), line, place, y), year=year
        )

    def amounts(self, line: str, place: int) -> list[float]:
        """Return what a line is in each year."""
        lines = self.result.options[self.option].evaluation.lines
        return [float(each) for each in lines[line][place, :, 0]]

    def municipality(self, place: int) -> str:
        """Return the id of a municipality."""
        return self.result.scenario.municipalities[place]


def _of_all_years(
    years: _Years, measure: str, line: str | None, place: int
) -> tuple[Step, Expression]:
    """Return the step and the arithmetic of an outcome of all years."""
    if measure == "present_value":
        return _present_value(years, line, place)
    return _transition(years, line, place)


def _each(years: _Years, measure: str, line: str | None) -> Sequence[Step]:
    """Return the step of every municipality; of many without the tree below it."""
    result, option = years.result, years.option
    places = range(len(result.scenario.municipalities))
    if len(places) <= MOST:
        return [_of_all_years(years, measure, line, place)[0] for place in places]
    lines = of_kind("temporary") if line == TEMPORARY else (line or "",)
    found = [outcome(result, option, Amount(measure, line=each))[:, 0] for each in lines]
    name = line or measure
    return [
        Step(name, math.fsum(each[place] for each in found), years.municipality(place))
        for place in places
    ]


def _present_value(years: _Years, line: str | None, place: int) -> tuple[Step, Expression]:
    """Return the present value as the sum of what each year is, times its discount factor."""
    name, who = line or "total_cost", years.municipality(place)
    factors = discount_factors(years.result)[0, :, 0]
    steps, products = [], []
    for y, factor in enumerate(map(float, factors)):
        below = years.step(line, place, y)
        if below.value:
            factor_step = _discount_factor(years.result, factor)
            whole = replace(below, name=f"discounted:{name}", value=below.value * factor)
            steps.append(replace(whole, path="", again=False, steps=(below, factor_step)))
            amount = Factor(name, below.value)
            products.append(Product((amount, Factor("discount_factor", factor)), str(below.year)))
    total = math.fsum(step.value for step in steps)
    top = Step(line or "present_value", total, who, steps=tuple(steps))
    return top, Expression(tuple(products))


def _discount_factor(result: Result, factor: float) -> Step:
    """Return the step of a discount factor, with the rate of the file below it."""
    path = "scenario.discount_rate"
    rate = result.scenario.figures.get(path)
    below = (Step("discount_rate", rate.value, path=path),) if rate else ()
    return Step("discount_factor", factor, steps=below)


def _transition(years: _Years, line: str | None, place: int) -> tuple[Step, Expression]:
    """Return what the change costs once: one-off lines, and what temporary lines are above usual.

    Of several lines as the sum of what each comes to, of one as the sum of its years.
    """
    one_off, temporary = of_kind("one_off"), of_kind("temporary")
    lines = {None: (*one_off, *temporary), TEMPORARY: temporary}.get(line, (line or "",))
    found = [(each, list(_once(years, each, place))) for each in lines]
    who = years.municipality(place)
    each = [
        Step(name, math.fsum(step.value for step in steps), who, steps=tuple(steps))
        for name, steps in found
        if steps
    ]
    if line in LINES:
        only = each[0] if each else Step(line or "", 0.0, who)
        return only, Expression(tuple(_products(only)))
    total = math.fsum(step.value for step in each)
    factors = [Factor(step.name, step.value) for step in each]
    expression = Expression(tuple(Product((factor,), factor.name) for factor in factors))
    return Step(line or "transition_cost", total, who, steps=tuple(each)), expression


def _once(years: _Years, line: str, place: int) -> Iterator[Step]:
    """Yield what a line brings to the transition cost in each year in which it does."""
    amounts, report = np.array(years.amounts(line, place)), year_index(years.result)
    brings = in_transition(line, amounts[None], report)[0]
    for y in map(int, np.flatnonzero(brings)):
        step = years.step(line, place, y) if amounts[y] else None
        if brings[y] != amounts[y]:
            less = years.step(line, place, report)
            less = replace(less, name=f"less:{line}", value=-less.value)
            name, year = f"above_report_year:{line}", years.result.scenario.years[y]
            both = (step, less) if step else (less,)
            step = Step(name, float(brings[y]), years.municipality(place), steps=both, year=year)
        if step is not None:
            yield step


def _products(step: Step) -> Iterator[Product]:
    """Yield the amounts that the years of a line add up."""
    line = step.name
    for year in step.steps:
        parts = year.steps if year.name.startswith("above_report_year:") else (year,)
        yield from (Product((Factor(line, part.value),), str(part.year)) for part in parts)
