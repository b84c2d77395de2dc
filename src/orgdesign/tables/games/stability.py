"""Who would object to each method, and how much it takes."""

from __future__ import annotations

import math

import numpy as np

from orgdesign.allocation.games import stability as of
from orgdesign.allocation.games.study import Study
from orgdesign.model.axes import Array
from orgdesign.tables.games.parts import group, make, method_name, text, unit_of
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.words import say
from orgdesign.words.numbers import MINUS


def stability(study: Study, settings: Settings) -> Table:
    """Return for each method whether a group would object, how many and which most."""
    language, unit = settings.language, unit_of(study.game.scale)

    def titled(id: str) -> str:
        return say(f"game_tables.{id}", language)

    own = titled("more_than_own")
    columns = [
        text("method", settings),
        Column("objecting", titled("objecting"), "count"),
        text("in_core", settings),
        text("by_size", settings),
        Column("largest_excess", titled("largest_excess"), unit, signed=True, than=own),
        text("tightest", settings),
        Column("carried", titled("carried"), "count"),
        Column("variation", titled("variation"), "factor"),
        text("verified", settings),
    ]
    rows = [_row(study, method, settings) for method in study.methods]
    notes = ("note_core", "note_excess", "note_variation")
    said = [say(f"game_tables.{note}", language, minus=MINUS) for note in notes]
    return make("stability", study.heading, columns, rows, said, settings)


def _row(study: Study, method: str, settings: Settings) -> Row:
    found, name = study.allocations[method], method_name(method, settings.language)
    if found.amounts is None:
        return Row(method, (name, *[Mark.UNDEFINED] * 8))
    proved: Cell = Mark.NOT_APPLICABLE
    if found.verified is not None:
        proved = _yes(found.verified, settings)
    return Row(method, (name, *_cells(study, found.amounts, settings), proved))


def _cells(study: Study, amounts: Array, settings: Settings) -> list[Cell]:
    game = study.game
    numbers = counted(of.objections(game, amounts))
    most = of.tightest(game, amounts, 1)
    groups = len(most.coalitions) > 0
    variation = of.variation_of_savings(game, amounts)
    sizes = [
        say("game_tables.of_size", settings.language, number=number, size=size)
        for size, number in numbers.items()
    ]
    return [
        sum(numbers.values()),
        _yes(of.in_core(game, amounts), settings),
        ", ".join(sizes) or Mark.NOT_APPLICABLE,
        _exact(study, float(most.amounts[0])) if groups else Mark.NOT_APPLICABLE,
        group(study, int(most.coalitions[0]), settings) if groups else Mark.NOT_APPLICABLE,
        sum(counted(of.carried(game, amounts)).values()),
        Mark.NOT_APPLICABLE if math.isnan(variation) else variation,
    ]


def counted(groups: dict[int, of.Groups]) -> dict[int, int]:
    """Return how many groups there are of each size."""
    return {size: len(found.coalitions) for size, found in groups.items()}


def _exact(study: Study, excess: float) -> float:
    """Return an excess, 0 where it is nothing but rounding."""
    return 0.0 if np.abs(excess) <= of.TOLERANCE * study.game.scale else excess


def _yes(holds: bool, settings: Settings) -> str:
    return say(f"game_tables.{'holds' if holds else 'broken'}", settings.language)
