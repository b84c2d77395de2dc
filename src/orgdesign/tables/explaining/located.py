"""Where a figure or a choice stands and what it does, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from orgdesign.model.defaults import defaults
from orgdesign.model.where import Where
from orgdesign.records.record import as_written, fields
from orgdesign.scenario.inline import inline
from orgdesign.scenario.paths import PathError, find, holds, split_path, within
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.options import FormProperties
from orgdesign.tables.build import option_name
from orgdesign.tables.explaining.cell import place_of, plain, source_of
from orgdesign.tables.explaining.node_names import node_name
from orgdesign.tables.explaining.readers import readers
from orgdesign.tables.notes import joined
from orgdesign.tables.units import as_counted
from orgdesign.words import Language, say

Facts = tuple[tuple[str, str], ...]
"""What is known, each as its id and a sentence."""
_SHOWN = 12
"""So many of the figures in a table are named."""


def located(found: Where, scenario: Scenario, language: Language, numbers: str) -> Facts:
    """Return the facts about a figure."""

    def told(entry: str, **details: object) -> tuple[str, str]:
        return entry, say(f"explained.where_{entry}", language, **details)

    def counted(value: float) -> str:
        return plain(as_counted(found.path, value), numbers)

    quantity = found.quantity
    facts = [told("place", place=place_of(scenario, found.path))]
    facts.append(told("value", value=counted(quantity.value)))
    if quantity.low is not None and quantity.high is not None:
        low, high = counted(quantity.low), counted(quantity.high)
        facts.append(told("range", low=low, high=high))
    if source := source_of(scenario, found.path, language):
        facts.append(told("source", source=source))
    tables = readers(scenario, found.path)
    if not found.formulas and not tables:
        return (*facts, told("nothing"))
    if found.formulas:
        names = [node_name(scenario, name, language) for name in found.formulas]
        facts.append(told("formulas", formulas=joined(names)))
        options = [option_name(scenario, option, language) for option in found.options]
        facts.append(told("options", options=joined(options)))
    if tables:
        facts.append(told("tables", tables=_titles(tables, language)))
    if not found.lines:
        return (*facts, told("moves_nothing"))
    lines = [node_name(scenario, line, language) for line in found.lines]
    return (*facts, told("lines", lines=joined(lines)))


def _titles(tables: Iterable[str], language: Language) -> str:
    return joined([f"{say(f'terms.table_{id}', language)} ({id})" for id in tables])


def located_choice(path: str, scenario: Scenario, language: Language, numbers: str) -> Facts:
    """Return the facts about what a scenario says at a path that is no figure; none if nothing.

    A choice, a text, or a table or list with the figures in it; a property that an option has
    from its form is told as the form gives it, a figure that nobody gives as it counts then.
    """

    def told(entry: str, **details: object) -> tuple[str, str]:
        return entry, say(f"explained.where_{entry}", language, **details)

    given = _given(path, scenario)
    if given is None:
        silent = defaults(scenario)
        if path not in silent:
            return ()
        shown = plain(as_counted(path, silent[path]), numbers)
        return told("default", place=path), told("value", value=shown)
    path, value = given
    place = "place" if path in scenario.origins else "default"
    facts = [told(place, place=place_of(scenario, path))]
    inside = [each for each in scenario.figures if within(each, path)]
    if not isinstance(value, Mapping):
        facts.append(told("value", value=inline(value)))
    if inside:
        facts.append(told("inside", number=len(inside), figures=", ".join(inside[:_SHOWN])))
    elif not isinstance(value, Mapping):
        facts.append(told("choice"))
    if tables := readers(scenario, path):
        facts.append(told("tables", tables=_titles(tables, language)))
    return tuple(facts)


def _given(path: str, scenario: Scenario) -> tuple[str, object] | None:
    """Return the path at which something is stated and what, as a file would say it."""
    try:
        table, id, *rest = (*split_path(path), "")
    except PathError:
        return None
    if table == "options" and id in scenario.options and rest[0] in fields(FormProperties):
        path = scenario.property_path(str(id), str(rest[0]))
    parts = split_path(path)
    if holds(scenario.raw, parts):
        return path, find(scenario.raw, parts)
    whole = as_written(scenario.document)
    return (path, find(whole, parts)) if holds(whole, parts) else None
