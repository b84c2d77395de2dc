"""From plain tables to the typed document, and everything that is wrong with them at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from itertools import islice
from typing import Any, NamedTuple

from orgdesign.quantities import Quantity
from orgdesign.scenario.checks import check
from orgdesign.scenario.decimal_commas import comma_lists
from orgdesign.scenario.faults import Fault, read_document
from orgdesign.scenario.figures import figures
from orgdesign.scenario.kinds import kind_at, takes_year
from orgdesign.scenario.layers.taken_out import TABLES_OF
from orgdesign.scenario.named import table_named
from orgdesign.scenario.paths import (
    UNNAMED,
    Parts,
    PathError,
    find,
    holds,
    join_path,
    split_path,
    take_out,
    walk,
)
from orgdesign.scenario.problems import MOST, Locate, Problem
from orgdesign.scenario.schema.document import Document
from orgdesign.scenario.suggestions import suggest
from orgdesign.scenario.telling.misspelt import beside_misspelt
from orgdesign.scenario.text.decimals import ThreeDecimals

_ROUNDS = 12
_HARMLESS: tuple[tuple[Parts, object], ...] = (
    (("format",), 1),
    (("scenario", "title"), "?"),
    (("scenario", "price_level"), 2000),
)
"""What no rule reads: given where it is wanting, so that the rest can be checked."""
_OF_MARKS = ("range_order", "not_whole", "too_low")
"""Faults that follow from a thousands mark that was read as a decimal sign."""
_COMMAS = "decimal_commas"
_NAME = "name"
"""Read by no rule either, in whatever table it is wanting."""


class Examined(NamedTuple):
    """A typed document with its figures by path, or what is wrong with it."""

    document: Document | None
    figures: Mapping[str, Quantity]
    problems: tuple[Problem, ...]


def examine(tables: Mapping[str, Any], locate: Locate, doubtful: Iterable[Parts]) -> Examined:
    """Return the typed document of tables, or every problem of the tables and between them.

    `doubtful` are the paths that could not be read: what is missing there is not told, and what
    rests on them neither.
    """
    gone = list(doubtful)
    document, problems = validate(tables, locate, gone)
    gone += [split_path(x.path) for x in problems if x.code == _COMMAS]
    sound = document
    if sound is None and () not in gone and len(problems) <= MOST:
        sound, out = _sound_part(tables)
        problems += tuple(_unknown_sources(tables, out, locate)) if not _unsure(gone) else ()
        gone += out
    found = {} if sound is None else figures(sound)
    if sound is not None:
        problems += tuple(x for x in check(sound, found, locate) if not _rests_on(x, gone))
    return Examined(None if problems or gone else document, found, problems)


def _unsure(gone: Iterable[Parts]) -> bool:
    """Return whether a source may have been given that could not be read."""
    return any(parts[:1] == ("sources",) for parts in gone)


def _unknown_sources(
    tables: Mapping[str, Any], out: Iterable[Parts], locate: Locate
) -> Iterator[Problem]:
    """Yield the sources that what is left out cites and that are not there."""
    known = tables.get("sources", {})
    for path in dict.fromkeys(join_path(parts) for parts in out if holds(tables, parts)):
        for at, given in walk(find(tables, split_path(path)), path):
            if split_path(at)[-1] == "source" and isinstance(given, str) and given not in known:
                details = {"given": given, "suggestion": suggest(given, known)}
                yield Problem.at(locate(at, False), "unknown_source", at, **details)


def validate(
    tables: Mapping[str, Any], locate: Locate, doubtful: Iterable[Parts] = ()
) -> tuple[Document | None, tuple[Problem, ...]]:
    """Return the typed document of tables, or what is wrong with each table by itself."""
    document, faults = read_document(tables)
    meant = (fault.parts for fault in faults if fault.kind == "extra_forbidden")
    gone = [*doubtful, *(beside_misspelt(parts) for parts in meant)]
    commas = tuple(islice(_commas(tables, locate), MOST + 1))
    lists = tuple(split_path(problem.path) for problem in commas)
    marks = tuple(islice(_thousands(tables, locate), MOST + 1))
    if not faults and not marks and not commas:
        return document, ()
    from orgdesign.scenario.telling.in_words import problem_of

    marked = {split_path(problem.path) for problem in marks}
    mistaken = {*marked, *(parts[:-1] for parts in marked)}
    problems = (
        *commas,
        *marks,
        *(
            problem_of(fault, tables, locate)
            for fault in faults[: MOST + 1]
            if not (fault.kind == "missing" and _near(fault.parts, gone))
            and not (fault.kind in _OF_MARKS and fault.parts in mistaken)
            and not any(fault.parts[: len(parts)] == parts for parts in lists)
        ),
    )
    return (None if problems else document), problems


def _commas(tables: Mapping[str, Any], locate: Locate) -> Iterator[Problem]:
    """Yield the lists whose commas were meant as decimal signs."""

    def column(path: str) -> tuple[int, int]:
        place = locate(path, False)
        return place.line, place.column

    for found in comma_lists(tables, column):
        if found.certain:
            place = locate(found.path, False)
            yield Problem.at(place, _COMMAS, found.path, instead=found.instead)


def _thousands(tables: Mapping[str, Any], locate: Locate) -> Iterator[Problem]:
    """Yield the figures whose point is a thousands mark: 78.500, never given so exactly."""
    for parts in _three_decimals(tables, ()):
        kind = kind_at(parts)
        if kind is not None and (kind.grouped or kind.whole):
            from orgdesign.scenario.text.number_marks import grouped

            path = join_path(parts)
            place = locate(path, False)
            typed = place.text
            fraction = typed.rstrip("0") if typed.endswith("0") else f"{typed}0"
            fraction = f"{fraction}0" if fraction.endswith(".") else fraction
            whole = typed.replace(".", "")
            instead = whole if takes_year(parts) else grouped(whole)
            details = {"instead": instead, "other": fraction}
            code = "thousands_point" if kind.whole else "thousands_or_decimals"
            yield Problem.at(place, code, path, **details)


def _three_decimals(node: object, parts: Parts) -> Iterator[Parts]:
    if isinstance(node, ThreeDecimals):
        yield parts
    elif isinstance(node, dict):
        for key, below in node.items():
            yield from _three_decimals(below, (*parts, key))
    elif isinstance(node, list):
        for position, below in enumerate(node):
            yield from _three_decimals(below, (*parts, position))


def _near(parts: Parts, gone: Iterable[Parts]) -> bool:
    """Return whether a path is one that could not be read, or beside a key that could not."""
    return any(
        parts[: len(out)] == out
        or out[: len(parts)] == parts
        or (out[-1] == UNNAMED and out[:-1] == parts[:-1])
        for out in gone
    )


def _rests_on(problem: Problem, gone: Iterable[Parts]) -> bool:
    """Return whether a problem might not be there if everything could have been read."""
    try:
        parts = split_path(problem.path) if problem.path else ()
    except PathError:
        parts = ()
    among, beside = problem.details.get("among"), problem.details.get("beside", ())
    assert isinstance(beside, tuple)
    if any(_near(split_path(path), gone) for path in beside):
        return True
    for out in gone:
        named = out[:-1] if out and out[-1] == UNNAMED else out
        if out == () or parts[: len(named)] == named != ():
            return True
        if out[0] in TABLES_OF.get(str(among), (among,)) and _might_be(problem, out):
            return True
        if parts == named[: len(parts)]:
            return True
    return False


def _might_be(problem: Problem, out: Parts) -> bool:
    """Return whether what could not be read might be the id that a problem says is not there."""
    given = problem.details.get("given")
    return len(out) == 1 or given is None or out[1] in (UNNAMED, given)


def _sound_part(tables: Mapping[str, Any]) -> tuple[Document | None, list[Parts]]:
    """Return the document of the tables without what is at fault, and the paths left out."""
    sound = deepcopy(dict(tables))
    out: list[Parts] = []
    for _ in range(_ROUNDS):
        document, faults = read_document(sound)
        if document is not None:
            return document, out
        for parts, misnamed in {(_removable(fault), _is_misnamed(fault)) for fault in faults}:
            if not _leave_out(sound, parts):
                return None, out
            out.append((*parts[:-1], UNNAMED) if misnamed else parts)
    return None, out


def _is_misnamed(fault: Fault) -> bool:
    """Return whether the fault is a name as the key of something known: it may be any of those."""
    parts = fault.parts
    return (
        fault.key and bool(parts) and (parts[0] == "salary" or table_named(parts, True) is not None)
    )


def _removable(fault: Fault) -> Parts:
    """Return what has to go for a fault to go: an array goes as a whole."""
    parts = fault.parts
    if fault.kind == "missing" and parts[-1:] == (_NAME,):
        return parts
    if fault.kind == "missing" and parts not in dict(_HARMLESS):
        parts = parts[:-1]
    while parts and isinstance(parts[-1], int):
        parts = parts[:-1]
    return parts


def _leave_out(tables: dict[str, Any], parts: Parts) -> bool:
    """Take a path out, or give it a harmless value; False where neither can be done."""
    nameless = parts[-1:] == (_NAME,) and holds(tables, parts[:-1])
    table = find(tables, parts[:-1]) if nameless else None
    if isinstance(table, dict) and _NAME not in table:
        table[_NAME] = "?"
        return True
    for harmless, value in _HARMLESS:
        if parts == harmless:
            table = tables if len(parts) == 1 else tables.get("scenario")
            if isinstance(table, dict):
                table[str(parts[-1])] = value
                return True
    if not parts or parts in (("scenario",), ("municipalities",)):
        return False
    take_out(tables, parts)
    return True
