"""Pages, workbooks, memos and LaTeX: the same cells as everywhere, and no text that acts."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from functools import cache
from typing import Any

import pytest
from examples import SMALL, result
from hypothesis import given
from hypothesis import strategies as st

from export.hostile import TEXTS, hostile
from export.reading import Page, of_docx, of_html, of_latex, of_xlsx, printed
from orgdesign.export.booklet import Booklet
from orgdesign.export.document import controls, document, docx, renewed
from orgdesign.export.html import html
from orgdesign.export.latex import latex
from orgdesign.export.registry import DOCUMENTS
from orgdesign.export.sheet_names import LONGEST, sheet_name
from orgdesign.export.workbook import workbook, xlsx
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Column, Mark, Row, Table
from orgdesign.words.numbers import cell_text, raw
from orgdesign.words.visible import visible

LOCALES = ("nl_NL", "en_GB", "fr_FR")


@cache
def real(name: str) -> Table:
    return TABLES[name](result(SMALL), settings_for(result(SMALL).scenario, name))


@pytest.fixture(params=["hostile", *TABLES])
def table(request: pytest.FixtureRequest) -> Table:
    return hostile() if request.param == "hostile" else real(request.param)


def test_a_page_shows_the_cells_that_are_printed(table: Table) -> None:
    assert of_html(html(table)) == printed(table)


def test_a_memo_shows_the_cells_that_are_printed(table: Table) -> None:
    assert of_docx(docx(table)) == printed(table)


def test_latex_shows_the_cells_that_are_printed(table: Table) -> None:
    expected = [[cell.strip() for cell in row] for row in printed(table)]
    assert [[cell.strip() for cell in row] for row in of_latex(latex(table))] == expected


def test_a_workbook_has_the_numbers_that_are_printed(table: Table) -> None:
    found = of_xlsx(xlsx(table))[1:]
    for row, cells in zip(table.rows, found, strict=False):
        for column, cell, value in zip(table.columns, row.cells, cells, strict=True):
            if isinstance(cell, int | float):
                assert value == pytest.approx(float(raw(cell, column.unit)), abs=1e-12)
            elif isinstance(cell, datetime.date):
                assert value == datetime.datetime(cell.year, cell.month, cell.day)
            else:
                shown = visible(cell_text(cell, column, table))
                assert str(value or "").removeprefix("'") == shown.removeprefix("'")


@pytest.mark.parametrize("locale", LOCALES)
def test_pages_and_memos_write_numbers_as_the_locale_does(locale: str) -> None:
    table = hostile()._replace(numbers=locale)
    assert of_html(html(table)) == of_docx(docx(table)) == printed(table)


def test_a_page_has_no_markup_of_a_scenario() -> None:
    page = Page(html(hostile()))
    tags = {tag for tag, _ in page.tags}
    assert tags <= {
        "html", "head", "meta", "title", "style", "body", "p", "main", "h1", "h2", "section", "div",
        "table", "caption", "thead", "tbody", "tr", "th", "td", "ul", "li",
    }  # fmt: skip
    assert [item for item in page.items if item][-len(TEXTS) :] == [visible(text) for text in TEXTS]
    assert not [
        name
        for _, attributes in page.tags
        for name in attributes
        if name in ("href", "src", "onload")
    ]


@given(st.text(min_size=1, max_size=30))
def test_any_text_is_one_cell_of_a_page_a_memo_and_latex(name: str) -> None:
    table = Table("t", name, (Column("a", "A"), Column("b", "B", "euros")), (Row("r", (name, 1)),))
    assert of_html(html(table))[1] == [visible(name), "1"]
    shown = [cell.strip() for cell in of_latex(latex(table))[1]]
    assert shown == [visible(name).strip(), "1"]


@pytest.mark.parametrize("name", [*TEXTS, "\x00\ud800\ufffe", "]]>", "&#x0;"])
def test_a_hostile_name_is_text_in_a_memo_and_a_workbook(name: str) -> None:
    table = Table("t", name, (Column("a", name),), (Row("r", (name,)),), (name,))
    assert of_docx(docx(table)) == [[visible(name).lstrip("\u2003")]] * 2
    data = xlsx(table)
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert all(cell.hyperlink is None for row in sheet.iter_rows() for cell in row)


def test_a_workbook_has_no_macro_and_no_link() -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx(hostile()))) as archive:
        names = archive.namelist()
        assert not [name for name in names if "vba" in name.lower() or "externalLink" in name]
        text = b"".join(archive.read(name) for name in names if name.endswith((".xml", ".rels")))
    assert b"TargetMode" not in text
    assert b"<hyperlink" not in text


def test_the_contents_of_a_workbook_lead_to_every_sheet_and_nowhere_else() -> None:
    from openpyxl import load_workbook

    titles = ["Aantal in 's-Gravenmoer, van alle functies samen", "=1+1", "Aantal in 's-Graven"]
    tables = tuple(hostile()._replace(title=title) for title in titles)
    book = load_workbook(io.BytesIO(workbook(Booklet("B", tables))))
    contents, *sheets = book.worksheets
    links = [row[1].hyperlink for row in contents.iter_rows(min_row=4)]
    assert [link.location for link in links] == [
        f"'{sheet.title.replace(chr(39), 2 * chr(39))}'!A1" for sheet in sheets
    ]
    assert not any(link.target for link in links)
    shown = [row[1].value for row in contents.iter_rows(min_row=4)]
    assert shown == [sheet.cell(1, 1).value for sheet in sheets]
    assert shown[0] == titles[0]


def test_latex_has_no_command_of_a_scenario() -> None:
    nasty = r"\input{/etc/passwd} $x$ %c #1 ~ ^ & _"
    table = Table("t", nasty, (Column("a", nasty),), (Row("r", (nasty,)),), (nasty,))
    found = set(re.findall(r"\\[a-zA-Z]+", latex(table)))
    assert "\\input" not in found
    assert of_latex(latex(table))[1] == [nasty]


@pytest.mark.parametrize(
    "wanted",
    ["", "'", "History", "a/b:c*d?e[f]g\\h", "x" * 80, "😀" * 40, "=1+1", "\x1b[31m", "'naam'"],
)
def test_a_sheet_name_is_one_that_every_spreadsheet_takes(wanted: str) -> None:
    name = sheet_name(wanted, ())
    assert 0 < len(name.encode("utf-16-le")) // 2 <= LONGEST
    assert not set(name) & set("[]:*?/\\")
    assert not name.startswith("'")
    assert not name.endswith("'")
    assert name.casefold() != "history"
    again = sheet_name(wanted, (name,))
    assert again.casefold() != name.casefold()
    assert len(again.encode("utf-16-le")) // 2 <= LONGEST


@pytest.mark.parametrize("form", DOCUMENTS)
def test_the_same_tables_give_the_same_bytes(form: str) -> None:
    booklet = Booklet("Titel", (hostile(), real("structural")), status="draft")
    assert DOCUMENTS[form](booklet) == DOCUMENTS[form](booklet)


@pytest.mark.parametrize("form", DOCUMENTS)
def test_a_draft_says_so_beside_its_tables(form: str) -> None:
    bare = Table("t", "T", (Column("a", "A"),), (Row("r", ("x",)),))
    for status in ("draft", "final"):
        data = DOCUMENTS[form](Booklet("Titel", (bare,), status=status))
        if form != "html":
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                data = b"".join(map(archive.read, archive.namelist()))
        assert (b"Concept: de cijfers" in data) == (status == "draft")


def test_a_memo_keeps_its_own_text_and_gets_new_tables() -> None:
    from docx import Document

    old, other = real("structural"), real("transition")
    memo = Document(io.BytesIO(document(Booklet("Oud", (old, other)))))
    memo.add_paragraph("De raad besluit anders.")
    data = io.BytesIO()
    memo.save(data)
    row = old.rows[0]
    new = old._replace(rows=(row._replace(cells=("Nieuw", *row.cells[1:])), *old.rows[1:]))
    found, ids = renewed(data.getvalue(), Booklet("Nieuw", (new,)))
    assert ids == ("structural",)
    made = Document(io.BytesIO(found))
    texts = [paragraph.text for paragraph in made.paragraphs]
    assert "De raad besluit anders." in texts
    assert [id for id, _ in controls(made)] == ["structural", "transition"]
    with zipfile.ZipFile(io.BytesIO(found)) as archive:
        body = archive.read("word/document.xml").decode()
    assert body.count(">Nieuw<") == 1
    assert body.count("<w:tbl>") == 2


def test_what_is_no_memo_is_refused() -> None:
    with pytest.raises(ValueError, match=r"zip|package|file"):
        renewed(b"geen document", Booklet("T", ()))


def test_a_row_of_a_workbook_is_as_high_as_its_texts_and_a_mark_stands_where_numbers_do() -> None:
    from openpyxl import load_workbook

    columns = (
        Column("what", "Wat"),
        Column("euros", "Bedrijfsvoeringsorganisatie van de drie gemeenten", "euros"),
    )
    rows = (Row("a", ("een lange toelichting " * 10, Mark.GAP)), Row("b", ("kort", 1)))
    sheet = load_workbook(io.BytesIO(xlsx(Table("t", "T", columns, rows)))).active
    assert [sheet.row_dimensions[at].height for at in (3, 4, 5)] == [45, 60, None]
    assert sheet["A4"].alignment.wrap_text
    assert {sheet[at].alignment.horizontal for at in ("B3", "B4", "B5")} == {"right"}


def test_a_memo_has_headers_language_and_no_merged_cells() -> None:
    table = real("structural")._replace(title="Tabel 3. Structurele lasten")
    with zipfile.ZipFile(io.BytesIO(docx(table))) as archive:
        body = archive.read("word/document.xml").decode()
        styles = archive.read("word/styles.xml").decode()
    assert body.count("<w:tblHeader/>") == 1
    assert 'w:instr=" SEQ Tabel \\* ARABIC \\r 3 "' in body
    assert "gridSpan" not in body
    assert "vMerge" not in body
    assert 'w:lang w:val="nl-NL"' in styles
    assert "<w:b/>" not in body


def test_a_template_decides_the_looks() -> None:
    from docx import Document

    template = Document()
    template.add_paragraph("Gemeente Zeist")
    data = io.BytesIO()
    template.save(data)
    made = Document(io.BytesIO(document(Booklet("T", (hostile(),)), data.getvalue())))
    assert made.paragraphs[0].text == "Gemeente Zeist"
    assert made.sections[0].page_width == template.sections[0].page_width


def upright() -> bytes:
    """A template of upright pages with a line on top of each."""
    from docx import Document

    template, data = Document(), io.BytesIO()
    template.sections[0].header.paragraphs[0].text = "Gemeente Zeist"
    template.save(data)
    return data.getvalue()


NARROW = Table("t", "T", (Column("a", "A"),), (Row("r", ("x",)),))


def test_a_table_that_is_too_wide_for_an_upright_page_stands_on_a_turned_one() -> None:
    wide = real("assumptions")
    booklet = Booklet("T", (NARROW, wide, wide, NARROW, wide))
    pages = word(document(booklet, upright())).sections
    assert [page.page_width > page.page_height for page in pages] == [False, True, False, True]
    assert {page.header.paragraphs[0].text for page in pages} == {"Gemeente Zeist"}


def test_a_table_fills_the_page_that_it_stands_on_also_where_it_is_renewed() -> None:
    wide = real("assumptions")
    memo = document(Booklet("T", (NARROW, wide, NARROW)), upright())
    again, _ = renewed(memo, Booklet("T", (NARROW, wide)))
    pages = word(memo).sections
    rooms = [page.page_width - page.left_margin - page.right_margin for page in pages]
    for made in (word(memo), word(again)):
        for width, room in zip(widths(made), rooms, strict=True):
            assert room * 0.97 < width <= room


def word(data: bytes) -> Any:
    from docx import Document

    return Document(io.BytesIO(data))


def widths(made: Any) -> list[int]:
    """The width of every table of a document, those in content controls too."""
    from docx.oxml.ns import qn
    from docx.table import Table as WordTable

    every = [WordTable(each, made) for each in made.element.body.iter(qn("w:tbl"))]
    return [sum(int(column.width) for column in table.columns) for table in every]
