"""What a bill comes to: structural cost, transition cost, present value and payback."""

from __future__ import annotations

from orgdesign.lines import LINES, TOTAL
from orgdesign.scenario.scenario import Scenario

from .arrangement import Arrangement
from .bill import Bill, pencil_bill
from .reading import number

AT_ONCE, NOT_WITHIN_HORIZON, NOT_APPLICABLE = "at_once", "not_within_horizon", "not_applicable"


def total_cost(bill: Bill, municipality: str) -> list[float]:
    """Return the total cost of each year."""
    years = range(len(bill["own_staff"][municipality]))
    return [sum(bill[line][municipality][year] for line in TOTAL) for year in years]


def structural_cost(scenario: Scenario, bill: Bill, municipality: str) -> float:
    """Return the structural and temporary lines in the report year."""
    year = scenario.years.index(scenario.report_year)
    return sum(
        bill[line.id][municipality][year]
        for line in LINES.values()
        if line.kind in ("structural", "temporary")
    )


def transition_cost(scenario: Scenario, bill: Bill, municipality: str) -> float:
    """Return the one-off lines, and what temporary lines are above their report year."""
    report = scenario.years.index(scenario.report_year)
    euros = 0.0
    for line in LINES.values():
        years = bill[line.id][municipality]
        if line.kind == "one_off":
            euros += sum(years)
        elif line.kind == "temporary":
            euros += sum(max(0.0, amount - years[report]) for amount in years)
    return euros


def present_value(scenario: Scenario, bill: Bill, municipality: str) -> float:
    """Return the total cost of all years, discounted to the first."""
    factor = 1 + number(scenario.document.scenario.discount_rate)
    return sum(cost / factor**year for year, cost in enumerate(total_cost(bill, municipality)))


def running_difference(bill: Bill, alone: Bill, municipality: str) -> list[float]:
    """Return what the option has cost more than staying alone, by the end of each year."""
    sums, so_far = [], 0.0
    pairs = zip(total_cost(bill, municipality), total_cost(alone, municipality), strict=True)
    for cost, cost_alone in pairs:
        so_far += cost - cost_alone
        sums.append(so_far)
    return sums


def payback(scenario: Scenario, option: str, municipality: str) -> str | int:
    """Return the calendar year in which the option has paid itself back, or why there is none."""
    a = Arrangement(scenario, option)
    if municipality not in a.participants:
        return NOT_APPLICABLE
    bill, alone = pencil_bill(scenario, option), pencil_bill(scenario, "alone")
    sums = running_difference(bill, alone, municipality)
    paid = None
    for year in reversed(range(a.horizon)):
        if year < a.start or sums[year] > 0:
            break
        paid = year
    if paid is None:
        return NOT_WITHIN_HORIZON
    return AT_ONCE if paid == a.start else scenario.years[paid]


def pencil_outcomes(scenario: Scenario, option: str) -> dict[str, dict[str, float]]:
    """Return structural cost, transition cost and present value by municipality."""
    bill = pencil_bill(scenario, option)
    return {
        outcome.__name__: {m: outcome(scenario, bill, m) for m in scenario.municipalities}
        for outcome in (structural_cost, transition_cost, present_value)
    }
