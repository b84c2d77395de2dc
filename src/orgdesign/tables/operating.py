"""The years in which an option operates, where a table is of another year."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from orgdesign.model.result import Result
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables.settings import Settings, quoted_year
from orgdesign.words import say


def not_operating(result: Result, option: str, settings: Settings) -> Iterator[str]:
    """Yield in which years an option operates, where the year of a table is not one of them."""
    phases = () if option == ALONE else tuple(result.options[option].evaluation.phases())
    years, shown = result.scenario.years, quoted_year(result.scenario, settings)
    each = [np.broadcast_to(phase["operating"][0, 0, :, 0], len(years)) for phase in phases]
    runs = (
        [year for year, on in zip(years, np.max(each, axis=0), strict=True) if on] if each else []
    )
    if runs and shown not in runs:
        details = {"year": shown, "first": runs[0], "last": runs[-1]}
        yield say("people.note_not_operating", settings.language, **details)
