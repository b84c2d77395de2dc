"""A table in Markdown; no text of a scenario is taken as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

from orgdesign.tables.table import Row, Table
from orgdesign.words.numbers import cell_text
from orgdesign.words.visible import visible

_MARKUP = re.compile(r"([\\`*_{}\[\]<>|#~$!^&])")
_AT_START = re.compile(r"^(\s*)([-+=]|\d{1,9}(?=[.)]))")
_LINKS = {"://": "&#58;//", "www.": "www&#46;", "@": "&#64;"}


def escape(text: str) -> str:
    """Return a text that Markdown shows as it is, links and mentions not made either."""
    text = _MARKUP.sub(r"\\\1", visible(text))
    for link, shown in _LINKS.items():
        text = re.sub(re.escape(link), shown, text, flags=re.IGNORECASE)
    return text


def _line(text: str) -> str:
    """Return an escaped text that starts a line: no list, no rule."""
    return _AT_START.sub(_escape_start, escape(text))


def _escape_start(match: re.Match[str]) -> str:
    space, start = match.groups()
    return f"{space}\\{start}" if not start.isdigit() else f"{space}&#8203;{start}"


def markdown(table: Table) -> str:
    """Return a table with its title as a heading and its notes as a list."""
    titles = [escape(column.title) for column in table.columns]
    rules = ["---" if column.unit == "text" else "---:" for column in table.columns]
    rows = [_cells(row, table) for row in table.rows]
    lines = [f"## {_line(table.title)}", "", _row(titles), _row(rules), *map(_row, rows)]
    if table.below:
        lines += ["", *(f"- {_line(note)}" for note in table.below)]
    return "\n".join(lines) + "\n"


def _cells(row: Row, table: Table) -> list[str]:
    """Return the cells of a row; the first one of a tree is indented by its depth."""
    first, *others = [
        _strong(escape(cell_text(cell, column, table)), strong=row.total)
        for column, cell in zip(table.columns, row.cells, strict=True)
    ]
    return ["&nbsp;" * 2 * row.level + first, *others]


def _strong(text: str, *, strong: bool) -> str:
    return f"**{text}**" if strong and text.strip() else text


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
