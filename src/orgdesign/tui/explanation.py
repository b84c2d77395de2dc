"""The cell under the cursor explained: its bill from alone to the option."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from orgdesign.tui.course_chart import drawn as chart
from orgdesign.tui.waterfall import drawn
from orgdesign.tui.widgets.content import Lines
from orgdesign.words import say
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.model.result import Result
    from orgdesign.tables.settings import Settings
    from orgdesign.tables.table import Table
    from orgdesign.tables.waterfall import Step

DIRECTIONS = {
    "grant_effect": ("cell_grant_more", "cell_grant_less"),
    "programme_effect": ("cell_programme_more", "cell_programme_less"),
}
"""The entries that say more and less cost of measures that are effects: more cost is less grant."""


def explained(result: Result, settings: Settings, row: str, option: str, width: int) -> Lines:
    """Return a cell in sentences, its bill as a waterfall, the option's thresholds and gaps."""
    from orgdesign.tables.course import course
    from orgdesign.tables.notes import gap_notes
    from orgdesign.words.numbers import number

    steps = _steps(result, settings, row, option)
    amounts = [
        number(step.amount, settings.unit, settings.numbers, signed=not step.total)
        for step in steps
    ]
    shown = [step._replace(label=visible(step.label)) for step in steps]
    said = _sentence(result, settings, row, option, steps)
    options = [option] if option in result.scenario.options else []
    gaps = gap_notes(result.scenario, options, settings)
    return (
        ((visible(said), ""),),
        *(((line, ""),) for line in _in_other_units(result, settings, row, option)),
        (("", ""),),
        *((line,) for line in drawn(shown, amounts, width)),
        *(((visible(frame), "mark"),) for frame in _frames(result, settings, row, option)),
        *(((visible(gap), "mark"),) for gap in gaps),
        (("", ""),),
        *chart(course(result, settings, row), width, option),
    )


def bill_table(result: Result, settings: Settings, row: str, option: str) -> Table:
    """Return the explanation of a cell as a table: its sentence, and the steps of its bill."""
    from orgdesign.tables.build import text_column
    from orgdesign.tables.table import Column, Row, Table

    steps, language = _steps(result, settings, row, option), settings.language
    amount = Column("amount", say("interface.amount", language), settings.unit)
    frames = (
        *_in_other_units(result, settings, row, option),
        *_frames(result, settings, row, option),
    )
    return Table(
        "bill",
        _sentence(result, settings, row, option, steps),
        (text_column("line", settings), amount),
        tuple(Row(str(at), (step.label, step.amount), step.total) for at, step in enumerate(steps)),
        frames,
        language,
        settings.numbers,
        result.scenario.document.scenario.status,
    )


def _steps(result: Result, settings: Settings, row: str, option: str) -> tuple[Step, ...]:
    """Return the steps of a cell: from alone to the option, of the payback those of the years."""
    from orgdesign.tables.payback_years import payback_steps
    from orgdesign.tables.waterfall import waterfall

    found = payback_steps if settings.measure == "payback" else waterfall
    return found(result, settings, row, option)


def _in_other_units(result: Result, settings: Settings, row: str, option: str) -> list[str]:
    """Return the cell per inhabitant, or as a percentage, where the table shows that."""
    per_inhabitant = _per_inhabitant(result, settings, row, option)
    return [*per_inhabitant, *_percentage(result, settings, row, option)]


def _percentage(result: Result, settings: Settings, row: str, option: str) -> list[str]:
    """Return the cell as a percentage of staying alone in a sentence, where the table has that."""
    from orgdesign.tables.grid import grid
    from orgdesign.words.numbers import number

    scenario = result.scenario
    if not settings.in_percent or option not in scenario.options:
        return []
    difference = settings.against != "absolute"
    settings = settings.change(options=(option,), against=settings.against or "alone")
    places = [row] if row in scenario.municipalities else scenario.municipalities
    share = grid(result, settings).share(option, places)
    if not isinstance(share, float):
        return []
    written = number(share, "share", settings.numbers, signed=difference)
    return [say("app.cell_percentage", settings.language, share=written)]


def _per_inhabitant(result: Result, settings: Settings, row: str, option: str) -> list[str]:
    """Return the amounts per inhabitant in a sentence, where the table shows those."""
    from orgdesign.scenario.scenario import ALONE
    from orgdesign.tables.waterfall import cents_of
    from orgdesign.words.numbers import number

    scenario = result.scenario
    if not settings.per_inhabitant or settings.measure == "payback":
        return []
    places = [row] if row in scenario.municipalities else scenario.municipalities
    tables = scenario.document.municipalities
    inhabitants = sum(tables[place].inhabitants.value for place in places)
    if not inhabitants:
        return []
    at = scenario.places(places)
    amount, alone = (
        sum(cents[i] for i in at) / 100 / inhabitants
        for cents in (cents_of(result, settings, each) for each in (option, ALONE))
    )
    details = {
        "amount": number(amount, "euros_per_inhabitant", settings.numbers),
        "alone": number(alone, "euros_per_inhabitant", settings.numbers),
    }
    return [say("app.cell_per_inhabitant", settings.language, **details)]


def _frames(result: Result, settings: Settings, row: str, option: str) -> list[str]:
    """Return in sentences the thresholds of an option, of a municipality those it shares in."""
    from orgdesign.tables.thresholds import checks, of_whom
    from orgdesign.words.numbers import number

    if option not in result.scenario.options:
        return []
    language, numbers = settings.language, settings.numbers
    known = row in result.scenario.municipalities
    return [
        say(
            "app.cell_threshold",
            language,
            who=of_whom(result, check, language),
            threshold=say(f"interface.{check.threshold}", language),
            required=number(check.required / 100, "euros", numbers),
            actual=number(check.printed(100), "euros", numbers),
            verdict=say(f"interface.{'pass' if check.passed else 'fail'}", language),
        )
        for check in checks(result, option)
        if not known or check.municipality in (None, row)
    ]


def _sentence(
    result: Result, settings: Settings, row: str, option: str, steps: Sequence[Step]
) -> str:
    """Return what the cell says in words."""
    from orgdesign.scenario.scenario import ALONE
    from orgdesign.tables.build import municipality_name
    from orgdesign.tables.payback_years import payback_said
    from orgdesign.words.numbers import number

    if settings.measure == "payback":
        return payback_said(result, settings, row, option)
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
    more, less = DIRECTIONS.get(settings.measure, ("cell_more", "cell_less"))
    entry = more if after > before else less if after < before else "cell_same"
    return say(f"app.{entry}", language, **details)


def _title(result: Result, settings: Settings) -> str:
    from orgdesign.measures import YEARLY
    from orgdesign.tables.settings import quoted_year

    language, measure = settings.language, settings.measure
    title = say(f"terms.measure_{measure}", language)
    if measure not in YEARLY:
        return title
    year = quoted_year(result.scenario, settings)
    return say("interface.in_year", language, title=title, year=year)
