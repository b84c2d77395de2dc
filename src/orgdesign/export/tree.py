"""A tree of rows as lines of text: each as far in as it is deep, its cells one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.tables.table import Row, Table
from orgdesign.words.numbers import cell_text
from orgdesign.words.visible import visible
from orgdesign.words.width import wrap

_DEEPEST = 12
"""Levels that still go further in."""


def is_tree(table: Table) -> bool:
    """Return whether rows stand below one another, or would if there were more of them."""
    return table.id == "explain" or any(row.level for row in table.rows)


def branches(table: Table, line_width: int) -> Iterator[str]:
    """Yield the lines of every row."""
    for row in table.rows:
        indent = "  " * min(row.level, _DEEPEST)
        first, *rest = wrap(_words(row, table), line_width - len(indent) - 4)
        yield indent + first
        yield from (f"{indent}    {line}" for line in rest)


def _words(row: Row, table: Table) -> str:
    cells = [
        visible(cell_text(cell, column, table))
        for column, cell in zip(table.columns, row.cells, strict=True)
    ]
    return f"{cells[0]}: {'; '.join(cell for cell in cells[1:] if cell)}"
