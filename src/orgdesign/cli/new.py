"""`orgdesign new`: a commented starter file; on a terminal the first questions are asked."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from orgdesign.cli.options import lang_option, unknown
from orgdesign.cli.shape import Command
from orgdesign.cli.talk import WrongCallError, language, tell, words
from orgdesign.words import Language
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.tui.new_answers import Asking

Answer = TypeVar("Answer")
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
    _write(target, text)
    tell(words("written", file=target))


def _write(target: Path, text: str) -> None:
    """Write a new file; raises WrongCallError where it cannot be."""
    from orgdesign.export.folder import reason_of
    from orgdesign.scenario.starting.new_file import write_scenario
    from orgdesign.words import say

    try:
        write_scenario(target, text)
    except OSError as fault:
        said = say(f"export.{reason_of(fault)}", language(), names=visible(str(target)))
        raise WrongCallError(said) from fault


def target_of(name: str) -> Path:
    """Return the file of a name: with .toml behind it.

    Raises WrongCallError where that is no name of a file, or its folder is not there.
    """
    target = Path(name)
    if not target.name.strip():
        raise WrongCallError(words("no_file_name"))
    if not target.parent.is_dir():
        raise WrongCallError(words("no_folder", folder=visible(str(target.parent))))
    return target if target.suffix == ".toml" else target.with_name(f"{target.name}.toml")


def _starter(target: Path, spoken: Language) -> str:
    from orgdesign.scenario.starting.new import starter

    return starter(title=target.stem, language=spoken)


def _asked(target: Path, spoken: Language) -> str:
    """Return the starter file of the answers given on a terminal."""
    from orgdesign.scenario.starting.new import starter
    from orgdesign.scenario.starting.options import FORMS
    from orgdesign.tui.new_answers import asking

    def ask(question: str) -> str:
        return str(click.prompt(question, default="", show_default=False, err=True)).strip()

    about = asking(target.parent, spoken)
    return starter(
        ask(words("ask_title")) or target.stem,
        ask(words("ask_region")),
        _municipalities(ask, about),
        spoken,
        _tasks(ask),
        _forms(ask) or FORMS,
        _start(ask),
        about.known,
    )


def _municipalities(ask: Ask, about: Asking) -> list[tuple[str, int | None]]:
    """Return names and inhabitants until an empty name ends the list; None: not known."""
    from orgdesign.tui.new_answers import check_enough, check_once, inhabitants

    found: dict[str, int | None] = {}

    def name_of(answer: str) -> str:
        name = about.named(answer)
        if name:
            check_once([*found, name], about.language)
        else:
            check_enough([*found], about.language)
        return name

    while name := _read(ask, words("ask_municipality", number=len(found) + 1), name_of):
        number = about.known[name].inhabitants if name in about.known else None
        entry = "ask_inhabitants" if number is None else "ask_known_inhabitants"

        def number_of(answer: str, usual: int | None = number) -> int | None:
            return inhabitants(answer, about.language) if answer else usual

        found[name] = _read(ask, words(entry, name=visible(name), number=number), number_of)
    return list(found.items())


def _read(ask: Ask, question: str, read: Callable[[str], Answer]) -> Answer:
    """Return an answer as it is read; asks again, with the reason, what cannot be."""
    from orgdesign.tui.typed import ObjectionError

    asked = question
    while True:
        try:
            return read(ask(asked))
        except ObjectionError as fault:
            asked = f"{visible(str(fault))} {question}"


def _tasks(ask: Ask) -> list[str]:
    """Return the tasks asked for; asks again as long as there is none."""
    question = words("ask_tasks")
    while not (found := _list(ask(question))):
        question = words("ask_tasks_again")
    return found


def _list(answer: str) -> list[str]:
    return [piece.strip() for piece in answer.replace(";", ",").split(",") if piece.strip()]


def _forms(ask: Ask) -> list[str]:
    """Return the forms asked for; asks again as long as one of them is not known."""
    from orgdesign.library.loader import form_ids

    known = form_ids()
    question = words("ask_forms", forms=", ".join(known))
    while True:
        found = dict.fromkeys(_list(ask(question)))
        other = next((form for form in found if form not in known), None)
        if other is None:
            return list(found)
        question = unknown("ask_forms_again", other, known)


def _start(ask: Ask) -> int | None:
    """Return the first year asked for, None for the usual one; asks again what cannot be."""
    from orgdesign.scenario.starting.new import PRICE_LEVEL, YEARS

    first, last, usual = PRICE_LEVEL + 1, PRICE_LEVEL + YEARS, PRICE_LEVEL + 2
    question = words("ask_start", year=usual)
    while answer := ask(question):
        if answer.isdecimal() and first <= int(answer) <= last:
            return int(answer)
        given = visible(answer)
        question = words("ask_start_again", answer=given, first=first, last=last, year=usual)
    return None
