"""The grid of two quantities as a table, with the value of equality in every row."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.scenario.scenario import Scenario
from orgdesign.sensitivity.study import Study
from orgdesign.sensitivity.two_way import TwoWay
from orgdesign.tables import notes
from orgdesign.tables.build import make
from orgdesign.tables.explaining.figure_names import figure_name, figure_value
from orgdesign.tables.sensitivity.parts import (
    against_note,
    amount_column,
    heads,
    measure_notes,
    money,
    spoken_option,
    title_of_option,
)
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Column, Row, Table
from orgdesign.words import say


def two_way_table(found: TwoWay, study: Study, settings: Settings) -> Table:
    """Return what the first option costs above the second over both ranges."""
    scenario, language = study.scenario, settings.language
    names = {
        side: f"{figure_name(scenario, path, language)}, {path}"
        for side, path in (("row", found.row), ("column", found.column))
    }
    return make(
        "grid",
        title_of_option("grid", study, found.first, settings, found.second),
        tuple(_columns(found, scenario, settings)),
        _rows(found, study, settings),
        [
            *measure_notes(study, settings),
            notes.amounts_note(settings),
            against_note(scenario, found.second, settings),
            say("sensitivity.note_grid", language, **names),
        ],
        scenario,
        settings,
    )


def _written(scenario: Scenario, path: str, value: float, settings: Settings) -> str:
    return figure_value(scenario, path, value, settings.language, settings.numbers)


def _columns(found: TwoWay, scenario: Scenario, settings: Settings) -> Iterator[Column]:
    language = settings.language
    than = spoken_option(scenario, found.second, language)
    yield Column("row", figure_name(scenario, found.row, language))
    for number, value in enumerate(found.columns.tolist(), start=1):
        title = _written(scenario, found.column, value, settings)
        yield amount_column(f"at_{number}", title, settings, than=than)
    yield Column("equal", say("sensitivity.equal_at", language))


def _rows(found: TwoWay, study: Study, settings: Settings) -> Iterator[Row]:
    scenario = study.scenario
    per = heads(scenario, study.municipalities, settings)
    along = zip(found.rows.tolist(), found.apart.tolist(), found.equal, strict=True)
    for number, (value, apart, equal) in enumerate(along, start=1):
        amounts = (money(euros, settings, per) for euros in apart)
        where = "; ".join(_written(scenario, found.column, each, settings) for each in equal)
        first = _written(scenario, found.row, value, settings)
        yield Row(f"row_{number}", (first, *amounts, where))
