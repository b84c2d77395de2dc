"""Work in time as a row of letters: one for each month, or for each longer period."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from orgdesign.plans.outlook import Outlook
from orgdesign.tables.plans.bars import NOTHING

_MOST = 42
_STEPS = (1, 3, 6, 12, 60, 240)


class Timeline(NamedTuple):
    """The span of a plan in periods of some months; `first` in months from year 0."""

    first: int
    step: int
    length: int

    def bar(self, begin: float, end: float, letter: str) -> str:
        """Return the letters of work from one moment to another."""
        return "".join(
            letter if begin < at + self.step - 1e-9 and end > at + 1e-9 else NOTHING
            for at in range(self.first, self.first + self.length * self.step, self.step)
        )

    def axis(self) -> str:
        """Return the years, each where it begins; the first where there is room before the next."""
        letters = [NOTHING] * self.length
        months = range(self.first, self.first + self.length * self.step, self.step)
        new = [at for at, month in enumerate(months) if month % 12 < self.step]
        free = 0
        for at in [*([0] if not new or new[0] >= 5 else []), *new]:
            if free <= at <= self.length - 4:
                letters[at : at + 4] = str(months[at] // 12)
                free = at + 5
        return "".join(letters)

    def marks(self, letters: Mapping[float, str]) -> str:
        """Return a mark on the period of each moment, the last where several fall in one."""
        found = [NOTHING] * self.length
        for moment, letter in letters.items():
            at = math.floor((moment - self.first) / self.step + 1e-9)
            if 0 <= at < self.length:
                found[at] = letter
        return "".join(found)


def timeline(outlook: Outlook, moments: Iterable[float]) -> Timeline:
    """Return the periods of a plan with some moments beside it."""
    beside = list(moments)
    first = math.floor(min(float(outlook.schedule.begins.min()), *beside, outlook.finished) + 1e-6)
    last = max(outlook.finished, *(moment + 1 for moment in beside), first)
    for step in _STEPS:
        start = first - first % step
        length = max(4, math.ceil((last - start) / step - 1e-6))
        if length <= _MOST:
            break
    return Timeline(start, step, length)
