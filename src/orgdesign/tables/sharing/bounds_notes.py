"""The years in which a floor or a cap leaves part of the running pool without a payer in bounds."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from orgdesign.allocation.pools import bounded_key
from orgdesign.model.result import Result
from orgdesign.money import nearest
from orgdesign.tables.build import option_name
from orgdesign.tables.settings import Settings
from orgdesign.words import say
from orgdesign.words.numbers import number


def bounds_notes(result: Result, options: Iterable[str], settings: Settings) -> list[str]:
    """Return for each option the years whose bounds do not fit, with what is short."""
    return [
        say(
            "interface.note_short",
            settings.language,
            option=option_name(result.scenario, option, settings.language),
            years="; ".join(short),
        )
        for option in options
        if (short := _short(result, option, settings))
    ]


def _short(result: Result, option: str, settings: Settings) -> list[str]:
    """Return the years of an option, and of what takes over from it, with what is short in each."""
    phases = result.options[option].evaluation.phases()
    bounded = [phase for phase in phases if bounded_key(phase.reading) is not None]
    years = result.scenario.years
    yearly = [np.broadcast_to(each["bounds"].short[0, 0, :, 0], len(years)) for each in bounded]
    amounts = np.sum(yearly, axis=0) if yearly else np.zeros(len(years))
    return [
        f"{year} {number(nearest(amount), 'euros', settings.numbers)}"
        for year, amount in zip(years, amounts.tolist(), strict=True)
        if nearest(amount)
    ]
