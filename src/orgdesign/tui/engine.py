"""What workers call: it alone imports the model, so the first paint waits for none of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from orgdesign.tui.layers import OUT, plain
from orgdesign.tui.places import near
from orgdesign.tui.session import Answer, Request, stamps_of
from orgdesign.words import Language

if TYPE_CHECKING:
    from orgdesign.model.result import Result
    from orgdesign.scenario.problems import Problem
    from orgdesign.scenario.scenario import Scenario
    from orgdesign.tables.settings import Settings
    from orgdesign.tables.table import Table


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
    from orgdesign.scenario.load import load, load_again

    before, request = request.before, replace(request, before=None)
    if before and (before.loaded is None or before.stamps != stamps_of(before.files)):
        before = None
    tried = [
        f"{path}={value}" if value != OUT else (path, plain(value)) for path, value in request.layer
    ]
    if before and before.loaded:
        loaded = load_again(before.loaded, tried)
    else:
        loaded = load(near(request.path), tried, folder=request.folder)
    if loaded.scenario is None:
        return Answer(request, problems=loaded.problems, files=loaded.files, loaded=loaded)
    result = _computed(before, loaded.scenario, request)
    stamps = stamps_of(loaded.files)
    return Answer(
        request, loaded.scenario, result, files=loaded.files, loaded=loaded, stamps=stamps
    )


def _computed(before: Answer | None, scenario: Scenario, request: Request) -> Result:
    """Return the result; of what was computed before only what changed figures reach is anew."""
    from orgdesign.model.calculation import evaluate, recompute

    if before is None or before.scenario is None or before.result is None:
        return evaluate(scenario)
    edited = {path for path, _ in set(request.layer) ^ set(before.request.layer)}
    paths = {path.removesuffix(".low").removesuffix(".high") for path in edited}
    known = before.scenario.figures.keys()
    if scenario.figures.keys() != known or not paths <= known:
        return evaluate(scenario)
    return recompute(before.result, scenario, paths)


def why(
    result: Result, settings: Settings, municipality: str, option: str, line: str | None = None
) -> Table | str:
    """Return the tree below a line, or a whole outcome; in one line what stood in the way.

    The outcome is the one that the settings ask for, of their year where it is of one. What is
    no municipality stands for all of them.
    """
    from orgdesign.model.explain_measure import explain_measure
    from orgdesign.tables.explaining.cell import explained
    from orgdesign.tables.settings import quoted_year

    scenario = result.scenario
    year = quoted_year(scenario, settings)
    try:
        who = municipality if municipality in scenario.municipalities else ""
        found = explain_measure(result, option, settings.measure, who, line, year)
        return explained(found, settings.language, settings.numbers)
    except Exception as fault:  # as above
        return f"{type(fault).__name__}: {fault}"


def table_of(result: Result, name: str, settings: Settings) -> Table | str:
    """Return a table by its name, or in one line the fault that stood in the way."""
    from orgdesign.tables.by_name import makers

    try:
        return makers(result.scenario)[name](result, settings)
    except Exception as fault:  # as above
        return f"{type(fault).__name__}: {fault}"


def all_forms(scenario: Scenario, language: Language) -> Scenario:
    """Return a scenario that has every bundled form and those of a scenario."""
    from orgdesign.scenario.starting.every_form import every_form

    every = every_form(language)
    document = every.document
    both = {
        "forms": {**document.forms, **scenario.document.forms},
        "sources": {**document.sources, **scenario.document.sources},
    }
    return replace(every, document=document.replaced(**both))


def file_state(path: Path, folder: Path | None = None) -> FileState:
    """Return the state of a scenario file, without computing it."""
    from orgdesign.scenario.load import load

    loaded = load(near(path), folder=folder)
    if loaded.scenario is None:
        return FileState(path, "problems", problems=loaded.problems)
    about = loaded.scenario.document.scenario
    return FileState(path, "ok", about.title, about.region or "")
