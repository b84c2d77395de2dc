"""The options of a check line: those with which a cited table was made."""

from __future__ import annotations

from collections.abc import Sequence

import click

from orgdesign.cli.options import table_options
from orgdesign.cli.shape import Command, call_error
from orgdesign.cli.talk import WrongCallError, words
from orgdesign.words.visible import visible


@click.command("verify", cls=Command, add_help_option=False)
@table_options
def _of_table(**asked: object) -> None:
    """Take the options of a table, of which a check line has some."""


def _check_line() -> Command:
    """Return a command with the options that a check line may have, no others."""
    from orgdesign.identity.call import known_flags

    known = [each for each in _of_table.params if known_flags().intersection(each.opts)]
    return Command("verify", params=known, add_help_option=False)


class Verify(Command):
    """Its help tells the options of a check line too, which go on to the table."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the own words; the options of a check line, wherever they stand, are kept apart."""
        from orgdesign.identity.call import parted

        ctx.obj, own = parted(args)
        try:
            return super().parse_args(ctx, own)
        except click.NoSuchOption as wrong:
            if any(wrong.option_name in each.opts for each in _of_table.params):
                said = words("verify_options", options=visible(wrong.option_name))
                raise WrongCallError(said) from wrong
            raise

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the own options, then those with which a table was made."""
        super().format_options(ctx, formatter)
        records = [each.get_help_record(ctx) for each in _check_line().params]
        with formatter.section(words("options_of_check_line")):
            formatter.write_dl([record for record in records if record])


def check_values(options: Sequence[str]) -> None:
    """Raise WrongCallError for an option that no check line has, and a value that it cannot be."""
    from orgdesign.words.formats import known

    try:
        asked = _check_line().make_context("orgdesign verify", list(options)).params
    except click.NoSuchOption as wrong:
        raise WrongCallError(words("verify_options", options=visible(wrong.option_name))) from wrong
    except click.UsageError as wrong:
        raise WrongCallError(call_error(wrong)) from wrong
    numbers = asked["numbers"]
    if numbers is not None and not known(numbers):
        raise WrongCallError(words("unknown_numbers", numbers=visible(numbers)))
