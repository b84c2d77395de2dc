"""`orgdesign diff`: what differs between two scenarios, in words, and what it does."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from orgdesign.cli.completing import files
from orgdesign.cli.options import FORMATS, UNITS, Asked, lang_option
from orgdesign.cli.shape import Command
from orgdesign.cli.talk import EndError, words

if TYPE_CHECKING:
    from orgdesign.tables.table import Table


@click.command("diff", cls=Command, epilog=words("help_diff"))
@click.argument("old", metavar="A", shell_complete=files)
@click.argument("new", metavar="B", shell_complete=files)
@click.option("--unit", type=click.Choice(UNITS), help=words("opt_unit"))
@click.option("--format", "form", type=click.Choice(FORMATS), help=words("opt_format"))
@click.option("--plain", is_flag=True, help=words("opt_plain"))
@lang_option
@click.option("--numbers", metavar="LOCALE", help=words("opt_numbers"))
def command(
    old: str,
    new: str,
    unit: str | None,
    form: str | None,
    plain: bool,
    lang: str | None,
    numbers: str | None,
) -> None:
    """Print what B has differently from A and its effect; exit code 1 where anything differs."""
    from orgdesign.cli.files import result_of, scenario_of
    from orgdesign.cli.output import write
    from orgdesign.tables.differing import differing
    from orgdesign.tables.effect import MEASURES, effect

    asked = Asked(unit=unit, form=form, plain=plain, lang=lang, numbers=numbers)
    scenarios = [scenario_of(file, (), lang) for file in (old, new)]
    settings = asked.settings(scenarios[1], "effect")
    found = differing(scenarios[0], scenarios[1], settings)
    tables: list[Table] = []
    if found.rows:
        results = [result_of(scenario, settings.language) for scenario in scenarios]
        tables = [effect(results[0], results[1], measure, settings) for measure in MEASURES]
    write(_as_json(found, tables) if asked.writer == "json" else _as_text(found, tables, asked))
    if found.rows:
        raise EndError(1)


def _as_json(found: Table, tables: Sequence[Table]) -> str:
    from orgdesign.export.data import json as written

    told = [{"path": row.id, "sentence": str(row.cells[1])} for row in found.rows]
    whole = {"differences": told, "tables": [json.loads(written(table)) for table in tables]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _as_text(found: Table, tables: Sequence[Table], asked: Asked) -> str:
    """Return the sentences, and the tables under them; for a spreadsheet the tables alone."""
    from orgdesign.cli.output import as_texts
    from orgdesign.export.registry import BARE, PROSE

    if asked.writer not in PROSE:
        alone = asked.writer in BARE and tables
        return as_texts(tables if alone else [found, *tables], asked)
    if not tables:
        return "\n".join(found.notes) + "\n"
    mark = "- " if asked.writer == "md" else ""
    told = "".join(f"{mark}{row.cells[1]}\n" for row in found.rows)
    return f"{told}\n{as_texts(tables, asked)}"
