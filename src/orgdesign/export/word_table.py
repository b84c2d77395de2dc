"""A table for a Word document: caption with its number, header row, cells, notes, all by styles."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from orgdesign.export.booklet import Booklet, Picture
from orgdesign.export.word_contents import contents, marked
from orgdesign.export.word_widths import BESIDE, USUAL, Layout, layout
from orgdesign.tables.table import Column, Row, Table
from orgdesign.words import Language, say
from orgdesign.words.hyphens import syllables
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
        self._strong = made.styles["Strong"].style_id if "Strong" in made.styles else ""

    def contents(self, booklet: Booklet, room: int) -> Any:
        """Return the list of the tables of a document, with their pages."""
        return contents(booklet, str(self._styles[_TEXT].style_id), room)

    def elements(self, name: str, table: Table, room: int) -> Iterator[Any]:
        """Yield caption, table and notes as parts of the document's body.

        `name` is that of the table within the document; `room` is the width between the margins
        in twentieths of a point.
        """
        yield self._caption(name, table)
        yield self._table(table, room)
        for note in table.below:
            yield self._note(note)
        if not table.below:
            yield self._note("")

    def picture(self, picture: Picture) -> Iterator[Any]:
        """Yield a picture with what it shows in words, and its title, as parts of the body."""
        from docx.shared import Mm

        shape = self._made.add_picture(io.BytesIO(picture.png), width=Mm(160))
        part = min(self._tallest() / shape.height, 1)
        shape.width, shape.height = int(shape.width * part), int(shape.height * part)
        described = shape._inline.docPr
        described.set("descr", visible(picture.alt))
        described.set("title", visible(picture.title))
        yield _taken_out(self._made.paragraphs[-1])
        yield self._note(picture.title)

    def _tallest(self) -> int:
        """Return how tall a picture and its title may be on any page, upright or turned."""
        from docx.shared import Mm

        page = self._made.sections[-1]
        beside = page.top_margin + page.bottom_margin + Mm(12)
        return int(min(page.page_width, page.page_height) - beside)

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

    def _note(self, text: str) -> Any:
        paragraph = self._made.add_paragraph(visible(text))
        paragraph._p.style = self._styles[_NOTE].style_id
        return _taken_out(paragraph)

    def _caption(self, name: str, table: Table) -> Any:
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
        marked(paragraph, name)
        return _taken_out(paragraph)

    def _table(self, table: Table, room: int) -> Any:
        """Return the table, read from its markup in one go: cell by cell takes seconds."""
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls

        look = layout(table, room)
        style = self._table_style.style_id if self._table_style is not None else None
        grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in look.widths)
        rows = [
            self._row([column.title for column in table.columns], table, look, header=True),
            *(self._row(_texts(row, table), table, look, strong=row.total) for row in table.rows),
        ]
        return parse_xml(
            f"<w:tbl {nsdecls('w')}><w:tblPr>"
            + (f"<w:tblStyle w:val={quoteattr(style)}/>" if style else "")
            + f'<w:tblW w:type="auto" w:w="0"/>{_margins(look)}{_LOOK}'
            + f"<w:tblCaption w:val={quoteattr(visible(table.title))}/></w:tblPr>"
            + f"<w:tblGrid>{grid}</w:tblGrid>"
            + "".join(rows)
            + "</w:tbl>"
        )

    def _row(
        self,
        texts: Iterable[str],
        table: Table,
        layout: Layout,
        *,
        header: bool = False,
        strong: bool = False,
    ) -> str:
        """Return a row as markup; a header row is repeated on every page."""
        style = f"<w:rStyle w:val={quoteattr(self._strong)}/>" if strong and self._strong else ""
        size = f'<w:sz w:val="{layout.size}"/>' if layout.size < USUAL else ""
        look = f"<w:rPr>{style}{size}</w:rPr>" if style or size else ""
        cells = (
            f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/></w:tcPr><w:p><w:pPr>'
            f"<w:pStyle w:val={quoteattr(self._cell_style(column))}/></w:pPr>"
            f'<w:r>{look}<w:t xml:space="preserve">{_broken(text, layout, at, table.language)}'
            "</w:t></w:r></w:p></w:tc>"
            for at, (text, column, width) in enumerate(
                zip(texts, table.columns, layout.widths, strict=True)
            )
        )
        above = "<w:cantSplit/><w:tblHeader/>" if header else "<w:cantSplit/>"
        return f"<w:tr><w:trPr>{above}</w:trPr>{''.join(cells)}</w:tr>"

    def _cell_style(self, column: Column) -> str:
        return str(self._styles[_TEXT if column.unit == "text" else _NUMBER].style_id)


def _broken(text: str, layout: Layout, column: int, language: Language) -> str:
    """Return a text as markup; a word that may be too wide has places for a hyphen."""
    return " ".join(
        _HYPHEN.join(escape(piece) for piece in syllables(word, language))
        if layout.may_break(word, column)
        else escape(word)
        for word in visible(text).split(" ")
    )


def _margins(layout: Layout) -> str:
    """Return what is free beside the letters of each cell, as markup where it is not usual."""
    if layout.beside == BESIDE:
        return ""
    each = layout.beside // 2 - 10
    sides = (f'<w:{side} w:w="{each}" w:type="dxa"/>' for side in ("left", "right"))
    return f"<w:tblCellMar>{''.join(sides)}</w:tblCellMar>"


_HYPHEN = '</w:t><w:softHyphen/><w:t xml:space="preserve">'
"""Seen at the end of a line alone; the mark for it in a text Word shows everywhere."""
_LOOK = (
    '<w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0"'
    ' w:noHBand="1" w:noVBand="1"/>'
)
"""The header row and the first column are headers."""


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
    # Within a control of its own: at the start of another one LibreOffice shows the code.
    apart, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    content.append(field)
    apart.append(content)
    paragraph._p.append(apart)
