"""Reading on after a fault: what cannot be read is replaced, so that the rest can be checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import tomli

from orgdesign.scenario.paths import UNNAMED, Parts, join_path, take_out
from orgdesign.scenario.problems import MOST, Place, Problem
from orgdesign.scenario.telling.misspelt import beside_misspelt, misspelt_words
from orgdesign.scenario.telling.names import by_path
from orgdesign.scenario.text.decimals import decimal_number
from orgdesign.scenario.text.headers import header_keys
from orgdesign.scenario.text.positions import DEEPEST, Duplicate, Positions, Span, positions
from orgdesign.scenario.text.statements import (
    LONGEST_KEY,
    closes,
    end_of_statement,
    fault,
    has_header_inside,
    is_header,
    next_statement,
)
from orgdesign.scenario.text.syntax import diagnose, key_of

_ROUNDS = 40
_LONG_TEXT = ('"""', "'''")
_OF_AN_ID = 2
"""Steps of a path that lead to the table of an id, such as `options.host`."""
_TOP = 3
"""Steps of a path that lead to a table of its own, such as `options.host.ramp`."""
_UNREADABLE = "unreadable_"
"""Stands in a path for a key that could not be read."""
_ONLY_CLOSING = re.compile(r"[ \t]*[\]}),]+[ \t]*(?:#.*)?")


@dataclass(frozen=True)
class Mended:
    """What could be read of a text, and what not."""

    tables: dict[str, Any]
    problems: tuple[Problem, ...]
    doubtful: tuple[Parts, ...]
    text: str


def mend(text: str, file: str) -> Mended:
    """Return the tables of a faulty text without its faulty statements, and a problem for each."""
    mending = _Mending(text, file)
    if not mending.statements():
        return Mended({}, tuple(mending.problems), ((),), "")
    read = mending.positions()
    mending.name(read)
    doubtful = set(mending.doubtful(read))
    for _ in range(_ROUNDS):
        if not read.duplicates or len(mending.problems) > MOST:
            break
        mending.rename(read.duplicates[: MOST + 1], read, doubtful)
        read = mending.positions()
    try:
        tables = tomli.loads("\n".join(mending.lines), parse_float=decimal_number)
    except (ValueError, RecursionError):
        if len(mending.problems) <= MOST:
            mending.problems.append(mending.elsewhere())
        return Mended({}, tuple(mending.problems), ((),), "")
    doubtful |= {*mending.doubtful(read), *mending.too_deep(tables, read)}
    for parts in doubtful:
        _remove(tables, parts)
    named = sorted({beside_misspelt(_named(parts)) for parts in doubtful}, key=join_path)
    told = (*mending.problems, *misspelt_words(doubtful, read))
    problems = tuple(by_path(problem, tables) for problem in told)
    return Mended(tables, problems, tuple(named), "\n".join(mending.lines))


def _innermost(problem: Problem, around: Sequence[tuple[Span, Parts]]) -> Parts:
    """Return the deepest path that is written around a problem, as far as it can be read."""
    found: Parts = ()
    for span, parts in around:
        before_end = span.end_line > span.line or problem.column < span.end_column
        if span.column <= problem.column and before_end and len(parts) > len(found):
            found = parts
    if not found and around:
        found = min(around, key=lambda one: (one[0].column, -len(one[1])))[1]
    return _named(found)[:-1] if found and _named(found)[-1] == UNNAMED else found


def _named(parts: Parts) -> Parts:
    last = parts[-1]
    unnamed = isinstance(last, str) and last.startswith((_UNREADABLE, "xxx"))
    return (*parts[:-1], UNNAMED) if unnamed else parts


def _remove(tables: dict[str, Any], parts: Parts) -> None:
    """Take a path out; an array goes as a whole, as its later elements would change place."""
    while parts and isinstance(parts[-1], int):
        parts = parts[:-1]
    take_out(tables, parts)


@dataclass
class _Mending:
    """The text as far as it has been made readable, and what was found on the way."""

    text: str
    file: str
    problems: list[Problem] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    marks: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.typed = self.text.split("\n")

    def statements(self) -> bool:
        """Make every statement readable; False where there were too many faults to go on."""
        start = 0
        while start <= len(self.text):
            end = self._end(start)
            self.lines.extend(self._readable(self.text[start:end]).split("\n"))
            start = end + 1
            if len(self.problems) > MOST:
                return False
        return True

    def _end(self, start: int) -> int:
        """Return where a statement ends, or where the next one seems to start inside it."""
        end = end_of_statement(self.text, start)
        statement = self.text[start:end]
        if any(quotes in statement for quotes in _LONG_TEXT) and fault(statement) is not None:
            # A long text that is not closed runs on to the next statement.
            more = next_statement(self.text, end)
            return len(self.text) if more is None else more - 1
        if "\n" not in statement or fault(statement) is None:
            return end
        if closes(statement) and not has_header_inside(statement):
            return end
        cut = next_statement(statement)
        return end if cut is None else start + cut - 1

    def _readable(self, statement: str) -> str:
        """Return a statement with its faults replaced, and note each of them."""
        line = len(self.lines) + 1
        last = self.problems[-1].code if self.problems else ""
        if last == "unclosed_bracket" and _ONLY_CLOSING.fullmatch(statement):
            return ""
        seen: set[tuple[str, int]] = set()
        for _ in range(_ROUNDS):
            if (found := fault(statement)) is None:
                return statement
            finding = diagnose(statement, found)
            if (finding.code, finding.start) in seen:
                break
            seen.add((finding.code, finding.start))
            at = self._note(
                finding.code, statement, line, finding.start, finding.end, finding.details
            )
            if finding.readable is None or "\n" in statement[finding.start : finding.end]:
                break
            width = finding.end - finding.start
            instead = finding.readable.ljust(width)[:width]
            statement = statement[: finding.start] + instead + statement[finding.end :]
            if not finding.harmless:
                self.marks.setdefault(at.line, []).append((at.column, at.column + width))
        stand_in = self._stand_in(statement, line)
        return stand_in + "\n" * statement.count("\n")

    def _note(
        self, code: str, statement: str, line: int, start: int, end: int, details: Any
    ) -> Place:
        before = statement[:start]
        row = line + before.count("\n")
        column = start - (before.rfind("\n") + 1) + 1
        place = self._place(row, column, min(end, len(statement)) - start)
        self.problems.append(Problem.at(place, code, **details))
        return place

    def _place(self, line: int, column: int, width: int) -> Place:
        quoted = self.typed[line - 1] if line <= len(self.typed) else ""
        return Place(self.file, line, column, max(1, min(width, len(quoted) - column + 1)), quoted)

    def _stand_in(self, statement: str, line: int) -> str:
        """Return a readable statement in the place of one that is not."""
        name = f"{_UNREADABLE}{line}"
        if is_header(statement):
            good, bad = header_keys(statement)
            if len(good) > LONGEST_KEY:
                good, bad = [], name
            keys = ".".join([*good, *([name] if bad is not None else [])])
            return f"[[{keys}]]" if statement.lstrip().startswith("[[") else f"[{keys}]"
        key = key_of(statement)
        if key is None or key.count(".") >= LONGEST_KEY:
            return f"{name} = 0"
        self.marks.setdefault(line, []).append((len(key) + 4, len(key) + 5))
        return f"{key} = 0"

    def name(self, read: Positions) -> None:
        """Give each problem the path of what it stands in."""
        around: dict[int, list[tuple[Span, Parts]]] = {}
        for parts, position in read.by_parts.items():
            for span in (position.key, position.value):
                around.setdefault(span.line, []).append((span, parts))
        self.problems = [
            problem._replace(path=join_path(_innermost(problem, around.get(problem.line, ()))))
            for problem in self.problems
        ]

    def elsewhere(self) -> Problem:
        """Return the problem of statements that can be read one by one and not together."""
        text = "\n".join(self.lines)
        found = fault(text)
        line = text.count("\n", 0, found.offset) + 1 if found else 1
        return Problem.at(self._place(line, 1, len(self.typed[line - 1])), "not_toml")

    def positions(self) -> Positions:
        """Return where everything stands in the text as it is readable now."""
        return positions("\n".join(self.lines), self.file, self.text)

    def doubtful(self, read: Positions) -> list[Parts]:
        """Return the paths whose key or value was replaced."""
        found = []
        for parts, position in read.by_parts.items():
            unnamed = [i for i, part in enumerate(parts) if str(part).startswith(_UNREADABLE)]
            if unnamed:
                found.append(parts[: unnamed[0] + 1])
            elif self._marked(position.key) or self._marked(position.value):
                found.append(parts)
        return found

    def _marked(self, span: Span) -> bool:
        return any(start <= span.column < end for start, end in self.marks.get(span.line, ()))

    def rename(
        self, duplicates: tuple[Duplicate, ...], read: Positions, doubtful: set[Parts]
    ) -> None:
        """Give what stands twice a name of its own, so that the rest can be read."""
        for duplicate in sorted(duplicates, key=lambda d: d.again, reverse=True):
            again = duplicate.again
            if not self._marked(again):
                self.problems.append(_twice(duplicate, read))
            if duplicate.header:
                doubtful.update(((*duplicate.parts, UNNAMED), *self._without_header(duplicate)))
            name = f"{_UNREADABLE}{again.line}_{again.column}"
            row = self.lines[again.line - 1]
            if duplicate.header:
                doubled = row.lstrip().startswith("[[")
                self.lines[again.line - 1] = f"[[{name}]]" if doubled else f"[{name}]"
            else:
                start, end = again.column - 1, again.end_column - 1
                self.lines[again.line - 1] = row[:start] + name + row[end:]

    def _without_header(self, duplicate: Duplicate) -> Iterator[Parts]:
        """Yield the tables beside one that stands twice of which only tables below them stand.

        The second header may have been meant for one of those, so that nothing is missing there.
        """
        if len(duplicate.parts) != _OF_AN_ID:
            return
        headers = [tuple(header_keys(row)[0]) for row in self.lines if is_header(row)]
        for header in headers:
            beside = header[:_OF_AN_ID]
            if beside[:-1] == duplicate.parts[:-1] and beside not in headers:
                yield beside

    def too_deep(self, tables: dict[str, Any], read: Positions) -> list[Parts]:
        """Return the paths of tables and arrays that nest deeper than any scenario does."""
        found: list[Parts] = []
        waiting: list[tuple[Parts, Any]] = [((), tables)]
        while waiting:
            parts, table = waiting.pop()
            if len(parts) >= DEEPEST:
                table_of = parts[:_TOP]
                found.append(table_of)
                place = read.nearest(table_of, key=True)
                self.problems.append(Problem.at(place, "too_deep", join_path(table_of)))
                continue
            below = table.items() if isinstance(table, dict) else enumerate(table)
            waiting.extend(
                ((*parts, part), value) for part, value in below if isinstance(value, dict | list)
            )
        return found


def _twice(duplicate: Duplicate, read: Positions) -> Problem:
    path = join_path(duplicate.parts)
    if len(duplicate.parts) > DEEPEST:
        return Problem.at(read.at(duplicate.again), "too_deep")
    code = "table_twice" if duplicate.header else "key_twice"
    key = path if duplicate.header else duplicate.parts[-1]
    place = read.at(duplicate.again)
    return Problem.at(place, code, path, key=key, first=duplicate.first.line, again=place.line)
