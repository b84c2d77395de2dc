"""Figures that were most likely meant otherwise: beyond bounds of our own, parts of a year."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from orgdesign.library import loader
from orgdesign.notes.note import Note, Number, Term
from orgdesign.notes.survey import Survey
from orgdesign.scenario.problems import plain
from orgdesign.tables.table import Unit

_UNITS: Mapping[str, Unit] = {
    "years": "number", "share": "share", "factor": "factor", "fte": "number", "number": "number",
}  # fmt: skip
_REPAIRS: Mapping[str, Callable[[float], float]] = {
    "percent": lambda given: given / 100,
    "hundredfold": lambda given: given * 100,
    "one_more": lambda given: 1 + given,
    "twelfth": lambda given: math.floor(given / 12 + 0.5),
}
"""What may have been meant instead of a figure beyond its bound."""


def beyond_bounds(survey: Survey) -> Iterator[Note]:
    """Yield the figures beyond a bound of our own, with what may have been meant."""
    for path, bound in _bounded(survey):
        value = survey.scenario.figures[path].value
        if bound["low"] <= value <= bound["high"] or value == bound.get("but"):
            continue
        unit = _UNITS[bound["unit"]]
        ends = {end: Number(bound[end], unit) for end in ("low", "high")}
        yield Note.at(
            survey.scenario, "beyond_bound", path, figure=path, value=Number(value, unit),
            unit=Term(f"notes.unit_{bound['unit']}"), meant=_meant(value, bound), **ends,
        )  # fmt: skip


def parts_of_years(survey: Survey) -> Iterator[Note]:
    """Yield the numbers of years with a part of a year: the calculation goes by whole years."""
    for path, bound in _bounded(survey):
        value = survey.scenario.figures[path].value
        if bound["unit"] == "years" and value != int(value):
            whole = str(math.floor(value + 0.5))
            details = {"figure": path, "value": Number(value, "number"), "whole": whole}
            yield Note.at(survey.scenario, "part_of_year", path, **details)


def _bounded(survey: Survey) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the figures that a person gave and that have a bound of our own, with the bound."""
    for path in survey.own:
        found = _pattern().fullmatch(path)
        if found is not None and found.lastgroup is not None:
            yield path, loader.bounds()[found.lastgroup]


@cache
def _pattern() -> re.Pattern[str]:
    """Return one pattern of all bounded paths; the group that it matches is the bound's id."""
    groups = []
    for id, bound in loader.bounds().items():
        paths = (re.escape(path).replace(r"\*", r"[^.\[]+") for path in bound["at"])
        groups.append(f"(?P<{id}>{'|'.join(paths)})")
    return re.compile("|".join(groups))


def _meant(value: float, bound: Mapping[str, Any]) -> Term:
    """Return what to type instead: the first repair within the bound, as a sentence."""
    for name in bound["repairs"]:
        instead = _REPAIRS[name](value)
        if bound["low"] <= instead <= bound["high"] and instead != 0:
            typed = {"given": plain(value), "instead": plain(round(instead, 9))}
            return Term(f"notes.meant_{name}", typed)
    return Term("notes.meant_as_it_is")
