"""What a reader asked of a table: language, numbers, measure, year, unit, and what to show."""

from __future__ import annotations

import math
from decimal import Decimal, InvalidOperation
from typing import Any, Literal, NamedTuple

from orgdesign.measures import JUDGED, Measure
from orgdesign.money import nearest
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.words import Language

MoneyUnit = Literal["cents", "euros", "thousand_euros"]
Against = Literal["alone", "absolute"]

UNITS: tuple[MoneyUnit, ...] = ("euros", "thousand_euros", "cents")
CENTS_IN: dict[MoneyUnit, int] = {"cents": 1, "euros": 100, "thousand_euros": 100_000}
"""How many cents make one of a unit."""


class Overrun(NamedTuple):
    """By how much the running pool costs more: a part of it, or euros a year."""

    amount: float
    unit: Literal["share", "euros"] = "share"


def typed_overrun(text: str) -> Overrun:
    """Return an overrun typed as `10%` or as euros; raises ValueError for anything else."""
    typed = text.strip().replace(",", ".")
    share = typed.endswith("%")
    try:
        given = Decimal(typed.removesuffix("%"))
        amount = float(given / 100 if share else given)
    except (InvalidOperation, OverflowError) as fault:
        raise ValueError(text) from fault
    if not math.isfinite(amount):
        raise ValueError(text)
    return Overrun(amount, "share" if share else "euros")


class Settings(NamedTuple):
    """The choices of a reader; None and empty mean what the scenario says."""

    language: Language = "nl"
    numbers: str = "nl_NL"
    against: Against | None = None
    """Differences from staying alone, or amounts; None is what suits the table."""
    per_inhabitant: bool = False
    percentage: bool = False
    """Options as a percentage of the cost alone, where the measure has one."""
    measure: Measure = "structural_cost"
    year: int | None = None
    unit: MoneyUnit = "euros"
    options: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    """The keys to put side by side; empty is what suits the table."""
    overrun: Overrun = Overrun(0.1)
    leaving: tuple[tuple[str, ...], ...] = ()
    """Who leaves together, set by set; empty is each in turn."""
    mask_below: float = 0.0
    """Fewer fte than this are masked in staffing tables."""

    def change(self, **changes: Any) -> Settings:
        """Return the same settings with some of them changed."""
        return self._replace(**changes)

    def in_unit(self, euros: float) -> int:
        """Return euros in whole parts of the unit asked for, halves away from zero."""
        return nearest(float(euros) * 100 / CENTS_IN[self.unit])

    @property
    def in_percent(self) -> bool:
        """Whether options are printed as a percentage: asked for, and alone is a basis."""
        return self.percentage and self.measure in JUDGED


def settings_for(scenario: Scenario, table: str = "", **changes: Any) -> Settings:
    """Return the settings that a scenario asks for, and for one of its tables, with changes.

    A change to None is none.
    """
    about, asked = scenario.document.scenario, scenario.document.tables.get(table)
    language = changes.get("language") or about.language
    found: dict[str, Any] = {
        "language": language,
        "numbers": about.number_format or ("nl_NL" if language == "nl" else "en_GB"),
        "unit": asked.unit if asked else "euros",
    }
    return Settings(**found | {name: value for name, value in changes.items() if value is not None})


def shown_options(scenario: Scenario, settings: Settings) -> tuple[str, ...]:
    """Return the options to show, in the order of the file."""
    return tuple(o for o in scenario.options if not settings.options or o in settings.options)


def shown_municipalities(scenario: Scenario, settings: Settings) -> tuple[str, ...]:
    """Return the municipalities to show, in the order of the file."""
    asked = settings.municipalities
    return tuple(m for m in scenario.municipalities if not asked or m in asked)


def quoted_year(scenario: Scenario, settings: Settings) -> int:
    """Return the calendar year that a table of one year quotes."""
    return settings.year if settings.year is not None else scenario.report_year


def first_option(scenario: Scenario, settings: Settings) -> str:
    """Return what a table of one option is about: the first asked for, else to cooperate."""
    if settings.options:
        return settings.options[0]
    together = [o for o in scenario.options if not scenario.stays_alone(o)]
    return (*together, *scenario.options, ALONE)[0]
