"""How commands show their help and say that a call is wrong, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import click

from orgdesign.cli.commands import COMMANDS
from orgdesign.cli.talk import language, words


class Command(click.Command):
    """A command whose help speaks the language of the call."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line of usage."""
        arguments = [p.make_metavar(ctx) for p in self.params if isinstance(p, click.Argument)]
        pieces = " ".join((*arguments, words("usage_options")))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{words('usage')} ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        about = COMMANDS.get(self.name or "")
        if about:
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(about[language() == "en"])

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options with their help."""
        records = [
            (record[0], record[1].replace("[required]", words("required")))
            for each in self.get_params(ctx)
            if isinstance(each, click.Option) and (record := each.get_help_record(ctx))
        ]
        if records:
            with formatter.section(words("options")):
                formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option `--help`, said in the language of the call."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = words("help")
        return option


class NamingCommand(Command):
    """A command that is told a name: its help says in the words of an entry which there are."""

    def __init__(
        self, *given: Any, entry: str, names: Callable[[], Iterable[str]], **more: Any
    ) -> None:
        super().__init__(*given, **more)
        self._entry, self._names = entry, names

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the names that there are; they are looked up when somebody asks."""
        formatter.write_paragraph()
        formatter.write_text(words(self._entry, known=", ".join(self._names())))


def call_error(wrong: click.ClickException) -> str:
    """Return what is wrong with a call, in words."""
    if isinstance(wrong, click.NoSuchOption):
        return words("no_such_option", option=wrong.option_name) + near(
            wrong.option_name, wrong.possibilities or ()
        )
    if isinstance(wrong, click.MissingParameter):
        name = _name_of(wrong.param) if wrong.param else ""
        return words("missing", name=name) + see_help(wrong)
    if isinstance(wrong, click.BadParameter):
        return _bad_parameter(wrong)
    if isinstance(wrong, click.UsageError) and wrong.message.startswith("No such command"):
        name = wrong.message.split("'")[1] if "'" in wrong.message else ""
        return words("no_such_command", name=name) + near(name, COMMANDS)
    if isinstance(wrong, click.UsageError):
        return words("wrong_call") + see_help(wrong)
    return wrong.format_message()


def _name_of(parameter: click.Parameter) -> str:
    """Return what is typed for an option, and what the help calls anything else."""
    optional = isinstance(parameter, click.Option)
    return parameter.opts[0] if optional else parameter.human_readable_name


def _bad_parameter(wrong: click.BadParameter) -> str:
    name = wrong.param.opts[0] if wrong.param else wrong.param_hint or ""
    kind = getattr(wrong.param, "type", None)
    if isinstance(kind, click.Choice):
        return words("bad_choice", name=name, choices=", ".join(map(str, kind.choices)))
    return words("bad_value", name=name) + see_help(wrong)


def see_help(wrong: click.UsageError) -> str:
    """Return where to read on."""
    # A file in the place of a command is no command with help of its own.
    named = wrong.ctx is not None and wrong.ctx.info_name in COMMANDS
    path = wrong.ctx.command_path if wrong.ctx and named else "orgdesign"
    return " " + words("see_help", path=path)


def near(word: str, known: Iterable[str]) -> str:
    """Return a question whether a known word was meant, nothing where none is near."""
    from difflib import get_close_matches

    found = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return " " + words("did_you_mean", word=found[0]) if found else ""
