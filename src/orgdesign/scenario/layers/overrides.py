"""Figures tried on top of a file, by path: `options.host_zeist.realisation = 0.6`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from orgdesign.quantities import Quantity
from orgdesign.records.record import fields
from orgdesign.scenario import shape
from orgdesign.scenario.layers.merge import Tables
from orgdesign.scenario.paths import (
    Parts,
    PathError,
    find,
    holds,
    join_path,
    with_value,
    without,
)
from orgdesign.scenario.plain import is_number
from orgdesign.scenario.removed import REMOVED
from orgdesign.scenario.schema.common import is_quantity
from orgdesign.scenario.suggestions import suggest

_RANGE = ("low", "high", "distribution", "values", "weights")


class UnknownPathError(KeyError):
    """A path is neither in the scenario nor a place that its schema has."""


class Edit(NamedTuple):
    """A value put at a path of tables and keys, or taken out there; arrays are set whole."""

    parts: Parts
    value: object

    def made_in(self, tables: Tables) -> Tables:
        """Return tables with the change made; what it does not touch is shared."""
        if self.value is REMOVED:
            return dict(without(tables, self.parts))
        return with_value(tables, self.parts, self.value)


def split_override(text: str) -> tuple[str, str]:
    """Return path and value as typed from `PATH=VALUE`; raises PathError without either."""
    quoted = False
    for position, letter in enumerate(text):
        quoted ^= letter == '"'
        if letter == "=" and not quoted:
            path, value = text[:position].strip(), text[position + 1 :].strip()
            if path and value:
                return path, value
            break
    raise PathError(text)


def edits(parts: Parts, value: object, tables: Mapping[str, Any]) -> tuple[Edit, ...]:
    """Return the changes that an override makes in the tables it is laid over.

    A bare number at a quantity with more words replaces the value alone: the range stays where
    it still holds the value, a sign-off lapses. It takes the place of figures by municipality.
    Raises UnknownPathError.
    """
    _check_known(parts, tables, value)
    inner = _quantity_edits(parts, value, tables)
    index = next((i for i, part in enumerate(parts) if isinstance(part, int)), len(parts))
    if index == len(parts):
        return tuple(inner)
    array = find(tables, parts[:index])
    for edit in inner:
        array = _with_change(array, edit.parts[index:], edit.value)
    return (Edit(parts[:index], array),)


def _quantity_edits(parts: Parts, value: object, tables: Mapping[str, Any]) -> list[Edit]:
    held = find(tables, parts) if holds(tables, parts) else None
    if parts[-1] in (*_RANGE, "value") and shape.takes_quantity(parts[:-1]):
        number = find(tables, parts[:-1]) if holds(tables, parts[:-1]) else None
        if is_number(number) and value is not REMOVED:
            return [Edit(parts[:-1], {"value": number, str(parts[-1]): value})]
    figure = is_quantity(held) and shape.takes_quantity(parts)
    if not (is_number(value) and isinstance(held, Mapping) and figure):
        return [Edit(parts, value)]
    lapsed = ["signed_off"] if _within(value, held) else ["signed_off", *_RANGE]
    return [
        Edit((*parts, "value"), value),
        *(Edit((*parts, word), REMOVED) for word in lapsed if word in held),
    ]


def _within(value: Any, quantity: Mapping[str, Any]) -> bool:
    """Return whether the range of a quantity holds a value; true where it has none."""
    if isinstance(possible := quantity.get("values"), list):
        return value in possible
    low, high = quantity.get("low", value), quantity.get("high", value)
    return not (is_number(low) and is_number(high)) or low <= value <= high


def _with_change(held: Any, parts: Parts, value: object) -> Any:
    """Return an array or table with one value changed, made new along the way to it."""
    if not parts:
        return value
    outcome = list(held) if isinstance(held, list) else dict(held if held is not None else {})
    part: Any = parts[0]
    if value is REMOVED and len(parts) == 1:
        del outcome[part]
    else:
        below = outcome[part] if holds(outcome, (part,)) else None
        outcome[part] = _with_change(below, parts[1:], value)
    return outcome


def _check_known(parts: Parts, tables: Mapping[str, Any], value: object) -> None:
    """Raise UnknownPathError unless the path is there, or is a place that the schema has."""
    shapes = shape.TOP
    for depth, part in enumerate(parts):
        allowed = shape.below(shapes, part)
        there = holds(tables, parts[: depth + 1])
        last = depth == len(parts) - 1
        invented = part not in shape.keys(shapes) and shape.needs_whole(allowed) and not last
        misplaced = isinstance(part, int) or _ends(tables, parts[:depth], part)
        known = there if value is REMOVED else allowed and (there or not (invented or misplaced))
        if not known:
            raise UnknownPathError(join_path(parts))
        shapes = allowed


def _ends(tables: Mapping[str, Any], parts: Parts, part: object) -> bool:
    """Return whether what stands at a path has no place for a part below it.

    A plain value has a quantity's words alone, and figures by municipality have none of those.
    """
    if not holds(tables, parts):
        return False
    held = find(tables, parts)
    worded = part in fields(Quantity) and shape.takes_quantity(parts)
    return worded and not is_quantity(held) if isinstance(held, Mapping) else not worded


def nearest_path(parts: Parts, tables: Mapping[str, Any]) -> str | None:
    """Return a path that is not there with its wrong step replaced by the most similar key.

    None where nothing is similar.
    """
    shapes, around = shape.TOP, tables
    for depth, part in enumerate(parts):
        if holds(around, (part,)):
            shapes, around = shape.below(shapes, part), find(around, (part,))
            continue
        known = [*(around if isinstance(around, Mapping) else ()), *shape.keys(shapes)]
        similar = suggest(str(part), known)
        return join_path((*parts[:depth], similar, *parts[depth + 1 :])) if similar else None
    return None
