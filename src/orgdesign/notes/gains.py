"""Gains beside what was published: how large, how fast, and against which cost of the change."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from orgdesign.measures import Measure
from orgdesign.model.outcomes import year_index, years_of_operation
from orgdesign.money import rounded
from orgdesign.notes.note import Note, Number, Published
from orgdesign.notes.survey import Survey
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables.cents import amounts
from orgdesign.tables.settings import CENTS_IN

_GAIN = 1e-6
"""A saved part of the work below this is none."""


def large_efficiency(survey: Survey) -> Iterator[Note]:
    """Yield the options that save more of the pooled work than was ever claimed."""
    published = Published("ranges", "effective_efficiency")
    for option in survey.cooperating:
        saved = _efficiency(survey, option)
        if saved.max() <= published.facts["high"]:
            continue
        yield Note.at(
            survey.scenario,
            "efficiency",
            f"options.{option}",
            option=survey.name(option),
            efficiency=Number(saved[year_index(survey.result)], "share"),
            year=survey.scenario.report_year,
            highest=Number(float(saved.max()), "share"),
            published=published,
            measured=Published("ranges", "efficiency_measured"),
        )


def full_at_once(survey: Survey) -> Iterator[Note]:
    """Yield the options whose gain is there in full from the first day."""
    for option in survey.cooperating:
        planned = bool(survey.scenario.document.options[option].work_plan)
        given = planned or survey.scenario.property(option, "ramp") is not None
        if given or _efficiency(survey, option).max() <= _GAIN:
            continue
        yield Note.at(
            survey.scenario,
            "no_ramp",
            f"options.{option}",
            option=survey.name(option),
            published=Published("profiles", "ramp_up"),
        )


def one_off_multiple(survey: Survey) -> Iterator[Note]:
    """Yield the options whose change costs more or less times the yearly gain than was seen."""
    published = Published("ranges", "one_off_multiple")
    for option in survey.cooperating:
        gain = _printed(survey, ALONE, "structural_cost")
        gain -= _printed(survey, option, "structural_cost")
        runs = years_of_operation(survey.result, option)
        if gain <= 0 or survey.scenario.report_year not in runs:
            continue
        once = _printed(survey, option, "transition_cost")
        if published.facts["low"] <= once / gain <= published.facts["high"]:
            continue
        yield Note.at(
            survey.scenario,
            "one_off_multiple",
            f"options.{option}",
            option=survey.name(option),
            once=Number(once, "euros"),
            gain=Number(gain, "euros"),
            multiple=Number(round(once / gain, 1 if once > gain else 2), "factor"),
            published=published,
        )


def _printed(survey: Survey, option: str, measure: Measure) -> int:
    """Return a measure of an option in whole euros, summed as tables print it."""
    cents = amounts(survey.result, option, measure, survey.scenario.report_year)
    return sum(rounded(each, CENTS_IN["euros"]) for each in cents)


def _efficiency(survey: Survey, option: str) -> np.ndarray:
    """Return the part of the pooled work that is saved, of what is in force in each year."""
    figures, years = survey.evaluation(option), range(len(survey.scenario.years))
    in_force = (figures.phase(year)["effective_efficiency"][0, 0, :, 0] for year in years)
    return np.array([saved[min(year, saved.size - 1)] for year, saved in enumerate(in_force)])
