"""Starts that cannot be met, for the last year or the budget calendar, and ends that are passed."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.notes.note import Day, Note, Published
from orgdesign.notes.survey import Survey
from orgdesign.plans.decisions import first_start, latest, own_budget, rules, rules_at


def past_horizon(survey: Survey) -> Iterator[Note]:
    """Yield the options that start after the last year of the calculation."""
    last = survey.scenario.years[-1]
    for option in survey.options:
        start = survey.scenario.document.options[option].from_
        if start.value > last:
            details = {"option": survey.name(option), "year": f"{start.value:.0f}", "last": last}
            yield Note.at(survey.scenario, "past_horizon", f"options.{option}.from", **details)


def after_the_end(survey: Survey) -> Iterator[Note]:
    """Yield the amounts without a last year that go on when the option has ended."""
    last = survey.scenario.years[-1]
    for option in survey.options:
        table = survey.scenario.document.options[option]
        ends = [] if table.until is None else [table.until.value]
        ends += [] if table.then is None else [table.then.year.value - 1]
        end = int(min(ends, default=last) + 0.5)
        for position, row in enumerate(table.amounts if end < last else ()):
            if row.from_ is not None and row.until is None and row.from_.value <= end:
                yield Note.at(
                    survey.scenario,
                    "runs_on",
                    f"options.{option}.amounts[{position}]",
                    option=survey.name(option),
                    amount=row.name,
                    end=str(end),
                    last=str(last),
                )


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
        last = latest("decision", start, own=True)
        if not own_budget(survey.scenario, option) or decided <= last:
            continue
        yield Note.at(
            survey.scenario,
            "budget_calendar",
            f"options.{option}.from",
            option=survey.name(option),
            year=start,
            decided=Day(decided),
            latest=Day(last),
            weeks=rules(start)["opinion_weeks"],
            adopted=Day(latest("adopted_budget", start, own=True)),
            possible=first_start(survey.scenario, option),
            published=Published("calendar", rules_at(start)),
        )
