"""LibreOffice opens what is exported, and computes the tables again, cent for cent."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from examples import GALLERY, ROOT, result
from machines import all_converted, converted
from openpyxl import load_workbook

from orgdesign.export.blocks import blocks
from orgdesign.export.booklet import Booklet
from orgdesign.export.document import docx
from orgdesign.export.workbook import HEADER, workbook, xlsx
from orgdesign.model.result import Result
from orgdesign.tables.compare import compare
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import Settings, settings_for
from orgdesign.words.numbers import cell_text, raw

INHABITANTS = "municipalities.bunnik.inhabitants"
UNITS = ("cents", "thousand_euros")
OF_MEASURES = ("structural", "transition", "present_value", "compare", "staffing")
OF_SHARES = ("shares", "keys", "exit")


def booklet(computed: Result, unit: str) -> Booklet:
    found = computed.scenario
    names = (*OF_MEASURES, *(OF_SHARES if unit == "cents" else ()))
    settings: list[Settings] = [settings_for(found, name, unit=unit) for name in names]
    tables = [TABLES[name](computed, each) for name, each in zip(names, settings, strict=True)]
    for changes in ({}, {"percentage": True}, {"percentage": True, "against": "absolute"}):
        settings.append(settings_for(found, "compare", unit=unit, measure="total_cost", **changes))
        tables.append(compare(computed, settings[-1]))
    return Booklet("T", tuple(tables), result=computed, settings=tuple(settings))


def emptied(data: bytes, given: Path, **changes: float | str) -> Path:
    """Write a workbook without what was computed before, with some cells changed."""
    book = load_workbook(io.BytesIO(data))
    for place, value in changes.items():
        sheet, cell = place.split("__")
        book[sheet][cell] = value
    given.parent.mkdir(exist_ok=True)
    book.save(given)
    return given


def read(made: Path) -> list[list[list[object]]]:
    """Return the rows of every sheet behind the contents."""
    _, *sheets = load_workbook(made, data_only=True).worksheets
    return [[list(row) for row in sheet.iter_rows(min_row=4, values_only=True)] for sheet in sheets]


def test_libreoffice_computes_every_table_again(tmp_path: Path) -> None:
    """Of every scenario of the gallery in both units: it starts once for all of them."""
    made = {
        f"{path.stem}-{unit}": booklet(result(path), unit) for path in GALLERY for unit in UNITS
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
    found = booklet(result(GALLERY[-1]), "cents")
    book = load_workbook(io.BytesIO(workbook(found)))
    for sheet, table in zip(book.worksheets[1:], found.tables, strict=False):
        if table.id in ("staffing", "exit"):
            continue
        for down, row in enumerate(table.rows, 4):
            for at, cell in enumerate(row.cells):
                live = isinstance(cell, int) and table.id != "keys"
                if live or (isinstance(cell, float) and table.columns[at].unit == "share"):
                    assert str(sheet.cell(down, at + 1).value).startswith("="), (table.id, row.id)


def changes(data: bytes, year: int) -> dict[str, dict[str, float]]:
    """Cells of a workbook with another number: fewer people, a dearer line, another rate."""
    book = load_workbook(io.BytesIO(data))
    bill, figures = book["Bedragen"], book["Cijfers"]
    of_alone = bill.cell(2, 1 + [cell.value for cell in bill[1]].index(year))
    of = {row[0].value: row[1] for row in figures.iter_rows()}
    formation = next(
        [cell for cell in row if cell.value is not None][-1]
        for row in bill.iter_rows()
        if [cell.value for cell in row[:3]] == ["network", "bunnik", "formation"]
    )
    return {
        "before": {},
        "after": {f"Bedragen__{of_alone.coordinate}": of_alone.value + 1000.5},
        "dearer": {f"Cijfers__{of['scenario.discount_rate'].coordinate}": 0.5},
        "smaller": {
            f"Cijfers__{of[INHABITANTS].coordinate}": of[INHABITANTS].value / 2,
            f"Bedragen__{formation.coordinate}": formation.value * 2,
        },
    }


def test_a_changed_figure_moves_the_tables(tmp_path: Path) -> None:
    found = booklet(result(GALLERY[-1]), "cents")
    data = workbook(found)
    given = [
        emptied(data, tmp_path / "given" / f"{name}.xlsx", **changed)
        for name, changed in changes(data, result(GALLERY[-1]).scenario.report_year).items()
    ]
    before, after, dearer, smaller = map(read, all_converted(given, "xlsx", tmp_path))
    first_alone = before[0][0][1]
    assert after[0][0][1] == pytest.approx(first_alone + 1000.5)  # type: ignore[operator]
    assert dearer[2][0][1] < before[2][0][1] / 1.5  # type: ignore[operator]
    units = [(table.id, table.columns[2].unit) for table in found.tables]
    assert after[(at := units.index(("compare", "share")))][0][2] != before[at][0][2]
    # Half the inhabitants: the share by inhabitants is smaller, all shares are still a whole.
    at, total = units.index(("keys", "cents")), len(result(GALLERY[-1]).scenario.municipalities)
    assert smaller[at][0][1] < before[at][0][1] / 1.5  # type: ignore[operator]
    assert smaller[at][total][1] == before[at][total][1] == 1
    # A larger part of the pool in the last year: the share of that year, and of no other.
    at = units.index(("shares", "share"))
    assert smaller[at][0][-1] > before[at][0][-1]  # type: ignore[operator]
    assert smaller[at][0][-2] == before[at][0][-2]


def test_libreoffice_opens_a_memo(tmp_path: Path) -> None:
    found = result(GALLERY[-1])
    table = TABLES["structural"](found, settings_for(found.scenario, "structural"))
    assert table.title.startswith("Tabel 1. ")
    given = tmp_path / "memo.docx"
    given.write_bytes(docx(table))
    text = converted(given, tmp_path).read_text("utf-8-sig")
    assert f"\n{table.title}\n" in text
    assert all(str(row.cells[0]) in text for row in table.rows)


def test_libreoffice_shows_dates_as_they_are_printed_and_counts_their_days(tmp_path: Path) -> None:
    found = result(ROOT / "tests" / "golden" / "small.toml")
    given, tables = [], []
    for numbers in ("nl_NL", "en_US", "de_CH", "fr_CA", "bg_BG"):
        asked = settings_for(found.scenario, "calendar", numbers=numbers)
        table = TABLES["calendar"](found, asked)
        tables.append(table)
        sheet = load_workbook(io.BytesIO(xlsx(table))).sheetnames[0]
        file = tmp_path / "given" / f"{numbers}.xlsx"
        given.append(emptied(xlsx(table), file, **{f"{sheet}__Z1": "=C5-C4"}))
    for table, shown in zip(tables, all_converted(given, "html", tmp_path), strict=True):
        rows = next(block.rows for block in blocks(shown.read_bytes(), ".html") if block.rows)
        days = [row.cells[2] for row in table.rows]
        printed = [cell_text(day, table.columns[2], table) for day in days]
        assert [row[2].strip() for row in rows[HEADER + 1 :]][: len(days)] == printed
        first, second, *_ = days
        assert isinstance(first, date)
        assert isinstance(second, date)
        assert rows[0][25].strip() == str((second - first).days)
