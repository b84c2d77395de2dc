"""The schema by which pydantic-core reads a record from plain tables, made from its annotations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic_core import CoreSchema, SchemaValidator

from orgdesign.records.marks import Either, Holds, Spelling
from orgdesign.records.record import Field, Record, fields, made

Schema = dict[str, Any]

_PLAIN: Mapping[Any, str] = {
    str: "str", int: "int", float: "float", bool: "bool", date: "date",
}  # fmt: skip


@cache
def validator(record: type[Record]) -> SchemaValidator:
    """Return what reads a class of records from plain tables, and tells every fault."""
    return SchemaValidator(core_schema(record))


def core_schema(record: type[Record]) -> CoreSchema:
    """Return the schema of a class of records, with a definition of each class that it holds."""
    found: dict[str, Schema] = {}
    top = _reference(record, found)
    whole: Any = {"type": "definitions", "schema": top, "definitions": list(found.values())}
    outcome: CoreSchema = whole
    return outcome


def _reference(record: type[Record], found: dict[str, Schema]) -> Schema:
    """Return a reference to the definition of a class, which is made where it is not yet there."""
    name = f"{record.__module__}.{record.__qualname__}"
    if name not in found:
        held = {field.name: _field(field, found) for field in fields(record).values()}
        found[name] = {
            "type": "function-after",
            "function": {"type": "no-info", "function": _making(record)},
            "schema": {"type": "model-fields", "fields": held, "extra_behavior": "forbid"},
            "ref": name,
            "metadata": {"record": record},
        }
    return {"type": "definition-ref", "schema_ref": name}


def _making(record: type[Record]) -> Callable[[tuple[dict[str, Any], Any, set[str]]], Record]:
    """Return what makes a record of the values that were read, and of the names of those given."""

    def make(read: tuple[dict[str, Any], Any, set[str]]) -> Record:
        outcome = made(record, read[0], frozenset(read[2]))
        outcome.consistent()
        return outcome

    return make


def _field(field: Field, found: dict[str, Schema]) -> Schema:
    schema = _of(field.type, found)
    if isinstance(field.default, dict | Record):
        schema = {"type": "default", "schema": schema, "default_factory": field.otherwise}
    elif not field.required:
        schema = {"type": "default", "schema": schema, "default": field.default}
    return {"type": "model-field", "schema": schema, "validation_alias": field.key}


def _of(kind: Any, found: dict[str, Schema]) -> Schema:
    """Return the schema of a type."""
    if kind in _PLAIN:
        return {"type": _PLAIN[kind]}
    if isinstance(kind, type) and issubclass(kind, Record):
        return _reference(kind, found)
    return _MADE_OF_OTHERS[get_origin(kind)](kind, found)


def _literal(kind: Any, _found: dict[str, Schema]) -> Schema:
    return {"type": "literal", "expected": list(get_args(kind))}


def _keyed(kind: Any, found: dict[str, Schema]) -> Schema:
    keys, values = (_of(side, found) for side in get_args(kind))
    return {"type": "dict", "keys_schema": keys, "values_schema": values}


def _listed(kind: Any, found: dict[str, Schema]) -> Schema:
    element, _more = get_args(kind)
    return {"type": "tuple", "items_schema": [_of(element, found)], "variadic_item_index": 0}


def _choice(kind: Any, found: dict[str, Schema]) -> Schema:
    """Return the schema of a choice between types, of which one may be nothing."""
    sides = [_of(side, found) for side in get_args(kind) if side is not NoneType]
    one = sides[0] if len(sides) == 1 else {"type": "union", "choices": sides}
    return {"type": "nullable", "schema": one} if NoneType in get_args(kind) else one


def _marked(marked: Any, found: dict[str, Schema]) -> Schema:
    """Return the schema of a type with the marks beside it."""
    kind, *marks = get_args(marked)
    for mark in marks:
        if hasattr(mark, "read"):
            function = {"type": "no-info", "function": mark.read}
            return {"type": "function-plain", "function": function}
        if isinstance(mark, Either):
            sides = (_of(side, found) for side in get_args(kind))
            choices = dict(zip(mark.names, sides, strict=True))
            return {"type": "tagged-union", "choices": choices, "discriminator": mark.of}
    schema = _of(kind, found)
    for mark in marks:
        schema.update(_bounds(mark))
    return schema


def _bounds(mark: Any) -> Schema:
    """Return what a mark asks of a text, a list or a keyed table."""
    if isinstance(mark, Spelling):
        asked = {"pattern": mark.pattern, "min_length": mark.at_least, "max_length": mark.at_most}
        return {word: bound for word, bound in asked.items() if bound is not None}
    return {"min_length": mark.at_least} if isinstance(mark, Holds) else {}


_MADE_OF_OTHERS: Mapping[Any, Callable[[Any, dict[str, Schema]], Schema]] = {
    Annotated: _marked,
    Literal: _literal,
    Union: _choice,
    UnionType: _choice,
    dict: _keyed,
    tuple: _listed,
}
