"""The game of an option: what every group of its participants would pay on its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from orgdesign.allocation.games.coalitions import Flags, membership
from orgdesign.allocation.games.draws import amounts_of_draws
from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.method import Allocation, undefined
from orgdesign.allocation.games.registry import METHODS
from orgdesign.allocation.games.sampling import Sampled, sampled_shapley
from orgdesign.cached import cached_property
from orgdesign.lines import LINES, TOTAL
from orgdesign.model.axes import Array
from orgdesign.model.calculation import evaluate
from orgdesign.model.choices import OVERRUN, leaving
from orgdesign.model.making_steps import steps
from orgdesign.model.outcomes import discounted, lines_of, measure, year_index, year_of
from orgdesign.model.result import CENTRAL, Cases, Result
from orgdesign.model.steps import Steps
from orgdesign.scenario.scenario import ALONE, Scenario

MOST_EXACT = 20
"""The most participants for whom every group is computed; above it orders are sampled."""

ORDERS, SEED = 256, 1
"""How many orders of joining are sampled then, and from which seed."""

_ROWS = 1024
"""Groups x cases that are computed at a time, to bound memory."""

Worth = Literal["present_value", "total_cost"]
"""What a group pays: the present value of all years, or the total cost of one year."""


@dataclass(frozen=True, eq=False)
class OptionGame:
    """What groups of the participants of an option pay. Unit: euros.

    `costs` has shape (2**n, case) and is None above 20 players, where `sampled` holds the
    Shapley value of each case. `own` is what each pays outside the key when all take part, with
    the tax on a charge by key `staff`, shape (n, case); `pools` is what the key shares, shape
    (case,); the total of all is their sum. `weights` are the inhabitants, shape (n, case).
    """

    players: tuple[str, ...]
    costs: Array | None
    sampled: tuple[Sampled, ...]
    own: Array
    pools: Array
    weights: Array

    @cached_property
    def central(self) -> Game:
        """The game of the first case; raises ValueError above 20 players."""
        if self.costs is None:
            message = f"{len(self.players)} players have too many groups to compute each"
            raise ValueError(message)
        return Game(self.players, self.costs[:, 0], self.weights[:, 0])

    def allocation(self, method: str) -> Allocation:
        """Return what a method answers in the first case, or why it has no answer."""
        if self.costs is not None:
            return METHODS[method](self.central)
        if method == "shapley":
            return Allocation(self.sampled[0].amounts, remarks=("sampled",))
        return undefined("too_many_players")

    def amounts(self, method: str) -> Array:
        """Return what a method has each pay in every case, no number where it is undefined.

        Shape: (n, case).
        """
        if self.costs is not None:
            return amounts_of_draws(method, self.costs, self.weights)
        if method == "shapley":
            return np.stack([each.amounts for each in self.sampled], axis=1)
        return np.full(self.own.shape, np.nan)


def option_game(
    scenario: Scenario,
    option: str,
    cases: Cases = CENTRAL,
    worth: Worth = "present_value",
    year: int | None = None,
) -> OptionGame:
    """Return the game of an option in every case. Unit: euros.

    Formula: c(S) is what the members of S pay together when S alone works together in this
    option, taxed and shared by key `staff`, without floor, cap or growth path; amounts of all
    count whole, those of one municipality where it is a member. Where the host is no member,
    the one with most inhabitants is. c of one is its total in the zero option. Total cost is of
    a calendar year, the report year without one. Source: the definition of a cost game, Young 1994.
    """
    own, pools = own_and_pools(scenario, option, cases, worth, year)
    whole = _by_staff(scenario, option).without_keys_of_amounts(option)
    groups = _Groups(whole, option, _as_computed(cases), worth, year)
    size, costs = len(groups.players), None
    if size <= MOST_EXACT:
        costs = groups.costs(membership(np.arange(1 << size), size) > 0)
        costs[-1] = own.sum(axis=0) + pools
    sampled = tuple(groups.sampled()) if costs is None else ()
    return OptionGame(groups.players, costs, sampled, own, pools, groups.inhabitants)


def dearer(game: OptionGame, scenario: Scenario, option: str, overrun: float) -> OptionGame:
    """Return the game of the central case in which the running pool costs more for all together.

    What groups would pay on their own stays as it is: they would not bear that overrun.
    """
    cases = Cases(1, {OVERRUN: np.array([overrun])})
    own, pools = own_and_pools(scenario, option, cases)
    if game.costs is None:
        more = (own.sum() + pools - game.own.sum() - game.pools) / len(game.players)
        sampled = tuple(each._replace(amounts=each.amounts + more) for each in game.sampled)
        return replace(game, sampled=sampled, own=own, pools=pools)
    costs = game.costs.copy()
    costs[-1] = own.sum(axis=0) + pools
    return replace(game, costs=costs, own=own, pools=pools)


def own_and_pools(
    scenario: Scenario,
    option: str,
    cases: Cases,
    worth: Worth = "present_value",
    year: int | None = None,
) -> tuple[Array, Array]:
    """Return what each pays outside the key, and what the key shares. (player, case), (case,).

    Unit: euros. With the tax on a charge by key `staff`.
    """
    by_staff = _by_staff(scenario, option)
    result = evaluate(by_staff, _without(cases, leaving("")), [option])
    evaluation = result.options[option].evaluation
    names = [f"{'shared' if LINES[line].borne == 'own' else 'total'}:{line}" for line in TOTAL]
    shape = (1, len(scenario.years), cases.number)
    yearly = sum((evaluation[name][:, 0] for name in names), start=np.zeros(shape))
    places = scenario.places(scenario.participants(option))
    shared = evaluation["key:staff"][places, 0] * yearly
    pools = worth_of(result, yearly, worth, year)[0]
    paid = measure(result, option, worth, year)[places]
    own = paid - worth_of(result, shared, worth, year)
    return np.broadcast_to(own, (len(paid), len(pools))), pools


def worth_of(result: Result, yearly: Array, worth: Worth, year: int | None) -> Array:
    """Return what yearly amounts are to a game, (..., case) of (..., year, case). Unit: euros.

    Formula: their present value, or those of a calendar year (the report year).
    """
    if worth == "present_value":
        return discounted(result, yearly)
    return np.asarray(yearly[:, year_index(result, year)])


def _by_staff(scenario: Scenario, option: str) -> Scenario:
    """Return the scenario with key `staff` for an option, and nothing that takes over from it."""
    return scenario.with_keys(option, {"all": "staff"}).without_change(option)


def _as_computed(cases: Cases) -> Cases:
    """Return the cases without exits and overrun: a game is played at the start."""
    return _without(cases, leaving(""), OVERRUN)


def _without(cases: Cases, *paths: str) -> Cases:
    """Return the cases without the values of some paths, each given by its beginning."""
    kept = {path: each for path, each in cases.values.items() if not path.startswith(paths)}
    return Cases(cases.number, kept)


@dataclass(frozen=True)
class _Groups:
    """Costs of groups of participants, many at a time."""

    scenario: Scenario
    option: str
    cases: Cases
    worth: Worth
    year: int | None = None

    @cached_property
    def players(self) -> tuple[str, ...]:
        return self.scenario.participants(self.option)

    @cached_property
    def _places(self) -> list[int]:
        return self.scenario.places(self.players)

    @cached_property
    def _together(self) -> Result:
        return evaluate(self.scenario, self.cases, [self.option])

    @property
    def inhabitants(self) -> Array:
        """The inhabitants of each player in every case. Shape: (n, case)."""
        found = self._together.options[self.option].evaluation["inhabitants"][self._places, 0, 0]
        return np.broadcast_to(found, (len(self.players), self.cases.number))

    @cached_property
    def _base(self) -> Result:
        return evaluate(self.scenario, options=[self.option])

    @cached_property
    def _steps(self) -> Steps:
        """The steps from who is a member, and what differs by case, to what is asked."""
        paths = (*map(leaving, self.players), *self.cases.values)
        year = year_of(self.scenario, self.worth, self.year)
        return steps(self._base, paths, lines_of(self.worth), year)

    @cached_property
    def _alone(self) -> Array:
        """What each pays alone in every case. Shape: (n, case)."""
        found = measure(self._together, ALONE, self.worth, self.year)[self._places]
        return np.broadcast_to(found, (len(self.players), self.cases.number))

    def costs(self, groups: Flags) -> Array:
        """Return what groups pay, each a row of who is a member. Shape: (group, case)."""
        costs = np.zeros((len(groups), self.cases.number))
        size = groups.sum(axis=1)
        costs[size == 1] = groups[size == 1].astype(float) @ self._alone
        several = np.flatnonzero(size > 1)
        step = max(1, _ROWS // self.cases.number)
        for begin in range(0, len(several), step):
            block = several[begin : begin + step]
            costs[block] = self._block(groups[block])
        return costs

    def central_costs_of(self, place: NDArray[np.intp], groups: Flags) -> Array:
        """Return what groups pay in the first case, each player at its place. Shape: (group,)."""
        return self.costs(groups[:, place])[:, 0]

    def _block(self, groups: Flags) -> Array:
        number = self.cases.number
        inside = np.repeat(groups, number, axis=0)
        last = np.where(inside, np.inf, -np.inf)
        values = {leaving(m): last[:, player] for player, m in enumerate(self.players)}
        values |= {path: np.tile(each, len(groups)) for path, each in self.cases.values.items()}
        cases = Cases(len(inside), values)
        found = self._steps.bills(self._steps.values(cases), cases)
        amounts = measure(found, self.option, self.worth, self.year)[self._places]
        return np.asarray((amounts.T * inside).sum(axis=1).reshape(len(groups), number))

    def sampled(self) -> Iterator[Sampled]:
        """Yield the Shapley value of each case from sampled orders of joining.

        Orders are drawn by place: players stand in order of id, wherever the file has them.
        """
        place = np.argsort(np.argsort(np.array(self.players)))
        for case in range(self.cases.number):
            values = {path: each[case : case + 1] for path, each in self.cases.values.items()}
            groups = _Groups(self.scenario, self.option, Cases(1, values), self.worth, self.year)
            costs = partial(groups.central_costs_of, place)
            found = sampled_shapley(costs, len(self.players), ORDERS, SEED)
            yield Sampled(found.amounts[place], found.errors[place])
