"""Two sides measured in turn: absolute times drift on a shared machine, ratios much less."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass

Timer = Callable[[], float]
"""Does one thing and returns the seconds that it took."""


@dataclass(frozen=True)
class Pairs:
    """Seconds of two sides, measured in turn."""

    ours: tuple[float, ...]
    theirs: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """How many times as long ours takes: the median over the pairs."""
        return statistics.median(a / b for a, b in zip(self.ours, self.theirs, strict=True))

    @property
    def medians(self) -> tuple[float, float]:
        """The median of each side, in seconds."""
        return statistics.median(self.ours), statistics.median(self.theirs)


def in_turn(ours: Timer, theirs: Timer, pairs: int) -> Pairs:
    """Return so many pairs, each side first half of the time; a first pair is thrown away."""
    ours(), theirs()
    measured = []
    for number in range(pairs):
        if number % 2:
            last = theirs()
            measured.append((ours(), last))
        else:
            first = ours()
            measured.append((first, theirs()))
    return Pairs(*zip(*measured, strict=True))


def percentile(seconds: list[float], percent: int) -> float:
    """Return a percentile of measured seconds, by nearest rank."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, round(percent / 100 * len(ordered)))]
