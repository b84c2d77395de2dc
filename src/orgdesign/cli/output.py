"""Tables on stdout, in the format asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
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


def as_texts(tables: Sequence[Table], asked: Asked) -> str:
    """Return several tables in the format asked for, as one file may hold them."""
    from orgdesign.export.booklet import Booklet
    from orgdesign.export.registry import DOCUMENTS

    first = tables[0]
    if asked.writer in DOCUMENTS:
        about = first.title, tuple(tables), first.language, first.numbers, first.status
        return DOCUMENTS[asked.writer](Booklet(*about)).decode()
    texts = [as_text(each, asked) for each in tables]
    if asked.writer == "json" and len(texts) > 1:
        return "[\n" + ",\n".join(text.rstrip() for text in texts) + "\n]\n"
    # Only the first text of several says how its letters are coded.
    return "\n".join([*texts[:1], *(text.removeprefix("\ufeff") for text in texts[1:])])


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
