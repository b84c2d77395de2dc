"""A game in TOML: its heading and players, the costs of groups, or a shortfall."""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeGuard

from orgdesign.quantities import Quantity
from orgdesign.scenario import shape
from orgdesign.scenario.faults import Fault, read_as
from orgdesign.scenario.games.amounts import LARGEST
from orgdesign.scenario.games.costs import read_costs
from orgdesign.scenario.games.given import GivenGame, GivenShortfall, Heading
from orgdesign.scenario.games.players import Players
from orgdesign.scenario.games.sheet import Faults, Line, Sheet
from orgdesign.scenario.paths import join_path, split_path
from orgdesign.scenario.plain import is_number
from orgdesign.scenario.problems import Place, Problem
from orgdesign.scenario.read import Parsed, parse
from orgdesign.scenario.schema.game import GameFile, Player
from orgdesign.scenario.suggestions import suggest
from orgdesign.scenario.telling.in_words import problem_of

Tables = Mapping[str, Any]


def game_of(text: str, file: str, faults: Faults) -> GivenGame | GivenShortfall | None:
    """Return the game of a TOML text; where there are faults it does not count."""
    parsed = parse(text, file)
    if {"scenario", "municipalities"} & set(parsed.tables):
        faults.add(parsed.positions.start, "game_is_scenario")
        return None
    faults.found += map(_in_a_game, parsed.problems)
    if () in parsed.doubtful:
        return None
    document = _document(parsed, faults)
    players = Players(faults)
    if isinstance(parsed.tables.get("players"), Mapping):
        players.declare(parsed.tables["players"], _placed(parsed, "players"))
    costs = _costs(parsed, players, faults)
    claimed = _claims(parsed, players, faults)
    _tell_sort(parsed, faults)
    if document is None or faults.found:
        return None
    heading = Heading(file, document.title or "", document.unit or "", document.source or "")
    names = tuple(_name(document, id) for id in players.ids)
    if claimed and document.claims is not None and document.estate is not None:
        claims = tuple(document.claims[id].value for id in players.ids)
        return GivenShortfall(heading, tuple(players.ids), names, claims, document.estate.value)
    return GivenGame(heading, tuple(players.ids), names, costs, _weights(document, players.ids))


def _in_a_game(problem: Problem) -> Problem:
    """Return a fault of the text in the words of a game: any name may be a key, in quotes."""
    if problem.code != "bad_key":
        return problem
    typed = problem.text
    return problem._replace(code="game_quote_key", details={"given": typed.strip()})


def _document(parsed: Parsed, faults: Faults) -> GameFile | None:
    """Return the file as its schema types it; plain costs are left out, for there are many."""
    tables = dict(parsed.tables)
    costs = tables.get("costs")
    if isinstance(costs, Mapping):
        tables["costs"] = {typed: cost for typed, cost in costs.items() if not _is_plain(cost)}
    document, found = read_as(GameFile, tables)
    for fault in found:
        faults.found.append(_problem(fault, parsed))
    if document is not None and document.players is not None:
        _tell_weights(parsed, document, faults)
    return document


def _problem(fault: Fault, parsed: Parsed) -> Problem:
    def locate(path: str, key: bool) -> Place:
        return parsed.positions.nearest(split_path(path) if path else (), key)

    if fault.kind != "extra_forbidden":
        return problem_of(fault, parsed.tables, locate)
    shapes: shape.Shapes = frozenset({GameFile})
    for part in fault.parts[:-1]:
        shapes = shape.below(shapes, part)
    known, name = shape.keys(shapes), str(fault.parts[-1])
    path = join_path(fault.parts)
    details = {"name": name, "known": known, "suggestion": suggest(name, known)}
    return Problem.at(locate(path, True), "unknown_key_of_few", path, **details)


def _is_plain(cost: object) -> TypeGuard[int | float]:
    """Return whether a cost is a number within bounds and nothing more."""
    return is_number(cost) and 0 <= cost <= LARGEST


def _cost(given: object) -> float:
    """Return the number of a cost, no number where the schema has told what is wrong."""
    if isinstance(given, Mapping):
        given = given.get("value")
    return float(given) if _is_plain(given) else math.nan


def _placed(parsed: Parsed, *table: str) -> Callable[[str], Place]:
    """Return what gives the place of a key of a table."""
    return lambda key: parsed.positions.nearest((*table, key), key=True)


def _costs(parsed: Parsed, players: Players, faults: Faults) -> array[float]:
    costs = parsed.tables.get("costs")
    if not isinstance(costs, Mapping):
        return array("d")

    placed = _placed(parsed, "costs")
    start = partial(_placed(parsed), "costs")
    if not costs:
        faults.add(start(), "empty_table", "costs")
    lines = [Line(typed, _cost(given), 0) for typed, given in costs.items()]
    sheet = Sheet(lines, lambda line: placed(line.typed), start, lambda: len(parsed.problems))
    return read_costs(sheet, players, faults)


def _claims(parsed: Parsed, players: Players, faults: Faults) -> bool:
    """Note what is wrong with claims, and return whether there are any."""
    claims, estate = parsed.tables.get("claims"), parsed.tables.get("estate")
    if not isinstance(claims, Mapping):
        return False
    declared = tuple(players.ids)
    players.declare(claims, _placed(parsed, "claims"))
    lacking = tuple(id for id in declared if id not in claims)
    if lacking:
        faults.add(_placed(parsed)("claims"), "game_claims_lacking", "claims", lacking=lacking)
    whole, sound = math.fsum(map(_cost, claims.values())), _cost(estate)
    if sound > whole * (1 + 1e-12):
        place = parsed.positions.nearest(("estate",))
        faults.add(place, "game_no_shortfall", "estate", estate=sound, whole=whole)
    return True


def _tell_sort(parsed: Parsed, faults: Faults) -> None:
    """Note a file that is neither a game nor a shortfall, or both."""
    given = {key for key in ("costs", "claims", "estate") if key in parsed.tables}
    if given in ({"costs"}, {"claims", "estate"}):
        return
    place = parsed.positions.nearest
    if "costs" in given:
        other = "claims" if "claims" in given else "estate"
        faults.add(place((other,), key=True), "game_both", other)
    elif given and not parsed.problems:
        lacking = "estate" if "claims" in given else "claims"
        faults.add(place(tuple(given), key=True), "game_half_shortfall", lacking=lacking)
    elif not parsed.problems:
        faults.add(parsed.positions.start, "game_without_costs")


def _name(document: GameFile, id: str) -> str:
    given = (document.players or {}).get(id)
    return (given.name if isinstance(given, Player) else given) or id


def _weight(given: Player | str) -> Quantity | None:
    return given.weight if isinstance(given, Player) else None


def _tell_weights(parsed: Parsed, document: GameFile, faults: Faults) -> None:
    """Note weights that only some of the players have."""
    weights = {id: _weight(given) for id, given in (document.players or {}).items()}
    lacking = tuple(id for id, weight in weights.items() if weight is None)
    if lacking and len(lacking) < len(weights):
        place = parsed.positions.nearest(("players",), key=True)
        faults.add(place, "game_weights_lacking", "players", lacking=lacking)


def _weights(document: GameFile, ids: list[str]) -> tuple[float, ...] | None:
    found = [_weight(given) for given in (document.players or {}).values()]
    weights = tuple(weight.value for weight in found if weight is not None)
    return weights if len(weights) == len(ids) else None
