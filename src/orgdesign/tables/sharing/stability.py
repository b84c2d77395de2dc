"""Who would object to a key, and how much it takes to have nobody object."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from orgdesign.allocation.games.change import smallest_change
from orgdesign.allocation.games.coalitions import members
from orgdesign.allocation.games.core import cost_of_stability, least_core_level
from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.sanity import subadditivity
from orgdesign.allocation.games.stability import (
    Groups,
    carried,
    disruption,
    in_core,
    objections,
    tightest,
)
from orgdesign.model.axes import Array
from orgdesign.model.result import Result
from orgdesign.tables import notes
from orgdesign.tables.build import make, municipality_name
from orgdesign.tables.settings import CENTS_IN, Settings
from orgdesign.tables.sharing.about import (
    chosen,
    column,
    game_title,
    names,
    of_game,
    played,
    silent_notes,
    usual_notes,
)
from orgdesign.tables.sharing.under import UnderKeys
from orgdesign.tables.table import Cell, Mark, Row, Table
from orgdesign.words import say
from orgdesign.words.numbers import number


def stability(result: Result, settings: Settings) -> Table:
    """Return for every key whether groups would object, which one most, and what it takes."""
    settings = of_game(settings)
    scenario, (under, about) = result.scenario, played(result, settings)
    rows: list[Row] = []
    lines = [*usual_notes(scenario, settings), *about]
    if under is not None:
        if under.exact is None:
            lines.append(say("sharing.note_too_many", settings.language))
        else:
            rows = [_row(under, under.exact, k, settings) for k in _keys(under, settings)]
            lines += _game_notes(under, under.exact, settings)
            lines += silent_notes(under, settings)
    columns = (
        column("key", settings),
        column("in_core", settings),
        column("objecting", settings, "count"),
        column("by_size", settings),
        column("most_dissatisfied", settings),
        column("excess", settings, settings.unit)._replace(signed=True),
        column("subsidised", settings, "count"),
        column("disruption", settings, "number"),
        column("to_move", settings, settings.unit),
    )
    title = game_title("stability", scenario, settings)
    return make("stability", title, columns, rows, lines, scenario, settings)


def _keys(under: UnderKeys, settings: Settings) -> tuple[str, ...]:
    return ("", *chosen(under, settings, under.keys))


def key_label(under: UnderKeys, key: str, settings: Settings) -> str:
    """Return the name of a key; of no key, that it is the one agreed for the option."""
    if not key:
        return say("sharing.agreed", settings.language)
    return notes.key_name(under.scenario, key, settings.language)


def _row(under: UnderKeys, game: Game, key: str, settings: Settings) -> Row:
    language, paid = settings.language, under.amounts(key)
    found, worst = objections(game, paid), tightest(game, paid, 1)
    group: Cell = Mark.NOT_APPLICABLE
    excess: Cell = Mark.NOT_APPLICABLE
    if len(worst.coalitions):
        group = group_name(under, int(worst.coalitions[0]), settings)
        excess = in_unit(float(worst.amounts[0]), settings)
    stays = say(f"sharing.{'yes' if in_core(game, paid) else 'no'}", language)
    return Row(
        key or "agreed",
        (
            key_label(under, key, settings),
            stays,
            _number_of(found),
            "; ".join(f"{size}: {len(each.coalitions)}" for size, each in found.items()),
            group,
            excess,
            _number_of(carried(game, paid)),
            _largest_disruption(game, paid),
            _moved(game, paid, settings),
        ),
    )


def group_name(under: UnderKeys, coalition: int, settings: Settings) -> str:
    """Return the members of a group by name."""
    return names(under.scenario, members(coalition, under.players), settings.language)


def in_unit(euros: float, settings: Settings) -> int:
    """Return euros as whole numbers of the unit asked for."""
    return round(euros * 100 / CENTS_IN[settings.unit])


def _number_of(found: Mapping[int, Groups]) -> int:
    return sum(len(groups.coalitions) for groups in found.values())


def _largest_disruption(game: Game, paid: Array) -> Cell:
    each = disruption(game, paid)[game.stand_alone > paid]
    finite = each[np.isfinite(each)]
    return round(float(finite.max()), 2) if finite.size else Mark.NOT_APPLICABLE


def _moved(game: Game, paid: Array, settings: Settings) -> Cell:
    """Return the euros that change hands on the way to the nearest allocation without objection."""
    nearest = smallest_change(game, paid)
    if nearest is None:
        return Mark.NOT_APPLICABLE
    return in_unit(float(np.maximum(0.0, nearest - paid).sum()), settings)


def _game_notes(under: UnderKeys, game: Game, settings: Settings) -> list[str]:
    """Return what the game itself allows, and the smallest change of the key that was agreed."""
    language = settings.language

    def euros(amount: float) -> str:
        return number(round(abs(amount)), "euros", settings.numbers)

    level = least_core_level(game)
    if level > 0:
        short = cost_of_stability(game)
        lines = [say("sharing.note_core_empty", language, level=euros(level), short=euros(short))]
    else:
        entry = "note_core" if round(level) else "note_core_exact"
        lines = [say(f"sharing.{entry}", language, level=euros(level))]
    lines += [
        say(
            "sharing.note_dearer_together",
            language,
            first=group_name(under, broken.first, settings),
            second=group_name(under, broken.second, settings),
            more=euros(broken.more),
        )
        for broken in subadditivity(game, 1).worst
    ]
    return [*lines, say("sharing.note_verified", language), *_change_notes(under, game, settings)]


def _change_notes(under: UnderKeys, game: Game, settings: Settings) -> list[str]:
    paid = under.amounts("")
    nearest = smallest_change(game, paid)
    if nearest is None or in_core(game, paid):
        return []
    changes = [
        f"{municipality_name(under.scenario, m)} "
        f"{number(round(change), 'euros', settings.numbers, signed=True)}"
        for m, change in zip(under.players, (nearest - paid).tolist(), strict=True)
        if round(change)
    ]
    return [say("sharing.note_change", settings.language, changes="; ".join(changes))]
