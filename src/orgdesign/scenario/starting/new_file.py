"""A new scenario file on disk, and beside it the schema that editors check it with."""

from __future__ import annotations

from pathlib import Path

from orgdesign.scenario.json_schema import FILE, schema_text
from orgdesign.writing import write_new


def write_scenario(target: Path, text: str) -> None:
    """Write a file that is not there yet, and the schema beside it where there is none.

    Raises OSError where the file is there already or cannot be written.
    """
    write_new(target, text.encode())
    schema = target.with_name(FILE)
    if not schema.exists():
        schema.write_text(schema_text(), encoding="utf-8")
