"""`orgdesign new`: a commented starter file; on a terminal the first questions are asked."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from orgdesign.cli.options import lang_option
from orgdesign.cli.shape import Command
from orgdesign.cli.talk import WrongCallError, language, tell, words
from orgdesign.words import Language

Ask = Callable[[str], str]
"""Asks a question and gives the answer."""


@click.command("new", cls=Command)
@click.argument("name", metavar="NAME")
@lang_option
def command(name: str, lang: str | None) -> None:
    """Write a new scenario file and, beside it, the schema for editors; nothing is overwritten."""
    target = target_of(name)
    if target.exists():
        raise WrongCallError(words("exists", file=target))
    spoken = language()
    text = _asked(target, spoken) if sys.stdin.isatty() else _starter(target, spoken)
    write_new(target, text)
    tell(words("written", file=target))


def target_of(name: str) -> Path:
    """Return the file of a name: with .toml behind it."""
    target = Path(name)
    return target if target.suffix == ".toml" else target.with_name(f"{target.name}.toml")


def write_new(target: Path, text: str) -> None:
    """Write a file that is not there yet, and the schema beside it where there is none."""
    from orgdesign.cli.schema import schema_text
    from orgdesign.scenario.json_schema import FILE

    with target.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    schema = target.with_name(FILE)
    if not schema.exists():
        schema.write_text(schema_text(), encoding="utf-8")


def _starter(target: Path, spoken: Language) -> str:
    from orgdesign.scenario.new import starter

    return starter(title=target.stem, language=spoken)


def _asked(target: Path, spoken: Language) -> str:
    """Return the starter file of the answers given on a terminal."""
    from orgdesign.scenario.new import starter

    def ask(question: str) -> str:
        return str(click.prompt(question, default="", show_default=False, err=True)).strip()

    title = ask(words("ask_title")) or target.stem
    return starter(title, ask(words("ask_region")), _municipalities(ask), spoken)


def _municipalities(ask: Ask) -> list[tuple[str, int | None]]:
    """Return names and inhabitants until an empty name ends the list."""
    found: list[tuple[str, int | None]] = []
    while name := ask(words("ask_municipality", number=len(found) + 1)):
        digits = "".join(c for c in ask(words("ask_inhabitants", name=name)) if c in "0123456789")
        found.append((name, int(digits) if digits else None))
    return found
