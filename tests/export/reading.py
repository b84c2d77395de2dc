"""The cells of a table as other programs read them from a document."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser

from orgdesign.tables.table import Table
from orgdesign.words.numbers import cell_text
from orgdesign.words.visible import visible


def printed(table: Table) -> list[list[str]]:
    """The titles of the columns, then the cells as they are printed."""
    rows = [
        [
            visible(cell_text(cell, column, table))
            for column, cell in zip(table.columns, row.cells, strict=True)
        ]
        for row in table.rows
    ]
    return [[visible(column.title) for column in table.columns], *rows]


class Page(HTMLParser):
    """Rows of cells, headings, list items and tags of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.items: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._into: list[str] | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
            self._into = self.rows[-1]
        elif tag in ("li", "p", "h2"):
            self.items.append("")
            self._into = self.items
        else:
            self._into = None

    def handle_endtag(self, tag: str) -> None:
        self._into = None

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._into[-1] += data


def of_html(text: str) -> list[list[str]]:
    return Page(text).rows


_BACK = {
    r"\textbackslash{}": "\\",
    r"\textasciicircum{}": "^",
    r"\textasciitilde{}": "~",
    r"\textless{}": "<",
    r"\textgreater{}": ">",
    r"\textbar{}": "|",
    r"\textquotedbl{}": '"',
    r"\textasciigrave{}": "`",
    r"\textquotesingle{}": "'",
    "{[}": "[",
    "{]}": "]",
    "{-}": "-",
    r"\ensuremath{-}": "−",
    r"\textbullet{}": "•",
    r"\textendash{}": "–",
}
_LATEX = re.compile("|".join([*map(re.escape, _BACK), r"\\[{}$&#%_]"]))


def of_latex(text: str) -> list[list[str]]:
    rows = []
    for line in text.splitlines():
        if line.endswith(r" \\"):
            cells = re.split(r"(?<!\\)& ", line.removesuffix(r" \\"))
            rows.append([_plain(cell) for cell in cells])
    return rows


def _plain(cell: str) -> str:
    bare = re.sub(r"\\hspace\*\{\d+em\}|^\\textbf\{(.*)\} ?$", r"\1", cell)
    return _LATEX.sub(lambda match: _BACK.get(match[0], match[0][1:]), bare.removesuffix(" "))


def of_docx(data: bytes) -> list[list[str]]:
    from docx import Document
    from docx.table import Table as WordTable

    made = Document(io.BytesIO(data))
    (element,) = made.element.body.iter(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}tbl"
    )
    table = WordTable(element, made)
    return [[cell.text.lstrip("\u2003") for cell in row.cells] for row in table.rows]


def of_xlsx(data: bytes, header: int = 3) -> list[list[object]]:
    """The values of the first sheet, formulas as they were last computed."""
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(data), data_only=True).worksheets[0]
    rows = sheet.iter_rows(min_row=header, values_only=True)
    return [list(row) for row in rows]
