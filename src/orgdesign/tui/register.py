"""The register of figures as the screen shows it: narrowed down, with what is tried marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from orgdesign.tui.widgets.content import Content, GridCell, GridColumn, GridRow
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.tables.table import Row, Table

TRIED = "*"
"""Stands by a figure of which another value is tried."""
ORDER = (
    "path", "share_of_spread", "value", "low", "high", "unit", "source", "source_kind", "owner",
    "signed_off", "layer", "place", "number",
)  # fmt: skip
"""The columns of the table in the order of the screen: the path stays in sight."""
WIDEST = {"path": 52, "source": 30, "place": 34, "owner": 18, "signed_off": 18}


def register(table: Table, tried: Callable[[str], bool], words: str = "") -> Content:
    """Return the rows of the register that hold all the words, in any case of letters."""
    columns = {column.id: index for index, column in enumerate(table.columns)}
    places = [columns[id] for id in ORDER if id in columns]
    shown = tuple(
        GridColumn(
            column.id,
            visible(column.title),
            right=column.unit != "text",
            widest=WIDEST.get(column.id, 14),
        )
        for column in (table.columns[place] for place in places)
    )
    rows = (_row(row, places, table, tried(row.id)) for row in table.rows)
    sought = words.casefold().split()
    kept = tuple(row for row in rows if _holds(row, sought))
    return Content(shown, kept, language=table.language)


def _row(row: Row, places: list[int], table: Table, tried: bool) -> GridRow:
    from orgdesign.words.numbers import cell_text

    texts = [visible(cell_text(row.cells[place], table.columns[place], table)) for place in places]
    cells = [GridCell(text) for text in texts]
    if tried:
        value = [table.columns[place].id for place in places].index("value")
        cells[0] = GridCell(f"{TRIED} {texts[0]}", "mark")
        cells[value] = GridCell(texts[value], "mark")
    return GridRow(row.id, tuple(cells))


def _holds(row: GridRow, sought: list[str]) -> bool:
    text = " ".join(cell.text for cell in row.cells).casefold()
    return all(word in text for word in sought)
