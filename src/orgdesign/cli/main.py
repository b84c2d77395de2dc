"""The command line: finds a command, runs it, and ends cleanly whatever happens."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from orgdesign.cli.commands import (
    ASCII,
    COMMANDS,
    INTERRUPTED,
    help_text,
    is_english,
    is_path,
    version_text,
)
from orgdesign.cli.shape import call_error
from orgdesign.cli.talk import EndError, ReaderLeftError, WrongCallError, tell, words

FINE, PROBLEMS = 0, 2


class Commands(click.Group):
    """The commands, each imported when it is asked for; a file in its place is opened."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name, None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"orgdesign.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command of a call; a file or folder as its first word is opened."""
        if args and is_path(args[0]):
            from orgdesign.cli.open import command

            return "open", command, args
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands that begin so; else a file, that stands in the place of one."""
        return super().shell_complete(ctx, incomplete) or [CompletionItem(incomplete, type="file")]

    def get_help(self, ctx: click.Context) -> str:
        """Return the same help that the program gives without click."""
        return help_text(english=is_english(sys.argv[1:]))


@click.group(cls=Commands, invoke_without_command=True, add_help_option=True)
@click.option("--lang", type=click.Choice(["nl", "en"]), hidden=True)
@click.option(ASCII, "plain_letters", is_flag=True, hidden=True)
@click.option("--version", is_flag=True, hidden=True)
@click.pass_context
def program(ctx: click.Context, lang: str | None, plain_letters: bool, version: bool) -> None:
    """Open the app, or print the comparison in a pipe, where no command is given."""
    if version:
        click.echo(version_text())
    elif ctx.invoked_subcommand is None:
        from orgdesign.cli.open import command

        ctx.invoke(command, path=None, lang=lang, plain_letters=plain_letters)
    elif plain_letters and ctx.invoked_subcommand not in ("open", "show"):
        raise click.NoSuchOption(ASCII, ctx=ctx)


def run(arguments: Sequence[str]) -> int:
    """Return the exit code of a call: 0 fine, 1 fails where asked, 2 problems or a wrong call."""
    _speak_utf8()
    try:
        code = _called(arguments)
        sys.stdout.flush()
    except (BrokenPipeError, ReaderLeftError):
        return _reader_left()
    except (KeyboardInterrupt, click.Abort):
        sys.stderr.write("\n")
        return INTERRUPTED
    except OSError as fault:
        from orgdesign.cli.documents import refused

        tell(f"orgdesign: {refused(fault)}")
        _drop_output()
        return PROBLEMS
    except Exception as fault:
        # A person gets a sentence, never a traceback.
        tell(words("unexpected", fault=f"{type(fault).__name__}: {fault}", place=_place(fault)))
        return PROBLEMS
    return code


def _called(arguments: Sequence[str]) -> int:
    try:
        program.main(list(arguments), prog_name="orgdesign", standalone_mode=False)
    except EndError as end:
        return end.code
    except WrongCallError as wrong:
        tell(f"orgdesign: {wrong}")
        return PROBLEMS
    except click.ClickException as wrong:
        tell(f"orgdesign: {call_error(wrong)}")
        return PROBLEMS
    return FINE


def _speak_utf8() -> None:
    """Make both streams UTF-8 on any platform; odd bytes are shown, not raised."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="")


def _reader_left() -> int:
    """Return a fine exit code: who reads the pipe has had enough, and nothing more is said."""
    _drop_output()
    return FINE


def _drop_output() -> None:
    """Point stdout at nothing, so that leaving does not write to it again."""
    with suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)


def _place(fault: BaseException) -> str:
    """Return the line of the program where a fault arose, for a report."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "?"
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
