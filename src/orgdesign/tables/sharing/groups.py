"""What groups of participants would pay on their own, beside what they pay together."""

from __future__ import annotations

import numpy as np

from orgdesign.allocation.games.stability import excesses
from orgdesign.model.result import Result
from orgdesign.tables import notes
from orgdesign.tables.build import make
from orgdesign.tables.settings import Settings
from orgdesign.tables.sharing.about import (
    chosen,
    column,
    game_title,
    of_game,
    played,
    usual_notes,
)
from orgdesign.tables.sharing.stability import group_name, in_unit, key_label
from orgdesign.tables.sharing.under import UnderKeys
from orgdesign.tables.table import Cell, Mark, Row, Table
from orgdesign.words import say

MOST = 62
"""Groups that are listed: all of six participants; of more, those that gain least."""


def groups(result: Result, settings: Settings) -> Table:
    """Return the groups of an option, those that gain least first, under one key."""
    settings = of_game(settings)
    scenario, (under, about) = result.scenario, played(result, settings)
    lines = [*usual_notes(scenario, settings), *about]
    rows: list[Row] = []
    if under is not None:
        key = next(iter(chosen(under, settings, ())), "")
        label = key_label(under, key, settings)
        lines.append(say("sharing.note_groups", settings.language, key=label))
        if under.exact is None:
            lines.append(say("sharing.note_too_many", settings.language))
        else:
            rows = _rows(under, key, settings)
        if key == "":
            own = scenario.without_change(under.option)
            lines += notes.key_notes(own, [under.option], settings)
    columns = (
        column("group", settings),
        column("members", settings, "count"),
        column("on_its_own", settings, settings.unit),
        column("pays", settings, settings.unit),
        column("excess", settings, settings.unit)._replace(signed=True),
        column("excess_part", settings, "share"),
    )
    title = game_title("groups", scenario, settings)
    return make("groups", title, columns, rows, lines, scenario, settings)


def _rows(under: UnderKeys, key: str, settings: Settings) -> list[Row]:
    game = under.game.central
    excess = excesses(game, under.amounts(key))
    order = np.argsort(-excess[1:-1], kind="stable")[:MOST] + 1
    return [_row(under, int(group), game.costs[group], excess[group], settings) for group in order]


def _row(under: UnderKeys, group: int, cost: float, excess: float, settings: Settings) -> Row:
    own, paid = in_unit(cost, settings), in_unit(cost + excess, settings)
    part: Cell = excess / cost if cost > 0 else Mark.NOT_APPLICABLE
    cells = (
        group_name(under, group, settings), group.bit_count(), own, paid, paid - own, part,
    )  # fmt: skip
    return Row("+".join(_ids(under, group)), cells)


def _ids(under: UnderKeys, group: int) -> list[str]:
    return [m for i, m in enumerate(under.players) if group >> i & 1]
