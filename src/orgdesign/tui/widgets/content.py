"""What the number grid shows, as plain data, and how wide its columns come out."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from rich.cells import cell_len

from orgdesign.tui.widgets.fitting import fit, fit_middle
from orgdesign.words import Language
from orgdesign.words.hyphens import pieces

Tone = Literal["", "gain", "loss", "mark", "quiet"]
"""How a cell is coloured; the colour never says more than its text."""
Spans = tuple[tuple[str, Tone], ...]
"""A line of text in pieces, each with its tone."""
Lines = tuple[Spans, ...]
"""Lines of text with their tones."""


def plain_lines(text: str, tone: Tone = "") -> Lines:
    """Return a text as lines of one tone."""
    return tuple(((line, tone),) for line in text.split("\n"))


HEADER_LINES = 3
NARROWEST = 9
"""Cells that a title has at least, before its words are broken."""
LEAST_CUT = 8
"""Cells below which a column of text is left out instead of cut."""


class GridCell(NamedTuple):
    """A cell: its text, ready to show, and its tone."""

    text: str
    tone: Tone = ""


class GridColumn(NamedTuple):
    """A column: its id, its title, the side its cells stand on and its greatest width."""

    id: str
    title: str
    right: bool = True
    widest: int = 16


class GridRow(NamedTuple):
    """A row: its id, a cell for every column, and whether it is a total."""

    id: str
    cells: tuple[GridCell, ...]
    total: bool = False


@dataclass(frozen=True)
class Content:
    """The columns and rows of a grid; the first columns, most often one, stay in sight."""

    columns: tuple[GridColumn, ...] = ()
    rows: tuple[GridRow, ...] = ()
    fixed: int = 1
    language: Language = "nl"
    """The language in which titles are broken."""

    @cached_property
    def widths(self) -> tuple[int, ...]:
        """The width in terminal cells that holds every column's cells and its title's words."""
        return tuple(self._width(index, whole_words=True) for index in range(len(self.columns)))

    @cached_property
    def tight_widths(self) -> tuple[int, ...]:
        """The width that holds every column's cells, its title broken within words if need be."""
        return tuple(self._width(index, whole_words=False) for index in range(len(self.columns)))

    @cached_property
    def _widest(self) -> list[int]:
        """The width of the widest cell of every column."""
        texts = ([row.cells[index].text for row in self.rows] for index in range(len(self.columns)))
        return [max(map(cell_len, set(each)), default=0) for each in texts]

    def _width(self, index: int, *, whole_words: bool) -> int:
        column = self.columns[index]
        word = max((cell_len(word) for word in column.title.split()), default=0)
        widest = max(self._widest[index], min(word, NARROWEST))
        width = min(widest, max(column.widest, NARROWEST))
        title = column.title, self.language
        while width < column.widest and not _fits(*title, width, whole_words=whole_words):
            width += 1
        return width


@dataclass(frozen=True)
class Layout:
    """A content in a window of so many terminal cells: which columns are in sight."""

    content: Content
    width: int
    first: int = 1
    """The first column in sight after the fixed one."""

    @cached_property
    def widths(self) -> Mapping[int, int]:
        """The width of every column in sight, the fixed one first.

        A column of text that does not fit is cut when enough of it remains.
        """
        own = self.content.widths
        if not own:
            return {}
        if sum(own) + 2 * len(own) > self.width:
            own = self.content.tight_widths
        widths = dict(enumerate(self._fixed_widths(own)))
        room = self.width - sum(width + 2 for width in widths.values())
        start = max(self.first, self.content.fixed)
        for index in range(start, len(own)):
            cut = room - 2 if self._may_be_cut(index) else 0
            width = own[index] if own[index] + 2 <= room else cut
            if width < min(LEAST_CUT, own[index]) and index > start:
                break
            widths[index] = min(width, own[index]) if index > start else max(width, 1)
            room -= widths[index] + 2
        return widths

    def _fixed_widths(self, own: Sequence[int]) -> list[int]:
        """Return the widths of the columns that stay: text is cut so that one more fits beside.

        Several columns of text leave a third of the window to the others.
        """
        if sum(own) + 2 * len(own) <= self.width:
            return list(own[: self.content.fixed])
        fixed = own[: self.content.fixed]
        texts = [at for at in range(len(fixed)) if at == 0 or self._may_be_cut(at)]
        others = sum(width + 2 for at, width in enumerate(fixed) if at not in texts)
        most = self.width if len(texts) == 1 else self.width * 2 // 3
        room = max(
            min(self.width - self._beside(own) - others, most) - 2 * len(texts), self.width // 3
        )
        widths = list(fixed)
        for done, at in enumerate(sorted(texts, key=lambda at: own[at])):
            widths[at] = max(min(own[at], room // (len(texts) - done)), 1)
            room -= widths[at]
        return widths

    def _beside(self, own: Sequence[int]) -> int:
        """Return the room for the widest column beside those that stay, as far as it is not cut."""
        least = own if self.content.fixed == 1 else self._least(own)
        return max((width + 2 for width in least[1:]), default=0)

    def _least(self, own: Sequence[int]) -> list[int]:
        """Return how narrow every column may become."""
        cut = map(self._may_be_cut, range(len(own)))
        return [
            min(width, LEAST_CUT) if may else width for width, may in zip(own, cut, strict=True)
        ]

    def _may_be_cut(self, index: int) -> bool:
        return not self.content.columns[index].right

    def fitted(self, text: str, index: int) -> str:
        """Return the text of a cell; a further column that stays shows both ends of a long one."""
        right = self.content.columns[index].right
        if 0 < index < self.content.fixed and not right:
            return fit_middle(text, self.widths[index])
        return fit(text, self.widths[index], right)

    @property
    def last(self) -> int:
        """The last column in sight."""
        return max(self.widths, default=0)

    def unread(self, row: int, *among: int) -> Iterator[str]:
        """Yield the texts of a row that are cut or out of sight, each with its title.

        Only those of some columns where these are given.
        """
        cells = self.content.rows[row].cells if row < len(self.content.rows) else ()
        for index, cell in enumerate(cells):
            column, text = self.content.columns[index], cell.text.strip()
            if among and index not in among:
                continue
            if len(text) > 1 and not column.right and cell_len(text) > self.widths.get(index, 0):
                yield f"{column.title}: {text}"

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns in sight from left to right, the fixed one first."""
        return tuple(self.widths)

    @property
    def whole(self) -> bool:
        """Whether every column is in sight."""
        return len(self.widths) == len(self.content.columns)

    @cached_property
    def header(self) -> tuple[tuple[str, ...], ...]:
        """The lines of the header: for each line the text of every column in sight."""
        titles = [
            _wrapped(self.content.columns[index].title, self.content.language, width)
            for index, width in self.widths.items()
        ]
        height = max((len(lines) for lines in titles), default=0)
        stacked = [("",) * (height - len(lines)) + lines for lines in titles]
        return tuple(tuple(lines[line] for lines in stacked) for line in range(height))

    def column_at(self, x: int) -> int | None:
        """Return the column under a horizontal position, None beside them."""
        edge = 0
        for index in self.columns:
            edge += self.widths[index] + 2
            if x < edge:
                return index
        return None

    def showing(self, column: int) -> Layout:
        """Return the layout moved as little as needed to bring a column in sight."""
        if column < self.content.fixed:
            return self
        first = min(self.first, max(column, 1))
        moved = Layout(self.content, self.width, first)
        while moved.last < column and moved.first < column:
            moved = Layout(self.content, self.width, moved.first + 1)
        return moved


@lru_cache(maxsize=1024)
def _fits(title: str, language: Language, width: int, *, whole_words: bool) -> bool:
    if whole_words and any(cell_len(word) > width for word in title.split()):
        return False
    most = max((len(list(pieces(word, width, language))) for word in title.split()), default=0)
    return len(_broken(title, language, width)) <= HEADER_LINES and most <= 2


def _broken(title: str, language: Language, width: int) -> list[str]:
    """Return a title in lines; a word too long for one is broken with a hyphen."""
    words = [piece for word in title.split() for piece in pieces(word, width, language)]
    return textwrap.wrap(" ".join(words), max(width, 1), break_on_hyphens=False)


@lru_cache(maxsize=1024)
def _wrapped(title: str, language: Language, width: int) -> tuple[str, ...]:
    lines = _broken(title, language, width)
    if len(lines) > HEADER_LINES:
        lines = [*lines[: HEADER_LINES - 1], " ".join(lines[HEADER_LINES - 1 :])]
    return tuple(lines)


def index_of(ids: Sequence[str], id: str | None, otherwise: int) -> int:
    """Return where an id is, else a position as near as there is one."""
    if id in ids:
        return ids.index(id)
    return max(0, min(otherwise, len(ids) - 1))


def row_of(content: Content, id: str | None, before: Content, at: int) -> int:
    """Return where a row is that stood at a place before, else one near it.

    From above the totals it does not go on to them or what is below them.
    """
    ids = [row.id for row in content.rows]
    found = index_of(ids, id, at)
    if id in ids or any(row.total for row in before.rows[: at + 1]):
        return found
    first = next((at for at, row in enumerate(content.rows) if row.total), len(ids))
    return min(found, max(first - 1, 0))
