"""Scenarios as a stress test has them: the same file with other figures."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from orgdesign.lines import LINES
from orgdesign.model.result import Result
from orgdesign.quantities import Quantity
from orgdesign.scenario.figures import as_given, figures
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.document import Document
from orgdesign.scenario.schema.options import Option
from orgdesign.scenario.schema.plans import Plan, Stream, Work

Dated = TypeVar("Dated", Plan, Stream, Work)

ONE_OFF = ("process", "startup", "social_plan")
_WAGES = re.compile(r"(salary|salaries)\..*")
_VOLUME = re.compile(r"(jobs\.[^.]+\.(fte|vacant|hired)|options\.[^.]+\.joint_fte)\..*")
_ONE_OFF = re.compile(
    r"(options|forms)\.[^.]+\."
    r"(process_fixed|process_per_participant|training_per_fte|social_plan_per_fte)"
    r"|systems\.[^.]+\.migration_per_participant"
)
_AMOUNT = re.compile(r"(.*(?:amounts|unwinding)\[\d+\])\.amount")


def with_document(scenario: Scenario, document: Document) -> Scenario:
    """Return a scenario with other tables; bundled figures stay as they are."""
    found = as_given(figures(document), scenario.raw)
    others = {path: figure for path, figure in scenario.figures.items() if path not in found}
    bundled = {path: figure for path, figure in others.items() if path.startswith("salaries.")}
    return replace(scenario, document=document, figures={**found, **bundled})


def with_options(
    scenario: Scenario, change: Callable[[str, Option], Mapping[str, Any]]
) -> Scenario:
    """Return a scenario with some fields of every option changed."""
    options = {
        id: table.replaced(**dict(change(id, table)))
        for id, table in scenario.document.options.items()
    }
    return with_document(scenario, scenario.document.replaced(options=options))


def multiplied(scenario: Scenario, factor: float, wanted: Callable[[str], bool]) -> Scenario:
    """Return a scenario with some of its figures a number of times as large."""
    found = {
        path: figure.replaced(value=figure.value * factor) if wanted(path) else figure
        for path, figure in scenario.figures.items()
    }
    return replace(scenario, figures=found)


def line_of(scenario: Scenario, path: str) -> str | None:
    """Return the line of the bill on which a stated amount stands, None for another figure."""
    found = _AMOUNT.fullmatch(path)
    if found is None:
        return None
    for id, table in scenario.document.options.items():
        for name in ("amounts", "unwinding"):
            for number, row in enumerate(getattr(table, name)):
                if found[1] == f"options.{id}.{name}[{number}]":
                    return str(row.line)
    own = {f"alone.amounts[{i}]": row for i, row in enumerate(scenario.document.alone.amounts)}
    return own[found[1]].line if found[1] in own else None


def dearer_wages(scenario: Scenario, factor: float = 1.05) -> Scenario:
    """Return a scenario with higher salaries, and amounts on the lines that follow wages."""

    def is_wage(path: str) -> bool:
        line = line_of(scenario, path)
        return bool(_WAGES.fullmatch(path)) or (line is not None and LINES[line].follows == "wage")

    return multiplied(scenario, factor, is_wage)


def more_volume(scenario: Scenario, factor: float = 1.05) -> Scenario:
    """Return a scenario with more work, and as many more people, vacancies and hired posts."""
    return multiplied(scenario, factor, lambda path: bool(_VOLUME.fullmatch(path)))


def dearer_change(scenario: Scenario, factor: float = 1.5) -> Scenario:
    """Return a scenario in which process, start-up and social plan cost more."""
    return multiplied(
        scenario,
        factor,
        lambda path: bool(_ONE_OFF.fullmatch(path)) or line_of(scenario, path) in ONE_OFF,
    )


def no_vat_recovered(scenario: Scenario) -> Scenario:
    """Return a scenario in which no municipality recovers any VAT on what it is charged."""
    return with_options(scenario, lambda _id, _table: {"vat_recoverable": Quantity(value=0.0)})


def gain(scenario: Scenario, central: Result, part: float) -> Scenario:
    """Return a scenario in which only a part of every gain in posts is reached.

    What an option realises is taken so many times; of a formation plan so much of what it has
    fewer than are brought in. `central` is the result of the scenario; only options in it change.
    """
    jobs = list(scenario.document.jobs)

    def change(id: str, table: Option) -> Mapping[str, Any]:
        if id not in central.options:
            return {}
        path = scenario.property_path(id, "realisation")
        realised = scenario.figures[path].value if path in scenario.figures else 1.0
        pooled = central.options[id].evaluation["base_pooled"].sum(axis=0)[:, 0, 0]
        plan = {
            job: Quantity(value=_between(given.value, float(pooled[jobs.index(job)]), part))
            for job, given in table.joint_fte.items()
        }
        return {"realisation": Quantity(value=realised * part), "joint_fte": plan}

    return with_options(scenario, change)


def _between(planned: float, pooled: float, part: float) -> float:
    """Return the posts of a plan of which a part of the gain is reached; a loss stays."""
    return planned if planned >= pooled else pooled - part * (pooled - planned)


def late(scenario: Scenario, years: int = 2) -> Scenario:
    """Return a scenario in which every gain and every measure begins so many years later."""
    nothing = (Quantity(value=0.0),) * years
    full = (Quantity(value=1.0),)

    def later(table: Any) -> Any:
        return table.replaced(ramp=(*nothing, *(table.ramp or full)))

    def change(id: str, table: Option) -> Mapping[str, Any]:
        ramp = scenario.property(id, "ramp") or full
        measures = {name: later(measure) for name, measure in table.measures.items()}
        return {"ramp": (*nothing, *ramp), "measures": measures}

    measures = {name: later(measure) for name, measure in scenario.document.measures.items()}
    plans = {name: _later_plan(plan, years) for name, plan in scenario.document.plans.items()}
    document = scenario.document.replaced(measures=measures, plans=plans)
    return with_options(with_document(scenario, document), change)


def _later_plan(plan: Plan, years: int) -> Plan:
    """Return a plan whose work begins so many years later."""
    streams = {
        name: _later_from(stream, years).replaced(
            work={id: _later_from(work, years) for id, work in stream.work.items()}
        )
        for name, stream in plan.streams.items()
    }
    return _later_from(plan, years).replaced(streams=streams)


def _later_from(table: Dated, years: int) -> Dated:
    """Return a table of a plan whose earliest date is that of the same day some years later."""
    date = table.from_
    if date is None:
        return table
    day = min(date.day, monthrange(date.year + years, date.month)[1])
    later = date.replace(year=date.year + years, day=day)
    return table.replaced(from_=later)
