"""Figures that nothing reads, and figures that are read and move nothing: each with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from orgdesign.model.nudges import PART, counts_years
from orgdesign.notes.note import Figures, Note, Number, Spoken, Term
from orgdesign.notes.probe import probe
from orgdesign.notes.reason import Why
from orgdesign.notes.survey import Survey
from orgdesign.notes.why import why
from orgdesign.scenario.paths import parent_path
from orgdesign.tables.explaining.node_names import node_name
from orgdesign.tables.explaining.readers import beside
from orgdesign.words import LANGUAGES


def without_effect(survey: Survey) -> Iterator[Note]:
    """Yield a note for every figure without effect, those of one table and reason together."""
    tabled = frozenset(path for path in survey.own if beside(survey.scenario, path))
    unread = [path for path in survey.own if path not in tabled and not _read(survey, path)]
    apart = tabled.union(unread)
    read = [path for path in survey.own if path not in apart]
    inert, untried = probe(survey, read)
    groups = [*_groups(survey, unread, "unread"), *_groups(survey, inert, "inert")]
    order = {path: position for position, path in enumerate(survey.own)}
    groups.sort(key=lambda group: order[group[1].paths[0]])
    for code, figures, reason in groups:
        yield _note(survey, code, figures, reason)
    if untried:
        yield Note.at(survey.scenario, "untried", number=len(untried), all=len(survey.own))


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
        told = (table, reason.entry, *reason.details.items())
        key: tuple[object, ...] = (*told, counts_years(path))
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
    part = {"part": Number(100 * PART, "count")}
    tried = Term("notes.tried_years") if counts_years(path) else Term("notes.tried_part", part)
    return Note.at(
        survey.scenario, code, path, figures=figures, reason=said, readers=readers, tried=tried
    )


def _formula(survey: Survey, function: str, nodes: Sequence[str]) -> Spoken:
    """Return what a formula computes in words, with the name under which the handbook has it."""
    scenario = survey.scenario
    words = {lang: [node_name(scenario, node, lang) for node in nodes] for lang in LANGUAGES}
    return Spoken({lang: f"{', '.join(named)} ({function})" for lang, named in words.items()})
