"""`orgdesign explain`: why a municipality pays what it pays, down to the lines of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from orgdesign.cli.completing import files
from orgdesign.cli.options import (
    FORMATS,
    Asked,
    known_line,
    known_municipality,
    known_option,
    lang_option,
    set_option,
)
from orgdesign.cli.shape import Command
from orgdesign.cli.talk import WrongCallError, words
from orgdesign.lines import LINES
from orgdesign.measures import MEASURES, YEARLY

if TYPE_CHECKING:
    from orgdesign.scenario.scenario import Scenario
    from orgdesign.tables.table import Table


@click.command("explain", cls=Command, epilog=words("help_explain"))
@click.argument("file", metavar="FILE", shell_complete=files)
@click.argument("option", metavar="OPTION")
@click.argument("municipality", metavar="MUNICIPALITY")
@click.argument("line", metavar="[LINE]", required=False)
@click.option("--measure", type=click.Choice(MEASURES), help=words("opt_explained_measure"))
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
    measure: str | None,
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

    asked = Asked(measure=measure, year=year, form=form, plain=plain, lang=lang, numbers=numbers)
    scenario = scenario_of(file, overrides, lang)
    show(_table(scenario, asked, option, municipality, line), asked)


def _table(
    scenario: Scenario, asked: Asked, option: str, municipality: str, line: str | None
) -> Table:
    from orgdesign.cli.talk import working
    from orgdesign.model.calculation import evaluate
    from orgdesign.model.explain_measure import explain_measure
    from orgdesign.scenario.scenario import ALONE, TOGETHER
    from orgdesign.tables.explaining.cell import explained

    settings = asked.settings(scenario, "explain")
    with working(settings.language):
        known = known_line(line, settings.language) if line else None
        measure = _measure(asked, known)
        asked_of = known_option(scenario, option)
        who = known_municipality(scenario, municipality, TOGETHER)
        together = who == TOGETHER and TOGETHER not in scenario.municipalities
        result = evaluate(scenario, options=[] if asked_of == ALONE else [asked_of])
        found = explain_measure(
            result, asked_of, measure, "" if together else who, known, asked.year
        )
        return explained(found, settings.language, settings.numbers)


def _measure(asked: Asked, line: str | None) -> str:
    """Return the measure asked for; raises WrongCallError for one that the line is not in.

    Without one that of the year: of a line the first that has it, else the structural cost.
    """
    from orgdesign.model.explain_measure import parts_of

    if asked.measure is None:
        return next(each for each in (*YEARLY, *MEASURES) if line is None or line in parts_of(each))
    known = parts_of(asked.measure)
    if line and line not in known:
        listed = ", ".join(each for each in known if each in LINES)
        entry = "line_not_in_measure" if listed else "measure_without_lines"
        raise WrongCallError(words(entry, line=line, measure=asked.measure, known=listed))
    return asked.measure
