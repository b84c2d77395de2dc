"""What the nodes of the model and what they are about are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from orgdesign.lines import LINES
from orgdesign.scenario.key_names import POOLS
from orgdesign.scenario.paths import split_path
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.document import Document
from orgdesign.words import Language, catalogue, say


def item_name(scenario: Scenario, item: str, language: Language) -> str:
    """Return the name of what a figure is about: a job, task, measure, line ...; else the id."""
    document = scenario.document
    if item in LINES:
        return say(f"terms.{item}", language)
    if item.startswith("key:"):
        return _named(scenario, "key", item.removeprefix("key:"), language)
    if "." in item:
        return _name_at(document, item)
    for table in (document.jobs, document.tasks, document.systems, document.budgets):
        found = table.get(item)
        if found is not None:
            return str(getattr(found, "name", item))
    return item


def _name_at(document: Document, path: str) -> str:
    """Return the name of what stands at a path, such as a measure or a piece of work."""
    node: Any = document
    for part in map(str, split_path(path)):
        node = node[part] if isinstance(node, Mapping) else getattr(node, part)
    return str(node.name)


def node_name(scenario: Scenario, name: str, language: Language) -> str:
    """Return what a formula or an input is called."""
    if name in (*LINES, "kind_temporary"):
        return say(f"terms.{name}", language)
    kind, colon, id = name.partition(":")
    if not colon:
        return say(f"formulas.{name}", language)
    inner = _named(scenario, kind, id, language)
    return say(f"formulas.{kind}", language, name=inner)


def _named(scenario: Scenario, kind: str, id: str, language: Language) -> str:
    """Return what the part of a name after its colon is called."""
    if kind in ("alone", "discounted", "above_report_year", "less"):
        return node_name(scenario, id, language)
    if id in POOLS:
        return say(f"terms.pool_{id}", language)
    if id in LINES:
        return say(f"terms.{id}", language)
    if f"key_{id}" in catalogue("terms"):
        return say(f"terms.key_{id}", language)
    table = scenario.document.keys.get(id) or scenario.document.figures.get(id)
    return table.name if table else id
