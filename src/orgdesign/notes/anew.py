"""What an option counts otherwise than a reader may expect: all of it anew, or an amount not."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from orgdesign.model.evaluation import Evaluation
from orgdesign.notes.note import Note
from orgdesign.notes.survey import Survey
from orgdesign.scenario.schema.amounts import AloneAmount


def begins_anew(survey: Survey) -> Iterator[Note]:
    """Yield the changes of form in which work that was joint already is brought in once more."""
    tasks = survey.scenario.document.tasks
    for option in survey.options:
        then = survey.scenario.document.options[option].then
        after = survey.evaluation(option).after
        if then is None or after is None or then.year.value > survey.scenario.years[-1]:
            continue
        both = _brought_in(survey.evaluation(option)) & _brought_in(after)
        again = tuple(task.name for task, joint in zip(tasks.values(), both, strict=True) if joint)
        if again:
            yield Note.at(
                survey.scenario,
                "begins_anew",
                f"options.{option}.then",
                option=survey.name(option),
                other=survey.name(then.option),
                year=str(then.year.whole),
                tasks=again,
            )


def _brought_in(figures: Evaluation) -> np.ndarray:
    """Return for every task whether an option brings it in."""
    return np.asarray((figures["base_pooled_by_task"] > 0).any(axis=(0, 2, 3)))


def left_out(survey: Survey) -> Iterator[Note]:
    """Yield the amounts of staying alone that an option leaves out while nothing is joint.

    Who takes part in an option has none of them, unless they come everywhere: in "alone,
    improved" neither, and not in the years before the start.
    """
    for position, row in enumerate(survey.scenario.document.alone.amounts):
        options = tuple(
            survey.name(option)
            for option in survey.options
            if not row.everywhere
            and row.municipality in survey.scenario.participants(option)
            and (survey.scenario.stays_alone(option) or _before_the_start(survey, option, row))
        )
        if options:
            yield Note.at(
                survey.scenario,
                "left_out",
                f"alone.amounts[{position}]",
                amount=row.name,
                options=options,
            )


def _before_the_start(survey: Survey, option: str, row: AloneAmount) -> bool:
    """Return whether an amount falls in a year before an option starts."""
    years = survey.scenario.years
    start = years[0] + float(survey.evaluation(option)["start"].min())
    begins = next((each.value for each in (row.year, row.from_) if each is not None), years[0])
    last = begins if row.year is not None else years[-1]
    return max(begins, years[0]) < start and last >= years[0]
