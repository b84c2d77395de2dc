"""Starts that cannot be met, for the last year or the budget calendar, and ends that are passed."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.model.exits import first_exit, notice
from orgdesign.notes.note import Day, Note, Published
from orgdesign.notes.survey import Survey
from orgdesign.plans.decisions import first_start, latest, own_budget, rules, rules_at
from orgdesign.plans.starts import Start, starts


def past_horizon(survey: Survey) -> Iterator[Note]:
    """Yield the options that start after the last year of the calculation."""
    last = survey.scenario.years[-1]
    for option in survey.options:
        start = survey.scenario.document.options[option].from_
        if start.value > last:
            details = {"option": survey.name(option), "year": str(start.whole), "last": last}
            yield Note.at(survey.scenario, "past_horizon", f"options.{option}.from", **details)


def no_way_out(survey: Survey) -> Iterator[Note]:
    """Yield the options that end, or the calculation does, before a notice lets anybody out."""
    scenario = survey.scenario
    for option in survey.options:
        *_, final = survey.evaluation(option).phases()
        last = int(min(scenario.years[-1], scenario.years[0] + final["end"].item(0)))
        in_force = survey.result.in_force(option, last).reading.option
        years, earliest = (of(survey.result, option, last) for of in (notice, first_exit))
        if survey.merges(in_force) or not years:
            continue
        if earliest - years <= last <= earliest:
            path = f"options.{in_force}"
            where = scenario.property_path(in_force, "exit_notice_years")
            given = where if where.startswith(path) else path
            details = {"option": survey.name(option), "earliest": str(earliest), "last": str(last)}
            yield Note.at(scenario, "no_way_out", given, **details)


def after_the_end(survey: Survey) -> Iterator[Note]:
    """Yield the amounts without a last year that go on when the option has ended."""
    last = survey.scenario.years[-1]
    for option in survey.options:
        table = survey.scenario.document.options[option]
        ends = [] if table.until is None else [table.until.whole]
        ends += [] if table.then is None else [table.then.year.whole - 1]
        end = min(ends, default=last)
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
    """Yield the starts with a budget of their own that is decided on too late for them.

    The councils' weeks for an opinion must end before the adopted budget goes to the province,
    in the year before the start. A host needs no budget of its own, nor does a merger. A task
    that comes in later has a start of its own, and so has an option that takes over.
    """
    for option in survey.options:
        for start in starts(survey.scenario, option):
            if own_budget(survey.scenario, start.form or option):
                yield from _too_late(survey, option, start)


def _too_late(survey: Survey, option: str, start: Start) -> Iterator[Note]:
    last = latest("decision", start.year, own=True)
    if start.decided is None or start.decided <= last:
        return
    tasks = survey.scenario.document.tasks
    named = [survey.name(option), ", ".join(tasks[task].name for task in start.tasks)]
    named += [survey.name(start.form)] if start.form else []
    begins = f"tasks.{start.tasks[0]}.from" if start.tasks else "from"
    yield Note.at(
        survey.scenario,
        "budget_calendar",
        f"options.{option}.{'then.year' if start.form else begins}",
        option=" - ".join(filter(None, named)),
        year=start.year,
        decided=Day(start.decided),
        latest=Day(last),
        weeks=rules(start.year)["opinion_weeks"],
        adopted=Day(latest("adopted_budget", start.year, own=True)),
        possible=first_start(survey.scenario, option, start),
        published=Published("calendar", rules_at(start.year)),
    )
