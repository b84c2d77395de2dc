"""What the schema allows at a path: tells a key that is new from one that is mistyped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from orgdesign.quantities import Quantity
from orgdesign.scenario.paths import Parts
from orgdesign.scenario.schema.common import Table
from orgdesign.scenario.schema.document import Document

Shapes = frozenset[Any]
"""The types that the schema accepts at one place."""

TOP: Shapes = frozenset({Document})
"""The file as a whole."""


@cache
def below(shapes: Shapes, part: str | int) -> Shapes:
    """Return what a table or an array accepts at a key or an index; empty where nothing."""
    found: set[Any] = set()
    for shape in shapes:
        origin: Any = get_origin(shape)
        if origin is dict and isinstance(part, str):
            found.update(_alternatives(get_args(shape)[1]))
        elif origin is tuple and isinstance(part, int):
            found.update(_alternatives(get_args(shape)[0]))
        elif isinstance(shape, type) and issubclass(shape, BaseModel):
            found.update(_alternatives(_fields(shape).get(str(part))))
    return frozenset(found)


@cache
def _fields(table: type[BaseModel]) -> Mapping[str, Any]:
    return {field.alias or name: field.annotation for name, field in table.model_fields.items()}


def _alternatives(annotation: Any) -> Iterator[Any]:
    """Yield the plain types of an annotation: of each side of a union, without its metadata."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _alternatives(get_args(annotation)[0])
    elif origin in (dict, tuple) or isinstance(annotation, type):
        if annotation is not type(None):
            yield annotation
    else:
        for side in get_args(annotation):
            yield from _alternatives(side)


def keys(shapes: Shapes) -> tuple[str, ...]:
    """Return the keys that the schema names for a place; none where keys are ids."""
    return tuple(
        key
        for shape in shapes
        if isinstance(shape, type) and issubclass(shape, BaseModel)
        for key in _fields(shape)
    )


def takes_quantity(parts: Parts) -> bool:
    """Return whether a number with its range, unit and source may stand at a path."""
    shapes = TOP
    for part in parts:
        shapes = below(shapes, part)
    return Quantity in shapes


def needs_whole(shapes: Shapes) -> bool:
    """Return whether a place holds a table of the file, which has fields that it must have."""
    return any(isinstance(shape, type) and issubclass(shape, Table) for shape in shapes)
