"""A workbook says of each figure whether a formula in it reads it, and it is true."""

from __future__ import annotations

import io
import re

from examples import SMALL, result
from openpyxl import load_workbook

from orgdesign.export.booklet import Booklet
from orgdesign.export.workbook import workbook
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for


def test_the_figures_that_are_marked_are_those_that_a_formula_reads() -> None:
    found = result(SMALL)
    asked = {name: settings_for(found.scenario, name) for name in ("keys", "present_value")}
    tables = tuple(TABLES[name](found, each) for name, each in asked.items())
    data = workbook(Booklet("T", tables, result=found, settings=tuple(asked.values())))
    book = load_workbook(io.BytesIO(data))
    figures = book["Cijfers"]
    formulas = (
        str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if str(cell.value).startswith("=")
    )
    read = {int(at) for each in formulas for at in re.findall(r"'Cijfers'!\$B\$(\d+)", each)}
    marked = {cell.row for cell in figures["E"] if cell.value == "ja"}
    assert marked == read
    paths = {figures.cell(at, 1).value for at in marked}
    assert {"scenario.discount_rate", "figures.clients.values.noord"} <= paths
    assert "jobs.administrator.fte.noord" not in paths
    assert any("rekent alleen het programma" in str(cell.value) for cell in figures[1])
    assert any("als getal uit het model" in str(cell.value) for cell in book["Bedragen"][1])
