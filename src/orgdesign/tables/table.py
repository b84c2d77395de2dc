"""The table that every screen, command and export shows: cells with units, no formatting."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from enum import Enum
from typing import Literal, NamedTuple

from orgdesign.words import Language

Unit = Literal[
    "text",
    "cents",
    "euros",
    "thousand_euros",
    "euros_per_inhabitant",
    "fte",
    "share",
    "factor",
    "year",
    "count",
    "number",
    "amount",
    "date",
]
"""How a column's cells are read.

Money cells are whole numbers of the unit named (cents are shown as euros with two decimals);
`euros_per_inhabitant`, `fte`, `share`, `factor`, `number` and `amount` (money in a unit that a
note names) are floats; `share` is a fraction that is shown as a percentage, and the cells of a
`date` are dates.
"""


class Mark(Enum):
    """The ways in which a cell has no number; none of them is zero."""

    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"
    MASKED = "masked"
    GAP = "gap"
    UNDEFINED = "undefined"


Cell = str | int | float | datetime.date | Mark


class Column(NamedTuple):
    """A column: its id, its title in the table's language and the unit of its cells."""

    id: str
    title: str
    unit: Unit = "text"
    total: bool = False
    signed: bool = False
    """Whether a plus sign is shown: for differences, where + is more cost."""
    than: str = ""
    """What a difference is taken from, in words: more than ..."""


class Row(NamedTuple):
    """A row: its id, its cells in the order of the columns, and whether it is a total."""

    id: str
    cells: tuple[Cell, ...]
    total: bool = False
    level: int = 0
    """Depth of indentation of the first cell, for trees."""


class Identity(NamedTuple):
    """What a table came from: ids as whole SHA-256 in hexadecimal, versions, and both in words."""

    inputs: str
    """Of all that the figures follow from."""
    texts: str
    """Of the names, titles, notes and sources of the scenario."""
    result: str
    """Of the figures and marks of the table."""
    formulas: str
    program: str
    line: str
    """The identity as a sentence."""
    check: str
    """The sentence with the command that checks the table."""
    reference: str
    """What the command takes: the table with its ids, in short."""


class Table(NamedTuple):
    """A titled table with notes, in one language."""

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    language: Language = "nl"
    numbers: str = "nl_NL"
    """Locale of numbers and dates."""
    status: Literal["draft", "final"] = "final"
    identity: Identity | None = None
    """Where it was identified: what it came from."""

    @property
    def below(self) -> tuple[str, ...]:
        """What stands under the cells: the notes, then what the table came from."""
        identity = self.identity
        return (*self.notes, identity.line, identity.check) if identity else self.notes

    def cells(self) -> Iterator[tuple[Row, Column, Cell]]:
        """Yield every cell with its row and column."""
        for row in self.rows:
            for column, cell in zip(self.columns, row.cells, strict=True):
                yield row, column, cell

    def row(self, id: str) -> Row:
        """Return the row of an id; raises KeyError where there is none."""
        for row in self.rows:
            if row.id == id:
                return row
        raise KeyError(id)
