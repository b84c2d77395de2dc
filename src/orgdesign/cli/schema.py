"""`orgdesign schema`: the JSON schema that an editor checks and completes a scenario file with."""

from __future__ import annotations

import click

from orgdesign.cli.shape import Command


@click.command("schema", cls=Command)
def command() -> None:
    """Print the JSON schema of a scenario file."""
    from orgdesign.cli.output import write
    from orgdesign.scenario.json_schema import schema_text

    write(schema_text())
