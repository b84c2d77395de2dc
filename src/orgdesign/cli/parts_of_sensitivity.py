"""The parts of `orgdesign sensitivity` by name, each from a call to a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from orgdesign.scenario.scenario import Scenario
from orgdesign.sensitivity.run import Told
from orgdesign.sensitivity.study import Study
from orgdesign.tables.settings import Settings, shown_municipalities, shown_options
from orgdesign.tables.table import Table


class Call(NamedTuple):
    """What was asked for: a scenario, how to show it, the figures named, and who is told."""

    scenario: Scenario
    settings: Settings
    figures: tuple[str, ...]
    told: Told

    @property
    def study(self) -> Study:
        """The scenario with the measure, options and municipalities asked for."""
        settings = self.settings
        return Study(
            self.scenario,
            shown_options(self.scenario, settings),
            shown_municipalities(self.scenario, settings),
            settings.measure,
            settings.year,
        )


def _switching(call: Call) -> Table:
    from orgdesign.sensitivity.switching import switching
    from orgdesign.tables.sensitivity.switching import switching_table

    found = switching(call.study, call.figures or None, call.told)
    return switching_table(found, call.study, call.settings)


PARTS: dict[str, Callable[[Call], Table]] = {
    "switching": _switching,
}
"""What makes the table of each part, in the order in which readers meet them."""
