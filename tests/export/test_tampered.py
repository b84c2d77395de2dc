"""One cell that was changed is found, wherever it stands and whatever the format."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path

import pytest
from examples import ROOT, scenario
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from orgdesign.export.blocks import blocks
from orgdesign.export.booklet import of_one
from orgdesign.export.citations import citations
from orgdesign.export.registry import DOCUMENTS, EXTENSIONS, FORMATS
from orgdesign.export.verifying import of_document
from orgdesign.identity.identified import Identifier
from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Result
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Cell, Mark, Row, Table, Unit
from orgdesign.words.numbers import cell_text

FORMS = tuple(dict.fromkeys((*FORMATS, *DOCUMENTS)))
QUICK = sorted({*TABLES} - {"stability_chance", "tournament", "overrun"})


@cache
def identified(name: str) -> Table:
    found = scenario(ROOT / "tests" / "golden" / "small.toml")
    asked = settings_for(found, name)
    table = TABLES[name](_result(), asked)
    return Identifier(found).identified(table, asked)


@cache
def _result() -> Result:
    return evaluate(scenario(ROOT / "tests" / "golden" / "small.toml"))


def written(table: Table, form: str) -> bytes:
    return FORMATS[form](table).encode() if form in FORMATS else DOCUMENTS[form](of_one(table))


def tampered(cell: Cell, by: int, unit: Unit) -> Cell:
    """Return another cell: where there was a mark, what else stands in a column of its unit."""
    if isinstance(cell, Mark):
        cell = datetime.date(2020, 1, 1) if unit == "date" else 0
    if isinstance(cell, int | float):
        return cell + by
    if isinstance(cell, datetime.date):
        return cell + datetime.timedelta(by)
    return f"{cell}{by}"


@settings(max_examples=40)
@given(st.sampled_from(QUICK), st.sampled_from(FORMS), st.integers(1, 999), st.data())
def test_one_cell_that_was_changed_is_found(
    name: str, form: str, by: int, data: st.DataObject
) -> None:
    table = identified(name)
    assume(table.rows)
    down = data.draw(st.integers(0, len(table.rows) - 1))
    across = data.draw(st.integers(0, len(table.columns) - 1))
    row, column = table.rows[down], table.columns[across]
    cell = tampered(row.cells[across], by, column.unit)
    assume(cell_text(cell, column, table) != cell_text(row.cells[across], column, table))
    changed = Row(row.id, (*row.cells[:across], cell, *row.cells[across + 1 :]), row.total)
    rows = (*table.rows[:down], changed, *table.rows[down + 1 :])
    suffix = Path(f"table.{EXTENSIONS.get(form, form)}").suffix
    for document, differs in ((table._replace(rows=rows), True), (table, False)):
        (citation,) = citations(blocks(written(document, form), suffix))
        assert bool(list(of_document(citation, table, suffix))) == differs


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("numbers", ["nl_NL", "en_US", "de_CH", "fr_CA", "hu_HU", "bg_BG", "ar_EG"])
def test_a_date_that_was_changed_is_found_wherever_dates_are_read(numbers: str, form: str) -> None:
    table = identified("calendar")._replace(numbers=numbers)
    first, *others = table.rows
    at = [column.id for column in table.columns].index("latest")
    later = first._replace(
        cells=(*first.cells[:at], tampered(first.cells[at], 1, "date"), *first.cells[at + 1 :])
    )
    suffix = Path(f"table.{EXTENSIONS.get(form, form)}").suffix
    changed = table._replace(rows=(later, *others))
    for document, differs in ((changed, True), (table, False)):
        (citation,) = citations(blocks(written(document, form), suffix))
        assert bool(list(of_document(citation, table, suffix))) == differs


@pytest.mark.parametrize("form", ["text", "plain"])
@pytest.mark.parametrize("name", QUICK)
def test_what_was_not_changed_is_equal_in_every_text_file(name: str, form: str) -> None:
    table = identified(name)
    for citation in citations(blocks(written(table, form), ".txt")):
        assert not list(of_document(citation, table, ".txt"))


@pytest.mark.parametrize("form", ["text", "plain", "latex"])
def test_a_line_put_into_a_table_of_lines_is_found_and_text_around_it_is_not(form: str) -> None:
    table = identified("structural")
    suffix = ".tex" if form == "latex" else ".txt"
    lines = written(table, form).decode().splitlines()
    inside = [*lines[:4], "Eigen regel tussen de cijfers", *lines[4:]]
    around = ["Eerst een alinea.", *lines, "En nog een."]
    for found, number in ((inside, 1), (around, 0)):
        (citation,) = citations(blocks("\n".join(found).encode(), suffix))
        assert len(list(of_document(citation, table, suffix))) == number
