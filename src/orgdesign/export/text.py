"""A table as aligned columns of text; a table too wide is cut into blocks of columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgdesign.tables.table import Table
from orgdesign.words.numbers import cell_text
from orgdesign.words.visible import visible
from orgdesign.words.width import left, right, width, wrap

WIDTH = 80
"""Cells of a line where the terminal says nothing else."""
_GAP = "  "
_WIDEST_TEXT = 36
_WIDEST_WORD = 16


@dataclass(frozen=True, slots=True)
class _Strip:
    """One column as text, with the cells it takes."""

    title: str
    cells: tuple[str, ...]
    numeric: bool
    width: int

    def lines(self, text: str) -> list[str]:
        """Return a cell or title on as many lines as it needs, aligned."""
        aligned = right if self.numeric else left
        return [aligned(line, self.width) for line in wrap(text, self.width)]


def text(table: Table, line_width: int = WIDTH) -> str:
    """Return a table with its title and notes as lines of text."""
    strips = [_strip(table, index, line_width) for index in range(len(table.columns))]
    totals = [row.total for row in table.rows]
    parts = ["\n".join(wrap(visible(table.title), line_width))]
    parts += ["\n".join(_block(block, totals)) for block in _blocks(strips, line_width)]
    if table.notes:
        parts.append("\n".join(line for note in table.notes for line in _note(note, line_width)))
    return "\n\n".join(parts) + "\n"


def _strip(table: Table, index: int, line_width: int) -> _Strip:
    column = table.columns[index]
    cells = tuple(
        _indent(row.level if index == 0 else 0)
        + visible(cell_text(row.cells[index], column, table))
        for row in table.rows
    )
    title = visible(column.title)
    widest = max((width(cell) for cell in cells), default=0)
    word = max((width(word) for word in title.split()), default=0)
    numeric = column.unit != "text"
    if numeric:
        needed = max(widest, min(word, _WIDEST_WORD))
    else:
        needed = min(max(widest, min(word, _WIDEST_WORD)), _WIDEST_TEXT)
    return _Strip(title, cells, numeric, max(1, min(needed, line_width)))


def _indent(level: int) -> str:
    return "  " * level


def _blocks(strips: Sequence[_Strip], line_width: int) -> Iterator[list[_Strip]]:
    """Yield groups of columns that fit beside those that name the rows, which stand in each."""
    names = _names(strips, line_width)
    block = list(names)
    for strip in strips[len(names) :]:
        if len(block) > len(names) and _taken([*block, strip]) > line_width:
            yield block
            block = list(names)
        block.append(strip)
    yield block


def _names(strips: Sequence[_Strip], line_width: int) -> Sequence[_Strip]:
    """Return the first column, and the texts after it that leave half of the line free."""
    count = 1
    while (
        count < len(strips)
        and not strips[count].numeric
        and _taken(strips[: count + 1]) <= line_width // 2
    ):
        count += 1
    return strips[:count]


def _taken(strips: Sequence[_Strip]) -> int:
    return sum(strip.width for strip in strips) + len(_GAP) * (len(strips) - 1)


def _block(strips: Sequence[_Strip], totals: Sequence[bool]) -> Iterator[str]:
    rule = _GAP.join("-" * strip.width for strip in strips)
    yield from _lines([strip.lines(strip.title) for strip in strips], strips, bottom=True)
    yield rule
    for index, total in enumerate(totals):
        if total:
            yield rule
        yield from _lines([strip.lines(strip.cells[index]) for strip in strips], strips)


def _lines(
    cells: Sequence[list[str]], strips: Sequence[_Strip], *, bottom: bool = False
) -> Iterator[str]:
    """Yield the lines of a row whose cells have several; titles stand on the rule."""
    height = max(len(lines) for lines in cells)
    for at in range(height):
        parts = []
        for lines, strip in zip(cells, strips, strict=True):
            line = at - (height - len(lines)) if bottom else at
            parts.append(lines[line] if 0 <= line < len(lines) else " " * strip.width)
        yield _GAP.join(parts).rstrip()


def _note(note: str, line_width: int) -> Iterator[str]:
    first, *rest = wrap(visible(note), line_width - 2)
    yield f"- {first}"
    yield from (f"  {line}" for line in rest)
