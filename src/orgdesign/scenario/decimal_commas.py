"""Lists of numbers whose commas may have been meant as decimal signs: [0,2, 0,6] is 0, 2, 0, 6."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from orgdesign.scenario.kinds import kind_at
from orgdesign.scenario.paths import Parts, join_path
from orgdesign.scenario.problems import plain

Column = Callable[[str], tuple[int, int]]
"""Gives the line and the column at which the value of a path starts."""
_FRACTIONS = ("share", "rate a year")
_FEW = 100
"""Decimals of a number that is no share are below it: two are typed at most."""


class CommaList(NamedTuple):
    """A list in which commas without a space part two numbers, and what may have been meant.

    `certain` says that the list cannot stand as it is: other commas do have a space, or a number
    is none that may stand there; else it is only remarked on.
    """

    parts: Parts
    instead: str
    certain: bool

    @property
    def path(self) -> str:
        """The path of the list."""
        return join_path(self.parts)


def comma_lists(tables: object, column: Column, parts: Parts = ()) -> Iterator[CommaList]:
    """Yield the lists of tables whose commas may have been meant as decimal signs."""
    if isinstance(tables, dict):
        for key, below in tables.items():
            yield from comma_lists(below, column, (*parts, key))
    elif isinstance(tables, list | tuple):
        if len(tables) > 1 and all(type(number) in (int, float) for number in tables):
            if (found := _comma_list(tables, column, parts)) is not None:
                yield found
            return
        for position, below in enumerate(tables):
            yield from comma_lists(below, column, (*parts, position))


def _comma_list(given: Any, column: Column, parts: Parts) -> CommaList | None:
    kind = kind_at((*parts, 0))
    if kind is None or kind.whole:
        return None
    share = kind.unit in _FRACTIONS
    if not any(_is_pair(pair, share) for pair in pairwise(given)):
        return None
    runs = _runs(given, column, parts)
    spaced = len(runs) > 1
    if not spaced and len(given) % 2 == 0:
        runs = [given[at : at + 2] for at in range(0, len(given), 2)]
    pairs = [run for run in runs if len(run) > 1]
    if not pairs or not all(_is_pair(run, share) for run in pairs):
        return None
    wrong = any(number > 1 for number in given) if share else len(given) == 2
    written = ", ".join(".".join(map(plain, run)) for run in runs)
    lone = len(runs) == 1 and kind_at(parts) is not None
    return CommaList(parts, written if lone else f"[{written}]", spaced or wrong)


def _is_pair(run: Any, share: bool) -> bool:
    """Return whether numbers read as the two sides of one decimal comma."""
    if len(run) != 2 or not all(type(number) is int and number >= 0 for number in run):
        return False
    return run[0] in (0, 1) if share else run[1] < _FEW


def _runs(given: Any, column: Column, parts: Parts) -> list[Any]:
    """Return the numbers in runs between which there is a space or a new line."""
    places = [column(join_path((*parts, position))) for position in range(len(given))]
    runs = [[given[0]]]
    for number, (before, after) in zip(given[1:], pairwise(places), strict=True):
        next_to_it = (before[0], before[1] + len(plain(runs[-1][-1])) + 1)
        if after == next_to_it and type(runs[-1][-1]) is int:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs
