"""Why an option has paid itself back in a year: the running sum of what it costs more."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from orgdesign.model.arithmetic import Expression, Factor, Product
from orgdesign.model.explanation import Explanation, Step
from orgdesign.model.outcomes import total_cost
from orgdesign.model.payback import Payback, joint_payback, payback, start_of
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import ALONE


def explain_payback(result: Result, option: str, municipality: str) -> Explanation:
    """Return why an option has paid itself back when it has, or why it has not.

    Of a municipality, or without one of the participants together. The value is the sum of the
    yearly differences with staying alone up to the year of the payback, of all years where it
    is not within them; the steps tell that sum of every year. Raises KeyError for an unknown
    option, ValueError for an unknown municipality.
    """
    scenario = result.scenario
    answer = _answer(result, option, municipality)
    steps, differences = _running(result, option, municipality)
    reached = _position(result, option, answer)
    products = tuple(
        Product((Factor("difference", each),), str(year))
        for year, each in zip(scenario.years[: reached + 1], differences, strict=False)
        if each
    )
    if answer == "not_applicable":
        steps, products = (), ()
    value = steps[reached].value if steps else 0.0
    top = Step("running_difference", value, municipality, steps=tuple(steps))
    return Explanation(
        scenario, option, municipality, "payback", None, value, top, Expression(products),
        "payback", answer, scenario.years[reached],
    )  # fmt: skip


def _answer(result: Result, option: str, municipality: str) -> Payback:
    """Return the payback of a municipality, or of the participants together; none of alone."""
    if option == ALONE:
        return "not_applicable"
    if not municipality:
        return joint_payback(result, option)
    return payback(result, option)[result.scenario.municipalities.index(municipality)]


def _position(result: Result, option: str, answer: Payback) -> int:
    """Return the position of the year up to which the differences are added up."""
    years = result.scenario.years
    if isinstance(answer, int):
        return years.index(answer)
    return start_of(result, option) if answer == "at_once" else len(years) - 1


def _running(
    result: Result, option: str, municipality: str
) -> tuple[Sequence[Step], Sequence[float]]:
    """Return the running sum of every year with what it follows from, and the differences."""
    years, places = result.scenario.years, _places(result, option, municipality)
    after, alone = (
        [float(each) for each in total_cost(result, id)[places, :, 0].sum(axis=0)]
        for id in (option, ALONE)
    )
    differences = [one - other for one, other in zip(after, alone, strict=True)]
    sums = list(accumulate(differences))
    steps = []
    for y, year in enumerate(years):
        before = Step("running_difference", sums[y - 1], year=years[y - 1]) if y else None
        costs = (Step("total_cost", after[y], year=year), Step("less_alone", -alone[y], year=year))
        below = (before, *costs) if before else costs
        steps.append(Step("running_difference", sums[y], municipality, steps=below, year=year))
    return steps, differences


def _places(result: Result, option: str, municipality: str) -> list[int]:
    """Return the position of a municipality, or those of the participants."""
    if municipality:
        return [result.scenario.municipalities.index(municipality)]
    return [place for place, part in enumerate(result.options[option].participates) if part]
