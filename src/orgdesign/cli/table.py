"""`orgdesign table`: any table by name, with the numbers of the app."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from orgdesign.cli.options import Asked, table_options, unknown
from orgdesign.cli.shape import Command
from orgdesign.cli.talk import WrongCallError


@click.command("table", cls=Command)
@click.argument("name", metavar="NAME")
@click.argument("file", metavar="FILE")
@table_options
def command(name: str, file: str, **given: Any) -> None:
    """Print a table."""
    from orgdesign.cli.files import result_of, scenario_of
    from orgdesign.cli.output import end_on_thresholds, show
    from orgdesign.cli.talk import working
    from orgdesign.identity.identified import identified
    from orgdesign.tables.asked_for import asked_for, of_measures
    from orgdesign.tables.registry import TABLES

    asked, id = Asked(**given), name.replace("-", "_")
    scenario = scenario_of(file, asked.overrides, asked.lang)
    own = of_measures(scenario)
    if id not in TABLES and id not in own:
        raise WrongCallError(unknown("unknown_table", id, (*TABLES, *own)))
    settings = asked.settings(scenario, id)
    result = result_of(scenario, settings.language)
    with working(settings.language):
        make = partial(asked_for, id=id) if id in own else TABLES[id]
        table = make(result, settings)
    show(identified(table, scenario, settings), asked)
    end_on_thresholds(result, settings, asked)
