"""The key figures of a game: what together is worth, and whether it holds together."""

from __future__ import annotations

from orgdesign.allocation.games import sanity
from orgdesign.allocation.games.study import Study
from orgdesign.tables.games import warnings
from orgdesign.tables.games.parts import make, text, unit_of
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Cell, Column, Row, Table
from orgdesign.words import say


def game(study: Study, settings: Settings) -> Table:
    """Return the key figures of a game; what is odd about it stands in the notes."""
    language, unit = settings.language, unit_of(study.game.scale)
    rows = [
        Row(id, (say(f"game_tables.{id}", language), cell)) for id, cell in _facts(study, settings)
    ]
    columns = [text("fact", settings), Column("value", say("game_tables.value", language), unit)]
    notes = [
        say("game_tables.note_level", language),
        *warnings.of_game(study, settings),
        *warnings.not_concave(study, settings),
    ]
    return make("game", study.heading, columns, rows, notes, settings)


def _facts(study: Study, settings: Settings) -> list[tuple[str, Cell]]:
    language, found = settings.language, study.game

    def yes(holds: bool) -> str:
        return say(f"game_tables.{'holds' if holds else 'broken'}", language)

    apart = float(found.stand_alone.sum())
    core = "core_empty" if study.core_is_empty else "core_there"
    return [
        ("players", str(found.size)),
        ("together", found.total),
        ("apart", apart),
        ("gain", apart - found.total),
        ("core", say(f"game_tables.{core}", language)),
        ("level", study.least_core_level),
        ("stability_cost", study.cost_of_stability),
        ("subadditive", _subadditive(study, settings)),
        ("monotone", yes(sanity.is_monotone(found))),
        ("concave", yes(sanity.is_concave(found))),
    ]


def _subadditive(study: Study, settings: Settings) -> str:
    pairs = study.subadditivity
    if pairs.number:
        return say("game_tables.broken_pairs", settings.language, number=pairs.number)
    return say(f"game_tables.{'holds' if pairs.complete else 'holds_as_far'}", settings.language)
