"""Scenario files as commands take them: loaded, or all their problems on stderr and exit code 2."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from orgdesign.cli.talk import EndError, language, tell, working
from orgdesign.scenario.load import Loaded, load
from orgdesign.scenario.problems import render_all
from orgdesign.scenario.scenario import Scenario
from orgdesign.words import Language

if TYPE_CHECKING:
    from orgdesign.model.result import Result


def loaded_of(path: str, overrides: Sequence[str], lang: str | None) -> Loaded:
    """Return what a file holds, with what is tried on top of it."""
    return load(Path(path), tuple(overrides), cast("Language | None", lang))


def scenario_of(path: str, overrides: Sequence[str] = (), lang: str | None = None) -> Scenario:
    """Return the scenario of a file; where it has problems, they are told and the command ends."""
    loaded = loaded_of(path, overrides, lang)
    if loaded.scenario is None:
        tell_problems(loaded, lang)
        raise EndError(2)
    return loaded.scenario


def tell_problems(loaded: Loaded, lang: str | None) -> None:
    """Tell what is wrong with a file: in the language of the call where the file has none."""
    spoken = loaded.language if lang or loaded.asked else language()
    tell(render_all(loaded.problems, spoken))


def result_of(scenario: Scenario, spoken: Language) -> Result:
    """Return the result of a scenario; what only its result shows to be wrong ends the command."""
    from orgdesign.model.calculation import evaluate
    from orgdesign.notes.faults import errors
    from orgdesign.notes.note import render

    with working(spoken):
        result = evaluate(scenario)
        wrong = errors(result)
    if wrong:
        tell("\n".join(render(note, spoken) for note in wrong))
        raise EndError(2)
    return result


def facts_of(path: str | None, lang: str | None) -> Scenario:
    """Return the scenario of a file, or without one a scenario of the bundled facts."""
    from orgdesign.scenario.starting.every_form import every_form

    return scenario_of(path, (), lang) if path else every_form(language())
