"""Groups by method: those that object, and those that gain least."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from orgdesign.allocation.games import stability as of
from orgdesign.allocation.games.study import Study
from orgdesign.tables.games.parts import group, group_id, make, method_name, text, unit_of
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Column, Row, Table
from orgdesign.words import say
from orgdesign.words.numbers import MINUS

MOST = 5
"""Groups that are listed of each method, and of each size where they object."""


def objections(study: Study, settings: Settings) -> Table:
    """Return the groups that could do it cheaper themselves, by method and size."""
    language = settings.language
    rows = [
        row
        for method, amounts in study.defined.items()
        for found in of.objections(study.game, amounts).values()
        for row in _rows(study, method, found, settings)
    ]
    notes = [say("game_tables.note_more_groups", language, most=MOST)]
    if not rows:
        notes = [say("game_tables.note_none_object", language)]
    return make("objections", study.heading, _columns(study, settings), rows, notes, settings)


def excesses(study: Study, settings: Settings) -> Table:
    """Return the groups with the smallest margin of each method, those that object first."""
    rows = [
        row
        for method, amounts in study.defined.items()
        for row in _rows(study, method, of.tightest(study.game, amounts, MOST), settings)
    ]
    notes = [say("game_tables.note_excess", settings.language, minus=MINUS)]
    return make("excesses", study.heading, _columns(study, settings), rows, notes, settings)


def _columns(study: Study, settings: Settings) -> list[Column]:
    language, unit = settings.language, unit_of(study.game.scale)
    than = say("game_tables.more_than_own", language)
    return [
        text("method", settings),
        text("group", settings),
        Column("size", say("game_tables.size", language), "count"),
        Column("excess", say("game_tables.excess", language), unit, signed=True, than=than),
    ]


def _rows(study: Study, method: str, groups: of.Groups, settings: Settings) -> Iterator[Row]:
    name = method_name(method, settings.language)
    noise = of.TOLERANCE * study.game.scale
    for coalition, amount in zip(groups.coalitions[:MOST], groups.amounts[:MOST], strict=True):
        members = int(coalition).bit_count()
        excess = 0.0 if np.abs(amount) <= noise else float(amount)
        id = f"{method}.{group_id(study, int(coalition))}"
        yield Row(id, (name, group(study, int(coalition), settings), members, excess))
