"""Saying what was asked of a table that changes nothing in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from orgdesign.cli.talk import tell, words

if TYPE_CHECKING:
    from orgdesign.model.result import Result
    from orgdesign.tables.settings import Settings
    from orgdesign.tables.table import Table

OPTIONS = {
    "year": "--year",
    "against": "--against",
    "per_inhabitant": "--per-inhabitant",
    "percentage": "--percentage",
    "keys": "--key",
    "overrun": "--overrun",
    "leaving": "--leaving",
}
"""The settings that not every table heeds, with the option that gives each."""


def tell_without_effect(
    make: Callable[[Result, Settings], Table], result: Result, settings: Settings, table: Table
) -> None:
    """Say which of these options the table would be the same without."""
    from orgdesign.tables.settings import Settings, quoted_year

    usual = Settings(settings.language, settings.numbers)
    for name, option in OPTIONS.items():
        asked = getattr(settings, name)
        if asked == getattr(usual, name):
            continue
        if name == "year" and asked == quoted_year(result.scenario, usual):
            continue
        without = make(result, settings.change(**{name: getattr(usual, name)}))
        if (without.title, without.columns, without.rows) == (
            table.title,
            table.columns,
            table.rows,
        ):
            tell(words("without_effect", settings.language, option=option))
