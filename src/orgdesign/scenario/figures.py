"""Every number of a scenario by its path, and the source that answers for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from orgdesign.quantities import Quantity
from orgdesign.records.record import Record, by_key
from orgdesign.scenario.paths import Parts, child_path, split_path, walk
from orgdesign.scenario.scale_names import SCALED
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.document import Document
from orgdesign.scenario.schema.work import Job

PLAIN = (str, int, float, date, type(None))
"""What holds nothing: asked first, as most of a document is of these types."""


def figures(document: Document) -> dict[str, Quantity]:
    """Return every number of a document by its path."""
    found: dict[str, Quantity] = {}
    _collect(document, "", found)
    return found


def as_given(found: Mapping[str, Quantity], tables: Mapping[str, Any]) -> dict[str, Quantity]:
    """Return figures in the order in which tables give them, then the rest."""
    order = [path for path, _ in walk(tables) if path in found]
    return {path: found[path] for path in (*order, *found)}


def _collect(node: object, path: str, found: dict[str, Quantity]) -> None:
    for part, below in contents(node):
        if isinstance(below, PLAIN):
            continue
        if isinstance(below, Quantity):
            found[child_path(path, part)] = below
        else:
            _collect(below, child_path(path, part), found)


def contents(node: object) -> Iterable[tuple[str | int, object]]:
    """Return what a table, a keyed table or an array of the document holds."""
    if isinstance(node, dict):
        return node.items()
    if isinstance(node, tuple):
        return enumerate(node)
    if isinstance(node, Record):
        return [(shown, getattr(node, name)) for shown, name in _fields(type(node))]
    return ()


@cache
def _fields(table: type[Record]) -> tuple[tuple[str, str], ...]:
    """Return the keys of a table as a file writes them, each with its name in the code."""
    return tuple((key, field.name) for key, field in by_key(table).items())


def scales(scenario: Scenario) -> tuple[str, ...]:
    """Return the salary scales of the jobs and further posts of a scenario, each once."""
    found: dict[str, None] = {}
    for job in scenario.document.jobs.values():
        found.update(dict.fromkeys(_job_scales(job)))
    for option, table in scenario.document.options.items():
        found.update(dict.fromkeys(post.scale for post in table.posts))
        given = (scenario.property(option, name) for name in SCALED)
        found.update(dict.fromkeys(scale for scale in given if scale is not None))
    return tuple(found)


def _job_scales(job: Job) -> tuple[str, ...]:
    own = tuple(job.scale.values()) if isinstance(job.scale, dict) else (job.scale,)
    return (*own, job.joint_scale) if job.joint_scale else own


def salary_figures(scenario: Scenario, tables: Mapping[str, Any]) -> dict[str, Quantity]:
    """Return the bundled monthly salaries that price a post of the scenario, by path.

    `tables` holds their amounts by table, scale and step under `salaries`.
    """
    staff = scenario.document.staff
    table = tables.get("salaries", {}).get(staff.salary_table, {})
    steps = ("min", "max") if staff.salary_basis == "mid" else (staff.salary_basis,)
    return {
        f"salaries.{staff.salary_table}.{scale}.{step}": Quantity(**table[scale][step])
        for scale in scales(scenario)
        if scale not in scenario.document.salary and scale in table
        for step in steps
    }


def source_of(scenario: Scenario, path: str) -> str | None:
    """Return the id of the source of a figure: its own, else the nearest table's around it."""
    figure = scenario.figures.get(path)
    if figure is not None and figure.source is not None:
        return figure.source
    nearest: str | None = None
    for table in _tables_to(scenario.document, split_path(path)):
        nearest = getattr(table, "source", None) or nearest
    return nearest


def _tables_to(document: Document, parts: Parts) -> Iterator[object]:
    node: object = document
    for part in parts:
        yield node
        inner = dict(contents(node))
        if part not in inner:
            return
        node = inner[part]
