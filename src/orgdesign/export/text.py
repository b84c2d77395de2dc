"""A table as aligned columns of text; a table too wide is cut into blocks of columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from orgdesign.export.tree import branches, is_tree
from orgdesign.tables.table import Table
from orgdesign.words import Language
from orgdesign.words.hyphens import is_path, pieces
from orgdesign.words.numbers import cell_text
from orgdesign.words.visible import visible
from orgdesign.words.width import cut, left, right, width, wrap

WIDTH = 80
"""Cells of a line where the terminal says nothing else."""
_GAP = "  "
_USUAL_TEXT = 36
_WIDEST_TEXT = 60
_WIDEST_WORD = 20


@dataclass(frozen=True, slots=True)
class _Strip:
    """One column as text: the cells it takes, the fewest it can do with, the most it can use."""

    title: str
    language: Language
    cells: tuple[str, ...]
    numeric: bool
    width: int
    least: int
    most: int

    def heading(self) -> list[str]:
        """Return the title on as many lines as it needs, aligned; long words have hyphens."""
        hyphenated = partial(pieces, language=self.language)
        return self._aligned(wrap(self.title, self.width, hyphenated))

    def lines(self, text: str) -> list[str]:
        """Return a cell on as many lines as it needs, aligned; long words have hyphens.

        Not a path or an id, which is put together again as it stands.
        """
        return self._aligned(wrap(text, self.width, self._pieces))

    def _pieces(self, word: str, cells: int) -> Iterable[str]:
        return cut(word, cells) if is_path(word) else pieces(word, cells, self.language)

    def _aligned(self, lines: list[str]) -> list[str]:
        aligned = right if self.numeric else left
        return [aligned(line, self.width) for line in lines]


def text(table: Table, line_width: int = WIDTH) -> str:
    """Return a table with its title and notes as lines of text."""
    parts = ["\n".join(wrap(visible(table.title), line_width))]
    if is_tree(table):
        parts.append("\n".join(branches(table, line_width)))
    else:
        parts += _columns(table, line_width)
    if table.below:
        parts.append("\n".join(_below(table, line_width)))
    return "\n\n".join(parts) + "\n"


def _columns(table: Table, line_width: int) -> list[str]:
    strips = [_strip(table, index, line_width) for index in range(len(table.columns))]
    totals = [row.total for row in table.rows]
    return ["\n".join(_block(block, totals)) for block in _arranged(strips, line_width)]


def _strip(table: Table, index: int, line_width: int) -> _Strip:
    column = table.columns[index]
    cells = tuple(visible(cell_text(row.cells[index], column, table)) for row in table.rows)
    title = visible(column.title)
    widest = max((width(cell) for cell in cells), default=0)
    word = _longest_word([title])
    room = max(1, line_width // 2)
    if column.unit == "text":
        most = min(max(widest, word, 1), _WIDEST_TEXT)
        least = min(_longest_word([title, *cells]), _WIDEST_WORD)
        usual = min(most, _USUAL_TEXT, room)
    else:
        usual = most = max(widest, word, 1)
        least = max(widest, min(word, _WIDEST_WORD))
    return _Strip(
        title, table.language, cells, column.unit != "text", usual, max(1, min(least, usual)), most
    )


def _longest_word(texts: Sequence[str]) -> int:
    return max((width(word) for text in texts for word in text.split()), default=0)


def _arranged(strips: Sequence[_Strip], line_width: int) -> list[list[_Strip]]:
    """Return the columns in as few blocks as can be, each as wide as it has use for."""
    usual = list(_blocks(strips, line_width))
    narrow = [replace(strip, width=strip.least) for strip in strips]
    least = list(_blocks(narrow, line_width))
    return [_filled(block, line_width) for block in (least if len(least) < len(usual) else usual)]


def _filled(block: Sequence[_Strip], line_width: int) -> list[_Strip]:
    """Return the columns of a block with the room that is left given to those that can use it."""
    filled = list(block)
    for _ in range(line_width - _taken(filled)):
        wanting = max(filled, key=lambda strip: strip.most - strip.width)
        if wanting.most > wanting.width:
            filled[filled.index(wanting)] = replace(wanting, width=wanting.width + 1)
    return filled


def _blocks(strips: Sequence[_Strip], line_width: int) -> Iterator[list[_Strip]]:
    """Yield groups of columns that fit beside those that name the rows, which stand in each."""
    names = strips if _taken(strips) <= line_width else _names(strips, line_width)
    block = list(names)
    for strip in strips[len(names) :]:
        if len(block) > len(names) and _taken([*block, strip]) > line_width:
            yield block
            block = list(names)
        block.append(strip)
    yield block


def _names(strips: Sequence[_Strip], line_width: int) -> Sequence[_Strip]:
    """Return the texts at the start that tell the rows apart, and those that leave half free.

    Where they are too wide they are as narrow as their words allow; else the first stands alone.
    """
    texts = next((at for at, strip in enumerate(strips) if at and strip.numeric), len(strips))
    fitting = [at for at in range(1, texts + 1) if _taken(strips[:at]) <= line_width // 2]
    telling = _telling(strips[:texts])
    count = max(fitting, default=1)
    narrow = [replace(strip, width=strip.least) for strip in strips[:telling]]
    if telling <= count or _taken([*narrow, *strips[telling : telling + 1]]) > line_width:
        return strips[:count]
    return narrow


def _telling(texts: Sequence[_Strip]) -> int:
    """Return how many columns of text it takes to tell the rows apart as far as they can."""
    rows = list(zip(*(strip.cells for strip in texts), strict=True))
    different = [len({row[:count] for row in rows}) for count in range(1, len(texts) + 1)]
    return different.index(max(different)) + 1


def _taken(strips: Sequence[_Strip]) -> int:
    return sum(strip.width for strip in strips) + len(_GAP) * (len(strips) - 1)


def _block(strips: Sequence[_Strip], totals: Sequence[bool]) -> Iterator[str]:
    rule = _GAP.join("-" * strip.width for strip in strips)
    yield from _lines([strip.heading() for strip in strips], strips, bottom=True)
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


def _below(table: Table, line_width: int) -> Iterator[str]:
    """Yield the notes and the identity; the command that checks is on one line, to be copied."""
    check = table.identity.check if table.identity else None
    for note in table.below:
        yield from [f"- {visible(note)}"] if note is check else _note(note, line_width)


def _note(note: str, line_width: int) -> Iterator[str]:
    first, *rest = wrap(visible(note), line_width - 2)
    yield f"- {first}"
    yield from (f"  {line}" for line in rest)
