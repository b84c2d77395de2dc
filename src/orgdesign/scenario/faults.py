"""What the schema finds wrong with plain tables, by path and without its own inner names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, NamedTuple, TypeVar

from pydantic_core import ErrorDetails, ValidationError

from orgdesign.records.record import Record
from orgdesign.records.schema import validator
from orgdesign.scenario.paths import Parts
from orgdesign.scenario.schema.document import Document

Read = TypeVar("Read", bound=Record)

SHAPES = {
    "string_type": "text",
    "bool_type": "true_false",
    "dict_type": "table",
    "model_type": "table",
    "tuple_type": "list",
    "int_type": "whole_number",
    "float_type": "number",
    "not_a_number": "number",
    "date_type": "date",
}
"""Faults that say what is needed in place of what is there, and the word for it."""


class Fault(NamedTuple):
    """One fault at one path; `key` says that it lies in the key and not in the value."""

    parts: Parts
    kind: str
    given: Any
    context: Mapping[str, Any]
    key: bool = False
    needed: tuple[str, ...] = ()


def read_document(tables: Mapping[str, Any]) -> tuple[Document | None, tuple[Fault, ...]]:
    """Return the typed document of plain tables, or its faults, one for each path."""
    return read_as(Document, tables)


def read_as(schema: type[Read], tables: Mapping[str, Any]) -> tuple[Read | None, tuple[Fault, ...]]:
    """Return plain tables as a schema types them, or their faults, one for each path."""
    try:
        return validator(schema).validate_python(_frozen(tables), strict=True), ()
    except ValidationError as error:
        found = [_fault(one, tables) for one in error.errors(include_url=False)]
        return None, tuple(_one_a_path(found))


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(below) for key, below in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _fault(error: ErrorDetails, tables: Mapping[str, Any]) -> Fault:
    parts, missing = _path(error["loc"], tables)
    kind = error["type"]
    if kind == "missing":
        parts = (*parts, missing)
    needed = (SHAPES[kind],) if kind in SHAPES else ()
    in_key = "[key]" in error["loc"] or kind == "extra_forbidden"
    return Fault(parts, kind, error["input"], error.get("ctx", {}), in_key, needed)


def _path(location: Iterable[int | str], tables: Mapping[str, Any]) -> tuple[Parts, str]:
    """Return the part of a location that is in the data, and the step that comes last.

    The other steps are the schema's own names for the sides of a choice.
    """
    found: Any = tables
    parts: Parts = ()
    last = ""
    for step in location:
        last = str(step)
        held = range(len(found)) if isinstance(found, list | tuple) else found
        if isinstance(held, range | Mapping) and step in held:
            found = found[step]
            parts = (*parts, step)
    return parts, last


def _one_a_path(found: list[Fault]) -> Iterator[Fault]:
    """Yield one fault for each path: of a choice, what fits what was given best."""
    deeper = {fault.parts[:length] for fault in found for length in range(1, len(fault.parts))}
    by_parts = sorted(found, key=lambda fault: [str(part) for part in fault.parts])
    for parts, group in groupby(by_parts, key=lambda fault: fault.parts):
        faults = list(group)
        shapes = [fault for fault in faults if _is_shape(fault)]
        others = [fault for fault in faults if not _is_shape(fault) and not _is_echo(fault)]
        needed = tuple(dict.fromkeys(word for fault in shapes for word in fault.needed))
        if others and not (_is_choice(others[0]) and (shapes or parts in deeper)):
            yield others[0]._replace(needed=needed)
        elif shapes and parts not in deeper:
            first = shapes[0]
            yield Fault(parts, "wrong_type", first.given, first.context, False, needed)


def _is_shape(fault: Fault) -> bool:
    return fault.kind in SHAPES


def _is_echo(fault: Fault) -> bool:
    """Return whether a list counts as too short only because its elements are at fault."""
    return fault.kind == "too_short" and len(fault.given) > 0


def _is_choice(fault: Fault) -> bool:
    return fault.kind == "literal_error" and not isinstance(fault.given, str)
