"""Several scenarios side by side: every option of every file, municipalities merged by id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from orgdesign.model.result import Result
from orgdesign.tables import notes
from orgdesign.tables.build import (
    make,
    municipality_name,
    text_column,
)
from orgdesign.tables.compare import last_row, option_columns, option_notes, rows_below, title_of
from orgdesign.tables.grid import Grid, grid
from orgdesign.tables.settings import Settings, quoted_year
from orgdesign.tables.table import Cell, Mark, Row, Table
from orgdesign.words import say
from orgdesign.words.numbers import number


def compare_files(results: Sequence[Result], settings: Settings) -> Table:
    """Return a measure by municipality for every option of several scenarios.

    A municipality that a file does not have is not applicable there.
    """
    measure = "structural_cost" if settings.measure == "payback" else settings.measure
    settings = settings.change(against=settings.against or "alone", measure=measure)
    grids = [grid(result, _for(result, settings)) for result in results]
    years = {quoted_year(result.scenario, settings) for result in results}
    places = list(dict.fromkeys(m for amounts in grids for m in amounts.municipalities))
    columns = [text_column("municipality", settings)]
    for at, amounts in enumerate(grids, 1):
        columns += option_columns(amounts, f"{at}.", f"{at}: ")
    rows = [
        Row(m, (_name(results, m), *(cell for amounts in grids for cell in _cells(amounts, m))))
        for m in places
    ]
    table = make(
        "compare",
        title_of(grids[0], dated=len(years) == 1),
        columns,
        [*rows, last_row(columns, rows, grids), *rows_below(grids)],
        _notes(grids, settings),
        results[0].scenario,
        settings,
    )
    status = all(r.scenario.document.scenario.status == "final" for r in results)
    return table._replace(status="final" if status else "draft")


def _for(result: Result, settings: Settings) -> Settings:
    """Return the settings without options and municipalities that a file does not have."""
    scenario = result.scenario
    return settings.change(
        options=tuple(o for o in settings.options if o in scenario.options),
        municipalities=tuple(m for m in settings.municipalities if m in scenario.municipalities),
    )


def _cells(amounts: Grid, municipality: str) -> list[Cell]:
    if municipality in amounts.municipalities:
        return amounts.cells(municipality)
    return [Mark.NOT_APPLICABLE] * (1 + len(amounts.options))


def _name(results: Sequence[Result], municipality: str) -> str:
    scenario = next(r.scenario for r in results if municipality in r.scenario.municipalities)
    return municipality_name(scenario, municipality)


def _notes(grids: Sequence[Grid], settings: Settings) -> list[str]:
    results = [amounts.result for amounts in grids]
    lines = []
    for at, result in enumerate(results, 1):
        scenario = result.scenario
        about = scenario.document.scenario
        given = {
            "number": at,
            "file": scenario.file,
            "title": about.title,
            "status": say(f"terms.status_{about.status}", settings.language),
            "prices": about.price_level,
            "year": quoted_year(scenario, settings),
        }
        lines.append(say("interface.note_file", settings.language, **given))
    if len({result.scenario.document.scenario.price_level for result in results}) > 1:
        lines.append(say("interface.note_price_levels", settings.language))
    lines += [notes.unit_note(settings), *notes.percentage_notes(settings)]
    if settings.against == "alone":
        lines.append(notes.beside_alone_note(settings))
    lines += [_differing(path, values, settings) for path, values in _facts(results).items()]
    for at, amounts in enumerate(grids, 1):
        lines += [f"{at}: {note}" for note in option_notes(amounts)]
    return lines


_CHOICES = ("options.", "forms.", "keys.", "scenario.report_year")
"""What scenarios may well have differently: these are no facts."""


def _facts(results: Sequence[Result]) -> Mapping[str, list[float | None]]:
    """Return the facts that the files give differently, with the value of each file."""
    paths = dict.fromkeys(path for result in results for path in result.scenario.figures)
    found = {
        path: [
            figure.value if (figure := result.scenario.figures.get(path)) else None
            for result in results
        ]
        for path in paths
        if not path.startswith(_CHOICES)
    }
    return {
        path: values
        for path, values in found.items()
        if None not in values and len(set(values)) > 1
    }


def _differing(path: str, values: Sequence[float | None], settings: Settings) -> str:
    listed = "; ".join(
        f"{at}: {number(value, 'number', settings.numbers)}"
        for at, value in enumerate(values, 1)
        if value is not None
    )
    return say("interface.note_fact", settings.language, path=path, values=listed)
