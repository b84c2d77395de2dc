"""The steps from some figures to some lines of the bill: for many cases no more than is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from orgdesign.cached import cached_property
from orgdesign.model.axes import Array, by_place_and_year
from orgdesign.model.reading import Reading
from orgdesign.model.result import Bill, Bills, Cases, Result
from orgdesign.scenario.scenario import ALONE

READING = 0
"""The place of the reading of the cases among the values."""

Values = Sequence[Any]
"""What each place holds: a constant, or what a step gave."""


class Step(NamedTuple):
    """A figure: its place, what gives it, the places that it reads, and the paths of an input."""

    place: int
    function: Callable[..., Any]
    reads: tuple[int, ...]
    paths: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Steps:
    """What some figures reach on the way to some lines, in an order that can be computed.

    `before` has the values of what they do not reach. `lines` has by option and line the places
    of its amounts, a place for each phase of the option. `year` is the position of the one year
    that is computed, None for all.
    """

    central: Result
    steps: tuple[Step, ...]
    before: Values
    lines: Mapping[str, Mapping[str, tuple[int, ...]]]
    year: int | None

    def values(self, cases: Cases, before: Values | None = None, *, keep: bool = False) -> Values:
        """Return what every place holds for some cases.

        `before` has the values of what is not computed, where it is not the central case. What
        no later step reads is forgotten at once, unless asked to be kept: arrays over many cases
        that nobody reads again only cost time.
        """
        found = list(self.before if before is None else before)
        found[READING] = replace(self._reading, cases=cases)
        for step, done in zip(self.steps, self._done, strict=True):
            found[step.place] = step.function(*[found[place] for place in step.reads])
            if not keep:
                for place in done:
                    found[place] = None
        return found

    def bills(self, values: Values, cases: Cases) -> Bills:
        """Return the bills that some values hold."""
        options = {
            option: Bill({line: self._amounts(values, line, at) for line, at in lines.items()})
            for option, lines in self.lines.items()
        }
        return Bills(self.central.scenario, cases, options, self.year)

    def parts(self, groups: tuple[tuple[str, ...], ...]) -> tuple[Steps, ...]:
        """Return for each group of figures the steps that they reach, on top of all others."""
        if groups not in self._parts:
            self._parts[groups] = tuple(self._reached(frozenset(group)) for group in groups)
        return self._parts[groups]

    @cached_property
    def _parts(self) -> dict[tuple[tuple[str, ...], ...], tuple[Steps, ...]]:
        return {}

    def _reached(self, paths: frozenset[str]) -> Steps:
        found: dict[int, Step] = {}
        for step in self.steps:
            if not step.paths.isdisjoint(paths) or any(place in found for place in step.reads):
                found[step.place] = step
        return replace(self, steps=tuple(found.values()))

    @property
    def _reading(self) -> Reading:
        return self.central.options[ALONE].evaluation.reading

    @cached_property
    def _done(self) -> tuple[tuple[int, ...], ...]:
        """For every step the places that are not read after it, of those computed."""
        kept = {place for lines in self.lines.values() for at in lines.values() for place in at}
        last = {place: n for n, step in enumerate(self.steps) for place in step.reads}
        done: list[list[int]] = [[] for _ in self.steps]
        for step in self.steps:
            if step.place in last and step.place not in kept:
                done[last[step.place]].append(step.place)
        return tuple(tuple(places) for places in done)

    def _amounts(self, values: Values, line: str, phases: tuple[int, ...]) -> Array:
        """Return a line by (municipality, year, case or 1), as it is told over all phases."""
        *earlier, last = phases
        amounts = self._whole(values[last])
        for phase in reversed(earlier):
            alone = self._whole(values[self.lines[ALONE][line][0]])
            amounts = self._whole(values[phase]) + amounts - alone
        return amounts

    def _whole(self, amounts: Array) -> Array:
        scenario = self.central.scenario
        years = len(scenario.years) if self.year is None else 1
        return by_place_and_year(amounts, len(scenario.municipalities), years)
