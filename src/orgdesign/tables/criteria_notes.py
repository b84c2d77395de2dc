"""What the scores on the criteria rest on: the scale, what lacks, who disagrees, what is added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from orgdesign.criteria.judgement import DRAWS, compared, dominators
from orgdesign.criteria.scores import Scores, scorers
from orgdesign.model.result import Result
from orgdesign.scenario.schema.criteria import Criterion
from orgdesign.tables.build import municipality_name, option_name
from orgdesign.tables.settings import Settings
from orgdesign.words import say
from orgdesign.words.numbers import number


def criteria_notes(
    result: Result, found: Scores, places: Sequence[str], settings: Settings
) -> Iterator[str]:
    """Yield what a reader of the scores has to know."""
    document, language = result.scenario.document, settings.language
    if not found.criteria:
        yield say("criteria.no_criteria", language)
        return
    yield say("criteria.note_scale", language)
    for criterion in document.criteria.values():
        yield _steps(criterion, settings)
    yield say("criteria.note_best", language, draws=number(DRAWS, "count", settings.numbers))
    for place in places:
        yield from _of_place(result, found, place, settings)
    yield from _disagreement(result, settings)
    yield from _worth(result, settings)


def _steps(criterion: Criterion, settings: Settings) -> str:
    steps = zip(range(-2, 3), criterion.steps, strict=True)
    words = "; ".join(
        f"{number(step, 'count', settings.numbers, signed=True)} {text}" for step, text in steps
    )
    entry, anchors = "note_steps", ""
    if criterion.computed is not None:
        entry = "note_computed"
        values = criterion.anchors or ()
        anchors = ", ".join(number(float(v), "number", settings.numbers) for v in values)
    by = ""
    if criterion.computed:
        years = str(criterion.after_years)
        by = say(f"criteria.by_{criterion.computed}", settings.language, years=years)
    details = {"criterion": criterion.name, "steps": words, "by": by, "anchors": anchors}
    return say(f"criteria.{entry}", settings.language, **details)


def _of_place(result: Result, found: Scores, place: str, settings: Settings) -> Iterator[str]:
    """Yield what lacks for a municipality, and an option that dominates every other."""
    scenario, language = result.scenario, settings.language
    table, options = found.scores[place], found.options[place]
    whole, counting = compared(table)
    name = municipality_name(scenario, place)
    out = [
        scenario.document.criteria[id].name
        for id, counts in zip(found.criteria, counting, strict=True)
        if not counts
    ]
    if out:
        yield say("criteria.note_unscored", language, place=name, criteria=", ".join(out))
    lacking = [o for o, is_whole in zip(options, whole, strict=True) if not is_whole]
    if lacking:
        names = ", ".join(option_name(scenario, o, language) for o in lacking)
        yield say("criteria.note_lacking", language, place=name, options=names)
    above = dominators(table)
    rivals = [at for at in range(len(options)) if whole[at]]
    for at in rivals:
        if len(rivals) > 1 and all(at in above[other] for other in rivals if other != at):
            best = option_name(scenario, options[at], language)
            yield say("criteria.note_dominates", language, place=name, option=best)


def _disagreement(result: Result, settings: Settings) -> Iterator[str]:
    """Yield where scores of one option on one criterion lie furthest apart, two steps or more."""
    scenario = result.scenario
    for criterion in scenario.document.criteria.values():
        for option in scenario.options:
            for place in (None, *scenario.participants(option)):
                given = [
                    score
                    for score in scorers(criterion, option, place or "")
                    if score.municipality == place
                ]
                values = [score.score for score in given]
                if values and max(values) - min(values) >= 2:
                    low, high = given[int(np.argmin(values))], given[int(np.argmax(values))]
                    whose = municipality_name(scenario, place) if place else ""
                    yield say(
                        "criteria.note_disagree",
                        settings.language,
                        criterion=criterion.name,
                        option=option_name(scenario, option, settings.language)
                        + (f" ({whose})" if whose else ""),
                        low=number(low.score, "count", settings.numbers, signed=True),
                        high=number(high.score, "count", settings.numbers, signed=True),
                        low_role=low.role,
                        high_role=high.role,
                    )


def _worth(result: Result, settings: Settings) -> Iterator[str]:
    """Yield what a step is worth where the file asks to add criteria to money."""
    for criterion in result.scenario.document.criteria.values():
        worth = criterion.worth_per_inhabitant
        if worth is not None:
            amount = number(worth.value, "euros_per_inhabitant", settings.numbers)
            details = {"criterion": criterion.name, "amount": amount}
            yield say("criteria.note_worth", settings.language, **details)
