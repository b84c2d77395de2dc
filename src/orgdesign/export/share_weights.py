"""What shares go by, as formulas over the sheets of figures and of the bill."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from orgdesign.scenario.scenario import Scenario


class Weight(NamedTuple):
    """A weight as a formula, and what it gives before anything is recomputed."""

    formula: str
    value: float


class Figures:
    """The figures of a scenario with the cell in which each stands."""

    def __init__(self, scenario: Scenario, cells: Mapping[str, str]) -> None:
        self._scenario, self._cells = scenario, cells

    def weights(self, key: str, players: Sequence[str]) -> list[Weight] | None:
        """Return the weights of a key that shares by figures of the file, else None.

        What the calculation adds to a key (lag, means, bounds) is not in them, and where a figure
        is masked nothing is.
        """
        if key == "equal":
            return [Weight("1", 1.0)] * len(players)
        if key == "inhabitants":
            return self._read([f"municipalities.{m}.inhabitants" for m in players])
        table = self._scenario.document.keys.get(key)
        if table is None:
            return self._read([f"figures.{key}.values.{m}" for m in players])
        if table.mix:
            return self._mixed(key, tuple(table.mix), players)
        if table.figure:
            return self.weights(table.figure, players)
        return self._read([f"keys.{key}.fixed.{m}" for m in players])

    def _read(self, paths: Sequence[str]) -> list[Weight] | None:
        figures = self._scenario.figures
        if not all(path in self._cells for path in paths):
            return None
        return [Weight(self._cells[path], figures[path].value) for path in paths]

    def _mixed(self, key: str, parts: Sequence[str], players: Sequence[str]) -> list[Weight] | None:
        """Return the sum of the shares by each part, each times its own weight."""
        each = [self.weights(part, players) for part in parts]
        factors = self._read([f"keys.{key}.mix.{part}" for part in parts])
        if factors is None or not all(weights and whole(weights) for weights in each):
            return None
        pairs = [(factor, found) for factor, found in zip(factors, each, strict=True) if found]
        return [
            Weight(
                "+".join(f"{f.formula}*({w[at].formula})/{_sum(w)}" for f, w in pairs),
                sum(f.value * w[at].value / whole(w) for f, w in pairs),
            )
            for at in range(len(players))
        ]


def whole(weights: Sequence[Weight]) -> float:
    """Return the sum of weights."""
    return sum(weight.value for weight in weights)


def _sum(weights: Sequence[Weight]) -> str:
    return f"({'+'.join(f'({weight.formula})' for weight in weights)})"
