"""Entries of a file that are allowed and seldom meant: a lone participant, a cost every year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from orgdesign.lines import LINES
from orgdesign.notes.note import Note, Number, Term
from orgdesign.notes.survey import Survey
from orgdesign.scenario.schema.amounts import AmountTable

_OF_ONE = ("alone", "private")
"""Kinds of form that one municipality can have by itself."""


def lone_participants(survey: Survey) -> Iterator[Note]:
    """Yield the options of one municipality whose form is a cooperation of several."""
    for option in survey.options:
        kind = survey.scenario.property(option, "kind")
        inside = survey.scenario.participants(option)
        if len(inside) == 1 and kind is not None and kind not in _OF_ONE:
            municipality = survey.scenario.document.municipalities[inside[0]].name
            details = {"option": survey.name(option), "municipality": municipality}
            kind_of = Term(f"terms.sort_{kind}")
            path = f"options.{option}.participants"
            yield Note.at(survey.scenario, "lone_participant", path, kind=kind_of, **details)


def left_out_of_scope(survey: Survey) -> Iterator[Note]:
    """Yield the tasks that are brought in by municipality, and not by every participant."""
    document = survey.scenario.document
    for option in survey.options:
        inside = survey.scenario.participants(option)
        for task, shares in document.options[option].scope.items():
            if not isinstance(shares, dict):
                continue
            names = [document.municipalities[place].name for place in inside if place not in shares]
            if names:
                path = f"options.{option}.scope.{task}"
                details = {"option": survey.name(option), "task": document.tasks[task].name}
                named = ", ".join(names)
                yield Note.at(
                    survey.scenario, "left_out_of_scope", path, municipalities=named, **details
                )


def without_work_of_their_own(survey: Survey) -> Iterator[Note]:
    """Yield the options that bring in work of which some participants have none."""
    document = survey.scenario.document
    jobs = [*document.jobs.values()]
    for option in survey.cooperating:
        pooled = survey.evaluation(option)["base_pooled"].any(axis=(0, 2, 3))
        brought_in = [
            job
            for job, is_in in zip(jobs, np.broadcast_to(pooled, len(jobs)), strict=True)
            if is_in
        ]
        idle = [
            document.municipalities[place].name
            for place in survey.scenario.participants(option)
            if not any(place in job.fte and job.fte[place].value for job in brought_in)
        ]
        if idle:
            path, named = f"options.{option}.participants", ", ".join(idle)
            details = {"option": survey.name(option), "municipalities": named}
            yield Note.at(survey.scenario, "no_work_of_their_own", path, **details)


def more_than_brought_in(survey: Survey) -> Iterator[Note]:
    """Yield the jobs with more joint posts in a formation plan than are brought in."""
    jobs = survey.scenario.document.jobs
    for option in survey.cooperating:
        evaluation = survey.evaluation(option)
        for job, joint in survey.scenario.document.options[option].joint_fte.items():
            ratio = float(evaluation["potential"][0, [*jobs].index(job), 0, 0])
            if ratio <= 1.0:
                continue
            yield Note.at(
                survey.scenario,
                "more_than_brought_in",
                f"options.{option}.joint_fte.{job}",
                option=survey.name(option),
                job=jobs[job].name,
                joint=Number(joint.value, "fte"),
                brought=Number(joint.value / ratio, "fte"),
            )


def once_every_year(survey: Survey) -> Iterator[Note]:
    """Yield the amounts on a one-off line without a year: they count in every year."""
    document = survey.scenario.document
    yield from _every_year(survey, "alone", document.alone.amounts, survey.scenario.years)
    for option in survey.options:
        years = _years_of_operation(survey, option)
        yield from _every_year(survey, f"options.{option}", document.options[option].amounts, years)


def _every_year(
    survey: Survey, path: str, rows: Iterable[AmountTable], years: Iterable[int]
) -> Iterator[Note]:
    each = tuple(years)
    for position, row in enumerate(rows):
        line = LINES.get(row.line)
        dated = (row.year, row.from_, row.until) != (None, None, None)
        if dated or len(each) < 2 or line is None or line.kind != "one_off" or not row.amount.value:
            continue
        yield Note.at(
            survey.scenario,
            "every_year",
            f"{path}.amounts[{position}]",
            amount=row.name,
            line=Term(f"terms.{row.line}"),
            value=Number(row.amount.value, "euros"),
            first=str(each[0]),
            last=str(each[-1]),
            total=Number(row.amount.value * len(each), "euros"),
        )


def _years_of_operation(survey: Survey, option: str) -> Iterable[int]:
    """Return the calendar years in which an option is in operation, before one that takes over."""
    years = survey.scenario.years
    operating = survey.evaluation(option)["operating"][0, 0, :, 0]
    return [year for year, on in zip(years, operating.tolist(), strict=True) if on]
