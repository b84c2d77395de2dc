"""Reading figures by path: where an input takes its numbers from, for one case or many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from orgdesign.cached import cached_property
from orgdesign.model.axes import Array
from orgdesign.model.result import Cases
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.scenario.schema.options import Option

NOTHING = ""
"""The path of an entry that no figure gives."""


NO_FILE = "model."
"""Stands before the paths of cases that no file can give."""


class Grid:
    """The paths of an input's figures, shape (municipality, item, year).

    An entry whose path no figure gives has the default.
    """

    def __init__(self, paths: NDArray[np.object_], default: float = 0.0) -> None:
        self.paths = paths
        self.default = default

    @cached_property
    def reads(self) -> frozenset[str]:
        """The paths that the grid reads."""
        return frozenset(self.paths.ravel())

    @cached_property
    def narrow(self) -> Grid:
        """The grid with one row where every municipality has the same figures."""
        first = self.paths[:1]
        return Grid(first, self.default) if (self.paths == first).all() else self

    @classmethod
    def of(cls, paths: Sequence[Sequence[str]], default: float = 0.0) -> Grid:
        """Return a grid of rows by municipality and columns by item, the same every year."""
        width = len(paths[0]) if paths else 0
        flat = np.array([path for row in paths for path in row], dtype=object)
        return cls(flat.reshape(len(paths), width, 1), default)

    @classmethod
    def one(cls, path: str, default: float = 0.0) -> Grid:
        """Return a grid of a single figure."""
        return cls.of([[path]], default)

    @classmethod
    def row(cls, paths: Iterable[str], default: float = 0.0) -> Grid:
        """Return a grid of one figure for each item."""
        return cls.of([list(paths)], default)

    @classmethod
    def column(cls, paths: Iterable[str], default: float = 0.0) -> Grid:
        """Return a grid of one figure for each municipality."""
        return cls.of([[path] for path in paths], default)

    @classmethod
    def profiles(cls, lists: Sequence[Sequence[str]], default: float = 0.0) -> Grid:
        """Return a grid of yearly lists, one for each item; a short list repeats its last path."""
        length = max((len(paths) for paths in lists), default=1)
        rows = [[*paths, *[paths[-1]] * (length - len(paths))] for paths in lists]
        flat = np.array([path for row in rows for path in row], dtype=object)
        return cls(flat.reshape(1, len(rows), length), default)


@dataclass(frozen=True)
class Reading:
    """One option of a scenario with the cases to read it for; the zero option has id `alone`.

    `begins` is the path of the year in which it starts, where that is not its own `from`.
    """

    scenario: Scenario
    option: str
    cases: Cases
    begins: str = ""

    @cached_property
    def table(self) -> Option | None:
        """The option's table, None for the zero option."""
        return None if self.option == ALONE else self.scenario.document.options[self.option]

    def given(self, path: str) -> bool:
        """Return whether a figure or a case gives this path."""
        return path in self.scenario.figures or path in self.cases.values

    def property_path(self, name: str) -> str:
        """Return the path of an option's property: its own, else its form's."""
        own = f"options.{self.option}.{name}"
        if self.table is None or own in self.cases.values:
            return own
        return self.scenario.property_path(self.option, name)

    def property_profile(self, name: str) -> list[str]:
        """Return the paths of a yearly list, [] where nobody gives it."""
        values = None if self.table is None else self.scenario.property(self.option, name)
        path = self.property_path(name)
        return [f"{path}[{position}]" for position in range(len(values or ()))]

    def property_each(self, name: str) -> list[str]:
        """Return for every municipality the path of a property given for one or for each."""
        path = self.property_path(name)
        value = None if self.table is None else self.scenario.property(self.option, name)
        if isinstance(value, dict):
            return [f"{path}.{municipality}" for municipality in self.scenario.municipalities]
        return [path] * len(self.scenario.municipalities)

    @cached_property
    def kept(self) -> dict[Any, Any] | None:
        """What is kept of the option's inputs for other cases of the same scenario, by name.

        None where a case gives a figure that no file does: it may take the place of another.
        """
        known = self.scenario.figures
        if not all(path in known or path.startswith(NO_FILE) for path in self.cases.values):
            return None
        found: dict[Any, Any] = self.scenario.kept.setdefault((self.option, self.begins), {})
        return found

    @cached_property
    def wiring(self) -> tuple[dict[str, bool], dict[str, Any]]:
        """What depends on the structure alone, by name: which figures are shared, and the nodes."""
        kept: dict[Any, Any] = {} if self.kept is None else self.kept
        found: tuple[dict[str, bool], dict[str, Any]] = kept.setdefault("wiring:", ({}, {}))
        return found

    def fill(self, grid: Grid) -> Array:
        """Return the numbers of a grid, with a case axis where a case varies one of them."""
        cases = self.cases
        flat = self._central(grid)
        if grid.reads.isdisjoint(cases.values):
            return flat.reshape(*grid.paths.shape, 1)
        paths = grid.paths.ravel()
        if paths.size == 1:
            return cases.values[paths[0]].reshape(1, 1, 1, cases.number)
        spread = np.repeat(flat[:, None], cases.number, axis=1)
        for position in [p for p in range(paths.size) if paths[p] in cases.values]:
            spread[position] = cases.values[paths[position]]
        return spread.reshape(*grid.paths.shape, cases.number)

    def _central(self, grid: Grid) -> Array:
        """Return the numbers of a grid in the central case, one after another."""
        kept: dict[Grid, Array] = self.scenario.kept.setdefault("numbers", {})
        if grid not in kept:
            figures, default = self.scenario.figures, grid.default
            found = (figures.get(path) for path in grid.paths.ravel())
            flat = np.array(
                [default if each is None else each.value for each in found], dtype=float
            )
            flat.flags.writeable = False
            kept[grid] = flat
        return kept[grid]


Input = Callable[[Reading], object]
"""Gives an input of the formulas: a grid of figures, or a fact of structure."""
