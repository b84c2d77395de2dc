"""One option's figures: formulas wired to each other and to the scenario's figures by name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from typing import Any, cast

import numpy as np

from orgdesign.allocation.wiring import key_node
from orgdesign.cached import cached_property
from orgdesign.lines import LINES
from orgdesign.model.alike import Alike, same
from orgdesign.model.axes import Difference, Product, by_place_and_year
from orgdesign.model.choices import CHOICES
from orgdesign.model.formula import Formula
from orgdesign.model.inputs import INPUTS, PER_OPTION
from orgdesign.model.nodes import FORMULAS
from orgdesign.model.reading import Grid, Input, Reading
from orgdesign.model.result import Array

OF_ALONE = "alone:"
"""Stands before the name of a figure of the zero option."""


ALL_READING = frozenset(["game"])
"""Inputs that any figure may reach: the whole model is computed for them."""


class Evaluation:
    """One option's figures, computed when asked for and kept.

    `evaluation["formation"]` is an array over (municipality, job, year, case). `grids` holds
    the paths of the inputs that were read. `values` holds what was computed, each figure after
    those that it reads. `after` holds the figures of the option that takes over, if any: both
    bills are told against staying alone, which is what either is outside its years. `alike` is
    what it shares with the other options that are computed with it.
    """

    def __init__(
        self,
        reading: Reading,
        alone: Evaluation | None = None,
        after: Evaluation | None = None,
        alike: Alike | None = None,
    ) -> None:
        self.reading = reading
        self.alone = alone
        self.after = after
        self.alike = alike or Alike()
        self.values: dict[str, Any] = {}
        self.grids: dict[str, Grid] = {}
        self._nodes: dict[str, Formula | Input]
        self._shared, self._nodes = reading.wiring
        self._reads: dict[str, tuple[str, ...]] = {}
        self._read_by: tuple[int, Mapping[str, list[str]]] = (0, {})

    def __getitem__(self, name: str) -> Any:
        """Return a figure by the name of its formula or input."""
        value = self.value(name)
        return np.asarray(value) if isinstance(value, Product | Difference) else value

    def value(self, name: str) -> Any:
        """Return a figure as formulas read it: products and differences with parts still apart."""
        if name not in self.values:
            self.values[name] = self._compute(name)
        return self.values[name]

    def node(self, name: str) -> Formula | Input:
        """Return the formula or the input of a name; raises KeyError for an unknown name."""
        if name not in self._nodes:
            found = FORMULAS.get(name) or INPUTS.get(name) or CHOICES.get(name)
            found = found or key_node(self.reading, name)
            if found is None:
                raise KeyError(name)
            self._nodes[name] = found
        return self._nodes[name]

    def shared(self, name: str) -> bool:
        """Return whether a figure is the same in every option, so that one computation does."""
        if name not in self._shared:
            self._shared[name] = self._same_everywhere(name)
        return self._shared[name]

    def _same_everywhere(self, name: str) -> bool:
        if name.startswith(OF_ALONE):
            return True
        if name in PER_OPTION:
            return self.reading.table is None or not self.reading.table.measures
        if name in INPUTS:
            return True
        formula = FORMULAS.get(name)
        return formula is not None and all(self.shared(each) for each in formula.arguments)

    def _compute(self, name: str) -> Any:
        if name.startswith(OF_ALONE):
            own = name.removeprefix(OF_ALONE)
            if self.alone is None:
                self._reads[name] = (own,)
            return (self.alone or self).value(own)
        if self.alone is not None and self.shared(name):
            value = self.value(OF_ALONE + name)
            self._reads[name] = (OF_ALONE + name,)
            self.grids.update({name: self.alone.grids[name]} if name in self.alone.grids else {})
            return value
        node = self.node(name)
        if isinstance(node, Formula):
            arguments = [self.value(argument) for argument in node.arguments]
            value = self.alike.made(node.function, arguments)
            self._reads[name] = node.arguments
            return value
        return self._given(name, node)

    def _given(self, name: str, node: Input) -> Any:
        """Return an input: the numbers of its grid, or a fact of structure."""
        value = self.grids.get(name) or self._read(name, node)
        if isinstance(value, Grid):
            self.grids[name] = value
            value = self.reading.fill(value)
        return self.alike.one(value)

    def _read(self, name: str, node: Input) -> Any:
        """Return what an input reads, from what is kept where it reads the same."""
        kept = self.reading.kept
        if kept is None or name in ALL_READING:
            return node(self.reading)
        if name not in kept:
            kept[name] = node(self.reading)
        return kept[name]

    def reached(
        self, paths: Collection[str], alone: Collection[str] = (), *, games: bool = True
    ) -> set[str]:
        """Return the names, of those computed, that the figures of some paths reach.

        `alone` holds those that they reach in the zero option, as `alone:NAME`. Without
        `games` what groups would pay on their own stays as it is.
        """
        found = self.given(paths, games=games).union(alone)
        readers, fresh = self._readers(), list(found)
        while fresh:
            fresh = [each for name in fresh for each in readers.get(name, ()) if each not in found]
            found.update(fresh)
        return found

    def given(self, paths: Collection[str], *, games: bool = True) -> set[str]:
        """Return the inputs, of those read, that hold figures of some paths.

        With `games` what groups would pay on their own too, where it was asked for.
        """
        grids = tuple(self.grids.items())  # another thread may ask for more meanwhile
        found = {name for name, grid in grids if not grid.reads.isdisjoint(paths)}
        return found.union(ALL_READING.intersection(self.values)) if games else found

    def _readers(self) -> Mapping[str, list[str]]:
        """Return by name the names that read it, of those computed.

        Kept until more is computed; an evaluation that is made of this one begins with it.
        """
        reads = tuple(self._reads.items())  # another thread may ask for more meanwhile
        if len(reads) != self._read_by[0]:
            readers: dict[str, list[str]] = {}
            for name, names in reads:
                for each in names:
                    readers.setdefault(each, []).append(name)
            self._read_by = (len(reads), readers)
        return self._read_by[1]

    def copied(self) -> Evaluation:
        """Return what was computed so far, as an evaluation that nobody else asks for more.

        Another thread may ask this one for more meanwhile. What a figure reads is known before
        the figure is there: so the figures are taken first.
        """
        copy = Evaluation(self.reading, self.alone, self.after, self.alike)
        copy.values, copy.grids, copy._reads = {**self.values}, {**self.grids}, {**self._reads}
        copy._shared, copy._nodes, copy._read_by = self._shared, self._nodes, self._read_by
        copy._billed, copy.lines = self._billed, self.lines
        return copy

    def update(
        self,
        reading: Reading,
        given: Collection[str],
        alone: Evaluation | None,
        after: Evaluation | None = None,
        lines: Collection[str] = LINES,
    ) -> set[str]:
        """Become the evaluation of a reading that differs in the values of some figures only.

        `given` names the inputs, and what is read of the zero option, that may differ. What reads
        nothing that came out otherwise stays as it is; what reaches some lines of the bill, its
        only ones from then on, is computed in the same order as before, and the rest when it is
        asked for. Returns the names whose figures are not those from before.
        """
        self.reading, self.alone, self.after = reading, alone, after
        self.alike = Alike() if alone is None else alone.alike
        values, billed = self.values, self._billed if lines is LINES else self._under(lines)
        other: set[str] = set()
        for name, reads in chain(dict.fromkeys(given).items(), self._reads.items()):
            if (reads is not None and other.isdisjoint(reads)) or name not in values:
                continue
            before = values[name] if name in billed else values.pop(name)
            if name in billed:
                values[name] = self._anew(name, reads, before)
            if values.get(name) is not before:
                other.add(name)
        kept = self.lines if after is None else {}
        self.lines = {
            line: kept[line] if line in kept and line not in other else self._line(line)
            for line in lines
        }
        return other

    @cached_property
    def _billed(self) -> frozenset[str]:
        """The names that the bill rests on, those of the zero option's figures too."""
        return self._under(LINES)

    def _under(self, lines: Collection[str]) -> frozenset[str]:
        """Return the names that some lines rest on, and the lines."""
        found = set(lines)
        for name, reads in reversed(tuple(self._reads.items())):
            if name in found:
                found.update(reads)
        return frozenset(found)

    def _anew(self, name: str, reads: tuple[str, ...] | None, before: Any) -> Any:
        """Return a figure whose arguments are all there; the one from before where it is equal."""
        values = self.values
        if reads is None:
            value = self._beyond(name)
            return before if same(value, before) else value
        if reads[0] == OF_ALONE + name:
            return values[reads[0]]
        function = cast("Formula", self._nodes[name]).function
        return self.alike.made(function, [values[argument] for argument in reads], before)

    def _beyond(self, name: str) -> Any:
        """Return an input, or a figure of the zero option."""
        if name.startswith(OF_ALONE):
            return (self.alone or self).value(name.removeprefix(OF_ALONE))
        return self._given(name, cast("Input", self.node(name)))

    @cached_property
    def lines(self) -> Mapping[str, Array]:
        """The bill: for every line euros by (municipality, year, case or 1)."""
        return {line: self._line(line) for line in LINES}

    def _line(self, line: str) -> Array:
        scenario = self.reading.scenario
        whole = by_place_and_year(self[line], len(scenario.municipalities), len(scenario.years))
        if self.after is None or self.alone is None:
            return whole
        return np.asarray(whole + self.after.lines[line] - self.alone.lines[line])

    def phase(self, year: int) -> Evaluation:
        """Return the figures of the option in force in a year, counted from the first."""
        if self.after is None or year < self.after["start"].item(0):
            return self
        return self.after.phase(year)

    def told(self, line: str, place: int, year: int) -> list[tuple[Evaluation, float]]:
        """Return the figures that a cell of the bill is the sum of, each with its sign.

        The option and those that take over, where their cell differs from staying alone; where
        several do, staying alone is taken off for each but one.
        """
        if self.after is None or self.alone is None:
            return [(self, 1.0)]
        alone = self.alone.lines[line][place, year, 0]
        own = [each for each in self.phases() if each._line_of(line, place, year) != alone]
        if not own:
            return [(self.phase(year), 1.0)]
        return [*((each, 1.0) for each in own), *[(self.alone, -1.0)] * (len(own) - 1)]

    def _line_of(self, line: str, place: int, year: int) -> float:
        """Return a cell of the bill of this option, without what takes over."""
        amounts = self[line]
        at = zip((place, 0, year, 0), amounts.shape, strict=True)
        return float(amounts[tuple(min(i, size - 1) for i, size in at)])

    def phases(self) -> Iterator[Evaluation]:
        """Yield the figures of the option, then of those that take over from it."""
        yield self
        if self.after is not None:
            yield from self.after.phases()
