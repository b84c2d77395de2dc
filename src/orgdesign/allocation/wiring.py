"""Which key shares which line: the nodes of an option's keys."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from orgdesign.allocation import by_game, keys
from orgdesign.allocation.bounds import Bounded, bound, within_bounds
from orgdesign.allocation.by_game import BY_GAME_NODES
from orgdesign.lines import LINES, RUNNING
from orgdesign.model.axes import Array
from orgdesign.model.formula import Formula
from orgdesign.model.reading import Grid, Input, Reading
from orgdesign.scenario.key_names import BY_GAME
from orgdesign.scenario.schema.keys import Bound, Key

WEIGHTS = {
    "inhabitants": "inhabitants",
    "staff": "staff_weight",
    "history": "history_cost",
    "demand": "demand_cost",
}
"""The figure that each built-in key weighs by; `equal` has none."""

DEFAULT_KEY = "inhabitants"
"""The key of a pool for which an option names none."""


def key_of(reading: Reading, line: str) -> str:
    """Return the id of the key that shares a line or a pool of an option."""
    given = {} if reading.table is None else reading.table.keys
    pool = LINES[line].pool if line in LINES else line
    return given.get(line) or given.get(pool) or given.get("all") or DEFAULT_KEY


def key_node(reading: Reading, name: str) -> Formula | Input | None:
    """Return the node of a key, of the shares of a line, or of what a key weighs by.

    Names: `key:ID`, `key_of:POOL`, `shares:LINE`, `figure:ID`, `weights:ID`, `path_years:ID`,
    `path_start:ID`, `path_calendar:ID`, `game`, `settled:ID`, `game_own`, `game_pools`,
    `bounds`, `low`, `high`, `bounded_total`, `other_charge`.
    """
    kind, _, id = name.partition(":")
    if kind in _NODES:
        return _NODES[kind](reading, id)
    return _bound_node(reading, name)


def same(shares: Array) -> Array:
    """Return the shares of the key. Unit: share."""
    return shares


def _key(reading: Reading, id: str) -> Formula:
    document = reading.scenario.document
    if id == "equal":
        return Formula.of(keys.equal)
    if id in BY_GAME:
        return Formula.of(by_game.by_game, settled=f"settled:{id}")
    if id in WEIGHTS:
        return Formula.of(keys.by_weight, weights=WEIGHTS[id])
    if id in document.figures:
        return Formula.of(keys.by_weight, weights=f"figure:{id}")
    key = document.keys[id]
    if key.path is None:
        return _rule(key, id)
    old = f"key:{key.path.from_}"
    return Formula.of(
        keys.growing,
        new=f"rule:{id}",
        old=old,
        path_years=f"path_years:{id}",
        path_start=f"path_start:{id}",
    )


def _rule(key: Key, id: str) -> Formula:
    """Return the formula of a key without its growth path."""
    if key.figure is not None:
        return Formula(same, (f"key:{key.figure}",))
    if key.mix is not None:
        return Formula(keys.mixed, (f"mix:{id}", *(f"key:{part}" for part in key.mix)))
    return Formula.of(keys.by_weight, weights=f"fixed:{id}")


def _figure(reading: Reading, id: str) -> Formula:
    years = np.arange(len(reading.scenario.years))
    mean = reading.scenario.document.figures[id].mean

    def averaged(yearly: Array) -> Array:
        """Return the figure of each year, averaged where the figure asks for it."""
        return keys.moving_mean(yearly, years, mean)

    return Formula(averaged, (f"figure_values:{id}",))


def _figure_values(reading: Reading, id: str) -> Input:
    table = reading.scenario.document.figures[id]
    path = f"figures.{id}.values"
    lengths = [len(v) if isinstance(v, tuple) else 0 for v in table.values.values()]

    def paths(place: str) -> list[str]:
        given = table.values.get(place)
        if not isinstance(given, tuple):
            return [f"{path}.{place}"] * max(1, *lengths)
        listed = [f"{path}.{place}[{i}]" for i in range(len(given))]
        return listed + [listed[-1]] * (max(lengths) - len(given))

    def grid(reading: Reading) -> Grid:
        rows = [paths(place) for place in reading.scenario.municipalities]
        flat = np.array([path for row in rows for path in row], dtype=object)
        return Grid(flat.reshape(len(rows), 1, -1))

    return grid


def _fixed(reading: Reading, id: str) -> Input:
    places = reading.scenario.municipalities
    return lambda _: Grid.column([f"keys.{id}.fixed.{place}" for place in places])


def _mix(reading: Reading, id: str) -> Input:
    parts = reading.scenario.document.keys[id].mix or {}
    return lambda _: Grid.row([f"keys.{id}.mix.{part}" for part in parts])


def _path_start(reading: Reading, id: str) -> Formula | Input:
    path = reading.scenario.document.keys[id].path
    if path is None or path.start is None:
        return Formula(same, ("start",))
    return Formula.of(keys.counted, calendar=f"path_calendar:{id}")


def bounded_key(reading: Reading) -> Key | None:
    """Return the key of the running pool where it has a floor or a cap."""
    key = reading.scenario.document.keys.get(key_of(reading, "running"))
    return key if key is not None and (key.floor or key.cap) else None


def _shares(reading: Reading, line: str) -> Formula:
    if line in RUNNING and follows_pool(reading, line) and bounded_key(reading) is not None:
        return Formula.of(bounded_shares, key=f"key:{key_of(reading, 'running')}")
    return Formula(same, (f"key:{key_of(reading, line)}",))


def follows_pool(reading: Reading, line: str) -> bool:
    """Return whether a running line follows the pool's key rather than one of its own."""
    return reading.table is None or line not in reading.table.keys


def bounded_shares(bounds: Bounded, bounded_total: Array, key: Array) -> Array:
    """Return the shares of the running pool between floor and cap. Unit: share."""
    nothing = bounded_total == 0
    return np.where(nothing, key, bounds.amounts / np.where(nothing, 1.0, bounded_total))


def _bound_node(reading: Reading, name: str) -> Formula | Input | None:
    key = bounded_key(reading)
    following = [line for line in RUNNING if follows_pool(reading, line)]
    if name == "bounded_total":
        return Formula(added, tuple(f"total:{line}" for line in following))
    if name == "other_charge":
        other = [line for line in RUNNING if line not in following]
        return Formula(added, (*(f"municipal:{line}" for line in following), *other))
    if key is None:
        return None
    if name == "bounds":
        shares = f"key:{key_of(reading, 'running')}"
        return Formula(within_bounds, (shares, "bounded_total", "low", "high"))
    if name in ("low", "high"):
        return _bound_of(key.floor if name == "low" else key.cap, name)
    end, _, field = name.partition("_")
    path = f"keys.{key_of(reading, 'running')}.{'floor' if end == 'low' else 'cap'}.{field}"
    return (lambda _: Grid.one(path)) if end in ("low", "high") else None


def _bound_of(given: Bound | None, end: str) -> Formula | Input:
    if given is None:
        return lambda _: None
    return Formula.of(bound, over_alone=f"{end}_over_alone", per_inhabitant=f"{end}_per_inhabitant")


def added(*parts: Array) -> Array:
    """Return the sum of its parts. Unit: euros a year."""
    return np.asarray(sum(parts, start=np.zeros((1, 1, 1, 1))))


_NODES: dict[str, Callable[[Reading, str], Formula | Input]] = {
    "key": _key,
    "key_of": lambda reading, pool: Formula(same, (f"key:{key_of(reading, pool)}",)),
    "shares": _shares,
    "figure": _figure,
    "figure_values": _figure_values,
    "fixed": _fixed,
    "mix": _mix,
    "rule": lambda reading, id: _rule(reading.scenario.document.keys[id], id),
    "path_years": lambda _, id: lambda _: Grid.one(f"keys.{id}.path.years"),
    "path_start": _path_start,
    "path_calendar": lambda _, id: lambda _: Grid.one(f"keys.{id}.path.start"),
    **BY_GAME_NODES,
}
"""The nodes of keys and figures, by the part of their name before the colon."""
