"""The years in which an option operates, where a table is of another year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgdesign.model.outcomes import years_of_operation
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables.build import option_name
from orgdesign.tables.settings import Settings, quoted_year
from orgdesign.words import Language, say


def not_operating(result: Result, option: str, settings: Settings) -> Iterator[str]:
    """Yield when an option operates, where the year of its table is none of those years."""
    if details := _outside(result, option, settings):
        yield say("people.note_not_operating", settings.language, **details)
    yield from never_operating(result, [option], settings)


def outside_their_years(
    result: Result, options: Sequence[str], settings: Settings
) -> Iterator[str]:
    """Yield of each option when it operates, where the year of a table is none of those years."""
    yield from never_operating(result, options, settings)
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


def operates_in(result: Result, option: str, year: int) -> bool:
    """Return whether an option operates in a calendar year."""
    return year in years_of_operation(result, option)


def _outside(result: Result, option: str, settings: Settings) -> dict[str, object]:
    """Return the year of a table and the years of an option that it lies outside of, if it does."""
    runs = () if option == ALONE else years_of_operation(result, option)
    shown = quoted_year(result.scenario, settings)
    if not runs or shown in runs:
        return {}
    return {"year": shown, "span": _span(runs[0], runs[-1], settings.language)}


def _span(first: int, last: int, language: Language) -> str:
    entry = "span_of_one" if first == last else "span"
    return say(f"interface.{entry}", language, first=first, last=last)
