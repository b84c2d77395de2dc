"""What adds up to what in the tables of people, and what of it is masked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from orgdesign.cached import kept
from orgdesign.model.result import Result
from orgdesign.tables.people.mask import SOLVED, hidden
from orgdesign.tables.settings import Settings, first_option, quoted_year
from orgdesign.tables.table import Column, Mark, Row, Table
from orgdesign.words import say
from orgdesign.words.numbers import number


class Place(NamedTuple):
    """A cell among all tables of people: the ids of its table, row and column."""

    table: str
    row: str
    column: str


Values = Mapping[Place, float]
Total = tuple[Place, list[Place]]

TABLES_OF_PEOPLE = (
    "staffing", "staffing_by_job", "vulnerability", "stand_in",
    "placement", "placement_by_job", "placement_by_year", "placement_posts",
)  # fmt: skip

_PLACED = ("brought_in", ("left", "settled", "follows", "other_job", "no_place"))
_STAFF = (
    ("before", ("demand",)),
    ("before", ("local", "brought_in")),
    ("brought_in", ("changing_employer",)),
)
IN_A_ROW: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "staffing": _STAFF,
    "staffing_by_job": _STAFF,
    "vulnerability": (("filled_alone", ("filled_together",)),),
    "stand_in": (),
    "placement": (_PLACED, ("elsewhere", ("follows", "other_job"))),
    "placement_by_job": (_PLACED,),
    "placement_by_year": (_PLACED,),
    "placement_posts": (
        ("posts", ("follows", "from_other", "open")),
        ("fewer", ("by_vacancies", "by_hire", "by_attrition", "by_surplus")),
        ("posts_now", ("posts", "fewer")),
    ),
}
"""Columns and those that add up to them, used in the rows where they do."""

_AT_MOST = (
    ("before", ("brought_in",)),
    ("demand", ("local",)),
    ("brought_in", ("changing_employer",)),
    ("brought_in", ("surplus_staff", "gone")),
)
_PLACED_AT_MOST = (("brought_in", ("elsewhere",)), ("brought_in", ("higher", "lower")))
PART_OF_A_ROW: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "staffing": _AT_MOST,
    "staffing_by_job": _AT_MOST,
    "placement": _PLACED_AT_MOST,
    "placement_by_job": _PLACED_AT_MOST,
    "placement_by_year": _PLACED_AT_MOST,
}
"""Columns, and those that are a part of them of which the rest is not printed."""
BY_JOB = {"staffing": "staffing_by_job", "placement": "placement_by_job"}
"""Tables by municipality, and the table by job that adds up to them."""
SAME_BY_JOB = (
    (("placement_by_job", "brought_in"), ("staffing_by_job", "brought_in")),
    (("vulnerability", "filled_alone"), ("staffing_by_job", "before")),
)
"""Columns of tables by municipality and job that print one figure twice."""
NOT_OF_PEOPLE = ("needed_fte",)
"""Columns in fte that follow from figures of the scenario, the same for everybody."""
LARGEST = (("largest", "filled_alone"), ("pool", "filled_together"))
"""Columns by job that print the largest of a column by municipality and job."""
ROUNDING = 0.011
"""How far a sum may be off for each figure in it, and still be one that a reader can use."""
EXACT = 1e-6


def masked_rows(
    id: str, columns: Sequence[Column], rows: Sequence[Row], result: Result, settings: Settings
) -> list[Row]:
    """Return the rows of a table of people with what is masked, seen with the other tables."""
    hidden_places = secret(result, settings)
    return [
        row._replace(
            cells=tuple(
                Mark.MASKED if Place(id, row.id, column.id) in hidden_places else cell
                for column, cell in zip(columns, row.cells, strict=True)
            )
        )
        for row in rows
    ]


def all_masked_notes(result: Result, settings: Settings) -> tuple[str, ...]:
    """Return that figures were too many to mask only some of them, where they may have been."""
    if not settings.mask_below or len(secret(result, settings)) <= SOLVED:
        return ()
    most = number(SOLVED, "number", settings.numbers)
    return (say("interface.note_all_masked", settings.language, most=most),)


def secret(result: Result, settings: Settings) -> frozenset[Place]:
    """Return what is masked in all tables of people of an option; words change nothing of it.

    It is kept: it takes all those tables to know.
    """
    option = first_option(result.scenario, settings)
    asked = masking(settings).change(options=(option,))
    evaluation = result.options[option].evaluation
    return kept(evaluation, ("secret", asked), lambda: _masked(result, asked))


def masking(settings: Settings) -> Settings:
    """Return of settings only what decides which figures of people are masked."""
    return Settings(
        options=settings.options,
        municipalities=settings.municipalities,
        year=settings.year,
        mask_below=settings.mask_below,
    )


def _masked(result: Result, settings: Settings) -> frozenset[Place]:
    from orgdesign.tables.registry import TABLES

    shown = settings.change(mask_below=0.0)
    tables = [TABLES[each](result, shown) for each in TABLES_OF_PEOPLE]
    year = str(quoted_year(result.scenario, settings))
    values = dict(_values(tables))
    equal = [(whole, tuple(parts)) for whole, parts in sums(tables, values, year)]
    known = frozenset(equal)
    at_most = [
        (whole, tuple(parts))
        for whole, parts in bounds(tables, values)
        if values[whole] > 0 and (whole, tuple(parts)) not in known
    ]
    return hidden(values, equal, settings.mask_below, at_most)


def _values(tables: list[Table]) -> Iterator[tuple[Place, float]]:
    for table in tables:
        for row, column, cell in table.cells():
            counted = column.unit == "fte" and column.id not in NOT_OF_PEOPLE
            if counted and isinstance(cell, int | float):
                yield Place(table.id, row.id, column.id), float(cell)


def sums(tables: list[Table], values: Values, year: str) -> Iterator[Total]:
    """Yield every sum that a reader of all tables can make, of cells that are there."""
    for table in tables:
        found = [*_of_columns(table), *_of_rows(table), *_of_jobs(table, tables)]
        yield from (total for total in found if _holds(total, values))
    longest = max((len(table.rows) for table in tables), default=0)
    for total in (*_same(values), *_largest(values)):
        if _holds(total, values):
            yield total
    for total in _same_totals(values, year):
        if _holds(total, values, longest):
            yield total


def bounds(tables: list[Table], values: Values) -> Iterator[Total]:
    """Yield wholes with their parts that a reader knows to be no more than they are."""
    for table in tables:
        for row in table.rows:
            for whole, parts in PART_OF_A_ROW.get(table.id, ()):
                yield from _bound(
                    Place(table.id, row.id, whole),
                    [Place(table.id, row.id, part) for part in parts],
                    values,
                )
    brought = _by_job(values, "staffing_by_job", "brought_in")
    for place in values:
        if place[::2] == ("placement_posts", "posts_now"):
            yield from _bound(place, brought.get(place.row, []), values)


def _by_job(values: Values, table: str, column: str) -> Mapping[str, list[Place]]:
    """Return the cells of a column by municipality and job, by job."""
    found: dict[str, list[Place]] = {}
    for place in values:
        if place.table == table and place.column == column:
            found.setdefault(place.row.partition(".")[2], []).append(place)
    return found


def _bound(whole: Place, parts: list[Place], values: Values) -> Iterator[Total]:
    """Yield a bound where all of it is there and it is one, to within rounding."""
    there = whole in values and parts and all(part in values for part in parts)
    if there and values[whole] - sum(values[part] for part in parts) >= -ROUNDING * len(parts):
        yield whole, parts


def _holds(total: Total, values: Values, longest: int = 0) -> bool:
    """Return whether a sum holds to within the rounding of its parts, or of what they sum up."""
    whole, parts = total
    if whole not in values or not parts or any(part not in values for part in parts):
        return False
    amounts = [values[part] for part in parts]
    off = abs(values[whole] - sum(amounts))
    least = min([amount for amount in amounts if amount > 0], default=0.0)
    return off <= EXACT or off < min(ROUNDING * (1 + max(longest, len(parts))), least / 2)


def _of_columns(table: Table) -> Iterator[Total]:
    for at, column in enumerate(table.columns):
        rows = [row.id for row in table.rows if not row.total and _is_number(row, at)]
        yield Place(table.id, "total", column.id), [Place(table.id, r, column.id) for r in rows]


def _is_number(row: Row, at: int) -> bool:
    return isinstance(row.cells[at], int | float)


def _of_rows(table: Table) -> Iterator[Total]:
    for row in table.rows:
        for whole, parts in IN_A_ROW[table.id]:
            yield Place(table.id, row.id, whole), [Place(table.id, row.id, p) for p in parts]


def _of_jobs(table: Table, tables: list[Table]) -> Iterator[Total]:
    """Yield what adds up from the table by job, in the table by municipality."""
    for detail in tables:
        if detail.id != BY_JOB.get(table.id):
            continue
        jobs: dict[str, list[str]] = {}
        for each in detail.rows:
            jobs.setdefault(each.id.partition(".")[0], []).append(each.id)
        for row in table.rows:
            for column in table.columns:
                parts = [Place(detail.id, job, column.id) for job in jobs.get(row.id, [])]
                yield Place(table.id, row.id, column.id), parts


def _same(values: Values) -> Iterator[Total]:
    for (table, column), (other, its) in SAME_BY_JOB:
        for place in values:
            if place.table == table and place.column == column:
                yield place, [Place(other, place.row, its)]


def _largest(values: Values) -> Iterator[Total]:
    for largest, column in LARGEST:
        own = _by_job(values, "vulnerability", column)
        for place in values:
            if place[::2] == ("stand_in", largest):
                yield from ((place, [other]) for other in own.get(place.row, []))


def _same_totals(values: Values, year: str) -> Iterator[Total]:
    """Yield the totals that are printed again: by municipality and by job, and by year."""
    before = _by_job(values, "staffing_by_job", "before")
    follow = _by_job(values, "placement_by_job", "follows")
    for place in values:
        if place.table == "placement_by_year" and place.row == year:
            table = "placement_posts" if place.column == "open" else "placement"
            yield place, [Place(table, "total", place.column)]
        elif place.table == "placement_posts" and place.column == "posts_now":
            yield place, before.get(place.row, [])
        elif place.table == "placement_posts" and place.column == "follows":
            yield place, follow.get(place.row, [])
        elif place.row == "total" and place.table in BY_JOB:
            yield place, [Place(BY_JOB[place.table], "total", place.column)]
