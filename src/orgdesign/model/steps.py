"""The steps from some figures to some lines of the bill: for many cases no more than is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
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
    """What some figures reach on the way to the bills of options, in an order to compute it in.

    `before` has the values of what they do not reach. `places` has for each option that of its
    bill, those of one before those of the next. `year` is the position of the one year that is
    computed, None for all.
    """

    central: Result
    steps: tuple[Step, ...]
    before: Values
    places: Mapping[str, int]
    year: int | None

    def values(self, cases: Cases, before: Values | None = None, *, keep: bool = False) -> Values:
        """Return what every place holds for some cases.

        `before` has the values of what is not computed, where it is not the central case. What
        no later step reads is forgotten at once, unless asked to be kept: arrays over many cases
        that nobody reads again only cost time.
        """
        found = self._begun(self.before if before is None else before, cases)
        for _ in self._taken(found, keep=keep):
            pass
        return found

    def bills(self, values: Values, cases: Cases) -> Bills:
        """Return the bills that some values hold."""
        return self._billed({option: values[at] for option, at in self.places.items()}, cases)

    def each(self, cases: Cases) -> Iterator[Bills]:
        """Yield the bills of some cases option by option; nobody should hold one beyond the next.

        So little is there at a time that it stays where the processor is quick to find it.
        """
        found, options = self._begun(self.before, cases), {at: o for o, at in self.places.items()}
        for step in self._taken(found):
            if step.place in options:
                yield self._billed({options[step.place]: found[step.place]}, cases)
                found[step.place] = None

    def _taken(self, found: list[Any], *, keep: bool = False) -> Iterator[Step]:
        """Take the steps in their order, and yield each when its place is filled."""
        for step, done in zip(self.steps, self._done, strict=True):
            found[step.place] = step.function(*[found[place] for place in step.reads])
            if not keep:
                for place in done:
                    found[place] = None
            yield step

    def _begun(self, before: Values, cases: Cases) -> list[Any]:
        found = list(before)
        found[READING] = replace(self._reading, cases=cases)
        return found

    def _billed(self, bills: Mapping[str, Bill], cases: Cases) -> Bills:
        return Bills(self.central.scenario, cases, bills, self.year)

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
        kept = frozenset(self.places.values())
        last = {place: n for n, step in enumerate(self.steps) for place in step.reads}
        done: list[list[int]] = [[] for _ in self.steps]
        for step in self.steps:
            if step.place in last and step.place not in kept:
                done[last[step.place]].append(step.place)
        return tuple(tuple(places) for places in done)


def bill_of(lines: Sequence[str], phases: int, shape: tuple[int, int], *amounts: Array) -> Bill:
    """Return the bill of an option of its lines under each of its phases.

    `shape` is that of a line without cases, (municipality, year). Of every line there are the
    amounts of each phase and, where there are several, of the zero option: what all phases come to
    is told against it.
    """

    def told(amounts: Sequence[Array]) -> Array:
        *earlier, last = [by_place_and_year(each, *shape) for each in amounts[:phases]]
        for each in reversed(earlier):
            last = each + last - by_place_and_year(amounts[-1], *shape)
        return last

    every = phases if phases == 1 else phases + 1
    return Bill({line: told(amounts[n * every :][:every]) for n, line in enumerate(lines)})
