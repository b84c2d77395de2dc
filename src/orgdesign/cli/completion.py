"""`orgdesign completion`: the script that makes a shell complete commands and options with tab."""

from __future__ import annotations

import click

from orgdesign.cli.shape import Command


@click.command("completion", cls=Command)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the completion script of a shell."""
    from click.shell_completion import get_completion_class

    from orgdesign.cli.main import program
    from orgdesign.cli.output import write

    found = get_completion_class(shell)
    if found is not None:
        script = found(program, {}, "orgdesign", "_ORGDESIGN_COMPLETE")
        write(script.source_template % script.source_vars())
