"""Which key shares which line: the nodes of an option's keys."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from orgdesign.allocation import by_game, keys, pools
from orgdesign.allocation.by_game import BY_GAME_NODES
from orgdesign.allocation.keyed import keyed_amounts
from orgdesign.model.axes import Array
from orgdesign.model.formula import Formula
from orgdesign.model.reading import Grid, Input, Reading
from orgdesign.model.stated import keys_of_amounts
from orgdesign.scenario.key_names import BY_GAME
from orgdesign.scenario.schema.keys import Key

WEIGHTS = {
    "inhabitants": "inhabitants",
    "staff": "staff_weight",
    "history": "history_cost",
    "demand": "demand_cost",
}
"""The figure that each built-in key weighs by; `equal` has none."""


def key_node(reading: Reading, name: str) -> Formula | Input | None:
    """Return the node of a key, of the shares of a line, or of what a key weighs by.

    Names: `key:ID`, `key_of:POOL`, `shares:LINE`, `settlement:LINE`, `figure:ID`, `weights:ID`,
    `path_years:ID`, `path_start:ID`, `path_calendar:ID`, `game`, `settled:ID`, `game_own`,
    `game_pools`, `keyed_amounts`, and those of the running pool.
    """
    kind, _, id = name.partition(":")
    if kind in _NODES:
        return _NODES[kind](reading, id)
    return pools.pool_node(reading, name)


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
        return Formula(pools.same, (f"key:{key.figure}",))
    if key.mix is not None:
        return Formula(keys.mixed, (f"mix:{id}", *(f"key:{part}" for part in key.mix)))
    return Formula.of(keys.by_weight, weights=f"fixed:{id}")


def _figure(reading: Reading, id: str) -> Formula:
    table = reading.scenario.document.figures[id]

    def averaged(yearly: Array, year: Array) -> Array:
        """Return the figure that counts in each year: of which year, and averaged or not."""
        return keys.moving_mean(yearly, year.ravel().astype(int), table.mean, table.lag)

    return Formula(averaged, (f"figure_values:{id}", "year"))


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
        return Formula(pools.same, ("start",))
    return Formula.of(keys.counted, calendar=f"path_calendar:{id}")


def _keyed_amounts(reading: Reading, _id: str) -> Formula:
    """Return the node of amounts that have a key of their own."""
    keys = (f"key:{id}" for id in keys_of_amounts(reading))
    return Formula(keyed_amounts, ("amount_flow", "amount_line", "amount_key", "partners", *keys))


_NODES: dict[str, Callable[[Reading, str], Formula | Input]] = {
    "key": _key,
    "key_of": lambda reading, pool: Formula(pools.same, (f"key:{pools.key_of(reading, pool)}",)),
    "shares": pools.shares,
    "settlement": pools.settled,
    "keyed_amounts": _keyed_amounts,
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
