"""`orgdesign where`: the line of the file where a figure stands, and the formulas that read it."""

from __future__ import annotations

import click

from orgdesign.cli.completing import files
from orgdesign.cli.options import Asked, lang_option, set_option
from orgdesign.cli.shape import Command, near
from orgdesign.cli.talk import WrongCallError, words, working
from orgdesign.words.visible import visible


@click.command("where", cls=Command)
@click.argument("path", metavar="PATH")
@click.argument("file", metavar="FILE", shell_complete=files)
@set_option
@lang_option
@click.option("--numbers", metavar="LOCALE", help=words("opt_numbers"))
def command(
    path: str, file: str, overrides: tuple[str, ...], lang: str | None, numbers: str | None
) -> None:
    """Print where a figure stands, what it is, what reads it and what it moves."""
    from orgdesign.cli.files import scenario_of
    from orgdesign.cli.output import write
    from orgdesign.model.where import where
    from orgdesign.scenario.paths import walk
    from orgdesign.tables.explaining.located import located, located_choice

    scenario = scenario_of(file, overrides, lang)
    settings = Asked(lang=lang, numbers=numbers).settings(scenario, "where")
    language = settings.language
    if path in scenario.figures:
        with working(language):
            facts = located(where(scenario, path), scenario, language, settings.numbers)
    elif not (facts := located_choice(path, scenario, language, settings.numbers)):
        said = words("unknown_path", path=visible(path), file=visible(scenario.file))
        raise WrongCallError(
            said + near(path, (*scenario.figures, *(each for each, _ in walk(scenario.raw))))
        )
    write("".join(f"{visible(said)}\n" for _, said in facts))
