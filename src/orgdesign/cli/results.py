"""`orgdesign results`: every amount of the bill as a tidy row, whatever the locale."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable

import click

from orgdesign.cli.completing import files
from orgdesign.cli.options import lang_option, set_option
from orgdesign.cli.shape import Command
from orgdesign.cli.talk import words
from orgdesign.tables.rows import ResultRow


@click.command("results", cls=Command, epilog=words("help_results"))
@click.argument("file", metavar="FILE", shell_complete=files)
@click.option(
    "--format", "form", type=click.Choice(["csv", "json"]), default="csv", help=words("opt_format")
)
@set_option
@lang_option
def command(file: str, form: str, overrides: tuple[str, ...], lang: str | None) -> None:
    """Print every line of the bill for every option, municipality and year."""
    from orgdesign.cli.files import result_of, scenario_of
    from orgdesign.cli.output import write
    from orgdesign.cli.talk import language
    from orgdesign.tables.rows import result_rows

    scenario = scenario_of(file, overrides, lang)
    rows = result_rows(result_of(scenario, language()))
    write(as_csv(rows) if form == "csv" else as_json(rows))


def as_csv(rows: Iterable[ResultRow]) -> str:
    """Return rows with commas, decimal points and ids; numbers as their shortest exact text."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(ResultRow._fields)
    writer.writerows((*row[:-1], repr(row.value)) for row in rows)
    return output.getvalue()


def as_json(rows: Iterable[ResultRow]) -> str:
    """Return rows as a JSON list of objects, one a line."""
    return "[\n" + ",\n".join(json.dumps(row._asdict()) for row in rows) + "\n]\n"
