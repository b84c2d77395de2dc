"""How a date is told where a year belongs, and a year where a number of years does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from orgdesign.scenario.kinds import takes_year
from orgdesign.scenario.paths import Parts, find, holds
from orgdesign.scenario.problems import Told

YEARS = ("scenario", "years")
_FIRST = ("scenario", "first_year")
_MOST = 60
_FROM_TO = re.compile(r"\s*(\d{4})\s*(?:-|–|—|/|tot en met|t/m|tot|to)\s*(\d{4})\s*")


def year_of(given: date, parts: Parts) -> Told:
    """Return the year in place of a date; of a start within a year, that it cannot be given."""
    if (given.month, given.day) == (1, 1) or not has_ramp(parts):
        return "year_needed", {"instead": given.year}
    return start_in(given.year)


def start_in(year: int) -> Told:
    """Return how a start within a year is told."""
    return "year_of_start", {"instead": year, "next": year + 1}


def has_ramp(parts: Parts) -> bool:
    """Return whether a path is the start of an option, a task of it or a measure."""
    return parts[-1] == "from" and not any(isinstance(part, int) for part in parts)


def date_told(given: date, parts: Parts) -> Told:
    """Return how a date is told where a number belongs: the year, if a year does."""
    return year_of(given, parts) if takes_year(parts) else ("date_for_number", {})


def number_of_years(given: object, tables: Mapping[str, Any]) -> Told | None:
    """Return how a last year, or a first and a last one, is told as the number of years.

    None where the number of years does not follow.
    """
    first = find(tables, _FIRST) if holds(tables, _FIRST) else None
    found = _FROM_TO.fullmatch(given) if isinstance(given, str) else None
    start, end = (int(found[1]), int(found[2])) if found else (first, given)
    if type(start) is not int or type(end) is not int or not 1 <= end - start + 1 <= _MOST:
        return None
    return "years_are_a_number", {"first": start, "last": end, "instead": end - start + 1}
