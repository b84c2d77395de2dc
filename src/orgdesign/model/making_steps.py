"""Making the steps from some figures to some lines of the bill, of every year or of one.

Options are often alike in much: what reads the same gives the same, and is one step for them all.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from typing import Any, cast

from orgdesign.allocation.rules import settlement
from orgdesign.model import amounts, charge, joint, leaving, own, people, staff, task_years
from orgdesign.model.axes import YEAR, Array, of_year
from orgdesign.model.evaluation import ALL_READING, OF_ALONE, Evaluation
from orgdesign.model.formula import Formula
from orgdesign.model.memory import keep_memory
from orgdesign.model.reading import NO_FILE, Grid, Input, Reading
from orgdesign.model.result import Result
from orgdesign.model.same import mark
from orgdesign.model.steps import READING, Step, Steps, bill_of

ACROSS_YEARS = frozenset(
    [
        people.remaining,
        people.people_part,
        own.pooled_at_start,
        task_years.task_comes_in,
        leaving.guarantee_clock,
        leaving.overhead_left,
        leaving.compensation,
        settlement,
    ]
)
"""The formulas whose figure of a year follows from those of other years."""


OF_EXITS = frozenset([leaving.overhead_left, leaving.compensation, leaving.rebuilding])
"""The formulas that give nothing where nobody leaves; no figure of a file changes that."""

OF_PARTICIPANTS = frozenset(
    [
        *joint.FORMULAS,
        staff.pooled,
        own.client_role_cost,
        own.stranded_overhead_cost,
        own.parallel_systems_cost,
        own.programme_cost,
        charge.vat_cost,
        charge.vat_one_off_cost,
    ]
)
"""The formulas that give nothing where nobody takes part, as in the zero option."""


def steps(
    central: Result,
    paths: Collection[str],
    lines: Sequence[str],
    year: int | None = None,
    *,
    games: bool = True,
) -> Steps:
    """Return the steps from some figures to some lines of every option, of all years or one.

    `central` is the central case; every path must be a figure in it. `year` is a position.
    Without `games` shares by game stay as they are: they take all groups to compute.
    """
    keep_memory()
    making = _Making(frozenset(paths), year, games)
    phases = {option: [*found.evaluation.phases()] for option, found in central.options.items()}
    for each in chain.from_iterable(phases.values()) if year is not None else ():
        for line in lines:
            making.look(each, line)
    places = {option: making.bill(every, lines) for option, every in phases.items()}
    return Steps(central, tuple(making.steps), tuple(making.values), places, year)


Figure = tuple[Evaluation, str]
"""A figure by its name, of the phase of the option that computes it."""


@dataclass
class _Making:
    """The steps so far, each after those that it reads, and the value at every place."""

    paths: frozenset[str]
    year: int | None
    games: bool
    steps: list[Step] = field(default_factory=list)
    values: list[Any] = field(default_factory=lambda: [None])
    places: dict[tuple[Figure, bool], int] = field(default_factory=dict)
    same: dict[Hashable, int] = field(default_factory=dict)
    """The place of what is there already, by what it is made of."""
    moving: dict[Figure, bool] = field(default_factory=dict)
    dated: dict[Figure, bool] = field(default_factory=dict)
    looked: set[Figure] = field(default_factory=set)
    whole: set[Figure] = field(default_factory=set)

    def bill(self, phases: Sequence[Evaluation], lines: Sequence[str]) -> int:
        """Return the place of the bill of an option, with the steps to it."""
        scenario = phases[0].reading.scenario
        shape = len(scenario.municipalities), len(scenario.years) if self.year is None else 1
        told = phases if len(phases) == 1 else [*phases, cast("Evaluation", phases[0].alone)]
        reads = tuple(self.place(each, line) for line in lines for each in told)
        place = self._new(None)
        self.steps.append(Step(place, partial(bill_of, lines, len(phases), shape), reads))
        return place

    def look(self, phase: Evaluation, name: str, *, whole: bool = False) -> None:
        """See which figures a figure takes of all years, for what follows from other years."""
        figure = _owned(phase, name)
        seen = self.whole if whole else self.looked
        if figure in seen or not self._moves(figure):
            return
        seen.add(figure)
        node = figure[0].node(figure[1])
        if isinstance(node, Formula):
            for each in node.arguments:
                self.look(figure[0], each, whole=whole or node.function in ACROSS_YEARS)

    def place(self, phase: Evaluation, name: str, *, whole: bool = False) -> int:
        """Return the place of a figure, with the steps to it; of all years where it is whole."""
        figure = _owned(phase, name)
        one_year = self.year is not None and not whole and self._is_dated(figure)
        if (figure, one_year) not in self.places:
            made = self._of_year(figure) if one_year else self._of_all(figure)
            self.places[figure, one_year] = made
        return self.places[figure, one_year]

    def _of_all(self, figure: Figure) -> int:
        """Return the place of a figure of all years, or of one that is the same in every year."""
        phase, name = figure
        if not self._moves(figure):
            return self._constant(_told_apart(name, phase.value(name)))
        node = phase.node(name)
        if isinstance(node, Formula):
            reads = tuple(self.place(phase, each, whole=True) for each in node.arguments)
            return self._step(node.function, node.function, reads)
        return self._input(figure, node)

    def _of_year(self, figure: Figure) -> int:
        """Return the place of a figure of the one year."""
        phase, name = figure
        year = cast("int", self.year)
        if not self._moves(figure):
            return self._constant(of_year(phase.value(name), year))
        node = cast("Formula", phase.node(name))
        if figure in self.whole or node.function in ACROSS_YEARS:
            whole = (self.place(*figure, whole=True),)
            return self._step(of_year, partial(of_year, position=year), whole)
        reads = tuple(self.place(phase, each) for each in node.arguments)
        return self._step(node.function, node.function, reads)

    def _input(self, figure: Figure, node: Input) -> int:
        phase, name = figure
        if name in ALL_READING:
            anew = partial(_anew, node, phase.reading)
            return self._step(anew, anew, (READING,), self.paths)
        grid = phase.grids[name].narrow
        return self._step(mark(grid), partial(_filled, grid), (READING,), grid.reads & self.paths)

    def _step(
        self,
        what: Hashable,
        function: Any,
        reads: tuple[int, ...],
        paths: frozenset[str] = frozenset(),
    ) -> int:
        """Return the place of what a function gives; of what some step gives already, its place."""
        if (what, reads) not in self.same:
            self.same[what, reads] = place = self._new(None)
            self.steps.append(Step(place, function, reads, paths))
        return self.same[what, reads]

    def _constant(self, value: Any) -> int:
        marked = mark(value)
        if marked not in self.same:
            self.same[marked] = self._new(value)
        return self.same[marked]

    def _new(self, value: Any) -> int:
        self.values.append(value)
        return len(self.values) - 1

    def _moves(self, figure: Figure) -> bool:
        """Return whether the figures at hand reach a figure."""
        if figure not in self.moving:
            phase, name = figure
            node = phase.node(name)
            if isinstance(node, Formula):
                idle = self._gives_nothing(phase, node.function)
                found = any(self._moves(_owned(phase, each)) for each in node.arguments if not idle)
            elif name in ALL_READING:
                found = self.games
            else:
                phase.value(name)
                found = name in phase.grids and not phase.grids[name].reads.isdisjoint(self.paths)
            self.moving[figure] = found
        return self.moving[figure]

    def _gives_nothing(self, phase: Evaluation, function: Any) -> bool:
        """Return whether a formula gives nothing whatever the figures at hand are."""
        if function in OF_PARTICIPANTS:
            return not phase.value("members").any()
        if function is amounts.amount_flow:
            return not phase.value("amount_line").size
        return function in OF_EXITS and self._nobody_leaves(phase)

    def _nobody_leaves(self, phase: Evaluation) -> bool:
        given = any(path.startswith(NO_FILE) for path in self.paths)
        return not given and phase["participates"].shape[YEAR] == 1

    def _is_dated(self, figure: Figure) -> bool:
        """Return whether a figure differs by calendar year."""
        if figure not in self.dated:
            phase, name = figure
            node = phase.node(name)
            found = name == "year"
            if isinstance(node, Formula):
                found = any(self._is_dated(_owned(phase, each)) for each in node.arguments)
            self.dated[figure] = found
        return self.dated[figure]


def _owned(phase: Evaluation, name: str) -> Figure:
    """Return a figure with the phase that computes it: the zero option what is the same in all."""
    alone = phase.alone
    if name.startswith(OF_ALONE):
        return alone or phase, name.removeprefix(OF_ALONE)
    return (phase, name) if alone is None or not phase.shared(name) else (alone, name)


def _told_apart(name: str, value: Any) -> Any:
    """Return a fact as formulas tell it apart: of an employer only whether it is home."""
    return "joint" if name == "employer" and value != "home" else value


def _filled(grid: Grid, reading: Reading) -> Array:
    """Return the numbers of an input for the cases of a reading."""
    return reading.fill(grid)


def _anew(node: Input, own: Reading, reading: Reading) -> object:
    """Return an input of an option that reads the whole model, for the cases of a reading."""
    return node(replace(own, cases=reading.cases))
