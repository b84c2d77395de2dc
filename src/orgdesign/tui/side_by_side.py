"""Several scenario files side by side: what was read of each, and the tables about them.

It knows nothing of textual; `orgdesign show beside` prints these very tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from orgdesign.tui.places import near
from orgdesign.tui.session import stamps_of

if TYPE_CHECKING:
    from orgdesign.model.result import Result
    from orgdesign.scenario.problems import Problem
    from orgdesign.tables.settings import Settings
    from orgdesign.tables.table import Table

NAMES = ("compare", "differences", "effect_structural_cost", "effect_present_value")
"""The tables: all files side by side, then what one has differently from the first, and what it
does to each municipality."""


@dataclass(frozen=True)
class Side:
    """A file as it was read: its result, or the problems in the way."""

    path: Path
    result: Result | None = None
    problems: tuple[Problem, ...] = ()
    files: tuple[Path, ...] = ()
    stamps: tuple[int, ...] = ()

    @property
    def is_overtaken(self) -> bool:
        """Whether a file says something else by now."""
        return self.stamps != stamps_of(self.files)


def read(paths: Iterable[Path], folder: Path | None, known: Sequence[Side]) -> tuple[Side, ...]:
    """Return what files say, in their order; of those known what was read before."""
    before = {side.path: side for side in known if not side.is_overtaken}
    return tuple(before.get(path) or _side(path, folder) for path in paths)


def _side(path: Path, folder: Path | None) -> Side:
    from orgdesign.model.calculation import evaluate
    from orgdesign.scenario.load import load

    loaded = load(near(path), folder=folder)
    stamps = stamps_of(loaded.files)
    if loaded.scenario is None:
        return Side(path, None, loaded.problems, loaded.files, stamps)
    return Side(path, evaluate(loaded.scenario), (), loaded.files, stamps)


def settings_of(results: Sequence[Result], name: str, other: int, view: Settings) -> Settings:
    """Return the settings of a table: as it is looked at, a difference as the other file asks."""
    from orgdesign.tables.settings import settings_for

    if name == "compare":
        return view
    return settings_for(results[other].scenario, "effect", language=view.language)


def table_of(results: Sequence[Result], name: str, other: int, settings: Settings) -> Table:
    """Return a table of several results; a difference is of one of them from the first."""
    from orgdesign.identity.identified import of_files
    from orgdesign.tables.compare_files import compare_files
    from orgdesign.tables.differing import differing
    from orgdesign.tables.effect import MEASURES, effect

    if name == "compare":
        return of_files(compare_files(results, settings), [each.scenario for each in results])
    old, new = results[0], results[other]
    if name == "differences":
        return differing(old.scenario, new.scenario, settings)
    measure = next(each for each in MEASURES if name == f"effect_{each}")
    return effect(old, new, measure, settings)


def page(results: Sequence[Result], view: Settings) -> tuple[Table, ...]:
    """Return every table: that of all files, then those of each other file and the first."""
    first, *others = NAMES
    asked = [(first, 0), *((name, at) for at in range(1, len(results)) for name in others)]
    return tuple(
        table_of(results, name, at, settings_of(results, name, at, view)) for name, at in asked
    )
