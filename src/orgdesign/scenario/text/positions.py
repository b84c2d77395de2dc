"""Where every path of a TOML text stands: line and column of its key and of its value."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import tomli

from orgdesign.cached import cached_property
from orgdesign.scenario.paths import Parts
from orgdesign.scenario.problems import Place

if TYPE_CHECKING:
    from tree_sitter import Node, Parser

DEEPEST = 24
"""Tables and arrays inside one another that are followed; a scenario needs about eight."""


class Span(NamedTuple):
    """A stretch of text; lines and columns count from 1, columns count letters."""

    line: int
    column: int
    end_line: int
    end_column: int


class Position(NamedTuple):
    """Where the key of a path stands and where its value; a table's value is its header's key."""

    key: Span
    value: Span


class Duplicate(NamedTuple):
    """A statement that gives again what an earlier one gave."""

    parts: Parts
    first: Span
    again: Span
    header: bool


class Positions:
    """The place of every path of one text: those that are asked for are looked up.

    `root` is its syntax tree and `read` the lines that the tree is of; `lines` are those that
    readers are shown.
    """

    def __init__(
        self, file: str, lines: tuple[str, ...], read: tuple[str, ...], root: Node
    ) -> None:
        self.file = file
        self.lines = lines
        self.read = read
        self.root = root

    @property
    def by_parts(self) -> dict[Parts, Position]:
        """Where every path stands."""
        return self._whole.found

    @property
    def duplicates(self) -> tuple[Duplicate, ...]:
        """The statements that give again what an earlier one gave."""
        return tuple(self._whole.duplicates)

    @cached_property
    def _whole(self) -> _Reading:
        reading = _Reading(self.read)
        reading.document(self.root)
        return reading

    @cached_property
    def _some(self) -> _Reading:
        """The headers, and of the tables that were asked for what stands in them.

        A large file is read for a few places; its order only matters where it gives twice.
        """
        reading = _Reading(self.read)
        reading.headers(self.root)
        return reading

    def place(self, parts: Parts, key: bool = False) -> Place | None:
        """Return the place of the value of a path, or of its key; None where it is not given."""
        position = self._some.position(parts)
        if position is None:
            return None
        return self.at(position.key if key else position.value)

    def nearest(self, parts: Parts, key: bool = False) -> Place:
        """Return the place of a path, else of the nearest table around it, else of the file."""
        for length in range(len(parts), 0, -1):
            if place := self.place(parts[:length], key):
                return place
        return self.start

    def at(self, span: Span) -> Place:
        """Return a stretch of text as the place that readers are shown."""
        quoted = self.lines[span.line - 1] if span.line <= len(self.lines) else ""
        end = span.end_column if span.end_line == span.line else len(quoted) + 1
        return Place(self.file, span.line, span.column, max(1, end - span.column), quoted)

    @property
    def start(self) -> Place:
        """The place of the file as a whole."""
        return Place(self.file, 1, 1, 1, self.lines[0] if self.lines else "")


def positions(text: str, file: str, typed: str | None = None) -> Positions:
    """Return the positions of every path of a TOML text; faulty statements are passed over.

    `typed` is the text as it stands in the file, where mended statements were read instead.
    """
    root = _parser().parse(text.encode("utf-8", "surrogatepass")).root_node
    read = tuple(text.split("\n"))
    lines = read if typed is None else tuple(typed.split("\n"))
    return Positions(file, lines, read, root)


@cache
def _parser() -> Parser:
    # Loaded at the first file: the commands that read none start without it.
    import tree_sitter_toml
    from tree_sitter import Language, Parser

    return Parser(Language(tree_sitter_toml.language()))


class _Reading:
    """One walk through the syntax tree of a text, which notes where each path stands."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self.found: dict[Parts, Position] = {}
        self.duplicates: list[Duplicate] = []
        self._lines = lines
        self._arrays: dict[Parts, int] = {}
        self._closed: set[Parts] = set()
        self._headers: set[Parts] = set()
        self._dotted: set[Parts] = set()
        self._waiting: dict[Parts, Node] = {}

    def document(self, root: Node) -> None:
        """Note every statement of a text."""
        self.headers(root, then=self._pairs)

    def headers(self, root: Node, then: Callable[[Parts, Node], object] | None = None) -> None:
        """Note the statements above the first header, and the headers; what is below waits."""
        for node in root.children:
            if node.type == "pair":
                self._pair(node, ())
            elif node.type in ("table", "table_array_element"):
                table = self._header(node)
                if table is not None:
                    (then or self._waiting.__setitem__)(table, node)

    def position(self, parts: Parts) -> Position | None:
        """Return where a path stands, None where it is not given."""
        for length in range(1, len(parts) + 1):
            section = self._waiting.pop(parts[:length], None)
            if section is not None:
                self._pairs(parts[:length], section)
        return self.found.get(parts)

    def _pairs(self, table: Parts, section: Node) -> None:
        for child in section.children[2:]:
            if child.type == "pair":
                self._pair(child, table)

    def _header(self, node: Node) -> Parts | None:
        """Return the path of the table that a section opens, None where it may not."""
        keys = _keys(node.children[1])
        span = self._span(node.children[1])
        above = self._open([name for name, _ in keys[:-1]], (), span)
        table = self._table(above, keys[-1][0], span, node.type) if above is not None else None
        if table is None:
            first = self.found.get(tuple(name for name, _ in keys))
            parts = tuple(name for name, _ in keys)
            self.duplicates.append(Duplicate(parts, first.key if first else span, span, True))
        return table

    def _table(self, above: Parts, name: str, span: Span, kind: str) -> Parts | None:
        """Return the path of the table that a header opens, None where it may not."""
        parts: Parts = (*above, name)
        if kind == "table":
            taken = (self._closed, self._headers, self._dotted, self._arrays)
            if any(parts in paths for paths in taken):
                return None
            self._headers.add(parts)
            self._note(parts, span)
            return parts
        if parts not in self._arrays and parts in self.found:
            return None
        self._arrays[parts] = self._arrays.get(parts, -1) + 1
        self.found.setdefault(parts, Position(span, span))
        element = (*parts, self._arrays[parts])
        self.found[element] = Position(span, span)
        return element

    def _note(self, parts: Parts, span: Span) -> None:
        self.found[parts] = Position(span, span)

    def _open(
        self, names: list[str], above: Parts, span: Span, dotted: bool = False
    ) -> Parts | None:
        """Return the path of the tables on the way to a key, None where a value stands there."""
        parts = above
        for name in names:
            parts = (*parts, name)
            if parts in self._closed or len(parts) > DEEPEST:
                return None
            if dotted and (parts in self._headers or parts in self._arrays):
                return None
            if dotted:
                self._dotted.add(parts)
            if parts in self._arrays:
                parts = (*parts, self._arrays[parts])
            self.found.setdefault(parts, Position(span, span))
        return parts

    def _pair(self, node: Node, above: Parts) -> None:
        keys = _keys(node.children[0])
        value = node.children[2]
        key = self._span(node.children[0])
        table = self._open([name for name, _ in keys[:-1]], above, key, dotted=True)
        if table is None or (*table, keys[-1][0]) in self.found:
            parts = (*above, *(name for name, _ in keys))
            first = self.found.get(parts)
            self.duplicates.append(Duplicate(parts, first.key if first else key, key, False))
            return
        self._value((*table, keys[-1][0]), key, value)

    def _value(self, parts: Parts, key: Span, value: Node) -> None:
        self.found[parts] = Position(key, self._span(value))
        self._closed.add(parts)
        if len(parts) > DEEPEST:
            return
        if value.type == "inline_table":
            for child in value.children:
                if child.type == "pair":
                    self._pair(child, parts)
        elif value.type == "array":
            for index, element in enumerate(_elements(value)):
                self._value((*parts, index), self._span(element), element)

    def _span(self, node: Node) -> Span:
        start, end = node.start_point, node.end_point
        return Span(
            start.row + 1,
            self._letters(start.row, start.column),
            end.row + 1,
            self._letters(end.row, end.column),
        )

    def _letters(self, row: int, column: int) -> int:
        """Return the column in letters, from 1, of a column in bytes, from 0."""
        line = self._lines[row]
        if line.isascii():
            return column + 1
        before = line.encode("utf-8", "surrogatepass")[:column]
        return len(before.decode("utf-8", "replace")) + 1


def _elements(array: Node) -> Iterator[Node]:
    return (child for child in array.children if child.is_named and child.type != "comment")


def _keys(node: Node) -> list[tuple[str, Node]]:
    """Return the steps of a key; a dotted key nests to the left."""
    found: list[tuple[str, Node]] = []
    while node.type == "dotted_key":
        found.append((_name(node.children[-1]), node.children[-1]))
        node = node.children[0]
    found.append((_name(node), node))
    return found[::-1]


def _name(node: Node) -> str:
    text = (node.text or b"").decode("utf-8", "replace")
    if node.type != "quoted_key":
        return text
    try:
        return str(tomli.loads(f"key = {text}")["key"])
    except tomli.TOMLDecodeError:
        return json.dumps(text)
