"""The strip of years: which are shown, where options start, and which year is reported."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from textual.content import Content
from textual.style import Style

from orgdesign.tui.widgets.bars import Bar
from orgdesign.words import Language, say

START, REPORT, MORE = "^", "*", ".."
"""Stand at a year in which an option starts, at the report year, and where years are left out."""


class Years(NamedTuple):
    """The years of a table; none shown means that it is of all of them.

    Before a year that is shown stands which files it is of, where files differ.
    """

    every: Sequence[int]
    shown: Mapping[int, str]
    starts: Collection[int]
    reported: Collection[int]


class YearStrip(Bar):
    """One line of years; a click goes to a year."""

    def show(self, years: Years, language: Language) -> None:
        """Show the years."""
        self.tell(years, language)

    def line(self, years: Years, language: Language) -> Content:
        """Return as many years as fit around those shown, then what the marks mean."""
        legend = say("app.year_marks", language, start=START, report=REPORT)
        width = self.app.size.width - 1
        strip = strip_of(years, width)
        room = width - strip.cell_length
        return Content.assemble(" ", strip, f"  {legend}" if len(legend) + 2 <= room else "")


def strip_of(years: Years, width: int) -> Content:
    """Return the years in a width: those shown in brackets, or all of them.

    What does not fit is left out from the year that is farthest from any that is shown.
    """
    every = list(years.every)
    if not years.shown:
        return Content("[").append(_joined(every, years)).append("]") if every else Content("")
    shown = [every.index(year) for year in years.shown]
    far = [(min(abs(at - each) for each in shown), year) for at, year in enumerate(every)]
    kept = sorted(far)
    while len(kept) > len(shown) and _joined([y for _, y in kept], years).cell_length > width:
        del kept[-1]
    return _joined([year for _, year in kept], years)


def _joined(some: Collection[int], years: Years) -> Content:
    """Return some of the years in their order, with a mark where others are left out."""
    parts = [
        _year(year, years) if inside else Content(MORE)
        for inside, group in groupby(years.every, key=set(some).__contains__)
        for year in (group if inside else [0])
    ]
    return Content(" ").join(parts)


def _year(year: int, years: Years) -> Content:
    """Return a year with its marks; where a table is of some years, they stand in brackets."""
    marks = (START if year in years.starts else "") + (REPORT if year in years.reported else "")
    if not years.shown:
        return Content(f"{year}{marks}")
    if year in years.shown:
        return Content(f"[{years.shown[year]}{year}{marks}]").stylize("bold")
    return Content(f"{year}{marks}").stylize(Style.from_meta({"@click": f"screen.year(0,{year})"}))
