"""Where a figure stands and what it does, in sentences."""

from __future__ import annotations

from orgdesign.model.where import Where
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.build import option_name
from orgdesign.tables.explained import place_of, plain, source_of
from orgdesign.tables.node_names import node_name
from orgdesign.tables.readers import readers
from orgdesign.words import Language, say


def located(
    found: Where, scenario: Scenario, language: Language, numbers: str
) -> tuple[tuple[str, str], ...]:
    """Return the facts about a figure, each as its id and a sentence."""

    def told(entry: str, **details: object) -> tuple[str, str]:
        return entry, say(f"explained.where_{entry}", language, **details)

    quantity = found.quantity
    facts = [told("place", place=place_of(scenario, found.path))]
    facts.append(told("value", value=plain(quantity.value, numbers)))
    if quantity.low is not None and quantity.high is not None:
        low, high = plain(quantity.low, numbers), plain(quantity.high, numbers)
        facts.append(told("range", low=low, high=high))
    if source := source_of(scenario, found.path, language):
        facts.append(told("source", source=source))
    tables = readers(scenario, found.path)
    if not found.formulas and not tables:
        return (*facts, told("nothing"))
    if found.formulas:
        names = (node_name(scenario, name, language) for name in found.formulas)
        facts.append(told("formulas", formulas=", ".join(names)))
        options = (option_name(scenario, option, language) for option in found.options)
        facts.append(told("options", options=", ".join(options)))
    if tables:
        titles = (f"{say(f'terms.table_{id}', language)} ({id})" for id in tables)
        facts.append(told("tables", tables=", ".join(titles)))
    if not found.lines:
        return (*facts, told("moves_nothing"))
    lines = ", ".join(node_name(scenario, line, language) for line in found.lines)
    return (*facts, told("lines", lines=lines))
