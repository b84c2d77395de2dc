"""Lists by year that may be mistyped: a ramp-up that falls, decimal commas between numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from orgdesign.notes.note import Note
from orgdesign.notes.survey import Survey
from orgdesign.quantities import Quantity
from orgdesign.scenario.decimal_commas import CommaList, comma_lists
from orgdesign.scenario.problems import plain


def against_the_grain(survey: Survey) -> Iterator[Note]:
    """Yield the ramp-ups of the person's files that fall, and the run-offs that rise."""
    commas = {found.path for found in _without_spaces(survey)}
    for path, table in _tables(survey):
        for name, way in (("ramp", 1.0), ("stranded", -1.0)):
            given: tuple[Quantity, ...] = getattr(table, name, None) or ()
            values = [quantity.value for quantity in given]
            if f"{path}.{name}" in commas:
                continue  # what was meant decides which way it runs
            if any((after - before) * way < 0 for before, after in pairwise(values)):
                in_order = sorted(values, reverse=way < 0)
                yield Note.at(
                    survey.scenario,
                    f"{name}_against",
                    f"{path}.{name}",
                    figure=f"{path}.{name}",
                    instead=f"[{', '.join(map(plain, in_order))}]",
                )


def commas_between(survey: Survey) -> Iterator[Note]:
    """Yield the lists without a space in them whose commas may have been meant as decimal signs."""
    for found in _without_spaces(survey):
        details = {"figure": found.path, "instead": found.instead}
        yield Note.at(survey.scenario, "commas_between", found.path, **details)


def _without_spaces(survey: Survey) -> Iterator[CommaList]:
    scenario = survey.scenario

    def column(path: str) -> tuple[int, int]:
        origin = scenario.origins[path]
        return origin.line, origin.column

    return (found for found in comma_lists(scenario.raw, column) if not found.certain)


def _tables(survey: Survey) -> Iterator[tuple[str, object]]:
    """Yield the tables with a profile that a person gave: forms, options and measures."""
    document, raw = survey.scenario.document, survey.scenario.raw
    known: tuple[tuple[str, Mapping[str, Any]], ...] = (
        ("measures", document.measures),
        ("forms", document.forms),
        ("options", document.options),
    )
    for top, tables in known:
        for id in raw.get(top, {}):
            yield f"{top}.{id}", tables[id]
    for id, option in document.options.items():
        for measure, table in option.measures.items():
            yield f"options.{id}.measures.{measure}", table
