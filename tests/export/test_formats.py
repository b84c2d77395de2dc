"""Every format shows the same cells, and no text is anything but text."""

from __future__ import annotations

import csv as reader
import io
import json
import re
import unicodedata
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from export.hostile import TEXTS, hostile
from orgdesign.export.registry import FORMATS
from orgdesign.export.separated import harmless
from orgdesign.export.text import text
from orgdesign.tables.table import Column, Mark, Row, Table
from orgdesign.words.numbers import MINUS, CalendarYear, cell_text, raw
from orgdesign.words.visible import visible
from orgdesign.words.width import width

LOCALES = ("nl_NL", "en_GB", "fr_FR")


def plain_numbers(cells: Iterable[str], locale: str) -> list[str]:
    """Cells as a locale prints them, as bare numbers with a point."""
    decimal = "." if locale == "en_GB" else ","
    found = []
    for cell in cells:
        bare = cell.replace(MINUS, "-").lstrip("+").replace(" ", "").replace("%", "")
        bare = bare.replace("." if decimal == "," else ",", "").replace(decimal, ".")
        found.append(bare if re.fullmatch(r"-?\d+(\.\d+)?", bare) else cell)
    return found


def printed(table: Table) -> list[list[str]]:
    return [
        [
            visible(cell_text(c, column, table))
            for column, c in zip(table.columns, row.cells, strict=True)
        ]
        for row in table.rows
    ]


def from_separated(table: Table, form: str) -> list[list[str]]:
    text = FORMATS[form](table).removeprefix("\ufeff")
    mark = "\t" if form == "tsv" else ";" if ";" in text.splitlines()[0] else ","
    if form == "tsv":
        rows = [line.split("\t") for line in text.split("\r\n")]
    else:
        rows = list(reader.reader(io.StringIO(text, newline=""), delimiter=mark))
    return rows[1 : 1 + len(table.rows)]


@pytest.mark.parametrize("form", ["csv", "tsv"])
@pytest.mark.parametrize("locale", LOCALES)
def test_spreadsheets_get_the_cells_that_are_printed(form: str, locale: str) -> None:
    table = hostile()._replace(numbers=locale)
    decimal = "." if locale == "en_GB" else ","
    for row, cells in zip(table.rows, from_separated(table, form), strict=True):
        for column, cell, found in zip(table.columns, row.cells, cells, strict=True):
            if isinstance(cell, int | float):
                assert float(found.replace(decimal, ".")) == float(raw(cell, column.unit))
            else:
                assert found.removeprefix("'") == visible(
                    cell_text(cell, column, table)
                ).removeprefix("'")


@pytest.mark.parametrize("form", ["csv", "tsv"])
@pytest.mark.parametrize("locale", LOCALES)
def test_no_text_starts_a_formula(form: str, locale: str) -> None:
    table = hostile()._replace(numbers=locale)
    lines = FORMATS[form](table).removeprefix("\ufeff").split("\r\n")
    for cell in (cell for line in lines for cell in re.split(r"[;,\t]", line)):
        bare = cell.strip('"').strip()
        number = re.fullmatch(r"-?\d+([.,]\d+)?", bare)
        if cell.startswith(tuple("=+-@＝＋－＠")):
            assert number, cell


@given(st.text(min_size=1, max_size=20))
def test_any_text_is_one_harmless_cell(name: str) -> None:
    table = Table("t", "T", (Column("a", "A"), Column("b", "B", "euros")), (Row("r", (name, 1)),))
    for form in ("csv", "tsv"):
        ((cell, value),) = from_separated(table, form)
        assert value == "1"
        assert cell[:1] not in tuple("=+-@＝＋－＠\t\r")


@pytest.mark.parametrize("letter", "＝＋－＠﹦﹢﹣﹫⁼⁺")
def test_a_letter_that_is_read_as_a_sign_starts_no_formula(letter: str) -> None:
    assert harmless(f"{letter}1+1") == f"'{letter}1+1"


def test_numbers_for_a_spreadsheet_are_bare() -> None:
    text = FORMATS["csv"](hostile()._replace(numbers="fr_FR"))
    assert MINUS not in text
    assert not set(text) & {"\u00a0", "\u202f"}
    assert text.startswith("\ufeff")
    assert not FORMATS["csv"](hostile()._replace(numbers="en_GB")).startswith("\ufeff")
    assert text.endswith("\r\n")


def test_markdown_shows_every_cell_as_it_is() -> None:
    table = hostile()
    html = MarkdownIt("gfm-like", {"linkify": False}).render(FORMATS["md"](table))
    cells = re.findall(r"<td[^>]*>(.*?)</td>", html)
    assert cells == [
        f"<strong>{escaped(c)}</strong>" if row.total and c else escaped(c)
        for row, line in zip(table.rows, printed(table), strict=True)
        for c in (cell.strip() for cell in line)
    ]
    assert "<script" not in html
    assert "<a " not in html


def escaped(cell: str) -> str:
    found = cell.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return found.replace('"', "&quot;")


def test_markdown_makes_no_links_of_its_own() -> None:
    html = MarkdownIt("gfm-like", {"linkify": True}).render(FORMATS["md"](hostile()))
    assert "<a " not in html


def test_markdown_notes_are_one_list() -> None:
    html = MarkdownIt("gfm-like", {"linkify": False}).render(FORMATS["md"](hostile()))
    assert html.count("<ul>") == 1
    assert html.count("<li>") == len(TEXTS)
    assert html.count("<h2>") == 1
    assert "<h1>" not in html


def test_json_has_raw_values_and_units() -> None:
    table = hostile()
    found = json.loads(FORMATS["json"](table))
    assert [column["unit"] for column in found["columns"]] == [
        "text",
        "euros",
        "euros",
        "share",
        "fte",
    ]
    for row, expected in zip(found["rows"], table.rows, strict=True):
        cells = list(row["cells"].values())
        for cell, column, given_cell in zip(cells, table.columns, expected.cells, strict=True):
            if isinstance(given_cell, Mark):
                assert cell == {"mark": given_cell.value}
            elif isinstance(given_cell, int | float):
                assert cell == pytest.approx(float(raw(given_cell, column.unit)))
            else:
                assert cell == given_cell


@pytest.mark.parametrize("cells", [40, 80, 120])
def test_text_fits_the_line(cells: int) -> None:
    assert max(width(line) for line in text(hostile(), cells).splitlines()) <= cells


@pytest.mark.parametrize("locale", LOCALES)
def test_text_prints_every_cell_once(locale: str) -> None:
    table = hostile()._replace(numbers=locale, notes=())
    lines = text(table, 200).splitlines()
    body = [line for line in lines[3:] if not line.startswith("---")]
    for line, cells in zip([x for x in body if x.strip()], printed(table), strict=True):
        assert line.split() == " ".join(cells).split()


def test_wide_tables_repeat_the_first_column() -> None:
    columns = (
        Column("name", "Naam"),
        *(Column(f"c{at}", f"Kolom {at}", "euros") for at in range(20)),
    )
    table = Table("wide", "Breed", columns, (Row("r", ("Bunnik", *range(20))),))
    lines = text(table, 60).splitlines()
    assert sum(line.startswith("Bunnik") for line in lines) > 1
    numbers = [
        int(word) for line in lines if line.startswith("Bunnik") for word in line.split()[1:]
    ]
    assert numbers == list(range(20))


def test_a_long_word_in_a_header_is_broken_at_a_syllable() -> None:
    title = "Bedrijfsvoeringsorganisatie"
    columns = (Column("a", "Gemeente"), *(Column(f"c{at}", title, "euros") for at in range(3)))
    lines = text(Table("t", "T", columns, (Row("r", ("Bunnik", *range(3))),)), 80).splitlines()
    assert lines[2].split() == ["Bedrijfsvoeringsorga-"] * 3
    assert lines[3].split() == ["Gemeente", *["nisatie"] * 3]


def test_a_tree_goes_further_in() -> None:
    columns = (
        Column("what", "Wat"),
        Column("value", "Waarde", "number"),
        Column("place", "Plaats"),
    )
    rows = (Row("a", ("som", 3.5, ""), level=0), Row("b", ("deel", 1, "x.toml:3"), level=1))
    lines = text(Table("tree", "Boom", columns, rows)).splitlines()
    assert lines[2:4] == ["som: 3,5", "  deel: 1; x.toml:3"]


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_lets_a_terminal_act(form: str) -> None:
    written = FORMATS[form](hostile()).removeprefix("\ufeff")
    if form == "json":
        assert written.isprintable() or set(written) - {"\n"} == {
            c for c in written if c.isprintable()
        }
        assert json.loads(written)["notes"] == list(hostile().notes)
        return
    hidden = {"Cc", "Cs", "Co", "Cn"}
    assert not [c for c in written if unicodedata.category(c) in hidden and c not in "\r\n\t"]
    assert "\u202e" not in written


def test_a_fact_says_how_much_and_than_what() -> None:
    lines = FORMATS["plain"](hostile()).splitlines()
    assert any(line.endswith("␛[0mVerschil: 500 euro meer dan zelfstandig") for line in lines)
    assert any(line.endswith("␛[0mVerschil: 100 euro minder dan zelfstandig") for line in lines)
    assert any(line.endswith("Euro's: -2.500 euro") for line in lines)
    assert any(line.endswith("Fte: ontbreekt") or "geen bedrag opgegeven" in line for line in lines)
    assert MINUS not in "".join(lines)


def test_every_cell_is_a_fact() -> None:
    table = hostile()._replace(notes=())
    facts = FORMATS["plain"](table).splitlines()[1:]
    filled = sum(cell != "" for row in table.rows for cell in row.cells[1:])
    assert len(facts) == filled


def test_a_year_among_other_numbers_is_told_as_a_year() -> None:
    columns = (Column("path", "Pad"), Column("value", "Waarde", "number"))
    table = Table("t", "T", columns, (Row("a", ("start", CalendarYear(2020))),))
    assert "start, Waarde: 2020" in FORMATS["plain"](table)
