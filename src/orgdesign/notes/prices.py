"""Prices of a post beside the scales of a bundled salary table."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

import tomli

from orgdesign.library import loader
from orgdesign.notes.note import Note, Number, Spoken, Term
from orgdesign.notes.survey import Survey
from orgdesign.words import Language

_MONTHS = 12.0
_FAR = 3
"""Years between the salary table and the prices from which its amounts say too little."""


class _Salaries(NamedTuple):
    """A bundled table: its title, its lowest and highest scale, and what they earn a month."""

    title: Mapping[Language, str]
    year: int
    scales: tuple[int, int]
    monthly: tuple[float, float]


def unusual_salaries(survey: Survey) -> Iterator[Note]:
    """Yield the prices of a scale below or above those of every scale of the salary table.

    The table is that of the scenario, else the one nearest to its prices. A scale below those of
    the table, or prices of another time, are only told from a salary a month.
    """
    document, table = survey.scenario.document, _table(survey)
    yearly_of_one = _MONTHS * _on_top(survey)
    low, high = (yearly_of_one * monthly for monthly in table.monthly)
    near = abs(table.year - document.scenario.price_level) <= _FAR
    for scale, price in document.salary.items():
        number = int(re.findall(r"\d+", scale)[0])
        least = low if near and number >= table.scales[0] else table.monthly[1]
        most = high if near and number <= table.scales[1] else math.inf
        if not least <= price.value <= most:
            yearly = yearly_of_one * price.value
            meant = Term("notes.meant_monthly", {"yearly": Number(yearly, "euros")})
            yield Note.at(
                survey.scenario, "salary_beyond", f"salary.{scale}", scale=scale,
                value=Number(price.value, "euros"), low=Number(low, "euros"),
                high=Number(high, "euros"), table=Spoken(table.title),
                meant=meant if low <= yearly <= high else Term("notes.meant_as_it_is"),
            )  # fmt: skip


def _table(survey: Survey) -> _Salaries:
    ids = loader.salary_table_ids()
    given = survey.scenario.document.staff.salary_table
    if given in ids:
        return _salaries(given)
    level = survey.scenario.document.scenario.price_level
    return min(map(_salaries, ids), key=lambda table: abs(table.year - level))


@cache
def _salaries(id: str) -> _Salaries:
    table: Mapping[str, Any] = tomli.loads(loader.salary_text(id))["salaries"][id]
    monthly = table["monthly"]
    numbers = [int(re.findall(r"\d+", scale)[0]) for scale in monthly]
    ends = (min(s["min"] for s in monthly.values()), max(s["max"] for s in monthly.values()))
    return _Salaries(table["title"], table["date"].year, (min(numbers), max(numbers)), ends)


def _on_top(survey: Survey) -> float:
    """Return the employer's cost of a euro of salary, with choice budget and contributions."""
    figures, silent = survey.scenario.figures, tomli.loads(loader.defaults_text())["staff"]
    cost = 1.0
    for name in ("ikb", "on_costs"):
        given = figures.get(f"staff.{name}")
        cost *= 1.0 + (silent[name]["value"] if given is None else given.value)
    return cost
