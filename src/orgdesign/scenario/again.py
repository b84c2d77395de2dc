"""Other numbers tried on files that were read before: only what they touch is read again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic_core import PydanticCustomError, ValidationError

from orgdesign.quantities import Quantity
from orgdesign.records.record import Record, by_key
from orgdesign.scenario.checks.registry import OF_NUMBERS
from orgdesign.scenario.kinds import kind_at
from orgdesign.scenario.layers.overlay import Override
from orgdesign.scenario.layers.resolve import Resolution
from orgdesign.scenario.paths import Parts, find, holds, join_path
from orgdesign.scenario.plain import is_number
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.text.decimals import ThreeDecimals

_WORDS = ("value", "low", "high")


def with_numbers(
    scenario: Scenario, before: Sequence[Override], now: Sequence[Override], resolved: Resolution
) -> Scenario | None:
    """Return a scenario on which other numbers are tried than before.

    None where more than values and ranges of figures differs, or where a rule objects: then
    everything has to be read again. `resolved` holds the files with what is tried now.
    """
    paths = _touched(scenario, before, now)
    if paths is None or resolved.problems:
        return None
    origins, own = resolved.origins(), resolved.own
    if any(holds(own, parts) != holds(scenario.raw, parts) for parts in paths):
        return None  # a default or a bundled figure gives way, or comes back with its source
    document, found = scenario.document, dict(scenario.figures)
    for parts in paths:
        quantity = _quantity(origins.tables, parts)
        if quantity is None:
            return None
        document = _with(document, parts, quantity)
        found[join_path(parts)] = quantity
    fresh = replace(scenario, document=document, figures=found, origins=origins, raw=own)
    tables = {str(parts[0]) for parts in paths}
    rules = [rule for rule, own in OF_NUMBERS.items() if own is None or not own.isdisjoint(tables)]
    return None if any(True for rule in rules for _ in rule(fresh)) else fresh


def _touched(
    scenario: Scenario, before: Sequence[Override], now: Sequence[Override]
) -> list[Parts] | None:
    """Return the figures of which other numbers are tried; None where anything else differs."""
    (old, others), (new, rest) = _by_figure(scenario, before), _by_figure(scenario, now)
    touched = [parts for parts in {**old, **new} if old.get(parts) != new.get(parts)]
    same = [(x.path, x.typed) for x in others] == [(x.path, x.typed) for x in rest]
    return touched if same else None


def _by_figure(
    scenario: Scenario, tried: Sequence[Override]
) -> tuple[dict[Parts, list[tuple[str, str]]], list[Override]]:
    """Return what is tried for the number and the ends of each figure, and all that is not.

    A number within a table that is tried too is among the rest: which of both comes last counts.
    """
    figures = [_figure(scenario, override) for override in tried]
    around = [x.parts for x, figure in zip(tried, figures, strict=True) if figure is None]
    found: dict[Parts, list[tuple[str, str]]] = {}
    others = []
    for override, parts in zip(tried, figures, strict=True):
        if parts is None or any(parts[: len(out)] == out for out in around):
            others.append(override)
        else:
            found.setdefault(parts, []).append((override.path, override.typed))
    return found, others


def _figure(scenario: Scenario, override: Override) -> Parts | None:
    """Return the figure of which a number is tried; None where something else is."""
    parts = override.parts[:-1] if override.parts[-1] in _WORDS else override.parts
    return parts if is_number(override.value) and join_path(parts) in scenario.figures else None


def _quantity(tables: Mapping[str, Any], parts: Parts) -> Quantity | None:
    """Return the figure that stands at a path, None where the schema does not take it."""
    kind = kind_at(parts)
    if kind is None or not holds(tables, parts):
        return None
    given = find(tables, parts)
    numbers = given.values() if isinstance(given, Mapping) else (given,)
    if kind.grouped and any(isinstance(number, ThreeDecimals) for number in numbers):
        return None
    try:
        return kind.read(_frozen(given))
    except (PydanticCustomError, ValidationError):
        return None


def _frozen(given: Any) -> Any:
    """Return a quantity's table with tuples in place of lists, as the schema takes them."""
    if not isinstance(given, Mapping):
        return given
    return {word: tuple(v) if isinstance(v, list) else v for word, v in given.items()}


def _with(node: Any, parts: Parts, quantity: Quantity) -> Any:
    """Return a table of the document with another quantity at a path; the rest is shared."""
    if not parts:
        return quantity
    part, rest = parts[0], parts[1:]
    if isinstance(node, Record):
        name = by_key(type(node))[str(part)].name
        return node.replaced(**{name: _with(getattr(node, name), rest, quantity)})
    if isinstance(node, tuple):
        at = int(part)
        return (*node[:at], _with(node[at], rest, quantity), *node[at + 1 :])
    return {**node, part: _with(node[part], rest, quantity)}
