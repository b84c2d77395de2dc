"""Rules around the key of the running pool: a fixed part, and settlement afterwards."""

from __future__ import annotations

from collections import defaultdict

from .arrangement import Arrangement
from .keys import Shares, pool_key, shares
from .reading import number, whole

Due = dict[tuple[str, float], Shares]
"""What falls in a year on a line by way of settlement, by participant."""


class Rules:
    """The running key of an option with the rules around it, a year at a time."""

    def __init__(self, a: Arrangement) -> None:
        self.a = a
        self.key = pool_key(a, "running")
        self.rule = a.document.keys.get(self.key)
        self.due: Due = defaultdict(lambda: dict.fromkeys(a.participants, 0.0))

    def charged(self, year: int, pool: float) -> Shares:
        """Return the shares by which a year is charged at first, bounds left aside."""
        return self._parted(self.key, year, pool)

    def _parted(self, key: str, year: int, pool: float) -> Shares:
        rest = shares(self.a, key, year)
        part = None if self.rule is None else self.rule.fixed_part
        if part is None or pool == 0:
            return rest
        fixed = min(number(part.amount) * self.a.price_index(year), max(0.0, pool))
        by = shares(self.a, part.key, year)
        return {m: (fixed * by[m] + (pool - fixed) * rest[m]) / pool for m in rest}

    def settle(self, year: int, pool: float, line: str, euros: float, charged: Shares) -> Shares:
        """Put down what a year leaves to settle; return what falls in it, in euros."""
        settlement = None if self.rule is None else self.rule.settlement
        if settlement is None:
            return self.due[line, year]
        actual = self._parted(settlement.by, year, pool)
        after = 1 if settlement.after is None else whole(settlement.after)
        later = min(year + after, self.a.end)
        for m in self.a.participants:
            self.due[line, later][m] += euros * (actual[m] - charged[m])
        return self.due[line, year]
