"""How wide the columns of a Word table are: numbers are never cut, words where there is no room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from orgdesign.tables.table import Table
from orgdesign.words.numbers import cell_text
from orgdesign.words.visible import visible
from orgdesign.words.width import width

_LETTER, _BESIDE = 105, 240
"""Width of a letter of 9 points, and what stays free beside it. Unit: twentieths of a point."""
_SHORT_WORD, _LONGEST_WORD, _LONGEST_TEXT = 6, 24, 60
"""Letters of a word that get room on any page, at most, and of a text on one line."""


class _Needs(NamedTuple):
    """Widths of a column: without which it cannot do, with whole words, and on one line."""

    narrowest: int
    words: int
    line: int


def column_widths(table: Table, room: int) -> list[int]:
    """Return the widths of the columns, in twentieths of a point, that fill the room."""
    every = [_needs(table, at) for at in range(len(table.columns))]
    narrowest, words, line = ([needs[at] for needs in every] for at in range(3))
    if sum(words) > room:
        return _between(narrowest, line, room)
    if sum(line) > room:
        return _between(words, line, room)
    return [each + (room - sum(line)) // len(line) for each in line]


def fits(table: Table, room: int) -> bool:
    """Return whether every column of a table has room for what it cannot do without."""
    return sum(_needs(table, at).narrowest for at in range(len(table.columns))) <= room


def _between(low: Sequence[int], high: Sequence[int], room: int) -> list[int]:
    """Return widths between two, each as far from the first; below it where that is too wide."""
    if sum(low) > room:
        return [room * each // sum(low) for each in low]
    apart, spare = sum(high) - sum(low), room - sum(low)
    return [one + spare * (other - one) // apart for one, other in zip(low, high, strict=True)]


def _needs(table: Table, at: int) -> _Needs:
    column = table.columns[at]
    cells = [visible(cell_text(row.cells[at], column, table)) for row in table.rows]
    word = _longest([word for text in (column.title, *cells) for word in text.split()])
    word, cell = min(word, _LONGEST_WORD), _longest(cells)
    if column.unit != "text":
        letters = (cell, max(word, cell), max(word, cell))
    else:
        letters = (min(word, _SHORT_WORD), word, max(word, min(cell, _LONGEST_TEXT)))
    return _Needs(*(each * _LETTER + _BESIDE for each in letters))


def _longest(texts: Sequence[str]) -> int:
    return max(map(width, texts), default=1)
