"""Cases in rows that differ in a few figures each: of those only what these reach is computed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from orgdesign.cached import cached_property
from orgdesign.model.result import Array, Bills, Cases
from orgdesign.model.steps import Steps


@dataclass(frozen=True)
class Crossed:
    """Each row of two samples: itself, its other self, and the first with a group from the second.

    `groups` are the figures that come from the second sample in turn. Read as cases they stand
    row by row: `values` has for each figure shape (row x case of a row,).
    """

    first: Cases
    second: Cases
    groups: tuple[tuple[str, ...], ...]

    @property
    def width(self) -> int:
        """The cases of a row."""
        return len(self.groups) + 2

    @property
    def number(self) -> int:
        """The cases of all rows."""
        return self.first.number * self.width

    @cached_property
    def values(self) -> Mapping[str, Array]:
        """For every figure its value in each case."""
        return {path: np.stack(self._row(path), axis=-1).ravel() for path in self.first.values}

    def _row(self, path: str) -> list[Array]:
        one, other = self.first.values[path], self.second.values[path]
        return [one, other, *(other if path in group else one for group in self.groups)]

    def blocks(self, size: int) -> Iterator[Crossed]:
        """Yield so many rows at a time, the last block padded with its last row."""
        pairs = zip(blocks(self.first, size), blocks(self.second, size), strict=True)
        return (Crossed(one, other, self.groups) for one, other in pairs)

    def bills(self, steps: Steps) -> Iterator[Bills]:
        """Yield the bills of each case of a row, for all rows at once."""
        one = steps.values(self.first, keep=True)
        yield steps.bills(one, self.first)
        yield steps.bills(steps.values(self.second), self.second)
        for group, some in zip(self.groups, steps.parts(self.groups), strict=True):
            turned = {path: self.second.values[path] for path in group}
            cases = Cases(self.first.number, {**self.first.values, **turned})
            yield some.bills(some.values(cases, one), cases)


def blocks(cases: Cases, size: int) -> Iterator[Cases]:
    """Yield the cases in blocks of one size, the last one padded with its last case."""
    for first in range(0, cases.number, size):
        positions = np.minimum(np.arange(first, first + size), cases.number - 1)
        yield Cases(size, {path: values[positions] for path, values in cases.values.items()})


def in_rows(each: Sequence[Array]) -> Array:
    """Return arrays of the cases of a row, (..., row), as cases that stand row by row."""
    return np.stack(each, axis=-1).reshape(*each[0].shape[:-1], -1)
