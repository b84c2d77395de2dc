"""The shares of a table: of whom, by which key, and what they go by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orgdesign.export.bill_sheet import BillSheet
from orgdesign.export.share_weights import Figures, Weight
from orgdesign.tables.build import option_name
from orgdesign.tables.cents import order
from orgdesign.tables.settings import Settings, first_option
from orgdesign.tables.table import Table

_OF_POOL = "formation"
"""A line that follows the key of the running pool."""


class Shares(NamedTuple):
    """The shares in one column of a table, that of everyone who shares among them."""

    column: int
    rows: tuple[int, ...]
    names: tuple[tuple[str, str, str], ...]
    """Of each row the option, the municipality and what is shared."""
    codes: tuple[str, ...]
    weights: Sequence[Weight] | None
    shares: tuple[float, ...]


def shares_of(
    table: Table, settings: Settings, bill: BillSheet, figures: Figures
) -> Iterator[Shares]:
    """Yield the shares of a table that has them by municipality; none where some are left out."""
    scenario = bill.result.scenario
    if table.id not in ("shares", "keys") or settings.municipalities:
        return
    option = first_option(scenario, settings)
    code_of = dict(zip(scenario.municipalities, order(scenario), strict=True))
    inside = scenario.participants(option)
    rows = [(at, row) for at, row in enumerate(table.rows) if row.id in inside]
    name = option_name(scenario, option, settings.language)
    for place, column in enumerate(table.columns):
        if column.unit != "share":
            continue
        players = [row.id for _, row in rows]
        key = column.id.removesuffix(".share")
        if table.id == "shares":
            year = int(column.id)
            weights: list[Weight] | None = [
                bill.of_line(option, player, _OF_POOL, year) for player in players
            ]
        else:
            weights = figures.weights(key, players)
        yield Shares(
            place,
            tuple(at for at, _ in rows),
            tuple((name, str(row.cells[0]), column.title) for _, row in rows),
            tuple(code_of[player] for player in players),
            weights,
            tuple(float(str(row.cells[place])) for _, row in rows),
        )
