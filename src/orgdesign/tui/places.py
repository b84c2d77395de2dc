"""Where a figure stands: the file and line that a person can go to."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from orgdesign.tui.session import Session

if TYPE_CHECKING:
    from orgdesign.scenario.problems import Problem
    from orgdesign.scenario.scenario import Scenario


def near(path: Path) -> Path:
    """Return a path as readers know it: from the current folder where that is not far away."""
    try:
        below = Path(os.path.relpath(path))
    except ValueError:
        return path
    return path if ".." in below.parts else below


def is_tried(problem: Problem) -> bool:
    """Return whether a problem is of what is tried, and of no file."""
    from orgdesign.scenario.layers.overlay import FILE

    return problem.file == FILE


def named_from(folder: Path, problem: Problem, tried: str) -> Problem:
    """Return a problem with its file named from a folder, or in words where it is tried."""
    path = Path(problem.file).resolve()
    below = str(path.relative_to(folder)) if path.is_relative_to(folder) else problem.file
    return problem._replace(file=tried if is_tried(problem) else below)


def place_of(session: Session, path: str) -> tuple[Path, int] | str:
    """Return the file and line of a path, or words for where a bundled figure stands.

    A figure that is tried stands where the file gives it, else at the nearest table around it.
    """
    scenario = session.scenario
    if scenario is None:
        return session.path, session.problems[0].line if session.problems else 1
    origin = scenario.origins.get(path)
    if origin is not None and origin.layer == "override":
        return _beneath(session, path)
    return standing(scenario, session.path, path)


def standing(scenario: Scenario, file: Path, path: str) -> tuple[Path, int] | str:
    """Return the file and line of a path of a scenario, or words for a bundled figure.

    What the scenario does not have stands nowhere: that is the beginning of its file.
    """
    origin = scenario.origins.get(path)
    if origin is None:
        return file, 1
    if origin.layer in ("file", "base"):
        return Path(origin.file), origin.line
    return f"{origin.file}:{origin.line}" if origin.line else origin.file


def _beneath(session: Session, path: str) -> tuple[Path, int]:
    from orgdesign.scenario.paths import split_path
    from orgdesign.scenario.text.positions import positions

    parts = split_path(path)
    files = sorted(session.files, key=lambda file: file != session.path)
    for file in files:
        place = positions(file.read_text(encoding="utf-8-sig"), str(file)).place(parts)
        if place is not None:
            return file, place.line
    text = session.path.read_text(encoding="utf-8-sig")
    return session.path, positions(text, str(session.path)).nearest(parts).line
