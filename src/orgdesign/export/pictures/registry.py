"""The pictures by the table that they show."""

from __future__ import annotations

from collections.abc import Callable

from orgdesign.export.booklet import Picture
from orgdesign.export.pictures.bands import bands
from orgdesign.export.pictures.drawing import Drawing, in_words
from orgdesign.export.pictures.flows import flows
from orgdesign.export.pictures.gainers import gainers
from orgdesign.export.pictures.gantt import gantt
from orgdesign.export.pictures.tornado import tornado
from orgdesign.export.pictures.waterfall import waterfall
from orgdesign.export.word_table import numbered
from orgdesign.tables.table import Table
from orgdesign.words.visible import visible

PICTURES: dict[str, Callable[[Table], Drawing]] = {
    "steps": waterfall,
    "structural": gainers,
    "placement": flows,
    "tornado": tornado,
    "bands": bands,
    "plan": gantt,
}
"""What a table shows as a picture; its numbers are the cells of the table."""


def picture(table: Table, name: str) -> Picture | None:
    """Return the picture of a table, None where it has none or has nothing to show."""
    draw = PICTURES.get(table.id)
    drawing = draw(table) if draw is not None else None
    if drawing is None or not drawing.panels:
        return None
    from orgdesign.export.pictures.drawn import drawn

    title = visible(numbered(table)[2])
    alt = visible(in_words(drawing, title, table.language))
    svg, png = drawn(drawing, table, title, alt)
    return Picture(name, title, alt, svg, png)
