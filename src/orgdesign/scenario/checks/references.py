"""Ids: each names something that there is, and no id means two things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from pydantic import BaseModel

from orgdesign.library import form_ids
from orgdesign.lines import LINES
from orgdesign.measures import MEASURES, PEOPLE
from orgdesign.quantities import QUANTITY_WORDS
from orgdesign.scenario.checks.finding import Finding, found
from orgdesign.scenario.figures import PLAIN, contents
from orgdesign.scenario.frames import frames
from orgdesign.scenario.key_names import ALWAYS
from orgdesign.scenario.named import id_named, names_of
from orgdesign.scenario.paths import Parts, PathError, child_path, join_path, split_path
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.scenario.schema.amounts import OptionAmount, Unwinding
from orgdesign.scenario.schema.document import Document
from orgdesign.scenario.schema.options import FormProperties, Option
from orgdesign.scenario.shape import by_municipality
from orgdesign.scenario.suggestions import suggest


class Reference(NamedTuple):
    """An id that is used at a path, and the table in which it has to be."""

    given: str
    table: str
    path: str
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
    parts = (_of_work, _of_options, _of_changes, _of_criteria, _of_keys, _of_tables)
    for reference in chain.from_iterable(part(document) for part in parts):
        if reference.given not in sets[reference.table]:
            ids = known[reference.table]
            details: dict[str, object] = {
                "given": reference.given,
                "known": tuple(ids),
                "among": reference.table,
            }
            if id := id_named(reference.given, reference.table, names_of(document)):
                details["instead"] = id if reference.key else f'"{id}"'
                yield Finding("name_for_id", reference.path, details, reference.key)
                continue
            details["suggestion"] = suggest(reference.given, ids)
            code = _code(reference, document, near=details["suggestion"] is not None)
            yield Finding(code, reference.path, details, reference.key)


def _code(reference: Reference, document: Document, *, near: bool) -> str:
    """Return how an unknown id is told; VAT by task and everyone in a list are often meant."""
    given, table = reference.given, reference.path.partition("[")[0]
    if ".vat_recoverable." in reference.path and given in document.tasks:
        return "vat_by_task"
    everyone = given == "all" or suggest(given, ("all",)) is not None
    if table.endswith(".participants") and everyone and not near:
        return "everyone_in_a_list"
    return f"unknown_{reference.table}"


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
        "measures": (*MEASURES, *PEOPLE),
    }


def _keys_of(table: object, path: str, among: str) -> Iterator[Reference]:
    if isinstance(table, Mapping):
        for id in table:
            yield Reference(id, among, child_path(path, id), key=True)


def _each(ids: Iterable[str], path: str, among: str) -> Iterator[Reference]:
    for position, id in enumerate(ids):
        yield Reference(id, among, f"{path}[{position}]")


def _of_work(document: Document) -> Iterator[Reference]:
    for id, job in document.jobs.items():
        yield Reference(job.task, "tasks", f"jobs.{id}.task")
        for name in ("scale", "fte", "vacant", "hired", "persons"):
            yield from _keys_of(getattr(job, name), f"jobs.{id}.{name}", "municipalities")
        yield from _each(job.suitable_for, f"jobs.{id}.suitable_for", "jobs")
    for id, system in document.systems.items():
        yield from _each(system.tasks, f"systems.{id}.tasks", "tasks")
        yield from _keys_of(system.local, f"systems.{id}.local", "municipalities")
    for id, measure in document.measures.items():
        yield from _each(measure.tasks, f"measures.{id}.tasks", "tasks")
    for id, figure in document.figures.items():
        yield from _keys_of(figure.values, f"figures.{id}.values", "municipalities")
    for id, budget in document.budgets.items():
        for name in ("values", "clients", "contracts"):
            yield from _keys_of(getattr(budget, name), f"budgets.{id}.{name}", "municipalities")
    yield from _keys_of(document.overhead.values, "overhead.values", "municipalities")
    yield from _keys_of(document.distances, "distances", "municipalities")
    for id, distances in document.distances.items():
        yield from _keys_of(distances, f"distances.{id}", "municipalities")
    for position, amount in enumerate(document.alone.amounts):
        path = f"alone.amounts[{position}]"
        yield Reference(amount.line, "lines", f"{path}.line")
        if amount.municipality is not None:
            yield Reference(amount.municipality, "municipalities", f"{path}.municipality")


def _of_options(document: Document) -> Iterator[Reference]:
    for id, form in document.forms.items():
        if form.based_on is not None:
            yield Reference(form.based_on, "forms", f"forms.{id}.based_on")
        yield from _of_properties(form, f"forms.{id}")
    for id, option in document.options.items():
        yield from _of_option(option, f"options.{id}")


def _of_properties(table: FormProperties, path: str) -> Iterator[Reference]:
    yield from _each(table.heads or (), f"{path}.heads", "lines")
    for name in by_municipality(FormProperties):
        yield from _keys_of(getattr(table, name), f"{path}.{name}", "municipalities")


def _of_changes(document: Document) -> Iterator[Reference]:
    for id, option in document.options.items():
        if option.then is not None:
            yield Reference(option.then.option, "options", f"options.{id}.then.option")


def _of_option(option: Option, path: str) -> Iterator[Reference]:
    yield Reference(option.form, "forms", f"{path}.form")
    if option.host is not None:
        yield Reference(option.host, "municipalities", f"{path}.host")
    if option.workplace is not None:
        yield Reference(option.workplace, "municipalities", f"{path}.workplace")
    for position, post in enumerate(option.posts):
        yield from _each(post.open_to, f"{path}.posts[{position}].open_to", "jobs")
    if option.participants != "all":
        yield from _each(option.participants, f"{path}.participants", "municipalities")
    yield from _of_properties(option, path)
    yield from _keys_of(option.scope, f"{path}.scope", "tasks")
    for task, scope in option.scope.items():
        yield from _keys_of(scope, f"{path}.scope.{task}", "municipalities")
    yield from _keys_of(option.work_plan, f"{path}.work_plan", "tasks")
    for task, plan in option.work_plan.items():
        yield Reference(plan, "plans", f"{path}.work_plan.{task}")
    yield from _keys_of(option.joint_fte, f"{path}.joint_fte", "jobs")
    yield from _each(option.systems or (), f"{path}.systems", "systems")
    for id, measure in option.measures.items():
        yield from _each(measure.tasks, f"{path}.measures.{id}.tasks", "tasks")
    yield from _keys_of(option.no_amount, f"{path}.no_amount", "lines")
    yield from _keys_of(option.programme_effect, f"{path}.programme_effect", "budgets")
    for pool, key in option.keys.items():
        yield Reference(key, "keys", f"{path}.keys.{pool}")
    yield from _keys_of(option.tasks, f"{path}.tasks", "tasks")
    for name in ("amounts", "unwinding"):
        for position, row in enumerate(getattr(option, name)):
            yield from _of_amount(row, f"{path}.{name}[{position}]")
    for frame in frames(option):
        if frame.municipality is not None:
            yield Reference(frame.municipality, "municipalities", f"{path}.{frame.path}", key=True)


_IN_AMOUNTS = {
    "line": "lines",
    "municipality": "municipalities",
    "task": "tasks",
    "key": "shares",
}
"""In which table the ids of an amount have to be."""


def _of_amount(row: OptionAmount | Unwinding, path: str) -> Iterator[Reference]:
    for name, among in _IN_AMOUNTS.items():
        given = getattr(row, name, None)
        if given is not None:
            yield Reference(given, among, f"{path}.{name}")


def _of_criteria(document: Document) -> Iterator[Reference]:
    for id, option in document.options.items():
        yield from _keys_of(option.votes, f"options.{id}.votes", "municipalities")
    for id, criterion in document.criteria.items():
        path = f"criteria.{id}"
        yield from _keys_of(criterion.weights, f"{path}.weights", "municipalities")
        yield from _keys_of(criterion.veto_below, f"{path}.veto_below", "municipalities")
        for position, score in enumerate(criterion.scores):
            yield Reference(score.option, "options", f"{path}.scores[{position}].option")
            if score.municipality is not None:
                where = f"{path}.scores[{position}].municipality"
                yield Reference(score.municipality, "municipalities", where)


def _of_keys(document: Document) -> Iterator[Reference]:
    for id, key in document.keys.items():
        if key.figure is not None:
            yield Reference(key.figure, "shares", f"keys.{id}.figure")
        yield from _keys_of(key.mix, f"keys.{id}.mix", "shares")
        yield from _keys_of(key.fixed, f"keys.{id}.fixed", "municipalities")
        if key.path is not None:
            yield Reference(key.path.from_, "shares", f"keys.{id}.path.from")
        if key.fixed_part is not None:
            yield Reference(key.fixed_part.key, "shares", f"keys.{id}.fixed_part.key")
        if key.settlement is not None:
            yield Reference(key.settlement.by, "shares", f"keys.{id}.settlement.by")


def _of_tables(document: Document) -> Iterator[Reference]:
    for id, table in document.tables.items():
        if table.measure is not None:
            yield Reference(table.measure, "measures", f"tables.{id}.measure")


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
        if part == "source" and isinstance(below, str) and isinstance(node, BaseModel):
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
