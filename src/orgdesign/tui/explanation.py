"""The cell under the cursor explained: its bill from alone to the option."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from orgdesign.tui.waterfall import Step, drawn
from orgdesign.tui.widgets.content import Tone
from orgdesign.words import say
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.model.result import Result
    from orgdesign.tables.settings import Settings

Lines = tuple[tuple[str, Tone], ...]
"""Lines of text with their tones."""


def waterfall(result: Result, settings: Settings, row: str, option: str) -> tuple[Step, ...]:
    """Return the steps from alone to an option, in the units of the table.

    A row that is no municipality stands for all of them. For the zero option itself the steps
    are its bill. The steps add up to the amounts that the comparison prints.
    """
    from orgdesign.scenario.scenario import ALONE
    from orgdesign.tables.build import option_name

    name = option_name(result.scenario, option, settings.language)
    after = _parts(result, settings, row, option)
    total = _printed(result, settings, row, option)
    if option == ALONE:
        return (*_steps(after, total, settings), Step(name, total, total=True))
    before = _parts(result, settings, row, ALONE)
    alone = _printed(result, settings, row, ALONE)
    changes = {label: after[label] - before[label] for label in after}
    first = Step(option_name(result.scenario, ALONE, settings.language), alone, total=True)
    steps = _steps(changes, total - alone, settings)
    return (first, *steps, Step(name, total, total=True))


def _steps(cents: Mapping[str, int], total: int, settings: Settings) -> tuple[Step, ...]:
    """Return the changes in whole units that add up to a total, those that are nothing left out."""
    from orgdesign.money import split
    from orgdesign.tables.settings import CENTS_IN

    amounts = {label: value / CENTS_IN[settings.unit] for label, value in cents.items() if value}
    if not amounts:
        return ()
    largest = max(amounts, key=lambda label: abs(amounts[label]))
    amounts[largest] += total - sum(amounts.values())
    whole = split(list(amounts.values()), list(amounts), parts=1)
    labels = [say(f"terms.{label}", settings.language) for label in amounts]
    return tuple(
        Step(label, amount) for label, amount in zip(labels, whole, strict=True) if amount
    )


def _parts(result: Result, settings: Settings, row: str, option: str) -> dict[str, int]:
    """Return the cents of each line in the measure; temporary lines together where it nets them."""
    from orgdesign.tables.cents import bill

    whole = bill(result, option)
    return {
        label: sum(
            _measured(
                result,
                {line: cents if line in lines else cents * 0 for line, cents in whole.items()},
                settings,
                row,
            )
        )
        for label, lines in _groups(settings).items()
    }


def _groups(settings: Settings) -> dict[str, Sequence[str]]:
    from orgdesign.model.lines import LINES

    if settings.measure != "transition_cost":
        return {line: (line,) for line in LINES}
    once: dict[str, Sequence[str]] = {
        line.id: (line.id,) for line in LINES.values() if line.kind == "one_off"
    }
    return once | {"kind_temporary": [x.id for x in LINES.values() if x.kind == "temporary"]}


def _printed(result: Result, settings: Settings, row: str, option: str) -> int:
    """Return the amount in whole units, a total as the sum of what is printed."""
    from orgdesign.money import rounded
    from orgdesign.tables.cents import bill
    from orgdesign.tables.settings import CENTS_IN

    cents = _measured(result, bill(result, option), settings, row)
    return sum(rounded(each, CENTS_IN[settings.unit]) for each in cents)


def _measured(result: Result, lines: Mapping[str, object], settings: Settings, row: str) -> list[int]:
    from orgdesign.tables.cents import measured
    from orgdesign.tables.settings import quoted_year

    scenario = result.scenario
    measure = "structural_cost" if settings.measure == "payback" else settings.measure
    cents = measured(scenario, lines, measure, quoted_year(scenario, settings))
    pairs = zip(scenario.municipalities, cents, strict=True)
    everyone = row not in scenario.municipalities
    return [amount for municipality, amount in pairs if everyone or municipality == row]


def explained(
    result: Result, settings: Settings, row: str, option: str, width: int
) -> Lines:
    """Return the explanation of a cell as lines of so many terminal cells."""
    from orgdesign.words.numbers import number

    steps = waterfall(result, settings, row, option)
    amounts = [
        number(step.amount, settings.unit, settings.numbers, signed=not step.total)
        for step in steps
    ]
    shown = [Step(visible(step.label), step.amount, step.total) for step in steps]
    return drawn(shown, amounts, width)
