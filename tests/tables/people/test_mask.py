"""What is masked cannot be worked out: by hand, and by somebody who tries."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random
from time import process_time

import pytest
from cell_attack import bounds
from examples import EXAMPLE, GALLERY, SMALL, result
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import RANDOM

from orgdesign.model.calculation import evaluate
from orgdesign.tables.people import mask, sums
from orgdesign.tables.people.mask import hidden
from orgdesign.tables.people.sums import Place
from orgdesign.tables.people.sums import bounds as people_bounds
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Mark, Table

Values = dict[str, float]
Sums = list[tuple[str, list[str]]]
NEAR = 1e-5


def widths(values: Values, sums: Sums, masked: frozenset[str]) -> list[float]:
    printed = {key: None if key in masked else value for key, value in values.items()}
    return [high - low for low, high in bounds(printed, sums).values()]


def test_one_small_cell_takes_the_cheapest_other_with_it() -> None:
    values = {"a": 1.0, "b": 4.0, "c": 9.0, "total": 14.0}
    found = hidden(values, [("total", ["a", "b", "c"])], 3.0)
    assert found == {"a", "b"}


def test_two_small_cells_that_leave_too_little_room_between_them_take_a_third() -> None:
    values = {"a": 0.5, "b": 1.0, "c": 6.0, "total": 7.5}
    assert hidden(values, [("total", ["a", "b", "c"])], 3.0) == {"a", "b", "c"}
    assert hidden(values, [("total", ["a", "b", "c"])], 1.5) == {"a", "b"}


def test_a_small_cell_in_rows_and_columns_takes_a_rectangle_with_it() -> None:
    values = {"a": 1.0, "b": 5.0, "c": 6.0, "d": 7.0, "ab": 6.0, "cd": 13.0, "ac": 7.0, "bd": 12.0}
    sums = [("ab", ["a", "b"]), ("cd", ["c", "d"]), ("ac", ["a", "c"]), ("bd", ["b", "d"])]
    found = hidden(values, sums, 3.0)
    assert len(found) <= 4
    assert min(widths(values, sums, found)) >= 3.0 - NEAR


def test_nothing_is_masked_where_nothing_is_small() -> None:
    assert hidden({"a": 0.0, "b": 3.0, "total": 3.0}, [("total", ["a", "b"])], 3.0) == set()


def test_a_small_cell_without_sums_stands_alone() -> None:
    assert hidden({"a": 1.0, "b": 8.0}, [], 3.0) == {"a"}


FTE = st.integers(0, 900).map(lambda hundredths: hundredths / 100)


@st.composite
def tables(draw: st.DrawFn) -> tuple[Values, Sums]:
    """Return a table with rows, columns, subtotals of two rows, and a grand total."""
    height, width = draw(st.integers(1, 5)), draw(st.integers(1, 4))
    values = {f"{r},{c}": draw(FTE) for r in range(height) for c in range(width)}
    sums: Sums = []

    def add(whole: str, parts: list[str]) -> None:
        values[whole] = round(sum(values[part] for part in parts), 2)
        sums.append((whole, parts))

    for r in range(height):
        add(f"row {r}", [f"{r},{c}" for c in range(width)])
    for c in range(width):
        add(f"column {c}", [f"{r},{c}" for r in range(height)])
    if height > 2:
        add("first two rows", ["row 0", "row 1"])
    add("total", [f"column {c}" for c in range(width)])
    sums.append(("total", [f"row {r}" for r in range(height)]))
    return values, sums


@RANDOM
@given(tables(), st.sampled_from([0.5, 1.0, 3.0]))
def test_nobody_can_work_out_a_masked_cell_of_a_table(
    table: tuple[Values, Sums], least: float
) -> None:
    values, sums = table
    found = hidden(values, sums, least)
    assert {key for key, value in values.items() if 0 < value < least} <= found
    assert all(width >= least - NEAR for width in widths(values, sums, found))


@RANDOM
@given(tables(), st.randoms(use_true_random=False))
def test_the_order_in_which_rows_and_sums_are_given_changes_nothing(
    table: tuple[Values, Sums], random: Random
) -> None:
    values, sums = table
    found = hidden(values, sums, 3.0)
    keys = list(values)
    random.shuffle(keys)
    random.shuffle(sums)
    mixed = [(whole, random.sample(parts, len(parts))) for whole, parts in sums]
    assert hidden({key: values[key] for key in keys}, mixed, 3.0) == found


@RANDOM
@given(tables())
def test_nobody_can_work_out_a_cell_where_there_are_too_many_to_solve(
    table: tuple[Values, Sums],
) -> None:
    values, sums = table
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mask, "SOLVED", 1)
        found = hidden(values, sums, 3.0)
    assert hidden(values, sums, 3.0) <= found
    assert all(width >= 3.0 - NEAR for width in widths(values, sums, found))


def test_a_hundred_rows_of_twenty_are_masked_in_a_moment() -> None:
    """Nearly all are small, and each needs others that give it room."""
    rows, columns = range(100), range(20)
    values = {f"{r},{c}": (r * 7 + c * 13) % 40 / 10 for r in rows for c in columns}
    sums: Sums = [(f"row {r}", [f"{r},{c}" for c in columns]) for r in rows]
    sums += [(f"column {c}", [f"{r},{c}" for r in rows]) for c in columns]
    values |= {whole: round(sum(values[part] for part in parts), 2) for whole, parts in sums}
    began = process_time()
    found = hidden(values, sums, 3.0)
    assert process_time() - began < 5
    assert len(found) < 1.1 * sum(0 < value < 3.0 for value in values.values())


def widths_of_parts(
    values: Values, sums: Sums, wholes: Sums, masked: frozenset[str]
) -> list[float]:
    """Return how far apart masked figures can lie for who knows that parts are in their wholes."""
    shown = {key: None if key in masked else value for key, value in values.items()}
    rests = {f"rest of {whole}": None for whole, _ in wholes}
    of_wholes = [(whole, [*parts, f"rest of {whole}"]) for whole, parts in wholes]
    found = bounds({**shown, **rests}, [*sums, *of_wholes])
    return [high - low for key, (low, high) in found.items() if key not in rests]


def test_a_figure_that_is_no_more_than_one_that_is_printed_takes_more_with_it() -> None:
    """Two parts of 8.75 together: 7.55 at most for one leaves 1.20 at least for the other."""
    parts = {"g": 5.8, "b": 2.95, "l": 29.35, "o": 13.58}
    values = {**parts, "total": 51.68, "posts g": 7.55, "posts b": 3.45}
    sums, wholes = [("total", list(parts))], [("posts g", ["g"]), ("posts b", ["b"])]
    unaware = hidden(values, sums, 3.0)
    assert unaware == {"g", "b"}
    assert min(widths_of_parts(values, sums, wholes, unaware)) == pytest.approx(2.25)
    found = hidden(values, sums, 3.0, wholes)
    assert min(widths_of_parts(values, sums, wholes, found)) >= 3.0 - NEAR
    assert not any(key.startswith("rest") for key in found)


@RANDOM
@example([(3.93, 0.0), (9.0, 2.05), (2.14, 1.18), (7.42, 1.67), (0.01, 0.81)])
@given(st.lists(st.tuples(FTE, FTE), min_size=1, max_size=5))
def test_nobody_can_work_out_a_masked_part_from_its_whole(pairs: list[tuple[float, float]]) -> None:
    names = range(len(pairs))
    values = {f"part {at}": part for at, (part, _) in enumerate(pairs)}
    values |= {f"whole {at}": round(sum(pair), 2) for at, pair in enumerate(pairs)}
    sums: Sums = []
    for kind in ("part", "whole"):
        own = [f"{kind} {at}" for at in names]
        values[kind] = round(sum(values[key] for key in own), 2)
        sums.append((kind, own))
    wholes = [(f"whole {at}", [f"part {at}"]) for at in names]
    found = hidden(values, sums, 3.0, wholes)
    assert {key for key, value in values.items() if 0 < value < 3.0} <= found
    assert all(width >= 3.0 - NEAR for width in widths_of_parts(values, sums, wholes, found))


def test_people_brought_in_are_known_to_be_part_of_the_posts() -> None:
    found = result(SMALL)
    asked = settings_for(found.scenario)
    tables = [TABLES[name](found, asked) for name in ("staffing", "staffing_by_job")]
    values = {
        Place(table.id, row.id, column.id): float(cell)
        for table in tables
        for row, column, cell in table.cells()
        if column.unit == "fte" and isinstance(cell, int | float)
    }
    known = {(whole, tuple(parts)) for whole, parts in people_bounds(tables, values)}
    of_zuid = [Place("staffing", "zuid", column) for column in ("before", "brought_in")]
    assert (of_zuid[0], (of_zuid[1],)) in known


def printed(made: Sequence[Table]) -> dict[tuple[str, str, str], float | None]:
    """Return the cells in fte of some tables, None where masked."""
    return {
        (table.id, row.id, column.id): None if cell is Mark.MASKED else float(cell)
        for table in made
        for row, column, cell in table.cells()
        if column.unit == "fte" and (cell is Mark.MASKED or isinstance(cell, int | float))
    }


def sums_of(detail: Table, summary: Table) -> list[tuple[tuple[str, str, str], list[tuple]]]:  # type: ignore[type-arg]
    """Return columns that add up to their total, and jobs that add up to a municipality."""
    found = []
    for column in (column.id for column in detail.columns if column.unit == "fte"):
        leaves = [(detail.id, row.id, column) for row in detail.rows if not row.total]
        found.append(((detail.id, "total", column), leaves))
        found.append(((summary.id, "total", column), leaves))
        towns = dict.fromkeys(key[1].split(".")[0] for key in leaves)
        for town in towns:
            jobs = [key for key in leaves if key[1].split(".")[0] == town]
            found.append(((summary.id, town, column), jobs))
        if "no_place" in [each.id for each in detail.columns]:
            parts = ("left", "settled", "follows", "other_job", "no_place")
            found += [
                ((key[0], key[1], "brought_in"), [(key[0], key[1], part) for part in parts])
                for key in leaves
                if column == "brought_in"
            ]
    return found


PAIRS = [("staffing_by_job", "staffing"), ("placement_by_job", "placement")]


@pytest.mark.parametrize("names", PAIRS)
@pytest.mark.parametrize("path", [EXAMPLE, *GALLERY], ids=lambda path: path.stem)
def test_nobody_can_work_out_a_masked_cell_of_the_gallery(
    path: Path, names: tuple[str, str]
) -> None:
    found = result(path)
    scenario = found.scenario
    for option in dict.fromkeys(("alone", *scenario.options[1:2], *scenario.options[-1:])):
        asked = settings_for(scenario, options=(option,), mask_below=3.0)
        detail, summary = (TABLES[name](found, asked) for name in names)
        if not detail.rows:
            continue
        cells = printed((detail, summary))
        assert not [key for key, value in cells.items() if value is not None and 0 < value < 3.0]
        sums = sums_of(detail, summary)
        inside = {key for whole, parts in sums for key in (whole, *parts)}
        of_sums = {key: value for key, value in cells.items() if key in inside}
        for key, (low, high) in bounds(of_sums, sums, 3.0).items():
            assert high - low >= 3.0 - NEAR, (option, key, low, high)


def test_a_total_that_is_masked_is_masked_wherever_it_is_printed() -> None:
    for path in GALLERY:
        found = result(path)
        scenario = found.scenario
        asked = settings_for(scenario, mask_below=3.0)
        by_job, by_town, by_year = (
            TABLES[name](found, asked)
            for name in ("placement_by_job", "placement", "placement_by_year")
        )
        cells = printed((by_job, by_town, by_year))
        row = str(scenario.report_year)
        for (table, at, column), value in cells.items():
            if (table, at) == ("placement", "total"):
                same = cells.get(("placement_by_year", row, column), value)
                assert (same is None) == (value is None), (scenario.document.scenario.title, column)


def test_a_note_says_where_all_that_hangs_together_is_masked() -> None:
    found = evaluate(result(SMALL).scenario)
    asked = settings_for(found.scenario, mask_below=3.0, language="en")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mask, "SOLVED", 1)
        patch.setattr(sums, "SOLVED", 1)
        table = TABLES["staffing"](found, asked)
    assert any("hang together" in note for note in table.notes)
    plain = TABLES["staffing"](result(SMALL), asked)
    assert not any("hang together" in note for note in plain.notes)
