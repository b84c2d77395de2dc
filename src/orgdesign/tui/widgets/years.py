"""The strip of years: which one is shown, where options start, and which year is reported."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from textual.content import Content
from textual.style import Style

from orgdesign.tui.widgets.bars import Bar
from orgdesign.words import Language, say

START, REPORT, MORE = "^", "*", ".."
"""Stand at a year in which an option starts, at the report year, and where years are left out."""


class Years(NamedTuple):
    """The years of a table; none shown means that it is of all of them."""

    every: Sequence[int]
    shown: int | None
    starts: Collection[int]
    reported: Collection[int]


class YearStrip(Bar):
    """One line of years; a click goes to a year."""

    def show(self, years: Years, language: Language) -> None:
        """Show the years."""
        self.tell(years, language)

    def line(self, years: Years, language: Language) -> Content:
        """Return as many years as fit around the one shown, then what the marks mean."""
        legend = say("app.year_marks", language, start=START, report=REPORT)
        width = self.app.size.width - 1
        strip = strip_of(years, width)
        room = width - strip.cell_length
        return Content.assemble(" ", strip, f"  {legend}" if len(legend) + 2 <= room else "")


def strip_of(years: Years, width: int) -> Content:
    """Return the years in a width: the one shown in brackets, or all of them."""
    every = list(years.every)
    if years.shown is None:
        return Content("[").append(_joined(every, years)).append("]") if every else Content("")
    first, last, at = 0, len(every), every.index(years.shown)
    while last - first > 1 and _length(every[first:last], years) + 2 * len(MORE) + 2 > width:
        first, last = (first + 1, last) if at - first > last - 1 - at else (first, last - 1)
    before = f"{MORE} " if first else ""
    after = f" {MORE}" if last < len(every) else ""
    return Content(before).append(_joined(every[first:last], years)).append(after)


def _length(some: Sequence[int], years: Years) -> int:
    return _joined(some, years).cell_length


def _joined(some: Sequence[int], years: Years) -> Content:
    return Content(" ").join(_year(year, years) for year in some)


def _year(year: int, years: Years) -> Content:
    """Return a year with its marks; where a table is of one year, it stands in brackets."""
    marks = (START if year in years.starts else "") + (REPORT if year in years.reported else "")
    if years.shown is None:
        return Content(f"{year}{marks}")
    if year == years.shown:
        return Content(f"[{year}{marks}]").stylize("bold")
    steps = list(years.every).index(year) - list(years.every).index(years.shown)
    return Content(f"{year}{marks}").stylize(Style.from_meta({"@click": f"screen.year({steps})"}))
