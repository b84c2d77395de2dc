"""The scenario files of a folder and the worked cases, as a table with the state of each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from orgdesign.scenario.gallery import gallery, scenario_files
from orgdesign.words import Language, say

if TYPE_CHECKING:
    from orgdesign.tables.table import Table
    from orgdesign.tui.engine import FileState

COLUMNS = ("file", "state", "title", "region")


def listed(folder: Path) -> tuple[Path, ...]:
    """Return the files of a folder, then the worked cases."""
    paths = (path.resolve() for path in (*scenario_files(folder), *gallery()))
    return tuple(dict.fromkeys(paths))


def file_table(
    states: Iterable[FileState], folder: Path, unsaved: Iterable[Path], language: Language
) -> Table:
    """Return the files with their state; `unsaved` have changes that no file holds."""
    from orgdesign.tables.table import Column, Row, Table

    kept = frozenset(unsaved)
    rows = (
        Row(
            str(state.path),
            (
                _name(state.path, folder),
                _state(state, state.path in kept, language),
                state.title,
                state.region,
            ),
        )
        for state in states
    )
    columns = (Column(id, say(f"app.column_{id}", language)) for id in COLUMNS)
    title = say("app.screen_files", language)
    return Table("files", title, tuple(columns), tuple(rows), language=language)


def _name(path: Path, folder: Path) -> str:
    """Return a file as named from the folder, one from elsewhere with the folder it lies in."""
    try:
        return str(path.relative_to(folder.resolve()))
    except ValueError:
        return str(Path(path.parent.name) / path.name)


def _state(state: FileState, kept: bool, language: Language) -> str:
    if state.state == "reading":
        return say("app.state_reading", language)
    number = len(state.problems)
    entries = {0: "state_ok", 1: "state_one_problem"}
    words = say(f"app.{entries.get(number, 'state_problems')}", language, number=number)
    return f"{words}, {say('app.state_unsaved', language)}" if kept else words
