"""The formats by name: of one table as text, and of several as a document."""

from __future__ import annotations

from collections.abc import Callable

from orgdesign.export.booklet import Booklet
from orgdesign.export.data import json
from orgdesign.export.html import html, page
from orgdesign.export.latex import latex
from orgdesign.export.markdown import markdown
from orgdesign.export.plain import plain
from orgdesign.export.separated import csv, iso_csv, tsv
from orgdesign.export.text import text
from orgdesign.tables.table import Table

FORMATS: dict[str, Callable[[Table], str]] = {
    "text": text,
    "md": markdown,
    "csv": csv,
    "iso-csv": iso_csv,
    "tsv": tsv,
    "json": json,
    "html": html,
    "latex": latex,
    "plain": plain,
}
"""What writes a table in each format, as text; in a file it is UTF-8."""

PROSE = ("text", "md", "plain")
"""The formats in which sentences stand beside tables as they are."""
BARE = ("csv", "iso-csv", "tsv")
"""The formats of values alone, for spreadsheets and programs: nothing stands before a table."""


def _html(booklet: Booklet) -> bytes:
    return page(booklet).encode()


def _xlsx(booklet: Booklet) -> bytes:
    from orgdesign.export.workbook import workbook

    return workbook(booklet)


def _docx(booklet: Booklet) -> bytes:
    from orgdesign.export.document import document

    return document(booklet)


DOCUMENTS: dict[str, Callable[[Booklet], bytes]] = {"html": _html, "xlsx": _xlsx, "docx": _docx}
"""What writes several tables as one document; what it needs is imported when it is asked for."""

EXTENSIONS = {"text": "txt", "latex": "tex", "plain": "plain.txt", "iso-csv": "iso.csv"}
"""The ends of file names that are not the name of their format."""
