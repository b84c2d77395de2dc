"""The years in which an option operates, where a table is of another year."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.model.outcomes import years_of_operation
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables.settings import Settings, quoted_year
from orgdesign.words import say


def not_operating(result: Result, option: str, settings: Settings) -> Iterator[str]:
    """Yield in which years an option operates, where the year of a table is not one of them."""
    runs = () if option == ALONE else years_of_operation(result, option)
    shown = quoted_year(result.scenario, settings)
    if runs and shown not in runs:
        details = {"year": shown, "first": runs[0], "last": runs[-1]}
        yield say("people.note_not_operating", settings.language, **details)
