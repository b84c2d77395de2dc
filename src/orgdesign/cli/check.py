"""`orgdesign check`: all that is wrong in files, and then what looks doubtful in the good ones."""

from __future__ import annotations

from collections.abc import Sequence

import click

from orgdesign.cli.completing import files
from orgdesign.cli.options import lang_option, set_option
from orgdesign.cli.shape import Command
from orgdesign.cli.talk import EndError, tell, words, working
from orgdesign.scenario.scenario import Scenario
from orgdesign.words import Language


@click.command("check", cls=Command)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", shell_complete=files)
@set_option
@lang_option
def command(files: tuple[str, ...], overrides: tuple[str, ...], lang: str | None) -> None:
    """Tell every problem of every file, and notes on the good ones; exit code 2 for problems."""
    found = [_good(file, overrides, lang) for file in files]
    good = [scenario for scenario in found if scenario is not None]
    if len(good) > 1:
        _tell_conflicts(good, lang)
    if len(good) < len(files):
        raise EndError(2)


def _tell_conflicts(scenarios: Sequence[Scenario], lang: str | None) -> None:
    """Tell the facts that a later file gives otherwise than an earlier one."""
    from orgdesign.notes.facts import conflicts
    from orgdesign.notes.note import render

    about = scenarios[0].document.scenario
    spoken: Language = "en" if (lang or about.language) == "en" else "nl"
    for note in conflicts(scenarios):
        tell(render(note, spoken, about.number_format))


def _good(file: str, overrides: tuple[str, ...], lang: str | None) -> Scenario | None:
    """Tell the problems of a file, and return its scenario where there are none."""
    from orgdesign.cli.files import loaded_of, tell_problems

    loaded = loaded_of(file, overrides, lang)
    if loaded.scenario is None:
        tell_problems(loaded, lang)
        return None
    return loaded.scenario if _without_errors(loaded.scenario, loaded.language) else None


def _without_errors(scenario: Scenario, language: Language) -> bool:
    """Tell what is remarkable, and return whether nothing of it is an error."""
    from orgdesign.model.calculation import evaluate
    from orgdesign.notes.faults import errors
    from orgdesign.notes.note import render
    from orgdesign.notes.notes import notes

    with working(language):
        result = evaluate(scenario)
        wrong, remarks = errors(result), notes(scenario, result)
    numbers = scenario.document.scenario.number_format
    for note in (*wrong, *remarks):
        tell(render(note, language, numbers))
    if not wrong:
        tell(words("all_good", language, file=scenario.file, number=len(remarks)))
    return not wrong
