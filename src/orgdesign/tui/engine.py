"""What workers call: it alone imports the model, so the first paint waits for none of it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from orgdesign.tui.session import Answer, Request

if TYPE_CHECKING:
    from orgdesign.scenario.problems import Problem


@dataclass(frozen=True)
class FileState:
    """A file of the scenario folder: whether it can be computed, and what it is about."""

    path: Path
    state: Literal["reading", "ok", "problems"]
    title: str = ""
    region: str = ""
    problems: tuple[Problem, ...] = ()


def answer(request: Request) -> Answer:
    """Return the result of a file with its overrides, or the problems in the way."""
    try:
        return _answer(request)
    except Exception as fault:  # a fault of the program must reach the person, not end the app
        return Answer(request, failure=f"{type(fault).__name__}: {fault}")


def _answer(request: Request) -> Answer:
    from orgdesign.model.calculation import evaluate
    from orgdesign.scenario.load import load

    loaded = load(_shown(request.path), [f"{path}={value}" for path, value in request.layer])
    if loaded.scenario is None:
        return Answer(request, problems=loaded.problems, files=loaded.files)
    result = evaluate(loaded.scenario)
    return Answer(request, loaded.scenario, result, files=loaded.files)


def file_state(path: Path) -> FileState:
    """Return the state of a scenario file, without computing it."""
    from orgdesign.scenario.load import load

    loaded = load(_shown(path))
    if loaded.scenario is None:
        return FileState(path, "problems", problems=loaded.problems)
    about = loaded.scenario.document.scenario
    return FileState(path, "ok", about.title, about.region or "")


def _shown(path: Path) -> Path:
    """Return a path as readers know it: from the current folder where that is not far away."""
    try:
        near = Path(os.path.relpath(path))
    except ValueError:
        return path
    return path if ".." in near.parts else near
