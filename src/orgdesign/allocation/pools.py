"""What the key of the running pool comes to: fixed part, floor and cap, settlement afterwards."""

from __future__ import annotations

import numpy as np

from orgdesign.allocation.bounds import Bounded, bound, within_bounds
from orgdesign.allocation.rules import settlement, with_fixed_part
from orgdesign.lines import RUNNING
from orgdesign.model.axes import Array, ratio
from orgdesign.model.formula import Formula
from orgdesign.model.reading import Grid, Input, Reading
from orgdesign.scenario import key_names
from orgdesign.scenario.schema.keys import Bound, Key


def key_of(reading: Reading, line: str) -> str:
    """Return the id of the key that shares a line or a pool of an option."""
    return key_names.key_of({} if reading.table is None else reading.table.keys, line)


def running_key(reading: Reading) -> Key | None:
    """Return the table of the key of the running pool, None where it needs no table."""
    return reading.scenario.document.keys.get(key_of(reading, "running"))


def bounded_key(reading: Reading) -> Key | None:
    """Return the key of the running pool where it has a floor or a cap."""
    key = running_key(reading)
    return key if key is not None and (key.floor or key.cap) else None


def follows_pool(reading: Reading, line: str) -> bool:
    """Return whether a running line follows the pool's key rather than one of its own."""
    return reading.table is None or line not in reading.table.keys


def same(shares: Array) -> Array:
    """Return the shares of the key. Unit: share."""
    return shares


def shares(reading: Reading, line: str) -> Formula:
    """Return the node of the shares by which a joint line is charged, before settlement."""
    if line not in RUNNING or not follows_pool(reading, line):
        return Formula(same, (f"key:{key_of(reading, line)}",))
    bounded = bounded_key(reading) is not None
    return Formula(same, ("bounded" if bounded else _pool_shares(reading),))


def settled(reading: Reading, line: str) -> Formula:
    """Return the node of what is settled afterwards of a running line: 0 where nothing is."""
    key = running_key(reading)
    if key is None or key.settlement is None or not follows_pool(reading, line):
        return Formula(added, ())
    actual = _parted(key, "actual", f"key:{key.settlement.by}")
    return Formula.of(settlement, charged=f"shares:{line}", actual=actual, total=f"total:{line}")


def _pool_shares(reading: Reading) -> str:
    """Return the node of the shares of the running pool, bounds left aside."""
    id, key = key_of(reading, "running"), running_key(reading)
    return f"key:{id}" if key is None else _parted(key, "parted", f"key:{id}")


def _parted(key: Key, name: str, rest: str) -> str:
    """Return the node of shares with the fixed part of a key, the shares where it has none."""
    return rest if key.fixed_part is None else name


def bounded_shares(bounds: Bounded, bounded_total: Array, key: Array) -> Array:
    """Return the shares of the running pool between floor and cap. Unit: share."""
    return ratio(bounds.amounts, bounded_total, key)


def pool_node(reading: Reading, name: str) -> Formula | Input | None:
    """Return a node of the running pool; None for another name.

    Names: `parted`, `actual`, `fixed_amount`, `settlement_after`, `bounds`, `bounded`, `low`,
    `high`, `bounded_total`, `other_charge`.
    """
    following = [line for line in RUNNING if follows_pool(reading, line)]
    if name == "bounded_total":
        return Formula(added, tuple(f"total:{line}" for line in following))
    if name == "other_charge":
        other = [line for line in RUNNING if line not in following]
        return Formula(added, (*(f"municipal:{line}" for line in following), *other))
    key = running_key(reading)
    if key is None:
        return None
    return _rule_node(reading, key, name) or _bound_node(reading, key, name)


def _rule_node(reading: Reading, key: Key, name: str) -> Formula | Input | None:
    id = key_of(reading, "running")
    if name == "fixed_amount":
        return lambda _: Grid.one(f"keys.{id}.fixed_part.amount")
    if name == "settlement_after":
        return lambda _: Grid.one(f"keys.{id}.settlement.after", 1.0)
    if name in ("parted", "actual") and key.fixed_part is not None:
        rest = key.settlement.by if name == "actual" and key.settlement else id
        parts = {"rest": f"key:{rest}", "fixed": f"key:{key.fixed_part.key}"}
        return Formula.of(with_fixed_part, **parts)
    return None


def _bound_node(reading: Reading, key: Key, name: str) -> Formula | Input | None:
    if name == "bounds":
        return Formula(within_bounds, (_pool_shares(reading), "bounded_total", "low", "high"))
    if name == "bounded":
        return Formula.of(bounded_shares, key=_pool_shares(reading))
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
