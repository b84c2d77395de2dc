"""Costs of groups as separated values, as spreadsheets of any country write them."""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgdesign.scenario.games.amounts import LARGEST, amount
from orgdesign.scenario.games.sheet import Faults, Line, Sheet
from orgdesign.scenario.problems import Place
from orgdesign.scenario.read import LONGEST_LINE
from orgdesign.scenario.suggestions import suggest

GROUP, COST = "coalition", "cost"
"""The columns that are read; others may stand beside them."""
_MARKS = (";", "\t", ",")
_COMMENT = "#"
_SEPARATOR_LINE = re.compile(r"sep=(.)", re.IGNORECASE)


@dataclass(frozen=True)
class _Header:
    """How a file is laid out: the line of its header, the mark between values, the columns."""

    line: int
    mark: str
    names: tuple[str, ...]
    group: int
    cost: int

    @property
    def decimal(self) -> str:
        """The decimal mark: where a comma parts values it is a point, else a comma."""
        return "." if self.mark == "," else ","


def sheet_of(text: str, file: str, faults: Faults) -> Sheet | None:
    """Return the costs in a text of separated values; None, and why, where it has no header."""
    lines = text.replace("\r\n", "\n").split("\n")
    header = _header(lines, file, faults)
    if header is None:
        return None
    rows = _Rows(lines, file, header, faults)
    return Sheet(rows, rows.place, rows.start, lambda: rows.unreadable)


def _header(lines: Sequence[str], file: str, faults: Faults) -> _Header | None:
    told, at = None, 0
    while at < len(lines) - 1 and _passed_over(lines[at]):
        told = _SEPARATOR_LINE.fullmatch(lines[at].strip()) or told
        at += 1
    number, line = at + 1, lines[at]
    mark = told[1] if told else next((each for each in _MARKS if each in line), ",")
    names = tuple(name.strip().casefold() for name in next(csv.reader([line], delimiter=mark), []))
    if GROUP in names and COST in names:
        return _Header(number, mark, names, names.index(GROUP), names.index(COST))
    missing = GROUP if GROUP not in names else COST
    near = suggest(missing, [name for name in names if name not in (GROUP, COST)])
    place = _place(lines, file, number, near or line)
    faults.add(place, "game_column_missing", name=missing, mark=mark if mark != "\t" else "tab")
    return None


def _passed_over(line: str) -> bool:
    """Return whether a line above the header is empty, a comment, or names the mark."""
    nothing = not line.strip(" \t;,") or line.startswith(_COMMENT)
    return nothing or _SEPARATOR_LINE.fullmatch(line.strip()) is not None


class _Rows:
    """The rows below the header, read anew each time; faults are told the first time."""

    def __init__(self, lines: Sequence[str], file: str, header: _Header, faults: Faults) -> None:
        self._lines, self._file, self._header = lines, file, header
        self._faults: Faults | None = faults
        self.unreadable = 0

    def __iter__(self) -> Iterator[Line]:
        faults, self._faults = self._faults, None
        header = self._header
        columns, group, cost, mark = len(header.names), header.group, header.cost, header.mark
        for at in range(header.line, len(self._lines)):
            number, line = at + 1, self._lines[at]
            row = self._quoted(line, number, faults) if '"' in line else line.split(mark)
            odd = len(row) != columns or not row[group] or len(line) > LONGEST_LINE
            if odd or line.startswith(_COMMENT):
                if not self._is_to_be_read(row, number, faults):
                    continue
                row.extend([""] * columns)
            yield Line(row[group], self._amount(row[cost], number, faults), number)
            if faults is not None and faults.enough:
                return

    def _quoted(self, line: str, number: int, faults: Faults | None) -> list[str]:
        """Return the values of a line of which some stand between quotes; none where one is open.

        A value never goes on to the next line: an open quote would swallow the rest of the file.
        """
        try:
            return next(csv.reader([line], delimiter=self._header.mark, strict=True))
        except csv.Error:
            self._tell(faults, number, "game_open_quote")
            self.unreadable += faults is not None
            return []

    def start(self) -> Place:
        """Return the place of the header of the groups."""
        return _place(self._lines, self._file, self._header.line, GROUP)

    def place(self, line: Line) -> Place:
        """Return the place of the group of a line."""
        return _place(self._lines, self._file, line.number, line.typed)

    def _is_to_be_read(self, row: Sequence[str], line: int, faults: Faults | None) -> bool:
        """Return whether a row of another length than the header, or a comment, gives a cost."""
        columns, quoted = len(self._header.names), self._lines[line - 1]
        if not any(row) or quoted.startswith(_COMMENT):
            return False
        if len(quoted) > LONGEST_LINE:
            self._tell(faults, line, "line_too_long", most=LONGEST_LINE)
            return False
        details = {"fields": len(row), "columns": columns}
        if any(row[columns:]):
            self._tell(faults, line, "game_row_long", **details)
        if len(row) <= self._header.group:
            self._tell(faults, line, "game_row_short", **details)
            self.unreadable += faults is not None
            return False
        return True

    def _amount(self, written: str, line: int, faults: Faults | None) -> float:
        """Return a cost; no number, and why, where it is at fault."""
        try:
            plain = float(self._plain(written))
        except ValueError:
            plain = math.nan
        if 0 <= plain <= LARGEST:
            return plain
        read = amount(written, self._header.decimal)
        if isinstance(read, float):
            return read
        code, details = read
        self._tell(faults, line, code, written, **details)
        return math.nan

    def _plain(self, written: str) -> str:
        """Return a number as the program writes it, unless it is not plain to see what it is."""
        if self._header.decimal == ".":
            return written
        return "" if "." in written else written.replace(",", ".")

    def _tell(
        self, faults: Faults | None, line: int, code: str, at: str = "", /, **details: object
    ) -> None:
        if faults is not None:
            place = _place(self._lines, self._file, line, at, last=True)
            faults.add(place, code, **details)


def _place(
    lines: Sequence[str], file: str, number: int, typed: str, *, last: bool = False
) -> Place:
    """Return the place of a value of a line, of the whole line where it is not found there."""
    quoted = lines[number - 1] if number <= len(lines) else ""
    typed = typed.strip()
    column = quoted.rfind(typed) if last else quoted.casefold().find(typed.casefold())
    if not typed or column < 0:
        return Place(file, number, 1, max(1, len(quoted)), quoted)
    return Place(file, number, column + 1, len(typed), quoted)
