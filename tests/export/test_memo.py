"""What a memo looks like: widths of columns, and a draft that says so on every page."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from PIL import Image

from orgdesign.export.blocks import blocks
from orgdesign.export.booklet import Booklet, Picture
from orgdesign.export.document import document, docx
from orgdesign.export.word_widths import BESIDE, CLOSE, SMALLEST, USUAL, layout
from orgdesign.tables.table import Column, Row, Table

ROOM = 9_000
"""About the width of a page, in twentieths of a point."""


def table(*titles: str, cells: tuple[str | int, ...]) -> Table:
    columns = tuple(
        Column(f"c{at}", title, "text" if isinstance(cell, str) else "euros")
        for at, (title, cell) in enumerate(zip(titles, cells, strict=True))
    )
    return Table("t", "T", columns, (Row("r", cells),))


@pytest.mark.parametrize("count", [1, 3, 12, 40])
def test_columns_fill_the_page_and_no_more(count: int) -> None:
    found = layout(table(*["kolom"] * count, cells=("achterblijvende",) * count), ROOM).widths
    assert ROOM - count < sum(found) <= ROOM
    assert len(set(found)) == 1


def test_a_number_keeps_its_room_where_words_give_in() -> None:
    titles = ("Kostenpost", *["Bedrijfsvoeringsorganisatie"] * 5)
    found, size, _ = layout(table(*titles, cells=("x" * 80, *[1_785_270] * 5)), ROOM)
    assert size == SMALLEST
    assert min(found[1:]) >= len("1.785.270") * 105 * size / USUAL


def test_the_bold_numbers_of_a_total_are_wider() -> None:
    made = table("a", "b", "c", cells=(1_785_270, 1_785_270, "woorden " * 30))
    with_total = made._replace(rows=(*made.rows, made.rows[0]._replace(id="total", total=True)))
    plain, bold = layout(made, 5_000), layout(with_total, 5_000)
    assert min(bold.widths[:2]) / bold.size > min(plain.widths[:2]) / plain.size


def test_letters_are_no_smaller_than_whole_words_ask() -> None:
    sizes = []
    for count in range(2, 9):
        made = table("Jaar", *["lasten"] * count, cells=("2026", *[1_785_270] * count))
        widths, size, _ = layout(made, ROOM)
        sizes.append(size)
        assert min(widths[1:]) >= len("1.785.270") * 105 * size // USUAL
    assert sizes[0] == USUAL
    assert sizes == sorted(sizes, reverse=True)
    assert SMALLEST < sizes[-1] < USUAL


def test_columns_come_closer_before_a_word_is_broken() -> None:
    words = ("eigen (achterblijvende) formatie", "programmabudget")
    years = [str(year) for year in range(2014, 2027)]
    bill = table("Kostenpost", "Aard", *years, cells=(*words, *[19_275_511] * 13))
    made = layout(bill, 15_200)
    assert made.beside == CLOSE
    assert made.widths[0] >= len("(achterblijvende)") * 105 * made.size / USUAL + CLOSE
    apart = layout(table("Kostenpost", "Aard", cells=words), 15_200)
    assert apart.beside == BESIDE
    look = docx(bill)
    assert "tblCellMar" in zipfile.ZipFile(io.BytesIO(look)).read("word/document.xml").decode()


def test_a_longer_text_gets_more_of_the_page() -> None:
    found = layout(table("a", "b", cells=("kort", "een lange zin " * 20)), ROOM).widths
    assert found[1] > 3 * found[0]


def test_a_word_too_wide_for_its_column_is_broken_at_its_syllables() -> None:
    word = "programmabudgetten"
    narrow = table("Aard", *["lasten"] * 8, cells=(word, *[1_785_270] * 8))
    widths, size, _ = layout(narrow, ROOM)
    assert widths[0] >= len("gram-") * 105 * size / USUAL
    assert words(docx(narrow))[9:15] == ["pro", "gram", "ma", "bud", "get", "ten"]
    assert word in str(blocks(docx(narrow), ".docx"))
    assert words(docx(table("Aard", cells=(word,))))[1:] == [word]
    path = "jobs.administration_wmo.fte.utrechtse_heuvelrug"
    assert path in words(docx(table("Aard", *["lasten"] * 8, cells=(path, *[1_785_270] * 8))))


def words(data: bytes) -> list[str]:
    """The texts of the table of a document, in the pieces in which they stand there."""
    (made,) = Document(io.BytesIO(data)).element.body.iter(qn("w:tbl"))
    return [piece.text for piece in made.iter(qn("w:t"))]


def test_places_for_a_hyphen_that_another_program_wrote_are_no_letters() -> None:
    made = Document()
    made.add_table(1, 1).cell(0, 0).text = "programma\N{SOFT HYPHEN}budget"
    data = io.BytesIO()
    made.save(data)
    assert "programmabudget" in str(blocks(data.getvalue(), ".docx"))


def sections(made: Any) -> list[Any]:
    found = []
    for section in made.sections:
        found += [section.header, section.first_page_header, section.even_page_header]
    return found


def test_a_draft_says_so_on_every_page_of_a_template_beside_its_own_head() -> None:
    template = Document()
    template.settings.odd_and_even_pages_header_footer = True
    template.add_section().header.is_linked_to_previous = False
    for section in template.sections:
        section.different_first_page_header_footer = True
    for header in sections(template):
        header.is_linked_to_previous = False
        header.paragraphs[0].text = "Briefhoofd"
    data = io.BytesIO()
    template.save(data)
    made = Document(io.BytesIO(document(draft(), data.getvalue())))
    for header in sections(made):
        draft_line, head = [paragraph.text for paragraph in header.paragraphs]
        assert draft_line.startswith("Concept: ")
        assert head == "Briefhoofd"


def draft() -> Booklet:
    return Booklet("T", (table("a", cells=("b",)),), status="draft")


def test_a_document_begins_with_its_tables_and_the_pages_that_they_are_on() -> None:
    titles = [f"Tabel {number} & meer" for number in (1, 2, 3)]
    tables = tuple(table("a", cells=("b",))._replace(title=title) for title in titles)
    data = document(Booklet("Titel", tables, names=("een", "twee", "drie")))
    body = Document(io.BytesIO(data)).element.body
    anchors = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert anchors == marks
    assert len(set(marks)) == 3
    codes = [code.text.split()[:2] for code in body.iter(qn("w:instrText"))]
    assert codes == [["PAGEREF", mark] for mark in marks]
    assert [block.text for block in blocks(data, ".docx") if block.text in titles] == titles
    assert not list(Document(io.BytesIO(docx(tables[0]))).element.body.iter(qn("w:hyperlink")))


def test_every_page_has_its_number() -> None:
    (section,) = Document(io.BytesIO(docx(table("a", cells=("b",))))).sections
    assert [
        field.get(qn("w:instr")) for field in section.footer._element.iter(qn("w:fldSimple"))
    ] == [" PAGE "]


def test_a_tall_picture_stays_on_one_page() -> None:
    png = io.BytesIO()
    Image.new("L", (100, 400)).save(png, "PNG")
    shown = Picture("t", "T", "alt", b"", png.getvalue())
    booklet = Booklet("T", (table("a", cells=("b",)),), pictures={0: shown})
    made = Document(io.BytesIO(document(booklet)))
    page: Any = made.sections[0]
    (size,) = made.element.body.iter(qn("wp:extent"))
    assert size.cy < page.page_height - page.top_margin - page.bottom_margin
    assert size.cy == pytest.approx(4 * size.cx, rel=0.001)
