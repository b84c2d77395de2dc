"""`orgdesign questions`: what the program answers, and the command and screen that do."""

from __future__ import annotations

from typing import Any

import click

from orgdesign.cli.options import FORMATS, Asked, lang_option
from orgdesign.cli.shape import Command
from orgdesign.cli.talk import language, words


@click.command("questions", cls=Command)
@click.option("--format", "form", type=click.Choice(FORMATS), help=words("opt_format"))
@click.option("--plain", is_flag=True, help=words("opt_plain"))
@lang_option
def command(**given: Any) -> None:
    """Print the questions that councils ask, each with what answers it."""
    from orgdesign.cli.output import show
    from orgdesign.tables.questions import questions

    asked = Asked(**given)
    show(questions(asked.writing(language())), asked)
