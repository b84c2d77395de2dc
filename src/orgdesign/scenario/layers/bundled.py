"""The bundled facts that a scenario uses, as layers beneath the person's own files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Any

import tomli

from orgdesign.library import loader
from orgdesign.scenario.layers.layer import FileLayer, LayerKind
from orgdesign.scenario.layers.merge import Tables
from orgdesign.scenario.paths import Parts, holds, split_path
from orgdesign.scenario.problems import Place
from orgdesign.scenario.text.positions import Positions, positions

_ONLY_WITH = {
    "staff.ikb": "staff.salary_table",
    "staff.on_costs": "staff.salary_table",
    "staff.part_time_factor": "staff.absence",
}
"""Defaults that count only where another figure is given."""


def bundled_layers(tables: Mapping[str, Any]) -> list[FileLayer]:
    """Return the forms and the salary table that the tables of a person's files rest on."""
    staff = tables.get("staff")
    salary_table = staff.get("salary_table") if isinstance(staff, Mapping) else None
    layers = [
        _layer("library", loader.form_file(form), loader.form_text(form))
        for form in _used_forms(tables)
    ]
    if salary_table in loader.salary_table_ids():
        layers.append(_salary_layer(salary_table))
    return layers


class _SalaryLayer(FileLayer):
    """A bundled salary table, with its amounts by scale and step as figures of a scenario."""

    def place(self, parts: Parts, key: bool = False) -> Place | None:
        """Return where the file gives an amount: below `monthly`, which is no part of its path."""
        return super().place((*parts[:2], "monthly", *parts[2:]), key) or super().place(parts, key)


def _salary_layer(table: str) -> FileLayer:
    text, file = loader.salary_text(table), loader.salary_file(table)
    tables = _tables(text)
    given = tables["salaries"][table]
    amounts = {
        scale: {
            step: {"value": amount, "unit": "euros a month", "source": given["source"]}
            for step, amount in steps.items()
        }
        for scale, steps in given["monthly"].items()
    }
    kept = {"sources": tables["sources"], "salaries": {table: amounts}}
    return _SalaryLayer("library", file, kept, partial(_positions, text, file))


def _layer(kind: LayerKind, file: str, text: str) -> FileLayer:
    return FileLayer(kind, file, _tables(text), partial(_positions, text, file))


@cache
def _tables(text: str) -> Tables:
    return tomli.loads(text)


@cache
def _positions(text: str, file: str) -> Positions:
    return positions(text, file)


def _used_forms(tables: Mapping[str, Any]) -> Iterator[str]:
    """Yield the ids of the bundled forms that options or the person's own forms rest on."""
    own = _tables_of(tables, "forms")
    waiting = [option.get("form") for option in _tables_of(tables, "options").values()]
    waiting += [*own, *(form.get("based_on") for form in own.values())]
    seen = set()
    while waiting:
        form = waiting.pop(0)
        if form in loader.form_ids() and form not in seen:
            seen.add(form)
            waiting.append(_tables(loader.form_text(form))["forms"][form].get("based_on"))
            yield form


def _tables_of(tables: Mapping[str, Any], name: str) -> dict[str, Mapping[str, Any]]:
    keyed = tables.get(name)
    if not isinstance(keyed, Mapping):
        return {}
    return {key: table for key, table in keyed.items() if isinstance(table, Mapping)}


def defaults(tables: Mapping[str, Any]) -> FileLayer:
    """Return the figures that hold because the tables of a scenario are silent on them."""
    layer = _layer("default", loader.defaults_file(), loader.defaults_text())
    kept: Tables = {"sources": {}}
    for table in ("scenario", "staff"):
        for name, quantity in layer.tables[table].items():
            if _silent(tables, table, name):
                kept.setdefault(table, {})[name] = quantity
                kept["sources"][quantity["source"]] = layer.tables["sources"][quantity["source"]]
    return layer._replace(tables=kept)


def _silent(tables: Mapping[str, Any], table: str, name: str) -> bool:
    path = f"{table}.{name}"
    counts = path not in _ONLY_WITH or holds(tables, split_path(_ONLY_WITH[path]))
    # A table that is wanting or is no table at all is a problem of its own, not to be filled up.
    there = isinstance(tables.get(table, {} if table == "staff" else None), Mapping)
    return counts and there and not holds(tables, split_path(path))
