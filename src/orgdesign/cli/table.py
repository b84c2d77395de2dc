"""`orgdesign table`: any table by name, with the numbers of the app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from orgdesign.cli.completing import files, table_names, tables
from orgdesign.cli.options import Asked, table_options, unknown
from orgdesign.cli.shape import NamingCommand
from orgdesign.cli.talk import WrongCallError
from orgdesign.cli.without_effect import tell_without_effect

if TYPE_CHECKING:
    from orgdesign.tables.table import Table


@click.command("table", cls=NamingCommand, entry="help_tables", names=table_names)
@click.argument("name", metavar="NAME", shell_complete=tables)
@click.argument("file", metavar="FILE", shell_complete=files)
@table_options
def command(name: str, file: str, **given: Any) -> None:
    """Print a table."""
    from orgdesign.cli.files import result_of, scenario_of
    from orgdesign.cli.output import end_on_thresholds, show
    from orgdesign.cli.talk import working
    from orgdesign.identity.identified import identified
    from orgdesign.tables.by_name import makers

    asked, id = Asked(**given), name.replace("-", "_")
    scenario = scenario_of(file, asked.overrides, asked.lang)
    known = makers(scenario)
    if id not in known:
        raise WrongCallError(unknown("unknown_table", id, tuple(known)))
    settings = asked.settings(scenario, id)
    result = result_of(scenario, settings.language)
    with working(settings.language):
        table = known[id](result, settings)
    show(identified(table, scenario, settings), asked)

    def again(other: Asked) -> Table:
        return known[id](result, other.settings(scenario, id))

    tell_without_effect(asked, scenario, table, again, settings.language)
    end_on_thresholds(result, settings, asked)
