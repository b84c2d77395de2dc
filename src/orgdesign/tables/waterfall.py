"""From alone to an option line by line: the steps of a waterfall, in the units of the tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from orgdesign.lines import LINES
from orgdesign.measures import YEARLY, Measure
from orgdesign.model.result import Result
from orgdesign.money import rounded, split
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables.build import option_name
from orgdesign.tables.cents import Bill, amounts, bill, measured
from orgdesign.tables.settings import CENTS_IN, Settings, quoted_year
from orgdesign.words import say


class Step(NamedTuple):
    """A bar: its label, its amount in whole units, and whether it is a total."""

    label: str
    amount: int
    total: bool = False
    line: str = ""
    """The line of the bill that it is of, or the option of a total."""

    @property
    def kind(self) -> Literal["total", "more", "less"]:
        """Whether the bar is a total, adds cost or takes cost away."""
        if self.total:
            return "total"
        return "more" if self.amount > 0 else "less"


def waterfall(result: Result, settings: Settings, row: str, option: str) -> tuple[Step, ...]:
    """Return the steps from alone to an option, in the units of the table.

    A row that is no municipality stands for all of them. For the zero option itself the steps
    are its bill. The steps add up to the amounts that the comparison prints.
    """
    name = option_name(result.scenario, option, settings.language)
    after = parts(result, settings, row, option)
    total = printed(result, settings, row, option)
    if option == ALONE:
        return (*_steps(after, total, settings), Step(name, total, True, option))
    before = parts(result, settings, row, ALONE)
    alone = printed(result, settings, row, ALONE)
    changes = {label: after[label] - before[label] for label in after}
    first = Step(option_name(result.scenario, ALONE, settings.language), alone, True, ALONE)
    steps = _steps(changes, total - alone, settings)
    return (first, *steps, Step(name, total, True, option))


def _steps(cents: Mapping[str, int], total: int, settings: Settings) -> tuple[Step, ...]:
    """Return the changes in whole units that add up to a total, those that are nothing left out."""
    return tuple(
        Step(say(f"terms.{line}", settings.language), amount, line=line)
        for line, amount in whole(cents, total, settings).items()
        if amount
    )


def whole(cents: Mapping[str, int], total: int, settings: Settings) -> dict[str, int]:
    """Return amounts in whole units that add up to a total, those that are nothing left out."""
    amounts = {line: value / CENTS_IN[settings.unit] for line, value in cents.items() if value}
    if not amounts:
        return {}
    largest = max(amounts, key=lambda line: abs(amounts[line]))
    amounts[largest] += total - sum(amounts.values())
    return dict(zip(amounts, split(list(amounts.values()), list(amounts), parts=1), strict=True))


def parts(result: Result, settings: Settings, row: str, option: str) -> dict[str, int]:
    """Return the cents of each line in the measure; temporary lines together where it nets them."""
    measure = measure_of(settings)
    year = quoted_year(result.scenario, settings) if measure in YEARLY else None
    lines = bill(result, option, year)
    return {
        label: _together(result, row, measured(result.scenario, some, measure))
        for label, some in _groups(lines, measure).items()
    }


def _groups(lines: Bill, measure: Measure) -> dict[str, Bill]:
    """Return the parts of a bill that a measure shows apart."""
    if measure != "transition_cost":
        return {line: {line: cents} for line, cents in lines.items()}
    once = [line for line in lines if LINES[line].kind == "one_off"]
    temporary = {line: cents for line, cents in lines.items() if LINES[line].kind == "temporary"}
    return {**{line: {line: lines[line]} for line in once}, "kind_temporary": temporary}


def printed(result: Result, settings: Settings, row: str, option: str) -> int:
    """Return the amount in whole units, a total as the sum of what is printed."""
    unit = CENTS_IN[settings.unit]
    return _together(
        result, row, [rounded(each, unit) for each in cents_of(result, settings, option)]
    )


def cents_of(result: Result, settings: Settings, option: str) -> tuple[int, ...]:
    """Return the cents that each municipality bears of an option in the measure asked for."""
    return amounts(result, option, measure_of(settings), quoted_year(result.scenario, settings))


def _together(result: Result, row: str, cents: Sequence[int]) -> int:
    """Return the amount of a municipality, of all where the row is none."""
    places = result.scenario.municipalities
    return cents[places.index(row)] if row in places else sum(cents)


def measure_of(settings: Settings) -> Measure:
    """Return the measure that the bill is of; the year of payback rests on the yearly bills."""
    return "total_cost" if settings.measure == "payback" else settings.measure
