"""Reading one file: its bytes within bounds, its text in one encoding, its tables as TOML."""

from __future__ import annotations

import codecs
import errno
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomli

from orgdesign.cached import cached_property
from orgdesign.scenario.paths import Parts
from orgdesign.scenario.problems import Place, Problem
from orgdesign.scenario.text.decimals import decimal_number
from orgdesign.scenario.text.positions import DEEPEST, Positions, positions
from orgdesign.scenario.text.statements import has_long_key

LARGEST = 2_000_000
"""Bytes that a scenario file may have; all municipalities of the country need about one million."""
_NO_TEXT = (b"PK\x03\x04", b"PK\x05\x06", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x1f\x8b")
"""How workbooks, documents, archives and pdfs begin."""
LONGEST_LINE = 100_000
"""Letters that a line may have; figures with sources for all municipalities need about 30 000."""


class Parsed:
    """The tables of one file, what is wrong with it, and where everything stands.

    Statements that could not be read are no part of `tables`; `doubtful` holds their paths, with
    `?` for a key that could not be read either. Nothing can be said about what is missing there.
    """

    def __init__(
        self,
        file: str,
        text: str,
        tables: dict[str, Any] | None = None,
        problems: tuple[Problem, ...] = (),
        doubtful: tuple[Parts, ...] = (),
        mended: str | None = None,
    ) -> None:
        self.file = file
        self.text = text
        self.tables = tables or {}
        self.problems = problems
        self.doubtful = doubtful
        self.mended = mended

    @cached_property
    def positions(self) -> Positions:
        """Where every path of the file stands."""
        readable = self.text if self.mended is None else self.mended
        return positions(readable, self.file, self.text)


def read(path: Path, shown: str) -> Parsed:
    """Return what a file holds; `shown` is how readers are told which file it is."""
    data = read_bytes(path, shown)
    if isinstance(data, Problem):
        return Parsed(shown, "", problems=(data,), doubtful=((),))
    text = decode(data, shown)
    if isinstance(text, Problem):
        return Parsed(shown, "", problems=(text,), doubtful=((),))
    return parse(text, shown)


def read_bytes(path: Path, shown: str, most: int = LARGEST) -> bytes | Problem:
    """Return the bytes of a regular file of bounded size, or why it cannot be read."""
    try:
        refusal = _refusal(path, most)
        if refusal is None:
            with path.open("rb") as file:
                data = file.read(most + 1)
            if len(data) <= most:
                return data
            refusal = "file_too_large"
    except (OSError, ValueError) as fault:
        refusal = reason_of(fault)
    return Problem.at(Place(shown, 0, 1, 1, ""), refusal, most=most // 1_000_000)


def reason_of(fault: OSError | ValueError) -> str:
    """Return why the system does not open a file: a code of the problems."""
    if isinstance(fault, FileNotFoundError):
        return "no_such_file"
    if isinstance(fault, PermissionError):
        return "not_permitted"
    if isinstance(fault, IsADirectoryError):
        return "is_folder"
    loops = isinstance(fault, OSError) and fault.errno == errno.ELOOP
    return "link_to_itself" if loops else "not_readable"


def _refusal(path: Path, most: int) -> str | None:
    """Return why a path is not to be opened: a device or a pipe might never end."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        return "is_folder"
    if not stat.S_ISREG(status.st_mode):
        return "not_a_file"
    return "file_too_large" if status.st_size > most else None


def decode(data: bytes, shown: str) -> str | Problem:
    """Return the text of a file in UTF-8, or which other encoding it seems to have."""
    if data.startswith(_NO_TEXT):
        return Problem.at(Place(shown, 1, 1, 1, ""), "no_text")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _every_other_is_nul(data):
        return Problem.at(Place(shown, 1, 1, 1, ""), "utf_16")
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        return _other_encoding(data.removeprefix(codecs.BOM_UTF8), error.start, shown)
    # Line ends of old Macintosh programs: only where there are no others.
    return text if "\n" in text else text.replace("\r", "\n")


def _every_other_is_nul(data: bytes) -> bool:
    head = data[:200]
    return len(head) > 3 and not (any(head[::2]) and any(head[1::2]))


def _other_encoding(data: bytes, start: int, shown: str) -> Problem:
    line = data.count(b"\n", 0, start) + 1
    first = data.rfind(b"\n", 0, start) + 1
    last = data.find(b"\n", start)
    quoted = data[first : len(data) if last < 0 else last].rstrip(b"\r")
    column = len(data[first:start].decode("utf-8", "replace")) + 1
    # Windows-1252 gives a letter to most bytes; the line is shown as its writer meant it.
    ahead = data[first:start].decode("utf-8", "replace")
    rest = quoted[start - first :].decode("cp1252", "replace")
    place = Place(shown, line, column, 1, ahead + rest)
    return Problem.at(place, "not_utf_8", letter=rest[:1])


def parse(text: str, file: str) -> Parsed:
    """Return the tables of a TOML text with all its faults; never raises."""
    text = text.replace("\r\n", "\n")
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            place = Place(file, number, 1, 1, line[:LONGEST_LINE])
            problem = Problem.at(place, "line_too_long", most=LONGEST_LINE)
            return Parsed(file, "", problems=(problem,), doubtful=((),))
    tables = _loaded(text)
    if tables is not None and not _too_deep(tables):
        return Parsed(file, text, tables)
    from orgdesign.scenario.mending import mend

    mended = mend(text, file)
    return Parsed(file, text, mended.tables, mended.problems, mended.doubtful, mended.text)


def _loaded(text: str) -> dict[str, Any] | None:
    if has_long_key(text):
        return None
    try:
        return tomli.loads(text, parse_float=decimal_number)
    except (ValueError, RecursionError):
        return None


def _too_deep(tables: Mapping[str, Any]) -> bool:
    """Return whether tables nest deeper than any scenario does."""
    level: list[Any] = [tables]
    for _ in range(DEEPEST):
        level = [
            below
            for table in level
            for below in (table.values() if isinstance(table, dict) else table)
            if isinstance(below, dict | list)
        ]
        if not level:
            return False
    return True
