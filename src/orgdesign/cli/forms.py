"""`orgdesign forms`: the forms of cooperation with their legal basis, of a file or as bundled."""

from __future__ import annotations

from typing import Any

import click

from orgdesign.cli.completing import files
from orgdesign.cli.options import FORMATS, Asked, lang_option
from orgdesign.cli.shape import Command
from orgdesign.cli.talk import words


@click.command("forms", cls=Command)
@click.argument("file", metavar="[FILE]", required=False, shell_complete=files)
@click.option("--format", "form", type=click.Choice(FORMATS), help=words("opt_format"))
@click.option("--plain", is_flag=True, help=words("opt_plain"))
@lang_option
def command(file: str | None, **given: Any) -> None:
    """Print the forms that an option can take."""
    from orgdesign.cli.files import facts_of
    from orgdesign.cli.output import show
    from orgdesign.tables.forms import forms

    asked = Asked(**given)
    scenario = facts_of(file, asked.lang)
    show(forms(scenario, asked.settings(scenario, "forms")), asked)
