"""The tables of people in posts: columns that add up, what is said below, what is masked."""

from __future__ import annotations

import pytest
from placement.test_placement import small

from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Mark, Row, Table

YEAR = 2026


def table(name: str, *overrides: str, **changes: object) -> Table:
    result = small(*overrides)
    asked = {"year": YEAR, "language": "en", **changes}
    return TABLES[name](result, settings_for(result.scenario, name, **asked))


def cells(found: Table, row: Row) -> dict[str, object]:
    return dict(zip([column.id for column in found.columns], row.cells, strict=True))


@pytest.mark.parametrize("name", ["placement", "placement_by_job", "placement_by_year"])
def test_what_becomes_of_the_people_adds_up_to_them(name: str) -> None:
    found = table(name)
    parts = ("left", "settled", "follows", "other_job", "no_place")
    for row in found.rows:
        given = cells(found, row)
        assert given["brought_in"] == pytest.approx(sum(given[part] for part in parts))


def test_another_year_is_asked_for_where_one_is_shown_but_not_below_all_of_them() -> None:
    said = {
        name: any("Choose another year" in note for note in table(name, year=2025).notes)
        for name in ("placement", "placement_posts", "placement_by_year")
    }
    assert said == {"placement": True, "placement_posts": True, "placement_by_year": False}


def test_who_travels_is_who_is_placed_elsewhere() -> None:
    found = table("placement")
    assert cells(found, found.row("noord"))["elsewhere"] == 3.81
    assert cells(found, found.row("noord"))["kilometres"] == 12
    assert cells(found, found.row("zuid"))["elsewhere"] == 0


def test_people_are_counted_where_their_number_is_known() -> None:
    found = table("placement_by_job")
    assert cells(found, found.row("noord.clerk"))["persons"] == 3
    assert cells(found, found.row("zuid.clerk"))["persons"] is Mark.UNKNOWN


def test_fewer_posts_take_vacancies_before_people() -> None:
    found = table("placement_posts", "jobs.clerk.vacant.zuid=0.5")
    clerk = cells(found, found.row("clerk"))
    assert (clerk["fewer"], clerk["by_vacancies"], clerk["by_surplus"]) == (2.0, 0.5, 1.5)
    planner = cells(found, found.row("posts[0]"))
    assert (planner["from_other"], planner["open"]) == (0.25, 0.0)


def test_the_difference_with_the_bill_is_said() -> None:
    assert any(
        "counts 2.00 fte" in note and "1.25 fte fewer" in note for note in table("placement").notes
    )
    alone = table("placement", "jobs.clerk.suitable_for=[]", "options.host.posts=[]")
    assert any("as many as the bill counts" in note for note in alone.notes)
    assert any("No job names suitable jobs" in note for note in alone.notes)


def test_the_salary_guarantee_is_there_year_by_year() -> None:
    found = table("placement_by_year")
    assert [row.cells[0] for row in found.rows] == [2026, 2027, 2028]
    assert cells(found, found.row("2026"))["guarantee"] == 10_000


@pytest.mark.parametrize("name", ["placement", "placement_by_job", "placement_posts"])
def test_no_masked_cell_follows_from_the_others_in_its_row_or_column(name: str) -> None:
    found = table(name, mask_below=1)
    ids = [column.id for column in found.columns]
    parts = ("follows", "from_other", "open")
    whole = "posts"
    if name != "placement_posts":
        parts, whole = ("left", "settled", "follows", "other_job", "no_place"), "brought_in"  # type: ignore[assignment]
    for row in found.rows:
        hidden = [row.cells[ids.index(id)] is Mark.MASKED for id in (whole, *parts)]
        assert hidden.count(True) != 1 or hidden[0]
    assert any(cell is Mark.MASKED for _, _, cell in found.cells())


def test_alone_nobody_is_placed() -> None:
    assert table("placement", options=("alone",)).rows == ()
