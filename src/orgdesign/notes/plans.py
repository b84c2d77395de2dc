"""Work plans of which something that must be ready is not ready in time."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from orgdesign.notes.note import Day, Months, Note
from orgdesign.notes.survey import Survey
from orgdesign.plans.months import last_day, months_at
from orgdesign.plans.outlook import Outlook
from orgdesign.plans.starts import task_start_year


def late_for_its_date(survey: Survey) -> Iterator[Note]:
    """Yield the plans that are not ready by the date that they give themselves."""
    for id, plan in survey.scenario.document.plans.items():
        if plan.ready_by is not None:
            outlook = Outlook(survey.scenario, id)
            yield from _late(survey, outlook, plan.ready_by, "plan_late", f"plans.{id}.ready_by")


def late_for_a_start(survey: Survey) -> Iterator[Note]:
    """Yield the tasks that come in before what must be ready of their plan is."""
    for option in survey.options:
        table = survey.scenario.document.options[option]
        for task, id in table.work_plan.items():
            begins = datetime.date(task_start_year(table, task), 1, 1)
            path = f"options.{option}.work_plan.{task}"
            names = {
                "option": survey.name(option),
                "task": survey.scenario.document.tasks[task].name,
            }
            outlook = Outlook(survey.scenario, id)
            yield from _late(survey, outlook, begins, "plan_late_for_start", path, **names)


def _late(
    survey: Survey, outlook: Outlook, date: datetime.date, code: str, path: str, **names: str
) -> Iterator[Note]:
    late = outlook.ready - months_at(date)
    if outlook.network.must_be_ready and late > 1e-6:
        yield Note.at(
            survey.scenario,
            code,
            path,
            plan=outlook.plan.name,
            day=Day(last_day(outlook.ready)),
            months=Months(late),
            date=Day(date),
            **names,
        )
