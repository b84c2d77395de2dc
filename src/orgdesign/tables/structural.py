"""Structural cost of each municipality in every option."""

from __future__ import annotations

from orgdesign.model.result import Result
from orgdesign.tables.compare import by_measure
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Table


def structural(result: Result, settings: Settings) -> Table:
    """Return the structural cost by municipality and option."""
    return by_measure(result, settings.change(measure="structural_cost"), "structural")
