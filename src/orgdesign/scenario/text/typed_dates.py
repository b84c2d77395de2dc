"""Dates as people type them: day first, or with the name of the month in Dutch or English."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    ("januari", "january", "jan"),
    ("februari", "february", "feb", "febr"),
    ("maart", "march", "mrt", "mar"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("augustus", "august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_NAME = rf"(?i:(?P<name>{'|'.join(sorted(_MONTH, key=len, reverse=True))}))\.?"
_DAY = r"(?P<day>\d{1,2})(?:e|de|ste|st|nd|rd|th|\.)?"
_YEAR = r"(?P<year>\d{4})(?![\d-])"
_START = r"(?<![\w.,+\-])"
_GAP = r"[ \t\u00a0-]+"

IN_NUMBERS = (
    _START + rf"(?P<day>\d{{1,2}})[-/.](?P<month>\d{{1,2}})[-/.]{_YEAR}",
    _START + r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?![\d-])",
)
"""A date in numbers, day first or year first."""
IN_WORDS = (
    _START + rf"{_DAY}{_GAP}(?:of{_GAP})?{_NAME},?{_GAP}{_YEAR}",
    _START + rf"{_NAME}{_GAP}{_DAY},?{_GAP}{_YEAR}",
)
"""A date with the name of its month, day first or month first."""
OF_MONTH = _START + rf"{_NAME},?{_GAP}{_YEAR}"
"""A month with its year."""


def date_of(found: re.Match[str]) -> date | None:
    """Return the date that was typed, None where there is none; the first of a month alone."""
    typed = found.groupdict()
    name = typed.get("name")
    month = _MONTH[name.lower()] if name else int(typed["month"])
    try:
        return date(int(typed["year"]), month, int(typed.get("day", 1)))
    except ValueError:
        return None


def typed_date(text: str) -> date | None:
    """Return the date that a whole text is, None where it is none or has no day."""
    for pattern in (*IN_NUMBERS, *IN_WORDS):
        if found := re.fullmatch(pattern, text.strip()):
            return date_of(found)
    return None


def typed_month(text: str) -> date | None:
    """Return the first day of the month that a whole text is, None where it is none."""
    found = re.fullmatch(OF_MONTH, text.strip())
    return date_of(found) if found else None
