"""Largest remainders in a workbook: parts are rounded down, and the rest goes by its size."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor
from typing import Any, NamedTuple

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

STEPS = ("exact", "down", "rest", "order", "rank", "value")
"""The columns from an amount in parts to the amount as it is printed."""


class Known(NamedTuple):
    """What the steps of one row give before anything is recomputed."""

    exact: float
    down: float
    rest: float
    order: int
    rank: int
    value: float


def known(exact: Sequence[float], codes: Sequence[str], values: Sequence[float]) -> list[Known]:
    """Return the steps of every row of a group: equal remainders go by code."""
    ranked = sorted(range(len(codes)), key=lambda place: codes[place])
    rests = [round(each - floor(each), 6) for each in exact]
    order = [ranked.index(place) for place in range(len(codes))]
    by_rest = sorted(range(len(codes)), key=lambda place: (-rests[place], order[place]))
    return [
        Known(each, floor(each), rests[at], order[at], 1 + by_rest.index(at), values[at])
        for at, each in enumerate(exact)
    ]


def write_steps(
    page: Any, down: int, first: int, group: tuple[int, int], exact: str, parts: int, found: Known
) -> None:
    """Write the steps of a row from column `first` on; `group` is the first and last row of it.

    `exact` is the formula of the amount in parts, of which so many make one.
    """
    cell, floor_of, rest, order, rank, _ = (
        xl_rowcol_to_cell(down, first + at) for at in range(len(STEPS))
    )

    def all_of(at: int) -> str:
        letter = xl_col_to_name(first + at)
        return f"${letter}${group[0] + 1}:${letter}${group[1] + 1}"

    left = f"ROUND(ROUND(SUM({all_of(0)}),6),0)-SUM({all_of(1)})"
    before = f"SUMPRODUCT(({all_of(2)}={rest})*({all_of(3)}<{order}))"
    formulas = (
        exact,
        f"=INT({cell})",
        f"=ROUND({cell}-{floor_of},6)",
        None,
        f"=1+SUMPRODUCT(({all_of(2)}>{rest})*1)+{before}",
        f"=({floor_of}+IF({rank}<={left},1,0))/{parts}",
    )
    for at, (formula, value) in enumerate(zip(formulas, found, strict=True), first):
        if formula is None:
            page.write_number(down, at, value)
        else:
            page.write_formula(down, at, formula, None, value)
