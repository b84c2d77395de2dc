"""A table for a Word document: caption with its number, header row, cells, notes, all by styles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from orgdesign.tables.table import Column, Row, Table
from orgdesign.words import Language, say
from orgdesign.words.numbers import cell_text
from orgdesign.words.visible import visible

_TEXT, _NUMBER, _NOTE = "orgdesign text", "orgdesign number", "orgdesign note"
"""Paragraph styles of the program; a template may bring its own under these names."""


def language_tag(language: Language) -> str:
    """Return a language as documents name it."""
    return {"nl": "nl-NL", "en": "en-GB"}[language]


class Writer:
    """Makes the parts of tables for one document."""

    def __init__(self, made: Any, table_style: Any) -> None:
        self._made, self._table_style = made, table_style
        self._styles = {name: self._style(name) for name in (_TEXT, _NUMBER, _NOTE)}

    def elements(self, table: Table) -> Iterator[Any]:
        """Yield caption, table and notes as parts of the document's body."""
        yield self._caption(table)
        yield self._table(table)
        for note in table.below:
            yield self._paragraph(note, _NOTE)
        if not table.below:
            yield self._paragraph("", _NOTE)

    def _style(self, name: str) -> Any:
        from docx.enum.style import WD_STYLE_TYPE
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt

        styles = self._made.styles
        if name in styles:
            return styles[name]
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(1)
        style.font.size = Pt(8 if name == _NOTE else 9)
        if name == _NUMBER:
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        return style

    def _paragraph(self, text: str, style: str) -> Any:
        paragraph = self._made.add_paragraph(visible(text), style=self._styles[style])
        return _taken_out(paragraph)

    def _caption(self, table: Table) -> Any:
        """Return the caption; its number is a field, so that a list of tables finds it."""
        styles = self._made.styles
        style = styles["Caption"] if "Caption" in styles else self._styles[_TEXT]
        paragraph = self._made.add_paragraph(style=style)
        paragraph.paragraph_format.keep_with_next = True
        label, number, title = numbered(table)
        if number:
            paragraph.add_run(f"{label} ")
            _field(paragraph, rf"SEQ {label} \* ARABIC \r {number}", number)
            paragraph.add_run(". ")
        paragraph.add_run(visible(title))
        return _taken_out(paragraph)

    def _table(self, table: Table) -> Any:
        made = self._made.add_table(1 + len(table.rows), len(table.columns), self._table_style)
        _look(made, table.title)
        cells = made._cells
        width = len(table.columns)
        for at, column in enumerate(table.columns):
            self._write(cells[at], column.title, column)
        for down, row in enumerate(table.rows, 1):
            for at, text in enumerate(_texts(row, table)):
                self._write(cells[down * width + at], text, table.columns[at], strong=row.total)
        return _taken_out(made)

    def _write(self, cell: Any, text: str, column: Column, *, strong: bool = False) -> None:
        paragraph = cell.paragraphs[0]
        paragraph.style = self._styles[_TEXT if column.unit == "text" else _NUMBER]
        run = paragraph.add_run(text if text.startswith("\u2003") else visible(text))
        if strong and "Strong" in self._made.styles:
            run.style = self._made.styles["Strong"]


def numbered(table: Table) -> tuple[str, str, str]:
    """Return the word for a table, its number where it has one, and its title without them."""
    pattern = say("interface.numbered", table.language, number="NUMBER", title="TITLE")
    label, _, rest = pattern.partition(" NUMBER")
    between = rest.removesuffix("TITLE")
    match = re.match(rf"{label} (\d+){re.escape(between)}", table.title)
    if match is None:
        return label, "", table.title
    return label, match[1], table.title[match.end() :]


def _texts(row: Row, table: Table) -> Iterator[str]:
    """Yield the cells of a row; the first one of a tree is indented by its depth."""
    for at, (cell, column) in enumerate(zip(row.cells, table.columns, strict=True)):
        text = cell_text(cell, column, table)
        yield "\u2003" * row.level + visible(text) if at == 0 and row.level else text


def _taken_out(made: Any) -> Any:
    """Return a part of the body, out of the place where it was made."""
    element = made._element
    element.getparent().remove(element)
    return element


def _look(made: Any, title: str) -> None:
    """Mark the header row, to be repeated on every page, and the first column as headers."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    properties = made._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    if look is None:
        look = OxmlElement("w:tblLook")
        properties.append(look)
    for name, on in (("firstRow", 1), ("firstColumn", 1), ("lastRow", 0), ("noHBand", 1)):
        look.set(qn(f"w:{name}"), str(on))
    described = OxmlElement("w:tblCaption")
    described.set(qn("w:val"), visible(title))
    properties.append(described)
    header = made.rows[0]._tr.get_or_add_trPr()
    header.append(OxmlElement("w:tblHeader"))
    for row in made.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _field(paragraph: Any, code: str, shown: str) -> None:
    """Add a field with what it shows until it is updated."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" {code} ")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = shown
    run.append(text)
    field.append(run)
    paragraph._p.append(field)
