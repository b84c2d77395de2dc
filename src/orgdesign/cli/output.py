"""Tables on stdout, in the format asked for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from orgdesign.cli.options import Asked
from orgdesign.cli.talk import EndError, ReaderLeftError, tell, words
from orgdesign.export.text import WIDTH, text

if TYPE_CHECKING:
    from orgdesign.model.result import Result
    from orgdesign.tables.settings import Settings
    from orgdesign.tables.table import Table

_WIDEST = 200


def write(output: str) -> None:
    """Write data to stdout.

    Raises ReaderLeftError where nobody reads on: click would end with an exit code of its own.
    """
    try:
        sys.stdout.write(output)
        sys.stdout.flush()
    except BrokenPipeError as fault:
        raise ReaderLeftError from fault


def show(table: Table, asked: Asked) -> None:
    """Write a table in the format asked for."""
    write(as_text(table, asked))


def as_text(table: Table, asked: Asked) -> str:
    """Return a table in the format asked for; text is as wide as the terminal, in a pipe 80."""
    if asked.writer == "text":
        return text(table, line_width())
    from orgdesign.export.registry import FORMATS

    return FORMATS[asked.writer](table)


def line_width() -> int:
    """Return how many cells a line may take."""
    if not sys.stdout.isatty():
        return WIDTH
    import shutil

    return max(WIDTH // 2, min(_WIDEST, shutil.get_terminal_size((WIDTH, 24)).columns))


def end_on_thresholds(result: Result, settings: Settings, asked: Asked) -> None:
    """End with exit code 1 where an option shown fails its thresholds and that was asked for."""
    from orgdesign.tables.build import option_name
    from orgdesign.tables.settings import shown_options
    from orgdesign.tables.thresholds import verdict

    if asked.fail_on is None:
        return
    failing = [
        option_name(result.scenario, option, settings.language)
        for option in shown_options(result.scenario, settings)
        if verdict(result, option) is False
    ]
    if failing:
        tell(words("fails_thresholds", settings.language, options=", ".join(failing)))
        raise EndError(1)
