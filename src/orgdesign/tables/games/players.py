"""Players by method: what they pay above what they add, what others lose, what an overrun does."""

from __future__ import annotations

import numpy as np

from orgdesign.allocation.games import stability as of
from orgdesign.allocation.games.change import smallest_change
from orgdesign.allocation.games.monotonicity import extra
from orgdesign.allocation.games.registry import METHODS
from orgdesign.allocation.games.study import Study
from orgdesign.model.axes import Array
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
from orgdesign.tables.table import Cell, Column, Mark, Table
from orgdesign.words import say
from orgdesign.words.numbers import MINUS, number

OVERRUN = 5.0
"""Percent that the whole costs more in the table of the overrun."""


def separable(study: Study, settings: Settings) -> Table:
    """Return what each player pays above what it adds to the others; below it, they carry it."""
    language, unit = settings.language, unit_of(study.game.scale)
    game = study.game
    cells = [[float(each) for each in game.stand_alone], [float(each) for each in game.separable]]
    above = [_difference(study, method, game.separable) for method in study.methods]
    columns = [
        text("player", settings),
        Column("alone", say("game_tables.alone", language), unit),
        Column("separable", say("game_tables.separable", language), unit),
        *by_method(study, settings, unit, than="more_than_separable"),
    ]
    notes = [say("game_tables.note_separable", language, minus=MINUS)]
    rows = by_player(study, [*cells, *above])
    return make("separable", study.heading, columns, rows, notes, settings)


def _difference(study: Study, method: str, less: Array) -> list[Cell]:
    amounts = study.allocations[method].amounts
    if amounts is None:
        return undefined(study)
    noise = of.TOLERANCE * study.game.scale
    return [0.0 if abs(each) <= noise else float(each) for each in amounts - less]


def disruption(study: Study, settings: Settings) -> Table:
    """Return what the others lose for each euro that a leaver loses, by method."""
    language = settings.language
    cells = [_disruption(study, method) for method in study.methods]
    columns = [text("player", settings), *by_method(study, settings, "factor")]
    mark = say("terms.mark_not_applicable", language)
    notes = [say("game_tables.note_disruption", language, mark=mark)]
    return make("disruption", study.heading, columns, by_player(study, cells), notes, settings)


def _disruption(study: Study, method: str) -> list[Cell]:
    amounts = study.allocations[method].amounts
    if amounts is None:
        return undefined(study)
    found = of.disruption(study.game, amounts)
    return [float(each) if np.isfinite(each) else Mark.NOT_APPLICABLE for each in found]


def overrun(study: Study, settings: Settings) -> Table:
    """Return what each player pays more where only the whole costs more, by method."""
    unit, players = unit_of(study.game.scale), study.game.players
    found = extra(study.game, OVERRUN, {method: METHODS[method] for method in study.methods})
    cells: list[list[Cell]] = [
        undefined(study) if more is None else [*shared(more, players, unit)]
        for more in found.values()
    ]
    columns = [
        text("player", settings),
        *by_method(study, settings, unit, total=True, than="more_than_before"),
    ]
    rows = by_player(study, cells)
    return make(
        "overrun",
        study.heading,
        columns,
        [*rows, total(columns, rows, settings)],
        [say("game_tables.note_overrun", settings.language, minus=MINUS)],
        settings,
        percent=number(OVERRUN, "factor", settings.numbers),
    )


def changes(study: Study, settings: Settings) -> Table:
    """Return for each method outside the core the smallest change that brings it in."""
    language, unit = settings.language, unit_of(study.game.scale)
    players, game = study.game.players, study.game
    outside = {m: each for m, each in study.defined.items() if not of.in_core(game, each)}
    found = {} if study.core_is_empty else {m: _change(study, each) for m, each in outside.items()}
    columns = [
        text("player", settings),
        *(
            column
            for column in by_method(study, settings, unit, total=True, than="more_than_method")
            if column.id in found
        ),
    ]
    rows = by_player(study, [shared(each, players, unit) for each in found.values()])
    note = "note_changes" if found else "note_no_core" if outside else "note_no_changes"
    return make(
        "changes",
        study.heading,
        columns,
        [*rows, total(columns, rows, settings)] if found else [],
        [say(f"game_tables.{note}", language)],
        settings,
    )


def _change(study: Study, amounts: Array) -> Array:
    nearest = smallest_change(study.game, amounts)
    return np.zeros_like(amounts) if nearest is None else nearest - amounts
