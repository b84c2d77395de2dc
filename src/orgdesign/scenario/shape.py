"""What the schema allows at a path: tells a key that is new from one that is mistyped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Annotated, Any, Literal, get_args, get_origin

from orgdesign.quantities import Kind, Quantity, Setting
from orgdesign.records.record import Record, by_key
from orgdesign.scenario.paths import Parts
from orgdesign.scenario.schema.common import Table
from orgdesign.scenario.schema.document import Document
from orgdesign.scenario.schema.ids import Names

Shapes = frozenset[Any]
"""The types that the schema accepts at one place, with the kind of number or id among them."""

TOP: Shapes = frozenset({Document})
"""The file as a whole."""


def at(parts: Parts) -> Shapes:
    """Return what the schema accepts at a path; empty where it has no such place."""
    shapes = TOP
    for part in parts:
        shapes = below(shapes, part if isinstance(part, str) else 0)
    return shapes


@lru_cache(maxsize=4096)
def below(shapes: Shapes, part: str | int) -> Shapes:
    """Return what a table or an array accepts at a key or an index; empty where nothing."""
    return frozenset().union(*(_inner(shape, part) for shape in shapes))


def _inner(shape: Any, part: str | int) -> Shapes:
    if _is_table(shape):
        return _fields(shape).get(str(part), frozenset())
    keyed = get_origin(shape) is (dict if isinstance(part, str) else tuple)
    return _elements(shape) if keyed else frozenset()


@cache
def _fields(table: type[Record]) -> Mapping[str, Shapes]:
    return {key: _sides(field.type) for key, field in by_key(table).items()}


@cache
def _elements(shape: Any) -> Shapes:
    """Return what a keyed table or an array holds."""
    arguments = get_args(shape)
    return _sides(arguments[1] if get_origin(shape) is dict else arguments[0])


@cache
def _sides(annotation: Any) -> Shapes:
    """Return the plain types of an annotation, of each side of a union, and the kinds it names."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *notes = get_args(annotation)
        return _sides(inner).union(_kinds(notes))
    if origin in (dict, tuple, Literal) or isinstance(annotation, type):
        return frozenset() if annotation is type(None) else frozenset({annotation})
    return frozenset().union(*map(_sides, get_args(annotation)))


def _kinds(notes: Iterable[Any]) -> Iterator[Kind | Setting | Names]:
    return (note for note in notes if isinstance(note, Kind | Setting | Names))


def _is_keyed(shape: Any) -> bool:
    return get_origin(shape) is dict


def _is_table(shape: Any) -> bool:
    return isinstance(shape, type) and issubclass(shape, Record)


def keys(shapes: Shapes) -> tuple[str, ...]:
    """Return the keys that the schema names for a place; none where keys are ids."""
    return tuple(key for shape in shapes if _is_table(shape) for key in _fields(shape))


@cache
def by_municipality(table: type[Table]) -> tuple[str, ...]:
    """Return the fields that hold one figure for everyone, or a table of them by municipality."""
    return tuple(
        name
        for name, shapes in _fields(table).items()
        if Quantity in shapes and any(map(_is_keyed, shapes))
    )


def takes_tables(parts: Parts) -> bool:
    """Return whether an array of tables may stand at a path."""
    return needs_whole(at((*parts, 0)))


def takes_quantity(parts: Parts) -> bool:
    """Return whether a number with its range, unit and source may stand at a path."""
    return Quantity in at(parts)


def takes_text(parts: Parts) -> bool:
    """Return whether a text belongs at a path, and no other value that has no marks around it."""
    shapes = at(parts)
    return str in shapes and all(
        each is str or isinstance(each, Names) or _holds_several(each) for each in shapes
    )


def _holds_several(shape: Any) -> bool:
    origin: Any = get_origin(shape)
    return origin is dict or origin is tuple


@lru_cache(maxsize=1024)
def named_by_text(shapes: Shapes) -> str | None:
    """Return the table whose ids a text at a place names, or one in what it holds; None if none."""
    inner = (_elements(each) for each in shapes if _holds_several(each))
    found = shapes.union(*inner)
    return next((each.table for each in found if isinstance(each, Names)), None)


@lru_cache(maxsize=1024)
def named_by_keys(shapes: Shapes) -> str | None:
    """Return the table whose ids the keys of a table name; None where they make ids."""
    keyed = (get_args(each)[0] for each in shapes if _is_keyed(each))
    found = (side for key in keyed for side in _sides(key))
    return next((each.table for each in found if isinstance(each, Names)), None)


def needs_whole(shapes: Shapes) -> bool:
    """Return whether a place holds a table of the file that an id makes, not one field of it."""
    return any(
        isinstance(shape, type) and issubclass(shape, Table) and not shape.of_something_known
        for shape in shapes
    )
