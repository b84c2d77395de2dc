"""A screen that compares options: in money, per inhabitant, or as a part of the cost alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from orgdesign.measures import YEARLY
from orgdesign.tui.actions import bindings_for
from orgdesign.tui.screens.measured import Measured
from orgdesign.tui.widgets.years import Years, YearStrip

if TYPE_CHECKING:
    from orgdesign.model.result import Result


class Compared(Measured):
    """What amounts are a part of is one key away; a `YearStrip` shows the year."""

    BINDINGS = bindings_for("compared")

    def action_per_inhabitant(self) -> None:
        """Turn between per inhabitant and the whole, where the outcome is an amount."""
        if not self.unheeded("per_inhabitant"):
            self.see(replace(self.view, per_inhabitant=not self.view.per_inhabitant))

    def action_percentage(self) -> None:
        """Turn between a percentage of the cost alone and money, where alone has such a cost."""
        if not self.unheeded("percentage"):
            self.see(replace(self.view, percentage=not self.view.percentage))

    def draw_years(self, *results: Result) -> None:
        """Draw the year in sight among those in which options start and those reported."""
        scenarios = [result.scenario for result in results]
        reported = {scenario.report_year for scenario in scenarios}
        options = [each for s in scenarios for each in s.document.options.values()]
        starts = {int(option.from_.value) for option in options}
        shown = self.years_shown()
        years = Years(sorted({*self.years, *shown}), shown, starts, reported)
        self.query_one(YearStrip).show(years, self.language)

    def years_shown(self) -> Mapping[int, str]:
        """Return the year that the table is of; none where it is of all of them."""
        if self.result is None or self.view.measure not in YEARLY:
            return {}
        chosen, usual = self.view.year, self.result.scenario.report_year
        return {chosen if chosen is not None and chosen in self.years else usual: ""}
