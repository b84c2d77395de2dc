"""`orgdesign compare`: the options by municipality, of one file or of several side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from orgdesign.cli.completing import files
from orgdesign.cli.options import Asked, table_options
from orgdesign.cli.shape import Command
from orgdesign.cli.without_effect import tell_without_effect

if TYPE_CHECKING:
    from orgdesign.tables.table import Table


@click.command("compare", cls=Command)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", shell_complete=files)
@table_options
def command(files: tuple[str, ...], **given: Any) -> None:
    """Print the comparison of one file, or of several side by side."""
    compare(files, Asked(**given))


def compare(files: tuple[str, ...], asked: Asked) -> None:
    """Print the comparison, and end with 1 where thresholds fail and that was asked for."""
    from orgdesign.cli.files import result_of, scenario_of
    from orgdesign.cli.output import end_on_thresholds, show
    from orgdesign.identity.identified import identified, of_files
    from orgdesign.tables.compare import compare as of_one
    from orgdesign.tables.compare_files import compare_files

    scenarios = [scenario_of(file, asked.overrides, asked.lang) for file in files]
    settings = [asked.settings(scenario, "compare") for scenario in scenarios]
    results = [result_of(s, each.language) for s, each in zip(scenarios, settings, strict=True)]
    if len(results) == 1:
        table = of_one(results[0], settings[0])
        show(identified(table, scenarios[0], settings[0]), asked)
    else:
        table = compare_files(results, settings[0])
        show(of_files(table, scenarios), asked)

    def again(other: Asked) -> Table:
        changed = other.settings(scenarios[0], "compare")
        return of_one(results[0], changed) if len(results) == 1 else compare_files(results, changed)

    tell_without_effect(asked, scenarios[0], table, again, settings[0].language)
    for result, each in zip(results, settings, strict=True):
        end_on_thresholds(result, each, asked)
