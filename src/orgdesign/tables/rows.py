"""Every figure of the bill as a tidy row, unrounded: for programs, not for memos."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from orgdesign.lines import LINES
from orgdesign.model.result import Result


class ResultRow(NamedTuple):
    """One amount of the bill, by ids."""

    option: str
    municipality: str
    year: int
    line: str
    kind: str
    unit: str
    value: float


def result_rows(result: Result) -> Iterator[ResultRow]:
    """Yield every line of the bill for every option, municipality and year, the zeros too.

    Amounts are as borne by the municipality: joint lines after allocation. The zero option
    comes first, then the options, municipalities and years in the order of the file.
    """
    places, years = result.scenario.municipalities, result.scenario.years
    for option, bill in result.options.items():
        amounts = {
            line: np.broadcast_to(bill.lines[line][..., 0], (len(places), len(years))).tolist()
            for line in LINES
        }
        for place, municipality in enumerate(places):
            for at, year in enumerate(years):
                for line, row in LINES.items():
                    value = amounts[line][place][at] + 0.0
                    yield ResultRow(option, municipality, year, line, row.kind, "euros", value)
