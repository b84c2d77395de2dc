"""What every player pays by every method."""

from __future__ import annotations

from orgdesign.allocation.games.study import Study
from orgdesign.tables.games import warnings
from orgdesign.tables.games.parts import (
    by_method,
    by_player,
    make,
    shared,
    text,
    total,
    undefined,
    unit_of,
)
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Cell, Table


def allocations(study: Study, settings: Settings) -> Table:
    """Return the amounts of each player by method; why a method has none stands in the notes."""
    unit, players = unit_of(study.game.scale), study.game.players
    cells: list[list[Cell]] = [
        undefined(study) if found.amounts is None else [*shared(found.amounts, players, unit)]
        for found in study.allocations.values()
    ]
    columns = [text("player", settings), *by_method(study, settings, unit, total=True)]
    rows = by_player(study, cells)
    notes = [*warnings.of_methods(study, settings), *warnings.remarks(study, settings)]
    return make(
        "allocations",
        study.heading,
        columns,
        [*rows, total(columns, rows, settings)],
        notes,
        settings,
    )
