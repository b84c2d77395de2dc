"""Another value for a figure that a scenario already has, without reading its files again."""

from __future__ import annotations

from collections import ChainMap
from dataclasses import replace
from typing import Any, cast

from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from orgdesign.quantities import Quantity
from orgdesign.scenario.checks import check
from orgdesign.scenario.kinds import kind_at
from orgdesign.scenario.overlay import FILE
from orgdesign.scenario.paths import Parts, split_path
from orgdesign.scenario.problems import Place
from orgdesign.scenario.scenario import Origin, Scenario


def with_value(scenario: Scenario, path: str, value: float) -> Scenario | None:
    """Return the scenario with another value for one of its figures, its range kept.

    None where the value does not fit the figure's bounds or its range or contradicts another
    figure: then loading the file with the override says what is wrong, or drops the range.
    """
    figure = scenario.figures.get(path)
    kind = kind_at(split_path(path))
    if figure is None or kind is None:
        return None
    try:
        kind.check(value)
        other = Quantity.model_validate(figure.model_dump(exclude_none=True) | {"value": value})
    except (ValidationError, PydanticCustomError):
        return None
    document = _placed(scenario.document, split_path(path), other)
    if check(document, _somewhere):
        return None
    origin = Origin(FILE, 1, 1, "override")
    return replace(
        scenario,
        document=document,
        figures={**scenario.figures, path: other},
        origins=ChainMap({path: origin}, cast("dict[str, Origin]", scenario.origins)),
    )


def _somewhere(path: str, key: bool) -> Place:
    """Return no place in particular: only whether there is a problem counts."""
    return Place(FILE, 1, 1, 1, "")


def _placed(node: Any, parts: Parts, figure: Quantity) -> Any:
    """Return a copy of a table with a figure at a path; what is beside it is the same."""
    if not parts:
        return figure
    first, rest = parts[0], parts[1:]
    if isinstance(node, BaseModel):
        name = _field(node, str(first))
        return node.model_copy(update={name: _placed(getattr(node, name), rest, figure)})
    if isinstance(node, dict):
        return {**node, first: _placed(node.get(first), rest, figure)}
    items = list(node)
    items[int(first)] = _placed(items[int(first)], rest, figure)
    return tuple(items)


def _field(table: BaseModel, key: str) -> str:
    fields = type(table).model_fields
    return next((name for name, field in fields.items() if (field.alias or name) == key), key)
