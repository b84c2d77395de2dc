"""Figures that nothing reads, and figures that are read and move nothing: each with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from orgdesign.model.nudges import PART
from orgdesign.notes.note import Figures, Note, Number, Spoken, Term
from orgdesign.notes.probe import probe
from orgdesign.notes.reason import Why
from orgdesign.notes.survey import Survey
from orgdesign.notes.why import why
from orgdesign.scenario.paths import parent_path, split_path
from orgdesign.tables.explained import node_name
from orgdesign.words import LANGUAGES


def without_effect(survey: Survey) -> Iterator[Note]:
    """Yield a note for every figure without effect, those of one table and reason together."""
    beside = frozenset(path for path in survey.own if _beside(survey, path))
    unread = [path for path in survey.own if path not in beside and not _read(survey, path)]
    apart = beside.union(unread)
    read = [path for path in survey.own if path not in apart]
    inert, untried = probe(survey, read)
    groups = [*_groups(survey, unread, "unread"), *_groups(survey, inert, "inert")]
    order = {path: position for position, path in enumerate(survey.own)}
    groups.sort(key=lambda group: order[group[1].paths[0]])
    for code, figures, reason in groups:
        yield _note(survey, code, figures, reason)
    if untried:
        yield Note.at(survey.scenario, "untried", number=len(untried), all=len(survey.own))


LEAVING = ("exit_notice_years", "exit_years", "exit_start_share", "exit_rebuilding")
"""Properties that count when a municipality leaves."""

CONTRACTS = ("contracts", "contracts_together", "cost_per_contract")
"""Properties of a budget that the table of its contracts reads."""


def _of_risk(survey: Survey, budget: str, field: str) -> bool:
    """Return whether the table of risk reads a property of a budget."""
    given = survey.scenario.document.budgets[budget]
    if field in ("clients", "cost_variation", "heavy_from"):
        return given.cost_variation is not None and bool(given.clients)
    at_risk = given.variation is not None or given.cost_variation is not None
    return at_risk and field in ("values", "variation", "correlation")


def _beside(survey: Survey, path: str) -> bool:
    """Return whether a table beside the bill reads a figure.

    An own budget, a council's frame, what an exit costs where one can leave, and how many
    people there are, how far they travel, who is to stand in, what ending costs, and what a budget
    risks; a table of their own shows work plans.
    """
    table, id, field = (*split_path(path), "", "")[:3]
    if table in ("plans", "criteria") or field in ("votes", "unwinding"):
        return True
    if table == "municipalities":
        return path.endswith(".budget")
    if table == "budgets":
        return field in CONTRACTS or _of_risk(survey, str(id), str(field))
    if path == "staff.stand_in" or table == "distances" or (table == "jobs" and field == "persons"):
        return True
    if field in LEAVING:
        return table == "forms" or not survey.merges(str(id))
    return table == "options" and field == "thresholds"


def _read(survey: Survey, path: str) -> bool:
    """Return whether a formula or an outcome reads a figure; the price of a scale only if used."""
    if path.startswith("salary."):
        return path.removeprefix("salary.") in survey.scales
    return path in survey.read or path == "scenario.discount_rate"


Code = Literal["unread", "inert"]
Group = tuple[Code, Figures, Why]


def _groups(survey: Survey, paths: Iterable[str], code: Code) -> Iterator[Group]:
    """Yield the figures of one table that have one reason together."""
    found: dict[tuple[object, ...], list[str]] = {}
    reasons: dict[tuple[object, ...], tuple[str, Why]] = {}
    for path in paths:
        reason = why(survey, path, code)
        table = reason.table or parent_path(path)
        key: tuple[object, ...] = (table, reason.entry, *reason.details.items())
        reasons[key] = table, reason
        found.setdefault(key, []).append(path)
    for key, group in found.items():
        table, reason = reasons[key]
        yield code, Figures(table, tuple(group)), reason


def _note(survey: Survey, code: Code, figures: Figures, reason: Why) -> Note:
    path = figures.paths[0]
    said = Term(f"notes.{reason.entry}", reason.details)
    if code == "unread":
        return Note.at(survey.scenario, code, path, figures=figures, reason=said)
    formulas = tuple(_formula(survey, *each) for each in survey.readers(path).items())
    readers: object = formulas or Term("notes.the_present_value")
    part = Number(100 * PART, "count")
    return Note.at(
        survey.scenario, code, path, figures=figures, reason=said, readers=readers, part=part
    )


def _formula(survey: Survey, function: str, nodes: Sequence[str]) -> Spoken:
    """Return what a formula computes in words, with the name under which the handbook has it."""
    scenario = survey.scenario
    words = {lang: [node_name(scenario, node, lang) for node in nodes] for lang in LANGUAGES}
    return Spoken({lang: f"{', '.join(named)} ({function})" for lang, named in words.items()})
