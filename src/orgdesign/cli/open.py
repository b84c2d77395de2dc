"""`orgdesign` and `orgdesign FILE`: the app on a terminal, the comparison in a pipe."""

from __future__ import annotations

from pathlib import Path

import click

from orgdesign.cli.commands import somebody_looks
from orgdesign.cli.compare import compare
from orgdesign.cli.completing import files
from orgdesign.cli.options import Asked, ascii_option, lang_option, set_option
from orgdesign.cli.shape import Command
from orgdesign.cli.talk import WrongCallError, language, words
from orgdesign.scenario.gallery import scenario_files, scenario_folder
from orgdesign.words import LANGUAGES


@click.command("open", cls=Command)
@click.argument("path", required=False, metavar="[FILE]", shell_complete=files)
@set_option
@lang_option
@ascii_option
def command(
    path: str | None,
    overrides: tuple[str, ...] = (),
    lang: str | None = None,
    plain_letters: bool = False,
) -> None:
    """Open the app, or print the comparison where nobody looks at a terminal."""
    if somebody_looks() and not overrides:
        from orgdesign.tui.start import run

        chosen = next((each for each in LANGUAGES if each == lang), None)
        given = Path(path) if path else None
        run(given, plain_letters=plain_letters, chosen=chosen, spoken=language())
        return
    for file in _files(path):
        compare((file,), Asked(overrides=overrides, lang=lang))


def _files(path: str | None) -> list[str]:
    """Return the file given, or the scenario files of the folder given or at hand."""
    if path is not None and not Path(path).is_dir():
        return [path]
    folder = scenario_folder(Path(path) if path else None)
    found = [str(file) for file in scenario_files(folder)]
    if not found:
        raise WrongCallError(words("no_scenarios", folder=folder))
    return found
