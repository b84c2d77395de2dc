"""`orgdesign game`: a study done elsewhere, its costs of groups shared by every method."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from orgdesign.cli.completing import files
from orgdesign.cli.options import FORMATS, Asked, lang_option, unknown
from orgdesign.cli.shape import Command
from orgdesign.cli.talk import EndError, WrongCallError, language, tell, words, working

if TYPE_CHECKING:
    from orgdesign.scenario.games.given import GivenGame, GivenShortfall
    from orgdesign.tables.settings import Settings
    from orgdesign.tables.table import Table

_SHORTFALL, _ALL = "shortfall", "all"
_FIRST = ("game", "allocations", "stability")
"""The tables of a game that are shown where none is asked for."""


@click.command("game", cls=Command)
@click.argument("file", metavar="FILE", shell_complete=files)
@click.option("--table", "tables", multiple=True, metavar="NAME", help=words("opt_table"))
@click.option("--method", "methods", multiple=True, metavar="ID", help=words("opt_sharing_method"))
@click.option("--format", "form", type=click.Choice(FORMATS), help=words("opt_format"))
@click.option("--plain", is_flag=True, help=words("opt_plain"))
@lang_option
@click.option("--numbers", metavar="LOCALE", help=words("opt_numbers"))
def command(file: str, tables: tuple[str, ...], methods: tuple[str, ...], **given: Any) -> None:
    """Print the first tables of a game, or those asked for; as JSON without any, its data."""
    from orgdesign.cli.output import as_texts, write
    from orgdesign.export.data import encoded

    asked = Asked(**given)
    settings = asked.writing(language())
    found = _read(file, settings)
    known = _known(found)
    chosen = [known_id("unknown_method", each, known["methods"]) for each in methods]
    wanted = [known_id("unknown_table", each, (*known["tables"], _ALL)) for each in tables]
    with working(settings.language):
        if asked.writer == "json" and not wanted:
            write(encoded(_data(found, chosen, settings)))
            return
        made = list(_tables(found, chosen, wanted, settings))
    write(as_texts(made, asked))


def _read(file: str, settings: Settings) -> GivenGame | GivenShortfall:
    """Return the game of a file, of stdin for `-`; its problems are told and end the command."""
    from orgdesign.scenario.games.load import LARGEST_VALUES, game_of_bytes, load_game
    from orgdesign.scenario.problems import render_all

    if file == "-":
        loaded = game_of_bytes(sys.stdin.buffer.read(LARGEST_VALUES), "-")
    else:
        loaded = load_game(Path(file))
    if loaded.game is None:
        tell(render_all(loaded.problems, settings.language))
        raise EndError(2)
    return loaded.game


def _known(found: GivenGame | GivenShortfall) -> dict[str, Sequence[str]]:
    """Return the methods and the tables that suit what a file gives."""
    from orgdesign.allocation.games.bankruptcy import RULES
    from orgdesign.allocation.games.registry import METHODS
    from orgdesign.scenario.games.given import GivenShortfall
    from orgdesign.tables.games.registry import GAME_TABLES

    if isinstance(found, GivenShortfall):
        return {"methods": tuple(RULES), "tables": (_SHORTFALL,)}
    return {"methods": tuple(METHODS), "tables": tuple(GAME_TABLES)}


def known_id(entry: str, given: str, known: Sequence[str]) -> str:
    """Return an id, its words joined by - or _; raises WrongCallError for one that is unknown."""
    id = given.replace("-", "_")
    if id not in known:
        raise WrongCallError(unknown(entry, id, known))
    return id


def _data(
    found: GivenGame | GivenShortfall, methods: Sequence[str], settings: Settings
) -> dict[str, object]:
    from orgdesign.allocation.games.study import study_of
    from orgdesign.scenario.games.given import GivenShortfall
    from orgdesign.tables.games.data import game_data, shortfall_data

    if isinstance(found, GivenShortfall):
        return shortfall_data(found, methods)
    return game_data(study_of(found, methods), settings)


def _tables(
    found: GivenGame | GivenShortfall,
    methods: Sequence[str],
    wanted: Sequence[str],
    settings: Settings,
) -> Iterable[Table]:
    """Yield the tables asked for; warnings on the costs that none of them holds are told."""
    from orgdesign.allocation.games.study import study_of
    from orgdesign.scenario.games.given import GivenShortfall
    from orgdesign.tables.games.registry import GAME_TABLES
    from orgdesign.tables.games.shortfall import shortfall
    from orgdesign.tables.games.warnings import of_game

    if isinstance(found, GivenShortfall):
        yield shortfall(found, settings, methods)
        return
    study = study_of(found, methods)
    shown = tuple(GAME_TABLES) if _ALL in wanted else tuple(wanted) or _FIRST
    for name in shown:
        yield GAME_TABLES[name](study, settings)
    if "game" not in shown:
        for warning in of_game(study, settings):
            tell(warning)
