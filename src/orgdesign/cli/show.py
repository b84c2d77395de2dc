"""`orgdesign show`: a screen of the app as text, for screen readers and for plain terminals."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from orgdesign.cli.completing import files, screen_names, screens
from orgdesign.cli.options import Asked, ascii_option, table_options, unknown
from orgdesign.cli.shape import NamingCommand
from orgdesign.cli.talk import WrongCallError, language, words

if TYPE_CHECKING:
    from orgdesign.tables.table import Table

FILES = "files"
"""The screen that is about a folder."""
BESIDE = "beside"
"""The screen that is about several files."""


@click.command("show", cls=NamingCommand, entry="help_screens", names=screen_names)
@click.argument("screen", metavar="SCREEN", shell_complete=screens)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", shell_complete=files)
@table_options
@ascii_option
def command(screen: str, files: tuple[str, ...], plain_letters: bool, **given: Any) -> None:
    """Print what a screen of the app shows: of one file, or of several side by side."""
    from orgdesign.cli.output import as_texts, write
    from orgdesign.export.registry import PROSE
    from orgdesign.words.ascii import ascii_text

    asked = Asked(**given)
    if asked.writer not in PROSE:
        raise WrongCallError(words("no_screen_format", format=asked.writer))
    text = as_texts(_tables(screen, files, asked), asked)
    write(ascii_text(text) if plain_letters else text)


def _tables(screen: str, files: Sequence[str], asked: Asked) -> Sequence[Table]:
    """Return the tables of a screen; only one screen is about several files."""
    if screen == BESIDE:
        return _beside(files, asked)
    if len(files) > 1:
        raise WrongCallError(words("one_file", screen=screen, beside=BESIDE))
    return _files(Path(files[0])) if screen == FILES else _page(screen, files[0], asked)


def _beside(files: Sequence[str], asked: Asked) -> Sequence[Table]:
    """Return the tables of several files side by side."""
    from orgdesign.cli.files import result_of, scenario_of
    from orgdesign.tui.side_by_side import page

    if len(files) < 2:
        raise WrongCallError(words("two_files", screen=BESIDE))
    scenarios = [scenario_of(file, asked.overrides, asked.lang) for file in files]
    settings = asked.settings(scenarios[0], "compare")
    results = [result_of(scenario, settings.language) for scenario in scenarios]
    return page(results, settings)


def _page(screen: str, file: str, asked: Asked) -> Sequence[Table]:
    """Return the tables of a screen that shows a scenario."""
    from orgdesign.cli.files import result_of, scenario_of
    from orgdesign.cli.talk import working
    from orgdesign.identity.identified import identified
    from orgdesign.tables.by_name import makers
    from orgdesign.tui.pages import PAGES

    if screen not in PAGES:
        raise WrongCallError(unknown("unknown_screen", screen, screen_names()))
    scenario = scenario_of(file, asked.overrides, asked.lang)
    ask, known = partial(asked.settings, scenario), makers(scenario)
    spoken = ask(screen).language
    result = result_of(scenario, spoken)
    with working(spoken):
        tables = PAGES[screen](result, ask)
    return [
        identified(table, scenario, ask(table.id)) if table.id in known else table
        for table in tables
    ]


def _files(path: Path) -> Sequence[Table]:
    """Return the list of the folder, or of the folder in which a file lies."""
    from orgdesign.tui.engine import file_state
    from orgdesign.tui.file_list import file_table, listed

    folder = path if path.is_dir() else path.parent
    states = (file_state(each) for each in listed(folder))
    return (file_table(states, folder, (), language()),)
