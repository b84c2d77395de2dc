"""`orgdesign schema`: the JSON schema that an editor checks and completes a scenario file with."""

from __future__ import annotations

import json

import click

from orgdesign.cli.shape import Command


@click.command("schema", cls=Command)
def command() -> None:
    """Print the JSON schema of a scenario file."""
    from orgdesign.cli.output import write

    write(schema_text())


def schema_text() -> str:
    """Return the schema as text."""
    from orgdesign.scenario.json_schema import json_schema

    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
