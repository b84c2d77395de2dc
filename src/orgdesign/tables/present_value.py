"""Present value of each municipality in every option."""

from __future__ import annotations

from orgdesign.model.result import Result
from orgdesign.tables.compare import by_measure
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Table


def present_value(result: Result, settings: Settings) -> Table:
    """Return the present value by municipality and option."""
    return by_measure(result, settings.change(measure="present_value"), "present_value")
