"""An option as the formulas read it: who takes part, from when till when, and its properties."""

from __future__ import annotations

import math
from typing import Any

from orgdesign.scenario.scenario import ALONE, Scenario

from .reading import for_one, number, whole


class Arrangement:
    """One option, or the zero option, of a scenario."""

    def __init__(self, scenario: Scenario, option: str) -> None:
        self.scenario = scenario
        self.document = scenario.document
        self.option = option
        self.municipalities = scenario.municipalities
        self.participants = scenario.participants(option)
        self.horizon = len(scenario.years)
        self.table = None if option == ALONE else self.document.options[option]
        self.start: float = math.inf
        self.end: float = math.inf
        if self.table is not None:
            self.start = self.year_index(whole(self.table.from_))
            if self.table.until is not None:
                self.end = self.year_index(whole(self.table.until))
        self.merges = bool(self.given("merges"))
        self.employer = "joint" if self.merges else (self.given("employer") or "home")
        self.host = self.table.host if self.table and self.employer == "host" else None

    def year_index(self, calendar_year: int) -> int:
        """Return a calendar year counted from the first year."""
        return calendar_year - self.document.scenario.first_year

    def given(self, name: str) -> Any:
        """Return a form property as typed, None where nobody gives it."""
        return None if self.table is None else self.scenario.property(self.option, name)

    def value(self, name: str, default: float = 0.0) -> float:
        """Return the central value of a form property."""
        return number(self.given(name), default)

    def on(self, year: int) -> bool:
        """Return whether the option operates in a year."""
        return self.start <= year <= self.end

    def since(self, year: int) -> int:
        """Return the years since the start, in a year of operation."""
        return int(year - self.start)

    def years_of(self, task: str) -> tuple[float, float]:
        """Return the first and the last year in which a task is brought in."""
        own = None if self.table is None else self.table.tasks.get(task)
        first, last = self.start, self.end
        if own is not None and own.from_ is not None:
            first = max(first, self.year_index(whole(own.from_)))
        if own is not None and own.until is not None:
            last = min(last, self.year_index(whole(own.until)))
        return first, last

    def brings(self, task: str, year: int) -> bool:
        """Return whether a task is brought in in a year."""
        first, last = self.years_of(task)
        return first <= year <= last

    def ever_brings(self, task: str) -> bool:
        """Return whether a task is brought in at all; of an option that starts too late, any."""
        first, last = self.years_of(task)
        return first <= last and (first < self.horizon or self.start >= self.horizon)

    def since_task(self, task: str, year: int) -> int:
        """Return the years since a task came in."""
        return int(year - self.years_of(task)[0])

    def years_of_system(self, system: str) -> tuple[float, float]:
        """Return the first and the last year of a joint system."""
        tasks = self.document.systems[system].tasks
        served = [t for t in tasks if any(self.scope(m, t) > 0 for m in self.participants)]
        if not served:
            return self.start, self.end
        firsts, lasts = zip(*map(self.years_of, served), strict=True)
        if self.table is not None and self.table.systems is not None:
            return min(firsts), max(lasts)
        return max(firsts), min(lasts)

    def scope(self, municipality: str, task: str) -> float:
        """Return the share of a task that a municipality brings in."""
        if self.table is None or municipality not in self.participants:
            return 0.0
        if not self.ever_brings(task):
            return 0.0
        if self.merges:
            return 1.0
        return for_one(self.table.scope.get(task), municipality) or 0.0

    def client_fte(self, municipality: str, year: int) -> float:
        """Return the posts for the client role of a municipality."""
        if self.merges or not self.on(year) or municipality not in self.participants:
            return 0.0
        return for_one(self.given("client_fte"), municipality) or 0.0

    def vat_factor(self, municipality: str) -> float:
        """Return the tax that a municipality does not get back, per euro charged."""
        recoverable = for_one(self.given("vat_recoverable"), municipality)
        if self.merges or municipality == self.host or recoverable is None:
            return 0.0
        return self.value("vat_rate") * (1 - recoverable)

    def changes_employer(self, municipality: str) -> bool:
        """Return whether the people of a participant get another employer."""
        if self.employer == "home" or municipality not in self.participants:
            return False
        return municipality != self.host

    def systems(self) -> tuple[str, ...]:
        """Return the systems in scope."""
        if self.table is None or not self.participants:
            return ()
        if self.table.systems is not None:
            return self.table.systems
        return tuple(
            name
            for name, system in self.document.systems.items()
            if all(self.scope(m, t) == 1 for t in system.tasks for m in self.participants)
        )

    def wage_index(self, year: int) -> float:
        """Return wages in a year against the price level."""
        return (1 + number(self.document.scenario.wage_growth)) ** year

    def price_index(self, year: int) -> float:
        """Return other prices in a year against the price level."""
        return (1 + number(self.document.scenario.price_growth)) ** year
