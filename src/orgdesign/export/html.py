"""Tables as one page of HTML: real headings, captions and header cells, nothing from elsewhere."""

from __future__ import annotations

import base64
import html as markup
from collections.abc import Iterator
from pathlib import Path

from orgdesign.export.booklet import Booklet, Picture, of_one
from orgdesign.tables.table import Column, Row, Table
from orgdesign.words import say
from orgdesign.words.numbers import cell_text
from orgdesign.words.visible import visible

_INDENT = 1.5
"""Width of a letter for each step into a tree."""


def html(table: Table) -> str:
    """Return a table as a page of its own."""
    return page(of_one(table))


def page(booklet: Booklet) -> str:
    """Return tables and pictures as one page that needs no other file."""
    title = escape(booklet.title)
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{booklet.language}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>",
        *_properties(booklet),
        f"<style>\n{_style()}{_on_each_sheet(booklet.draft)}</style>",
        "</head>",
        "<body>",
        *([f'<p class="draft">{escape(booklet.draft)}</p>'] if booklet.draft else []),
        "<main>",
        f"<h1>{title}</h1>",
        *(_contents(booklet) if len(booklet.tables) > 1 else ()),
        *(
            line
            for at, (_, table, picture) in enumerate(booklet.parts(), 1)
            for line in (*_section(table, at), *(_figure(picture) if picture else ()))
        ),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(parts) + "\n"


def escape(text: str) -> str:
    """Return a text that a page shows as it is."""
    return markup.escape(visible(text))


def _style() -> str:
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")


def _on_each_sheet(words: str) -> str:
    """Return what prints words of our own in the margin of every sheet of paper."""
    if not words:
        return ""
    return f'@page {{ @top-right {{ content: "{words}"; font: 700 8pt sans-serif; }} }}\n'


def _properties(booklet: Booklet) -> Iterator[str]:
    """Yield what the page knows of where its tables came from."""
    found = next((table.identity for table in booklet.tables if table.identity), None)
    if found is not None:
        for name in ("inputs", "texts", "formulas", "program"):
            yield f'<meta name="orgdesign-{name}" content="{escape(getattr(found, name))}">'


def _contents(booklet: Booklet) -> Iterator[str]:
    """Yield the titles of the tables, each a way to its table."""
    yield f"<nav><details><summary>{say('export.contents', booklet.language)}</summary>"
    yield "<ul>"
    for at, table in enumerate(booklet.tables, 1):
        yield f'<li><a href="#table-{at}">{escape(table.title)}</a></li>'
    yield "</ul></details></nav>"


def _section(table: Table, at: int) -> Iterator[str]:
    """Yield a table in a region that scrolls by keyboard, and what stands under it."""
    name = f"table-{at}"
    yield f'<section aria-labelledby="{name}">'
    yield f'<div class="wide" role="region" tabindex="0" aria-labelledby="{name}">'
    yield f'<table data-table="{escape(table.id)}">'
    yield f'<caption><h2 id="{name}">{escape(table.title)}</h2></caption>'
    yield "<thead>"
    yield f"<tr>{''.join(_header(column) for column in table.columns)}</tr>"
    yield "</thead>"
    yield "<tbody>"
    yield from (_row(row, table) for row in table.rows)
    yield "</tbody>"
    yield "</table>"
    yield "</div>"
    if table.below:
        yield '<ul class="notes">'
        yield from (f"<li>{escape(note)}</li>" for note in table.below)
        yield "</ul>"
    yield "</section>"


def _header(column: Column) -> str:
    return f'<th scope="col"{_class(column)}>{escape(column.title)}</th>'


def _row(row: Row, table: Table) -> str:
    first, *others = [
        escape(cell_text(cell, column, table))
        for column, cell in zip(table.columns, row.cells, strict=True)
    ]
    indent = f' style="padding-left: {_INDENT * row.level}em"' if row.level else ""
    cells = [f'<th scope="row"{indent}>{first}</th>']
    cells += [
        f"<td{_class(column)}>{cell}</td>"
        for column, cell in zip(table.columns[1:], others, strict=True)
    ]
    total = ' class="total"' if row.total else ""
    return f"<tr{total}>{''.join(cells)}</tr>"


def _class(column: Column) -> str:
    return "" if column.unit == "text" else ' class="number"'


def _figure(picture: Picture) -> Iterator[str]:
    data = base64.b64encode(picture.svg).decode()
    yield f'<figure class="wide" tabindex="0" aria-label="{escape(picture.title)}">'
    yield f'<img src="data:image/svg+xml;base64,{data}" alt="{escape(picture.alt)}">'
    yield f"<figcaption>{escape(picture.title)}</figcaption>"
    yield "</figure>"
