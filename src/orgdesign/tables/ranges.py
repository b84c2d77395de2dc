"""Between which amounts the cells of a table of one's own lie: 5 and 95 per cent of the draws."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from orgdesign.measures import YEARLY
from orgdesign.model.outcomes import Amount
from orgdesign.model.result import Array, Result
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.tables.beside import Beside, places, widened, without_amount
from orgdesign.tables.pivot_sides import Place, measure_of
from orgdesign.tables.settings import Settings, shown_municipalities
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.words import say

if TYPE_CHECKING:
    from orgdesign.sensitivity.draws import Draws
    from orgdesign.sensitivity.sample import Sample

ENDS = {"low": 5, "high": 95}
"""The columns beside an amount, with the percentile of each."""


class _Asked(NamedTuple):
    """An amount of the table, what it is of and how it is computed for every draw."""

    row: Row
    column: Column
    cell: Cell
    place: Place
    amount: Amount


def with_ranges(table: Table, result: Result, settings: Settings, id: str) -> Table:
    """Return a table of the scenario with the low and high of every amount beside it.

    Of a total it is the range of the total: ranges do not add up.
    """
    from orgdesign.sensitivity.draws import draw
    from orgdesign.tables.sensitivity.sampled import draws_note

    scenario = result.scenario
    asked = list(_amounts(table, scenario, settings, id))
    draws = draw(scenario)
    sample = _sample(scenario, draws, asked)
    ranges = [_Range(each, sample, settings) for each in asked]
    columns = {
        column.id: _beside(column, ranges, settings)
        for column in table.columns
        if any(each.column == column.id for each in ranges)
    }
    said = (say("sensitivity.note_range", settings.language), draws_note(sample, settings))
    return widened(table, columns, said)


def _amounts(table: Table, scenario: Scenario, settings: Settings, id: str) -> Iterator[_Asked]:
    """Yield the amounts of a table; where municipalities are no side all shown are together."""
    asked, measure = scenario.document.tables[id], measure_of(scenario, id)
    apart = "municipalities" in (asked.rows, asked.columns)
    together = () if apart else shown_municipalities(scenario, settings)
    for row, column, cell, place in places(table, scenario, settings, asked.rows, asked.columns):
        year = place.years if measure in YEARLY else None
        amount = Amount(measure, year, place.lines, together)
        yield _Asked(row, column, cell, place, amount)


def _sample(scenario: Scenario, draws: Draws, asked: Sequence[_Asked]) -> Sample:
    """Return the amounts of every draw."""
    from orgdesign.sensitivity.sample import Sample
    from orgdesign.sensitivity.study import Study

    options = tuple(dict.fromkeys(o for each in asked if (o := each.place.options) != ALONE))
    study = Study(scenario, options, scenario.municipalities)
    amounts = tuple(dict.fromkeys(each.amount for each in asked))
    return Sample(study, draws, study.outcomes(draws.cases, amounts))


class _Range:
    """The low and high of an amount as they are printed."""

    def __init__(self, asked: _Asked, sample: Sample, settings: Settings) -> None:
        self.row, self.column = asked.row.id, asked.column.id
        self._asked, self._sample, self._settings = asked, sample, settings
        outside = without_amount(asked.cell)
        self.cells = self._cells() if outside is None else dict.fromkeys(ENDS, outside)

    def _cells(self) -> dict[str, Cell]:
        drawn = self._drawn()
        if drawn is None:
            return dict.fromkeys(ENDS, Mark.NOT_APPLICABLE)
        low, high = (float(np.percentile(drawn, percent)) for percent in ENDS.values())
        if np.isclose(low, high, rtol=1e-9, atol=0.005):
            return dict.fromkeys(ENDS, self._asked.cell)
        return {"low": self._printed(low), "high": self._printed(high)}

    def _drawn(self) -> Array | None:
        """Return what is printed for every draw, None where a draw has nothing to compare with."""
        column, option = self._asked.column, self._asked.place.options
        own = self._of(option)
        if column.unit == "share":
            alone = self._of(ALONE)
            if not (alone > 0).all():
                return None
            return (own - alone if column.signed else own) / alone
        return own - self._of(ALONE) if column.signed else own

    def _of(self, option: str) -> Array:
        amount, place = self._asked.amount, self._asked.place
        found = self._sample.outcomes[option, amount]
        if not amount.together:
            found = found[self._rows(place)]
        return np.asarray(found.sum(axis=0))

    def _rows(self, place: Place) -> list[int]:
        return self._sample.study.scenario.places(self._towns(place))

    def _towns(self, place: Place) -> tuple[str, ...]:
        if place.municipalities:
            return (place.municipalities,)
        return shown_municipalities(self._sample.study.scenario, self._settings)

    def _printed(self, value: float) -> Cell:
        from orgdesign.tables.sensitivity.parts import heads, money

        unit = self._asked.column.unit
        if unit == "share":
            return round(value, 3)
        settings = self._settings.change(per_inhabitant=unit == "euros_per_inhabitant")
        towns = self._towns(self._asked.place)
        return money(value, settings, heads(self._sample.study.scenario, towns, settings))


def _beside(column: Column, ranges: Sequence[_Range], settings: Settings) -> tuple[Beside, ...]:
    """Return the columns with the low and the high of a column."""
    own = [each for each in ranges if each.column == column.id]
    return tuple(
        Beside(
            column._replace(
                id=f"{column.id}.{end}",
                title=say(f"sensitivity.{end}_of", settings.language, title=column.title),
                total=False,
            ),
            {each.row: each.cells[end] for each in own},
        )
        for end in ENDS
    )
