"""From a file or a text to a game without faults, or everything that is wrong with it at once."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from orgdesign.scenario.games.costs import read_costs
from orgdesign.scenario.games.given import GivenGame, GivenShortfall, Heading
from orgdesign.scenario.games.players import Players
from orgdesign.scenario.games.separated import sheet_of
from orgdesign.scenario.games.sheet import Faults
from orgdesign.scenario.games.tables import game_of
from orgdesign.scenario.problems import Place, Problem, in_order
from orgdesign.scenario.read import decode, read_bytes

LARGEST_TABLES, LARGEST_VALUES = 16_000_000, 256_000_000
"""Bytes of a game in TOML, and as separated values: 20 players with long names take 130 MB."""
_VALUES = (".csv", ".tsv", ".txt")


class LoadedGame(NamedTuple):
    """A game or a shortfall, or all that is wrong with its file."""

    game: GivenGame | GivenShortfall | None
    problems: tuple[Problem, ...]


def load_game(path: Path, shown: str | None = None) -> LoadedGame:
    """Return the game of a file; `shown` is how readers are told which file it is."""
    file = shown or str(path)
    data = read_bytes(path, file, LARGEST_VALUES)
    if isinstance(data, Problem):
        large = data.code == "file_too_large"
        return LoadedGame(None, (data._replace(code="game_too_large") if large else data,))
    return game_of_bytes(data, file)


def game_of_bytes(data: bytes, file: str) -> LoadedGame:
    """Return the game that the bytes of a file hold, in TOML or as separated values."""
    text = decode(data, file)
    if isinstance(text, Problem):
        return LoadedGame(None, (text,))
    faults = Faults()
    game: GivenGame | GivenShortfall | None = None
    if _has_values(text, file):
        game = _of_values(text, file, faults)
    elif len(data) > LARGEST_TABLES:
        place = Place(file, 0, 1, 1, "")
        faults.add(place, "game_too_large", most=LARGEST_TABLES // 1_000_000)
    else:
        game = game_of(text, file, faults)
    return LoadedGame(None if faults.found else game, in_order(faults.found))


def _has_values(text: str, file: str) -> bool:
    """Return whether a text is of separated values: by its name, else by its first statement."""
    suffix = Path(file).suffix.lower()
    if suffix in (".toml", *_VALUES):
        return suffix != ".toml"
    lines = (line.strip() for line in text.split("\n", 50))
    first = next((line for line in lines if line and not line.startswith("#")), "")
    return not first.startswith("[") and "=" not in first.removeprefix("sep=")


def _of_values(text: str, file: str, faults: Faults) -> GivenGame | None:
    sheet = sheet_of(text, file, faults)
    if sheet is None:
        return None
    players = Players(faults)
    costs = read_costs(sheet, players, faults)
    if not players.ids and not faults.found:
        faults.add(sheet.start(), "game_no_rows")
    ids = tuple(players.ids)
    return GivenGame(Heading(file), ids, ids, costs)
