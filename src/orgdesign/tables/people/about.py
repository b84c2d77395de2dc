"""What the tables about people in posts share: title, notes, masks."""

from __future__ import annotations

from collections.abc import Sequence

from orgdesign.model.outcomes import year_index
from orgdesign.model.result import Result
from orgdesign.placement.placement import counted_surplus, placement
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables import notes
from orgdesign.tables.build import make, option_name
from orgdesign.tables.operating import never_operating, not_operating
from orgdesign.tables.people.sums import all_masked_notes, masked_rows
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Column, Row, Table
from orgdesign.words import say
from orgdesign.words.numbers import number

WHOLE = "brought_in"
PARTS = ("left", "settled", "follows", "other_job", "no_place")
"""What becomes of the people brought in: these add up to them."""


def no_people(result: Result, option: str) -> bool:
    """Return whether an option and those that take over from it bring no people in."""
    phases = result.options[option].evaluation.phases()
    return option == ALONE or not any(phase["brought_in"].any() for phase in phases)


def people_table(
    id: str,
    result: Result,
    option: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    lines: Sequence[str],
    settings: Settings,
) -> Table:
    """Return a table about the people of an option, small numbers masked where asked."""
    language, scenario = settings.language, result.scenario
    name = option_name(scenario, option, language)
    title = say(
        "interface.for_option", language, title=say(f"terms.table_{id}", language), option=name
    )
    every_year = any(column.id == "year" for column in columns)
    outside = (
        never_operating(result, [option], settings)
        if every_year
        else not_operating(result, option, settings)
    )
    lines = [
        *notes.price_notes(scenario, settings),
        *outside,
        *lines,
        *notes.masked_notes(settings),
    ]
    if settings.mask_below:
        rows = masked_rows(id, columns, rows, result, settings)
        lines += all_masked_notes(result, settings)
    lines += notes.selection_notes(settings)
    return make(id, title, columns, rows, lines, scenario, settings)


def surplus_notes(result: Result, option: str, year: int, settings: Settings) -> list[str]:
    """Return how the people without a place compare with those whom the bill counts as surplus.

    Not where small counts are masked: the totals would give them away.
    """
    if settings.mask_below:
        return []
    language, y = settings.language, year_index(result, year)
    counted = float(counted_surplus(result, option, y)[y].sum())
    unplaced = float(placement(result, option, y).no_place[y].sum())
    less = round(counted - unplaced, 2)
    figures = {
        name: number(abs(value), "fte", settings.numbers)
        for name, value in (("counted", counted), ("no_place", unplaced), ("less", less))
    }
    entry = "note_same_surplus" if not less else "note_less_surplus" if less > 0 else ""
    said = say(f"people.{entry or 'note_more_surplus'}", language, year=year, **figures)
    named = any(job.suitable_for for job in result.scenario.document.jobs.values())
    return [said] if named else [said, say("people.note_suitable_none", language)]
