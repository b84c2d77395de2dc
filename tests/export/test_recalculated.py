"""LibreOffice opens what is exported, and computes the tables again, cent for cent."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from examples import GALLERY, scenario
from machines import converted
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

OF_MEASURES = ("structural", "transition", "present_value", "compare", "staffing")


def booklet(result: Result, unit: str) -> Booklet:
    found = result.scenario
    settings: list[Settings] = [settings_for(found, name, unit=unit) for name in OF_MEASURES]
    tables = [TABLES[name](result, each) for name, each in zip(OF_MEASURES, settings, strict=True)]
    settings.append(settings_for(found, "compare", unit=unit, measure="total_cost"))
    tables.append(compare(result, settings[-1]))
    return Booklet("T", tuple(tables), result=result, settings=tuple(settings))


def recalculated(data: bytes, folder: Path, **changes: float) -> list[list[list[object]]]:
    """The sheets as LibreOffice computes them: what was computed before is taken out first."""
    book = load_workbook(io.BytesIO(data))
    for place, value in changes.items():
        sheet, cell = place.split("__")
        book[sheet][cell] = value
    given = folder / "given" / "book.xlsx"
    given.parent.mkdir()
    book.save(given)
    made = load_workbook(converted(given, "xlsx", folder), data_only=True)
    return [[list(row) for row in sheet.iter_rows(min_row=4, values_only=True)] for sheet in made]


@pytest.mark.parametrize("unit", ["cents", "thousand_euros"])
@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.stem)
def test_libreoffice_computes_every_table_again(path: Path, unit: str, tmp_path: Path) -> None:
    found = booklet(evaluate(scenario(path)), unit)
    sheets = recalculated(workbook(found), tmp_path)
    for table, rows in zip(found.tables, sheets, strict=False):
        for row, cells in zip(table.rows, rows, strict=False):
            for column, cell, value in zip(table.columns, row.cells, cells, strict=False):
                if isinstance(cell, int | float):
                    expected = float(raw(cell, column.unit))
                    assert value == pytest.approx(expected, abs=1e-6), (table.id, row.id, column.id)


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
    before = recalculated(data, _made(tmp_path / "before"))
    changed = {f"Bedragen__{cell.coordinate}": cell.value + 1000.5}
    after = recalculated(data, _made(tmp_path / "after"), **changed)
    first_alone = before[0][0][1]
    assert after[0][0][1] == pytest.approx(first_alone + 1000.5)  # type: ignore[operator]
    rate = next(row[1] for row in figures.iter_rows() if row[0].value == "scenario.discount_rate")
    dearer = recalculated(data, _made(tmp_path / "rate"), **{f"Cijfers__{rate.coordinate}": 0.5})
    assert dearer[2][0][1] < before[2][0][1] / 1.5  # type: ignore[operator]


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def test_libreoffice_opens_a_memo(tmp_path: Path) -> None:
    result = evaluate(scenario(GALLERY[-1]))
    table = TABLES["structural"](result, settings_for(result.scenario, "structural"))
    given = tmp_path / "memo.docx"
    given.write_bytes(docx(table))
    text = converted(given, "txt", tmp_path).read_text("utf-8-sig")
    assert table.title in text
    assert all(str(row.cells[0]) in text for row in table.rows)
