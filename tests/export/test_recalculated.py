"""LibreOffice opens what is exported, and computes the tables again, cent for cent."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from examples import GALLERY, scenario
from machines import all_converted, converted
from openpyxl import load_workbook

from orgdesign.export.booklet import Booklet
from orgdesign.export.document import docx
from orgdesign.export.workbook import workbook
from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Result
from orgdesign.tables.compare import compare
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import Settings, settings_for
from orgdesign.words.numbers import raw

UNITS = ("cents", "thousand_euros")
OF_MEASURES = ("structural", "transition", "present_value", "compare", "staffing")


def booklet(result: Result, unit: str) -> Booklet:
    found = result.scenario
    settings: list[Settings] = [settings_for(found, name, unit=unit) for name in OF_MEASURES]
    tables = [TABLES[name](result, each) for name, each in zip(OF_MEASURES, settings, strict=True)]
    settings.append(settings_for(found, "compare", unit=unit, measure="total_cost"))
    tables.append(compare(result, settings[-1]))
    return Booklet("T", tuple(tables), result=result, settings=tuple(settings))


def emptied(data: bytes, given: Path, **changes: float) -> Path:
    """Write a workbook without what was computed before, with some cells changed."""
    book = load_workbook(io.BytesIO(data))
    for place, value in changes.items():
        sheet, cell = place.split("__")
        book[sheet][cell] = value
    given.parent.mkdir(exist_ok=True)
    book.save(given)
    return given


def read(made: Path) -> list[list[list[object]]]:
    book = load_workbook(made, data_only=True)
    return [[list(row) for row in sheet.iter_rows(min_row=4, values_only=True)] for sheet in book]


def test_libreoffice_computes_every_table_again(tmp_path: Path) -> None:
    """Of every scenario of the gallery in both units: it starts once for all of them."""
    made = {
        f"{path.stem}-{unit}": booklet(evaluate(scenario(path)), unit)
        for path in GALLERY
        for unit in UNITS
    }
    given = [
        emptied(workbook(each), tmp_path / "given" / f"{name}.xlsx") for name, each in made.items()
    ]
    files = all_converted(given, "xlsx", tmp_path)
    for (name, found), file in zip(made.items(), files, strict=True):
        compared = [
            pytest.approx(float(raw(cell, column.unit)), abs=1e-6) == value
            or pytest.fail(f"{name}: {table.id}, {row.id}, {column.id} is {value}")
            for table, rows in zip(found.tables, read(file), strict=False)
            for row, cells in zip(table.rows, rows, strict=False)
            for column, cell, value in zip(table.columns, row.cells, cells, strict=False)
            if isinstance(cell, int | float)
        ]
        assert len(compared) > 20


def test_formulas_stand_where_a_controller_looks() -> None:
    found = booklet(evaluate(scenario(GALLERY[-1])), "cents")
    book = load_workbook(io.BytesIO(workbook(found)))
    for sheet, table in zip(book.worksheets, found.tables, strict=False):
        if table.id == "staffing":
            continue
        for down, row in enumerate(table.rows, 4):
            for at, cell in enumerate(row.cells):
                if isinstance(cell, int):
                    assert str(sheet.cell(down, at + 1).value).startswith("="), (table.id, row.id)


def test_a_changed_figure_moves_the_tables(tmp_path: Path) -> None:
    result = evaluate(scenario(GALLERY[-1]))
    data = workbook(booklet(result, "cents"))
    book = load_workbook(io.BytesIO(data))
    bill, figures = book["Bedragen"], book["Cijfers"]
    year = [cell.value for cell in bill[1]].index(result.scenario.report_year)
    cell = bill.cell(2, year + 1)
    rate = next(row[1] for row in figures.iter_rows() if row[0].value == "scenario.discount_rate")
    changes: dict[str, dict[str, float]] = {
        "before": {},
        "after": {f"Bedragen__{cell.coordinate}": cell.value + 1000.5},
        "dearer": {f"Cijfers__{rate.coordinate}": 0.5},
    }
    given = [
        emptied(data, tmp_path / "given" / f"{name}.xlsx", **changed)
        for name, changed in changes.items()
    ]
    before, after, dearer = map(read, all_converted(given, "xlsx", tmp_path))
    first_alone = before[0][0][1]
    assert after[0][0][1] == pytest.approx(first_alone + 1000.5)  # type: ignore[operator]
    assert dearer[2][0][1] < before[2][0][1] / 1.5  # type: ignore[operator]


def test_libreoffice_opens_a_memo(tmp_path: Path) -> None:
    result = evaluate(scenario(GALLERY[-1]))
    table = TABLES["structural"](result, settings_for(result.scenario, "structural"))
    given = tmp_path / "memo.docx"
    given.write_bytes(docx(table))
    text = converted(given, "txt", tmp_path).read_text("utf-8-sig")
    assert table.title in text
    assert all(str(row.cells[0]) in text for row in table.rows)
