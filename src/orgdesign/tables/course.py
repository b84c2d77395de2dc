"""What each option costs more than staying alone, year by year."""

from __future__ import annotations

from collections.abc import Sequence

from orgdesign.model.result import Result
from orgdesign.money import rounded
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables import notes
from orgdesign.tables.build import name_or_together, option_name, text_column
from orgdesign.tables.cents import bill, total
from orgdesign.tables.settings import CENTS_IN, Settings, shown_options
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.words import say


def course(result: Result, settings: Settings, row: str) -> Table:
    """Return the difference in total cost of every year by option, in what tables print.

    A row that is no municipality stands for all of them.
    """
    scenario, language = result.scenario, settings.language
    who = name_or_together(scenario, row, language)
    places = [row] if row in scenario.municipalities else scenario.municipalities
    alone = yearly_cost(result, settings, ALONE, places)

    def cells(option: str) -> tuple[Cell, ...]:
        if set(places).isdisjoint(scenario.participants(option)):
            return (Mark.NOT_APPLICABLE,) * len(alone)
        after = yearly_cost(result, settings, option, places)
        return tuple(each - before for each, before in zip(after, alone, strict=True))

    than = say("interface.than_alone", language)
    title = say("interface.course", language, who=who)
    return Table(
        "course",
        say("interface.difference_title", language, title=title),
        (
            text_column("option", settings),
            *(
                Column(str(year), str(year), settings.unit, signed=True, than=than)
                for year in scenario.years
            ),
        ),
        tuple(
            Row(option, (option_name(scenario, option, language), *cells(option)))
            for option in shown_options(scenario, settings)
        ),
        (notes.unit_note(settings.change(per_inhabitant=False)), notes.sign_note(settings)),
        language,
        settings.numbers,
        scenario.document.scenario.status,
    )


def yearly_cost(
    result: Result, settings: Settings, option: str, places: Sequence[str]
) -> list[int]:
    """Return the total cost of each year of some municipalities, as the sum of what is printed."""
    every = result.scenario.municipalities
    cents = total(bill(result, option))[[every.index(place) for place in places]]
    unit = CENTS_IN[settings.unit]
    return [sum(rounded(each, unit) for each in year) for year in cents.T.tolist()]
