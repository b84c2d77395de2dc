"""A measure for municipalities and options: exact in cents, and rounded as it is printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from orgdesign.cached import cached_property
from orgdesign.model.result import Result
from orgdesign.money import rounded
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables.cents import amounts
from orgdesign.tables.settings import (
    CENTS_IN,
    Settings,
    quoted_year,
    shown_municipalities,
    shown_options,
)
from orgdesign.tables.table import Cell, Mark


@dataclass(frozen=True)
class Grid:
    """Cents by option and municipality of one measure, with the settings that print them."""

    result: Result
    settings: Settings
    options: tuple[str, ...]
    municipalities: tuple[str, ...]
    cents: Mapping[str, Mapping[str, int]]

    def printed(self, option: str, municipalities: Sequence[str]) -> int | float:
        """Return the sum of some municipalities in the unit asked, rounded once."""
        row = self.cents[option]
        cents = sum([row[municipality] for municipality in municipalities])
        if not self.settings.per_inhabitant:
            return rounded(cents, CENTS_IN[self.settings.unit])
        tables = self.result.scenario.document.municipalities
        inhabitants = sum(tables[m].inhabitants.value for m in municipalities)
        return round(cents / 100 / inhabitants, 2)

    def share(self, option: str, municipalities: Sequence[str]) -> float | Mark:
        """Return the cost, or its difference from alone, of some municipalities as a part of alone.

        Taken from exact cents, in thousandths. Of a cost alone of nothing, or an income, there is
        no part, and no difference of who does not take part.
        """
        difference = self.settings.against != "absolute"
        if difference and self._inside[option].isdisjoint(municipalities):
            return Mark.NOT_APPLICABLE
        cost, alone = (
            sum([self.cents[each][municipality] for municipality in municipalities])
            for each in (option, ALONE)
        )
        if alone <= 0:
            return Mark.NOT_APPLICABLE
        return rounded(1000 * (cost - alone if difference else cost), alone) / 1000

    def against(self, option: str, municipalities: Sequence[str]) -> int | float | Mark:
        """Return what is printed for an option: itself, its difference from alone, or its share.

        A difference is taken between printed amounts, so that both tables agree.
        """
        if self.settings.in_percent:
            return self.share(option, municipalities)
        amount = self.printed(option, municipalities)
        if self.settings.against == "absolute":
            return amount
        return _difference(amount, self.printed(ALONE, municipalities))

    @cached_property
    def _each(self) -> Mapping[str, Mapping[str, int | float]]:
        """What is printed for each option and municipality, not as a difference."""
        every, unit = (ALONE, *self.options), CENTS_IN[self.settings.unit]
        if self.settings.per_inhabitant:
            return {o: {m: self.printed(o, (m,)) for m in self.municipalities} for o in every}
        return {
            option: {m: rounded(self.cents[option][m], unit) for m in self.municipalities}
            for option in every
        }

    def cells(self, municipality: str) -> list[Cell]:
        """Return the cells of a municipality: alone, then every option."""
        alone = self._each[ALONE][municipality]
        if self.settings.in_percent:
            return [alone, *(self.share(option, (municipality,)) for option in self.options)]
        if self.settings.against == "absolute":
            return [alone, *(self._each[option][municipality] for option in self.options)]
        return [
            alone,
            *(
                _difference(self._each[option][municipality], alone)
                if municipality in inside
                else Mark.NOT_APPLICABLE
                for option, inside in self._inside.items()
            ),
        ]

    @cached_property
    def _inside(self) -> Mapping[str, frozenset[str]]:
        """For each option its participants."""
        scenario = self.result.scenario
        return {option: frozenset(scenario.participants(option)) for option in self.options}

    def average(self) -> list[Cell]:
        """Return the cells of all shown municipalities as one."""
        everyone = self.municipalities
        return [
            self.printed(ALONE, everyone),
            *(self.against(option, everyone) for option in self.options),
        ]

    def dearer(self, option: str, sign: int) -> list[str]:
        """Return which participants pay more (sign 1) or less (sign -1) than alone, as printed."""
        return [
            m
            for m in self.municipalities
            if m in self._inside[option]
            and sign * (self._each[option][m] - self._each[ALONE][m]) > 0
        ]


def _difference(amount: float, alone: float) -> int | float:
    difference = amount - alone
    return difference if isinstance(difference, int) else round(difference, 2)


def grid(result: Result, settings: Settings) -> Grid:
    """Return the grid of the measure and the municipalities and options asked for."""
    scenario = result.scenario
    options = shown_options(scenario, settings)
    year = quoted_year(scenario, settings)
    cents = {
        option: dict(
            zip(
                scenario.municipalities,
                amounts(result, option, settings.measure, year),
                strict=True,
            )
        )
        for option in (ALONE, *options)
    }
    return Grid(result, settings, options, shown_municipalities(scenario, settings), cents)
