"""The statements of a file on what groups cost, whatever the format of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from orgdesign.scenario.problems import MOST, Place, Problem


class Line(NamedTuple):
    """A group as typed, with its cost: no number where that is at fault, and told elsewhere."""

    typed: str
    cost: float
    number: int
    """The line of the file; 0 where the format finds it by what was typed."""


class Sheet(NamedTuple):
    """The lines of one file and where they stand."""

    lines: Iterable[Line]
    place: Callable[[Line], Place]
    """Gives the place of the group of a line."""
    start: Callable[[], Place]
    """Gives the place where the costs start."""
    unreadable: Callable[[], int]
    """Gives how many statements, of those read so far, nobody can tell the group of."""


class Faults:
    """Problems as they are found; of very many the first are kept."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    @property
    def enough(self) -> bool:
        """Whether there are more than readers are told."""
        return len(self.found) > MOST

    def add(self, place: Place, code: str, path: str = "", /, **details: object) -> None:
        """Note a problem at a place."""
        if not self.enough:
            self.found.append(Problem.at(place, code, path, **details))
