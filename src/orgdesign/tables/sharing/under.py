"""An option under every key: computed once, for all tables that put keys side by side."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from orgdesign.allocation.games.game import Game
from orgdesign.cached import cached_property, kept
from orgdesign.lines import RUNNING
from orgdesign.model.axes import Array
from orgdesign.model.calculation import evaluate
from orgdesign.model.choices import OVERRUN
from orgdesign.model.coalitions import (
    MOST_EXACT,
    OptionGame,
    Worth,
    dearer,
    option_game,
    worth_of,
)
from orgdesign.model.evaluation import Evaluation
from orgdesign.model.outcomes import measure, year_index
from orgdesign.model.result import CENTRAL, Cases, Result
from orgdesign.scenario.key_names import BUILT_IN, BY_GAME
from orgdesign.scenario.scenario import ALONE, Scenario

TAX = ("vat", "vat_one_off")


def by_figure(scenario: Scenario, option: str) -> tuple[str, ...]:
    """Return the keys and figures that can share the running pool of an option."""
    document = scenario.document
    every = (*BUILT_IN, *document.figures, *document.keys)
    return tuple(key for key in every if _usable(scenario, option, key))


def _usable(scenario: Scenario, option: str, id: str) -> bool:
    """Return whether a key has a figure for every participant."""
    inside = set(scenario.participants(option))
    if id in scenario.document.figures:
        return inside <= set(scenario.document.figures[id].values)
    key = scenario.document.keys.get(id)
    if key is None:
        return id in BUILT_IN or id in BY_GAME
    if key.fixed is not None and set(key.fixed) != inside:
        return False
    parts = [key.figure, *(key.mix or ()), key.path.from_ if key.path else None]
    parts += [key.fixed_part.key if key.fixed_part else None]
    parts += [key.settlement.by if key.settlement else None]
    return all(_usable(scenario, option, part) for part in parts if part is not None)


def with_key(scenario: Scenario, option: str, key: str) -> Scenario:
    """Return the scenario with another key on the running pool of an option.

    And on that of each option that takes over from it, where the key can share it.
    """
    for phase in scenario.phases(option):
        if phase == option or _usable(scenario, phase, key):
            scenario = _with_key(scenario, phase, key)
    return scenario


def _with_key(scenario: Scenario, option: str, key: str) -> Scenario:
    """Return the scenario with another key on one option.

    A method shares the whole bill, so it takes the place of every key.
    """
    if key in BY_GAME:
        return scenario.with_keys(option, {"all": key})
    given = scenario.document.options[option].keys
    kept = {pool: id for pool, id in given.items() if pool not in RUNNING}
    return scenario.with_keys(option, {**kept, "running": key})


class UnderKeys:
    """One option of a scenario under every key, each computed when asked for and kept.

    `phase` is the option, or the one that takes over from it, that the keys are tried on: its
    participants share, and its groups are what methods read. `year` is the calendar year whose
    total cost they weigh, None for the present value of all years.
    """

    def __init__(
        self, scenario: Scenario, option: str, phase: str, year: int | None = None
    ) -> None:
        self.year = year
        self.scenario = scenario
        self.option = option
        self.phase = phase
        self._results: dict[str, Result] = {}
        self._dearer: dict[tuple[str, float], Result] = {}
        self._games: dict[tuple[str, float], OptionGame] = {}
        self._alone: dict[float, Evaluation] = {}

    @cached_property
    def players(self) -> tuple[str, ...]:
        """The participants."""
        return self.scenario.participants(self.phase)

    @cached_property
    def places(self) -> list[int]:
        """The positions of the participants among all municipalities."""
        return self.scenario.places(self.players)

    @property
    def worth(self) -> Worth:
        """What groups weigh."""
        return "present_value" if self.year is None else "total_cost"

    @cached_property
    def game(self) -> OptionGame:
        """What every group of participants would pay on its own."""
        if self.year is None:
            return self._game(self.phase)
        return option_game(self.scenario, self.phase, worth=self.worth, year=self.year)

    @property
    def exact(self) -> Game | None:
        """The game as methods read it, None above twenty participants."""
        return self.game.central if len(self.players) <= MOST_EXACT else None

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Every key that shares this option: those by figure, then the methods that answer."""
        methods = [key for key in BY_GAME if self.game.allocation(key).amounts is not None]
        return (*by_figure(self.scenario, self.phase), *methods)

    @cached_property
    def silent(self) -> Mapping[str, str]:
        """The methods without an answer, each with the reason."""
        found = {key: self.game.allocation(key) for key in BY_GAME}
        return {key: each.undefined for key, each in found.items() if each.amounts is None}

    def under(self, key: str) -> Result:
        """Return the option shared by a key; by its own keys where the key is empty."""
        if key not in self._results:
            self._results[key] = self._computed(key, 0.0)
        return self._results[key]

    def when_dearer(self, key: str, overrun: float) -> Result:
        """Return the option shared by a key when the running pool costs so much more."""
        if (key, overrun) not in self._dearer:
            self._dearer[key, overrun] = self._computed(key, overrun)
        return self._dearer[key, overrun]

    def _game(self, phase: str, overrun: float = 0.0) -> OptionGame:
        """Return a game, or the one in which the running pool costs so much more for all."""
        if (phase, overrun) not in self._games:
            if overrun:
                game = dearer(self._game(phase), self.scenario, phase, overrun)
            else:
                game = option_game(self.scenario, phase)
            self._games[phase, overrun] = game
        return self._games[phase, overrun]

    def answers(self, key: str, overrun: float) -> bool:
        """Return whether a key has an answer when the running pool costs so much more."""
        if key not in BY_GAME:
            return True
        return self._game(self.phase, overrun).allocation(key).amounts is not None

    def _computed(self, key: str, overrun: float) -> Result:
        """Return the option shared by a key; staying alone is computed once for all of them."""
        scenario = with_key(self.scenario, self.option, key) if key else self.scenario
        cases = Cases(1, {OVERRUN: np.array([overrun])}) if overrun else CENTRAL
        phases = scenario.phases(self.option) if key in BY_GAME else ()
        games = {phase: self._game(phase, overrun) for phase in phases}
        found = evaluate(scenario, cases, [self.option], games, self._alone.get(overrun))
        self._alone[overrun] = found.options[ALONE].evaluation
        return found

    def evaluation(self, key: str) -> Evaluation:
        """Return the figures of the phase shared by a key."""
        phases = self.under(key).options[self.option].evaluation.phases()
        return next(each for each in phases if each.reading.option == self.phase)

    def amounts(self, key: str) -> Array:
        """Return what each participant pays in all under a key, as the game counts it.

        Unit: euros. Formula: present value, or total cost of the year, with the tax on the charge
        by key `staff`: the amounts of every key then sum to the same. As a key a method shares by
        present value; of one year its amounts are its own. Shape: (n,).
        """
        if self.year is not None and key in BY_GAME:
            return self.game.amounts(key)[:, 0]
        result = self._own_phase(key)
        paid = measure(result, self.phase, self.worth, self.year)[self.places, 0]
        taxes = (tax(each, self.phase, self.worth, self.year) for each in (result, self._staff))
        own, by_staff = (each[self.places, 0] for each in taxes)
        return np.asarray(paid - own + by_staff)

    def _own_phase(self, key: str) -> Result:
        """Return the phase shared by a key, nothing before or after it, as the game is."""
        own = self.scenario.without_change(self.phase)
        if own is self.scenario and self.phase == self.option:
            return self.under(key)
        games = {self.phase: self.game} if key in BY_GAME else {}
        keyed = with_key(own, self.phase, key) if key else own
        return evaluate(keyed, options=[self.phase], games=games)

    @cached_property
    def _staff(self) -> Result:
        by_staff = self.scenario.with_keys(self.phase, {"all": "staff"})
        return evaluate(by_staff.without_change(self.phase), options=[self.phase])

    def running(self, year: int) -> float:
        """Return what the running pool costs in a calendar year. Unit: euros."""
        found = self.under("staff")
        evaluation, y = found.in_force(self.option, year), year_index(found, year)
        totals = [evaluation[f"total:{line}"][0, 0, :, 0] for line in RUNNING]
        return float(sum(each[min(y, len(each) - 1)] for each in totals))


def tax(result: Result, option: str, worth: Worth, year: int | None = None) -> Array:
    """Return the tax on the charge as a game counts it, (municipality, case). Unit: euros."""
    lines = result.options[option].lines
    yearly = sum((lines[line] for line in TAX), np.zeros((1, 1, 1)))
    return worth_of(result, yearly, worth, year)


def under_keys(
    result: Result, option: str, year: int | None = None, game_year: int | None = None
) -> UnderKeys:
    """Return an option under every key, the one that was made for the same result if there is.

    The keys are tried on what is in force in a calendar year, on the option itself without one.
    Groups weigh the total cost of a game year, the present value without one.
    """
    evaluation = result.options[option].evaluation
    phase = option if year is None else result.in_force(option, year).reading.option
    of = result.scenario, option, phase, game_year
    return kept(evaluation, ("under", phase, game_year), lambda: UnderKeys(*of))
