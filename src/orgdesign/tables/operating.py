"""The years in which an option operates, where a table is of another year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgdesign.model.outcomes import years_of_operation
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables.build import option_name
from orgdesign.tables.settings import Settings, quoted_year
from orgdesign.words import say


def not_operating(result: Result, option: str, settings: Settings) -> Iterator[str]:
    """Yield in which years an option operates, where the year of a table is not one of them."""
    if details := _outside(result, option, settings):
        yield say("people.note_not_operating", settings.language, **details)


def outside_their_years(
    result: Result, options: Sequence[str], settings: Settings
) -> Iterator[str]:
    """Yield of each option in which years it operates, where that of a table is none of them."""
    for option in options:
        if details := _outside(result, option, settings):
            name = option_name(result.scenario, option, settings.language)
            yield say("interface.note_outside", settings.language, option=name, **details)


def never_operating(result: Result, options: Sequence[str], settings: Settings) -> Iterator[str]:
    """Yield of each option that starts after the last year that it has no year of operation."""
    last = result.scenario.years[-1]
    for option in options:
        if option != ALONE and not years_of_operation(result, option):
            name = option_name(result.scenario, option, settings.language)
            yield say("interface.note_never", settings.language, option=name, last=last)


def _outside(result: Result, option: str, settings: Settings) -> dict[str, int]:
    """Return the year of a table and the years of an option that it lies outside of, if it does."""
    runs = () if option == ALONE else years_of_operation(result, option)
    shown = quoted_year(result.scenario, settings)
    if not runs or shown in runs:
        return {}
    return {"year": shown, "first": runs[0], "last": runs[-1]}
