"""Ids: each names something that there is, and no id means two things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from orgdesign.library import form_ids
from orgdesign.lines import LINES
from orgdesign.measures import MEASURES, PEOPLE
from orgdesign.quantities import QUANTITY_WORDS, Quantity
from orgdesign.records.record import Record
from orgdesign.scenario import shape
from orgdesign.scenario.checks.finding import Finding, found
from orgdesign.scenario.figures import PLAIN, contents
from orgdesign.scenario.key_names import ALWAYS, SHARED
from orgdesign.scenario.named import id_named, names_of
from orgdesign.scenario.paths import Parts, PathError, child_path, join_path, split_path
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.scenario.schema.document import Document
from orgdesign.scenario.shape import Shapes, named_by_keys, named_by_text
from orgdesign.scenario.suggestions import suggest

_NAMELESS = (*PLAIN, Quantity)
"""What uses no ids but that of its source."""


class Reference(NamedTuple):
    """An id that is used at a path, and the table in which it has to be."""

    given: str
    table: str
    parts: Parts
    key: bool = False


def municipality_ids(scenario: Scenario) -> Iterator[Finding]:
    """A word of a quantity is no id of a municipality."""
    for id in scenario.municipalities:
        if id in QUANTITY_WORDS:
            yield found("reserved_municipality", f"municipalities.{id}", True, id=id)


def taken_ids(scenario: Scenario) -> Iterator[Finding]:
    """An id means one thing: among keys, figures, built-in keys and options."""
    document = scenario.document
    if ALONE in document.options:
        yield found("option_alone", f"options.{ALONE}", True)
    for id in document.figures:
        if id in ALWAYS:
            yield found("built_in_id", f"figures.{id}", True, id=id)
    for id in document.keys:
        if id in ALWAYS:
            yield found("built_in_id", f"keys.{id}", True, id=id)
        elif id in document.figures:
            yield found("id_of_figure", f"keys.{id}", True, id=id)


def references(scenario: Scenario) -> Iterator[Finding]:
    """Every id that is used is there."""
    document = scenario.document
    known = _known(document)
    sets = {table: frozenset(ids) for table, ids in known.items()}  # a country has many ids
    for reference in _used(document, (), shape.TOP):
        if reference.given not in sets[reference.table]:
            yield _unknown(reference, known[reference.table], document)


def _used(node: object, parts: Parts, shapes: Shapes) -> Iterator[Reference]:
    """Yield the ids that a table uses, as texts and as its keys, and those that it holds use.

    Not those of the sensitivity, which has a rule of its own.
    """
    keys_of = named_by_keys(shapes) if isinstance(node, Mapping) else None
    for part, held in contents(node):
        if keys_of is not None:
            yield Reference(str(part), keys_of, (*parts, part), key=True)
        if isinstance(held, str):
            table = named_by_text(shape.below(shapes, part))
            if table is not None and (part, held) != ("participants", "all"):
                yield Reference(held, table, (*parts, part))
        elif not isinstance(held, _NAMELESS) and (parts or part != "sensitivity"):
            yield from _used(held, (*parts, part), shape.below(shapes, part))


def _unknown(reference: Reference, known: tuple[str, ...], document: Document) -> Finding:
    """Return what is told of an id that is not there: the id of what is called so, or one near."""
    given, table, parts, key = reference
    path = join_path(parts)
    details: dict[str, object] = {"given": given, "known": known, "among": table}
    if id := id_named(given, table, names_of(document)):
        details["instead"] = id if key else f'"{id}"'
        return Finding("name_for_id", path, details, key)
    near = details["suggestion"] = suggest(given, known)
    everyone = given == "all" or suggest(given, ("all",)) is not None
    code = f"unknown_{table}"
    if "vat_recoverable" in parts and given in document.tasks:
        code = "vat_by_task"
    elif "participants" in parts and everyone and near is None:
        code = "everyone_in_a_list"
    return Finding(code, path, details, key)


def _known(document: Document) -> Mapping[str, tuple[str, ...]]:
    return {
        "municipalities": tuple(document.municipalities),
        "tasks": tuple(document.tasks),
        "jobs": tuple(document.jobs),
        "systems": tuple(document.systems),
        "budgets": tuple(document.budgets),
        "lines": tuple(LINES),
        "options": tuple(document.options),
        "plans": tuple(document.plans),
        "forms": tuple(dict.fromkeys((*document.forms, *form_ids()))),
        "shares": (*ALWAYS, *document.figures, *document.keys),
        "keys": (*ALWAYS, *document.figures, *document.keys),
        "pools": SHARED,
        "measures": (*MEASURES, *PEOPLE),
    }


def sources(scenario: Scenario) -> Iterator[Finding]:
    """Every source that is cited is in `[sources]`."""
    known = tuple(scenario.document.sources)
    for parts, given in _cited(scenario.document, ()):
        if given not in known:
            near = suggest(given, known)
            details = {"given": given, "among": "sources", "suggestion": near}
            yield Finding("unknown_source", join_path(parts), details)


def _cited(node: object, parts: Parts) -> Iterator[tuple[Parts, str]]:
    """Yield every source that is cited, with the steps of the path to it."""
    for part, below in contents(node):
        if part == "source" and isinstance(below, str) and isinstance(node, Record):
            yield (*parts, part), below
        elif not isinstance(below, PLAIN):
            yield from _cited(below, (*parts, part))


def correlations(scenario: Scenario) -> Iterator[Finding]:
    """A correlation names two different figures of the scenario."""
    given = scenario.document.sensitivity.correlation
    known = scenario.figures
    for pair in given:
        path = child_path("sensitivity.correlation", pair)
        names = [name.strip() for name in pair.split(",")]
        if len(names) != 2 or names[0] == names[1]:
            yield found("correlation_of_two", path, True, given=pair)
            continue
        for name in names:
            if name not in known and not _is_salary(name):
                near = suggest(name, known)
                yield found("unknown_figure_path", path, True, given=name, suggestion=near)


def _is_salary(path: str) -> bool:
    """Return whether a path names a bundled monthly salary: those are no part of the document."""
    try:
        return split_path(path)[0] == "salaries"
    except PathError:
        return False
