"""How often nobody would object to a key, while everything uncertain varies."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from orgdesign.allocation.games.coalitions import additive
from orgdesign.allocation.games.stability import TOLERANCE
from orgdesign.cached import kept
from orgdesign.model.axes import Array
from orgdesign.model.calculation import evaluate
from orgdesign.model.coalitions import OptionGame, option_game
from orgdesign.model.outcomes import measure
from orgdesign.model.result import Cases, Result
from orgdesign.scenario.key_names import BY_GAME
from orgdesign.sensitivity.draws import draw
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
from orgdesign.tables.sharing.stability import key_label
from orgdesign.tables.sharing.under import UnderKeys, tax, with_key
from orgdesign.tables.table import Cell, Mark, Row, Table
from orgdesign.words import say
from orgdesign.words.numbers import number

DRAWS = 200
"""Draws of everything uncertain; each takes every group to compute."""

MOST_PLAYERS = 10
"""The most participants for whom so many draws are computed."""


def stability_chance(result: Result, settings: Settings) -> Table:
    """Return for every key the part of the draws in which no group would object."""
    settings = of_game(settings)
    scenario, (under, about) = result.scenario, played(result, settings)
    lines = [*usual_notes(scenario, settings)[:-1], *about]
    rows: list[Row] = []
    if under is not None:
        if len(under.players) > MOST_PLAYERS:
            details = {"most": MOST_PLAYERS}
            lines.append(say("sharing.note_too_many_to_draw", settings.language, **details))
        else:
            drawn = _drawn(under)
            keys = ("", *chosen(under, settings, under.keys))
            rows = [_row(under, drawn, key, settings) for key in keys]
            lines += _notes(drawn, settings)
    columns = (
        column("key", settings),
        column("chance", settings, "share"),
        column("chance_error", settings, "share"),
        column("answers", settings, "share"),
    )
    title = game_title("stability_chance", scenario, settings)
    return make("stability_chance", title, columns, rows, lines, scenario, settings)


class Drawn:
    """The game of an option in every draw, and what each pays in it under a key."""

    def __init__(self, under: UnderKeys) -> None:
        self.scenario = under.scenario.without_change(under.option)
        self.option, self.places = under.option, under.places
        self.worth, self.year = under.worth, under.year
        draws = draw(self.scenario, DRAWS)
        self.seed, self.factors = draws.seed, len(draws.factors)
        self.cases = Cases(draws.cases.number, draws.cases.values)
        self.game: OptionGame = option_game(
            self.scenario, self.option, self.cases, self.worth, self.year
        )
        self.staff = self._evaluated("staff")
        self._stays: dict[str, NDArray[np.bool_]] = {}
        self._paid: dict[str, Array] = {}

    def _evaluated(self, key: str) -> Result:
        option = self.option
        if key == "staff":
            keyed = self.scenario.with_keys(option, {"all": "staff"})
        else:
            keyed = with_key(self.scenario, option, key) if key else self.scenario
        games = {option: self.game} if self.year is None else {}
        return evaluate(keyed, self.cases, [option], games)

    def amounts(self, key: str) -> Array:
        """Return what each participant pays in every draw as the game counts it, (n, draw).

        Unit: euros; not a number where a method has no answer.
        """
        if key not in self._paid:
            self._paid[key] = self._amounts(key)
        return self._paid[key]

    def _amounts(self, key: str) -> Array:
        if key in BY_GAME:
            return self.game.amounts(key)
        option, places, of = self.option, self.places, (self.worth, self.year)
        result = self._evaluated(key)
        own = measure(result, option, *of) - tax(result, option, *of) + tax(self.staff, option, *of)
        return np.broadcast_to(own[places], (len(places), self.cases.number))

    def stays(self, key: str) -> NDArray[np.bool_]:
        """Return in which draws no group objects; false where a method has no answer."""
        if key not in self._stays:
            self._stays[key] = self._staying(key)
        return self._stays[key]

    def _staying(self, key: str) -> NDArray[np.bool_]:
        costs, paid = self.game.costs, self.amounts(key)
        assert costs is not None
        there = np.isfinite(paid).all(axis=0)
        excess = additive(np.where(there, paid, 0.0)) - costs
        within = TOLERANCE * np.abs(costs).max(axis=0)
        return np.asarray(there & (excess.max(axis=0) <= within))


def _drawn(under: UnderKeys) -> Drawn:
    """Return the game in every draw, the one that was made before if there is."""
    return kept(under, "drawn", lambda: Drawn(under))


def _row(under: UnderKeys, drawn: Drawn, key: str, settings: Settings) -> Row:
    stays = drawn.stays(key)
    answers = np.isfinite(drawn.amounts(key)).all(axis=0)
    chance = float(stays.mean())
    error = float(np.sqrt(max(chance * (1 - chance), 1 / stays.size) / stays.size))
    cells: tuple[Cell, ...] = (
        key_label(under, key, settings),
        chance if drawn.factors else Mark.NOT_APPLICABLE,
        error if drawn.factors else Mark.NOT_APPLICABLE,
        float(answers.mean()),
    )
    return Row(key or "agreed", cells)


def _notes(drawn: Drawn, settings: Settings) -> list[str]:
    """Return how was drawn, and how often there is an allocation to which nobody objects."""
    language = settings.language
    if not drawn.factors:
        return [say("sharing.note_nothing_uncertain", language)]
    possible = number(float(drawn.stays("prenucleolus").mean()), "share", settings.numbers)
    return [
        say("sharing.note_drawn", language, draws=DRAWS, seed=drawn.seed, factors=drawn.factors),
        say("sharing.note_possible", language, part=possible),
    ]
