"""How wide the columns of a Word table are, and how small its letters where room is short.

Words and numbers stay whole as long as smaller letters, and then columns closer to each other, make
room for them; where even that does not, words are broken at their syllables and numbers are not.
How wide a letter is depends on the fonts of who reads: a word that may not fit has its places for a
hyphen too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from orgdesign.tables.table import Cell, Column, Table
from orgdesign.words.hyphens import syllables
from orgdesign.words.numbers import cell_text
from orgdesign.words.visible import visible
from orgdesign.words.width import width

USUAL, UPRIGHT, SMALL, SMALLEST = 18, 16, 14, 12
"""Sizes of letters: usual, at least before a page is turned, from which on columns come closer, and
at least. Unit: half points."""
_LETTER = 105
"""Width of a letter of the usual size. Unit: twentieths of a point."""
BESIDE, CLOSE = 240, 100
"""What is free beside the letters of a cell, usually and at least. Unit: twentieths of a point."""
_LONGEST_PIECE, _LONGEST_WORD, _LONGEST_TEXT = 12, 24, 60
"""Letters that get room at most: of a piece of a word on any page, of a word, of a text."""


class Layout(NamedTuple):
    """The widths of the columns in twentieths of a point, and the size of the letters.

    `beside` is what is free beside the letters of a cell, in twentieths of a point.
    """

    widths: list[int]
    size: int
    beside: int = BESIDE

    def may_break(self, word: str, at: int) -> bool:
        """Return whether a word is too wide for a column in letters that turn out wider."""
        room = (self.widths[at] - self.beside) * USUAL
        return _letters(word, bold=True) * _LETTER * self.size * 6 // 5 > room


class _Needs(NamedTuple):
    """Letters of a column: of its numbers, with whole words too, and on one line."""

    numbers: int
    words: int
    line: int


def layout(table: Table, room: int) -> Layout:
    """Return columns that fill the room, with letters no smaller than they must be."""
    every = [_needs(table, at) for at in range(len(table.columns))]
    sizes = range(USUAL, SMALLEST - 1, -1)
    for size, beside in ((s, b) for s in sizes for b in (BESIDE, CLOSE) if b > CLOSE or s <= SMALL):
        words, line = (_wide([needs[at] for needs in every], size, beside) for at in (1, 2))
        if sum(line) <= room:
            return Layout([each + (room - sum(line)) // len(line) for each in line], size, beside)
        if sum(words) <= room:
            return Layout(_between(words, line, room), size, beside)
    pieces = [_longest_piece(table, at) for at in range(len(table.columns))]
    narrowest = [
        max(needs.numbers, min(needs.words, piece))
        for needs, piece in zip(every, pieces, strict=True)
    ]
    return Layout(_between(_wide(narrowest, SMALLEST, CLOSE), words, room), SMALLEST, CLOSE)


def fits(table: Table, room: int) -> bool:
    """Return whether the words of a table stay whole in letters that are read with ease."""
    every = [_needs(table, at).words for at in range(len(table.columns))]
    return sum(_wide(every, UPRIGHT, BESIDE)) <= room


def _wide(letters: Sequence[int], size: int, beside: int) -> list[int]:
    """Return the widths of so many letters of a size, with what is free beside them."""
    return [each * _LETTER * size // USUAL + beside for each in letters]


def _between(low: Sequence[int], high: Sequence[int], room: int) -> list[int]:
    """Return widths between two, each as far from the first; below it where that is too wide."""
    if sum(low) > room:
        return [room * each // sum(low) for each in low]
    apart, spare = sum(high) - sum(low), room - sum(low)
    return [one + spare * (other - one) // apart for one, other in zip(low, high, strict=True)]


def _needs(table: Table, at: int) -> _Needs:
    column, cells = table.columns[at], [(row.cells[at], row.total) for row in table.rows]
    texts = _texts(table, at)
    numbers = max(
        (
            _letters(_text(cell, column, table), bold=total)
            for cell, total in cells
            if not _is_text(cell, column)
        ),
        default=1,
    )
    title = max((_letters(word, bold=True) for word in visible(column.title).split()), default=1)
    word = max((width(word) for text in texts for word in text.split()), default=1)
    word = min(max(word, title), _LONGEST_WORD)
    line = min(max(map(width, texts), default=1), _LONGEST_TEXT)
    return _Needs(numbers, max(numbers, word), max(numbers, word, line))


def _longest_piece(table: Table, at: int) -> int:
    """Return the letters of the longest piece between two places for a hyphen in a column."""
    texts = (visible(table.columns[at].title), *_texts(table, at))
    words = {word for text in texts for word in text.split()}
    pieces = (each for word in words for each in syllables(word, table.language))
    return min(max(map(width, pieces), default=0) + 1, _LONGEST_PIECE)


def _letters(text: str, *, bold: bool) -> int:
    """Return how many usual letters a text is as wide as."""
    return width(text) + (width(text) + 5) // 6 if bold else width(text)


def _is_text(cell: Cell, column: Column) -> bool:
    return isinstance(cell, str) or column.unit == "text"


def _texts(table: Table, at: int) -> list[str]:
    column, cells = table.columns[at], [row.cells[at] for row in table.rows]
    return [_text(cell, column, table) for cell in cells if _is_text(cell, column)]


def _text(cell: Cell, column: Column, table: Table) -> str:
    return visible(cell_text(cell, column, table))
