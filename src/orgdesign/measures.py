"""The outcomes that a table can show, by id."""

from __future__ import annotations

from typing import Literal, get_args

Measure = Literal[
    "structural_cost",
    "transition_cost",
    "total_cost",
    "present_value",
    "payback",
    "programme_effect",
    "grant_effect",
]
MEASURES: tuple[Measure, ...] = get_args(Measure)
IN_MONEY: tuple[Measure, ...] = tuple(measure for measure in MEASURES if measure != "payback")
"""Measures that are amounts; the payback is a year."""
YEARLY: tuple[Measure, ...] = ("structural_cost", "total_cost", "programme_effect", "grant_effect")
"""Measures of one year."""
JUDGED: tuple[Measure, ...] = ("structural_cost", "total_cost", "present_value")
"""Measures by which a municipality is dearer or cheaper out than alone."""
GAMES = ("stability", "stability_chance", "groups")
"""The tables of a game: what groups of participants would pay on their own."""
OF_GAME: tuple[Measure, ...] = ("present_value", "total_cost")
"""The measures that groups can weigh: of all years, or of one."""
OF_TABLE: dict[str, Measure] = {
    "structural": "structural_cost",
    "transition": "transition_cost",
    "present_value": "present_value",
    "payback": "payback",
}
"""The measures that have a table of their own, by municipality and option."""

PeopleMeasure = Literal[
    "before",
    "demand",
    "local",
    "brought_in",
    "changing_employer",
    "open",
    "surplus_staff",
    "gone",
]
PEOPLE: tuple[PeopleMeasure, ...] = get_args(PeopleMeasure)
"""Figures in fte of a municipality and a job, in one year."""

Side = Literal["municipalities", "options", "lines", "years", "keys", "jobs"]
"""What the rows or the columns of a table of one's own can be."""


def sides(measure: str) -> tuple[Side, ...]:
    """Return what the rows and the columns of a measure can be."""
    if measure in PEOPLE:
        return ("municipalities", "options", "years", "jobs")
    if measure == "payback":
        return ("municipalities", "options")
    years: tuple[Side, ...] = ("years",) if measure in YEARLY else ()
    return ("municipalities", "options", "lines", *years, "keys")
