"""Shares that do not work out: bounds that do not fit, keys that weigh nothing, budgets missed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from orgdesign.allocation.pools import bounded_key, key_of
from orgdesign.lines import RUNNING
from orgdesign.model.outcomes import line_sum, of_kind
from orgdesign.notes.note import Note, Number, Term
from orgdesign.notes.sharing import lines_by_key, weighed_by, years_with_cost
from orgdesign.notes.survey import Survey
from orgdesign.scenario.key_names import ALWAYS
from orgdesign.scenario.scenario import ALONE

_TASKS = 3
"""Tasks that an example names at most."""
_OF_WHAT_IS_BROUGHT_IN = ("staff", "history", "demand")
"""Keys that weigh by the work that is brought in."""
_APART = 0.10
"""The part by which the zero option may differ from a municipality's own budget."""


def bounds_that_do_not_fit(survey: Survey) -> Iterator[Note]:
    """Yield for every option the years in which floor and cap leave something over, or short."""
    for option in survey.options:
        figures = survey.evaluation(option)
        key = key_of(figures.reading, "running")
        bounded = any(figures[f"total:{line}"].any() for line in RUNNING)
        if bounded_key(figures.reading) is None or not bounded:
            continue
        yearly = np.broadcast_to(figures["bounds"].short[0, 0, :, 0], (len(survey.scenario.years),))
        years = tuple(
            Term("notes.year_short", {"year": year, "amount": Number(abs(short), "euros")})
            for year, short in zip(survey.scenario.years, yearly.tolist(), strict=True)
            if abs(short) >= 0.005
        )
        if years:
            name = survey.scenario.document.keys[key].name
            details = {"option": survey.name(option), "key": name, "years": years}
            yield Note.at(survey.scenario, "bounds_short", f"keys.{key}", **details)


def missed_budgets(survey: Survey) -> Iterator[Note]:
    """Yield the municipalities whose own budget lies far from what the model computes for it."""
    bill = line_sum(survey.result, ALONE, of_kind("structural", "temporary"))[:, 0, 0]
    for place, computed in zip(survey.scenario.municipalities, bill.tolist(), strict=True):
        table = survey.scenario.document.municipalities[place]
        given = computed if table.budget is None else table.budget.value
        if abs(computed - given) <= _APART * given:
            continue
        yield Note.at(
            survey.scenario,
            "reconciliation",
            f"municipalities.{place}.budget",
            municipality=table.name,
            budget=Number(given, "euros"),
            computed=Number(computed, "euros"),
            difference=Number(abs(computed - given), "euros"),
            part=Number(100 * _APART, "count"),
        )


def weightless_keys(survey: Survey) -> Iterator[Note]:
    """Yield the keys whose figures sum to 0 in a year in which there is a cost to share by them.

    These are errors: no share follows from such a key.
    """
    for option in survey.options:
        figures = survey.evaluation(option)
        for key, lines in lines_by_key(figures).items():
            for id, node, used in weighed_by(figures, key, years_with_cost(figures, lines)):
                total = (figures[node] * figures["participates"]).sum(axis=(0, 1))[:, 0]
                years = np.flatnonzero(used & (np.broadcast_to(total, used.shape) == 0))
                if years.size:
                    yield _weightless(survey, option, id, lines, int(years[0]))


def _weightless(survey: Survey, option: str, id: str, lines: list[str], year: int) -> Note:
    document = survey.scenario.document
    if id in _OF_WHAT_IS_BROUGHT_IN and not document.options[option].scope:
        return _no_scope(survey, option, "weightless_no_scope", key=Term(f"terms.key_{id}"))
    path = f"keys.{id}" if id in document.keys else f"figures.{id}"
    return Note.at(
        survey.scenario,
        "weightless",
        f"options.{option}" if id in ALWAYS else path,
        option=survey.name(option),
        key=Term(f"terms.key_{id}") if id in ALWAYS else path,
        lines=tuple(Term(f"terms.{line}") for line in lines),
        year=survey.scenario.years[year],
    )


def without_scope(survey: Survey) -> Iterator[Note]:
    """Yield the options that cooperate by their form and bring in no work; once, where an error."""
    told = {note.path for note in weightless_keys(survey)}
    for option in survey.options:
        path, kind = f"options.{option}", survey.scenario.property(option, "kind")
        scope = survey.scenario.document.options[option].scope
        if kind in (None, "alone") or scope or survey.merges(option) or path in told:
            continue
        yield _no_scope(survey, option, "no_scope")


def _no_scope(survey: Survey, option: str, code: str, **details: object) -> Note:
    """Return that an option names no work, with an example of the tasks of the file."""
    tasks = list(survey.scenario.document.tasks)[:_TASKS]
    example = ", ".join(f"{task} = 1.0" for task in tasks)
    return Note.at(
        survey.scenario, code, f"options.{option}", option=survey.name(option),
        scope=f"[options.{option}.scope]", example=example, **details,
    )  # fmt: skip
