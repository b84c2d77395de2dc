"""The posts of the option: what the reduction takes, who fills them, what is left to fill."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from orgdesign.model.axes import Array
from orgdesign.model.evaluation import Evaluation
from orgdesign.model.outcomes import year_index
from orgdesign.model.result import Result
from orgdesign.money import nearest, split
from orgdesign.placement.placement import Placement, salary_guarantee
from orgdesign.placement.placement import placement as placement_of
from orgdesign.placement.suitable import posts_of
from orgdesign.tables.build import row_total, total_row
from orgdesign.tables.cents import order
from orgdesign.tables.people.about import PARTS, WHOLE, no_people, people_table, surplus_notes
from orgdesign.tables.settings import (
    CENTS_IN,
    Settings,
    first_option,
    quoted_year,
    shown_municipalities,
)
from orgdesign.tables.table import Cell, Column, Row, Table
from orgdesign.words import say

REDUCTION = ("by_vacancies", "by_hire", "by_attrition", "by_surplus")
"""What fewer posts take, in this order."""
FILLED = ("follows", "from_other", "open")
"""Who fills the joint posts."""


def placement_posts(result: Result, settings: Settings) -> Table:
    """Return for each job and further post what the reduction takes and who fills the posts."""
    option = first_option(result.scenario, settings)
    ids = ("posts_now", "fewer", *REDUCTION, "posts", *FILLED)
    columns = [_text("post", settings), *(_fte(id, settings) for id in ids)]
    rows: list[Row] = []
    lines: list[str] = []
    if not no_people(result, option):
        year = quoted_year(result.scenario, settings)
        rows = _posts(result, option, year)
        rows.append(total_row(say("interface.total", settings.language), columns, rows))
        lines = [say("people.note_posts", settings.language, year=year)]
        lines += surplus_notes(result, option, year, settings)
    return people_table("placement_posts", result, option, columns, rows, lines, settings)


def _posts(result: Result, option: str, year: int) -> list[Row]:
    figures, y = result.in_force(option, year), year_index(result, year)
    found = placement_of(result, option, y)
    jobs = result.scenario.document.jobs
    now, reduced = _reduction(figures, found, y)
    further = posts_of(result.scenario, figures.reading.option)
    names = [(id, job.name) for id, job in jobs.items()]
    names += [(f"posts[{position}]", post.name) for position, post in enumerate(further)]
    own = found.follows[y].sum(axis=0)
    rows = []
    for at, (id, name) in enumerate(names):
        is_job = at < len(jobs)
        follows = float(own[at]) if is_job else 0.0
        taken = float(found.placed[y, :, :, at].sum())
        filled = _hundredths((follows, taken - follows, float(found.open[y, at])))
        before = [*_now(now[at], reduced[:, at])] if is_job else [0.0] * (2 + len(REDUCTION))
        if found.posts[y, at] > 0 or (is_job and now[at] > 0):
            rows.append(Row(id, (name, *before, row_total(filled), *filled)))
    return rows


def _now(now: float, reduced: Array) -> list[Cell]:
    """Return the posts now, how many fewer there are to be, and what that takes."""
    parts = _hundredths([float(part) for part in reduced])
    return [nearest(now * 100) / 100, row_total(parts), *parts]


def _hundredths(parts: Sequence[float]) -> list[Cell]:
    """Return parts in hundredths of an fte that add up to their rounded sum."""
    order = [str(position) for position in range(len(parts))]
    return [part / 100 for part in split([max(0.0, part) for part in parts], order)]


def _reduction(figures: Evaluation, found: Placement, y: int) -> tuple[Array, Array]:
    """Return the posts brought in by job, and what fewer posts take in the order of REDUCTION."""
    years = len(figures.reading.scenario.years)
    counted = figures["jobs_of_year"]
    of_year = np.broadcast_to(counted, (*counted.shape[:2], years, counted.shape[3]))[:, :, [y]]
    scope = figures["scope"] * figures["participates"] * of_year
    now = (figures["base_pooled"] * of_year).sum(axis=0)[:, 0, 0]
    vacant, hired = ((scope * figures[name]).sum(axis=0)[:, 0, 0] for name in ("vacant", "hired"))
    left = found.left[y].sum(axis=0)
    rest = np.maximum(0.0, now - found.posts[y, : now.size])
    taken = []
    for part in (vacant, hired, left):
        taken.append(np.minimum(rest, part))
        rest = rest - taken[-1]
    return now, np.array([*taken, rest])


def placement_by_year(result: Result, settings: Settings) -> Table:
    """Return what becomes of the people brought in and the salary guarantee, year by year."""
    option = first_option(result.scenario, settings)
    guarantee = Column("guarantee", say("people.guarantee", settings.language), settings.unit)
    year = Column("year", say("interface.year", settings.language), "year")
    columns = [year, *(_fte(id, settings) for id in (WHOLE, *PARTS, "open")), guarantee]
    rows: list[Row] = []
    if not no_people(result, option):
        rows = _years(result, option, settings)
    lines = [say("people.note_years", settings.language)]
    return people_table("placement_by_year", result, option, columns, rows, lines, settings)


def _years(result: Result, option: str, settings: Settings) -> list[Row]:
    scenario = result.scenario
    shown = shown_municipalities(scenario, settings)
    chosen = [place for place, m in enumerate(scenario.municipalities) if m in shown]
    rows = []
    for y, year in enumerate(scenario.years):
        found = placement_of(result, option, y)
        if not found.there[y].any():
            continue
        parts = (found.left, found.settled_before, found.follows, found.other_job, found.no_place)
        euros = salary_guarantee(result, option, found, y)
        cells = _hundredths([float(part[y][chosen].sum()) for part in parts])
        to_fill = round(float(found.open[y].sum()), 2)
        cents = split([float(each) for each in euros[y]], order(scenario))
        paid = nearest(sum(cents[place] for place in chosen) / CENTS_IN[settings.unit])
        rows.append(Row(str(year), (year, row_total(cells), *cells, to_fill, paid)))
    return rows


def _text(id: str, settings: Settings) -> Column:
    return Column(id, say(f"people.{id}", settings.language))


def _fte(id: str, settings: Settings) -> Column:
    return Column(id, say(f"people.{id}", settings.language), "fte", total=True)
