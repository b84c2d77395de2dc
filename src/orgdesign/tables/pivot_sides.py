"""What the rows and the columns of a table of one's own can have."""

from __future__ import annotations

from typing import NamedTuple

from orgdesign.measures import MEASURES, OF_TABLE, YEARLY, Measure, Side
from orgdesign.model.outcomes import LINES_OF
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.tables.build import municipality_name, option_name
from orgdesign.tables.settings import (
    Settings,
    first_option,
    quoted_year,
    shown_municipalities,
    shown_options,
)
from orgdesign.tables.sharing.about import chosen
from orgdesign.tables.sharing.stability import key_label
from orgdesign.tables.sharing.under import under_keys
from orgdesign.words import say

HEADS: dict[Side, str] = {
    "municipalities": "municipality",
    "options": "option",
    "lines": "line",
    "years": "year",
    "keys": "key",
    "jobs": "job",
}
"""What stands above the titles of the rows."""


class Place(NamedTuple):
    """What a cell is of; the option, the year and the key are always one, the others may be all."""

    options: str
    years: int
    keys: str = ""
    municipalities: str = ""
    lines: str = ""
    jobs: str = ""


def central(scenario: Scenario, settings: Settings) -> Place:
    """Return the place of a cell of which neither row nor column says anything."""
    return Place(first_option(scenario, settings), quoted_year(scenario, settings))


def measure_of(scenario: Scenario, id: str) -> str:
    """Return what a table of the scenario shows."""
    return OF_TABLE.get(id) or scenario.document.tables[id].measure or ""


def entries(
    side: Side, result: Result, measure: str, settings: Settings
) -> list[tuple[str | int, str]]:
    """Return the ids and titles of what a side of the table has."""
    scenario, language = result.scenario, settings.language
    if side == "municipalities":
        return [
            (m, municipality_name(scenario, m)) for m in shown_municipalities(scenario, settings)
        ]
    if side == "options":
        options = (ALONE, *(o for o in shown_options(scenario, settings) if o != ALONE))
        return [(o, option_name(scenario, o, language)) for o in options]
    if side == "years":
        return [(year, str(year)) for year in scenario.years]
    if side == "jobs":
        return [(id, job.name) for id, job in scenario.document.jobs.items()]
    if side == "keys":
        option = first_option(scenario, settings)
        year = quoted_year(scenario, settings) if measure in YEARLY else None
        under = under_keys(result, option, year)
        keys = ("", *chosen(under, settings, under.keys)) if option != ALONE else ("",)
        return [(key, key_label(under, key, settings)) for key in keys]
    return [(line, say(f"terms.{line}", language)) for line in LINES_OF[measure]]


def money(measure: str) -> Measure:
    """Return a measure that is known to be in money."""
    return next(each for each in MEASURES if each == measure)
