"""Posts and people: what stays, what is brought in, who changes employer, who is surplus."""

from __future__ import annotations

import math
from collections.abc import Sequence

from orgdesign.cached import kept
from orgdesign.measures import PEOPLE
from orgdesign.model.axes import Array
from orgdesign.model.result import Result
from orgdesign.model.staffing import Staffing, break_even_efficiency
from orgdesign.model.staffing import staffing as staffing_of
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables import notes
from orgdesign.tables.build import (
    column_totals,
    make,
    municipality_name,
    option_name,
    text_column,
    total_row,
)
from orgdesign.tables.operating import not_operating, operates_in
from orgdesign.tables.people.sums import all_masked_notes, masked_rows
from orgdesign.tables.settings import (
    Settings,
    first_option,
    quoted_year,
    shown_municipalities,
)
from orgdesign.tables.table import Cell, Column, Mark, Row, Table, Unit
from orgdesign.words import say
from orgdesign.words.numbers import number

COUNTS = ("vulnerable_alone", "vulnerable")
"""Numbers of jobs."""
JOINT = ("joint_posts", "coordination_posts", "manager_posts", "further_posts")
"""Posts of the joint body as a whole."""


def joint_posts(people: Staffing) -> float:
    """Return all posts of the joint body. Unit: fte."""
    return people.joint + people.coordination + people.managers + people.further


def staffing(result: Result, settings: Settings) -> Table:
    """Return the staffing of an option by municipality, with the posts of the joint body."""
    people, option = _people(result, settings)
    first = text_column("municipality", settings)
    columns = [first, *_columns(settings), *_joint_columns(settings)]
    places = result.scenario.municipalities
    rows = [
        Row(m, (municipality_name(result.scenario, m), *_sums(people, places.index(m))))
        for m in shown_municipalities(result.scenario, settings)
    ]
    total = total_row(say("interface.total", settings.language), columns, rows)
    rows = [*rows, total, *_joint_rows(people, len(columns), settings)]
    return _table("staffing", result, option, columns, rows, people, settings)


def staffing_by_job(result: Result, settings: Settings) -> Table:
    """Return the staffing of an option by municipality and job."""
    people, option = _people(result, settings)
    scenario = result.scenario
    columns = [
        text_column("municipality", settings),
        text_column("job", settings),
        *_columns(settings),
    ]
    rows = [
        Row(
            f"{m}.{job}",
            (
                municipality_name(scenario, m),
                table.name,
                *_leaf(people, scenario.municipalities.index(m), position),
            ),
        )
        for m in shown_municipalities(scenario, settings)
        for position, (job, table) in enumerate(scenario.document.jobs.items())
        if people.before[scenario.municipalities.index(m), position] > 0
    ]
    total = total_row(say("interface.total", settings.language), columns, rows)
    return _table("staffing_by_job", result, option, columns, [*rows, total], people, settings)


def _people(result: Result, settings: Settings) -> tuple[Staffing, str]:
    option = first_option(result.scenario, settings)
    return staffing_of(result, option, quoted_year(result.scenario, settings)), option


def _columns(settings: Settings) -> list[Column]:
    units: tuple[tuple[tuple[str, ...], Unit], ...] = ((PEOPLE, "fte"), (COUNTS, "count"))
    return [
        Column(id, say(f"interface.{id}", settings.language), unit, total=True)
        for ids, unit in units
        for id in ids
    ]


def _joint_columns(settings: Settings) -> list[Column]:
    client = Column("client", say("interface.client", settings.language), "fte", total=True)
    return [client, Column("joint", say("interface.joint", settings.language), "fte")]


def figure(people: Staffing, measure: str) -> Array:
    """Return a figure of people by its id, (municipality, job). Unit: fte."""
    found: Array = getattr(people, "surplus" if measure == "surplus_staff" else measure)
    return found


def _leaf(people: Staffing, place: int, job: int) -> list[Cell]:
    arrays = (figure(people, id) for id in PEOPLE)
    posts: list[Cell] = [round(float(array[place, job]), 2) for array in arrays]
    return [*posts, *(int(getattr(people, id)[place, job]) for id in COUNTS)]


def _sums(people: Staffing, place: int) -> list[Cell]:
    """Return the sums over the jobs of what the table by job prints."""
    leaves = [_leaf(people, place, job) for job in range(people.before.shape[1])]
    sums = column_totals(leaves, len(PEOPLE + COUNTS))
    return [*sums, round(float(people.client[place]), 2), Mark.NOT_APPLICABLE]


def _joint_rows(people: Staffing, width: int, settings: Settings) -> list[Row]:
    posts = (people.joint, people.coordination, people.managers, people.further)
    blank: list[Cell] = [""] * (width - 2)
    return [
        Row(id, (say(f"interface.{id}", settings.language), *blank, round(fte, 2)))
        for id, fte in zip(JOINT, posts, strict=True)
    ]


def _table(
    id: str,
    result: Result,
    option: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    people: Staffing,
    settings: Settings,
) -> Table:
    language, scenario = settings.language, result.scenario
    title = say(
        "interface.for_option",
        language,
        title=say(f"terms.table_{id}", language),
        option=option_name(scenario, option, language),
    )
    year = quoted_year(scenario, settings)
    lines = [*notes.price_notes(scenario, settings), *not_operating(result, option, settings)]
    lines += [say("interface.note_fte", language, year=year), *notes.masked_notes(settings)]
    if settings.mask_below:
        rows = masked_rows(id, columns, rows, result, settings)
        lines += all_masked_notes(result, settings)
    if option != ALONE:
        lines += [*_efficiency(result, option, people, settings), *_reinvested(people, settings)]
    lines += _nobody_there(result, people, settings)
    if option != ALONE:
        lines += notes.gap_notes(scenario, [option], settings)
    return make(id, title, columns, rows, lines, scenario, settings)


def _efficiency(result: Result, option: str, people: Staffing, settings: Settings) -> list[str]:
    """Return the efficiency that is reached, and the one at which each breaks even."""
    language, scenario = settings.language, result.scenario
    efficiency = number(people.efficiency, "share", settings.numbers)
    year = quoted_year(scenario, settings)
    lines = []
    if operates_in(result, option, year):
        lines.append(say("interface.note_efficiency", language, year=year, efficiency=efficiency))
    if not operates_in(result, option, scenario.report_year):
        return lines
    needed = dict(zip(scenario.municipalities, _break_even(result, option), strict=True))
    listed = ", ".join(
        f"{municipality_name(scenario, m)} {_percent(float(share), settings)}"
        for m, share in needed.items()
        if m in scenario.participants(option)
    )
    return [*lines, say("interface.note_break_even", language, list=listed)]


def _break_even(result: Result, option: str) -> Array:
    """Return the efficiency at which each breaks even, solved once: several tables say it."""
    evaluation = result.options[option].evaluation
    return kept(evaluation, "break_even", lambda: break_even_efficiency(result, option))


def _reinvested(people: Staffing, settings: Settings) -> list[str]:
    """Return what of the gain is put into better work, where anything is."""
    if not people.reinvested_fte:
        return []
    fte = number(people.reinvested_fte, "fte", settings.numbers)
    euros = number(people.reinvested_euros, "euros", settings.numbers)
    return [say("interface.note_reinvested", settings.language, fte=fte, euros=euros)]


def _nobody_there(result: Result, people: Staffing, settings: Settings) -> list[str]:
    """Return for each vulnerable job the chance that nobody is there, where absence is given.

    Not where small counts are masked: the chance would give them away.
    """
    scenario = result.scenario
    jobs = list(scenario.document.jobs.values())
    if "staff.absence" not in scenario.figures or settings.mask_below:
        return []
    listed = ", ".join(
        f"{municipality_name(scenario, m)} {jobs[job].name}"
        f" {number(float(people.nobody_there[place, job]), 'share', settings.numbers)}"
        for place, m in enumerate(scenario.municipalities)
        for job in range(len(jobs))
        if people.vulnerable[place, job] and m in shown_municipalities(scenario, settings)
    )
    return [say("interface.note_nobody_there", settings.language, list=listed)] if listed else []


def _percent(share: float, settings: Settings) -> str:
    if math.isnan(share):
        return say("interface.no_efficiency", settings.language)
    return number(share, "share", settings.numbers)
