"""Starts that cannot be met: past the last year, or too early for the budget calendar."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from orgdesign.library import loader
from orgdesign.notes.note import Day, Note, Published
from orgdesign.notes.survey import Survey
from orgdesign.scenario.schema.common import Statement


def past_horizon(survey: Survey) -> Iterator[Note]:
    """Yield the options that start after the last year of the calculation."""
    last = survey.scenario.years[-1]
    for option in survey.options:
        start = survey.scenario.document.options[option].from_
        if start.value > last:
            details = {"option": survey.name(option), "year": f"{start.value:.0f}", "last": last}
            yield Note.at(survey.scenario, "past_horizon", f"options.{option}.from", **details)


def before_the_budget(survey: Survey) -> Iterator[Note]:
    """Yield the options with a budget of their own that is decided on too late for their start.

    The councils' weeks for an opinion must end before the adopted budget goes to the province,
    in the year before the start. A host needs no budget of its own, nor does a merger.
    """
    decided = survey.scenario.document.scenario.decision_date
    if decided is None:
        return
    for option in survey.options:
        start = int(survey.scenario.document.options[option].from_.value)
        if not _own_budget(survey, option) or decided <= latest_decision(start):
            continue
        calendar = _calendar(start)
        yield Note.at(
            survey.scenario,
            "budget_calendar",
            f"options.{option}.from",
            option=survey.name(option),
            year=start,
            decided=Day(decided),
            latest=Day(latest_decision(start)),
            weeks=loader.ranges()["calendar"][calendar]["opinion_weeks"],
            adopted=Day(_adopted(start)),
            possible=next(y for y in range(start, start + 200) if decided <= latest_decision(y)),
            published=Published("calendar", calendar),
        )


def latest_decision(start: int) -> datetime.date:
    """Return the last day of a decision that can still be in the joint budget of a year."""
    weeks = loader.ranges()["calendar"][_calendar(start)]["opinion_weeks"]
    return _adopted(start) - datetime.timedelta(weeks=weeks)


def _adopted(start: int) -> datetime.date:
    """Return the day before which the budget of a year is adopted."""
    return _day(loader.ranges()["calendar"][_calendar(start)], start)


def _day(entry: dict[str, Any], start: int) -> datetime.date:
    return datetime.date.fromisoformat(f"{start - 1}-{entry['adopted_before']}")


def _calendar(start: int) -> int:
    """Return the position of the calendar in force when the budget of a year is adopted."""
    entries = loader.ranges()["calendar"]
    in_force = [i for i, entry in enumerate(entries) if entry["from"] <= _day(entry, start)]
    return max(in_force, default=0)


def _own_budget(survey: Survey, option: str) -> bool:
    stated = survey.scenario.property(option, "earliest_start")
    value = stated.value if isinstance(stated, Statement) else stated
    own_body = survey.employer(option) == "joint" and not survey.merges(option)
    return own_body and value == "budget_year"
