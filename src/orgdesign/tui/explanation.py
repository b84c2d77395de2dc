"""The cell under the cursor explained: its bill from alone to the option."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from orgdesign.tui.waterfall import Step, drawn
from orgdesign.tui.widgets.content import Tone
from orgdesign.words import Language, say
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.model.result import Result
    from orgdesign.tables.cents import Bill
    from orgdesign.tables.settings import Measure, Settings

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
    return tuple(Step(label, amount) for label, amount in zip(labels, whole, strict=True) if amount)


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
    from orgdesign.lines import LINES

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


def _measured(result: Result, lines: Bill, settings: Settings, row: str) -> list[int]:
    from orgdesign.tables.cents import measured
    from orgdesign.tables.settings import quoted_year

    scenario = result.scenario
    cents = measured(scenario, lines, _measure(settings), quoted_year(scenario, settings))
    pairs = zip(scenario.municipalities, cents, strict=True)
    everyone = row not in scenario.municipalities
    return [amount for municipality, amount in pairs if everyone or municipality == row]


def explained(result: Result, settings: Settings, row: str, option: str, width: int) -> Lines:
    """Return a cell in sentences, its bill as a waterfall, the option's thresholds and gaps."""
    from orgdesign.tables.notes import gap_notes
    from orgdesign.words.numbers import number

    steps = waterfall(result, settings, row, option)
    amounts = [
        number(step.amount, settings.unit, settings.numbers, signed=not step.total)
        for step in steps
    ]
    shown = [Step(visible(step.label), step.amount, step.total) for step in steps]
    said = _sentence(result, settings, row, option, steps)
    options = [option] if option in result.scenario.options else []
    gaps = gap_notes(result.scenario, options, settings)
    return (
        (visible(said), ""),
        *((line, "") for line in _per_inhabitant(result, settings, row, option)),
        ("", ""),
        *drawn(shown, amounts, width),
        *((visible(frame), "mark") for frame in _frames(result, settings, row, option)),
        *((visible(gap), "mark") for gap in gaps),
    )


def _per_inhabitant(result: Result, settings: Settings, row: str, option: str) -> list[str]:
    """Return the amounts per inhabitant in a sentence, where the table shows those."""
    from orgdesign.scenario.scenario import ALONE
    from orgdesign.tables.cents import bill
    from orgdesign.words.numbers import number

    scenario = result.scenario
    if not settings.per_inhabitant or settings.measure == "payback":
        return []
    places = [row] if row in scenario.municipalities else scenario.municipalities
    tables = scenario.document.municipalities
    inhabitants = sum(tables[place].inhabitants.value for place in places)
    if not inhabitants:
        return []
    amount, alone = (
        sum(_measured(result, bill(result, each), settings, row)) / 100 / inhabitants
        for each in (option, ALONE)
    )
    details = {
        "amount": number(amount, "euros_per_inhabitant", settings.numbers),
        "alone": number(alone, "euros_per_inhabitant", settings.numbers),
    }
    return [say("app.cell_per_inhabitant", settings.language, **details)]


def _frames(result: Result, settings: Settings, row: str, option: str) -> list[str]:
    """Return in sentences the thresholds of an option, of a municipality those it shares in."""
    from orgdesign.tables.thresholds import checks
    from orgdesign.words.numbers import number

    if option not in result.scenario.options:
        return []
    language, numbers = settings.language, settings.numbers
    known = row in result.scenario.municipalities
    return [
        say(
            "app.cell_threshold",
            language,
            who=_whose(result, check.municipality, language),
            threshold=say(f"interface.{check.threshold}", language),
            required=number(check.required / 100, "euros", numbers),
            actual=number(check.printed(100), "euros", numbers),
            verdict=say(f"interface.{'pass' if check.passed else 'fail'}", language),
        )
        for check in checks(result, option)
        if not known or check.municipality in (None, row)
    ]


def _whose(result: Result, municipality: str | None, language: Language) -> str:
    from orgdesign.tables.build import municipality_name

    if municipality is None:
        return say("interface.together", language)
    return municipality_name(result.scenario, municipality)


def _sentence(
    result: Result, settings: Settings, row: str, option: str, steps: Sequence[Step]
) -> str:
    """Return what the cell says in words."""
    from orgdesign.scenario.scenario import ALONE
    from orgdesign.tables.build import municipality_name
    from orgdesign.words.numbers import number

    scenario, language = result.scenario, settings.language
    before, after = steps[0].amount, steps[-1].amount
    known = row in scenario.municipalities
    details = {
        "title": _title(result, settings),
        "who": municipality_name(scenario, row) if known else say("app.everyone", language),
        "option": steps[-1].label,
        "amount": number(after, settings.unit, settings.numbers),
        "alone": number(before, settings.unit, settings.numbers),
        "difference": number(abs(after - before), settings.unit, settings.numbers),
        "unit": say(f"terms.unit_{settings.unit}", language),
    }
    if option == ALONE:
        return say("app.cell_alone", language, **details)
    if known and row not in scenario.participants(option):
        return say("app.cell_outside", language, **details)
    entry = "cell_more" if after > before else "cell_less" if after < before else "cell_same"
    return say(f"app.{entry}", language, **details)


def _title(result: Result, settings: Settings) -> str:
    from orgdesign.tables.compare import YEARLY
    from orgdesign.tables.settings import quoted_year

    language, measure = settings.language, _measure(settings)
    title = say(f"terms.measure_{measure}", language)
    if measure not in YEARLY:
        return title
    year = quoted_year(result.scenario, settings)
    return say("interface.in_year", language, title=title, year=year)


def _measure(settings: Settings) -> Measure:
    """Return the measure that the bill is of; the year of payback rests on the yearly bills."""
    return "total_cost" if settings.measure == "payback" else settings.measure
