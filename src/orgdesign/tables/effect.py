"""What the differences between two scenarios do to each municipality."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from orgdesign.measures import Measure
from orgdesign.model.result import Result
from orgdesign.money import rounded
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.tables import notes
from orgdesign.tables.build import (
    make,
    municipality_name,
    option_name,
    text_column,
    total_row,
)
from orgdesign.tables.cents import amounts
from orgdesign.tables.settings import CENTS_IN, Settings
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.words import say

MEASURES: tuple[Measure, ...] = ("structural_cost", "present_value")


def effect(old: Result, new: Result, measure: Measure, settings: Settings) -> Table:
    """Return how much more each municipality pays in the new scenario, for every option.

    What only one of the scenarios has is not applicable.
    """
    language = settings.language
    options = list(dict.fromkeys([*old.options, *new.options]))
    places = list(dict.fromkeys([*old.scenario.municipalities, *new.scenario.municipalities]))
    before, after = _printed(old, measure, settings), _printed(new, measure, settings)
    than = say("interface.than_file", language, file=old.scenario.file)
    columns = [
        text_column("municipality", settings),
        *(
            Column(o, _name(old, new, o, settings), settings.unit, True, signed=True, than=than)
            for o in options
        ),
    ]
    rows = [
        Row(m, (_place(old, new, m), *(_difference(before, after, (o, m)) for o in options)))
        for m in places
    ]
    title = say(f"terms.measure_{measure}", language)
    return make(
        f"effect_{measure}",
        say("interface.effect_title", language, title=title),
        columns,
        [*rows, total_row(say("interface.total", language), columns, rows)],
        _notes(old, new, measure, settings),
        new.scenario,
        settings,
    )


def _printed(result: Result, measure: Measure, settings: Settings) -> Mapping[tuple[str, str], int]:
    """Return what is printed for each option and municipality, in the scenario's report year."""
    scenario, unit = result.scenario, CENTS_IN[settings.unit]
    return {
        (option, municipality): rounded(cents, unit)
        for option in result.options
        for municipality, cents in zip(
            scenario.municipalities,
            amounts(result, option, measure, scenario.report_year),
            strict=True,
        )
    }


def _difference(
    before: Mapping[tuple[str, str], int],
    after: Mapping[tuple[str, str], int],
    at: tuple[str, str],
) -> Cell:
    if at not in before or at not in after:
        return Mark.NOT_APPLICABLE
    return after[at] - before[at]


def _name(old: Result, new: Result, option: str, settings: Settings) -> str:
    holder = new if option == ALONE or option in new.scenario.options else old
    return option_name(holder.scenario, option, settings.language)


def _place(old: Result, new: Result, municipality: str) -> str:
    holder = new if municipality in new.scenario.municipalities else old
    return municipality_name(holder.scenario, municipality)


def _notes(old: Result, new: Result, measure: Measure, settings: Settings) -> Sequence[str]:
    language = settings.language
    lines = [*notes.price_notes(new.scenario, settings), notes.unit_note(settings)]
    lines.append(
        say(
            "interface.note_effect",
            language,
            old=old.scenario.file,
            new=new.scenario.file,
        )
    )
    for before, after in zip(
        *(_year_notes(each.scenario, measure, settings) for each in (old, new)), strict=True
    ):
        if before == after:
            lines.append(after)
        else:
            lines += [
                say("interface.note_of_file", language, file=each.scenario.file, note=note)
                for each, note in ((old, before), (new, after))
            ]
    return lines


def _year_notes(scenario: Scenario, measure: Measure, settings: Settings) -> Sequence[str]:
    """Return the year or the years that the amounts of a scenario are of."""
    if measure == "structural_cost":
        return [notes.year_note(scenario.report_year, settings)]
    return notes.horizon_notes(scenario, settings, discounted=True)
