"""`orgdesign explain`: why a municipality pays what it pays, down to the lines of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from orgdesign.cli.options import (
    FORMATS,
    Asked,
    known_line,
    known_municipality,
    known_option,
    known_year,
    lang_option,
    set_option,
)
from orgdesign.cli.shape import Command
from orgdesign.cli.talk import words

if TYPE_CHECKING:
    from orgdesign.scenario.scenario import Scenario
    from orgdesign.tables.table import Table

TOGETHER = "total"
"""Given as the municipality: all of them together."""


@click.command("explain", cls=Command)
@click.argument("file", metavar="FILE")
@click.argument("option", metavar="OPTION")
@click.argument("municipality", metavar="MUNICIPALITY")
@click.argument("line", metavar="[LINE]", required=False)
@click.option("--year", type=int, help=words("opt_year"))
@set_option
@click.option("--format", "form", type=click.Choice(FORMATS), help=words("opt_format"))
@click.option("--plain", is_flag=True, help=words("opt_plain"))
@lang_option
@click.option("--numbers", metavar="LOCALE", help=words("opt_numbers"))
def command(
    file: str,
    option: str,
    municipality: str,
    line: str | None,
    year: int | None,
    overrides: tuple[str, ...],
    form: str | None,
    plain: bool,
    lang: str | None,
    numbers: str | None,
) -> None:
    """Print one sentence whose arithmetic gives the cell, and the tree of figures below it."""
    from orgdesign.cli.files import scenario_of
    from orgdesign.cli.output import show

    asked = Asked(year=year, form=form, plain=plain, lang=lang, numbers=numbers)
    scenario = scenario_of(file, overrides, lang)
    show(_table(scenario, asked, option, municipality, line), asked)


def _table(
    scenario: Scenario, asked: Asked, option: str, municipality: str, line: str | None
) -> Table:
    from orgdesign.cli.talk import working
    from orgdesign.model.explain import explain
    from orgdesign.model.explain_together import explain_together
    from orgdesign.tables.explained import explained

    settings = asked.settings(scenario, "explain")
    with working(settings.language):
        about = (
            known_line(line, settings.language) if line else None,
            known_year(scenario, asked.year) if asked.year is not None else None,
        )
        asked_of = known_option(scenario, option)
        if municipality == TOGETHER and TOGETHER not in scenario.municipalities:
            found = explain_together(scenario, asked_of, *about)
        else:
            place = known_municipality(scenario, municipality)
            found = explain(scenario, asked_of, place, *about)
        return explained(found, settings.language, settings.numbers)
