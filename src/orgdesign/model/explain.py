"""Why a cell is what it is: the tree of formulas and figures below it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from orgdesign.allocation.bounds import Bounded
from orgdesign.allocation.rules import settled_in, settlement
from orgdesign.lines import LINES
from orgdesign.model.arithmetic import arithmetic
from orgdesign.model.axes import Array
from orgdesign.model.calculation import evaluate
from orgdesign.model.counting import Cell, counts
from orgdesign.model.evaluation import Evaluation
from orgdesign.model.explanation import Explanation, Step
from orgdesign.model.formula import Formula
from orgdesign.model.outcomes import LINES_IN
from orgdesign.model.places import CHOSEN_SCALE, LINKS, PROFILES, item_of, labels
from orgdesign.model.result import Result
from orgdesign.model.shown_steps import MEMBERSHIP, WHOLE, WITH_THE_OPTION
from orgdesign.scenario.scenario import ALONE, Scenario


@dataclass
class _Walk:
    """The way down from one cell in one year, the places already seen left out."""

    evaluation: Evaluation
    year: int
    seen: set[tuple[str, int, int]]
    since: int = 0
    """The years since the start, by which the formula at hand reads a yearly list."""

    def step(self, name: str, place: int, item: int) -> Step | None:
        """Return the step of a figure at a place and an item; None where there is nothing."""
        source = self._source(name)
        plain = name.removeprefix("alone:")
        value = source[plain]
        if not isinstance(value, np.ndarray) or value.ndim != 4:
            return self._structure(plain, place, item)
        node = source.node(plain)
        if not isinstance(node, Formula) and plain not in source.grids:
            return None
        m, j = place if value.shape[0] > 1 else 0, item if value.shape[1] > 1 else 0
        number = float(value[m, j, self._position(plain, value), 0])
        path = self._path(source, plain, m, j, value)
        if np.isnan(number) or not (path or (isinstance(node, Formula) and number)):
            return None
        known, again = self._ids(value, plain, m, j), (name, m, j) in self.seen
        self.seen.add((name, m, j))
        cell = m, j, self._position(plain, value), 0
        below = () if again else self._below(source, plain, cell, value)
        return Step(name, number, *known, path, tuple(below), again and bool(self._has(node)))

    @staticmethod
    def _has(node: object) -> bool:
        return isinstance(node, Formula) and bool(node.arguments)

    def _source(self, name: str) -> Evaluation:
        if name.startswith("alone:") and self.evaluation.alone is not None:
            return self.evaluation.alone
        return self.evaluation

    def _structure(self, name: str, place: int, item: int) -> Step | None:
        """Return the step of a figure of several parts: its own arguments, without a number.

        Of amounts between bounds the number is what the municipality at hand pays.
        """
        node = self.evaluation.node(name)
        if not isinstance(node, Formula):
            return None
        key = (name, place, item)
        again = key in self.seen
        self.seen.add(key)
        below = () if again else self._arguments(node, name, (place, item, 0, 0), joint=True)
        value, number, whose = self.evaluation[name], float("nan"), ""
        if isinstance(value, Bounded):
            number = float(value.amounts[place, 0, self._position(name, value.amounts), 0])
            whose = self.evaluation.reading.scenario.municipalities[place]
        return Step(name, number, whose, steps=tuple(below), again=again)

    def _below(self, source: Evaluation, name: str, cell: Cell, value: Array) -> Iterator[Step]:
        node = source.node(name)
        if not isinstance(node, Formula):
            return
        kept, self.evaluation = self.evaluation, source
        joint = value.shape[0] == 1 or node.function.__name__ in WHOLE
        below = self._settled if node.function is settlement else self._arguments
        yield from below(node, name, cell, joint)
        self.evaluation = kept

    def _settled(self, node: Formula, name: str, cell: Cell, joint: bool) -> Iterator[Step]:
        """Yield what a settlement follows from, of each year of which something falls in it."""
        figures, now, seen = self.evaluation, self.year, self.seen
        falls = settled_in(*(figures[each] for each in ("settlement_after", "end", "year")))
        owed = (falls == now) & (figures[f"total:{name.partition(':')[2]}"] != 0)
        for y in map(int, np.flatnonzero(owed[0, 0, : now + 1, 0])):
            self.year, self.seen, year = y, set(), figures.reading.scenario.years[y]
            below = self._arguments(node, name, cell, joint)
            yield from (replace(each, year=year) for each in below)
        self.year, self.seen = now, seen

    def _arguments(self, node: Formula, name: str, cell: Cell, joint: bool) -> Iterator[Step]:
        """Yield the steps of what counts in a cell of a formula."""
        place, item = cell[:2]
        began = "job_start" if "since_job_start" in node.arguments else "start"
        for given in node.arguments:
            argument = self._shown(given)
            if argument in MEMBERSHIP or not argument:
                continue
            value = self._source(argument)[argument.removeprefix("alone:")]
            array = value if isinstance(value, np.ndarray) and value.ndim == 4 else None
            places: Sequence[int] = [place]
            if joint and array is not None and array.shape[0] > 1:
                places = self._involved()
            there = {at: self._items(name, argument, at, item, array) for at in places}
            items = dict.fromkeys(it for each in there.values() for it in each)
            counting = {it for it in items if counts(self.evaluation, name, given, it, cell)}
            for at, its in there.items():
                for it in its:
                    if it not in counting:
                        continue
                    self.since = self.year - self._began(began, item)
                    if argument == "amount_profile":
                        self.since = self.year - self._began("amount_end", it) - 1
                    found = self.step(argument, at, it)
                    if found is not None:
                        yield found

    def _began(self, name: str, item: int) -> int:
        starts = self.evaluation[name]
        first = starts[0, item if starts.shape[1] > 1 else 0, 0, 0]
        return int(first) if np.isfinite(first) else 0

    def _shown(self, argument: str) -> str:
        """Return the name of the figure to show for an argument."""
        if self._source(argument)["own_years"]:
            return argument
        return WITH_THE_OPTION.get(argument, argument)

    def _involved(self) -> Sequence[int]:
        members = self.evaluation["members"][:, 0, 0, 0]
        return [int(m) for m in np.flatnonzero(members)]

    def _items(
        self, name: str, argument: str, place: int, item: int, array: Array | None
    ) -> Sequence[int]:
        if array is None or array.shape[1] == 1:
            return [item]
        if name in CHOSEN_SCALE:
            return [max(0, int(self.evaluation[CHOSEN_SCALE[name]]))]
        parent, child = item_of(name), item_of(argument)
        by_item = self._by_item(name)
        if child == "line" and parent != "line":
            return [list(LINES).index(name.partition(":")[2])]
        if by_item and parent == child:
            return [item]
        if by_item and (parent, child) in LINKS:
            return LINKS[parent, child](self.evaluation, name, place, item)
        return self._nonzero(array, place)

    def _by_item(self, name: str) -> bool:
        value = self.evaluation[name]
        return not isinstance(value, np.ndarray) or value.ndim != 4 or value.shape[1] > 1

    @staticmethod
    def _nonzero(array: Array, place: int) -> Sequence[int]:
        m = place if array.shape[0] > 1 else 0
        return [int(j) for j in np.flatnonzero(np.nan_to_num(array[m, ..., 0]).any(axis=1))]

    def _position(self, name: str, value: Array) -> int:
        """Return where along the third axis the year stands."""
        year = self.since if name in PROFILES else self.year
        return max(0, min(year, int(value.shape[2]) - 1))

    def _path(self, source: Evaluation, name: str, m: int, j: int, value: Array) -> str:
        grid = source.grids.get(name)
        if grid is None:
            return ""
        path = str(grid.paths[m, j, self._position(name, value)])
        return path if path in source.reading.scenario.figures else ""

    def _ids(self, value: Array, name: str, m: int, j: int) -> tuple[str, str]:
        places = self.evaluation.reading.scenario.municipalities
        known = labels(self.evaluation, name)
        item = known[j] if value.shape[1] > 1 and j < len(known) else ""
        return places[m] if value.shape[0] > 1 else "", item


Walks = dict[Evaluation, _Walk]
"""The ways down that share what they have seen, by what they go through."""


def lines_of(line: str | None, measure: str = "structural_cost") -> Sequence[str]:
    """Return the lines of a cell: one, or without it those of an outcome of one year."""
    return [line] if line else LINES_IN[measure]


def name_of(line: str | None, measure: str) -> str:
    """Return the name of a cell: its line, or its outcome where it is the sum of several."""
    lines = lines_of(line, measure)
    return lines[0] if len(lines) == 1 else measure


def cell_step(
    evaluation: Evaluation,
    walks: Walks,
    line: str | None,
    place: int,
    year: int,
    measure: str = "structural_cost",
) -> Step:
    """Return the step of a line of a municipality, without one of its outcome of a year."""
    lines = lines_of(line, measure)
    found = (
        _line_step(walks, evaluation.told(each, place, year), each, place, year) for each in lines
    )
    below = [step for step in found if step is not None and step.value]
    municipality = evaluation.reading.scenario.municipalities[place]
    if len(lines) == 1:
        return below[0] if below else Step(lines[0], 0.0, municipality)
    total = sum(each.value for each in below)
    return Step(measure, total, municipality, steps=tuple(below))


def _line_step(
    walks: Walks,
    told: list[tuple[Evaluation, float]],
    line: str,
    place: int,
    year: int,
) -> Step | None:
    """Return the step of a line: of one option, or the sum of several that follow each other."""
    steps = []
    for evaluation, sign in told:
        walk = walks.setdefault(evaluation, _Walk(evaluation, year, set()))
        step = walk.step(line, place, 0)
        if step is not None:
            steps.append(
                step if sign > 0 else replace(step, name=f"alone:{line}", value=-step.value)
            )
    if len(steps) < 2:
        return steps[0] if steps else None
    whole = math.fsum(step.value for step in steps)
    return Step(line, whole, steps[0].municipality, steps=tuple(steps))


def explain(
    scenario: Scenario,
    option: str,
    municipality: str,
    line: str | None = None,
    year: int | None = None,
    result: Result | None = None,
    measure: str = "structural_cost",
) -> Explanation:
    """Return why a municipality pays what it pays under an option in a year (the report year).

    Without a line the cell is the outcome of that year: the sum of its lines, of the structural
    cost the structural and temporary ones.
    Raises KeyError for an unknown option or line, or an outcome that is of no year; ValueError
    for an unknown municipality.
    """
    result = result or evaluate(scenario, options=[] if option == ALONE else [option])
    evaluation = result.options[option].evaluation
    place = scenario.municipalities.index(municipality)
    y = scenario.years.index(year or scenario.report_year)
    step = cell_step(evaluation, {}, line, place, y, measure)
    expression = arithmetic(evaluation, lines_of(line, measure), place, y)
    name = name_of(line, measure)
    return Explanation(
        scenario, option, municipality, name, scenario.years[y], step.value, step,
        expression, measure,
    )  # fmt: skip
