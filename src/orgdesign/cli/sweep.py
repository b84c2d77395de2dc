"""`orgdesign sweep`: every scenario file of a folder, over several processes or a cluster."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from orgdesign.cli.completing import folders
from orgdesign.cli.options import FORMATS, UNITS, Asked, lang_option
from orgdesign.cli.shape import Command
from orgdesign.cli.talk import EndError, WrongCallError, language, words
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.tables.sensitivity.sweep import Swept


@click.command("sweep", cls=Command)
@click.argument("folder", metavar="FOLDER", shell_complete=folders)
@click.option("--workers", type=click.IntRange(1, 1024), help=words("opt_workers"))
@click.option("--scheduler", metavar="ADDRESS", help=words("opt_scheduler"))
@click.option("--unit", type=click.Choice(UNITS), default="euros", help=words("opt_unit"))
@click.option("--format", "form", type=click.Choice(FORMATS), help=words("opt_format"))
@lang_option
def command(
    folder: str, workers: int | None, scheduler: str | None, unit: str, form: str | None,
    lang: str | None,
) -> None:  # fmt: skip
    """Print what every option of every file costs above staying alone."""
    from orgdesign.cli.executors import executor_of
    from orgdesign.cli.output import show
    from orgdesign.cli.progress import progress
    from orgdesign.sensitivity.run import in_order
    from orgdesign.tables.sensitivity.sweep import sweep_table
    from orgdesign.tables.settings import Settings

    files = sorted(Path(folder).glob("*.toml"))
    if not files:
        raise WrongCallError(words("no_scenarios", folder=visible(folder)))
    spoken, found = language(), []
    with progress(spoken) as told, executor_of(workers, scheduler) as executor:
        for swept in in_order(executor, swept_of, map(str, files)):
            found.append(swept)
            if not told(len(found), len(files)):
                break
    numbers = "nl_NL" if spoken == "nl" else "en_GB"
    settings = Settings(language=spoken, numbers=numbers).change(unit=unit)
    show(sweep_table(found, len(files), settings), Asked(form=form, lang=lang))
    if any(each.faults for each in found):
        raise EndError(2)


def swept_of(path: str) -> Swept:
    """Return what the options of a file cost above staying alone, or how many faults it has."""
    from orgdesign.model.calculation import evaluate
    from orgdesign.model.outcomes import against_alone
    from orgdesign.notes.faults import errors
    from orgdesign.scenario.load import load
    from orgdesign.tables.sensitivity.sweep import SHOWN, Swept

    loaded, name = load(Path(path)), Path(path).name
    if loaded.scenario is None:
        return Swept(name, len(loaded.problems), ())
    result = evaluate(loaded.scenario)
    if wrong := list(errors(result)):
        return Swept(name, len(wrong), ())
    tables = loaded.scenario.document.options
    options = tuple(
        (
            option,
            tables[option].name,
            tuple(float(against_alone(result, option, each).sum()) for each in SHOWN),
        )
        for option in loaded.scenario.options
    )
    return Swept(name, 0, options)
