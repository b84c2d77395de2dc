"""Many cases in blocks, over no executor or any: the same bits either way."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

import numpy as np

from orgdesign.cached import cached_property
from orgdesign.model.calculation import evaluate
from orgdesign.model.making_steps import steps
from orgdesign.model.outcomes import Amount, Asked, Billed, lines_of, measure, year_of
from orgdesign.model.result import Array, Cases, Result
from orgdesign.model.steps import Steps
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.sensitivity.crossed import Crossed, blocks, in_rows

Outcomes = Mapping[tuple[str, Asked], Array]
"""For each option and measure an array over (municipality, case). Unit: euros."""

MadeSteps = dict[tuple[tuple[str, ...], tuple[str, ...], int | None], Steps]
"""Steps by the paths that they start from, the lines that they go to and the year asked for."""

Piece = TypeVar("Piece")
Found = TypeVar("Found")

Told = Callable[[int, int], bool]
"""Is told how many cases of how many are done, and returns whether to go on."""

LARGEST_BLOCK, MOST_ROWS, SMALLEST_BLOCK = 512, 2048, 32
AHEAD = 64
"""Blocks that wait for an executor at a time, to bound memory."""
CELLS = 2**18
"""Numbers in one array of a block, so that a few of them fit the cache."""


def block_size(scenario: Scenario, *, rows_of_a_year: bool = False) -> int:
    """Return how many cases go into a block: a power of two that depends on the study alone.

    Of cases in rows, of one year, most arrays are small, so that more of them fit.
    """
    cells = max(1, len(scenario.municipalities) * len(scenario.years))
    largest = MOST_ROWS if rows_of_a_year else LARGEST_BLOCK
    wanted = min(largest, max(SMALLEST_BLOCK, CELLS // cells))
    return 1 << (wanted.bit_length() - 1)


def on_and_on(_done: int, _all: int) -> bool:
    """Return that the work goes on."""
    return True


def outcomes(
    scenario: Scenario,
    cases: Cases | Crossed,
    measures: Sequence[Asked],
    options: Sequence[str] | None = None,
    executor: Executor | None = None,
    *,
    year: int | None = None,
    told: Told = on_and_on,
    central: Result | None = None,
    made: MadeSteps | None = None,
) -> Outcomes:
    """Return measures of options for every case; the zero option is always among them.

    An executor maps the blocks; which one, and how many workers it has, changes no bit. Fewer
    cases than a block make a smaller one. Where `told` says to stop, the cases that are done
    come back. A measure of a year is of `year`, else of the report year. `central` is the central
    case of these options where it is at hand, and `made` holds the steps made from it before.
    """
    wanted = [ALONE, *(scenario.options if options is None else options)]
    if isinstance(cases, Crossed) and cases.first.number < block_size(scenario):
        cases = Cases(cases.number, cases.values)  # too few rows for the work of one at a time
    options = tuple(dict.fromkeys(wanted))
    work = Work(scenario, tuple(measures), options, year, central, {} if made is None else made)
    width = cases.width if isinstance(cases, Crossed) else 1
    smaller = max(SMALLEST_BLOCK, 1 << max(0, cases.number // width - 1).bit_length())
    rows_of_a_year = isinstance(cases, Crossed) and work.position is not None
    size = min(block_size(scenario, rows_of_a_year=rows_of_a_year), smaller)
    found = []
    for piece in in_order(executor, work, _blocks(cases, size)):
        found.append(piece)
        if not told(min(len(found) * size * width, cases.number), cases.number):
            break
    return {
        name: np.concatenate([piece[name] for piece in found], axis=1)[:, : cases.number]
        for name in found[0]
    }


def _blocks(cases: Cases | Crossed, size: int) -> Iterator[Cases | Crossed]:
    return cases.blocks(size) if isinstance(cases, Crossed) else blocks(cases, size)


def in_order(
    executor: Executor | None, work: Callable[[Piece], Found], pieces: Iterable[Piece]
) -> Iterator[Found]:
    """Yield what the pieces of large work give, in order, a number of them under way at a time.

    Those that nobody waits for any more are cancelled. Without an executor one after the other.
    """
    if executor is None:
        yield from map(work, pieces)
        return
    waiting: deque[Future[Found]] = deque()
    try:
        for piece in pieces:
            waiting.append(executor.submit(work, piece))
            if len(waiting) >= AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


@lru_cache(maxsize=2)
def _unpacked(packed: bytes) -> Work:
    """Return the work of its packed form: a process computes its central case once."""
    return Work(*pickle.loads(packed))


@dataclass(frozen=True)
class Work:
    """What is asked of every block of cases."""

    scenario: Scenario
    measures: tuple[Asked, ...]
    options: tuple[str, ...]
    year: int | None = None
    at_hand: Result | None = None
    """The central case where it is computed already."""
    made: MadeSteps = field(default_factory=dict)
    """The steps from the central case that are made already."""

    @cached_property
    def central(self) -> Result:
        """The central case, of which a block only computes anew what its figures reach."""
        return self.at_hand or evaluate(self.scenario, options=self.options)

    def __reduce__(self) -> tuple[Callable[[bytes], Work], tuple[bytes]]:
        """Return what goes to another process: the question, packed once for all blocks."""
        return _unpacked, (self._packed,)

    @cached_property
    def _packed(self) -> bytes:
        return pickle.dumps((self.scenario, self.measures, self.options, self.year))

    def __call__(self, cases: Cases | Crossed) -> dict[tuple[str, Asked], Array]:
        """Return the measures of a block, each by municipality and case."""
        if not isinstance(cases, Crossed):
            return self._measured(self._bills(cases), cases.number)
        steps = self._steps(tuple(cases.first.values))
        each = [self._measured([one], cases.first.number) for one in cases.bills(steps)]
        return {name: in_rows([one[name] for one in each]) for name in each[0]}

    def _measured(self, bills: Iterable[Billed], number: int) -> dict[tuple[str, Asked], Array]:
        found: dict[tuple[str, Asked], Array] = {}
        for some in bills:
            for option in some.options:
                for asked in self.measures:
                    amounts = measure(some, option, asked, self.year)
                    whole = np.broadcast_to(amounts, (self._rows(asked), number))
                    found[option, asked] = np.ascontiguousarray(whole)
            del some
        return {(o, asked): found[o, asked] for o in self.options for asked in self.measures}

    def _rows(self, asked: Asked) -> int:
        """Return how many municipalities a measure is of: some together are one."""
        together = isinstance(asked, Amount) and bool(asked.together)
        return 1 if together else len(self.scenario.municipalities)

    def _bills(self, cases: Cases) -> Iterable[Billed]:
        if not all(path in self.scenario.figures for path in cases.values):
            return [evaluate(self.scenario, cases, self.options)]
        return self._steps(tuple(cases.values)).each(cases)

    @cached_property
    def position(self) -> int | None:
        """The position of the one year that everything asked is of, None where there are more."""
        years = {year_of(self.scenario, each, self.year) for each in self.measures}
        return years.pop() if len(years) == 1 else None

    def _steps(self, paths: tuple[str, ...]) -> Steps:
        """Return the steps from some figures to what is asked, made once for all blocks."""
        lines = tuple(dict.fromkeys(line for each in self.measures for line in lines_of(each)))
        asked = paths, lines, self.position
        if asked not in self.made:
            self.made[asked] = steps(self.central, *asked)
        return self.made[asked]
