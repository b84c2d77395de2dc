"""Where people land: who follows the job, who finds another, who has no place."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from orgdesign.model.axes import Array
from orgdesign.model.outcomes import year_index
from orgdesign.model.result import Result
from orgdesign.money import split
from orgdesign.placement.placement import Placement
from orgdesign.placement.placement import placement as placement_of
from orgdesign.placement.travel import distance, workplace
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.build import (
    column_totals,
    municipality_name,
    row_total,
    text_column,
    total_row,
)
from orgdesign.tables.people.about import PARTS, WHOLE, no_people, people_table, surplus_notes
from orgdesign.tables.settings import Settings, first_option, quoted_year, shown_municipalities
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.words import say

SCALES = ("higher", "lower")


def placement(result: Result, settings: Settings) -> Table:
    """Return where the people of each municipality land."""
    option, scenario = first_option(result.scenario, settings), result.scenario
    if no_people(result, option):
        return people_table("placement", result, option, _columns(settings), [], [], settings)
    leaves = _leaves(_found(result, option, settings), result, settings)
    place, shown = _workplace(result, option, settings), shown_municipalities(scenario, settings)
    columns = [*_columns(settings), *(_travel_columns(settings) if place else ())]
    rows = []
    for m in shown:
        of_jobs = [cells for (at, _), cells in leaves.items() if at == m]
        sums = column_totals(of_jobs, 1 + len(PARTS + SCALES))
        travel = _travel(scenario, m, place, sums) if place else ()
        rows.append(Row(m, (municipality_name(scenario, m), *sums, *travel)))
    rows.append(total_row(say("interface.total", settings.language), columns, rows))
    lines = _notes(result, option, place, settings)
    return people_table("placement", result, option, columns, rows, lines, settings)


def placement_by_job(result: Result, settings: Settings) -> Table:
    """Return where the people of each municipality and job land."""
    option, scenario = first_option(result.scenario, settings), result.scenario
    first, *others = _columns(settings)
    jobs = scenario.document.jobs
    counted = any(job.persons for job in jobs.values())
    persons = Column("persons", say("people.persons", settings.language), "number")
    columns = [first, text_column("job", settings), *([persons] if counted else ()), *others]
    if no_people(result, option):
        return people_table("placement_by_job", result, option, columns, [], [], settings)
    rows = []
    for (m, job), cells in _leaves(_found(result, option, settings), result, settings).items():
        people = (_persons(result, option, m, job, settings),) if counted else ()
        named = (municipality_name(scenario, m), jobs[job].name)
        rows.append(Row(f"{m}.{job}", (*named, *people, *cells)))
    rows.append(total_row(say("interface.total", settings.language), columns, rows))
    lines = _notes(result, option, None, settings)
    return people_table("placement_by_job", result, option, columns, rows, lines, settings)


def _found(result: Result, option: str, settings: Settings) -> Placement:
    """Return the placement of the option in force in the year of the table."""
    year = quoted_year(result.scenario, settings)
    return placement_of(result, option, year_index(result, year))


def _workplace(result: Result, option: str, settings: Settings) -> str | None:
    in_force = result.in_force(option, quoted_year(result.scenario, settings))
    return workplace(result.scenario, in_force.reading.option)


def _columns(settings: Settings) -> list[Column]:
    ids = (WHOLE, *PARTS, *SCALES)
    named = [Column(id, say(f"people.{id}", settings.language), "fte", total=True) for id in ids]
    return [text_column("municipality", settings), *named]


def _travel_columns(settings: Settings) -> tuple[Column, Column]:
    return (
        Column("elsewhere", say("people.elsewhere", settings.language), "fte", total=True),
        Column("kilometres", say("people.kilometres", settings.language), "number"),
    )


def _leaves(
    found: Placement, result: Result, settings: Settings
) -> Mapping[tuple[str, str], list[Cell]]:
    """Return the cells of every municipality and job with people, in hundredths that add up."""
    scenario = result.scenario
    y = year_index(result, quoted_year(scenario, settings))
    before = found.settled_before[y]
    parts = (found.left[y], before, found.follows[y], found.other_job[y], found.no_place[y])
    scales = (found.higher[y], found.lower[y])
    return {
        (m, job): [*_adding_up(parts, place, at), *_rounded(scales, place, at)]
        for place, m in enumerate(scenario.municipalities)
        for at, job in enumerate(scenario.document.jobs)
        if m in shown_municipalities(scenario, settings) and found.brought_in[place, at] > 0
    }


def _adding_up(parts: Sequence[Array], place: int, job: int) -> list[Cell]:
    """Return the whole and its parts in hundredths of an fte, so that they add up as printed."""
    cells = split([float(part[place, job]) for part in parts], PARTS)
    return [sum(cells) / 100, *(cell / 100 for cell in cells)]


def _rounded(parts: Sequence[Array], place: int, job: int) -> list[Cell]:
    return [round(float(part[place, job]), 2) for part in parts]


def _travel(scenario: Scenario, m: str, place: str, sums: Sequence[Cell]) -> tuple[Cell, Cell]:
    """Return who of the placed people works elsewhere, and how far that is."""
    placed = sums[1 + PARTS.index("follows")], sums[1 + PARTS.index("other_job")]
    fte = row_total(placed) if m != place else 0.0
    far = distance(scenario, m, place)
    return fte, Mark.UNKNOWN if math.isnan(far) else far


def _persons(result: Result, option: str, m: str, job: str, settings: Settings) -> Cell:
    """Return how many people of a municipality come in with a job, by the share brought in."""
    count = result.scenario.document.jobs[job].persons.get(m)
    if count is None:
        return Mark.UNKNOWN
    if settings.mask_below:
        return Mark.MASKED
    scope = result.in_force(option, quoted_year(result.scenario, settings))["scope"]
    place = result.scenario.municipalities.index(m) if scope.shape[0] > 1 else 0
    at = list(result.scenario.document.jobs).index(job)
    return round(count.value * float(scope[place, at, 0, 0]), 1)


def _notes(result: Result, option: str, place: str | None, settings: Settings) -> list[str]:
    language, year = settings.language, quoted_year(result.scenario, settings)
    lines = [
        say("people.note_placement", language, year=year),
        say("people.note_order", language),
        *surplus_notes(result, option, year, settings),
    ]
    if place:
        name = municipality_name(result.scenario, place)
        lines.append(say("people.note_workplace", language, place=name))
    return lines
